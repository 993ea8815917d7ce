"""How months, days and media are called in a review."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from reconnect_desktop.domain.measures import Medium
from reconnect_desktop.domain.months import Month
from reconnect_desktop.output.dates import MONTHS, WEEKDAYS, day_and_month, month_and_year
from reconnect_desktop.output.sentences import count_words, days_words, exact_days

ONE = {
    Medium.CALL: "a call",
    Medium.VIDEO: "a video call",
    Medium.VISIT: "a visit",
    Medium.MESSAGE: "a message",
    Medium.LETTER: "a letter",
    Medium.OTHER: "another contact",
}
_NOUNS = {
    Medium.CALL: "call",
    Medium.VIDEO: "video call",
    Medium.VISIT: "visit",
    Medium.MESSAGE: "message",
    Medium.LETTER: "letter",
    Medium.OTHER: "other contact",
}
FEW_DAYS = 60  # longer spans are told as people say them


def month_name(month: Month, beside: Month) -> str:
    """As in "September", with its year where that is not the year of `beside`."""
    return MONTHS[month.month - 1] if month.year == beside.year else month_and_year(month)


def weekday_and_day(day: date, month: Month) -> str:
    """As in "Sunday 11 October", with its year where that is not the month's."""
    return f"{WEEKDAYS[day.weekday()]} {day_and_month(day, month.first)}"


def medium_noun(medium: Medium) -> str:
    """As in "video call"."""
    return _NOUNS[medium]


def contacts_words(contacts: Mapping[Medium, int]) -> str:
    """As in "6 calls, 2 video calls and a visit", the most frequent first."""
    order = sorted(contacts, key=lambda medium: -contacts[medium])
    return listed([_some(medium, contacts[medium]) for medium in order])


def listed(words: Sequence[str]) -> str:
    """As in "a, b and c"."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def span_words(days: float) -> str:
    """As in "8 days", "7.5 days"; beyond two months "about three months"."""
    return exact_days(days) if days <= FEW_DAYS else days_words(days)


def times(mean: float) -> str:
    """A number with a digit where it needs one: "9", "7.5"."""
    return f"{mean:,.1f}".removesuffix(".0")


def _some(medium: Medium, count: int) -> str:
    return ONE[medium] if count == 1 else count_words(count, _NOUNS[medium])
