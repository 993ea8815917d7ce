"""Skimming over a lifetime tells what looking closely at each rating tells."""

from __future__ import annotations

import random
from bisect import insort
from datetime import date, timedelta

import pytest

from reconnect_desktop.domain.contacts import Contact
from reconnect_desktop.domain.dip_watch import DipWatch
from reconnect_desktop.domain.dips import ENOUGH, NO_DROP, OFF, ON, surest_drop
from reconnect_desktop.domain.interaction import Medium

START = date(2010, 1, 1)
COUNT = 4 * ENOUGH

Told = list[tuple[date, float, int, float, float] | None]


def lived(seed: int, late: float, levels: list[float], spread: float) -> list[Contact]:
    """Ratings of some years, up to three a day, some written down late."""
    dice, day, level, found = random.Random(seed), START, levels[0], []
    for place in range(COUNT):
        level = dice.choice(levels) if dice.random() < 0.02 else level
        moment = (day - date(1970, 1, 1)).days * 86_400 + dice.randrange(86_400)
        logged = day + timedelta(dice.choice([1, 5, 40])) if dice.random() < late else day
        closeness = min(7, max(1, round(dice.gauss(level, spread))))
        found.append(Contact(day, moment, str(place), logged, Medium.CALL, closeness))
        day += timedelta(dice.choice([0, 0, 1, 2, 3]))
    return found


def plainly(contacts: list[Contact], days: list[date]) -> Told:
    """Everything looked at anew whenever something became known."""
    coming = sorted(contacts, key=lambda one: one.known, reverse=True)
    known: list[tuple[int, str, int]] = []
    began, drop, told = None, NO_DROP, []
    for day in days:
        heard = False
        while coming and coming[-1].known <= day:
            one = coming.pop()
            insort(known, (one.timestamp, one.id, one.closeness or 0))
            heard = True
        if heard:
            newest = known[-ENOUGH:]
            drop = surest_drop([rating for _, _, rating in newest], [moment for moment, _, _ in newest])
            began = None if drop.sureness < OFF else began or (day if drop.sureness >= ON else None)
        told.append((began, drop.sureness, drop.count, drop.recent, drop.usual) if began else None)
    return told


@pytest.mark.parametrize(
    ("late", "levels", "spread"),
    [(0.0, [5.0, 6.0, 3.5], 1.1), (0.08, [5.0, 6.0, 3.5], 1.1), (0.02, [6.0, 5.4], 0.3)],
    ids=["as it happened", "some late", "hardly any difference"],
)
def test_skimming_misses_nothing(late: float, levels: list[float], spread: float) -> None:
    contacts = lived(1, late, levels, spread)
    days = [START + timedelta(day) for day in range((contacts[-1].day - START).days + 50)]
    watch = DipWatch(contacts)
    told: Told = []
    for day in days:
        dip = watch.on(day)
        drop = dip.drop if dip else NO_DROP
        told.append((dip.began, drop.sureness, drop.count, drop.recent, drop.usual) if dip else None)
    assert told == plainly(contacts, days)
    assert sum(one is not None for one in told) > 5
