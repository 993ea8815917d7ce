"""The guide in a window of its own, which may stay open beside the others."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, QUrl
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from reconnect_desktop.views.forms.help_window import Ui_HelpWindow
from reconnect_desktop.views.help.guide import Page, found, pages
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.kit.names_aside import lie_above, stand_aside

_LETTERS = 60  # letters m of the width it opens with
_ASIDE = 44  # from which on the pages are named beside the page, and not above it


class HelpWindow(QWidget):
    """Pages at the side, the chosen one beside them; what is searched for is marked."""

    heard_as = "Window"

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._pages = pages()
        self._shown: tuple[Page, ...] = ()
        self._page: Page | None = None
        self.form = Ui_HelpWindow()
        self.form.setupUi(self)
        self.form.search.addAction(
            look.icon("search", "muted"), self.form.search.ActionPosition.LeadingPosition
        )
        self.form.search.textChanged.connect(self._list)
        self.form.search.returnPressed.connect(self._find_next)
        self.form.sections.currentRowChanged.connect(self._show_row)
        self.form.page.anchorClicked.connect(self._follow)
        look.changed.connect(self._show_page)
        self._list("")
        width = self.fontMetrics().horizontalAdvance("m") * _LETTERS
        self.resize(QSize(width, round(width * 0.75)).boundedTo(self.screen().availableSize() * 0.9))

    def turn_to(self, key: str) -> None:
        """Show the page with this key, if there is one."""
        self.form.search.clear()
        for row, page in enumerate(self._shown):
            if page.key == key:
                self.form.sections.setCurrentRow(row)

    def _list(self, wanted: str) -> None:
        """The pages that have these words; the one that is shown stays, if it does."""
        before, self._shown = self._page, found(self._pages, wanted)
        names = self.form.sections
        names.blockSignals(True)
        names.clear()
        names.addItems([page.title for page in self._shown])
        names.blockSignals(False)
        self._arrange()
        self.form.nothing.setHidden(bool(self._shown))
        row = self._shown.index(before) if before in self._shown else 0
        if self._shown:
            names.setCurrentRow(row)
            self._show_row(row)

    def _show_row(self, row: int) -> None:
        if 0 <= row < len(self._shown):
            self._page = self._shown[row]
            self._show_page()
            self._find_next()

    def _show_page(self) -> None:
        if self._page is not None:
            self.form.page.show_markdown(self._page.markdown)
            self.form.page.setAccessibleName(self._page.title)

    def _find_next(self) -> None:
        """Mark the next place where the search's first word stands."""
        words = self.form.search.text().split()
        browser = self.form.page
        if words and not browser.find(words[0]):
            browser.moveCursor(browser.textCursor().MoveOperation.Start)
            browser.find(words[0])

    def _follow(self, link: QUrl) -> None:
        """A link to another page turns to it; one to elsewhere has nowhere to lead without a network."""
        self.turn_to(link.fileName().removesuffix(".md"))

    # As a window

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc clears the search, then closes; Ctrl+F searches."""
        if event.matches(QKeySequence.StandardKey.Find):
            self.form.search.setFocus()
        elif not event.matches(QKeySequence.StandardKey.Cancel):
            super().keyPressEvent(event)
        elif self.form.search.text():
            self.form.search.clear()
        else:
            self.close()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another arrangement."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Larger text needs more room."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "form"):
            self._arrange()

    def _arrange(self) -> None:
        form, letters = self.form, self.fontMetrics()
        aside = self.width() >= letters.horizontalAdvance("m") * _ASIDE
        ways = QBoxLayout.Direction
        form.halves.setDirection(ways.LeftToRight if aside else ways.TopToBottom)
        margins = form.halves.contentsMargins()
        if aside:
            longest = max((letters.horizontalAdvance(page.title) for page in self._pages), default=0)
            stand_aside(form.sections, longest + 4 * letters.horizontalAdvance("m"))  # whatever is found
            form.aside.setMaximumWidth(form.sections.maximumWidth())
        else:
            form.aside.setMaximumWidth(self.width())
            lie_above(form.sections, self.width() - margins.left() - margins.right())
