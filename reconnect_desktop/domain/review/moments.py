"""What of single interactions is looked back on: the wins, and the hard moment."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.keepsakes import moment_words
from reconnect_desktop.domain.review.month_review import Moment

HARD_MOST = 3  # the closeness up to which a moment can be the hard one …
HARD_BELOW = 1.5  # … where it lies so much below the usual


def wins(interactions: Iterable[Interaction], *, grief: bool = False) -> tuple[Moment, ...]:
    """Those with a win, oldest first; in grief all the good moments of which something is written, as in the keepsake."""
    words: Callable[[Interaction], str] = moment_words if grief else lambda one: one.win.strip()
    ordered = sorted(interactions, key=lambda one: one.day_key)
    return tuple(_moment(one, words(one)) for one in ordered if words(one))


def hard_moment(interactions: Sequence[Interaction], usual: float | None) -> Moment | None:
    """The one that felt furthest apart, where it clearly did; of several one of which something was written, the newest."""
    rated = [one for one in interactions if one.closeness is not None]
    if usual is None or not rated:
        return None
    lowest = min(one.closeness or 0 for one in rated)
    if lowest > HARD_MOST or lowest > usual - HARD_BELOW:
        return None
    found = max(
        (one for one in rated if one.closeness == lowest), key=lambda one: (bool(_words(one)), one.day_key)
    )
    return _moment(found, found.note)


def _words(one: Interaction) -> str:
    return one.note.strip() or "".join(one.tags)


def _moment(one: Interaction, text: str) -> Moment:
    return Moment(
        id=one.id, when=one.when, medium=one.medium, closeness=one.closeness, text=text, tags=one.tags
    )
