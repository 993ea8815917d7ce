"""All interactions in memory, kept up to date from change to change; lives in the background thread."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable

from reconnect_desktop.domain.change import Change
from reconnect_desktop.domain.interaction import Interaction

_ONE_BY_ONE = 64  # up to so many changes are put in place singly; more are sorted in at once


class Shelf:
    """What the journal holds, so that a changed row or a search need not read 22,000 of them again."""

    def __init__(self, newest_first: Iterable[Interaction]) -> None:
        self._ordered = sorted(newest_first, key=_key)  # oldest first
        self._by_id = {interaction.id: interaction for interaction in self._ordered}

    def __len__(self) -> int:
        return len(self._ordered)

    def everything(self) -> list[Interaction]:
        """All, newest first."""
        return self._ordered[::-1]

    def those(self, ids: Iterable[str]) -> list[Interaction]:
        """The interactions of these ids, in their order; unknown ones are left out."""
        found = (self._by_id.get(wanted) for wanted in ids)
        return [interaction for interaction in found if interaction is not None]

    def take(self, changes: Iterable[Change]) -> None:
        """Follow the journal. Taking a change that is already in does no harm."""
        ours = [change for change in changes if isinstance(change.record, Interaction)]
        if len(ours) <= _ONE_BY_ONE:
            for change in ours:
                self._take_one(change)
        else:
            self._take_many(ours)

    def _take_one(self, change: Change) -> None:
        known = self._by_id.pop(change.record.id, None)
        if known is not None:
            del self._ordered[bisect_left(self._ordered, _key(known), key=_key)]
        if isinstance(change.after, Interaction):
            self._by_id[change.after.id] = change.after
            insort(self._ordered, change.after, key=_key)

    def _take_many(self, changes: list[Change]) -> None:
        for change in changes:
            self._by_id.pop(change.record.id, None)
            if isinstance(change.after, Interaction):
                self._by_id[change.after.id] = change.after
        self._ordered = sorted(self._by_id.values(), key=_key)


def _key(interaction: Interaction) -> tuple[int, str]:
    return interaction.day_key
