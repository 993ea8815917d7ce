"""How months, days and contacts are called in a review."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from reconnect_desktop.domain.measures import Medium
from reconnect_desktop.domain.months import Month
from reconnect_desktop.language import number, tr, tr_n
from reconnect_desktop.output import dates
from reconnect_desktop.output.dates import day_and_month, month_and_year, weekday_name
from reconnect_desktop.output.sentences import days_words, exact_days

FEW_DAYS = 60  # longer spans are told as people say them


def month_alone(month: Month) -> str:
    """As in "September"."""
    return dates.month_name(month.month)


def month_name(month: Month, beside: Month) -> str:
    """As in "September", with its year where that is not the year of `beside`."""
    return month_alone(month) if month.year == beside.year else month_and_year(month)


def weekday_and_day(day: date, month: Month) -> str:
    """As in "Sunday 11 October", with its year where that is not the month's."""
    return tr("{weekday} {day}", weekday=weekday_name(day), day=day_and_month(day, month.first))


def contacts_words(contacts: Mapping[Medium, int]) -> str:
    """As in "6 calls, 2 video calls and a visit", the most frequent first."""
    order = sorted(contacts, key=lambda medium: -contacts[medium])
    return listed([_some(medium, contacts[medium]) for medium in order])


def listed(words: Sequence[str]) -> str:
    """As in "a, b and c"."""
    return (
        words[0] if len(words) == 1 else tr("{most} and {last}", most=", ".join(words[:-1]), last=words[-1])
    )


def span_words(days: float) -> str:
    """As in "8 days", "7.5 days"; beyond two months "about three months"."""
    return exact_days(days) if days <= FEW_DAYS else days_words(days)


def times(mean: float) -> str:
    """A number with a digit where it needs one: "9", "7.5"."""
    return number(mean, 0 if f"{mean:.1f}".endswith(".0") else 1)


def _some(medium: Medium, count: int) -> str:
    if medium is Medium.CALL:
        return tr_n("a call", "{count} calls", count)
    if medium is Medium.VIDEO:
        return tr_n("a video call", "{count} video calls", count)
    if medium is Medium.VISIT:
        return tr_n("a visit", "{count} visits", count)
    if medium is Medium.MESSAGE:
        return tr_n("a message", "{count} messages", count)
    if medium is Medium.LETTER:
        return tr_n("a letter", "{count} letters", count)
    return tr_n("another contact", "{count} other contacts", count)
