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
from reconnect_desktop.language import number as in_digits
from reconnect_desktop.language import tr, tr_in
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
    return Table((tr("Day"), tr("Medium"), tr("Closeness"), tr("Around then")), rows)


def gaps_table(value: GapsOverTime) -> Table:
    """Each gap, and whether it was a long one."""
    rows = tuple(
        (
            short_day(gap.since),
            tr("so far") if gap.lasts else short_day(gap.until),
            in_digits(gap.days),
            _long(gap),
        )
        for gap in value.gaps
    )
    return Table(
        (tr_in("first day", "From"), tr_in("last day", "To"), tr("Days"), tr("Beside the usual")), rows
    )


def months_table(value: ContactsByMonth) -> Table:
    """Each month: contacts and minutes of each medium in use."""
    media = [medium_word(medium) for medium in value.media]
    headings = (
        tr("Month"),
        *media,
        tr_in("all contacts", "All"),
        *(tr("{medium}, length", medium=word) for word in media),
        tr("Length, all"),
        tr("Length not known"),
    )
    return Table(headings, tuple(_month_row(value, month) for month in value.months))


def calendar_table(value: CalendarOfDays) -> Table:
    """Each day in touch."""
    rows = tuple(
        (short_day(day.day), in_digits(day.contacts), _or_unrated(day.closeness)) for day in value.days
    )
    return Table((tr("Day"), tr("Contacts"), tr("Closeness")), rows)


def going_with_table(value: GoingWithCloseness) -> Table:
    """Each group, and those of which too few are rated."""
    rows = [
        (
            kind_word(group.by),
            group_word(group.by, group.key),
            number(group.median),
            tr("{low} to {high}", low=number(group.low), high=number(group.high)),
            in_digits(group.count),
        )
        for group in value.groups
    ]
    few = [
        (kind_word(by), group_word(by, key), tr("too few to say"), "", "")
        for by in By
        for key in value.too_few.get(by, ())
    ]
    headings = ("", tr("Group"), tr("Median closeness"), tr("95 % interval"), tr("Ratings"))
    return Table(headings, (*rows, *few))


def path_table(value: OftenAndClose) -> Table:
    """Each month, also those of which too little is known."""
    steps = {
        step.month: (number(step.days_in_touch), number(step.closeness), in_digits(step.rated))
        for step in value.steps
    }
    thin = dict.fromkeys(value.thin, ("", tr("too little to say"), ""))
    rows = tuple((month_and_year(month), *cells) for month, cells in sorted({**thin, **steps}.items()))
    return Table((tr("Month"), tr("Days in touch, of 30"), tr("Closeness"), tr("Ratings")), rows)


def mood_table(value: MoodBeside) -> Table:
    """Each mood and each rating in the order of time, and where mood and closeness tended around then."""
    moods = [(noted.at, (_noted(noted.mood, noted.where), "")) for noted in value.moods]
    ratings = [(moment(dot.local), ("", str(dot.closeness))) for dot in value.dots]
    rows = tuple(
        (short_day(_day(at)), *cells, _around(value.mood_curves, at), _around(value.closeness_curves, at))
        for at, cells in sorted(moods + ratings, key=lambda row: row[0])
    )
    headings = (tr("Day"), tr("Mood"), tr("Closeness"), tr("Mood around then"), tr("Closeness around then"))
    return Table(headings, rows)


def _month_row(value: ContactsByMonth, month: MonthOfContacts) -> tuple[str, ...]:
    name = month_and_year(month.month)
    contacts = [in_digits(month.contacts.get(medium, 0)) for medium in value.media]
    minutes = [_length(month.minutes.get(medium, 0)) for medium in value.media]
    return (
        name if month.whole else tr("{month}, in part", month=name),
        *contacts,
        in_digits(sum(month.contacts.values())),
        *minutes,
        _length(sum(month.minutes.values())),
        in_digits(month.unknown),
    )


def _noted(mood: int, where: MoodDot) -> str:
    word = mood_word(mood)
    return tr("{mood} (check-in)", mood=word) if where is MoodDot.CHECK_IN else word


def _length(minutes: int) -> str:
    return length_words(minutes) if minutes else "0"


def _long(gap: Between) -> str:
    return tr("longer") if gap.long else ""


def _or_unrated(closeness: int | None) -> str:
    return tr("unrated") if closeness is None else str(closeness)


def _day(at: float) -> date:
    return date.fromordinal(int(at))


def _around(curves: Sequence[Curve], at: float) -> str:
    """Where the line is at that moment, and its band: "4.8 (4.3 to 5.2)"; "" where there is no line."""
    for curve in curves:
        if curve.at[0] <= at <= curve.at[-1]:
            middle, low, high = (
                _between(curve.at, line, at) for line in (curve.middle, curve.low, curve.high)
            )
            return tr(
                "{closeness} ({low} to {high})", closeness=number(middle), low=number(low), high=number(high)
            )
    return ""


def _between(places: Sequence[float], line: Sequence[float], at: float) -> float:
    after = min(bisect_right(places, at), len(places) - 1)
    before = max(after - 1, 0)
    width = places[after] - places[before]
    part = (at - places[before]) / width if width else 0.0
    return line[before] + part * (line[after] - line[before])
