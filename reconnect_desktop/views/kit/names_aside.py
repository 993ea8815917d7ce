"""A list of names beside what is chosen by them, or above it where there is no room beside."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget

from reconnect_desktop.views.kit.flow import wrap

_ANY = 16_777_215  # pixels, as Qt counts them
_EDGES = 40  # pixels beside the longest name


def stand_aside(names: QListWidget, least: int = 0) -> None:
    """One below the other, as wide as the longest, and so many pixels at least."""
    _flow(names, aside=True)
    names.setFixedWidth(max(least, names.sizeHintForColumn(0) + _EDGES))
    names.setMinimumHeight(0)
    names.setMaximumHeight(_ANY)


def lie_above(names: QListWidget, width: int) -> None:
    """One after the other, in lines of this width; all are seen."""
    _flow(names, aside=False)
    names.setMinimumWidth(0)
    names.setMaximumWidth(_ANY)
    hints = [names.sizeHintForIndex(names.model().index(row, 0)) for row in range(names.count())]
    lines = wrap(hints, width - 2 * names.frameWidth(), gap=0)
    names.setFixedHeight((lines[-1].bottom() + 1 if lines else 0) + 2 * names.frameWidth())


def _flow(names: QListWidget, *, aside: bool) -> None:
    names.setFlow(names.Flow.TopToBottom if aside else names.Flow.LeftToRight)
    names.setWrapping(not aside)
    # A bar that comes for a moment would take the width by which they wrap.
    bars = Qt.ScrollBarPolicy
    names.setVerticalScrollBarPolicy(bars.ScrollBarAsNeeded if aside else bars.ScrollBarAlwaysOff)
