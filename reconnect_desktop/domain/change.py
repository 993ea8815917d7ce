"""A mutation as a value: what was there before, and what is there after."""

from __future__ import annotations

from dataclasses import dataclass

from reconnect_desktop.domain.interaction import Interaction, check_not_in_future
from reconnect_desktop.domain.records import MoodCheckIn, Record
from reconnect_desktop.domain.when import When


@dataclass(frozen=True, slots=True)
class Change:
    """Add (`before` is None), edit, or delete (`after` is None) one record."""

    before: Record | None
    after: Record | None

    def __post_init__(self) -> None:
        before, after = self.before, self.after
        if before is None and after is None:
            raise ValueError("a change has a before or an after")
        if before and after and (type(before) is not type(after) or before.id != after.id):
            raise ValueError("an edit keeps the record's type and id")

    @property
    def record(self) -> Record:
        """The record it is about: as it is after, or as it was."""
        record = self.after if self.after is not None else self.before
        assert record is not None
        return record

    def inverse(self) -> Change:
        """The change that takes this one back."""
        return Change(self.after, self.before)


def add(record: Record) -> Change:
    """The change that adds `record`."""
    return Change(None, record)


def edit(before: Record, after: Record) -> Change:
    """The change that makes `before` into `after`."""
    return Change(before, after)


def delete(record: Record) -> Change:
    """The change that deletes `record`."""
    return Change(record, None)


def inverse(changes: tuple[Change, ...]) -> tuple[Change, ...]:
    """What takes all of these back, the last one first."""
    return tuple(change.inverse() for change in reversed(changes))


def check_when(change: Change, now: When) -> None:
    """Raise Invalid for a moment to come, except where it was so before: the computer's clock may have been set back."""
    before, after = change.before, change.after
    if isinstance(after, (Interaction, MoodCheckIn)):
        if isinstance(before, (Interaction, MoodCheckIn)) and before.when == after.when:
            return
        check_not_in_future(after.when, now)
