"""Simulated people: the same seed is always the same person.

Contact is a renewal process per medium on a clock that runs faster and slower; felt closeness is a slowly swinging
level with noise, the medium's own effect and now and then some tension; a rating is that on the person's own use of
the scale (usual, nearly always the same, extremes, nearly always the top, or wandering through the year).
"""

from __future__ import annotations

from typing import Any

import numpy as np

from benchmarks.detection.chances import one_of, swing
from benchmarks.detection.contact_times import Habits, habits, lived_contacts
from benchmarks.detection.happenings import Happenings, Nuisances, happenings, no_happenings, nuisances
from benchmarks.detection.people import Event, Person, Record

STYLES = [("normal", 0.60), ("flat", 0.12), ("extremes", 0.10), ("ceiling", 0.08), ("drift", 0.10)]
TENSION = 1.2
MINUTES = {"message": (4, 0.6), "call": (22, 0.6), "video": (30, 0.5), "visit": (150, 0.6)}
SMALL_TAGS = ("small talk", "busy", "laughed", "advice", "stressed")
CAUSE_TAGS = {"transition": "life change", "style": "small talk", "conflict": "tension", "stress": "stressed"}


def population(count: int, seed: int, *, stable: float = 0.4, hard: bool = False) -> list[Person]:
    """So many people, to a share of whom nothing happens; hard: a rougher world."""
    rng = np.random.default_rng([seed, 31337])
    return [
        person(int(rng.integers(1 << 31)), stable=place < round(stable * count), hard=hard)
        for place in range(count)
    ]


def person(seed: int, *, stable: bool, hard: bool = False) -> Person:
    """One person with a diary of two or three years. The order of the draws is what makes a seed a person."""
    rng = np.random.default_rng([seed, 20240])
    habit = habits(rng, seed, hard=hard)
    apart = nuisances(rng, habit.days)
    media = list(habit.streams)
    if stable:
        life = no_happenings(media, habit.days)
    else:
        life = happenings(rng, media, habit.days, (habit.usual_gap, habit.usual_talks), apart.truth)
    truth = sorted([*apart.truth, *life.events], key=lambda event: event.start)
    at, used = lived_contacts(rng, habit, habit.base * apart.absence, life.speed, life.events)
    felt = _Feeling(rng, habit.days, hard=hard)
    if felt.slope:
        truth.append(
            Event("drift", "", "", 0, habit.days, habit.days, habit.days, felt.slope * 365 / felt.gain)
        )
    closeness = felt.of(rng, at, used, life)
    records = _logged(rng, habit, apart, life, (at, used, *closeness), hard=hard)
    meta = {
        "stable": stable,
        "usual_gap": habit.usual_gap,
        "usual_voice": habit.usual_talks,
        "style": felt.style,
        "habits": habit,
        "feeling": felt,
    }
    return Person(
        seed, felt.scale, habit.days, records, sorted(truth, key=lambda e: e.start), apart.pauses, meta
    )


