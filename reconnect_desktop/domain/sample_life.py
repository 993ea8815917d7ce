"""The course of the sample journal's ten years: how close, how often and how long, at any point of them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Point:
    """How things stand at one point of the span.

    at: 0 (the first day) to 1 (today); closeness: 1…7, of an ordinary call; gap: days between calls;
    length: of talks, 1 being ordinary; messages: share of the days on which some are written;
    mood: my own, 1…5.
    """

    at: float
    closeness: float
    gap: float
    length: float
    messages: float
    mood: float


# A warm start, a move, a job that eats everything, an argument, silence, repair, good years, and lately a dip.
COURSE = (
    Point(0.00, 5.4, 6.0, 1.10, 0.36, 3.8),
    Point(0.17, 5.6, 6.0, 1.10, 0.38, 3.9),
    Point(0.21, 4.7, 7.0, 0.90, 0.34, 3.2),
    Point(0.30, 5.2, 6.5, 1.00, 0.36, 3.7),
    Point(0.42, 5.0, 7.0, 0.95, 0.34, 3.5),
    Point(0.46, 4.1, 8.0, 0.65, 0.28, 2.6),
    Point(0.53, 3.7, 8.5, 0.55, 0.24, 2.3),
    Point(0.54, 2.6, 8.0, 0.50, 0.20, 2.2),
    Point(0.56, 2.8, 8.0, 0.55, 0.20, 2.6),
    Point(0.62, 4.3, 7.5, 0.85, 0.30, 3.2),
    Point(0.70, 5.2, 6.5, 1.00, 0.36, 3.8),
    Point(0.95, 5.6, 6.0, 1.10, 0.40, 4.0),
    Point(0.982, 5.2, 7.5, 0.95, 0.30, 3.5),
    Point(0.99, 3.9, 8.0, 0.70, 0.24, 3.1),
    Point(1.00, 3.3, 8.0, 0.60, 0.20, 3.0),
)
SILENCE = (0.5435, 0.5605)  # after the argument: some two months of ten years
CHAPTERS = (
    ("warm", 0.00, 0.18),
    ("move", 0.18, 0.25),
    ("settled", 0.25, 0.42),
    ("job", 0.43, 0.536),
    ("argument", 0.536, 0.5435),
    ("repair", 0.5605, 0.63),
    ("well", 0.66, 0.95),
    ("lately", 0.975, 1.01),
)
TRAVEL = 0.79  # where three weeks of travel begin


def point_at(at: float) -> Point:
    """How things stand at `at`, between the points of the course in a straight line."""
    later = next((place for place, point in enumerate(COURSE) if point.at >= at), len(COURSE) - 1)
    before, after = COURSE[max(0, later - 1)], COURSE[later]
    share = (at - before.at) / (after.at - before.at) if after.at > before.at else 0.0

    def between(one: float, other: float) -> float:
        return one + (other - one) * share

    return Point(
        at,
        between(before.closeness, after.closeness),
        between(before.gap, after.gap),
        between(before.length, after.length),
        between(before.messages, after.messages),
        between(before.mood, after.mood),
    )


def chapter_at(at: float) -> str:
    """The chapter's name, or "" between two."""
    return next((name for name, start, end in CHAPTERS if start <= at < end), "")


def is_silent(at: float) -> bool:
    """Whether this falls into the silence after the argument."""
    return SILENCE[0] <= at < SILENCE[1]
