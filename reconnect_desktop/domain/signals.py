"""What stands out, day by day and without look-ahead: a dip in closeness, a gap in contact, a gap in talks.

An interaction counts from the day on which it was written down, so that what was shown on a past day can be told
again exactly; a late entry changes what follows it, not what was shown before.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar, Literal

from reconnect_desktop.domain.contacts import TALKS, Contact, as_contacts
from reconnect_desktop.domain.dip_watch import DipWatch
from reconnect_desktop.domain.gap_watch import GapWatch, Silence
from reconnect_desktop.domain.gaps import TALKS_RARER, YEARS
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.pauses import PausedDays
from reconnect_desktop.domain.records import Pause
from reconnect_desktop.domain.rhythm import NO_RHYTHM, Rhythm

__all__ = ["Contact", "Dip", "Gap", "Of", "Signal", "Watch", "on", "replay"]


class Of(StrEnum):
    """What a gap is a gap of; talks are calls, video calls and visits."""

    CONTACT = "contact"
    TALKS = "talks"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dip:
    """Closeness clearly below usual.

    began: the day it came on; since: the day of the first of the `count` (3…6) ratings that are lower;
    recent, usual: their mean, and the weighted mean of the ratings before them, 1…7.
    """

    kind: ClassVar[Literal["dip"]] = "dip"

    began: date
    since: date
    recent: float
    usual: float
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A silence that is rare for this person, or longer than what they called still fine.

    began: the day it came on; since: the day of the last contact (or talk); days: since then, declared pauses left out;
    usual: the usual days between, as `domain.usual` has it (the rhythm's `good` while no gap is finished);
    years: a silence this long comes up about once in so many, 100 at most (0 while too little is known);
    fine: the rhythm's "still fine" in days where it has passed, else None.
    """

    kind: ClassVar[Literal["gap"]] = "gap"

    began: date
    since: date
    days: int
    usual: float
    of: Of
    years: float
    fine: int | None


Signal = Dip | Gap


def on(
    day: date,
    interactions: Iterable[Interaction] | Iterable[Contact],
    pauses: Iterable[Pause] = (),
    rhythm: Rhythm = NO_RHYTHM,
) -> frozenset[Signal]:
    """What stood out at the end of `day`, as far as was written down by then: a dip at most, and a gap of each kind."""
    return Watch(interactions, pauses, rhythm).on(day)


def replay(
    interactions: Iterable[Interaction] | Iterable[Contact],
    pauses: Iterable[Pause],
    days: Iterable[date],
    rhythm: Rhythm = NO_RHYTHM,
) -> list[frozenset[Signal]]:
    """The same for each of these days, in ascending order."""
    watch = Watch(interactions, pauses, rhythm)
    return [watch.on(day) for day in days]


class Watch:
    """Goes through the days in order; a day more costs the same after sixty years as after one.

    It is handed everything at once, in any order, and looks at nothing before the day on which it was written down.
    """

    def __init__(
        self,
        interactions: Iterable[Interaction] | Iterable[Contact],
        pauses: Iterable[Pause] = (),
        rhythm: Rhythm = NO_RHYTHM,
    ) -> None:
        contacts = as_contacts(interactions)
        paused = PausedDays(pauses)
        self._dips = DipWatch(contacts)
        self._contact = GapWatch(contacts, paused, YEARS, rhythm.contact)
        talks = [contact for contact in contacts if contact.medium in TALKS]
        self._talks = GapWatch(talks, paused, YEARS * TALKS_RARER)

    def on(self, day: date) -> frozenset[Signal]:
        """What stood out at the end of `day`. Raises ValueError for a day before the one asked last."""
        dip, contact, talks = self._dips.on(day), self._contact.on(day), self._talks.on(day)
        found: list[Signal] = []
        if dip:
            drop = dip.drop
            found.append(
                Dip(began=dip.began, since=dip.since, recent=drop.recent, usual=drop.usual, count=drop.count)
            )
        if contact:
            found.append(_gap(contact, Of.CONTACT))
        elif talks and self._contact.since > talks.since:
            # Other contact went on; where it did not, it is one silence, and the contact's own to tell.
            found.append(_gap(talks, Of.TALKS))
        return frozenset(found)


def _gap(silence: Silence, of: Of) -> Gap:
    return Gap(
        began=silence.began,
        since=silence.since,
        days=silence.days,
        usual=silence.usual,
        of=of,
        years=silence.years,
        fine=silence.fine,
    )
