"""Follows closeness through the days: when a dip came on, and whether it still is."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import islice
from operator import attrgetter
from typing import NamedTuple

from reconnect_desktop.domain.contacts import Contact
from reconnect_desktop.domain.dips import ENOUGH, NO_DROP, OFF, ON, WINDOWS, Drop, surest_drop

_MOMENT = attrgetter("timestamp", "id")
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
                insort(self._ratings, self._coming.pop(), key=_MOMENT)
            self._drop = _drop(self._ratings[-ENOUGH:])
            self._began = _carried_on(self._began, self._drop, known)
        if self._began is None:
            return None
        return Dipping(self._began, self._ratings[-self._drop.count].day, self._drop)

    def _begin(self, day: date) -> None:
        """Start on `day`, going back in time only as far as it takes to be sure whether a dip was on."""
        ratings = sorted(self._coming, key=_MOMENT)
        self._ratings = [one for one in ratings if one.known <= day]
        self._coming = sorted((one for one in ratings if one.known > day), key=_KNOWN, reverse=True)
        drops: list[tuple[date, Drop]] = []
        for known in sorted({one.known for one in self._ratings}, reverse=True):
            drops.append((known, _drop(_newest(self._ratings, known))))
            if drops[-1][1].sureness < OFF:
                break
        for known, drop in reversed(drops):
            self._began = _carried_on(self._began, drop, known)
            self._drop = drop


def _carried_on(began: date | None, drop: Drop, day: date) -> date | None:
    """The day the dip that is on after this drop came on, given the one that was on before it."""
    if drop.sureness < OFF:
        return None
    if began is None and drop.sureness >= ON:
        return day
    return began


def _newest(ratings: Sequence[Contact], day: date) -> list[Contact]:
    """The newest `ENOUGH` ratings of those that counted on `day`, in their order."""
    found = list(islice((one for one in reversed(ratings) if one.known <= day), ENOUGH))
    return found[::-1]


def _drop(newest: Sequence[Contact]) -> Drop:
    ratings = [one.closeness for one in newest if one.closeness is not None]
    return surest_drop(ratings, [one.timestamp for one in newest[-WINDOWS[-1] :]])
