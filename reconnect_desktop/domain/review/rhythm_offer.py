"""The rhythm moved to what is real, where it was missed again and again."""

from __future__ import annotations

from collections.abc import Sequence
from math import log

from reconnect_desktop.domain.review.month_review import RhythmOffer
from reconnect_desktop.domain.review.tally import Tally
from reconnect_desktop.domain.rhythm import DAYS, Interval

MONTHS = 3
_LEAST = 2  # contacts; with fewer there is no "about every"
# What people say: days, weeks, months, a year.
SAID: tuple[int, ...] = (
    *range(1, 6),
    7,
    10,
    14,
    21,
    30,
    45,
    60,
    90,
    120,
    180,
    270,
    365,
    545,
    730,
    1095,
    1825,
    DAYS[-1],
)


def rhythm_offer(now: Interval | None, months: Sequence[Tally]) -> RhythmOffer | None:
    """The offer after these three whole months, where each had a gap longer than is still fine; pauses are left out.

    None as well where what is real is as good as what was hoped for, or where there was too little contact to tell.
    """
    if now is None or len(months) != MONTHS or not all(_is_missed(now, month) for month in months):
        return None
    in_touch, days = sum(month.open_in_touch for month in months), sum(month.open_days for month in months)
    if in_touch < _LEAST:
        return None
    real = days / in_touch
    good = _as_said(real)
    if good <= now.good:
        return None
    fine = max(good, _as_said(good * now.fine / now.good))
    return RhythmOffer(now, real, Interval(good, fine))


def _is_missed(now: Interval, month: Tally) -> bool:
    return month.longest_gap is not None and month.longest_gap > now.fine


def _as_said(days: float) -> int:
    """The nearest that people say, by ratio; of two as near the longer, which asks for less."""
    return min(SAID, key=lambda said: _farness(said, days))


def _farness(said: int, days: float) -> tuple[float, int]:
    return abs(log(said / max(1.0, days))), -said
