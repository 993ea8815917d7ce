"""What the journal keeps without a step to undo: what was shown, what is being written."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reconnect_desktop.domain.action import Action, Applied
from reconnect_desktop.domain.change import add, delete, edit
from reconnect_desktop.domain.errors import ChangedMeanwhile, DiskFull, NothingToRedo, NothingToUndo
from reconnect_desktop.domain.records import Letter, Nudge
from reconnect_desktop.journal import Journal
from tests.fakes import FakeClock
from tests.making import contact, when

SHOWN = Nudge(id="n", suggestion="silly-picture", shown=when("2026-11-22"), signal="gap")
BEGUN = Letter(id="l", begun=when("2026-11-21"), changed=when("2026-11-21"), happened="We argued.")
WRITTEN = replace(BEGUN, changed=when("2026-11-22"), text="Dear Mom")


def test_what_is_kept_is_there_after_the_next_start(journal: Journal, clock: FakeClock) -> None:
    journal.keep(add(SHOWN), add(BEGUN))
    journal.keep(edit(BEGUN, WRITTEN))
    journal.close()
    again = Journal.open(journal.folder, clock)
    assert again.all(Nudge) == [SHOWN]
    assert again.all(Letter) == [WRITTEN]
    again.close()


def test_it_is_no_step_to_undo(journal: Journal) -> None:
    journal.apply(Action.LOG, add(contact("2026-11-21")))
    journal.keep(add(SHOWN))
    assert journal.undo_action() == (Action.LOG, 1)
    journal.undo()
    assert journal.count() == 0
    assert journal.all(Nudge) == [SHOWN]
    with pytest.raises(NothingToUndo):
        journal.undo()


def test_what_was_undone_can_still_be_done_again(journal: Journal) -> None:
    journal.apply(Action.LOG, add(contact("2026-11-21")))
    journal.undo()
    journal.keep(add(SHOWN))
    journal.redo()
    assert journal.count() == 1


def test_listeners_are_told_of_it_as_no_action(journal: Journal) -> None:
    told: list[Applied] = []
    journal.listen(told.append)
    assert journal.keep(add(SHOWN)) == Applied((add(SHOWN),), None)
    assert told == [Applied((add(SHOWN),), None)]


def test_what_cannot_be_kept_changes_nothing_and_is_told_to_nobody(journal: Journal) -> None:
    told: list[Applied] = []
    journal.keep(add(BEGUN))
    journal.listen(told.append)
    with pytest.raises(ChangedMeanwhile):
        journal.keep(add(SHOWN), edit(WRITTEN, BEGUN))
    assert journal.all(Nudge) == []
    assert journal.all(Letter) == [BEGUN]
    assert told == []


def test_a_full_disk_changes_nothing_and_the_next_time_works(journal: Journal) -> None:
    journal.keep(add(BEGUN))
    pages = journal._connection.execute("PRAGMA page_count").fetchone()[0]
    journal._connection.execute(f"PRAGMA max_page_count = {pages}")
    long = replace(WRITTEN, text="x" * 90_000)
    with pytest.raises(DiskFull):
        journal.keep(edit(BEGUN, long))
    assert journal.all(Letter) == [BEGUN]
    journal._connection.execute("PRAGMA max_page_count = 1000000")
    journal.keep(edit(BEGUN, long))
    assert journal.all(Letter) == [long]


def test_a_step_that_meets_what_was_kept_since_is_not_taken_back(journal: Journal) -> None:
    journal.apply(Action.LETTER, add(BEGUN))
    journal.keep(edit(BEGUN, WRITTEN))
    with pytest.raises(ChangedMeanwhile):
        journal.undo()
    assert journal.all(Letter) == [WRITTEN]


def test_it_is_not_in_the_way_of_the_steps_before_it(journal: Journal) -> None:
    journal.apply(Action.LOG, add(contact("2026-11-21")))
    journal.apply(Action.RESTORE, add(BEGUN))
    journal.keep(edit(BEGUN, WRITTEN))
    with pytest.raises(ChangedMeanwhile):
        journal.undo()
    assert journal.undo_action() == (Action.LOG, 1)
    journal.undo()
    assert (journal.count(), journal.all(Letter)) == (0, [WRITTEN])
    assert journal.recently_deleted() == [contact("2026-11-21")]


def test_a_deletion_that_meets_what_was_written_since_is_not_made_again(journal: Journal) -> None:
    journal.keep(add(BEGUN))
    journal.apply(Action.LETTER, delete(BEGUN))
    journal.undo()
    journal.keep(edit(BEGUN, WRITTEN))
    with pytest.raises(ChangedMeanwhile):
        journal.redo()
    assert journal.all(Letter) == [WRITTEN]
    with pytest.raises(NothingToRedo):
        journal.redo()
    assert journal.recently_deleted() == []


def test_what_was_written_since_and_then_deleted_is_found_as_it_was_last(journal: Journal) -> None:
    journal.apply(Action.RESTORE, add(BEGUN))
    journal.keep(edit(BEGUN, WRITTEN))
    with pytest.raises(ChangedMeanwhile):
        journal.undo()
    journal.apply(Action.LETTER, delete(WRITTEN))
    assert journal.recently_deleted() == [WRITTEN]
