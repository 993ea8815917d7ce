"""Stand-ins that tests hand in where the program hands in the world."""

from __future__ import annotations

from string import Formatter
from typing import TypeVar

from reconnect_desktop.domain.action import Action, Applied
from reconnect_desktop.domain.change import Change
from reconnect_desktop.domain.errors import UserError
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.records import Record, Setting
from reconnect_desktop.domain.settings import Declared, value_of
from reconnect_desktop.domain.when import When, at, parse
from reconnect_desktop.journal import KEPT

T = TypeVar("T")
R = TypeVar("R", bound=Record)

ZONE = "Europe/Berlin"
NOW = "2026-11-22T18:40:00+01:00"  # a Sunday


class FakeClock:
    """A clock that stands still until it is told to go on; call it for the moment it shows."""

    def __init__(self, text: str = NOW, zone: str = ZONE) -> None:
        self._now = parse(text, zone)

    def __call__(self) -> When:
        return self._now

    def advance(self, *, days: int = 0, hours: int = 0, minutes: int = 0, seconds: int = 0) -> When:
        """Go on by elapsed time (a day is 24 hours, also where clocks change) and tell the new moment."""
        elapsed = ((days * 24 + hours) * 60 + minutes) * 60 + seconds
        self._now = at(self._now.timestamp + elapsed, self._now.zone, self._now.offset)
        return self._now

    def set(self, text: str) -> When:
        """Jump to an ISO 8601 time, backwards too, as computers' clocks do."""
        self._now = parse(text, self._now.zone, self._now.offset)
        return self._now


class FakeJournal:
    """As much of a journal as quick add needs, in memory; while `trouble` is set, every write raises it."""

    def __init__(self, *held: Record) -> None:
        self.held: list[Record] = list(held)
        self.kept: dict[str, object] | None = None
        self.trouble: UserError | None = None
        self._ids = 0
        self._steps: list[Applied] = []

    def new_id(self) -> str:
        self._ids += 1
        return f"{self._ids:016x}"

    def recent(self, most: int = 200) -> list[Interaction]:
        return sorted(self.all(Interaction), key=lambda one: one.day_key, reverse=True)[:most]

    def all(self, record_type: type[R]) -> list[R]:
        return [record for record in self.held if isinstance(record, record_type)]

    def get(self, record_type: type[R], record_id: str) -> R | None:
        return next((record for record in self.all(record_type) if record.id == record_id), None)

    def tags(self) -> list[str]:
        return list(dict.fromkeys(tag for one in self.all(Interaction) for tag in one.tags))

    def setting(self, declared: Declared[T]) -> T:
        return value_of(declared, {kept.id: kept.value for kept in self.all(Setting)})

    def apply(self, action: Action, *changes: Change, draft: dict[str, object] | None = KEPT) -> Applied:
        self._write(changes)
        if draft is not KEPT:
            self.kept = draft
        self._steps.append(Applied(changes, action))
        return self._steps[-1]

    def undo(self) -> Applied:
        step = self._steps[-1]
        changes = tuple(change.inverse() for change in reversed(step.changes))
        self._write(changes)
        del self._steps[-1]
        return Applied(changes, step.action, undone=True)

    def draft(self) -> dict[str, object] | None:
        return self.kept

    def save_draft(self, draft: dict[str, object] | None) -> None:
        if self.trouble is not None:
            raise self.trouble
        self.kept = draft

    def _write(self, changes: tuple[Change, ...]) -> None:
        if self.trouble is not None:
            raise self.trouble
        for change in changes:
            if change.before is not None:
                self.held.remove(change.before)
            if change.after is not None:
                self.held.append(change.after)


class Pseudo:
    """A language in which what is translated stands in brackets, and what is filled in does not: "⟦Lately ⟧4.8⟦ of 7.⟧"."""

    def gettext(self, message: str, /) -> str:
        return _bracketed(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int, /) -> str:
        return _bracketed(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str, /) -> str:
        return _bracketed(message)


def _bracketed(message: str) -> str:
    told = []
    for literal, field, form, _ in Formatter().parse(message):
        told.append(f"⟦{literal}⟧" if literal else "")
        if field is not None:
            told.append(f"{{{field}:{form}}}" if form else f"{{{field}}}")
    return "".join(told)
