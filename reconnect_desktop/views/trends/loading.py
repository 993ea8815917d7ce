"""Loading matplotlib piece by piece, off the GUI thread and while nobody types."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from reconnect_desktop.views.background import Background

# Each is a while in which the thread cannot be left; the last needs all of them.
PIECES = (
    "numpy",
    "matplotlib",
    "matplotlib.figure",
    "matplotlib.backends.backend_agg",
    "reconnect_desktop.output.charts.frame",
    "reconnect_desktop.views.trends.chart_picture",
)
_PAGE = "reconnect_desktop.views.trends.trends_page"
_IDLE = 1_000  # milliseconds without a key or a click
_ACTS = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel)


def next_piece() -> str | None:
    """What is to be loaded next; None when all is there."""
    return next((piece for piece in PIECES if piece not in sys.modules), None)


def load_piece() -> None:
    """Load the next piece; not for the GUI thread."""
    piece = next_piece()
    if piece is not None:
        import_module(piece)


class ChartsAhead(QObject):
    """Loads it as soon as the user rests, and calls `make` when the page can be made without a wait.

    Who comes to Trends for the first time finds it said and all but drawn.
    """

    def __init__(self, background: Background, make: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._beside, self._make = background.beside(), make
        self._idle = QTimer(self, singleShot=True, interval=_IDLE)
        self._idle.timeout.connect(self._begin)
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)
        self._idle.start()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Somebody types or clicks: wait again."""
        if event.type() in _ACTS:
            self._idle.start()
        return False

    def _begin(self) -> None:
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        self._go_on([_PAGE, *PIECES])

    def _go_on(self, pieces: Sequence[str]) -> None:
        if pieces:
            self._beside.run(partial(import_module, pieces[0]), lambda _: self._loaded(pieces), self._give_up)

    def _loaded(self, pieces: Sequence[str]) -> None:
        if pieces[0] == _PAGE:
            self._make()
        self._go_on(pieces[1:])

    def _give_up(self, error: Exception) -> None:
        """Who opens Trends will be told."""
