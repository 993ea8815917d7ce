"""My own mood above, closeness below, over the same days: two panels, never two scales in one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np

from reconnect_desktop.domain.measures import MOOD
from reconnect_desktop.domain.trends.mood import MoodBeside, MoodDot
from reconnect_desktop.language import mark, tr
from reconnect_desktop.output.charts.chart import Chart
from reconnect_desktop.output.charts.contact_dots import contact_swarm
from reconnect_desktop.output.charts.course import draw_curves
from reconnect_desktop.output.charts.frame import Frame, Panel, Room
from reconnect_desktop.output.charts.key import Entry, Key
from reconnect_desktop.output.charts.scale_of_circles import LEVELS, circles_width, draw_circles
from reconnect_desktop.output.charts.scales import EPOCH, Dates, Tick, Unsaid
from reconnect_desktop.output.charts.sentence import sentence_chart
from reconnect_desktop.output.charts.style import MARKERS, ChartStyle
from reconnect_desktop.output.charts.swarm import Swarm
from reconnect_desktop.output.charts.words import Type
from reconnect_desktop.output.dates import long_day
from reconnect_desktop.output.sentences import medium_word, mood_word
from reconnect_desktop.output.trend_words import QUESTIONS, mood_message

_MARKERS = {MoodDot.CHECK_IN: "o", MoodDot.INTERACTION: "s"}
_NAMES = {
    MoodDot.CHECK_IN: mark("noted by itself"),
    MoodDot.INTERACTION: mark("beside an interaction"),
}
_HEIGHTS = (1.0, 1.2)  # of mood and closeness


class Moods:
    """The five moods, all that have room above one another, or the first and the last."""

    limits = (0.5, 5.5)

    def ticks(self, inches: float, type_: Type, /) -> Sequence[Tick]:
        """A word each."""
        pitch = inches / (self.limits[1] - self.limits[0])
        step = next((step for step in (1, 2) if step * pitch >= 1.1 * type_.height()), 4)
        return [Tick(float(mood), mood_word(mood)) for mood in MOOD[::step]]


def draw(value: MoodBeside, style: ChartStyle, *, size: tuple[float, float] = (9.4, 4.6)) -> Chart:
    """The chart, in a figure of `size` in inches."""
    message = mood_message(value)
    if not value.moods:
        return sentence_chart(message, style, size, question=tr(QUESTIONS["mood"]))
    frame = Frame(style, size, tr(QUESTIONS["mood"]), message)
    days = Dates(value.span.first, value.span.last, style.first_weekday)
    mood, closeness = _Mood(value, frame, days), _Closeness(value, frame, days)
    frame.fit()
    return Chart(figure=frame.figure, spots=(mood.swarm.spots, closeness.swarm.spots), fit=frame.fit)


class _Mood:
    def __init__(self, value: MoodBeside, frame: Frame, days: Dates) -> None:
        self._value = value
        panel = frame.panel(Unsaid(days), Moods(), room=self._room, then=self._place, weight=_HEIGHTS[0])
        kinds = list(MoodDot)
        colour = frame.style.colour("muted")
        self.swarm = Swarm(
            panel,
            np.array([noted.at for noted in value.moods]) - EPOCH,
            np.array([noted.mood for noted in value.moods], np.float64),
            np.array([kinds.index(noted.where) for noted in value.moods]),
            looks=[(colour, _MARKERS[kind]) for kind in kinds],
            ids=[noted.id for noted in value.moods],
            words=self._words,
        )
        there = {noted.where for noted in value.moods}
        entries = [Entry(_MARKERS[kind], colour, tr(_NAMES[kind])) for kind in kinds if kind in there]
        self._key = Key([Entry("", "none", tr("My mood:")), *entries], frame.type)
        draw_curves(panel, value.mood_curves, "muted")

    def _room(self, width: float) -> Room:
        return Room(above=self._key.height(width))

    def _place(self, panel: Panel) -> None:
        self.swarm.place()
        self._key.draw(panel)

    def _words(self, place: int) -> tuple[str, ...]:
        noted = self._value.moods[place]
        return long_day(date.fromordinal(int(noted.at))), tr("Mood: {mood}", mood=mood_word(noted.mood))


class _Closeness:
    def __init__(self, value: MoodBeside, frame: Frame, days: Dates) -> None:
        self._type = frame.type
        panel = frame.panel(days, LEVELS, room=self._room, then=self._place, weight=_HEIGHTS[1])
        self.swarm, media = contact_swarm(panel, value.dots)
        entries = [Entry(MARKERS[one], frame.style.medium(one), medium_word(one)) for one in media]
        self._key = Key([Entry("", "none", tr("Closeness:")), *entries], frame.type)
        draw_curves(panel, value.closeness_curves)

    def _room(self, width: float) -> Room:
        return Room(left=circles_width(self._type), above=self._key.height(width))

    def _place(self, panel: Panel) -> None:
        self.swarm.place()
        draw_circles(panel)
        self._key.draw(panel)
