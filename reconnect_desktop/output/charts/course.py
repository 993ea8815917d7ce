"""What lies behind and through the dots: the smoothed line, the usual, spans of days that stand out, pauses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import numpy as np

from reconnect_desktop.domain.records import PauseReason
from reconnect_desktop.domain.trends.closeness import Band, Curve, Paused
from reconnect_desktop.domain.trends.span import Span
from reconnect_desktop.language import mark, tr
from reconnect_desktop.output.charts.key import Entry
from reconnect_desktop.output.charts.marks import BACK, DOTS, HALO, LINE, Block, Numbers, area, blocks, line
from reconnect_desktop.output.charts.scales import EPOCH, day_number
from reconnect_desktop.output.charts.side_labels import has_room
from reconnect_desktop.output.charts.style import ChartStyle
from reconnect_desktop.output.charts.words import DPI, Type

if TYPE_CHECKING:
    from reconnect_desktop.output.charts.frame import Panel

_PAUSES = {
    PauseReason.TRAVEL: mark("travel"),
    PauseReason.GRIEF: mark("a quiet time"),
    PauseReason.BOUNDARY: mark("a pause"),
    PauseReason.OTHER: mark("a pause"),
}
SHADED, _PAUSED = 0.75, 0.4  # how strongly days are shaded
_AIR = 0.07  # inches
_RUG = (0.05, 0.17)  # of a level: from where to where its strokes go, clear of the ticks below


def draw_curves(panel: Panel, curves: Iterable[Curve], role: str = "accent") -> None:
    """The line with its band, set off against the dots under it."""
    pieces = [_numbers(curve) for curve in curves if len(curve.at) > 1]
    if not pieces:
        return
    style = panel.frame.style
    x, middle = (_joined([piece[part] for piece in pieces]) for part in (0, 1))
    panel.keep(area([(at, low, high) for at, _, low, high in pieces], style.colour(role), 0.2))
    panel.keep(line(x, middle, style.colour("surface"), 4.2, over=HALO))
    panel.keep(line(x, middle, style.colour(role), 2.2, over=LINE))


def usual_width(type_: Type, width: float) -> float:
    """Inches that the name of the usual takes right of the axes; 0 where it stands in the key (`usual_entry`)."""
    name = type_.width(_usual()) + 2 * _AIR
    return name if has_room(name, width) else 0.0


def _usual() -> str:
    # Translators: a short name beside a band in a chart, in narrow lines.
    return tr("your\nusual")


def usual_entry(style: ChartStyle) -> Entry:
    """The usual as it stands in a key."""
    return Entry("", style.colour("soft"), _usual().replace("\n", " "))


def draw_usual(panel: Panel, usual: Band, *, named: bool) -> None:
    """A quiet band through all of the panel, if `named` with its name right of it. To be drawn again in each size."""
    style = panel.frame.style
    left, right = panel.across.limits
    panel.again(blocks([Block(left, right, usual.low, usual.high)], style.colour("soft"), 0.75, over=BACK))
    ends = [usual.low, usual.low, np.nan, usual.high, usual.high]
    panel.again(
        line([left, right, np.nan, left, right], ends, style.colour("accent"), 0.7, dashed=True, over=BACK)
    )
    if named:
        name = panel.frame.type.words(1, usual.middle, _usual(), role="accent")
        panel.again(name, panel.beside_right(_AIR))


def draw_spans(panel: Panel, spans: Iterable[Span], role: str, low: float, high: float) -> None:
    """Days that stand out, shaded from `low` to `high`; see `SHADED` for how strongly."""
    places = [Block(day_number(one.first), day_number(one.last) + 1, low, high) for one in spans]
    panel.keep(blocks(places, panel.frame.style.colour(role), SHADED))


def draw_rug(panel: Panel, x: Numbers, foot: float) -> None:
    """A short stroke at the foot for each; of those that share a pixel, one. To be drawn again in each size."""
    low, high = panel.across.limits
    pixels = np.rint((x - low) / (high - low) * panel.inner.width * DPI)
    shown = x[np.unique(pixels, return_index=True)[1]]
    up = np.tile((foot + _RUG[0], foot + _RUG[1], np.nan), len(shown))
    panel.again(line(np.repeat(shown, 3), up, panel.frame.style.colour("control"), 0.9, over=DOTS))


def leave_strip(panel: Panel, low: float, high: float, pauses: Sequence[Paused]) -> None:
    """Set the panel's height from `low` to `high`, with a line for the names of pauses above it where there are any."""
    strip = panel.frame.type.height() + _AIR if pauses else 0.0
    pitch = max(panel.inner.height - strip, _AIR) / (high - low)
    panel.axes.set_ylim(low, high + strip / pitch)


def draw_pauses(panel: Panel, pauses: Sequence[Paused], low: float, high: float) -> None:
    """Shaded up to a bar at `high`, and named above it where there is room for the name. To be drawn again in each size."""
    style = panel.frame.style
    left, right = panel.across.limits
    spans = [(max(day_number(one.first), left), min(day_number(one.last) + 1, right)) for one in pauses]
    panel.again(blocks([Block(*span, low, high) for span in spans], style.colour("line"), _PAUSED))
    bars = np.array([(first, last, np.nan) for first, last in spans]).ravel()
    panel.again(line(bars, np.full(len(bars), high), style.colour("control"), 1.6))
    taken: list[tuple[float, float]] = []
    for (first, last), pause in sorted(
        zip(spans, pauses, strict=True), key=lambda one: one[0][0] - one[0][1]
    ):
        name = tr(_PAUSES[pause.reason])
        half = panel.frame.type.width(name) / 2 * (right - left) / panel.inner.width
        middle = min(max((first + last) / 2, left + half), max(right - half, left))
        if all(abs(middle - other) > half + reach for other, reach in taken):
            taken.append((middle, half * 1.15))
            panel.again(
                panel.frame.type.words(middle, high, name, ha="center", va="bottom"), panel.above_data(0.03)
            )


def _numbers(curve: Curve) -> tuple[Numbers, Numbers, Numbers, Numbers]:
    at, middle, low, high = (np.array(values) for values in curve)
    return at - EPOCH, middle, low, high


def _joined(pieces: Sequence[Numbers]) -> Numbers:
    """One line of several pieces."""
    return np.concatenate([np.append(piece, np.nan) for piece in pieces])
