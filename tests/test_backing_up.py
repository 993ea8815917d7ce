"""Backups of an open journal, as the program and the command line ask for them."""

from __future__ import annotations

from reconnect_desktop.backing_up import back_up, backups, verify
from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.backups import Occasion, Place
from reconnect_desktop.domain.change import add
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
