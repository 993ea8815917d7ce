"""Contacts and the time together, by month and medium: two rows of stacked bars."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.transforms import ScaledTranslation
from numpy.typing import NDArray

from reconnect_desktop.domain.measures import Medium
from reconnect_desktop.domain.trends.by_month import ContactsByMonth
from reconnect_desktop.domain.trends.going_with import By
from reconnect_desktop.language import mark, number, tr, tr_n
from reconnect_desktop.output.charts.bars import Bar, BarScale, bars_of
from reconnect_desktop.output.charts.chart import Chart, Spots
from reconnect_desktop.output.charts.frame import Frame, Panel, Room
from reconnect_desktop.output.charts.marks import AREA, DOTS, Block, blocks, line
from reconnect_desktop.output.charts.scales import Numbers
from reconnect_desktop.output.charts.sentence import sentence_chart
from reconnect_desktop.output.charts.side_labels import SideLabel, draw_side_labels, side_width
from reconnect_desktop.output.charts.style import ChartStyle
from reconnect_desktop.output.charts.words import SEMI_BOLD
from reconnect_desktop.output.group_words import group_word
from reconnect_desktop.output.sentences import length_words
from reconnect_desktop.output.trend_words import QUESTIONS, months_message

_WIDE = 0.76  # of a bar's place, and less where there are few
_HEADROOM = 1.06
_FAINT = 0.5  # how strong a bar is that is in part
_OVER = 0.06  # inches from the axes to the title over them
# By how many months make a bar.
_CONTACTS = {
    1: mark("Contacts by month"),
    3: mark("Contacts by quarter"),
    12: mark("Contacts by year"),
}
_TOGETHER = {
    1: mark("Time together by month"),
    3: mark("Time together by quarter"),
    12: mark("Time together by year"),
}
_KNOWN = {
    1: mark("Time together by month, where the length is known"),
    3: mark("Time together by quarter, where the length is known"),
    12: mark("Time together by year, where the length is known"),
}
_MANY_MINUTES = 180  # above which hours are told


@dataclass(frozen=True, slots=True)
class _Stack:
    """A row of bars: numbers by medium, and how one is told on the axis. titles: the longest first."""

    titles: Sequence[str]
    counted: Sequence[dict[Medium, float]]
    say: Callable[[float], str]

    @property
    def most(self) -> float:
        return max(sum(bar.values()) for bar in self.counted)


def draw(value: ContactsByMonth, style: ChartStyle, *, size: tuple[float, float] = (8.0, 4.4)) -> Chart:
    """Bars of contacts, and under them of the time together where a length is known."""
    message = months_message(value)
    if not any(month.contacts for month in value.months):
        return sentence_chart(message, style, size, question=tr(QUESTIONS["months"]))
    frame = Frame(style, size, tr(QUESTIONS["months"]), message)
    bars = bars_of(value)
    stacks = _stacks(bars)
    panels = [
        _panel(frame, bars, stack, value.media, named=stack is stacks[-1], labelled=stack is stacks[0])
        for stack in stacks
    ]
    frame.fit()
    spots = tuple(_spots(panel, bars) for panel in panels)
    return Chart(figure=frame.figure, spots=spots, fit=frame.fit)


def _stacks(bars: Sequence[Bar]) -> list[_Stack]:
    every = bars[0].months
    found = [_Stack([tr(_CONTACTS[every])], [_parts(bar.contacts) for bar in bars], number)]
    if any(bar.minutes for bar in bars):
        titles = [tr(_KNOWN[every])] if any(bar.unknown for bar in bars) else []
        hours = max(bar.minutes.total() for bar in bars) > _MANY_MINUTES
        parts = [_parts(bar.minutes, 60 if hours else 1) for bar in bars]
        found.append(_Stack([*titles, tr(_TOGETHER[every])], parts, _hours if hours else _minutes))
    return found


def _hours(hours: float) -> str:
    return tr("{hours} h", hours=number(hours))


def _minutes(minutes: float) -> str:
    return tr("{minutes} min", minutes=number(minutes))


def _parts(counted: Counter[Medium], unit: float = 1) -> dict[Medium, float]:
    return {medium: count / unit for medium, count in counted.items()}


def _panel(
    frame: Frame, bars: Sequence[Bar], stack: _Stack, media: Sequence[Medium], *, named: bool, labelled: bool
) -> Panel:
    """One row. named: with the months under it; labelled: with the media beside it."""

    def then(panel: Panel) -> None:
        _put_title(panel, stack.titles)
        if labelled:
            draw_side_labels(panel, _labels(stack, media, frame.style))

    beside = side_width([_name(medium) for medium in media], frame.type)
    above = frame.type.height() + _OVER
    panel = frame.panel(
        BarScale(tuple(bars), named=named),
        Numbers((0.0, stack.most * _HEADROOM), stack.say),
        room=lambda _: Room(right=beside, above=above),
        then=then,
    )
    _draw_bars(panel, bars, stack, media)
    return panel


def _draw_bars(panel: Panel, bars: Sequence[Bar], stack: _Stack, media: Sequence[Medium]) -> None:
    """Each medium as one artist for whole bars and one for those in part; lines of the ground's colour between."""
    style = panel.frame.style
    half = _WIDE / 2 * min(1.0, len(bars) / 8)
    foot = np.zeros(len(bars))
    for medium in media:
        heights = np.array([counted.get(medium, 0.0) for counted in stack.counted])
        for in_part in (False, True):
            colour = style.faint(style.medium(medium), _FAINT if in_part else 1.0)
            drawn = [
                Block(at - half, at + half, foot[at], foot[at] + heights[at])
                for at, bar in enumerate(bars)
                if heights[at] and bool(bar.part) == in_part
            ]
            panel.keep(blocks(drawn, colour, over=AREA))
        foot += heights
        _draw_edges(panel, foot[heights > 0], np.flatnonzero(heights).astype(float), half)


