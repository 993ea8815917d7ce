"""How groups are called of which there are too few ratings to say anything, in the middle of a sentence."""

from __future__ import annotations

from reconnect_desktop.domain.measures import Medium
from reconnect_desktop.domain.trends.going_with import By, LengthClass, PartOfDay
from reconnect_desktop.language import mark, tr
from reconnect_desktop.output.group_words import group_word

_WORDS: dict[By, dict[str, str]] = {
    By.MEDIUM: {
        Medium.CALL: mark("calls"),
        Medium.VIDEO: mark("video calls"),
        Medium.VISIT: mark("visits"),
        Medium.MESSAGE: mark("messages"),
        Medium.LETTER: mark("letters"),
        Medium.OTHER: mark("other contacts"),
    },
    By.LENGTH: {
        LengthClass.BRIEF: mark("under 10 min"),
        LengthClass.SHORT: mark("10 to 29 min"),
        LengthClass.LONG: mark("30 to 59 min"),
        LengthClass.VERY_LONG: mark("an hour or more"),
    },
    By.PART_OF_DAY: {
        PartOfDay.MORNING: mark("mornings"),
        PartOfDay.AFTERNOON: mark("afternoons"),
        PartOfDay.EVENING: mark("evenings"),
        PartOfDay.NIGHT: mark("nights"),
    },
    By.MOOD: {
        "1": mark("very low mood"),
        "2": mark("low mood"),
        "3": mark("so-so mood"),
        "4": mark("good mood"),
        "5": mark("great mood"),
    },
}


def few_word(by: By, key: str, most: int) -> str:
    """As in "visits", "low mood", "“walk”"; of a tag at most so many characters."""
    if by is By.TAG:
        return tr("“{tag}”", tag=group_word(by, key, most))
    return tr(_WORDS[by][key])
