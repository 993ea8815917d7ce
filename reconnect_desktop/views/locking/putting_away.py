"""What else may show or hold something of the journal: dialogs, menus, tips, the clipboard."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QThread
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QToolTip, QWidget


def others(windows: Iterable[object]) -> list[QWidget]:
    """Every window that can be seen and is none of `windows`: dialogs, menus, whatever is open."""
    own = list(windows)
    return [one for one in QApplication.topLevelWidgets() if one.isVisible() and one not in own]


def close(widgets: Iterable[QWidget]) -> None:
    """Close them as if nothing had been chosen, without a question: those that were waiting for it first."""
    for widget in _innermost_first(widgets):
        if isinstance(widget, QDialog):
            widget.done(QDialog.DialogCode.Rejected)
        else:
            widget.close()
    QToolTip.hideText()


def depth() -> int:
    """How many event loops run in one another: each dialog that is waited for has its own."""
    return QThread.currentThread().loopLevel()


def clear_clipboard() -> None:
    """Take back what we put there; what comes from elsewhere stays."""
    clipboard = QGuiApplication.clipboard()
    if clipboard.ownsClipboard():
        clipboard.clear()
    if clipboard.ownsSelection():
        clipboard.clear(QClipboard.Mode.Selection)


def _innermost_first(widgets: Iterable[QWidget]) -> Iterator[QWidget]:
    waiting = list(widgets)
    for popup_or_modal in (QApplication.activePopupWidget, QApplication.activeModalWidget):
        top = popup_or_modal()
        if top in waiting:
            waiting.remove(top)
            yield top
    yield from waiting
