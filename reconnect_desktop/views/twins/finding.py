"""Looking through the journal for contacts that may stand there twice, off the GUI thread and without holding it up."""

from __future__ import annotations

from collections.abc import Callable

from reconnect_desktop.collector import kept_from_collector
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.records import Setting
from reconnect_desktop.domain.settings import TWINS_LEFT_UNTIL
from reconnect_desktop.domain.tellings import Telling
from reconnect_desktop.domain.twins import Twin, logged, pairs, twin_of
from reconnect_desktop.journal import Journal


def find(journal: Journal, is_wanted: Callable[[], bool] = lambda: True) -> list[Twin]:
    """The pairs there are to look at, newest first; none once it is no longer wanted. Raises UserErrors.

    It reads month by month, so that whoever else wants to read or write meanwhile need not wait for long. Those that were
    there when all were left as they are are not among them.
    """
    if len(journal.sources()) < 2:
        return []
    until = journal.setting(TWINS_LEFT_UNTIL)
    with kept_from_collector():
        tellings = _tellings(journal, is_wanted)
        settled = {setting.id for setting in journal.all(Setting)}
        found = (_twin(journal, *pair) for pair in pairs(tellings, settled) if is_wanted())
        return [twin for twin in found if twin is not None and logged(twin) > until]


def _tellings(journal: Journal, is_wanted: Callable[[], bool]) -> list[Telling]:
    return [
        one
        for month in journal.months()
        if is_wanted()
        for one in reversed(journal.tellings(month.first, month.last))
    ]


def _twin(journal: Journal, one: Telling, other: Telling) -> Twin | None:
    """None where one of them went meanwhile."""
    found = [journal.get(Interaction, each.id) for each in (one, other)]
    first, second = found
    return twin_of(first, second) if first is not None and second is not None else None
