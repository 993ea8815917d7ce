"""After which interaction it is asked, gently, what got in the way; and what an answer changes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.tags import GOT_IN_THE_WAY
from reconnect_desktop.domain.usual import BEFORE_LEAST

LOW = 3  # of seven: low for anyone
BELOW_USUAL = 1.5
LOOKED_AT = 20  # ratings before it


def is_low(one: Interaction, earlier: Iterable[Interaction]) -> bool:
    """Whether it felt far away: 3 of 7 or less, or 1.5 below the mean of the last 20 ratings before it (5 at least)."""
    if one.closeness is None:
        return False
    if one.closeness <= LOW:
        return True
    before = sorted((other for other in earlier if other.day_key < one.day_key), key=_moment)
    ratings = [other.closeness for other in before if other.closeness is not None][-LOOKED_AT:]
    return len(ratings) >= BEFORE_LEAST and one.closeness <= sum(ratings) / len(ratings) - BELOW_USUAL


def to_ask_about(recent: Sequence[Interaction], today: date, left: str) -> Interaction | None:
    """The newest interaction written down today, if it felt far away and no cause is noted with it.

    left: the id of the one of which it was said: don't ask.
    """
    logged = [one for one in recent if one.logged.day == today and one.closeness is not None]
    newest = max(logged, key=lambda one: (one.logged.timestamp, *one.day_key), default=None)
    if newest is None or newest.id == left or causes_of(newest) or not is_low(newest, recent):
        return None
    return newest


def causes_of(one: Interaction) -> tuple[str, ...]:
    """The causes noted with it, in the order of the built-in tags."""
    noted = {tag.casefold() for tag in one.tags}
    return tuple(cause for cause in GOT_IN_THE_WAY if cause in noted)


def with_cause(one: Interaction, cause: str, *, noted: bool) -> Interaction:
    """The interaction with this cause among its tags, or without it."""
    others = tuple(tag for tag in one.tags if tag.casefold() != cause)
    return replace(one, tags=(*others, cause) if noted else others)


def _moment(one: Interaction) -> tuple[int, str]:
    return one.day_key
