"""Everything the Trends page shows, read in one go, off the GUI thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from reconnect_desktop.collector import kept_from_collector
from reconnect_desktop.domain.pauses import pause_on
from reconnect_desktop.domain.records import PauseReason
from reconnect_desktop.domain.trends.sources import Point, Sources
from reconnect_desktop.domain.trends.span import Span, everything
from reconnect_desktop.journal import Journal


@dataclass(frozen=True)
class Reading:
    """sources: what the charts are made from, as of today."""

    sources: Sources

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing yet that any chart could show."""
        return not (self.sources.points or self.sources.moods)

    @property
    def grieves(self) -> bool:
        """Whether a pause of today asks that nothing be counted."""
        pause = pause_on(self.sources.today, self.sources.pauses)
        return pause is not None and pause.reason is PauseReason.GRIEF

    @cached_property
    def points(self) -> Mapping[str, Point]:
        """The interactions by their ids."""
        return {point.id: point for point in self.sources.points}

    @cached_property
    def whole(self) -> Span:
        """All the days there is anything of."""
        return everything(self.sources)


def read_trends(journal: Journal) -> Reading:
    """What there is to show now. Raises UserErrors."""
    with kept_from_collector():
        reading = Reading(journal.trend_sources())
        _ = reading.points, reading.whole  # put in order here, not in the GUI thread
    return reading
