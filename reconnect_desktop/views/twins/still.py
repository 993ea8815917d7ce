"""Which pairs are still to be looked at after a change, without looking through the journal again."""

from __future__ import annotations

from collections.abc import Iterable

from reconnect_desktop.domain.change import Change
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.records import Setting
from reconnect_desktop.domain.settings import TWINS_LEFT_UNTIL, value_of
from reconnect_desktop.domain.twins import Twin, apart, logged


def still(pairs: Iterable[Twin], changes: Iterable[Change]) -> list[Twin]:
    """Those of which both are there still, as they are now, and of which nothing was said."""
    now: dict[str, Interaction | None] = {}
    said: dict[str, str] = {}
    for change in changes:
        if isinstance(change.record, Interaction):
            now[change.record.id] = change.after if isinstance(change.after, Interaction) else None
        elif isinstance(change.after, Setting):
            said[change.after.id] = change.after.value
    until = value_of(TWINS_LEFT_UNTIL, said)
    kept = []
    for twin in pairs:
        one, other = (now.get(each.id, each) for each in (twin.one, twin.other))
        if one is not None and other is not None and apart(twin).id not in said and logged(twin) > until:
            kept.append(Twin(one, other))
    return kept
