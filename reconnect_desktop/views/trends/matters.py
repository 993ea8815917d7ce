"""What a place in a chart opens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reconnect_desktop.domain.trends.calendar import CalendarOfDays
from reconnect_desktop.domain.trends.span import Span

if TYPE_CHECKING:
    from reconnect_desktop.views.trends.spot_places import SpotPlaces

Matter = str | Span | None


def matter_at(value: Any, places: SpotPlaces, at: int) -> Matter:
    """The id of an interaction; of a calendar's day with several, that day, to be seen in the Log; otherwise nothing."""
    if places.ids[at]:
        return places.ids[at]
    if isinstance(value, CalendarOfDays) and len(value.days) == len(places.ids):  # weeks are fewer
        return Span(value.days[at].day, value.days[at].day)
    return None
