"""Detectors that are told the truth about a person, as no program can be: how far noticing could go at best."""

from __future__ import annotations

from typing import Any

import numpy as np
from scipy import special

from benchmarks.detection.chances import swing
from benchmarks.detection.contact_times import contacts
from benchmarks.detection.people import Person, Record
from benchmarks.detection.rivals import known
from benchmarks.detection.simulator import TENSION

GRID = 21
FALL = 1.4  # the middle size of a dip
CHANGE, BACK = 1 / 100, 1 / 15  # chances a rating that a dip begins, and that it ends


def dips(person: Person) -> Any:
    """The odds of a dip by the exact filter, which knows level, noise, cuts, effects and the size of the dip."""
    feeling = person.meta["feeling"]
    levels = np.linspace(-3.2, 3.2, GRID) * np.sqrt(feeling.rho)
    weights = np.exp(-0.5 * levels**2 / feeling.rho)
    start = np.array([weights * 0.999, weights * 0.001]) / weights.sum()
    found = np.zeros(person.days)
    seen: list[Record] = []
    beliefs = [start]
    for day, until, so_far in known(person, lambda one: one.closeness is not None):
        records = [one for _, one in so_far]
        # A late entry takes the filter back to its own place.
        same = next(
            (i for i, (one, old) in enumerate(zip(records, seen, strict=False)) if one is not old), len(seen)
        )
        del beliefs[same + 1 :]
        for place in range(same, len(records)):
            passed = records[place].t - records[place - 1].t if place else 0.0
            beliefs.append(_after(beliefs[-1], records[place], passed, feeling, levels))
        seen = records
        chance = float(np.clip(beliefs[-1][1].sum(), 1e-9, 1 - 1e-9))
        found[day:until] = max(0.0, float(np.log(chance / (1 - chance))) + 8)
    return found


def _after(belief: Any, one: Record, passed: float, feeling: Any, levels: Any) -> Any:
    belief = belief @ _moves(feeling, levels, passed)
    moved = belief[0] * CHANGE - belief[1] * BACK
    belief = np.array([belief[0] - moved, belief[1] + moved]) * _likelihood(one, feeling, levels)
    return belief / belief.sum()


def _moves(feeling: Any, levels: Any, days: float) -> Any:
    days = max(0.02, round(days * 2) / 2)
    kept: dict[float, Any] = feeling.__dict__.setdefault("moves", {})
    if days not in kept:
        keep = np.exp(-days / feeling.tau)
        variance = feeling.rho * (1 - keep * keep) + 1e-6
        chances = np.exp(-0.5 * (levels[None, :] - keep * levels[:, None]) ** 2 / variance)
        kept[days] = chances / np.maximum(chances.sum(1, keepdims=True), 1e-300)
    return kept[days]


def _likelihood(one: Record, feeling: Any, levels: Any) -> Any:
    center = feeling.center[min(one.day, len(feeling.center) - 1)]
    tense = 1.0 if "tension" in one.tags else feeling.p_tension
    rows = []
    for fall in (0.0, FALL):
        mean = center + feeling.gain * (levels + feeling.effects[one.medium] - fall)
        calm = _chance_of(one.closeness or 1, mean, feeling)
        fight = _chance_of(one.closeness or 1, mean - feeling.gain * TENSION, feeling)
        rows.append((1 - tense) * calm + tense * fight + 1e-9)
    return np.array(rows)


def _chance_of(rating: int, mean: Any, feeling: Any) -> Any:
    edges = np.concatenate([[-np.inf], feeling.cuts, [np.inf]])[rating - 1 : rating + 1]
    low, high = (special.ndtr((edge - mean) / (feeling.gain * feeling.noise)) for edge in edges)
    return high - low


def silences(person: Person) -> Any:
    """3 + log10 of the years between silences this long, by the person's true law of gaps."""
    gaps = np.sort(_true_gaps(person))
    a_year = 365 / gaps.mean()
    edge = np.quantile(gaps, 0.98)
    beyond = gaps[gaps > edge] - edge
    decay = max(float(beyond.mean()) if len(beyond) > 3 else float(gaps.mean()) / 2, 0.3)
    found = np.zeros(person.days)
    paused = np.zeros(person.days + 2, bool)
    for _, start, end in person.pauses:
        paused[start + 1 : end + 1] = True
    before = np.concatenate([[0], np.cumsum(paused)])
    for day, until, so_far in known(person, lambda _: True):
        last, days = so_far[-1][1].day, np.arange(day, until)
        silence = (days - last) - (before[days + 1] - before[last + 1])
        within = 1 - np.searchsorted(gaps, silence, side="right") / len(gaps)
        tail = np.where(silence > edge, 0.02 * np.exp(-(silence - edge) / decay), within)
        found[day:until] = np.maximum(0, 3 - np.log10(np.maximum(tail, 1e-14)) - np.log10(a_year))
    return found


def _true_gaps(person: Person) -> Any:
    habit = person.meta["habits"]
    rng = np.random.default_rng(12345)
    clock = np.exp(swing(rng, 12_000, habit.swing_sd, 30) - habit.swing_sd**2 / 2)
    at, _ = contacts(rng, habit, clock)
    logged = rng.random(len(at)) < habit.p_log
    return np.diff(np.unique(at[logged].astype(int))).astype(float)
