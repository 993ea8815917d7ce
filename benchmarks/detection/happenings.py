"""What happens to a simulated person: trips, lapses of logging, dips, silences, slow lengthening, the end of talks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from benchmarks.detection.chances import one_of, ramp
from benchmarks.detection.people import Event

DIP_SD = {"S": 0.8, "M": 1.4, "L": 2.2}  # fall in felt closeness, in the person's own standard deviations
STOP_X = {"S": (2.5, 3.5), "M": (4.0, 6.0), "L": (8.0, 12.0)}  # length of a silence, in usual gaps
SLOW_X = {"S": 1.6, "M": 2.3, "L": 3.5}  # gaps become so many times longer
CAUSES = ("transition", "style", "conflict", "stress")


@dataclass(slots=True)
class Nuisances:
    """Trips (some declared as pauses) and lapses of logging: silences that are no events."""

    absence: Any  # speed of contact, day by day
    truth: list[Event]
    pauses: list[tuple[int, int, int]]
    lapses: list[tuple[int, int]]


def nuisances(rng: Any, days: int) -> Nuisances:
    """The person's trips and lapses."""
    found = Nuisances(np.ones(days), [], [], [])
    for _ in range(rng.poisson(1.2 * days / 365)):
        length = int(rng.integers(7, 25))
        start = int(rng.integers(20, days - length - 5))
        speed = rng.uniform(0.0, 0.5)
        if any(abs(start - other.start) < 40 for other in found.truth):
            continue
        end = start + length
        found.absence[start:end] = speed
        found.truth.append(Event("absence", "trip", "", start, start, end, end, speed))
        if rng.random() < 0.6:
            found.pauses.append((max(0, start - int(rng.integers(0, 8))), start, end))
    for _ in range(rng.poisson(0.6 * days / 365)):
        length = int(rng.integers(10, 35))
        start = int(rng.integers(40, days - length - 5))
        if any(abs(start - other.start) < 45 for other in found.truth):
            continue
        end = start + length
        found.lapses.append((start, end))
        found.truth.append(Event("lapse", "", "", start, start, end, end))
    return found


@dataclass(slots=True)
class Happenings:
    """The events, what they do to closeness (`delta`, day by day), and to the speed of each medium."""

    events: list[Event]
    delta: Any
    speed: dict[str, Any]


def no_happenings(media: list[str], days: int) -> Happenings:
    """A life in which nothing happens."""
    return Happenings([], np.zeros(days), {medium: np.ones(days) for medium in media})


def happenings(
    rng: Any, media: list[str], days: int, usual: tuple[float, float], apart: list[Event]
) -> Happenings:
    """Up to four events, apart from the nuisances; usual: usual days between contacts, and between talks."""
    found = no_happenings(media, days)
    usual_gap, _ = usual
    avoid = [(one.start, one.end) for one in apart]
    now = max(100.0, 14 * usual_gap)
    if rng.random() < 0.15:  # while little is known yet
        now = max(25.0, 5 * usual_gap)
    while now < days - 60 and len(found.events) < 4:
        event = _event(rng, media, now, usual)
        if event.end > days - 30:
            break
        if any(start < event.end + 15 and end > event.start - 15 for start, end in avoid):
            now = now + 25.0
            continue
        event.early = not found.events and event.start < 8 * usual_gap + 40
        _let_happen(found, event, days)
        now = event.end + max(60.0, 10 * usual_gap)
    return found


def _event(rng: Any, media: list[str], now: float, usual: tuple[float, float]) -> Event:
    usual_gap, usual_talks = usual
    kind = one_of(rng, [("dip", 0.48), ("gap", 0.42), ("voice", 0.10)])
    size = ("S", "M", "L")[rng.integers(3)]
    start = now + rng.uniform(0, 40)
    if kind == "voice" and ("message" not in media or usual_talks > 40 or usual_talks < 2.0 * usual_gap):
        kind = "gap"
    cause = CAUSES[rng.integers(4)]
    if kind == "dip":
        return _dip(rng, start, size, cause, usual_gap)
    if kind == "voice":
        length = usual_talks * rng.uniform(*STOP_X[size])
        end = start + length
        return Event(kind, "stop", size, start, start, end, end, length / usual_talks, cause)
    return _gap(rng, start, size, cause, usual_gap)


def _dip(rng: Any, start: float, size: str, cause: str, usual_gap: float) -> Event:
    shape = "sudden" if rng.random() < 0.5 else "gradual"
    full = start + (0.01 if shape == "sudden" else rng.uniform(30, 75))
    rec = full + max(40.0, rng.uniform(8, 16) * usual_gap)
    end = rec + (0.01 if rng.random() < 0.4 else rng.uniform(10, 30))
    return Event("dip", shape, size, start, full, rec, end, DIP_SD[size] * rng.uniform(0.9, 1.1), cause)


def _gap(rng: Any, start: float, size: str, cause: str, usual_gap: float) -> Event:
    if rng.random() < 0.5:
        length = max(6.0, rng.uniform(*STOP_X[size]) * usual_gap)
        end = start + length
        return Event("gap", "stop", size, start, start, end, end, length / usual_gap, cause)
    times = SLOW_X[size] * rng.uniform(0.92, 1.08)
    full = start + max(14.0, 4 * usual_gap)
    rec = full + max(45.0, 8 * usual_gap * times)
    return Event("gap", "slow", size, start, full, rec, rec + 0.01, times, cause)


def _let_happen(found: Happenings, event: Event, days: int) -> None:
    found.events.append(event)
    share = ramp(days, event.start, event.full, event.rec, event.end)
    day = np.arange(days)
    during = (day >= int(event.start)) & (day < int(event.rec))
    if event.kind == "dip":
        found.delta -= event.magnitude * share
        return
    slower = np.where(during, 0.0, 1.0) if event.shape == "stop" else event.magnitude ** (-share)
    for medium in found.speed:
        if event.kind == "gap" or medium != "message":
            found.speed[medium] = found.speed[medium] * slower