def _draw_edges(panel: Panel, y: NDArray[np.float64], x: NDArray[np.float64], half: float) -> None:
    """A line over each segment, as thin as can be seen."""
    nan = np.full(len(x), np.nan)
    across = np.column_stack((x - half, x + half, nan)).ravel()
    panel.keep(
        line(
            across, np.column_stack((y, y, nan)).ravel(), panel.frame.style.colour("surface"), 1.0, over=DOTS
        )
    )


def _put_title(panel: Panel, titles: Sequence[str]) -> None:
    """The first that has room, else as much of the last as has."""
    type_, width = panel.frame.type, panel.inner.width
    fitting = (title for title in titles if type_.width(title, weight=SEMI_BOLD) <= width)
    told = next(fitting, "") or type_.shortened(titles[-1], width, weight=SEMI_BOLD)
    over = ScaledTranslation(0, _OVER, panel.frame.figure.dpi_scale_trans)
    words = type_.words(0, 1, told, weight=SEMI_BOLD, role="text", va="bottom")
    panel.again(words, panel.axes.transAxes + over)


def _labels(stack: _Stack, media: Sequence[Medium], style: ChartStyle) -> list[SideLabel]:
    """The media in the order of the bars, each as high as in the last bar that has something."""
    last = next(counted for counted in reversed(stack.counted) if counted)
    found, foot = [], 0.0
    for medium in media:
        height = last.get(medium, 0.0)
        found.append(SideLabel(_name(medium), style.medium(medium), foot + height / 2))
        foot += height
    return found


def _name(medium: Medium) -> str:
    return group_word(By.MEDIUM, medium.value)


def _spots(panel: Panel, bars: Sequence[Bar]) -> Spots:
    """Each bar's place from below to above, so that a small one is hit as well."""
    high = panel.up.limits[1]
    return Spots(
        axes=panel.axes,
        x=np.arange(len(bars), dtype=float),
        y=np.full(len(bars), high / 2),
        ids=[""] * len(bars),
        words=lambda at: _bar_words(bars[at]),
        reach=(0.5, high / 2),
    )


def _bar_words(bar: Bar) -> tuple[str, ...]:
    heading = tr("{months}, {part}", months=bar.name, part=bar.part) if bar.part else bar.name
    if not bar.contacts:
        return heading, tr("No contact logged")
    lines = [_medium_words(bar, medium) for medium, _ in bar.contacts.most_common()]
    if len(lines) > 1:
        lines.append(_all_words(bar))
    if bar.unknown:
        lines.append(tr("Length not known: {contacts}", contacts=number(bar.unknown)))
    return heading, *lines


def _all_words(bar: Bar) -> str:
    contacts = bar.contacts.total()
    if not bar.minutes:
        return tr_n("All: {count} contact", "All: {count} contacts", contacts)
    length = length_words(bar.minutes.total())
    return tr_n("All: {count} contact, {length}", "All: {count} contacts, {length}", contacts, length=length)


def _medium_words(bar: Bar, medium: Medium) -> str:
    name, contacts = _name(medium), number(bar.contacts[medium])
    if not bar.minutes[medium]:
        return tr("{medium}: {contacts}", medium=name, contacts=contacts)
    length = length_words(bar.minutes[medium])
    return tr("{medium}: {contacts}, {length}", medium=name, contacts=contacts, length=length)
