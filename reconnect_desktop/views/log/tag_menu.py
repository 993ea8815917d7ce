"""A button with a menu of tags, of which several can be ticked."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from reconnect_desktop.language import tr_n
from reconnect_desktop.output.tag_names import shown_tag, shown_tags

_MOST = 60  # tags in the menu, the most used ones
_NAMED = 18  # characters of a tag on the button


class TickMenu(QMenu):
    """Stays open while its items are ticked."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick without closing."""
        if not self._tick():
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks without closing; Enter ticks and closes."""
        if event.key() != Qt.Key.Key_Space or not self._tick():
            super().keyPressEvent(event)

    def _tick(self) -> bool:
        action = self.activeAction()
        if action is None or not action.isCheckable() or not action.isEnabled():
            return False
        action.trigger()
        return True


class TagMenu(QPushButton):
    """The wanted tags.

    changed: the user ticked another one.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known: list[str] = []
        self.chosen: tuple[str, ...] = ()
        self.setMenu(TickMenu(self))
        self.menu().aboutToShow.connect(self._fill)
        self._tell()

    def set_known(self, tags: list[str]) -> None:
        """The tags there are, the most used first."""
        self._known = tags
        self.setEnabled(bool(tags or self.chosen))

    def choose(self, tags: tuple[str, ...]) -> None:
        """Tick just these, without telling anybody."""
        self.chosen = tags
        self._tell()

    def _fill(self) -> None:
        menu = self.menu()
        menu.clear()
        for tag in dict.fromkeys([*self.chosen, *self._known[:_MOST]]):
            action = QAction(shown_tag(tag).replace("&", "&&"), menu)
            action.setCheckable(True)
            action.setChecked(tag in self.chosen)
            action.toggled.connect(lambda on, tag=tag: self._ticked(tag, on))
            menu.addAction(action)

    def _ticked(self, tag: str, on: bool) -> None:
        rest = tuple(other for other in self.chosen if other != tag)
        self.choose((*rest, tag) if on else rest)
        self.changed.emit()

    def _tell(self) -> None:
        names = shown_tags(self.chosen)
        if not names:
            text = self.tr("Any tag")
        elif len(names) == 1 and len(names[0]) <= _NAMED:
            text = names[0].replace("&", "&&")
        else:
            text = tr_n("One tag", "{count} tags", len(self.chosen))
        self.setText(text)
        self.setAccessibleName(self.tr("Tags: {}").format(", ".join(names) or self.tr("any")))
