"""Tags as words with commas, completed from those in use, with buttons for the built-in ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget

from reconnect_desktop.domain.checks import tidy_tags
from reconnect_desktop.output.tag_names import kept_tag, shown_tag, shown_tags
from reconnect_desktop.views.kit.chip import Chip
from reconnect_desktop.views.kit.flow import Flow


class TagsField(QLineEdit):
    """Words or phrases between commas; what is being written after the last comma is completed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = QStringListModel(self)
        self._completer = QCompleter(self._words, self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setWidget(self)
        self._popup = QListView(self)
        self._completer.setPopup(self._popup)
        self._completer.activated.connect(self._complete)
        self.textEdited.connect(self._offer)

    def set_known(self, tags: Sequence[str]) -> None:
        """The tags to complete from, the likeliest first."""
        self._words.setStringList(list(shown_tags(tags)))

    def tags(self) -> tuple[str, ...]:
        """The tags as a journal keeps them, tidied."""
        return tidy_tags([kept_tag(word.strip()) for word in self.text().split(",")])

    def set_tags(self, tags: Sequence[str]) -> None:
        """Write these."""
        self.setText(", ".join(shown_tags(tags)))

    def begun(self) -> str:
        """What is typed, also in the midst of a tag, in a form that another language can show."""
        return ",".join(_replaced(word, kept_tag) for word in self.text().split(","))

    def set_begun(self, text: str) -> None:
        """Show what `begun` gave."""
        self.setText(",".join(_replaced(word, shown_tag) for word in text.split(",")))

    def switch(self, tag: str, *, on: bool) -> None:
        """Add or take out one tag, whatever else is written."""
        others = [other for other in self.tags() if other.casefold() != tag.casefold()]
        self.set_tags([*others, tag] if on else others)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """While the list of completions is open, Enter and Tab belong to it."""
        taking = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
        if self._popup.isVisible() and event.key() in taking:
            event.ignore()
            return
        super().keyPressEvent(event)

    def _offer(self, text: str) -> None:
        begun = text.rpartition(",")[2].strip()
        if not begun:
            self._popup.hide()
            return
        self._completer.setCompletionPrefix(begun)
        if self._completer.completionCount() and self._completer.currentCompletion() != begun:
            self._completer.complete()
        else:
            self._popup.hide()

    def _complete(self, tag: str) -> None:
        before = self.text().rpartition(",")[0]
        self.set_tags([*tidy_tags(before.split(",")), tag])


class TagChips(Flow):
    """Built-in tags as buttons that are down while the tag is written in the field.

    switched: (tag, whether it is now wanted), by the user.
    """

    switched = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tags: list[str] = []

    def set_tags(self, tags: Sequence[str]) -> None:
        """One button for each; called once."""
        for tag in tags:
            chip = Chip(shown_tag(tag), self)
            chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # at the keyboard one types, and completes
            chip.toggled.connect(lambda on, tag=tag: self.switched.emit(tag, on))
            self.parts.append(chip)
            self._tags.append(tag)
        self.updateGeometry()

    def mirror(self, tags: Sequence[str]) -> None:
        """Show which of them are written."""
        written = {tag.casefold() for tag in tags}
        for tag, chip in zip(self._tags, self.parts, strict=True):
            assert isinstance(chip, Chip)
            chip.blockSignals(True)
            chip.setChecked(tag.casefold() in written)
            chip.blockSignals(False)


def _replaced(word: str, name: Callable[[str], str]) -> str:
    """The word under its other name, with the blanks that stand around it."""
    bare = word.strip()
    return word.replace(bare, name(bare)) if bare else word
