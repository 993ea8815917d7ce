"""When a simulated person is in touch, and by which medium."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from benchmarks.detection.chances import one_of, renewal, swing, weekday_weights
from benchmarks.detection.people import Event

# name: (weight, {medium: (mean days between, how regular: the shape of a gamma law)})
ARCHETYPES: dict[str, tuple[float, dict[str, tuple[float, float]]]] = {
    "daily_texter": (0.12, {"message": (1.4, 1.0), "call": (10, 1.6), "visit": (45, 1.5)}),
    "often": (0.18, {"message": (4.5, 1.0), "call": (8, 1.6), "visit": (35, 1.5)}),
    "weekly_call": (0.25, {"call": (7, 6.0), "message": (16, 1.0), "visit": (60, 2.0)}),
    "mixed_sparse": (
        0.20,
        {"call": (13, 1.8), "message": (15, 0.9), "video": (40, 1.5), "visit": (50, 2.0)},
    ),
    "fortnightly": (0.13, {"call": (14, 3.5), "visit": (60, 2.0)}),
    "monthly": (0.12, {"call": (30, 3.0), "visit": (90, 2.5)}),
}
HOURS = {"message": (8, 22), "call": (10, 21), "video": (11, 21), "visit": (10, 18)}
_FIRST_OF_DIARY = 2  # the day of the year of 2 January, a Monday in 2023


@dataclass(slots=True)
class Habits:
    """How a person is in touch when nothing happens.

    streams: mean days between and regularity of each medium; base: speed of contact, day by day;
    usual_gap, usual_talks: days between days with contact, and with a talk, from a long run of the same person.
    """

    archetype: str
    streams: dict[str, tuple[float, float]]
    days: int
    base: Any
    weekdays: dict[str, Any]
    swing_sd: float
    p_burst: float
    p_log: float
    usual_gap: float = 0.0
    usual_talks: float = 0.0


def habits(rng: Any, seed: int, *, hard: bool) -> Habits:
    """A person's habits; hard: more irregular, more bursts, wider swings."""
    archetype = one_of(rng, [(name, weight) for name, (weight, _) in ARCHETYPES.items()])
    spec = ARCHETYPES[archetype][1]
    speed = np.exp(rng.normal(0, 0.25))
    streams = {
        medium: (gap * speed * np.exp(rng.normal(0, 0.15)), shape * np.exp(rng.normal(0, 0.2)))
        for medium, (gap, shape) in spec.items()
    }
    if hard:
        streams = {medium: (gap, max(0.6, shape * 0.6)) for medium, (gap, shape) in streams.items()}
    days = (3 if archetype in ("fortnightly", "monthly", "mixed_sparse") else 2) * 365
    swing_sd = rng.uniform(0.1, 0.35) * (1.6 if hard else 1)
    base = np.exp(swing(rng, days, swing_sd, rng.uniform(15, 45)) - swing_sd**2 / 2)
    day_of_year = (np.arange(days) + _FIRST_OF_DIARY) % 365
    for special in rng.integers(0, 365, rng.integers(3, 6)):  # birthdays, feasts
        base = base * np.where(np.abs(day_of_year - special) <= 0, 4.0, 1.0)
    weekdays = {medium: weekday_weights(rng, medium, regular=spec[medium][1] > 4) for medium in streams}
    p_burst = rng.uniform(0, 0.3) * (1.5 if hard else 1) if "message" in streams else 0.0
    person = Habits(archetype, streams, days, base, weekdays, swing_sd, p_burst, rng.uniform(0.8, 1.0))
    _measure_usual(person, seed)
    return person


def _measure_usual(person: Habits, seed: int) -> None:
    rng = np.random.default_rng([seed, 777])
    clock = np.exp(swing(rng, 4000, person.swing_sd, 30) - person.swing_sd**2 / 2)
    times, media = contacts(rng, person, clock)
    logged = rng.random(len(times)) < person.p_log
    days = np.unique(times[logged].astype(int))
    person.usual_gap = float(np.mean(np.diff(days)))
    talks = np.unique(times[logged & (media != "message")].astype(int))
    person.usual_talks = float(np.mean(np.diff(talks))) if len(talks) > 5 else np.inf


def contacts(rng: Any, person: Habits, clock: Any, speed: dict[str, Any] | None = None) -> tuple[Any, Any]:
    """Times and media of contacts under this clock, in order; some are followed by a message."""
    length = len(clock)
    all_times, all_media = [], []
    for medium, (gap, shape) in person.streams.items():
        ticking = clock * person.weekdays[medium][np.arange(length) % 7]
        if speed is not None:
            ticking = ticking * speed[medium]
        times = renewal(rng, ticking, gap, shape)
        all_times.append(times)
        all_media += [medium] * len(times)
    at, media = np.concatenate(all_times), np.array(all_media)
    followed = rng.random(len(at)) < person.p_burst
    after = at[followed] + rng.uniform(0.05, 1.2, followed.sum())
    at = np.concatenate([at, after])
    media = np.concatenate([media, np.array(["message"] * followed.sum(), dtype=media.dtype)])
    within = at < length
    order = np.argsort(at[within])
    return at[within][order], media[within][order]


def lived_contacts(
    rng: Any, person: Habits, clock: Any, speed: dict[str, Any], events: list[Event]
) -> tuple[Any, Any]:
    """The contacts of the diary, none within a full stop, each at an hour of its medium."""
    at, media = contacts(rng, person, clock, speed)
    for event in events:
        if event.kind == "gap" and event.shape == "stop":
            outside = ~((at >= int(event.start)) & (at < int(event.rec)))
            at, media = at[outside], media[outside]
    if len(at):
        at = np.floor(at) + np.array([rng.uniform(*HOURS[medium]) / 24 for medium in media])
    order = np.argsort(at, kind="stable")
    return at[order], media[order]