class _Feeling:
    """How close contact feels to a person, and how they rate it."""

    def __init__(self, rng: Any, days: int, *, hard: bool) -> None:
        self.scale = 5 if rng.random() < 0.5 else 7
        self.style = one_of(rng, STYLES)
        self.rho = rng.uniform(0.1, 0.45) * (1.4 if hard else 1)  # share of the variance that lasts
        self.tau = rng.uniform(5, 25) * (1.6 if hard else 1)  # for so many days
        self.level = swing(rng, days, np.sqrt(self.rho), self.tau)
        self.effects = {
            "message": -0.30 + rng.normal(0, 0.12),
            "call": rng.normal(0, 0.08),
            "video": 0.12 + rng.normal(0, 0.1),
            "visit": 0.35 + rng.normal(0, 0.15),
        }
        self.p_tension = rng.uniform(0.02, 0.10)
        self.noise = float(np.sqrt(1 - self.rho)) if self.rho < 0.95 else 0.3
        self._use_of_scale(rng, days)

    def _use_of_scale(self, rng: Any, days: int) -> None:
        scale = self.scale
        center = np.clip(rng.normal(0.68, 0.11), 0.42, 0.9) * (scale - 1) + 1
        self.gain = rng.uniform(0.65, 1.05) * (scale / 5.0)
        self.cuts = np.arange(1, scale) + 0.5
        self.slope = 0.0
        if self.style == "flat":
            self.gain *= 0.38
            center = np.round(center)
        elif self.style == "extremes":
            self.gain *= 1.5
            self.cuts = center - 0.35 * self.gain + 0.28 * (self.cuts - (scale + 1) / 2)
        elif self.style == "ceiling":
            center = scale - 0.2
        elif self.style == "drift":
            self.slope = rng.choice([-1, 1]) * rng.uniform(0.4, 0.8) * self.gain / 365
        at_first = (rng.uniform(0.3, 0.7) * self.gain) if rng.random() < 0.3 else 0.0
        day = np.arange(days)
        self.center = center + self.slope * (day - days / 2) + at_first * np.exp(-day / 20.0)

    def of(self, rng: Any, at: Any, used: Any, life: Happenings) -> tuple[Any, Any, Any, list[Event | None]]:
        """Felt closeness, rating and tension of each contact, and the event it fell into."""
        count, day = len(at), at.astype(int)
        events = [next((one for one in life.events if one.start <= x < one.end), None) for x in at]
        tense = np.zeros(count, bool)
        for place, event in enumerate(events):
            fight = event is not None and event.kind == "dip" and event.cause == "conflict"
            tense[place] = rng.random() < self.p_tension + (0.30 if fight else 0.0)
        if not count:
            return np.zeros(0), np.zeros(0, int), tense, events
        effects = np.array([self.effects[medium] for medium in used])
        felt = (
            self.level[day] + effects + rng.normal(0, self.noise, count) - TENSION * tense + life.delta[day]
        )
        ratings = 1 + ((self.center[day] + self.gain * felt)[:, None] > self.cuts[None, :]).sum(1)
        return felt, ratings, tense, events


def _logged(
    rng: Any, habit: Habits, apart: Nuisances, life: Happenings, contacts: Any, *, hard: bool
) -> list[Record]:
    """What of it was written down, and when."""
    p_skip = rng.uniform(0.0, 0.35) * (1.5 if hard else 1)
    skip_message = rng.uniform(0.1, 0.45)
    p_mood = rng.uniform(0.2, 0.9)
    p_tag = rng.uniform(0.3, 0.8)
    filled_in = {lapse: rng.random() < 0.5 for lapse in apart.lapses}
    found = []
    for t, medium, felt, rating, tense, event in zip(*contacts, strict=True):
        if rng.random() > habit.p_log:
            continue
        logged = _when_logged(rng, t, filled_in, late=0.05 * (2 if hard else 1))
        if logged is None:
            continue
        skipped = p_skip + (skip_message if medium == "message" else 0) + (0.08 if felt < -1 else 0)
        closeness = None if rng.random() < skipped else int(rating)
        mood = _mood(rng, felt, event) if rng.random() < p_mood else None
        tags = _tags(rng, medium, event, tense=tense) if rng.random() < p_tag else []
        mean, spread = MINUTES[medium]
        minutes = max(1, int(mean * np.exp(rng.normal(0, spread) + 0.15 * life.delta[int(t)])))
        found.append(
            Record(float(t), float(logged), str(medium), minutes, closeness, mood, tuple(dict.fromkeys(tags)))
        )
    return found


def _when_logged(rng: Any, t: float, filled_in: dict[tuple[int, int], bool], *, late: float) -> float | None:
    logged = t + 0.01
    if rng.random() < late:
        logged = t + rng.uniform(0.5, 3.5)
    lapse = next((one for one in filled_in if one[0] <= t < one[1]), None)
    if lapse is None:
        return float(logged)
    if not filled_in[lapse] or rng.random() < 0.4:
        return None
    return float(lapse[1] + rng.uniform(0, 0.8))


def _mood(rng: Any, felt: float, event: Event | None) -> int:
    stressed = event is not None and event.cause == "stress"
    mood = 3.4 + 0.45 * felt + rng.normal(0, 0.7) - (1.0 if stressed else 0)
    return int(np.clip(round(mood), 1, 5))


def _tags(rng: Any, medium: str, event: Event | None, *, tense: bool) -> list[str]:
    tags = ["tension"] if tense else []
    if medium == "visit" and rng.random() < 0.6:
        tags.append("shared activity")
    if rng.random() < 0.06:
        tags.append(SMALL_TAGS[rng.integers(5)])
    if event is not None and rng.random() < 0.5:
        tags.append(CAUSE_TAGS[event.cause])
    return tags
