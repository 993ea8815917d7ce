"""Ideas: the whole book of small steps, what was tried of it and what followed, and what I need."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from reconnect_desktop.domain.action import Applied
from reconnect_desktop.domain.records import Need
from reconnect_desktop.domain.suggestions import LeadsTo
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.forms.ideas_page import Ui_IdeasPage
from reconnect_desktop.views.ideas.detail import Detail
from reconnect_desktop.views.ideas.idea_list import IdeaList
from reconnect_desktop.views.ideas.idea_model import IdeaModel
from reconnect_desktop.views.ideas.idea_rows import Key, Kind, Section, counts, rows_of
from reconnect_desktop.views.ideas.ideas_journal import IdeasJournal
from reconnect_desktop.views.ideas.ideas_reading import Reading
from reconnect_desktop.views.ideas.page_words import empty_words, nothing_found, safety_words
from reconnect_desktop.views.kit.icons import back, roomy
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.kit.tab_order import chain

_TWO_COLUMNS = 62  # letters m of width, from which on list and leaf stand side by side
_LIST_WIDTH = 26  # letters m of the list beside a leaf
_LEAF_WIDTH = 56  # letters m that a line can hold and still be read with ease


class IdeasPage(QWidget):
    """A list on the left and the chosen idea at the right; in a narrow window one after the other.

    failed: the error of a reading or a write. page_wanted: the key of a page and what it is about; settings_wanted:
    where the rhythm is chosen.
    """

    failed = Signal(object)
    page_wanted = Signal(str, object)
    settings_wanted = Signal(str)

    def __init__(self, look: Look, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._background = look, background
        self._stale = self._is_reading = False
        self._wanted: object = None  # what to turn to once there is a reading
        self.form = Ui_IdeasPage()
        self.form.setupUi(self)
        self.journal = IdeasJournal(background, self)
        self.model = IdeaModel(self)
        self.list = IdeaList(look, self.model, self)
        self.list.setAccessibleName(self.tr("Ideas"))
        self.form.list_place.addWidget(self.list)
        self.detail = Detail(look, self.form.place, self.form.scroll, self)
        self._lay_out()
        self._connect()

    # What the main window says

    def set_journal(self, journal: Journal | None) -> None:
        """Show this journal, or wait for one."""
        self.journal.set_journal(journal)
        self.refresh(None)

    def refresh(self, applied: Applied | None) -> None:
        """Show the journal as it is now: when the page is seen again, at the latest."""
        del applied
        self._stale = True
        self._read_if_seen()

    def find(self) -> None:  # type: ignore[override] # Qt's own is about window numbers
        """Go to the search line."""
        self._show_list()
        self.form.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.form.search.selectAll()

    def keep_now(self) -> None:
        """Keep the note on a try, in the background; that it could not be is told by `failed`."""
        self.detail.keep_note()

    def turn_to(self, matter: object) -> None:
        """Show a suggestion, or for "needs" begin a reflection."""
        if self.journal.reading is None:
            self._wanted = matter
        elif matter == "needs":
            self._reflect()
        elif isinstance(matter, str):
            self.form.search.clear()
            self.form.sections.choose(Section.ALL)
            self._list()
            self._open(Key(Kind.IDEA, matter))

    # Showing

    def _show(self, reading: Reading) -> None:
        self.form.sections.show_counts(counts(reading))
        self.form.safety_words.setText(safety_words(reading.circumstances))
        self.form.safety.setVisible(bool(self.form.safety_words.text()))
        self.form.needs_button.setVisible(not reading.keepsake)
        self._list()
        self.detail.show_key(self.detail.shown, reading)
        self._arrange()
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self.turn_to(wanted)

    def _list(self) -> None:
        """Fill the list, from a section or a search."""
        reading, section, text = self.journal.reading, self.form.sections.section, self.form.search.text()
        if reading is None:
            return
        rows = rows_of(section, reading, text)
        self.model.show_rows(rows, reading)
        self.list.show_key(self.detail.shown)
        self.form.stack.setCurrentWidget(self.form.list_page if rows else self.form.empty_page)
        if not rows:
            self._say_empty(section, text.strip())

    def _say_empty(self, section: Section, text: str) -> None:
        form = self.form
        form.empty_words.setText(nothing_found(text) if text else empty_words(section))
        form.empty_button.setText(self.tr("Clear the search") if text else self.tr("See all ideas"))
        form.empty_button.setVisible(bool(text) or section is not Section.ALL)

    def _empty_clicked(self) -> None:
        if self.form.search.text():
            self.form.search.clear()
            self.form.search.setFocus()
        else:
            self.form.sections.choose(Section.ALL)
            self._list()
            self.list.setFocus()

    def _enter_list(self) -> None:
        self.list.setFocus(Qt.FocusReason.TabFocusReason)
        if self.model.rows and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.model.index(0))

    def _type(self, text: str) -> None:
        self.form.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.form.search.setText(self.form.search.text() + text)

    # List and leaf

    def _moved(self, key: Key) -> None:
        """Beside the list its current row is shown; where only one of them has room, once it is opened."""
        if self._is_wide() and self.journal.reading is not None:
            self.detail.show_key(key, self.journal.reading)

    def _open(self, key: Key) -> None:
        if self.journal.reading is None:
            return
        self.detail.show_key(key, self.journal.reading)
        self.list.show_key(key)
        self._is_reading = True
        self._arrange()
        if not self._is_wide():
            self.form.back_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_list(self) -> None:
        """Back from the leaf, where only one of them has room."""
        had_focus = self.form.right.isAncestorOf(self.focusWidget() or self)
        self._is_reading = False
        self._arrange()
        if had_focus or not self._is_wide():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _rest(self) -> None:
        (self.list if self._is_wide() else self.form.back_button).setFocus()

    def _is_wide(self) -> bool:
        return self.width() / self.fontMetrics().horizontalAdvance("m") >= _TWO_COLUMNS

    def _arrange(self) -> None:
        form, wide = self.form, self._is_wide()
        reads = self._is_reading and self.detail.shown is not None
        form.back_button.setVisible(not wide)
        form.left.setVisible(wide or not reads)
        form.head.setVisible(wide or not reads)
        form.right.setVisible(wide or reads)
        letter, side = self.fontMetrics().horizontalAdvance("m"), 32 if wide else 20
        form.content.setMaximumWidth(letter * _LEAF_WIDTH)
        form.centring.setContentsMargins(side, 24, side, 32)
        width = letter * _LIST_WIDTH if wide else 0
        form.left.setMinimumWidth(width)
        form.left.setMaximumWidth(width or 16_777_215)

    def _reflect(self, need: Need | None = None) -> None:
        from reconnect_desktop.views.ideas.needs_dialog import NeedsDialog

        reading, journal = self.journal.reading, self.journal.journal
        if reading is None or journal is None:
            return
        answer = NeedsDialog.ask(self, self._look, self._background, journal, need, quiet=reading.is_quiet)
        if answer.idea is not None:
            self.turn_to(answer.idea)
        elif answer.need is not None:
            self.form.search.clear()
            self.form.sections.choose(Section.NEEDS)
            self.journal.show_kept(answer.need)
            self._list()
            self._open(Key(Kind.NEED, answer.need.id))

    def _lead(self, suggestion_id: str, leads_to: LeadsTo | None) -> None:
        if leads_to is LeadsTo.NEEDS:
            self._reflect()
        elif leads_to is LeadsTo.RHYTHM:
            self.settings_wanted.emit("rhythm")
        elif leads_to is LeadsTo.LETTER:
            self.page_wanted.emit("letters", suggestion_id)
        elif leads_to is not None:
            self.page_wanted.emit("today" if leads_to is LeadsTo.TOPICS else "log", None)

    # Making

    def _lay_out(self) -> None:
        form = self.form
        form.sections.set_look(self._look)
        form.safety.hide()
        form.needs_button.setIcon(self._look.icon("heart"))
        form.needs_button.setIconSize(roomy(max(16, self.fontMetrics().height())))
        form.back_button.setIcon(self._look.icon(back(), "accent"))
        form.search.addAction(self._look.icon("search", "muted"), form.search.ActionPosition.LeadingPosition)
        stops = [form.sections, *form.sections.parts, form.search, self.list]
        chain(form.needs_button, [*stops, form.empty_button, form.back_button])
        self._arrange()

    def _connect(self) -> None:
        form = self.form
        self.journal.read.connect(self._show)
        self.journal.failed.connect(self.failed)
        form.sections.chosen.connect(self._list)
        form.search.textChanged.connect(self._list)
        form.search.left.connect(self._enter_list)
        form.needs_button.clicked.connect(lambda _on: self._reflect())
        form.empty_button.clicked.connect(self._empty_clicked)
        form.back_button.clicked.connect(self._show_list)
        self.list.moved.connect(self._moved)
        self.list.opened.connect(self._open)
        self.list.typed.connect(self._type)
        self.detail.made.connect(self._connect_leaf)

    def _connect_leaf(self, kind: Kind | None, leaf: Any) -> None:
        journal = self.journal
        if kind is Kind.CHAPTER:
            leaf.opened.connect(lambda found: self._open(Key(Kind.IDEA, found)))
        elif kind is Kind.NEED:
            leaf.change_wanted.connect(self._reflect)
            leaf.deleted.connect(journal.delete_need)
            leaf.opened.connect(self.turn_to)
        elif kind is Kind.IDEA:
            leaf.taken_up.connect(journal.take_up)
            leaf.retired.connect(journal.retire)
            leaf.brought_back.connect(journal.bring_back)
            leaf.led.connect(self._lead)
            leaf.chapter_wanted.connect(lambda part: self._open(Key(Kind.CHAPTER, part)))
            leaf.try_wanted.connect(lambda found: self._open(Key(Kind.TRY, found)))
            leaf.told.connect(journal.tell)
            leaf.noted.connect(journal.note)
            leaf.deleted.connect(journal.delete_try)
            # The button that was pressed goes: the next press must not fall on its neighbour.
            for done in (leaf.taken_up, leaf.retired, leaf.brought_back, leaf.deleted):
                done.connect(self._rest)

    # Qt

    def _read_if_seen(self) -> None:
        if self._stale and self.isVisible():
            self._stale = False
            self.journal.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """It may have changed since it was seen last."""
        super().showEvent(event)
        self._read_if_seen()

    def focusInEvent(self, _event: QFocusEvent) -> None:
        """The keys go to the list. A focus proxy would let Tab pass over what is above it."""
        (self.list if self.model.rows else self.form.search).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the list."""
        if event.key() == Qt.Key.Key_Escape and self.form.right.isAncestorOf(self.focusWidget() or self):
            self._show_list()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another arrangement."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Larger text needs more room, too."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._arrange()
