"""Loading matplotlib piece by piece, off the GUI thread and only for those who go to Trends."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

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
_SIGNS = (QEvent.Type.Enter, QEvent.Type.FocusIn)


def next_piece() -> str | None:
    """What is to be loaded next; None when all is there."""
    return next((piece for piece in PIECES if piece not in sys.modules), None)


def load_piece() -> None:
    """Load the next piece; not for the GUI thread."""
    piece = next_piece()
    if piece is not None:
        import_module(piece)


class ChartsAhead(QObject):
    """Loads it once the pointer or the focus is on `door`, and calls `make` when the page can be made without a wait.

    Not before: it takes as much memory as everything else together, and many a day nobody goes there. Who comes
    without a sign is shown the page at once, and its charts when they are loaded.
    """

    def __init__(
        self, background: Background, make: Callable[[], None], door: QWidget, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._beside, self._make, self._door = background.beside(), make, door
        door.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Somebody is about to open it."""
        if event.type() in _SIGNS:
            self._door.removeEventFilter(self)
            self._go_on([_PAGE, *PIECES])
        return False

    def _go_on(self, pieces: Sequence[str]) -> None:
        if pieces:
            self._beside.run(partial(import_module, pieces[0]), lambda _: self._loaded(pieces), self._give_up)

    def _loaded(self, pieces: Sequence[str]) -> None:
        if pieces[0] == _PAGE:
            self._make()
        self._go_on(pieces[1:])

    def _give_up(self, error: Exception) -> None:
        """Who opens Trends will be told."""
