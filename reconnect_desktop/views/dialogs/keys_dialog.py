"""All keys on one sheet; those of the menus are read from the menus themselves."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QHeaderView, QMainWindow, QTreeWidgetItem

from reconnect_desktop.language import tr_in
from reconnect_desktop.views.forms.keys_dialog import Ui_KeysDialog
from reconnect_desktop.views.kit.letter_keys import KEEP_BOTH, MERGE, NOT_HER, shown_letter
from reconnect_desktop.views.quick_add.medium_buttons import media_words

_SPARE = 8  # pixels; what the style adds around the list


class KeysDialog(QDialog):
    """Keys and what they do."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self.form = Ui_KeysDialog()
        self.form.setupUi(self)
        tree = self.form.keys_tree
        tree.header().setStretchLastSection(False)
        tree.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._add(self.tr("Everywhere"), _menu_keys(window))
        self._add(self.tr("Logging an interaction"), self._quick_add_keys())
        self._add(self.tr("Rating what was brought in"), self._rating_keys())
        self._add(self.tr("Looking at contacts that may be there twice"), self._twins_keys())
        self._add(self.tr("In the Log"), self._log_keys())
        self._add(self.tr("In Trends"), self._trends_keys())
        self._add(self.tr("In Review"), self._review_keys())
        self._add(self.tr("In Letters"), self._letter_keys())
        self._widen()

    @classmethod
    def show_for(cls, window: QMainWindow) -> None:
        """Show it until it is closed."""
        dialog = cls(window)
        dialog.exec()
        dialog.deleteLater()

    def _widen(self) -> None:
        """As wide as the longest line, as far as the screen goes; what is longer can be scrolled to."""
        self.ensurePolished()
        tree = self.form.keys_tree
        bar = tree.verticalScrollBar().sizeHint().width()
        margins = self.form.column.contentsMargins()
        around = margins.left() + margins.right() + 2 * tree.frameWidth() + bar
        lines = sum(tree.sizeHintForColumn(column) for column in range(tree.columnCount()))
        room = self.screen().availableGeometry().width()
        self.resize(max(self.width(), min(lines + around + _SPARE, room)), self.height())

    def _add(self, title: str, keys: list[tuple[str, str]]) -> None:
        head = QTreeWidgetItem(self.form.keys_tree, [title, ""])
        font = head.font(0)
        font.setBold(True)
        head.setFont(0, font)
        head.setFirstColumnSpanned(True)
        head.setFlags(Qt.ItemFlag.ItemIsEnabled)
        head.setExpanded(True)
        for key, does in keys:
            QTreeWidgetItem(head, [key, does])

    def _quick_add_keys(self) -> list[tuple[str, str]]:
        letters = "  ".join(letter.upper() for letter, _word in media_words().values())
        return [
            (letters, self.tr("Call, video, in person, message, letter, other")),
            ("1 … 7", self.tr("How close it felt, while the figures have the focus")),
            (self.tr("Backspace"), self.tr("Leave it unrated")),
            (self.tr("Enter"), self.tr("Save; in the note, Ctrl+Enter")),
            (self.tr("Esc"), self.tr("Close; what was typed is not lost")),
        ]

    def _rating_keys(self) -> list[tuple[str, str]]:
        return [
            ("1 … 7", self.tr("Rate it, and go on")),
            (self.tr("Space"), self.tr("Leave it unrated, and go on")),
            (shown_letter(NOT_HER), self.tr("It was with somebody else: take it out")),
            (self.tr("Left, Right"), self.tr("Go back, or on")),
            (self.tr("Esc"), self.tr("Enough for now")),
        ]

    def _twins_keys(self) -> list[tuple[str, str]]:
        return [
            (shown_letter(MERGE), self.tr("Merge the two into one")),
            (shown_letter(KEEP_BOTH), self.tr("Keep both")),
            (self.tr("Left, Right"), self.tr("Look at the others")),
        ]

    def _log_keys(self) -> list[tuple[str, str]]:
        return [
            (self.tr("Enter"), self.tr("Edit")),
            ("1 … 7", self.tr("Rate what is selected")),
            ("0", self.tr("Leave it unrated")),
            (tr_in("key", "Delete"), self.tr("Delete what is selected")),
            (self.tr("Shift+Delete"), self.tr("Forget it for good, in the backups, too; asks first")),
            (_native("Ctrl+C"), self.tr("Copy what is selected")),
            (self.tr("Esc"), self.tr("Clear the search")),
        ]

    def _trends_keys(self) -> list[tuple[str, str]]:
        return [
            (self.tr("Left, Right"), self.tr("Look earlier or later; in a chart, go from one to the next")),
            (self.tr("Shift+Left, Shift+Right"), self.tr("In a chart: look earlier or later")),
            (self.tr("Page Up, Page Down"), self.tr("In a chart: the same")),
            (self.tr("Home, End"), self.tr("In a chart: go to the first or the last")),
            (self.tr("Enter"), self.tr("Open what one has come to")),
            (_native("Shift+F10"), self.tr("Enlarge, copy or save a chart, or view it as a table")),
            (self.tr("Esc"), self.tr("Leave what one has come to; close an enlarged chart")),
        ]

    def _review_keys(self) -> list[tuple[str, str]]:
        return [
            (self.tr("Alt+Left, Alt+Right"), self.tr("The month, or year, before or after")),
            ("<  >", self.tr("The same, where nothing is being written")),
            (self.tr("Left, Right"), self.tr("In a picture: go from one to the next")),
            (self.tr("Enter"), self.tr("Open what one has come to")),
            (_native("Ctrl+S"), self.tr("Save as PDF or web page")),
            (_native("Ctrl+P"), self.tr("Print")),
        ]

    def _letter_keys(self) -> list[tuple[str, str]]:
        return [
            (_native("Ctrl+Shift+N"), self.tr("Begin a letter")),
            (_native("Alt+Left"), self.tr("Back to all letters")),
            ("F7", self.tr("Go to the next phrase that has a gentler way")),
            (_native("Ctrl+Shift+C"), self.tr("Copy the letter")),
            (_native("Ctrl+P"), self.tr("Print")),
        ]


def _native(keys: str) -> str:
    """As the keyboard of the language has it."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def _menu_keys(window: QMainWindow) -> list[tuple[str, str]]:
    found = []
    for action in window.findChildren(QAction):
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        everywhere = (
            action.shortcutContext() == Qt.ShortcutContext.WindowShortcut
        )  # others are the pages' own
        if keys and action.text() and everywhere:
            # A word such as "Undo" may go on to say what would be undone.
            words = action.property("word") or action.text()
            found.append((keys, str(words).replace("&", "").removesuffix("…")))
    return found
