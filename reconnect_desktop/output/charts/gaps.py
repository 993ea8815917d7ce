"""Days between contacts: a stem for each gap on the day it ended, beside the usual and the rhythm."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from matplotlib.lines import Line2D

from reconnect_desktop import language
from reconnect_desktop.domain.trends.gaps import GapsOverTime
from reconnect_desktop.language import tr, tr_n
from reconnect_desktop.output.charts.chart import Chart, Spots
from reconnect_desktop.output.charts.course import draw_pauses, leave_strip
from reconnect_desktop.output.charts.frame import Frame, Panel, Room
from reconnect_desktop.output.charts.gap_scale import GapScale
from reconnect_desktop.output.charts.key import Entry, Key
from reconnect_desktop.output.charts.marks import AREA, Numbers, dots, line, size_dots, told_apart
from reconnect_desktop.output.charts.scales import Dates, day_number
from reconnect_desktop.output.charts.sentence import sentence_chart
from reconnect_desktop.output.charts.side_labels import has_room, spread
from reconnect_desktop.output.charts.style import ChartStyle
from reconnect_desktop.output.charts.words import DPI
from reconnect_desktop.output.dates import long_day, short_day
from reconnect_desktop.output.today_words import number
from reconnect_desktop.output.trend_words import QUESTIONS, gaps_message

_COMMON = 90  # per cent of the gaps stay within what is common
_BESIDE = 0.13  # inches from the axes to a name
_SIZES = (
    (8, 6.5),
    (20, 5.2),
    (50, 4.0),
)  # stems in an inch of width, up to which their heads are so many points across
_SMALLEST = 2.6
_STEM = 0.45  # how strong the stems are


class Level(NamedTuple):
    """A line through the whole chart, in days, and its name."""

    days: float
    name: str
    dashed: bool

    @property
    def roles(self) -> tuple[str, str]:
        """Of the line and of its name."""
        return ("accent", "accent") if self.dashed else ("control", "muted")


def draw(value: GapsOverTime, style: ChartStyle, *, size: tuple[float, float] = (9.4, 3.4)) -> Chart:
    """The chart, in a figure of `size` in inches."""
    message = gaps_message(value)
    if not value.gaps:
        return sentence_chart(message, style, size, question=tr(QUESTIONS["gaps"]))
    frame = Frame(style, size, tr(QUESTIONS["gaps"]), message)
    drawing = _Drawing(value, frame)
    frame.fit()
    return Chart(figure=frame.figure, spots=(drawing.spots,), fit=frame.fit)


class _Drawing:
    def __init__(self, value: GapsOverTime, frame: Frame) -> None:
        self._value = value
        self._levels = _levels(value)
        self._scale = _scale(value, self._levels)
        self._named = True  # beside the lines, and not in the key
        days = Dates(value.span.first, value.span.last, frame.style.first_weekday)
        self._panel = frame.panel(days, self._scale, room=self._room, then=self._place)
        self._x = np.array([day_number(gap.until) + 0.5 for gap in value.gaps])
        self._y = self._scale.heights([gap.days for gap in value.gaps])
        self._kinds = np.array([2 if gap.lasts else int(gap.long) for gap in value.gaps])
        self._key = Key(self._entries(), frame.type)
        self._heads = [self._panel.keep(dots(colour, marker)) for colour, marker in self._looks()]
        self.spots = Spots(
            axes=self._panel.axes, x=self._x, y=self._y, ids=[""] * len(self._x), words=self._words
        )

    def _room(self, width: float) -> Room:
        type_, colour = self._panel.frame.type, self._panel.frame.style.colour
        names = max((type_.width(level.name) + _BESIDE for level in self._levels), default=0.0)
        self._named = has_room(names, width)
        in_key = [Entry("-", colour(level.roles[0]), level.name) for level in reversed(self._levels)]
        return Room(
            right=names if self._named else 0.0,
            above=self._key.height(width, () if self._named else in_key),
        )

    def _place(self, panel: Panel) -> None:
        high = self._scale.limits[1]
        leave_strip(panel, 0.0, high, self._value.pauses)
        draw_pauses(panel, self._value.pauses, 0.0, high)
        self._key.draw(panel)
        self._draw_levels()
        self._draw_stems()
        self._draw_heads()

    def _draw_levels(self) -> None:
        panel, style, type_ = self._panel, self._panel.frame.style, self._panel.frame.type
        heights = [float(self._scale.heights(level.days)) for level in self._levels]
        per_unit = self._per_unit()
        names = spread([at * per_unit for at in heights], type_.height(), panel.inner.height)
        for level, at, name in zip(self._levels, heights, names, strict=True):
            drawn = line(
                panel.across.limits,
                (at, at),
                style.colour(level.roles[0]),
                1.0,
                dashed=level.dashed,
                over=AREA,
            )
            panel.again(drawn)
            if not self._named:
                continue
            words = type_.words(1, name / per_unit, level.name, role=level.roles[1])
            panel.again(words, panel.beside_right(_BESIDE))

    def _draw_stems(self) -> None:
        """Fainter than their heads, but for the long ones; of those that share a pixel, the longest hides the others."""
        width = float(np.clip(self._panel.inner.width * 72 / len(self._x) / 3, 0.7, 1.8))
        places = self._across_pixels()
        for kind, (colour, _) in enumerate(self._looks()):
            longest: dict[int, int] = {}
            for place in np.flatnonzero(self._kinds == kind):
                held = longest.setdefault(int(places[place]), int(place))
                if self._y[place] > self._y[held]:
                    longest[int(places[place])] = int(place)
            shown = np.array(sorted(longest.values()), np.int64)
            shade = self._panel.frame.style.faint(colour, _STEM if kind == 0 else 1.0)
            self._panel.again(_stems(self._x[shown], self._y[shown], shade, width, dashed=kind == 2))

    def _draw_heads(self) -> None:
        across, up = self._across_pixels(), self._y * self._per_unit() * DPI
        shown = told_apart(across, up, self._kinds)
        style = self._panel.frame.style
        for kind, drawn in enumerate(self._heads):
            here = shown & (self._kinds == kind)
            drawn.set_data(self._x[here], self._y[here])
            size_dots(drawn, self._points() if kind == 0 else max(self._points() * 1.2, 4.0), style)
        self._heads[2].set(mfc=style.colour("surface"), mec=self._looks()[2][0], mew=1.6)

    def _per_unit(self) -> float:
        """Inches for each unit of height."""
        low, high = self._panel.axes.get_ylim()
        return self._panel.inner.height / (high - low)

    def _across_pixels(self) -> Numbers:
        low, high = self._panel.across.limits
        return (self._x - low) / (high - low) * self._panel.inner.width * DPI

    def _points(self) -> float:
        per_inch = len(self._x) / self._panel.inner.width
        grown = math.sqrt(self._panel.frame.style.points / 10)
        return grown * next((points for most, points in _SIZES if per_inch <= most), _SMALLEST)

    def _looks(self) -> tuple[tuple[str, str], ...]:
        """Colour and marker of those as usual, long ones, and the one that lasts."""
        colour = self._panel.frame.style.colour
        lasting = any(gap.long and gap.lasts for gap in self._value.gaps)
        return (
            (colour("accent"), "o"),
            (colour("amber"), "D"),
            (colour("amber"), "D") if lasting else (colour("accent"), "o"),
        )

    def _entries(self) -> Sequence[Entry]:
        words = (tr("days from one contact to the next"), tr("a longer gap"), tr("so far"))
        looks = zip(self._looks(), words, strict=True)
        there = [
            Entry(marker, colour, text, hollow=kind == 2)
            for kind, ((colour, marker), text) in enumerate(looks)
            if np.any(self._kinds == kind)
        ]
        if not self._scale.even:
            there.append(Entry("", "none", tr("the scale narrows upwards")))
        return there

    def _words(self, place: int) -> tuple[str, ...]:
        gap = self._value.gaps[place]
        if gap.lasts:
            days = tr_n("{count} day so far", "{count} days so far", gap.days)
            return days, tr("Since {day}", day=long_day(gap.since))
        days = tr_n("{count} day", "{count} days", gap.days)
        between = tr("From {first} to {last}", first=short_day(gap.since), last=short_day(gap.until))
        return days, between, *((tr("A longer gap"),) if gap.long else ())


def _levels(value: GapsOverTime) -> Sequence[Level]:
    """The lines there are, the lowest first."""
    levels = []
    if value.usual:
        levels.append(Level(value.usual, tr("usual: {days}", days=number(value.usual)), dashed=True))
    if value.rhythm:
        good, fine = value.rhythm.good, value.rhythm.fine
        levels.append(Level(good, tr("good: {days}", days=language.number(good)), dashed=False))
        if fine != good:
            levels.append(Level(fine, tr("still fine: {days}", days=language.number(fine)), dashed=False))
    return sorted(levels)


def _scale(value: GapsOverTime, levels: Sequence[Level]) -> GapScale:
    days = [gap.days for gap in value.gaps]
    highest = max((level.days for level in levels), default=0.0)
    return GapScale(max([*days, highest]), max(float(np.percentile(days, _COMMON)), highest))


def _stems(x: Numbers, y: Numbers, colour: str, width: float, *, dashed: bool) -> Line2D:
    nothing, interrupted = np.zeros(len(x)), np.full(len(x), np.nan)
    up = np.column_stack((nothing, y, interrupted)).ravel()
    return line(np.repeat(x, 3), up, colour, width, dashed=dashed, over=AREA)
