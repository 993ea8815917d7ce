"""Interactions as lean as noticing needs them, with the day from which each counts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple

from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.measures import Medium

_EPOCH = datetime(1970, 1, 1)

TALKS = frozenset({Medium.CALL, Medium.VIDEO, Medium.VISIT})


class Contact(NamedTuple):
    """What noticing needs of an interaction.

    day: the local day it happened; timestamp: seconds since 1970, UTC; logged: the day it was written down;
    closeness: 1…7 or None.
    """

    day: date
    timestamp: int
    id: str
    logged: date
    medium: Medium
    closeness: int | None

    @property
    def known(self) -> date:
        """The day from which it counts: when it was written down, and never before it happened."""
        # Not max(), which takes twice as long, for tens of thousands.
        return self.logged if self.logged > self.day else self.day  # noqa: FURB136


def as_contacts(interactions: Iterable[Interaction] | Iterable[Contact]) -> list[Contact]:
    """These as contacts, in the same order."""
    return [one if isinstance(one, Contact) else _contact(one) for one in interactions]


def _contact(one: Interaction) -> Contact:
    # Asked once: `when.day` and `when.timestamp` would take twice as long, tens of thousands of times.
    local = one.when.local
    since = local - _EPOCH
    moment = since.days * 86_400 + since.seconds - one.when.offset
    return Contact(local.date(), moment, one.id, one.logged.local.date(), one.medium, one.closeness)
