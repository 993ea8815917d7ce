"""The Log: all interactions by month, searched, narrowed and changed by keys, menus and mouse."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from reconnect_desktop.domain.action import Applied
from reconnect_desktop.domain.filter import EVERYTHING, Filter
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.trends.span import Span
from reconnect_desktop.journal import Journal
from reconnect_desktop.language import tr_n
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.forms.log_page import Ui_LogPage
from reconnect_desktop.views.kit.dates import number_words
from reconnect_desktop.views.kit.icons import roomy
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.kit.sign import Sign
from reconnect_desktop.views.log.filter_bar import FilterBar
from reconnect_desktop.views.log.filter_panel import FilterPanel
from reconnect_desktop.views.log.log_deeds import LogDeeds
from reconnect_desktop.views.log.log_delegate import LogDelegate
from reconnect_desktop.views.log.log_finder import Found, LogFinder
from reconnect_desktop.views.log.log_list import LogList
from reconnect_desktop.views.log.log_matches import search_words
from reconnect_desktop.views.log.log_model import LogModel
from reconnect_desktop.views.today.midnight import Midnight


class LogPage(QWidget):
    """Nothing here walks all rows: they are read, narrowed and compared in the background, and swapped.

    failed: a UserError; said: what was done, in words; quick_add_wanted: from the empty page.
    """

    failed = Signal(object)
    said = Signal(str)
    quick_add_wanted = Signal()

    def __init__(self, look: Look, background: Background) -> None:
        super().__init__()
        self._look, self._background = look, background
        self._journal: Journal | None = None
        self._found: Found | None = None
        self._midnight: Midnight | None = None
        self._asked = EVERYTHING
        self.form = Ui_LogPage()
        self.form.setupUi(self)
        self.model = LogModel(self)
        self.list = LogList(self.model, self)
        self.list.setItemDelegate(LogDelegate(look, self.model, self.list))
        self.list.setAccessibleName(self.tr("Interactions"))
        self.form.list_place.addWidget(self.list)
        self.form.sign_place.addWidget(Sign(look, self))
        self.finder = LogFinder(background, self)
        self.deeds = LogDeeds(look, background, self.list, self)
        self.acts = self.deeds.acts
        self._make_filters()
        self._make_menu()
        self._connect()
        self._turn_to(self.form.blank_page)
        self._order_tabs()
        look.changed.connect(self._fit_icons)
        self._fit_icons()

    # What the main window says

    def set_journal(self, journal: Journal | None) -> None:
        """Show this journal, or wait for one."""
        self._journal, self._found = journal, None
        self.model.clear()
        self._turn_to(self.form.blank_page)
        self._selection_changed()
        self.deeds.set_journal(journal)
        self.finder.set_journal(journal)
        self.finder.ask(self._asked)
        if self._midnight is not None:
            self._midnight.deleteLater()
        self._midnight = Midnight(journal.now, self) if journal is not None else None
        if self._midnight is not None:
            self._midnight.passed.connect(lambda: self.finder.ask(self._asked))

    def refresh(self, applied: Applied | None) -> None:
        """Take the changes in; without any told, read everything again."""
        if applied is None:
            self.finder.set_journal(self._journal, self.model.rows)
            self.finder.ask(self._asked)
        elif any(isinstance(change.record, Interaction) for change in applied.changes):
            self.finder.took(applied)

    def find(self) -> None:  # type: ignore[override] # Qt's own is about window numbers
        """Go to the search line."""
        self.form.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.form.search.selectAll()

    def turn_to(self, days: Span) -> None:
        """Show the interactions of these days."""
        self.form.search.clear()
        self.filters.show_filter(Filter(since=days.first, until=days.last))

    @property
    def count_text(self) -> str:
        """What is said about the number of rows; empty until all are known."""
        return self.form.count_label.text()

    @property
    def menu_actions(self) -> list[QAction]:
        """What a menu of the main window may offer while this page is shown."""
        acts, parted = self.acts, self._parted
        of_rows = [acts.edit, self._rate_menu.menuAction(), acts.delete, acts.forget]
        return [*of_rows, acts.copy, acts.copy_table, acts.select_all, parted, acts.deleted]

    # Making

    def _make_filters(self) -> None:
        self.filters = FilterBar(self._look, self)
        self.panel = FilterPanel(self.filters, self)
        self.panel.hide()
        self.form.filter_place.addWidget(self.panel)
        self.form.strip.set_look(self._look)

    def _make_menu(self) -> None:
        self._rate_menu = self.acts.rate_menu(self)
        self._parted = QAction(self)
        self._parted.setSeparator(True)
        self.form.more_button.setMenu(self.acts.page_menu(self))
        self.form.more_button.setIcon(self._look.icon("ellipsis"))
        self.form.filter_button.setIcon(self._look.icon("list-filter", "text", "accent"))
        self.form.search.addAction(
            self._look.icon("search", "muted"), self.form.search.ActionPosition.LeadingPosition
        )

    def _fit_icons(self) -> None:
        side = max(16, self.fontMetrics().height())
        self.form.filter_button.setIconSize(roomy(side))
        self.form.more_button.setIconSize(QSize(side, side))

    def _order_tabs(self) -> None:
        form = self.form
        stops = [form.search, form.filter_button, self.panel, form.strip, self.list, form.more_button]
        for one, other in pairwise(stops):
            self.setTabOrder(one, other)

    def _connect(self) -> None:
        form = self.form
        self.finder.found.connect(self._show)
        self.finder.failed.connect(self.failed)
        self.deeds.failed.connect(self.failed)
        self.deeds.said.connect(self.said)
        form.search.textChanged.connect(self._ask)
        form.search.left.connect(self._enter_list)
        form.filter_button.toggled.connect(self._unfold)
        form.strip.cleared.connect(self.filters.clear)
        form.clear_button.clicked.connect(self._clear_all)
        form.add_button.clicked.connect(self.quick_add_wanted)
        self.filters.changed.connect(self._filters_changed)
        self.list.chosen.connect(self._selection_changed)
        self.list.typed.connect(self._type)

    # Asking and showing

    def _ask(self) -> None:
        wanted = self.filters.wanted(self.form.search.text().strip())
        if wanted != self._asked:
            self._asked = wanted
            self.finder.ask(wanted)

    def _filters_changed(self) -> None:
        narrowings = self.filters.narrowings()
        self.form.strip.show_narrowings(narrowings)
        count = f" · {len(narrowings)}" if narrowings else ""
        self.form.filter_button.setText(self.tr("Fi&lter") + count)
        self._ask()

    def _show(self, found: Found) -> None:
        before, self._found = self._found, found
        place = self.list.place()
        self.model.show_rows(found.rows, found.span, found.today, search_words(found.wanted.text))
        self.list.restore(place, _followed(found), stay=before is None or before.wanted == found.wanted)
        self.filters.set_today(found.today)
        self.filters.set_tags(found.tags)
        self.deeds.tags = found.tags
        shown = self._fitting_page(found)
        self._turn_to(shown)
        # There is nothing to search or to narrow in an empty journal.
        for part in (self.form.search, self.form.filter_button):
            part.setVisible(shown is not self.form.empty_page)
        self._selection_changed()

    def _turn_to(self, shown: QWidget) -> None:
        """Show one of the stack's pages. Where there are no rows, the focus waits for them, and marks nothing."""
        stack = self.form.stack
        if self.list.hasFocus() and shown is not self.form.list_page:
            stack.setFocus()
        waits = stack.hasFocus()
        stack.setCurrentWidget(shown)
        self.setFocusProxy(self.list if shown is self.form.list_page else stack)
        if waits:
            self.setFocus()

    def _fitting_page(self, found: Found) -> QWidget:
        if found.rows.count:
            return self.form.list_page
        if found.total is None:
            return self.form.blank_page
        return self.form.nothing_page if found.total else self.form.empty_page

    def _selection_changed(self) -> None:
        selected = self.list.selected_count()
        self.acts.enable(selected)
        self._rate_menu.menuAction().setEnabled(selected > 0)
        self.form.count_label.setText(self._count_text(selected))

    def _count_text(self, selected: int) -> str:
        found = self._found
        if found is None or not found.total:
            return ""
        text = tr_n("{count} interaction", "{count} interactions", found.total)
        if not found.wanted.is_empty:
            shown = number_words(found.rows.count)
            text = tr_n(
                "{found} of {count} interaction", "{found} of {count} interactions", found.total, found=shown
            )
        if selected > 1:
            text = self.tr("{text} · {count} selected").format(text=text, count=number_words(selected))
        return text

    def _enter_list(self) -> None:
        self.list.setFocus(Qt.FocusReason.TabFocusReason)
        if len(self.model.rows) and not self.list.selected_count():
            self.list.setCurrentIndex(self.list.currentIndex())

    def _type(self, text: str) -> None:
        self.form.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.form.search.setText(self.form.search.text() + text)

    def _clear_all(self) -> None:
        self.form.search.clear()
        self.filters.clear()
        self.form.search.setFocus(Qt.FocusReason.OtherFocusReason)

    # The panel of filters

    def _unfold(self, on: bool) -> None:
        self.panel.setVisible(on)
        if on:
            self.panel.fit()
            self.filters.media_focus()


def _followed(found: Found) -> list[str]:
    """What the last change left in the journal: it is selected and scrolled to."""
    changes = found.news[-1].changes if found.news else ()
    return [change.after.id for change in changes if isinstance(change.after, Interaction)]
