"""A widget shown in a window instead of everything else in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QDialog, QWidget
from shiboken6 import isValid


def cover(window: QWidget, widget: QWidget | None) -> None:
    """Show `widget` instead of everything in `window`, or, with None, everything again."""
    covering = window.findChild(Covering) or Covering(window)
    covering.lift() if widget is None else covering.put(widget)


class Covering(QObject):
    """Fills `window` with one widget; what was there is hidden as it is, and comes back as it was, with its focus and title.

    The window's layout knows nothing of it: a cover that may need more room than the window has must scroll by itself.
    In a dialog, which fits itself to what it shows, all stays where it is behind the cover, and can't be reached.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._is_dialog = isinstance(window, QDialog)
        self._cover: QWidget | None = None
        self._hidden: list[QWidget] = []
        self._focus: QWidget | None = None
        self._title = ""

    def put(self, cover: QWidget) -> None:
        """Show this, with the focus on it (or its focus proxy); one that was shown before is deleted."""
        before, self._cover = self._cover, cover
        if before is None:
            self._hide_all()
        else:
            before.hide()
            before.deleteLater()
        cover.setParent(self._window)
        cover.setAutoFillBackground(True)
        cover.setGeometry(self._window.rect())
        cover.show()
        cover.raise_()
        cover.setFocus()

    def lift(self) -> None:
        """Show again what was there, and delete the cover."""
        if self._cover is None:
            return
        self._window.removeEventFilter(self)
        self._window.setWindowTitle(self._title)
        self._cover.hide()
        self._cover.deleteLater()
        self._cover = None
        for widget in self._hidden:
            if isValid(widget):
                widget.setEnabled(True) if self._is_dialog else widget.show()
        if self._focus is not None:
            self._focus.destroyed.disconnect(self._forget_focus)
            self._focus.setFocus()
        self._hidden, self._focus = [], None

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """As large as the window."""
        if event.type() == QEvent.Type.Resize and self._cover is not None:
            self._cover.setGeometry(self._window.rect())
        return False

    def _hide_all(self) -> None:
        self._focus, self._title = self._window.focusWidget(), self._window.windowTitle()
        self._window.setWindowTitle("Reconnect")
        if self._focus is not None:
            self._focus.destroyed.connect(
                self._forget_focus
            )  # what is gone behind the cover is not to be held here
        self._hidden = [
            child
            for child in self._window.children()
            if isinstance(child, QWidget) and not child.isWindow() and self._is_there(child)
        ]
        for widget in self._hidden:
            widget.setEnabled(False) if self._is_dialog else widget.hide()
        self._window.installEventFilter(self)

    def _is_there(self, child: QWidget) -> bool:
        return child.isEnabledTo(self._window) if self._is_dialog else not child.isHidden()

    def _forget_focus(self) -> None:
        self._focus = None
