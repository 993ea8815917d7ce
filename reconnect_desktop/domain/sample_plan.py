"""Which contacts the sample journal tells of: their days, times and media."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time, timedelta
from random import Random
from typing import NamedTuple

from reconnect_desktop.domain.interaction import Medium
from reconnect_desktop.domain.sample_life import SILENCE, TRAVEL, is_silent, point_at

TRAVEL_DAYS = 21


class Contact(NamedTuple):
    """One contact to be told of; sorts by day and time."""

    day: date
    time: time
    medium: Medium


def plan(start: date, today: date, chance: Random) -> list[Contact]:
    """All contacts from `start` on, oldest first; the last of them 4 to 8 days before `today`."""
    last = today - timedelta(days=chance.randint(4, 8))
    span = _Span(start, today, chance)
    contacts = {
        *span.talks(),
        *span.visits(),
        *span.messages(),
        *span.letters(),
        *span.others(),
    }
    kept = {contact for contact in contacts if start <= contact.day < last}
    return sorted({*kept, Contact(last, time(19, 10), Medium.CALL)})


def holidays(year: int) -> dict[date, int]:
    """The days she is visited on, and for how many days."""
    may = date(year, 5, 1)
    mothers_day = may + timedelta(days=(6 - may.weekday()) % 7 + 7)
    return {
        date(year, 4, 6): 2,
        mothers_day: 1,
        date(year, 6, 14): 1,  # her birthday
        date(year, 8, 9): 4,
        date(year, 10, 3): 1,
        date(year, 12, 24): 3,
    }


class _Span:
    """The years from `start` to `today`, and the chances drawn for them."""

    def __init__(self, start: date, today: date, chance: Random) -> None:
        self._start = start
        self._days = (today - start).days
        self._chance = chance

    def talks(self) -> Iterator[Contact]:
        """Calls and video calls every five to nine days, as far as the times allow."""
        back = float(self._chance.randrange(3))
        while back < self._days:
            day = self._day(round(back))
            if not self._is_quiet(day):
                yield self._talk(day)
            gap = point_at(back / self._days).gap * self._chance.uniform(0.75, 1.25)
            back += min(9.5, max(4.5, gap))

    def _talk(self, day: date) -> Contact:
        weekend = day.weekday() >= 5
        if self._chance.random() < (0.4 if weekend else 0.12):
            return Contact(day, self._time(16, 19), Medium.VIDEO)
        hours = (10, 18) if weekend else (17, 21)
        return Contact(day, self._time(*hours), Medium.CALL)

    def visits(self) -> Iterator[Contact]:
        """Holidays with her, most of them; each day of a longer stay is a visit."""
        for year in range(self._start.year, self._day(self._days).year + 1):
            for first, length in holidays(year).items():
                at = (first - self._start).days / self._days
                likely = point_at(at).closeness / 6 if 0 <= at <= 1 else 0.0
                if self._chance.random() < likely:
                    for place in range(length):
                        day = first + timedelta(days=place)
                        if not self._is_quiet(day):
                            yield Contact(day, self._time(10, 15), Medium.VISIT)

    def messages(self) -> Iterator[Contact]:
        """Some on one day in three, several at a time, as people write."""
        for back in range(self._days):
            day = self._day(back)
            if self._chance.random() < point_at(back / self._days).messages and not self._awaits_letter(day):
                few = self._is_quiet(day)
                for _ in range(1 if few else self._chance.choice((1, 2, 2, 3, 4, 4))):
                    yield Contact(day, self._time(7, 22), Medium.MESSAGE)

    def letters(self) -> Iterator[Contact]:
        """A couple a year, and one that ends the silence."""
        for back in range(0, self._days, 190):
            day = self._day(back + self._chance.randrange(120))
            if not self._is_quiet(day):
                yield Contact(day, time(12), Medium.LETTER)
        yield Contact(self._letter_day(), time(12), Medium.LETTER)

    def others(self) -> Iterator[Contact]:
        """Parcels, weddings: once a year or so."""
        for back in range(0, self._days, 330):
            day = self._day(back + self._chance.randrange(200))
            if not self._is_quiet(day):
                yield Contact(day, self._time(11, 17), Medium.OTHER)

    def _is_quiet(self, day: date) -> bool:
        """Whether only messages could pass, or nothing: after the argument, and while travelling."""
        into_travel = (day - self._start).days - round(TRAVEL * self._days)
        return self._awaits_letter(day) or 0 <= into_travel < TRAVEL_DAYS

    def _awaits_letter(self, day: date) -> bool:
        return is_silent(self._at(day)) or -3 <= (day - self._letter_day()).days < 4

    def _letter_day(self) -> date:
        return self._day(round(SILENCE[1] * self._days) + 1)

    def _at(self, day: date) -> float:
        return (day - self._start).days / self._days

    def _day(self, back: int) -> date:
        return self._start + timedelta(days=back)

    def _time(self, first_hour: int, last_hour: int) -> time:
        return time(self._chance.randrange(first_hour, last_hour), self._chance.randrange(60))
