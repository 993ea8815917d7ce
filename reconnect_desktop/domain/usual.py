"""The person's own recent normal: how close it usually feels, and how long it usually is between contacts.

Every comparison on the screens is with this, never with other people. What lies further back counts less:
ratings halve in weight every 60 ratings, gaps every 40 gaps, which did best on simulated people.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.pauses import PausedDays
from reconnect_desktop.domain.records import Pause

WINDOW = 4  # ratings that make "lately"
BEFORE_LEAST = 5  # ratings before the window that make a usual
RATINGS_HALF = 60
GAPS_LEAST = 3
GAPS_HALF = 40


@dataclass(frozen=True, slots=True)
class Closeness:
    """Closeness lately and usually, each 1…7.

    recent: mean of the last 4 ratings (of fewer where there are fewer), None without any;
    usual: weighted mean of those before, None while there are fewer than 5;
    rated: ratings that were looked at; missing: how many more it takes for a usual.
    """

    recent: float | None
    usual: float | None
    rated: int
    missing: int


@dataclass(frozen=True, slots=True)
class Gap:
    """Days between contacts.

    last: the last day with a contact; days_since: local days since then, today being 0 (both None without any);
    usual: weighted median of finished gaps, days of declared pauses left out, None while there are fewer than 3;
    missing: how many more days with a contact it takes for a usual;
    counted: `days_since` with days of declared pauses left out: what is to be held against the usual.
    """

    last: date | None
    days_since: int | None
    usual: float | None
    missing: int
    counted: int | None = None


def closeness(interactions: Iterable[Interaction], today: date) -> Closeness:
    """What the ratings up to `today` say; the interactions may come in any order."""
    ratings = _ratings(interactions, today)
    window, before = ratings[-WINDOW:], ratings[:-WINDOW]
    enough = len(before) >= BEFORE_LEAST
    return Closeness(
        recent=sum(window) / len(window) if window else None,
        usual=usual_closeness(before) if enough else None,
        rated=len(ratings),
        missing=max(0, WINDOW + BEFORE_LEAST - len(ratings)),
    )


def gap(interactions: Iterable[Interaction], today: date, pauses: Iterable[Pause] = ()) -> Gap:
    """What the days with a contact up to `today` say; a message counts as one."""
    days = contact_days(interactions, today)
    paused = PausedDays(pauses)
    gaps = finished_gaps(days, paused)
    return Gap(
        last=days[-1] if days else None,
        days_since=(today - days[-1]).days if days else None,
        usual=usual_gap(gaps) if len(gaps) >= GAPS_LEAST else None,
        missing=max(0, GAPS_LEAST + 1 - len(days)),
        counted=paused.counted(days[-1], today) if days else None,
    )


def finished_gaps(days: Sequence[date], paused: PausedDays) -> list[int]:
    """Days from each of these days to the next, at least 1, without paused ones."""
    return [max(1, paused.counted(earlier, later)) for earlier, later in pairwise(days)]


def usual_gap(gaps: Sequence[int]) -> float:
    """The weighted median of finished gaps, oldest first; at least one."""
    return weighted_median(gaps, fading(len(gaps), GAPS_HALF))


def usual_closeness(ratings: Sequence[int]) -> float:
    """The weighted mean of ratings, oldest first; at least one."""
    return _mean(ratings, fading(len(ratings), RATINGS_HALF))


def contact_days(interactions: Iterable[Interaction], today: date) -> list[date]:
    """The days up to `today` with a contact, oldest first, each once."""
    return sorted({interaction.when.day for interaction in interactions if interaction.when.day <= today})


def fading(count: int, half: int) -> list[float]:
    """Weights for `count` values, oldest first: the newest weighs 1, the one `half` before it one half."""
    return [0.5 ** ((count - 1 - place) / half) for place in range(count)]


def weighted_median(values: Sequence[float], weights: Sequence[float]) -> float:
    """The value with half of the weight on either side; between two such values, their middle."""
    ordered = sorted(zip(values, weights, strict=True))
    half = sum(weights) / 2
    passed = 0.0
    for place, (value, weight) in enumerate(ordered):
        passed += weight
        if abs(passed - half) <= 1e-9 * half and place + 1 < len(ordered):
            return (value + ordered[place + 1][0]) / 2
        if passed > half:
            return value
    return ordered[-1][0]


def _ratings(interactions: Iterable[Interaction], today: date) -> list[int]:
    ordered = sorted((one for one in interactions if one.when.day <= today), key=lambda one: one.day_key)
    return [one.closeness for one in ordered if one.closeness is not None]


def _mean(values: Sequence[int], weights: Sequence[float]) -> float:
    return sum(value * weight for value, weight in zip(values, weights, strict=True)) / sum(weights)
