"""Backups of an open journal, as the program and the command line ask for them."""

from __future__ import annotations

from dataclasses import replace

from reconnect_desktop.backing_up import back_up, backups, compare, go_back, verify
from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.backups import Occasion, Place
from reconnect_desktop.domain.change import add, edit
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.journal import Journal
from tests.fakes import FakeClock
from tests.making import contact


def test_a_backup_holds_what_the_journal_holds_and_is_listed(journal: Journal, clock: FakeClock) -> None:
    journal.apply(Action.LOG, add(contact("2026-11-22", note="Tulips")))
    made = back_up(journal, Occasion.ASKED)
    assert backups(journal) == [made]
    assert (made.name, made.place, made.interactions) == ("2026-11-22T174000Z", Place.JOURNAL, 1)
    assert made.verified == made.made == clock().timestamp
    clock.advance(days=1)
    assert verify(journal, made.name).verified == clock().timestamp


def test_going_back_is_one_step_that_can_be_undone(journal: Journal, clock: FakeClock) -> None:
    first, second = contact("2026-11-21", note="Tulips"), contact("2026-11-22", note="Roses")
    journal.apply(Action.LOG, add(first))
    then = back_up(journal, Occasion.ASKED)
    journal.apply(Action.EDIT, edit(first, replace(first, note="Lilies")), add(second))
    found = compare(journal, then.name)
    assert (found.interactions_now, found.interactions_then) == (2, 1)
    assert (dict(found.changed), dict(found.gone)) == ({Interaction: 1}, {Interaction: 1})
    clock.advance(minutes=1)
    go_back(journal, then.name)
    assert journal.interactions() == [first]
    assert [one.occasion for one in backups(journal)] == [Occasion.RESTORE, Occasion.ASKED]
    journal.undo()
    assert [one.note for one in journal.interactions()] == ["Roses", "Lilies"]
