"""The words for groups of interactions that share a medium, a length, a part of the day, a tag or a mood."""

from __future__ import annotations

from reconnect_desktop.domain.measures import Medium
from reconnect_desktop.domain.trends.going_with import By, LengthClass, PartOfDay
from reconnect_desktop.output.sentences import mood_word
from reconnect_desktop.output.suggestion_words import MEDIA

_KINDS = {
    By.MEDIUM: "How",
    By.LENGTH: "How long",
    By.PART_OF_DAY: "Time of day",
    By.TAG: "Tags",
    By.MOOD: "My mood",
}
_LENGTHS = {
    LengthClass.BRIEF: "under 10 min",
    LengthClass.SHORT: "10 to 29 min",
    LengthClass.LONG: "30 to 59 min",
    LengthClass.VERY_LONG: "an hour or more",
}
_PARTS = {
    PartOfDay.MORNING: "mornings",
    PartOfDay.AFTERNOON: "afternoons",
    PartOfDay.EVENING: "evenings",
    PartOfDay.NIGHT: "nights",
}
_ALL_OF_A_TAG = 60  # as long as a tag may be


def kind_word(by: By) -> str:
    """The heading of all groups of a kind: "Time of day"."""
    return _KINDS[by]


def group_word(by: By, key: str, most: int = _ALL_OF_A_TAG) -> str:
    """A group under its heading: "Visits", "An hour or more"; a tag as it was typed, with at most `most` characters."""
    if by is By.TAG:
        return shortened(key, most)
    word = _plain_word(by, key)
    return word[0].upper() + word[1:]


def group_subject(by: By, key: str) -> str:
    """A group at the beginning of a sentence: "Visits", "Times together of an hour or more"."""
    if by is By.TAG:
        return f"Times tagged “{shortened(key, 30)}”"
    if by is By.LENGTH:
        return f"Times together of {_plain_word(by, key)}"
    if by is By.MOOD:
        return f"Times when your mood was {_plain_word(by, key)}"
    return group_word(by, key)


def shortened(text: str, most: int) -> str:
    """The text on one line, its first `most` characters where it is longer."""
    line = " ".join(text[: most * 4].split()) if len(text) > most * 4 else " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


def _plain_word(by: By, key: str) -> str:
    if by is By.MEDIUM:
        return MEDIA[Medium(key)]
    if by is By.LENGTH:
        return _LENGTHS[LengthClass(key)]
    if by is By.PART_OF_DAY:
        return _PARTS[PartOfDay(key)]
    return mood_word(int(key)).lower()
