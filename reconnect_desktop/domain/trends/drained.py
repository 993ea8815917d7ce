"""The days on which I was drained, so that my own load can be told apart from closeness."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from reconnect_desktop.domain.records import MoodCheckIn
from reconnect_desktop.domain.tag_words import DRAINED
from reconnect_desktop.domain.trends.sources import Point

LOW_MOOD = 2  # of five


def drained_days(points: Iterable[Point], moods: Iterable[MoodCheckIn]) -> frozenset[date]:
    """Those with a mood of 1 or 2, checked in or beside an interaction, or with a tag that tells of outside stress."""
    checked_in = (mood.when.day for mood in moods if mood.mood <= LOW_MOOD)
    noted = (point.local.date() for point in points if _tells(point))
    return frozenset((*checked_in, *noted))


def _tells(point: Point) -> bool:
    if point.mood is not None and point.mood <= LOW_MOOD:
        return True
    return any(tag.casefold() in DRAINED for tag in point.tags)
