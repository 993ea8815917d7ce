"""The random processes that a simulated life is made of."""

from __future__ import annotations

from typing import Any

import numpy as np

MEDIA = ("message", "call", "video", "visit")


def swing(rng: Any, days: int, sd: float, tau: float) -> Any:
    """A daily Ornstein-Uhlenbeck path: spells that last about `tau` days."""
    keep = np.exp(-1.0 / tau)
    steps = rng.standard_normal(days) * sd * np.sqrt(1 - keep * keep)
    path = np.empty(days)
    now = rng.standard_normal() * sd
    for day in range(days):
        now = keep * now + steps[day]
        path[day] = now
    return path


def ramp(days: int, start: float, full: float, rec: float, end: float) -> Any:
    """0 until `start`, 1 from `full` to `rec`, 0 again from `end`, day by day."""
    middle = np.arange(days) + 0.5
    rising = np.clip((middle - start) / max(full - start, 1e-9), 0, 1)
    falling = np.clip((end - middle) / max(end - rec, 1e-9), 0, 1)
    return np.minimum(rising, falling)


def renewal(rng: Any, clock: Any, mean: float, shape: float) -> Any:
    """Times of a renewal process with gamma gaps, run on a clock whose speed differs from day to day."""
    elapsed = np.concatenate([[0.0], np.cumsum(clock)])
    total = elapsed[-1]
    gaps = rng.gamma(shape, mean / shape, int(total / mean * 1.5 + 40))
    gaps[0] *= rng.random()
    at = np.cumsum(gaps)
    at = at[at < total]
    # Where the clock stands still `elapsed` is flat; from the left, the event falls after the flat part.
    day = np.clip(np.searchsorted(elapsed, at, side="left") - 1, 0, len(clock) - 1)
    return day + np.clip((at - elapsed[day]) / np.maximum(clock[day], 1e-12), 0, 0.999)


def weekday_weights(rng: Any, medium: str, *, regular: bool) -> Any:
    """How fast the clock of a medium runs on each weekday, 1 on average."""
    weights = np.ones(7)
    if medium == "message":
        weights *= rng.uniform(0.85, 1.15, 7)
    elif medium in ("call", "video"):
        favourite = 6 if rng.random() < 0.5 else rng.integers(7)
        weights[favourite] *= 12.0 if regular else rng.uniform(1.5, 3.0)
    else:
        weights[5:] *= rng.uniform(2, 5)
    return weights * 7 / weights.sum()


def one_of(rng: Any, weighted: list[tuple[str, float]]) -> str:
    """One name, by weight."""
    names, weights = zip(*weighted, strict=True)
    return str(names[rng.choice(len(names), p=np.array(weights) / sum(weights))])
