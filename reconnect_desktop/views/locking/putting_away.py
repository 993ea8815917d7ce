"""What else may show or hold something of the journal: dialogs, menus, tips, the clipboard."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from PySide6.QtCore import QObject, QThread, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QToolTip, QWidget

from reconnect_desktop.views.background import Background
from reconnect_desktop.views.kit.copied_secret import clear_secrets, clear_selection

SAYS_NOTHING = "says nothing"  # a property of windows that may stay: nothing of the journal is in them
_STEP = 10  # milliseconds between two looks
_Remembering = type(lru_cache(repr))
_FULL_OF_WORDS = ("reconnect_desktop.", "matplotlib.")  # whose caches have the user's in them


def others(windows: Iterable[object]) -> list[QWidget]:
    """Every window that can be seen and is none of `windows`: dialogs, menus, whatever is open."""
    own = list(windows)
    shown = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one not in own]
    return [one for one in shown if not one.property(SAYS_NOTHING)]


def close(widgets: Iterable[QWidget]) -> None:
    """Close them as if nothing had been chosen, without a question: those that were waiting for it first."""
    for widget in _innermost_first(widgets):
        if isinstance(widget, QDialog):
            widget.done(QDialog.DialogCode.Rejected)
        else:
            widget.close()
    QToolTip.hideText()


def is_nested() -> bool:
    """Whether some code still waits for a dialog, each of which has an event loop inside that of the program."""
    return QThread.currentThread().loopLevel() > 1


def when_idle(background: Background, act: Callable[[], None], owner: QObject) -> None:
    """Act once nothing is being read for a window that would still wait for it; not if the owner is gone by then."""
    if background.is_idle:
        act()
    else:
        QTimer.singleShot(_STEP, owner, lambda: when_idle(background, act, owner))


def clear_clipboard() -> None:
    """Take back what we put there; what comes from elsewhere stays."""
    clear_secrets()
    clipboard = QGuiApplication.clipboard()
    if clipboard.ownsClipboard():
        clipboard.clear()
    clear_selection()


def clear_memory() -> None:
    """Let go of what was remembered to save work, and of what only refers to itself."""
    gc.unfreeze()  # what the collector was to pass over, for speed's sake
    for one in gc.get_objects():
        if isinstance(one, _Remembering) and str(one.__module__).startswith(_FULL_OF_WORDS):
            one.cache_clear()
    gc.collect()


def _innermost_first(widgets: Iterable[QWidget]) -> Iterator[QWidget]:
    waiting = list(widgets)
    for popup_or_modal in (QApplication.activePopupWidget, QApplication.activeModalWidget):
        top = popup_or_modal()
        if top in waiting:
            waiting.remove(top)
            yield top
    yield from waiting
