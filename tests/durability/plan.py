"""What a random user does with a journal, step by step, and what the journal must then hold.

Step n follows from the seed and from what is there, so the process that acts and the one that judges agree on it.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import Change, add, delete, edit
from reconnect_desktop.domain.errors import NothingToUndo
from reconnect_desktop.domain.interaction import Interaction, Medium
from reconnect_desktop.domain.records import Import
from reconnect_desktop.exchange.draft import Draft
from reconnect_desktop.importing import take_out
from reconnect_desktop.journal import Journal
from tests.fakes import FakeClock

WORDS = ("tulips", "garden", "laughed", "goat", "doctor", "tea", "Grüße", "👩‍👧")
Held = dict[str, Interaction]
Kept = dict[str, object] | None
Imports = dict[str, Held]  # by the name of the format: what each brought, as it came


class Plan:
    """A model of one session: `held` and `draft` are what a durable journal has after the steps so far.

    many: the most that is brought in, and the words of a long note, by fives.
    """

    def __init__(self, seed: str, held: Held, draft: Kept, many: int = 50) -> None:
        self._many = many
        self.held, self.draft = dict(held), draft
        self._seed, self._number = seed, 0
        self._chance = random.Random(seed)
        self._clock = FakeClock()
        self._imports: Imports = {}
        self._done: list[tuple[Held, Imports]] = []
        self._undone: list[tuple[Held, Imports]] = []

    def step(self, journal: Journal | None = None) -> None:
        """Take the next step: in the model, and in the journal if one is given."""
        self._number += 1
        steps: list[Callable[[Journal | None], None]] = [self._add, self._add, self._draft, self._bring_in]
        if self.held:
            steps += [self._edit, self._edit, self._delete]
        if self._imports:
            steps.append(self._take_out)
        if self._done:
            steps.append(self._undo)
        if self._undone:
            steps.append(self._redo)
        self._chance.choice(steps)(journal)

    def become(self, held: Held) -> None:
        """Take in what one step outside the plan has made of the journal."""
        self._begin_step()
        self.held, self._imports = dict(held), {}

    def _add(self, journal: Journal | None) -> None:
        made = [self._interaction(str(number)) for number in range(self._chance.choice((1, 1, 3)))]
        self._apply(journal, Action.LOG, [add(one) for one in made], draft=None)

    def _edit(self, journal: Journal | None) -> None:
        before = self._some(1)[0]
        after = replace(before, closeness=self._chance.randrange(1, 8), note=self._note())
        self._apply(journal, Action.EDIT, [edit(before, after)])

    def _delete(self, journal: Journal | None) -> None:
        self._apply(journal, Action.DELETE, [delete(one) for one in self._some(self._chance.randrange(1, 5))])

    def _apply(
        self, journal: Journal | None, action: Action, changes: Sequence[Change], **draft: None
    ) -> None:
        if journal is not None:
            journal.apply(action, *changes, **draft)
        self._begin_step()
        for change in changes:
            self.held.pop(change.record.id, None)
            if isinstance(change.after, Interaction):
                self.held[change.after.id] = change.after
        if draft:
            self.draft = None

    def _bring_in(self, journal: Journal | None) -> None:
        found = [
            replace(
                self._interaction(f"i{number}"),
                source="phone",
                source_key=f"{self._seed}:{self._number}:{number}",
            )
            for number in range(self._chance.choice((3, 3, 20, self._many)))
        ]
        name = f"phone {self._seed}:{self._number}"
        if journal is not None:
            assert journal.bring_in(map(Draft, found), format=name).added == len(found)
        self._begin_step()
        brought = {one.id: one for one in found}
        self.held.update(brought)
        self._imports = {**self._imports, name: brought}

    def _take_out(self, journal: Journal | None) -> None:
        name, keeps = self._chance.choice(sorted(self._imports)), self._chance.random() < 0.5
        if journal is not None:
            (record,) = (one for one in journal.all(Import) if one.format == name)
            take_out(journal, record.id, keep_changed=keeps)
        self._begin_step()
        brought = self._imports[name]
        self._imports = {other: its for other, its in self._imports.items() if other != name}
        for one in brought.values():
            if not keeps or self.held.get(one.id) == one:
                self.held.pop(one.id, None)

    def _draft(self, journal: Journal | None) -> None:
        draft: Kept = {"note": self._note(), "step": self._number}
        if journal is not None:
            journal.save_draft(draft)
        self.draft = draft

    def _undo(self, journal: Journal | None) -> None:
        if journal is not None:
            journal.undo()
        self._undone.append((self.held, self._imports))
        self.held, self._imports = self._done.pop()

    def _redo(self, journal: Journal | None) -> None:
        if journal is not None:
            journal.redo()
        self._done.append((self.held, self._imports))
        self.held, self._imports = self._undone.pop()

    def _begin_step(self) -> None:
        self._done.append((dict(self.held), self._imports))
        self._undone.clear()

    def _interaction(self, name: str) -> Interaction:
        return Interaction(
            id=f"{self._seed}:{self._number}:{name}",
            when=self._clock().minus(self._chance.randrange(500_000)),
            medium=self._chance.choice(list(Medium)),
            logged=self._clock(),
            minutes=self._chance.choice((None, 5, 25)),
            closeness=self._chance.choice((None, 2, 5)),
            tags=tuple(self._chance.sample(WORDS, 2)),
            note=self._note(),
        )

    def _note(self) -> str:
        return " ".join(
            self._chance.choices(WORDS, k=self._chance.choice((0, 3, 3, 10, 40, 40, 5 * self._many)))
        )

    def _some(self, most: int) -> list[Interaction]:
        return [self.held[key] for key in self._chance.sample(sorted(self.held), min(most, len(self.held)))]


def open_journal(folder: Path, key: bytes = b"") -> Journal:
    """The journal, by the clock of the plan; key: nothing for a plain one."""
    return Journal.open(folder, FakeClock(), key or None)


def look(folder: Path, key: bytes = b"") -> tuple[Held, Kept]:
    """Open the journal anew, make sure that no part of it is torn, and tell what it holds."""
    journal = open_journal(folder, key)
    try:
        return read_whole(journal)
    finally:
        journal.close()


def read_whole(journal: Journal) -> tuple[Held, Kept]:
    """Make sure that no part of an open journal is torn, and tell what it holds."""
    journal.check()
    # Rank 1: the search's words are compared with the rows they come from.
    journal._connection.execute("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
    held = {one.id: one for one in journal.interactions()}
    assert journal.count() == len(held)
    return held, journal.draft()


def assert_history_is_whole(journal: Journal, held: Held) -> None:
    """The last step, of whichever session, can be taken back and done again."""
    with suppress(NothingToUndo):
        journal.undo(any_session=True)
        journal.redo(any_session=True)
    assert {one.id: one for one in journal.interactions()} == held
