"""What goes with feeling close: for each group the median with its interval, and of how many ratings."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from matplotlib.lines import Line2D
from matplotlib.transforms import ScaledTranslation, Transform

from reconnect_desktop import language
from reconnect_desktop.domain.measures import CLOSENESS, Medium
from reconnect_desktop.domain.trends.going_with import By, GoingWithCloseness, Group
from reconnect_desktop.language import tr, tr_in, tr_n
from reconnect_desktop.output.charts.chart import Chart, Spots
from reconnect_desktop.output.charts.frame import Frame, Panel, Room
from reconnect_desktop.output.charts.group_rows import Row, below_words, rows_of, rows_within
from reconnect_desktop.output.charts.marks import AREA, BACK, TOP, line
from reconnect_desktop.output.charts.scales import Steps, Tick
from reconnect_desktop.output.charts.sentence import sentence_chart
from reconnect_desktop.output.charts.style import MARKERS, ChartStyle
from reconnect_desktop.output.charts.words import NORMAL, SEMI_BOLD
from reconnect_desktop.output.today_words import number
from reconnect_desktop.output.trend_words import QUESTIONS, closest_group, going_with_message

_INDENT, _GAP = 0.12, 0.12  # inches
_NAMES, _LONGEST = 0.36, 6.0  # of the width that names may take; inches of the longest


def draw(value: GoingWithCloseness, style: ChartStyle, *, size: tuple[float, float] = (8.0, 6.0)) -> Chart:
    """A row for each group under the heading of its kind, the closest first."""
    message = going_with_message(value)
    if not value.groups:
        return sentence_chart(message, style, size, question=tr(QUESTIONS["going-with"]))
    frame = Frame(style, size, tr(QUESTIONS["going-with"]), message)
    rows, left_out = rows_of(value.groups, rows_within(size[1], style), closest_group(value))
    sheet = _Sheet(frame, rows, below_words(value, left_out), value.overall)
    panel = frame.panel(
        Steps((0.7, 7.3), _axis()),
        Steps((len(rows), 0.0), ()),
        lined=False,
        room=sheet.room,
        then=sheet.put_words,
    )
    spots = _draw_rows(panel, rows)
    if value.overall is not None:
        across, down = [value.overall] * 2, [0.0, len(rows)]
        panel.keep(line(across, down, style.colour("muted"), 1.0, dashed=True, over=AREA))
    frame.fit()
    return Chart(figure=frame.figure, spots=(spots,), fit=frame.fit)


def _axis() -> tuple[Tick, ...]:
    between = (Tick(at, str(at)) for at in CLOSENESS[1:-1])
    ends = tr("far apart"), tr_in("closeness", "close")
    return (Tick(1, f"1\n{ends[0]}"), *between, Tick(7, f"7\n{ends[1]}"))


def _draw_rows(panel: Panel, rows: Sequence[Row]) -> Spots:
    """Intervals and dots, in the medium's colour and shape where there is one."""
    style = panel.frame.style
    drawn = [(at + 0.5, row.group) for at, row in enumerate(rows) if row.group]
    for level in CLOSENESS:
        panel.keep(line([level, level], [0, len(rows)], style.colour("line"), 0.8, over=BACK))
    for y, group in drawn:
        colour, marker = _look(group, style)
        between = Line2D([group.low, group.high], [y, y], color=colour, lw=4, alpha=0.35, zorder=AREA)
        between.set_solid_capstyle("round")
        panel.keep(between)
        panel.keep(
            Line2D(
                [group.median],
                [y],
                marker=marker,
                ms=7,
                mew=0.8,
                mec=style.colour("surface"),
                mfc=colour,
                zorder=TOP,
            )
        )
    groups = [group for _, group in drawn]
    return Spots(
        axes=panel.axes,
        x=np.array([group.median for group in groups]),
        y=np.array([y for y, _ in drawn]),
        ids=[""] * len(groups),
        words=lambda at: _group_words(rows, groups[at]),
    )


def _look(group: Group, style: ChartStyle) -> tuple[str, str]:
    if group.by is By.MEDIUM:
        return style.medium(Medium(group.key)), MARKERS[Medium(group.key)]
    return style.colour("accent"), "o"


