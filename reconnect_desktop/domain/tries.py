"""What followed when a suggestion was taken up: closeness before and after, side by side, and no more said than that."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from reconnect_desktop.domain.contacts import Contact, as_contacts
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.records import Try
from reconnect_desktop.domain.when import When

LOOKED_AT = 4  # ratings on either side
ASKED_AFTER = 14  # days; earlier once there was contact
ASKED_UNTIL = 90  # days; later nobody remembers


@dataclass(frozen=True, slots=True)
class Followed:
    """Mean closeness, 1…7, of up to 4 ratings before and up to 4 after, with their numbers; None without any."""

    before: float | None
    n_before: int
    after: float | None
    n_after: int


def followed(a_try: Try, interactions: Iterable[Interaction] | Iterable[Contact]) -> Followed:
    """The ratings around the moment it was begun; the interactions may come in any order."""
    return _followed(a_try.begun, _rated(interactions))


def history(
    tries: Iterable[Try], interactions: Iterable[Interaction] | Iterable[Contact]
) -> list[tuple[Try, Followed]]:
    """All tries with what followed, the newest first."""
    rated = _rated(interactions)
    newest_first = sorted(tries, key=lambda one: (one.begun.timestamp, one.id), reverse=True)
    return [(one, _followed(one.begun, rated)) for one in newest_first]


def to_follow_up(tries: Iterable[Try], interactions: Iterable[Interaction], day: date) -> Try | None:
    """The oldest open try of the last 90 days to ask "How did it go?" about.

    One after which contact was logged that was of the same day or later, or that was begun 14 days ago.
    """
    contacts = list(interactions)
    waiting = [one for one in tries if one.outcome is None and _is_ripe(one, contacts, day)]
    return min(waiting, key=lambda one: (one.begun.timestamp, one.id), default=None)


def _is_ripe(a_try: Try, contacts: Iterable[Interaction], day: date) -> bool:
    begun = a_try.begun
    days = (day - begun.day).days
    if not 0 <= days <= ASKED_UNTIL:
        return False
    return days >= ASKED_AFTER or any(
        one.logged.timestamp > begun.timestamp and one.when.day >= begun.day for one in contacts
    )


def _rated(interactions: Iterable[Interaction] | Iterable[Contact]) -> list[tuple[int, str, int]]:
    contacts = as_contacts(interactions)
    return sorted((one.timestamp, one.id, one.closeness) for one in contacts if one.closeness is not None)


def _followed(begun: When, rated: Sequence[tuple[int, str, int]]) -> Followed:
    place = bisect_left(rated, (begun.timestamp,))  # of the first rating from that moment on
    before = [closeness for _, _, closeness in rated[max(0, place - LOOKED_AT) : place]]
    after = [closeness for _, _, closeness in rated[place : place + LOOKED_AT]]
    return Followed(_mean(before), len(before), _mean(after), len(after))


def _mean(ratings: Sequence[int]) -> float | None:
    return sum(ratings) / len(ratings) if ratings else None
