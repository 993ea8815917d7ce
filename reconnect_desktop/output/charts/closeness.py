"""Closeness over time: dots by medium, where they tend, the usual, and what was going on."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from reconnect_desktop import catalogue
from reconnect_desktop.domain.trends.closeness import ClosenessOverTime
from reconnect_desktop.language import tr
from reconnect_desktop.output.charts.chart import Chart, Spots
from reconnect_desktop.output.charts.contact_dots import contact_swarm
from reconnect_desktop.output.charts.course import (
    SHADED,
    draw_curves,
    draw_pauses,
    draw_rug,
    draw_spans,
    draw_usual,
    leave_strip,
    usual_entry,
    usual_width,
)
from reconnect_desktop.output.charts.frame import Frame, Panel, Room
from reconnect_desktop.output.charts.key import FLAG, RUG, Entry, Key
from reconnect_desktop.output.charts.marks import flags
from reconnect_desktop.output.charts.scale_of_circles import LEVELS, circles_width, draw_circles
from reconnect_desktop.output.charts.scales import Dates, day_number
from reconnect_desktop.output.charts.sentence import sentence_chart
from reconnect_desktop.output.charts.style import MARKERS, ChartStyle
from reconnect_desktop.output.dates import long_day
from reconnect_desktop.output.sentences import medium_word
from reconnect_desktop.output.trend_words import QUESTIONS, closeness_message

LOW, HIGH = LEVELS.limits


def draw(value: ClosenessOverTime, style: ChartStyle, *, size: tuple[float, float] = (9.4, 4.2)) -> Chart:
    """The chart, in a figure of `size` in inches."""
    message = closeness_message(value)
    if not value.dots:
        return sentence_chart(message, style, size, question=tr(QUESTIONS["closeness"]))
    frame = Frame(style, size, tr(QUESTIONS["closeness"]), message)
    drawing = _Drawing(value, frame)
    frame.fit()
    return Chart(figure=frame.figure, spots=drawing.spots(), fit=frame.fit)


class _Drawing:
    def __init__(self, value: ClosenessOverTime, frame: Frame) -> None:
        self._value = value
        self._style = frame.style
        self._type = frame.type
        self._named = True  # the usual, beside the axes
        days = Dates(value.span.first, value.span.last, frame.style.first_weekday)
        self._panel = frame.panel(days, LEVELS, room=self._room, then=self._place)
        self._swarm, self._media = contact_swarm(self._panel, value.dots)
        self._key = Key(self._entries(), frame.type)
        self._flags = np.array([day_number(flag.day) + 0.5 for flag in value.tries])
        drawn = self._panel.keep(flags(frame.style.colour("amber")))
        drawn.set_data(self._flags, np.full(len(self._flags), LOW))
        draw_spans(self._panel, value.gaps, "line", LOW, HIGH)
        draw_spans(self._panel, value.dips, "amber_soft", LOW, HIGH)
        draw_curves(self._panel, value.curves)
        self._unrated = np.array([day_number(day) + 0.5 for day in value.unrated_on])

    def spots(self) -> tuple[Spots, ...]:
        """The interactions, then the tries."""
        if not len(self._flags):
            return (self._swarm.spots,)
        y = np.full(len(self._flags), LOW)
        ids = [""] * len(self._flags)
        flags = Spots(axes=self._panel.axes, x=self._flags, y=y, ids=ids, words=self._flag_words)
        return self._swarm.spots, flags

    def _room(self, width: float) -> Room:
        name = usual_width(self._type, width) if self._value.usual else 0.0
        self._named = name > 0
        in_key = [usual_entry(self._style)] if self._value.usual and not self._named else []
        return Room(left=circles_width(self._type), right=name, above=self._key.height(width, in_key))

    def _place(self, panel: Panel) -> None:
        leave_strip(panel, LOW, HIGH, self._value.pauses)
        draw_rug(panel, self._unrated, LOW)
        self._swarm.place()
        draw_circles(panel)
        self._key.draw(panel)
        draw_pauses(panel, self._value.pauses, LOW, HIGH)
        if self._value.usual:
            draw_usual(panel, self._value.usual, named=self._named)

    def _entries(self) -> Sequence[Entry]:
        value, colour = self._value, self._style.colour
        media = [Entry(MARKERS[one], self._style.medium(one), medium_word(one)) for one in self._media]
        return [
            *media,
            *([Entry("-", colour("accent"), tr("where it tends, give or take"))] if value.curves else []),
            *([Entry("", colour("amber_soft"), tr("less close for a while"), SHADED)] if value.dips else []),
            *([Entry("", colour("line"), tr("a longer gap"), SHADED)] if value.gaps else []),
            *([Entry(RUG, colour("control"), tr("not rated"))] if value.unrated_on else []),
            *([Entry(FLAG, colour("amber"), tr("a try"))] if value.tries else []),
        ]

    def _flag_words(self, place: int) -> tuple[str, ...]:
        flag = self._value.tries[place]
        idea = catalogue.load().suggestion(flag.suggestion)
        return long_day(flag.day), tr("A try began"), *([idea.title] if idea else [])
