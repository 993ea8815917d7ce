"""What a detector's days are worth: false alarms, events found, and how late."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from benchmarks.detection.people import Event, Person

YEAR = 365.25
# A missed event counts as this late, and as a loss of 1: ratings for a dip, usual gaps for the others.
CAPS = {"sudden": 12.0, "gradual": 12.0, "stop": 8.0, "slow": 20.0}

Active = Any  # one bool a day


@dataclass(frozen=True, slots=True)
class Found:
    """One true event. delay: ratings (dip) or usual gaps until the alarm; clear: ratings or days until it was off again."""

    event: Event
    delay: float | None
    clear: float | None

    @property
    def loss(self) -> float:
        """0: at once; 1: never, or so late that it does not matter."""
        cap = CAPS[self.event.shape]
        return 1.0 if self.delay is None else min(self.delay, cap) / cap


@dataclass(frozen=True, slots=True)
class Score:
    """A detector on a population; rates are per person-year, on people to whom nothing happens."""

    false_alarms: float
    on_share: float
    events: Sequence[Found]

    @property
    def found(self) -> float:
        """The share of events with a new alarm before recovery."""
        return float(np.mean([one.delay is not None for one in self.events]))

    @property
    def loss(self) -> float:
        """J: the mean loss."""
        return float(np.mean([one.loss for one in self.events]))

    def middle(self, of: Callable[[Found], float | None]) -> float:
        """The median of what is there."""
        there = [value for one in self.events if (value := of(one)) is not None]
        return float(np.median(there)) if there else float("nan")


def hysteresis(statistic: Any, level: float, ratio: float) -> Active:
    """On from `level`, off below `ratio` of it."""
    up, down = statistic >= level, statistic < ratio * level
    active = np.zeros(len(statistic), bool)
    since: int | None = None
    for day in np.nonzero(up | down)[0]:
        if since is not None and down[day]:
            active[since:day] = True
            since = None
        elif since is None and up[day]:
            since = int(day)
    if since is not None:
        active[since:] = True
    return active


def score(active: Sequence[Active], people: Sequence[Person], signal: str) -> Score:
    """Score the days of `signal` ("dip" or "gap") of these people."""
    alarms = days = on = 0
    events: list[Found] = []
    for person, mine in zip(people, active, strict=True):
        if person.meta["stable"]:
            alarms += sum(not _excused(day, person, signal) for day in _onsets(mine))
            days += person.days
            on += int(mine.sum())
        true = person.events("dip") if signal == "dip" else person.events("gap", "voice")
        events.extend(_found(event, person, mine) for event in true)
    return Score(alarms / (days / YEAR), on / days, events)


def _onsets(active: Active) -> Any:
    return np.nonzero(active & ~np.concatenate([[False], active[:-1]]))[0]


def _excused(day: int, person: Person, signal: str) -> bool:
    """In a lapse of logging or on an undeclared trip the silence is real, only its meaning is not."""
    declared = {start for _, start, _ in person.pauses}
    spans = person.events("lapse")
    if signal == "gap":
        spans = spans + [one for one in person.events("absence") if one.start not in declared]
    return any(one.start <= day < one.end + 2 for one in spans)


def _found(event: Event, person: Person, active: Active) -> Found:
    start, end = int(event.start), int(np.ceil(event.rec))
    alarm = next((int(day) for day in _onsets(active) if start <= day < end), None)
    delay = None if alarm is None else _delay(event, person, alarm)
    last = min(end, person.days) - 1
    clear = _clear(event, person, active) if delay is not None and active[last] else None
    return Found(event, delay, clear)


def _delay(event: Event, person: Person, alarm: int) -> float:
    if event.kind == "dip":
        return _ratings(person, event.start, alarm)
    usual = float(person.meta["usual_gap"] if event.kind == "gap" else person.meta["usual_voice"])
    since = event.start
    if event.shape == "stop":
        counted = [one.t for one in person.records if event.kind == "gap" or one.medium != "message"]
        since = int(max((t for t in counted if t < event.start), default=event.start))
    return (alarm + 1 - since) / usual


def _clear(event: Event, person: Person, active: Active) -> float:
    back = min(int(np.ceil(event.end)), person.days - 1)
    off = np.nonzero(~active[back:])[0]
    day = back + int(off[0] if len(off) else person.days - back)
    return _ratings(person, event.end, day) if event.kind == "dip" else day - event.end


def _ratings(person: Person, start: float, day: int) -> float:
    rated = [one for one in person.records if one.closeness is not None]
    return float(sum(one.t >= start and one.logged < day + 1 for one in rated))


def level_for(
    statistics: Sequence[Any], people: Sequence[Person], signal: str, ratio: float, alarms: float
) -> float:
    """The lowest level with at most so many false alarms a year on these people."""
    low, high = 0.0, max(float(one.max()) for one in statistics) + 1
    calm = [place for place, person in enumerate(people) if person.meta["stable"]]
    those = [people[place] for place in calm]
    for _ in range(16):
        level = (low + high) / 2
        active = [hysteresis(statistics[place], level, ratio) for place in calm]
        if score(active, those, signal).false_alarms <= alarms:
            high = level
        else:
            low = level
    return high
