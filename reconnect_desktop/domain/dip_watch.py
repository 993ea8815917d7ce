"""Follows closeness through the days: when a dip came on, and whether it still is."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import islice
from operator import attrgetter, itemgetter
from typing import NamedTuple

from reconnect_desktop.domain.contacts import Contact
from reconnect_desktop.domain.dips import ENOUGH, NO_DROP, OFF, ON, WINDOWS, Drop, Skim, surest_drop

_MOMENT = itemgetter(*map(Contact._fields.index, ("timestamp", "id")))  # quicker than by name
_KNOWN = attrgetter("known")


class Dipping(NamedTuple):
    """A dip that is on: the day it came on, the day of the first of the lower ratings, and how they compare."""

    began: date
    since: date
    drop: Drop


class DipWatch:
    """Goes through the days in order. It comes on at a sure drop and stays until the drop is half as sure."""

    def __init__(self, contacts: Iterable[Contact]) -> None:
        self._coming = [one for one in contacts if one.closeness is not None]  # once begun, the next one last
        self._ratings: list[Contact] = []  # those that count by now, in their order in time
        self._day: date | None = None
        self._began: date | None = None
        self._drop = NO_DROP
        self._skim = Skim()

    def on(self, day: date) -> Dipping | None:
        """The dip that is on at the end of `day`. Raises ValueError for a day before the one asked last."""
        if self._day is None:
            self._begin(day)
        elif day < self._day:
            raise ValueError("the days go forward")
        self._day = day
        while self._coming and self._coming[-1].known <= day:
            known = self._coming[-1].known
            while self._coming and self._coming[-1].known == known:
                self._hear(self._coming.pop())
            self._drop = _drop(self._ratings[-ENOUGH:]) if self._skim.may_be_on(self._ratings) else NO_DROP
            self._began = _carried_on(self._began, self._drop, known)
        if self._began is None:
            return None
        return Dipping(self._began, self._ratings[-self._drop.count].day, self._drop)

    def _hear(self, rating: Contact) -> None:
        insort(self._ratings, rating, key=_MOMENT)
        if self._ratings[-1] is rating:
            self._skim.hear(self._ratings)
        else:
            self._skim.forget()

    def _begin(self, day: date) -> None:
        """Start on `day`, going back in time only as far as it takes to be sure whether a dip was on."""
        ratings = sorted(self._coming, key=_MOMENT)
        self._ratings = [one for one in ratings if one.logged <= day and one.day <= day]
        # Of one day the last first, so that each comes after those before it.
        coming = (one for one in reversed(ratings) if one.logged > day or one.day > day)
        self._coming = sorted(coming, key=_KNOWN, reverse=True)
        for known, drop in reversed(self._going_back()):
            self._began = _carried_on(self._began, drop, known)
            self._drop = drop

    def _going_back(self) -> list[tuple[date, Drop]]:
        """The days on which the newest ratings changed, and how they compared then, back to one on which no dip was on."""
        found: list[tuple[date, Drop]] = []
        newest = self._ratings[-ENOUGH:]
        while newest:
            changed = max(one.known for one in newest)
            found.append((changed, _drop(newest)))
            if found[-1][1].sureness < OFF:
                break
            newest = _newest_before(changed, self._ratings)
        return found


def _carried_on(began: date | None, drop: Drop, day: date) -> date | None:
    """The day the dip that is on after this drop came on, given the one that was on before it."""
    if drop.sureness < OFF:
        return None
    if began is None and drop.sureness >= ON:
        return day
    return began


def _newest_before(day: date, ratings: Sequence[Contact]) -> list[Contact]:
    """The newest `ENOUGH` of the ratings that counted before `day`, in their order."""
    found = list(islice((one for one in reversed(ratings) if one.known < day), ENOUGH))
    return found[::-1]


def _drop(newest: Sequence[Contact]) -> Drop:
    ratings = [one.closeness for one in newest if one.closeness is not None]
    return surest_drop(ratings, [one.timestamp for one in newest[-WINDOWS[-1] :]])
