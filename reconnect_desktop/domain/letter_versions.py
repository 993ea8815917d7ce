"""A letter as it once was: when it is set aside, and which versions are kept."""

from __future__ import annotations

from collections.abc import Sequence

from reconnect_desktop.domain.records import Letter, LetterVersion
from reconnect_desktop.domain.when import When

SITTING = 30 * 60  # seconds without a change after which writing is another sitting
MUCH = 200  # characters that are missed
MOST, NEWEST = 50, 10  # versions of a letter, and those of them that are never thinned out
PARTS = ("title", "happened", "felt", "wish", "grateful", "text")

Written = tuple[str, ...]  # what stands in a letter, in the order of PARTS


def written(letter: Letter | LetterVersion) -> Written:
    """What stands in it."""
    return tuple(getattr(letter, part) for part in PARTS)


def is_blank(parts: Written) -> bool:
    """Whether nothing stands in it."""
    return not any(part.strip() for part in parts)


def begins_sitting(letter: Letter, now: When) -> bool:
    """Whether a change now is the first of a sitting, so that what was there is set aside."""
    return now.timestamp - letter.changed.timestamp > SITTING


def cuts_much(letter: Letter, parts: Written) -> bool:
    """Whether most of what stood in it, and no little, would be gone: by a slip of the hand, it may be."""
    before, after = (sum(map(len, some)) for some in (written(letter), parts))
    return before - after >= MUCH and after < before / 2


def version_of(letter: Letter, version_id: str, now: When) -> LetterVersion:
    """The letter as it is, to be set aside now."""
    parts = dict(zip(PARTS, written(letter), strict=True))
    return LetterVersion(id=version_id, letter=letter.id, kept=now, **parts)


def newest_first(versions: Sequence[LetterVersion]) -> list[LetterVersion]:
    """In the order in which they are shown."""
    return sorted(versions, key=lambda version: (version.kept.timestamp, version.id), reverse=True)


def thinned(versions: Sequence[LetterVersion]) -> list[LetterVersion]:
    """Which of them to let go so that at most 50 stay: never one of the newest 10, nor the first one.

    The one goes whose neighbours lie closest together in time, so that what stays is spread over all of it.
    """
    kept, gone = newest_first(versions), []
    while len(kept) > MOST:
        places = range(NEWEST, len(kept) - 1)
        place = min(places, key=lambda at: kept[at - 1].kept.timestamp - kept[at + 1].kept.timestamp)
        gone.append(kept.pop(place))
    return gone
