"""What ours is held against: rules of typical apps, and the best reference detectors.

Each is a function from a person to one number a day (higher: more alarming), computed from what was logged by then.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np
from scipy import special

from benchmarks.detection.people import Person, Record

SHAPES = np.array([0.5, 0.8, 1.2, 1.8, 2.8, 4.5, 8.0])
COMMON = np.array([0.6, 1.2, 1.6, 1.5, 1.0, 0.6, 0.3]) / 6.8
TALKS = ("call", "video", "visit")


def known(
    person: Person, counts: Callable[[Record], bool]
) -> Iterator[tuple[int, int, list[tuple[float, Record]]]]:
    """(from this day, until that, what was logged by then, in order of time) for each day on which something was."""
    coming = sorted((one for one in person.records if counts(one)), key=lambda one: one.logged)
    days = [max(int(one.logged), one.day) for one in coming]
    so_far: list[tuple[float, Record]] = []
    for place, (one, day) in enumerate(zip(coming, days, strict=True)):
        insort(so_far, (one.t, one), key=lambda item: item[0])
        until = min(days[place + 1] if place + 1 < len(days) else person.days, person.days)
        if until > day:
            yield day, until, so_far


def of_ratings(statistic: Callable[[list[float]], float]) -> Callable[[Person], Any]:
    """A daily trace of a statistic of the ratings, which are brought to 1…5."""

    def trace(person: Person) -> Any:
        found = np.zeros(person.days)
        for day, until, so_far in known(person, lambda one: one.closeness is not None):
            ratings = [1 + 4 * ((one.closeness or 1) - 1) / (person.scale - 1) for _, one in so_far]
            found[day:until] = statistic(ratings)
        return found

    return trace


def last_three(ratings: list[float]) -> float:
    """How far the last three lie below the top: 2 is the middle of the scale."""
    return 5.0001 - float(np.mean(ratings[-3:])) if len(ratings) >= 3 else 0.0


def last_four_against_mean(ratings: list[float]) -> float:
    """How far the last four lie below the mean of all before."""
    before = ratings[:-4]
    return float(np.mean(before) - np.mean(ratings[-4:])) if len(before) >= 5 else 0.0


def window(ratings: list[float]) -> float:
    """The largest standardized drop of the last 3 to 6 ratings below the own usual (the best reference detector)."""
    best = 0.0
    for count in range(3, 7):
        before = np.array(ratings[:-count])
        if len(before) < 5:
            break
        weights = 0.5 ** (np.arange(len(before))[::-1] / 60)
        total = weights.sum()
        usual = (1.5 * 3.7 + (weights * before).sum()) / (1.5 + total)
        variance = (5 * 0.64 + (weights * (before - usual) ** 2).sum()) / (5 + total)
        drop = usual - float(np.mean(ratings[-count:]))
        independent = total**2 / (weights**2).sum() + 1.5
        if drop >= 0.4:
            best = max(best, drop / np.sqrt(variance * (1 / count + 1 / independent)))
    return best


def of_silences(
    statistic: Callable[[list[float], Any], Any], media: Sequence[str] = (), *, declared: bool = True
) -> Callable[[Person], Any]:
    """A daily trace of a statistic of (finished gaps, days of silence so far); declared: pauses stop the clock."""

    def trace(person: Person) -> Any:
        found = np.zeros(person.days)
        paused = np.zeros(person.days + 2, bool)
        for _, start, end in person.pauses if declared else ():
            paused[start + 1 : end + 1] = True
        before = np.concatenate([[0], np.cumsum(paused)])

        def counted(earlier: Any, later: Any) -> Any:
            return (later - earlier) - (before[later + 1] - before[earlier + 1])

        for day, until, so_far in known(person, lambda one: not media or one.medium in media):
            days = np.unique([one.day for _, one in so_far])
            gaps = np.maximum(1.0, counted(days[:-1], days[1:])).tolist()
            found[day:until] = statistic(gaps, counted(days[-1], np.arange(day, until)).astype(float))
        return found

    return trace


def fixed_days(_gaps: list[float], silence: Any) -> Any:
    """Days since the last contact."""
    return silence


def times_mean(gaps: list[float], silence: Any) -> Any:
    """The silence in own mean gaps."""
    return silence / np.mean(gaps) if len(gaps) >= 4 else silence * 0


def gamma_return_period(gaps: list[float], silence: Any) -> Any:
    """3 + log10 of the years between silences this long, under a gamma law learned from the gaps (the best reference)."""
    if len(gaps) < 2 or silence[-1] < 3:
        return silence * 0
    days = _cut(gaps)
    weights = 0.5 ** (np.arange(len(days))[::-1] / 40)
    number, scale = weights.sum(), 12.0 + (weights * days).sum()
    prior, pace = 2 * SHAPES, 2 * SHAPES + SHAPES * number
    fit = np.log(COMMON) + special.gammaln(pace) - special.gammaln(prior) + prior * np.log(12.0)
    fit += (
        -pace * np.log(scale)
        + (SHAPES - 1) * (weights * np.log(days)).sum()
        - number * special.gammaln(SHAPES)
    )
    chances = np.exp(fit - fit.max())
    chances /= chances.sum()
    share = (silence / (silence + scale))[:, None]
    tail = (chances * special.betaincc(SHAPES[None, :], pace[None, :], share)).sum(1)
    lately = gaps[-30:]
    a_year = 365 / ((18 + sum(lately)) / (3 + len(lately)))
    found = 3 - np.log10(np.maximum(tail, 1e-14)) - np.log10(a_year)
    return np.where(silence >= 3, np.maximum(found, 0), 0)


def _cut(gaps: list[float]) -> Any:
    """Each gap at most three medians of the thirty before it; of the newest 400, for the rest weighs nothing."""
    first = max(0, len(gaps) - 400)
    found = gaps[first:]
    for place in range(max(first, 4), len(gaps)):
        ordered = sorted(gaps[max(0, place - 30) : place])
        middle = (ordered[len(ordered) // 2] + ordered[~(len(ordered) // 2)]) / 2
        found[place - first] = min(gaps[place], 3 * max(middle, 1.0) + 1)
    return np.array(found)
