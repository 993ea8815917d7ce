"""The words for groups of interactions that share a medium, a length, a part of the day, a tag or a mood."""

from __future__ import annotations

from reconnect_desktop.domain.measures import Medium
from reconnect_desktop.domain.trends.going_with import By, LengthClass, PartOfDay
from reconnect_desktop.language import mark, tr
from reconnect_desktop.output.sentences import mood_word
from reconnect_desktop.output.tag_names import shown_tag

_KINDS = {
    By.MEDIUM: mark("How"),
    By.LENGTH: mark("How long"),
    By.PART_OF_DAY: mark("Time of day"),
    By.TAG: mark("Tags"),
    By.MOOD: mark("My mood"),
}
_MEDIA = {
    Medium.CALL: mark("Calls"),
    Medium.VIDEO: mark("Video calls"),
    Medium.VISIT: mark("Visits"),
    Medium.MESSAGE: mark("Messages"),
    Medium.LETTER: mark("Letters"),
    Medium.OTHER: mark("Other contacts"),
}
_LENGTHS = {
    LengthClass.BRIEF: mark("Under 10 min"),
    LengthClass.SHORT: mark("10 to 29 min"),
    LengthClass.LONG: mark("30 to 59 min"),
    LengthClass.VERY_LONG: mark("An hour or more"),
}
_PARTS = {
    PartOfDay.MORNING: mark("Mornings"),
    PartOfDay.AFTERNOON: mark("Afternoons"),
    PartOfDay.EVENING: mark("Evenings"),
    PartOfDay.NIGHT: mark("Nights"),
}
_OF_A_LENGTH = {
    LengthClass.BRIEF: mark("Times together of under 10 min"),
    LengthClass.SHORT: mark("Times together of 10 to 29 min"),
    LengthClass.LONG: mark("Times together of 30 to 59 min"),
    LengthClass.VERY_LONG: mark("Times together of an hour or more"),
}
_OF_A_MOOD = {
    1: mark("Times when your mood was very low"),
    2: mark("Times when your mood was low"),
    3: mark("Times when your mood was so-so"),
    4: mark("Times when your mood was good"),
    5: mark("Times when your mood was great"),
}
_ALL_OF_A_TAG = 60  # as long as a tag may be


def kind_word(by: By) -> str:
    """The heading of all groups of a kind: "Time of day"."""
    return tr(_KINDS[by])


def group_word(by: By, key: str, most: int = _ALL_OF_A_TAG) -> str:
    """A group under its heading: "Visits", "An hour or more"; a tag as it was typed, with at most `most` characters."""
    if by is By.TAG:
        return shortened(shown_tag(key), most)
    if by is By.MEDIUM:
        return tr(_MEDIA[Medium(key)])
    if by is By.LENGTH:
        return tr(_LENGTHS[LengthClass(key)])
    if by is By.PART_OF_DAY:
        return tr(_PARTS[PartOfDay(key)])
    return mood_word(int(key))


def group_subject(by: By, key: str) -> str:
    """A group at the beginning of a sentence: "Visits", "Times together of an hour or more"."""
    if by is By.TAG:
        return tr("Times tagged “{tag}”", tag=shortened(shown_tag(key), 30))
    if by is By.LENGTH:
        return tr(_OF_A_LENGTH[LengthClass(key)])
    if by is By.MOOD:
        return tr(_OF_A_MOOD[int(key)])
    return group_word(by, key)


def shortened(text: str, most: int) -> str:
    """The text on one line, its first `most` characters where it is longer."""
    line = " ".join(text[: most * 4].split()) if len(text) > most * 4 else " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"
