"""The closeness of one month, small: for its review on the page and on paper."""

from __future__ import annotations

from reconnect_desktop.domain.review.month_review import MonthReview
from reconnect_desktop.domain.trends.closeness import Paused
from reconnect_desktop.output.charts.chart import Chart
from reconnect_desktop.output.charts.contact_dots import contact_swarm
from reconnect_desktop.output.charts.course import (
    draw_pauses,
    draw_usual,
    leave_strip,
    usual_entry,
    usual_width,
)
from reconnect_desktop.output.charts.frame import Frame, Panel, Room
from reconnect_desktop.output.charts.key import Entry, Key
from reconnect_desktop.output.charts.scale_of_circles import LEVELS, circles_width, draw_circles
from reconnect_desktop.output.charts.scales import Dates
from reconnect_desktop.output.charts.style import MARKERS, ChartStyle
from reconnect_desktop.output.dates import month_and_year
from reconnect_desktop.output.sentences import medium_word

LOW, HIGH = LEVELS.limits


def draw(review: MonthReview, style: ChartStyle, *, size: tuple[float, float] = (6.5, 2.6)) -> Chart:
    """The month's ratings by day over the usual, in a figure of `size` in inches."""
    frame = Frame(style, size, month_and_year(review.month))
    drawing = _Drawing(review, frame)
    frame.fit()
    return Chart(figure=frame.figure, spots=(drawing.swarm.spots,), fit=frame.fit)


class _Drawing:
    def __init__(self, review: MonthReview, frame: Frame) -> None:
        self._band, self._pauses = review.band, _pauses(review)
        self._style, self._type = frame.style, frame.type
        self._named = True  # the usual, beside the axes
        days = Dates(review.month.first, review.month.last, frame.style.first_weekday)
        panel = frame.panel(days, LEVELS, room=self._room, then=self._place)
        self.swarm, media = contact_swarm(panel, review.dots)
        entries = [Entry(MARKERS[one], frame.style.medium(one), medium_word(one)) for one in media]
        self._key = Key(entries, frame.type)

    def _room(self, width: float) -> Room:
        name = usual_width(self._type, width) if self._band else 0.0
        self._named = name > 0
        in_key = [usual_entry(self._style)] if self._band and not self._named else []
        return Room(left=circles_width(self._type), right=name, above=self._key.height(width, in_key))

    def _place(self, panel: Panel) -> None:
        leave_strip(panel, LOW, HIGH, self._pauses)
        self.swarm.place()
        draw_circles(panel)
        self._key.draw(panel)
        draw_pauses(panel, self._pauses, LOW, HIGH)
        if self._band:
            draw_usual(panel, self._band, named=self._named)


def _pauses(review: MonthReview) -> list[Paused]:
    """Those that touch the month, as far as they lie in it."""
    first, last = review.month.first, review.month.last
    spans = [(max(one.start, first), min(one.end or last, last), one.reason) for one in review.pauses]
    return [Paused(*span) for span in spans if span[0] <= span[1]]
