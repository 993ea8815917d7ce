"""The key of cells: the seven colours from far apart to close, and what else a cell can look like."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from matplotlib.transforms import Affine2D, Affine2DBase, ScaledTranslation, Transform

from reconnect_desktop.domain.measures import CLOSENESS
from reconnect_desktop.language import tr, tr_in
from reconnect_desktop.output.charts.cells import Cell, draw_cells, draw_pauses
from reconnect_desktop.output.charts.words import Type

if TYPE_CHECKING:
    from reconnect_desktop.output.charts.frame import Panel

_AIR = 0.07  # inches beside a sign, and under the key
_BETWEEN = 0.22  # inches between entries
_DIGITS = 0.6  # of the side of a cell


class _Entry(NamedTuple):
    """Words before and after cells."""

    before: str
    cells: tuple[Cell, ...]
    after: str
    paused: bool = False


_LEVELS = tuple(Cell(at - 1, 0, at) for at in CLOSENESS)


class CellKey:
    """In as many lines as it needs. note: what stands at its end, as in "each cell is a week"."""

    def __init__(self, type_: Type, *, paused: bool, unrated: bool, note: str) -> None:
        self._type = type_
        self._side = type_.height() * 0.95
        self._entries = [
            # Translators: two ends of a scale of colours: "felt far apart" [seven colours] "close".
            _Entry(tr("felt far apart"), _LEVELS, tr_in("closeness", "close")),
            *([_Entry("", (Cell(0, 0, None),), tr("not rated"))] if unrated else []),
            *([_Entry("", (), tr("in a pause"), paused=True)] if paused else []),
            _Entry(note, (), ""),
        ]

    def height(self, width: float) -> float:
        """Inches it takes above axes of this width."""
        return len(self._lines(width)) * self._line() + _AIR

    def draw(self, panel: Panel) -> None:
        """Above the panel's axes, from their left end on."""
        for number, line in enumerate(reversed(self._lines(panel.inner.width))):
            x, y = 0.0, _AIR + (number + 0.5) * self._line()
            for entry in line:
                self._draw_entry(panel, entry, x, y)
                x += self._width(entry) + _BETWEEN

    def _draw_entry(self, panel: Panel, entry: _Entry, x: float, y: float) -> None:
        panel.again(self._type.words(0, 1, entry.before), panel.corner(x, y))
        x += self._type.width(entry.before) + _AIR if entry.before else 0.0
        beside = self._cells_at(panel, x, y)
        draw_cells(panel, entry.cells, self._side * 72 * _DIGITS, beside)
        if entry.paused:
            draw_pauses(panel, [(0, 0)], beside)
        words = self._type.words(0, 1, entry.after)
        panel.again(words, panel.corner(x + self._signs(entry), y))

    def _cells_at(self, panel: Panel, x: float, y: float) -> Transform:
        """From units of cells, whose middle is at this place."""
        sized = Affine2D().translate(0, -0.5).scale(self._side, -self._side)
        corner = ScaledTranslation(0, 1, cast("Affine2DBase", panel.corner(x, y)))
        return sized + panel.frame.figure.dpi_scale_trans + corner

    def _lines(self, width: float) -> list[list[_Entry]]:
        lines: list[list[_Entry]] = []
        free = 0.0
        for entry in (self._shortened(entry, width) for entry in self._entries):
            taken = self._width(entry)
            if not lines or taken > free:
                lines.append([])
                free = width
            lines[-1].append(entry)
            free -= taken + _BETWEEN
        return lines

    def _shortened(self, entry: _Entry, width: float) -> _Entry:
        """The same with fewer letters before its cells, where it needs more than all of the width."""
        over = self._width(entry) - width
        if over <= 0 or not entry.before:
            return entry
        left = max(self._type.width(entry.before) - over, 0.0)
        return entry._replace(before=self._type.shortened(entry.before, left))

    def _width(self, entry: _Entry) -> float:
        before = self._type.width(entry.before) + _AIR if entry.before else 0.0
        return before + self._signs(entry) + self._type.width(entry.after)

    def _signs(self, entry: _Entry) -> float:
        count = len(entry.cells) + entry.paused
        return count * self._side + _AIR if count else 0.0

    def _line(self) -> float:
        return self._type.height() + _AIR
