"""The key above the axes: what each mark stands for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from matplotlib.colors import to_rgba
from matplotlib.lines import Line2D
from matplotlib.path import Path

from reconnect_desktop.output.charts.marks import dots, flags, size_dots
from reconnect_desktop.output.charts.words import SMALL, Type

if TYPE_CHECKING:
    from reconnect_desktop.output.charts.frame import Panel

_SIGN = 0.2  # inches that a sign takes, with the air before its words
_SWATCH = 0.26  # and a swatch or a piece of a line
_BETWEEN = 0.2  # inches from words to the next sign
_AIR = 0.06  # between the lines of a key, and under it
FLAG, RUG = "flag", "|"
_POLE = 0.01  # inches to a flag's pole, right of which it flies
_POINTS = 6.5  # a marker's size


def _oblong(height: float) -> Path:
    """A marker as wide as a swatch, `height` of its width high."""
    return Path(
        [(-0.5, -height / 2), (0.5, -height / 2), (0.5, height / 2), (-0.5, height / 2), (-0.5, -height / 2)]
    )


_BAR, _BLOCK = _oblong(0.12), _oblong(0.55)


class Entry(NamedTuple):
    """What one mark stands for. marker: matplotlib's name or a path, "-" for a line, "" for a swatch, `FLAG` for a flag, `RUG` for a stroke."""

    marker: str
    colour: str
    text: str
    alpha: float = 1.0
    hollow: bool = False

    @property
    def width(self) -> float:
        """Of its sign, in inches; nothing for a mere remark."""
        if self.colour == "none":
            return 0.0
        return _SIGN if self.marker not in {"", "-"} else _SWATCH + 0.07


class _Placed(NamedTuple):
    """An entry with its words as they fit, and how far right of the axes' left end it begins."""

    entry: Entry
    lines: Sequence[str]
    x: float


class Key:
    """Entries in as many lines as they need."""

    def __init__(self, entries: Sequence[Entry], type_: Type) -> None:
        self._entries, self._type = entries, type_
        self._rows: list[list[_Placed]] = []

    def height(self, width: float, more: Sequence[Entry] = ()) -> float:
        """Inches it takes in this width, from the axes' left end on, with `more` entries at its end."""
        self._rows = []
        free = 0.0
        for entry in (*self._entries, *more):
            lines = self._type.wrapped(entry.text, width - entry.width, SMALL)
            taken = entry.width + max((self._type.width(line) for line in lines), default=0.0)
            if taken > free or not self._rows:
                self._rows.append([])
                free = width
            self._rows[-1].append(_Placed(entry, lines, width - free))
            free -= taken + _BETWEEN
        return sum(map(self._row_height, self._rows)) + _AIR if self._rows else 0.0

    def draw(self, panel: Panel) -> None:
        """Above the panel's axes, as `height` last had it."""
        foot = _AIR
        for row in reversed(self._rows):
            top = foot + self._row_height(row) - _AIR
            for entry, lines, x in row:
                middle = top - self._type.height() / 2
                sign = middle - 0.06 if entry.marker == FLAG else middle
                across = _POLE if entry.marker == FLAG else entry.width / 2 - 0.03
                panel.again(_sign(entry, panel), panel.corner(x + across, sign))
                words = self._type.words(0, 1, "\n".join(lines), role="text", va="bottom")
                below = top - self._type.height(len(lines))
                panel.again(words, panel.corner(x + entry.width, below))
            foot += self._row_height(row)

    def _row_height(self, row: Sequence[_Placed]) -> float:
        return self._type.height(max(len(placed.lines) for placed in row)) + _AIR


def _sign(entry: Entry, panel: Panel) -> Line2D:
    if entry.marker == FLAG:
        sign = flags(entry.colour)
        sign.set_data([0], [1])
        return sign
    if entry.marker == RUG:
        return Line2D([0], [1], ls="", marker=RUG, ms=_POINTS, mew=0.9, color=entry.colour)
    if entry.marker not in {"", "-"}:
        sign = dots(entry.colour, entry.marker)
        sign.set_data([0], [1])
        size_dots(sign, _POINTS, panel.frame.style)
        if entry.hollow:
            sign.set(mfc=panel.frame.style.colour("surface"), mec=entry.colour, mew=1.6)
        return sign
    shape = _BAR if entry.marker == "-" else _BLOCK
    return Line2D(
        [0], [1], ls="", marker=shape, ms=_SWATCH * 72, mew=0, mfc=to_rgba(entry.colour, entry.alpha)
    )
