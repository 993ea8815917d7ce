"""The charts as tables: the same numbers as the pictures, for who reads or hears them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from reconnect_desktop.domain.trends.by_month import ContactsByMonth, MonthOfContacts
from reconnect_desktop.domain.trends.calendar import CalendarOfDays
from reconnect_desktop.domain.trends.closeness import ClosenessOverTime, Curve
from reconnect_desktop.domain.trends.curves import moment
from reconnect_desktop.domain.trends.gaps import Between, GapsOverTime
from reconnect_desktop.domain.trends.going_with import By, GoingWithCloseness
from reconnect_desktop.domain.trends.mood import MoodBeside, MoodDot
from reconnect_desktop.domain.trends.path import OftenAndClose
from reconnect_desktop.output.dates import month_and_year, short_day
from reconnect_desktop.output.group_words import group_word, kind_word
from reconnect_desktop.output.sentences import length_words, medium_word, mood_word
from reconnect_desktop.output.today_words import number


class Table(NamedTuple):
    """What "View as table" shows; each row has as many cells as there are headings."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def closeness_table(value: ClosenessOverTime) -> Table:
    """Each rating, and where closeness tended around then."""
    rows = tuple(
        (
            short_day(dot.local),
            medium_word(dot.medium),
            str(dot.closeness),
            _around(value.curves, moment(dot.local)),
        )
        for dot in value.dots
    )
    return Table(("Day", "Medium", "Closeness", "Around then"), rows)


def gaps_table(value: GapsOverTime) -> Table:
    """Each gap, and whether it was a long one."""
    rows = tuple(
        (short_day(gap.since), "so far" if gap.lasts else short_day(gap.until), f"{gap.days:,}", _long(gap))
        for gap in value.gaps
    )
    return Table(("From", "To", "Days", "Beside the usual"), rows)


def months_table(value: ContactsByMonth) -> Table:
    """Each month: contacts and minutes of each medium in use."""
    media = [medium_word(medium) for medium in value.media]
    headings = (
        "Month",
        *media,
        "All",
        *(f"{word}, length" for word in media),
        "Length, all",
        "Length not known",
    )
    return Table(headings, tuple(_month_row(value, month) for month in value.months))


def calendar_table(value: CalendarOfDays) -> Table:
    """Each day in touch."""
    rows = tuple((short_day(day.day), f"{day.contacts:,}", _or_unrated(day.closeness)) for day in value.days)
    return Table(("Day", "Contacts", "Closeness"), rows)


def going_with_table(value: GoingWithCloseness) -> Table:
    """Each group, and those of which too few are rated."""
    rows = [
        (
            kind_word(group.by),
            group_word(group.by, group.key),
            number(group.median),
            f"{number(group.low)} to {number(group.high)}",
            f"{group.count:,}",
        )
        for group in value.groups
    ]
    few = [
        (kind_word(by), group_word(by, key), "too few to say", "", "")
        for by in By
        for key in value.too_few.get(by, ())
    ]
    return Table(("", "Group", "Median closeness", "95 % interval", "Ratings"), (*rows, *few))


def path_table(value: OftenAndClose) -> Table:
    """Each month, also those of which too little is known."""
    steps = {
        step.month: (number(step.days_in_touch), number(step.closeness), f"{step.rated:,}")
        for step in value.steps
    }
    thin = dict.fromkeys(value.thin, ("", "too little to say", ""))
    rows = tuple((month_and_year(month), *cells) for month, cells in sorted({**thin, **steps}.items()))
    return Table(("Month", "Days in touch, of 30", "Closeness", "Ratings"), rows)


def mood_table(value: MoodBeside) -> Table:
    """Each mood and each rating in the order of time, and where mood and closeness tended around then."""
    moods = [
        (
            noted.at,
            (mood_word(noted.mood) + (" (check-in)" if noted.where is MoodDot.CHECK_IN else ""), ""),
        )
        for noted in value.moods
    ]
    ratings = [(moment(dot.local), ("", str(dot.closeness))) for dot in value.dots]
    rows = tuple(
        (short_day(_day(at)), *cells, _around(value.mood_curves, at), _around(value.closeness_curves, at))
        for at, cells in sorted(moods + ratings, key=lambda row: row[0])
    )
    return Table(("Day", "Mood", "Closeness", "Mood around then", "Closeness around then"), rows)


def _month_row(value: ContactsByMonth, month: MonthOfContacts) -> tuple[str, ...]:
    name = month_and_year(month.month) if month.whole else f"{month_and_year(month.month)}, in part"
    contacts = [f"{month.contacts.get(medium, 0):,}" for medium in value.media]
    minutes = [_length(month.minutes.get(medium, 0)) for medium in value.media]
    return (
        name,
        *contacts,
        f"{sum(month.contacts.values()):,}",
        *minutes,
        _length(sum(month.minutes.values())),
        f"{month.unknown:,}",
    )


def _length(minutes: int) -> str:
    return length_words(minutes) if minutes else "0"


def _long(gap: Between) -> str:
    return "longer" if gap.long else ""


def _or_unrated(closeness: int | None) -> str:
    return "unrated" if closeness is None else str(closeness)


def _day(at: float) -> date:
    return date.fromordinal(int(at))


def _around(curves: Sequence[Curve], at: float) -> str:
    """Where the line is at that moment, and its band: "4.8 (4.3 to 5.2)"; "" where there is no line."""
    for curve in curves:
        if curve.at[0] <= at <= curve.at[-1]:
            middle, low, high = (
                _between(curve.at, line, at) for line in (curve.middle, curve.low, curve.high)
            )
            return f"{number(middle)} ({number(low)} to {number(high)})"
    return ""


def _between(places: Sequence[float], line: Sequence[float], at: float) -> float:
    after = min(bisect_right(places, at), len(places) - 1)
    before = max(after - 1, 0)
    width = places[after] - places[before]
    part = (at - places[before]) / width if width else 0.0
    return line[before] + part * (line[after] - line[before])
