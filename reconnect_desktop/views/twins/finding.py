"""Looking through the journal for contacts that may stand there twice, off the GUI thread and without holding it up."""

from __future__ import annotations

from collections.abc import Callable

from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.records import Setting
from reconnect_desktop.domain.twins import Twin, to_look_at
from reconnect_desktop.journal import Journal


def find(journal: Journal, is_wanted: Callable[[], bool] = lambda: True) -> list[Twin]:
    """The pairs there are to look at, newest first; none once it is no longer wanted. Raises UserErrors.

    It reads month by month, so that whoever else wants to read or write meanwhile need not wait for long.
    """
    if len(journal.sources()) < 2:
        return []
    present: list[Interaction] = []
    for month in journal.months():
        if not is_wanted():
            return []
        present += reversed(journal.between(Interaction, month.first, month.last))
    return to_look_at(present, journal.all(Setting))
