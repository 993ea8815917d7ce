"""The one-line key above the axes: what each mark stands for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from matplotlib.colors import to_rgba
from matplotlib.lines import Line2D
from matplotlib.path import Path
from matplotlib.transforms import ScaledTranslation

from reconnect_desktop.output.charts.marks import dots, flags, size_dots
from reconnect_desktop.output.charts.words import Type

if TYPE_CHECKING:
    from matplotlib.transforms import Transform

    from reconnect_desktop.output.charts.frame import Panel

_SIGN = 0.2  # inches that a sign takes, with the air before its words
_SWATCH = 0.26  # and a swatch or a piece of a line
_BETWEEN = 0.2  # inches from words to the next sign
_AIR = 0.06  # between the lines of a key, and under it
FLAG = "flag"
_POINTS = 6.5  # a marker's size


def _oblong(height: float) -> Path:
    """A marker as wide as a swatch, `height` of its width high."""
    return Path(
        [(-0.5, -height / 2), (0.5, -height / 2), (0.5, height / 2), (-0.5, height / 2), (-0.5, -height / 2)]
    )


_BAR, _BLOCK = _oblong(0.12), _oblong(0.55)


class Entry(NamedTuple):
    """What one mark stands for. marker: matplotlib's name or a path, "-" for a line, "" for a swatch, `FLAG` for a flag."""

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


class Key:
    """Entries in as many lines as they need."""

    def __init__(self, entries: Sequence[Entry], type_: Type) -> None:
        self._type = type_
        self._widths = [(entry, entry.width + type_.width(entry.text)) for entry in entries]
        self._lines: list[list[tuple[Entry, float]]] = []

    def height(self, width: float) -> float:
        """Inches it takes in this width, from the axes' left end on."""
        self._lines = []
        free = 0.0
        for entry, taken in self._widths:
            if taken > free or not self._lines:
                self._lines.append([])
                free = width
            self._lines[-1].append((entry, width - free))
            free -= taken + _BETWEEN
        return len(self._lines) * self._line_height() + _AIR if self._lines else 0.0

    def draw(self, panel: Panel) -> None:
        """Above the panel's axes, as `height` last had it."""
        for number, line in enumerate(reversed(self._lines)):
            y = _AIR + (number + 0.5) * self._line_height()
            for entry, x in line:
                foot = y - 0.06 if entry.marker == FLAG else y
                panel.again(_sign(entry, panel), _corner(panel, x + entry.width / 2 - 0.03, foot))
                words = self._type.words(0, 1, entry.text, role="text", va="bottom")
                panel.again(words, _corner(panel, x + entry.width, y - self._type.height() / 2))

    def _line_height(self) -> float:
        return self._type.height() + _AIR


def _corner(panel: Panel, x: float, y: float) -> Transform:
    """So many inches right of and above the axes' upper left corner."""
    axes = panel.axes
    return axes.transAxes + ScaledTranslation(x, y, panel.frame.figure.dpi_scale_trans)


def _sign(entry: Entry, panel: Panel) -> Line2D:
    if entry.marker == FLAG:
        sign = flags(entry.colour)
        sign.set_data([0], [1])
        return sign
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