def _group_words(rows: Sequence[Row], group: Group) -> tuple[str, ...]:
    heading = next(row.text for row in rows if row.group is group)
    between = tr("Likely between {low} and {high}", low=number(group.low), high=number(group.high))
    median = tr("Median {median} of 7", median=number(group.median))
    return heading, median, between, tr_n("{count} rating", "{count} ratings", group.count)


class _Sheet:
    """The words around the rows, put anew for each size."""

    def __init__(self, frame: Frame, rows: Sequence[Row], below: str, overall: float | None) -> None:
        self._frame, self._rows, self._below, self._overall = frame, rows, below, overall
        self._names = [frame.type.shortened(row.text, _LONGEST, weight=_weight(row)) for row in rows]
        self._ratings = tr("ratings")
        self._all = tr("all: {closeness}", closeness=number(overall or 0))
        counts = [language.number(row.group.count) for row in rows if row.group]
        self._right = max(map(frame.type.width, [self._ratings, *counts])) + _GAP

    def room(self, _: float) -> Room:
        """Left for the names, right for how many ratings, below for what is not shown."""
        type_ = self._frame.type
        names = [
            type_.width(name, weight=_weight(row)) + _inset(row)
            for name, row in zip(self._names, self._rows, strict=True)
        ]
        most = self._frame.figure.get_size_inches()[0] * _NAMES
        below = type_.height(len(self._lines())) + _GAP if self._below else 0.0
        return Room(
            left=min(max(names), most) + _GAP, right=self._right, above=type_.height() * 1.3, below=below
        )

    def put_words(self, panel: Panel) -> None:
        """Names, numbers of ratings, the overall median, and the words below."""
        type_ = self._frame.type
        left = self.room(0).left
        for at, (name, row) in enumerate(zip(self._names, self._rows, strict=True)):
            shown = type_.shortened(name, left - _GAP - _inset(row) + 0.01, weight=_weight(row))
            words = type_.words(0, at + 0.5, shown, weight=_weight(row), role="text")
            panel.again(words, self._beside(panel, 0, _inset(row) - left))
            if row.group:
                count = type_.words(1, at + 0.5, language.number(row.group.count), ha="right")
                panel.again(count, self._beside(panel, 0, self._right))
        heading = type_.words(1, 0, self._ratings, ha="right", va="bottom")
        panel.again(heading, self._beside(panel, 0.05, self._right))
        if self._overall is not None:
            told = type_.words(self._overall, 0, self._all, ha="right", va="bottom")
            panel.again(told, panel.axes.transData + self._moved(self._beside_the_line(panel), 0.05))
        self._put_below(panel, left)

    def _beside_the_line(self, panel: Panel) -> float:
        """How far right of the line of all its name ends: in its middle, or left of it where it would touch the heading."""
        low, high = panel.across.limits
        right = (high - (self._overall or high)) / (high - low) * panel.inner.width + self._right
        half = self._frame.type.width(self._all) / 2
        return min(half, right - self._frame.type.width(self._ratings) - _GAP * 2)

    def _put_below(self, panel: Panel, left: float) -> None:
        type_ = self._frame.type
        if self._below:
            words = type_.words(0, 0, "\n".join(self._lines()), va="bottom")
            down = panel.outer_height(panel.inner.width).below
            panel.again(words, panel.axes.transAxes + self._moved(-left, -down))

    def _lines(self) -> list[str]:
        width = self._frame.figure.get_size_inches()[0] - 0.2
        return self._frame.type.wrapped(self._below, width, 0.9)

    def _beside(self, panel: Panel, up: float, across: float) -> Transform:
        return panel.axes.get_yaxis_transform() + self._moved(across, up)

    def _moved(self, across: float, up: float) -> ScaledTranslation:
        return ScaledTranslation(across, up, self._frame.figure.dpi_scale_trans)


def _weight(row: Row) -> int:
    return NORMAL if row.group else SEMI_BOLD


def _inset(row: Row) -> float:
    return _INDENT if row.group else 0.0
