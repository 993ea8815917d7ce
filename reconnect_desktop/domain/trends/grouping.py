"""What interactions have in common: by what they are grouped, and the ratings of each group."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from enum import StrEnum

from reconnect_desktop.domain.measures import MOOD, Medium
from reconnect_desktop.domain.trends.sources import Point

TAGS_MOST = 12
Ratings = list[int]


class By(StrEnum):
    """What interactions are grouped by."""

    MEDIUM = "medium"
    LENGTH = "length"
    PART_OF_DAY = "part of day"
    TAG = "tag"
    MOOD = "mood"


class LengthClass(StrEnum):
    """Minutes: below 10, 10…29, 30…59, 60 and more."""

    BRIEF = "brief"
    SHORT = "short"
    LONG = "long"
    VERY_LONG = "very long"


class PartOfDay(StrEnum):
    """By the hour it began: 5…11, 12…16, 17…21, the rest."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"


_LENGTHS = tuple(LengthClass)
_ENDS = (10, 30, 60)  # minutes at which the next length begins
_PARTS = (
    *[PartOfDay.NIGHT] * 5,
    *[PartOfDay.MORNING] * 7,
    *[PartOfDay.AFTERNOON] * 5,
    *[PartOfDay.EVENING] * 5,
    *[PartOfDay.NIGHT] * 2,
)  # by the hour


def by_kind(rated: Sequence[Point]) -> dict[By, dict[str, Ratings]]:
    """The ratings of each group of each kind, groups without any left out; rated: points that have a closeness.

    Groups are in their own order, tags the most used first: those with the most ratings, 12 at most, where equal the one
    that was used first. Tags that differ in case only are one, spelled as most often.
    """
    return {
        By.MEDIUM: _grouped(Medium, ((point.medium, point) for point in rated)),
        By.LENGTH: _grouped(
            LengthClass,
            ((length_class(point.minutes), point) for point in rated if point.minutes is not None),
        ),
        By.PART_OF_DAY: _grouped(PartOfDay, ((part_of_day(point.local.hour), point) for point in rated)),
        By.TAG: _by_tag(rated),
        By.MOOD: _grouped(
            map(str, MOOD), ((str(point.mood), point) for point in rated if point.mood is not None)
        ),
    }


def length_class(minutes: int) -> LengthClass:
    """The class of a length in minutes."""
    return _LENGTHS[bisect_right(_ENDS, minutes)]


def part_of_day(hour: int) -> PartOfDay:
    """The part of the day of an hour, 0…23."""
    return _PARTS[hour]


def _grouped(keys: Iterable[str], keyed: Iterable[tuple[str, Point]]) -> dict[str, Ratings]:
    found: dict[str, Ratings] = {str(key): [] for key in keys}
    for key, point in keyed:
        if point.closeness is not None:
            found[key].append(point.closeness)
    return {key: ratings for key, ratings in found.items() if ratings}


def _by_tag(rated: Sequence[Point]) -> dict[str, Ratings]:
    spelled = Counter(tag for point in rated for tag in point.tags)
    plain = {tag: tag.casefold() for tag in spelled}
    used: Counter[str] = Counter()
    for tag, count in spelled.items():
        used[plain[tag]] += count
    most = [tag for tag, _ in used.most_common(TAGS_MOST)]
    found = _grouped(
        most, ((plain[tag], point) for point in rated for tag in point.tags if plain[tag] in most)
    )
    spelling = {plain[tag]: tag for tag, _ in reversed(spelled.most_common())}
    return {spelling[tag]: ratings for tag, ratings in found.items()}
