"""The charts of Trends, declared once: what each is called, asks, counts, draws and says.

Loading this loads no matplotlib: what draws is loaded when it is asked to.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from reconnect_desktop.domain.trends.by_month import ContactsByMonth, contacts_by_month
from reconnect_desktop.domain.trends.calendar import CalendarOfDays, calendar_of_days
from reconnect_desktop.domain.trends.closeness import ClosenessOverTime, closeness_over_time
from reconnect_desktop.domain.trends.gaps import GapsOverTime, gaps_over_time
from reconnect_desktop.domain.trends.going_with import GoingWithCloseness, going_with_closeness
from reconnect_desktop.domain.trends.mood import MoodBeside, mood_beside
from reconnect_desktop.domain.trends.path import OftenAndClose, often_and_close
from reconnect_desktop.domain.trends.sources import Sources
from reconnect_desktop.domain.trends.span import Span
from reconnect_desktop.language import tr
from reconnect_desktop.output import trend_tables as tables
from reconnect_desktop.output import trend_words as words
from reconnect_desktop.output.charts.group_rows import height_of

if TYPE_CHECKING:
    from reconnect_desktop.output.charts.chart import Chart
    from reconnect_desktop.output.charts.style import ChartStyle

V = TypeVar("V")
Size = tuple[float, float]  # width and height in inches


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartOptions:
    """without_drained: what goes with feeling close leaves out days on which the user was drained."""

    without_drained: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartKind(Generic[V]):
    """A chart: `compute` makes its value; `draw`, `message` and `table` show that value, each with the same numbers.

    key: as on the command line; called, asks: its title and its question in English; enough: whether there is anything to draw, and not the message alone;
    height: inches at which all of it has room.
    """

    key: str
    called: str
    asks: str
    compute: Callable[[Sources, Span, ChartOptions], V]
    draw: Callable[[V, ChartStyle, Size], Chart]
    message: Callable[[V], str]
    table: Callable[[V], tables.Table]
    enough: Callable[[V], bool]
    height: Callable[[V, ChartStyle], float] = lambda _, style: 3.6 + 0.16 * style.points

    @property
    def title(self) -> str:
        """What it is called, in the language spoken."""
        return tr(self.called)

    @property
    def question(self) -> str:
        """What it asks, in the language spoken."""
        return tr(self.asks)


def _drawn(key: str) -> Callable[[Any, ChartStyle, Size], Chart]:
    def draw(value: Any, style: ChartStyle, size: Size) -> Chart:
        from reconnect_desktop.output.charts.drawing import DRAW

        return DRAW[key](value, style, size=size)

    return draw


_CLOSENESS: ChartKind[ClosenessOverTime] = ChartKind(
    key="closeness",
    called=words.TITLES["closeness"],
    asks=words.QUESTIONS["closeness"],
    compute=lambda sources, span, _: closeness_over_time(sources, span),
    draw=_drawn("closeness"),
    message=words.closeness_message,
    table=tables.closeness_table,
    enough=lambda value: bool(value.dots),
)
_GAPS: ChartKind[GapsOverTime] = ChartKind(
    key="gaps",
    called=words.TITLES["gaps"],
    asks=words.QUESTIONS["gaps"],
    compute=lambda sources, span, _: gaps_over_time(sources, span),
    draw=_drawn("gaps"),
    message=words.gaps_message,
    table=tables.gaps_table,
    enough=lambda value: bool(value.gaps),
)
_MONTHS: ChartKind[ContactsByMonth] = ChartKind(
    key="months",
    called=words.TITLES["months"],
    asks=words.QUESTIONS["months"],
    compute=lambda sources, span, _: contacts_by_month(sources, span),
    draw=_drawn("months"),
    message=words.months_message,
    table=tables.months_table,
    enough=lambda value: any(month.contacts for month in value.months),
)
_CALENDAR: ChartKind[CalendarOfDays] = ChartKind(
    key="calendar",
    called=words.TITLES["calendar"],
    asks=words.QUESTIONS["calendar"],
    compute=lambda sources, span, _: calendar_of_days(sources, span),
    draw=_drawn("calendar"),
    message=words.calendar_message,
    table=tables.calendar_table,
    enough=lambda value: bool(value.days),
)
_GOING_WITH: ChartKind[GoingWithCloseness] = ChartKind(
    key="going-with",
    called=words.TITLES["going-with"],
    asks=words.QUESTIONS["going-with"],
    compute=lambda sources, span, options: going_with_closeness(
        sources, span, without_drained=options.without_drained
    ),
    draw=_drawn("going-with"),
    message=words.going_with_message,
    table=tables.going_with_table,
    enough=lambda value: bool(value.groups),
    height=height_of,
)
_PATH: ChartKind[OftenAndClose] = ChartKind(
    key="path",
    called=words.TITLES["path"],
    asks=words.QUESTIONS["path"],
    compute=lambda sources, span, _: often_and_close(sources, span),
    draw=_drawn("path"),
    message=words.path_message,
    table=tables.path_table,
    enough=lambda value: bool(value.steps),
)
_MOOD: ChartKind[MoodBeside] = ChartKind(
    key="mood",
    called=words.TITLES["mood"],
    asks=words.QUESTIONS["mood"],
    compute=lambda sources, span, _: mood_beside(sources, span),
    draw=_drawn("mood"),
    message=words.mood_message,
    table=tables.mood_table,
    enough=lambda value: bool(value.moods),
)

KINDS: tuple[ChartKind[Any], ...] = (_CLOSENESS, _GAPS, _MONTHS, _CALENDAR, _GOING_WITH, _PATH, _MOOD)
BY_KEY = {kind.key: kind for kind in KINDS}
