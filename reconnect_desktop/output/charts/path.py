"""How often and how close, month by month, as a path: the last two years strong, what was before as a faint cloud."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from matplotlib.collections import LineCollection
from matplotlib.colors import to_rgba
from matplotlib.lines import Line2D
from matplotlib.markers import MarkerStyle
from matplotlib.transforms import Affine2D
from numpy.typing import ArrayLike

from reconnect_desktop.domain.trends.path import OftenAndClose, Step
from reconnect_desktop.language import tr, tr_n
from reconnect_desktop.output.charts.chart import Chart, Spots
from reconnect_desktop.output.charts.day_words import month_mark
from reconnect_desktop.output.charts.frame import Frame, Panel, Room
from reconnect_desktop.output.charts.free_places import Wanted, free_places
from reconnect_desktop.output.charts.key import Entry, Key
from reconnect_desktop.output.charts.marks import BACK, LINE, OVER, TOP, Numbers
from reconnect_desktop.output.charts.scale_of_circles import LEVELS, circles_width, draw_circles
from reconnect_desktop.output.charts.scales import Numbers as Scale
from reconnect_desktop.output.charts.sentence import sentence_chart
from reconnect_desktop.output.charts.style import ChartStyle
from reconnect_desktop.output.charts.words import NORMAL, SEMI_BOLD, SMALL
from reconnect_desktop.output.dates import month_and_year
from reconnect_desktop.output.today_words import number
from reconnect_desktop.output.trend_words import QUESTIONS, path_message

STRONG = 24  # months, up to the last one, that the path is drawn through
_MISSING = 2  # months with too little to say, over which it is drawn on
_DAYS = 30.0  # that days in touch are counted in
_FAINTEST = 0.3
_LEAST_DAYS = 6.0  # that the scale of days shows at least
_ARROW = 0.3  # inches of a step, from which its direction is shown
_POINTS = 6.0
_ALONG = np.linspace(0.1, 0.9, 9)  # of a step, where names had better not lie


def draw(value: OftenAndClose, style: ChartStyle, *, size: tuple[float, float] = (7.0, 4.6)) -> Chart:
    """The chart, in a figure of `size` in inches."""
    message = path_message(value)
    if not value.steps:
        return sentence_chart(message, style, size, question=tr(QUESTIONS["path"]))
    frame = Frame(style, size, tr(QUESTIONS["path"]), message)
    drawing = _Drawing(value.steps, frame)
    frame.fit()
    return Chart(figure=frame.figure, spots=(drawing.spots,), fit=frame.fit)


class _Drawing:
    def __init__(self, steps: Sequence[Step], frame: Frame) -> None:
        self._steps = steps
        self._style, self._type = frame.style, frame.type
        self._x = np.array([step.days_in_touch for step in steps])
        self._y = np.array([step.closeness for step in steps])
        self._first = _first_strong(steps)
        self._joined = np.array([_follows(*two) for two in pairwise(steps[self._first :])], np.bool_)
        days = Scale(_limits(self._x))
        self._panel = frame.panel(days, LEVELS, room=self._room, then=self._place)
        self._key = Key(self._entries(), frame.type)
        self._draw_path()
        self.spots = Spots(
            axes=self._panel.axes, x=self._x, y=self._y, ids=[""] * len(steps), words=self._words
        )

    def _room(self, width: float) -> Room:
        return Room(left=circles_width(self._type), above=self._key.height(width))

    def _place(self, panel: Panel) -> None:
        draw_circles(panel)
        self._key.draw(panel)
        self._draw_arrows()
        self._draw_names()

    def _entries(self) -> Sequence[Entry]:
        colour = self._style.colour("accent")
        earlier = [Entry("o", self._style.colour("control"), tr("before that"))] if self._first else []
        return [
            Entry("", "none", tr("→ days in touch in a month")),
            Entry("", "none", tr("↑ how close it felt")),
            Entry("o", colour, tr("a month, the latest the strongest")),
            *earlier,
        ]

    def _strengths(self) -> Numbers:
        """Of the strong months, oldest first."""
        count = len(self._steps) - self._first
        return np.linspace(_FAINTEST, 1.0, count) if count > 1 else np.ones(1)

    def _draw_path(self) -> None:
        colour, surface = self._style.colour("accent"), self._style.colour("surface")
        before = slice(None, self._first)
        cloud = to_rgba(self._style.colour("control"), 0.4)
        self._panel.keep(_dots(self._x[before], self._y[before], 4.0, mfc=cloud, mec="none", zorder=BACK))
        places = np.column_stack((self._x, self._y))[self._first :]
        colours = [self._style.faint(colour, strength) for strength in self._strengths()]
        pieces = list(np.stack((places[:-1], places[1:]), axis=1)[self._joined])
        shades = [shade for shade, joined in zip(colours[1:], self._joined, strict=True) if joined]
        self._panel.keep(LineCollection(pieces, colors=shades, lw=1.8, zorder=LINE))
        for (x, y), shade in zip(places[:-1], colours, strict=False):
            self._panel.keep(_dots([x], [y], _POINTS, mfc=shade, mec=surface, zorder=OVER))
        last = _dots(self._x[-1:], self._y[-1:], _POINTS * 1.7, mfc=colour, mec=surface, zorder=TOP)
        self._panel.keep(last)

    def _inches(self) -> Numbers:
        """The places of all months within the axes."""
        (left, right), (low, high) = self._panel.across.limits, self._panel.up.limits
        inner = self._panel.inner
        across = (self._x - left) / (right - left) * inner.width
        return np.column_stack((across, (self._y - low) / (high - low) * inner.height))

    def _draw_arrows(self) -> None:
        """In the middle of each step that is long enough."""
        places = self._inches()[self._first :]
        style = self._style
        for nth, (one, other) in enumerate(pairwise(places)):
            across, up = other - one
            if math.hypot(across, up) < _ARROW or not self._joined[nth]:
                continue
            at = self._first + nth
            shade = style.faint(style.colour("accent"), self._strengths()[nth + 1])
            x, y = (values[at : at + 2].mean() for values in (self._x, self._y))
            turn = Affine2D().rotate(math.atan2(up, across))
            head = Line2D(
                [x], [y], ls="", marker=MarkerStyle(">", transform=turn), ms=6.5, mew=0, color=shade
            )
            self._panel.again(head).set_zorder(OVER)

    def _draw_names(self) -> None:
        places, named = self._inches(), self._named()
        pairs = zip(places[self._first : -1], places[self._first + 1 :], strict=True)
        joined = (pair for pair, there in zip(pairs, self._joined, strict=True) if there)
        along = [one + (other - one) * part for one, other in joined for part in _ALONG]
        height = self._type.height()
        widths = [self._type.width(self._name(at), SMALL, self._weight(at)) for at in named]
        wanted = [
            Wanted(x, y, width, height) for (x, y), width in zip(places[named].tolist(), widths, strict=True)
        ]
        bounds = self._panel.inner.width, self._panel.inner.height
        found = free_places(wanted, places, np.array(along).reshape(-1, 2), bounds)
        for at, place in zip(named, found, strict=True):
            if place is not None:
                words = self._type.words(
                    place[0] / bounds[0],
                    place[1] / bounds[1],
                    self._name(at),
                    weight=self._weight(at),
                    role="text",
                )
                self._panel.again(words, self._panel.axes.transAxes)

    def _named(self) -> list[int]:
        """The last month and the first, then those where the path reaches furthest to a side; strong ones only."""
        strong = slice(self._first, None)
        ends = [
            int(found)
            for values in (self._y[strong], self._x[strong])
            for found in (values.argmax(), values.argmin())
        ]
        return list(dict.fromkeys([len(self._steps) - 1, self._first, *(self._first + end for end in ends)]))

    def _weight(self, at: int) -> int:
        return SEMI_BOLD if at == len(self._steps) - 1 else NORMAL

    def _name(self, at: int) -> str:
        return month_mark(self._steps[at].month)

    def _words(self, at: int) -> tuple[str, ...]:
        step = self._steps[at]
        return (
            month_and_year(step.month),
            tr("In touch on {days} of 30 days", days=number(step.days_in_touch)),
            tr_n(
                "Closeness {closeness}, {count} rating",
                "Closeness {closeness}, {count} ratings",
                step.rated,
                closeness=number(step.closeness),
            ),
        )


def _first_strong(steps: Sequence[Step]) -> int:
    """The place of the first of the last two years."""
    since = steps[-1].month.ahead(1 - STRONG)
    return next(at for at, step in enumerate(steps) if step.month.first >= since.first)


def _follows(one: Step, other: Step) -> bool:
    """Whether the path goes on from one month to the other; over a long silence it does not."""
    return one.month.ahead(1 + _MISSING).first >= other.month.first


def _limits(days: Numbers) -> tuple[float, float]:
    """The days that the scale shows: all there are with some air, `_LEAST_DAYS` at least, none that there cannot be."""
    low, high = float(days.min()), float(days.max())
    shown = min(max((high - low) * 1.12, _LEAST_DAYS), _DAYS)
    left = min(max((low + high - shown) / 2, 0.0), _DAYS - shown)
    return left, left + shown


def _dots(x: ArrayLike, y: ArrayLike, points: float, **look: Any) -> Line2D:
    return Line2D(x, y, ls="", marker="o", ms=points, mew=0.8, **look)
