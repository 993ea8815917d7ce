"""Which suggestions are there to be looked up, by somebody who looks for one unasked."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from reconnect_desktop.domain.choice import may_offer
from reconnect_desktop.domain.circumstances import Circumstance
from reconnect_desktop.domain.suggestions import Asks, Suggestion

# In these, nothing is offered that asks for contact, however it is come by.
QUIETENING = frozenset({Circumstance.UNSAFE, Circumstance.BOUNDARY, Circumstance.GRIEF})


def is_quiet(circumstances: AbstractSet[Circumstance]) -> bool:
    """Whether what asks for contact is left out."""
    return not QUIETENING.isdisjoint(circumstances)


def may_be_looked_up(suggestion: Suggestion, circumstances: AbstractSet[Circumstance]) -> bool:
    """Whether the row may be offered: in fear or harm only support, beside a boundary or in grief no contact.

    What else keeps a row from being shown unasked (a low mood, a journey) does not keep it from a reader.
    """
    pressing = QUIETENING & circumstances
    if not pressing:
        return True
    if Circumstance.UNSAFE in pressing and suggestion.asks is not Asks.SUPPORT:
        return False
    return suggestion.asks is not Asks.CONTACT and suggestion.may_show(pressing)


def fitting_best(
    suggestions: Iterable[Suggestion], circumstances: AbstractSet[Circumstance], most: int = 3
) -> frozenset[str]:
    """The ids of those that fit best just now, of what might be offered unasked; none while nothing stands out."""
    fitting = [
        (fit.weight, row.id)
        for row in suggestions
        if may_offer(row, circumstances) and (fit := row.best_fit(circumstances)) is not None
    ]
    fitting.sort(key=lambda one: -one[0])  # stable: the earlier one in the catalogue first
    return frozenset(found for _, found in fitting[:most])
