"""A journal beside a plain model of it: whatever is done in whatever order, the one holds what the other says."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from reconnect_desktop import encrypting
from reconnect_desktop.backing_up import back_up, backups_in, go_back
from reconnect_desktop.domain import recovery_key
from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.backups import Occasion
from reconnect_desktop.domain.change import Change, add, delete, edit
from reconnect_desktop.domain.errors import WrongPassphrase
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.journal import Journal
from reconnect_desktop.storage.vault import Cost
from reconnect_desktop.unlocking import unlock
from tests.fakes import FakeClock
from tests.making import contact

QUICK = Cost(8, 1, 1)
Held = dict[str, Interaction]
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
SECRETS = st.binary(min_size=16, max_size=16)
PASSPHRASES = TEXTS.filter(lambda text: bool(text.strip()))


@dataclass(frozen=True)
class Kept:
    """What a backup holds, and what opens it where it is encrypted."""

    name: str
    held: Held
    passphrase: str


class AnyOrder(RuleBasedStateMachine):
    """`held` and `draft` are what the journal must hold; `done` and `undone` what it would hold after undo and redo."""

    steps = 0  # of all that were ever made

    def __init__(self, below: Path) -> None:
        super().__init__()
        self.folder = below / "journal"
        shutil.rmtree(self.folder, ignore_errors=True)
        self.clock = FakeClock()
        self.held: Held = {}
        self.done: list[Held] = []
        self.undone: list[Held] = []
        self.draft: dict[str, object] | None = None
        self.passphrase, self.secret = "", b""
        self.kept: list[Kept] = []
        self.made = 0

    @initialize()
    def open(self) -> None:
        self.journal = Journal.open(self.folder, self.clock)

    # What is written

    @rule(notes=st.lists(TEXTS, min_size=1, max_size=4))
    def log(self, notes: list[str]) -> None:
        self.clock.advance(seconds=1)
        self.made += len(notes)
        now = self.clock()
        made = [
            replace(contact("2026-11-01", note=note), id=f"{self.made - place}", when=now, logged=now)
            for place, note in enumerate(notes)
        ]
        self._step(Action.LOG, *map(add, made))
        self.draft = None

    @precondition(lambda self: self.held)
    @rule(data=st.data(), closeness=st.integers(1, 7))
    def rate(self, data: st.DataObject, closeness: int) -> None:
        one = self.held[data.draw(st.sampled_from(sorted(self.held)))]
        self._step(Action.RATE, edit(one, replace(one, closeness=closeness)))

    @precondition(lambda self: self.held)
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        names = data.draw(st.lists(st.sampled_from(sorted(self.held)), min_size=1, max_size=3, unique=True))
        self._step(Action.DELETE, *(delete(self.held[name]) for name in names))

    def _step(self, action: Action, *changes: Change) -> None:
        if action is Action.LOG:
            self.journal.apply(action, *changes, draft=None)
        else:
            self.journal.apply(action, *changes)
        after = {name: one for name, one in self.held.items() if name not in {c.record.id for c in changes}}
        after |= {
            change.after.id: change.after for change in changes if isinstance(change.after, Interaction)
        }
        self._turn_to(after)

    def _turn_to(self, after: Held) -> None:
        self.done.append(self.held)
        self.undone.clear()
        self.held = after

    @precondition(lambda self: self.done)
    @rule()
    def undo(self) -> None:
        self.journal.undo(any_session=True)
        self.undone.append(self.held)
        self.held = self.done.pop()

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self) -> None:
        self.journal.redo(any_session=True)
        self.done.append(self.held)
        self.held = self.undone.pop()

    @rule(draft=st.none() | st.dictionaries(st.sampled_from(["note", "win"]), TEXTS))
    def begin_to_write(self, draft: dict[str, object] | None) -> None:
        self.journal.save_draft(draft)
        self.draft = draft

    # Starts and ends

    @rule()
    def reopen(self) -> None:
        key = self.journal.key
        self.journal.close()
        self.journal = Journal.open(self.folder, self.clock, key)
        self.journal.check()

    @rule(spilt=st.booleans())
    def crash(self, spilt: bool) -> None:
        """In the midst of a change, some of which may be in the file already; what was on the disk then is opened."""
        key, connection, left = self.journal.key, self.journal._connection, self.folder.with_name("left")
        connection.execute(f"PRAGMA cache_size = {1 if spilt else -1000}")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE interactions SET note = 'half of it' || hex(randomblob(3000))")
        connection.execute("DELETE FROM drafts")
        shutil.copytree(self.folder, left)
        connection.execute("ROLLBACK")
        self.journal.close()
        shutil.rmtree(self.folder)
        left.rename(self.folder)
        self.journal = Journal.open(self.folder, self.clock, key)
        self.journal.check()

    @precondition(lambda self: self.passphrase)
    @rule(by_recovery_key=st.booleans())
    def lock_and_unlock(self, by_recovery_key: bool) -> None:
        typed = recovery_key.write(self.secret) if by_recovery_key and self.secret else self.passphrase
        lock = self.journal.let_go()
        with pytest.raises(WrongPassphrase):
            unlock(self.folder, self.passphrase + "x")
        self.journal = Journal.open(self.folder, self.clock, unlock(self.folder, typed), held=lock)

    # Backups

    @rule()
    def back_up(self) -> None:
        self.clock.advance(seconds=1)
        made = back_up(self.journal, Occasion.ASKED)
        self.kept.append(Kept(made.name, dict(self.held), self.passphrase))

    @precondition(lambda self: self.kept)
    @rule(data=st.data())
    def go_back(self, data: st.DataObject) -> None:
        there = {one.name for one in backups_in(self.folder)}
        self.kept = [one for one in self.kept if one.name in there]
        if self.kept:
            self.clock.advance(seconds=1)
            chosen = data.draw(st.sampled_from(self.kept))
            applied = go_back(self.journal, chosen.name, chosen.passphrase or None)
            assert bool(applied.changes) == (chosen.held != self.held)
            if applied.changes:
                self._turn_to(dict(chosen.held))

    # Keys

    @precondition(lambda self: not self.passphrase)
    @rule(passphrase=PASSPHRASES, secret=SECRETS | st.just(b""))
    def encrypt(self, passphrase: str, secret: bytes) -> None:
        encrypting.turn_on(self.journal, passphrase, secret or None, QUICK)
        self.passphrase, self.secret = passphrase, secret

    @precondition(lambda self: self.passphrase)
    @rule()
    def decrypt(self) -> None:
        encrypting.turn_off(self.journal)
        self.passphrase, self.secret = "", b""

    @precondition(lambda self: self.passphrase)
    @rule(passphrase=PASSPHRASES)
    def change_passphrase(self, passphrase: str) -> None:
        encrypting.change_passphrase(self.journal, self.passphrase, passphrase, QUICK)
        self.passphrase = passphrase

    @precondition(lambda self: self.passphrase)
    @rule(secret=SECRETS)
    def set_recovery_key(self, secret: bytes) -> None:
        encrypting.set_recovery_key(self.journal, secret, QUICK)
        self.secret = secret

    @precondition(lambda self: self.passphrase)
    @rule(secret=SECRETS | st.just(b""))
    def take_a_new_data_key(self, secret: bytes) -> None:
        encrypting.new_data_key(self.journal, self.passphrase, secret or None, QUICK)
        self.secret = secret

    # What must hold at all times

    @invariant()
    def holds_what_the_model_says(self) -> None:
        AnyOrder.steps += 1
        newest_first = sorted(self.held.values(), key=lambda one: one.day_key, reverse=True)
        assert self.journal.interactions() == newest_first
        assert self.journal.count() == len(self.held)
        assert self.journal.draft() == self.draft
        assert (self.journal.key is not None) == bool(self.passphrase)

    def teardown(self) -> None:
        self.journal.check()
        assert not self.journal.mend_search()
        self.journal.close()
