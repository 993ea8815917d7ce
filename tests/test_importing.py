"""What was brought in, listed; and an import taken out again, whatever was done since."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reconnect_desktop.backing_up import backups
from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.backups import Occasion
from reconnect_desktop.domain.change import add, delete, edit
from reconnect_desktop.domain.errors import NotFound
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.merging import merged
from reconnect_desktop.domain.rating import left_unrated
from reconnect_desktop.domain.records import Import, Letter, MoodCheckIn, Setting
from reconnect_desktop.domain.settings import HER_NAME
from reconnect_desktop.domain.settled import settled
from reconnect_desktop.exchange.draft import Draft
from reconnect_desktop.importing import ImportLine, imports, take_out
from reconnect_desktop.journal import Journal
from tests.exchange.samples import one_of_each
from tests.fakes import FakeClock
from tests.making import contact, mood


def call(number: int, source: str = "phone", **fields: Any) -> Interaction:
    """One of the 1st to the 20th of November."""
    return contact(
        f"2026-11-{number:02}", id=f"{source}{number}", source=source, source_key=str(number), **fields
    )


def bring(journal: Journal, *numbers: int, source: str = "phone") -> str:
    """Bring these calls in; the id of the import."""
    found = [Draft(call(number, source)) for number in numbers]
    return journal.bring_in(found, format=source).import_id


def lines(journal: Journal) -> list[tuple[str, int, int, int]]:
    return [(line.record.format, line.still, line.changed, line.others) for line in imports(journal)]


def ids(journal: Journal) -> set[str]:
    return {one.id for one in journal.interactions()}


def test_imports_are_listed_newest_first_with_what_is_left_of_them(
    journal: Journal, clock: FakeClock
) -> None:
    bring(journal, 1, 2, 3)
    clock.advance(minutes=5)
    journal.bring_in([Draft(call(4, "diary")), Draft(mood(3, "2026-11-04"))], format="diary")
    assert journal.bring_in([Draft(call(4, "diary"))], format="diary").import_id == ""
    journal.apply(Action.RATE, edit(call(1), call(1, closeness=5)))
    journal.apply(Action.DELETE, delete(call(2)))
    first, second = imports(journal)
    assert second == ImportLine(second.record, still=2, changed=1)
    assert (second.record.first, second.record.last) == (call(1).when.day, call(3).when.day)
    assert lines(journal) == [("diary", 1, 0, 1), ("phone", 2, 1, 0)]
    assert first.record.when == clock()


def test_an_import_goes_as_it_came_and_can_be_had_back(journal: Journal) -> None:
    journal.apply(Action.LOG, add(call(9, "")))
    wanted = bring(journal, 1, 2, 3)
    other = bring(journal, 4, source="diary")
    before = set(journal.records())
    applied = take_out(journal, wanted, keep_changed=True)
    assert (applied.action, applied.size) == (Action.TAKE_OUT, 3)
    assert ids(journal) == {"9", "diary4"}
    assert [line.record.id for line in imports(journal)] == [other]
    journal.undo()
    assert set(journal.records()) == before
    journal.redo()
    assert ids(journal) == {"9", "diary4"}
    with pytest.raises(NotFound):
        take_out(journal, wanted, keep_changed=True)


@pytest.mark.parametrize("keep", [True, False])
def test_whatever_was_done_to_it_since(journal: Journal, *, keep: bool) -> None:
    """Rated, edited, deleted, brought back, found not to be hers, left unrated, merged by hand and with another import."""
    journal.apply(Action.LOG, add(typed := contact("2026-11-05", id="typed", closeness=6)))
    wanted = bring(journal, 1, 2, 3, 4, 5, 6, 7, 8)
    bring(journal, 8, source="chat")
    journal.apply(Action.RATE, edit(call(1), call(1, closeness=2)))
    journal.apply(Action.EDIT, edit(call(2), call(2, minutes=12)))
    journal.apply(Action.DELETE, delete(call(3)))
    journal.apply(Action.NOT_HER, delete(call(4)), add(settled(call(4))))
    journal.apply(Action.MERGE, *merged(typed, call(5)))
    journal.apply(Action.DELETE, delete(call(6)))
    journal.apply(Action.RESTORE, add(call(6)))
    journal.apply(Action.SETTING, add(left_unrated(call(7))))
    journal.apply(Action.MERGE, *merged(call(8, "chat"), call(8)))
    before = set(journal.records())
    assert lines(journal)[-1] == ("phone", 4, 2, 0)
    take_out(journal, wanted, keep_changed=keep)
    assert ids(journal) == {"typed", "chat8", *(("phone1", "phone2") if keep else ())}
    assert journal.get(Setting, left_unrated(call(7)).id) is None
    journal.check()
    journal.undo()
    assert set(journal.records()) == before


def test_what_was_taken_out_may_come_in_again_but_for_what_is_not_hers(journal: Journal) -> None:
    wanted = bring(journal, 1, 2, 3)
    journal.apply(Action.NOT_HER, delete(call(2)), add(settled(call(2))))
    journal.keep(add(settled(call(3))))  # as it may be where it was merged with another
    take_out(journal, wanted, keep_changed=True)
    bring(journal, 1, 2, 3)
    assert ids(journal) == {"phone1", "phone3"}


def test_it_goes_after_its_history_is_forgotten(journal: Journal, clock: FakeClock) -> None:
    wanted = bring(journal, 1, 2)
    journal.apply(Action.EDIT, edit(call(1), call(1, note="Tulips")))
    folder = journal.folder
    journal.close()
    clock.advance(days=400)
    later = Journal.open(folder, clock)
    later.apply(Action.LOG, add(call(9, "")))
    assert later._connection.execute("SELECT count(*) FROM history").fetchone() == (1,)
    assert lines(later) == [("phone", 2, 1, 0)]
    take_out(later, wanted, keep_changed=True)
    assert ids(later) == {"9", "phone1"}
    later.close()


def test_settings_and_all_else_of_another_journal_go_too(journal: Journal) -> None:
    theirs = one_of_each()
    wanted = journal.bring_in(map(Draft, theirs), format="json").import_id
    letter = next(one for one in theirs if isinstance(one, Letter))
    name = next(one for one in theirs if isinstance(one, Setting) and one.id == HER_NAME.id)
    journal.keep(
        edit(letter, later := replace(letter, text="Dear Mum")),
        edit(name, mine := replace(name, value="Amma")),
    )
    take_out(journal, wanted, keep_changed=True)
    assert set(journal.records()) == {later, mine}
    journal.undo()
    take_out(journal, wanted, keep_changed=False)
    assert set(journal.records()) == {mine}


def test_imports_of_another_journal_are_known_here(
    journal: Journal, tmp_path: Path, clock: FakeClock
) -> None:
    bring(journal, 1, 2)
    other = Journal.open(tmp_path / "other", clock)
    other.bring_in(map(Draft, journal.records()), format="json")
    assert lines(other) == [("json", 2, 0, 1), ("phone", 2, 0, 0)]
    (theirs,) = journal.all(Import)
    take_out(other, theirs.id, keep_changed=True)
    assert other.count() == 0
    assert lines(other) == [("json", 0, 0, 0)]
    other.close()


def test_a_backup_is_made_before_and_none_is_lost(journal: Journal) -> None:
    wanted = bring(journal, 1, 2)
    before = {backup.name for backup in backups(journal)}
    take_out(journal, wanted, keep_changed=True)
    newest, *_ = found = backups(journal)
    assert before < {backup.name for backup in found}
    assert (newest.occasion, newest.interactions) == (Occasion.TAKE_OUT, 2)


def test_moods_that_came_go(journal: Journal) -> None:
    found = [Draft(mood(2, "2026-11-01")), Draft(mood(4, "2026-11-02"))]
    wanted = journal.bring_in(found, format="diary").import_id
    one = journal.all(MoodCheckIn)[0]
    journal.apply(Action.MOOD, edit(one, replace(one, mood=5)))
    assert take_out(journal, wanted, keep_changed=True).action is Action.TAKE_OUT
    assert [kept.mood for kept in journal.all(MoodCheckIn)] == [5]
