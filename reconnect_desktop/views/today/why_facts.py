"""What the picture beside "Why this?" shows: the last ratings, or the last gaps, as numbers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from reconnect_desktop.domain.contacts import TALKS
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.pauses import PausedDays
from reconnect_desktop.domain.records import Pause
from reconnect_desktop.domain.signals import Dip, Gap, Of, Signal
from reconnect_desktop.domain.usual import contact_days
from reconnect_desktop.views.today.advice_reading import AdviceReading

RATINGS_MOST, GAPS_MOST = 20, 12


@dataclass(frozen=True, slots=True)
class DipFacts:
    """ratings: 1…7, the oldest first; the last `count` are the lower ones."""

    ratings: tuple[int, ...]
    count: int
    recent: float
    usual: float


@dataclass(frozen=True, slots=True)
class GapFacts:
    """gaps: finished ones in days, the oldest first; now: days since the last; fine: the own "still fine", if passed."""

    gaps: tuple[int, ...]
    now: int
    usual: float
    fine: int | None


Facts = DipFacts | GapFacts


def facts_of(signal: Signal, reading: AdviceReading) -> Facts:
    """What there is to draw about this signal."""
    day = reading.advice.day
    known = [one for one in reading.recent if one.when.day <= day and one.logged.day <= day]
    return _dip(signal, known) if isinstance(signal, Dip) else _gap(signal, known, reading.pauses)


def _dip(dip: Dip, known: Iterable[Interaction]) -> DipFacts:
    ordered = sorted(known, key=lambda one: (one.when.timestamp, one.id))
    ratings = [one.closeness for one in ordered if one.closeness is not None]
    return DipFacts(tuple(ratings[-RATINGS_MOST:]), dip.count, dip.recent, dip.usual)


def _gap(gap: Gap, known: Iterable[Interaction], pauses: Iterable[Pause]) -> GapFacts:
    counted = [one for one in known if gap.of is Of.CONTACT or one.medium in TALKS]
    paused = PausedDays(pauses)
    days = contact_days(counted, gap.since)
    gaps = [paused.counted(earlier, later) for earlier, later in pairwise(days)]
    return GapFacts(tuple(gaps[-GAPS_MOST:]), gap.days, gap.usual, gap.fine)
