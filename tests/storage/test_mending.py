"""A damaged search is no damaged journal: its words are made anew from the entries."""

from __future__ import annotations

import pytest

from reconnect_desktop.backing_up import back_up
from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.backups import Occasion
from reconnect_desktop.domain.change import add, delete
from reconnect_desktop.domain.errors import JournalDamaged
from reconnect_desktop.domain.filter import Filter
from reconnect_desktop.journal import Journal
from reconnect_desktop.storage.check import full_check
from reconnect_desktop.storage.connection import FILE_NAME
from tests.fakes import FakeClock
from tests.making import ago, contact

LONG = "She sang, and I listened. " * 3_000
TALKS = [contact(ago(day), id=str(day), note=f"the garden and the goat {day}") for day in range(40)]


@pytest.fixture
def broken(journal: Journal) -> Journal:
    """A journal that was found whole, and whose search cannot be used since."""
    journal.apply(Action.LOG, *(add(one) for one in TALKS))
    journal._connection.execute("UPDATE search_data SET block = x'00ff00ff' WHERE id > 10")
    return journal


def test_looking_for_something_makes_them_anew(broken: Journal) -> None:
    assert broken.find(Filter(text="goat 7")) == ["7"]
    full_check(broken._connection)


def test_an_entry_is_saved_all_the_same(broken: Journal) -> None:
    broken.apply(Action.DELETE, delete(TALKS[3]))
    broken.apply(Action.LOG, add(contact(ago(50), id="new", note="a new goat")))
    assert len(broken.find(Filter(text="goat"))) == 40


def test_a_save_that_meets_the_damage_makes_them_anew(broken: Journal) -> None:
    broken._connection.execute("DELETE FROM search_data WHERE id < 11")
    broken.apply(Action.DELETE, delete(TALKS[3]))
    full_check(broken._connection)
    assert broken.find(Filter(text="goat 3")) == ["3" + str(more) for more in range(9, -1, -1)][::-1]


def test_words_that_are_not_those_of_the_entries_are_found_when_asked(journal: Journal) -> None:
    journal.apply(Action.LOG, *(add(one) for one in TALKS))
    assert not journal.mend_search()
    journal._connection.execute("INSERT INTO search (search) VALUES ('delete-all')")
    assert journal.find(Filter(text="goat")) == []
    assert journal.mend_search()
    assert len(journal.find(Filter(text="goat"))) == 40


def test_damage_to_the_entries_is_not_mended(broken: Journal) -> None:
    broken._connection.execute("DROP TRIGGER search_edited")
    broken._connection.execute("UPDATE interactions SET note = 'something else' WHERE seq = 3")
    with pytest.raises(JournalDamaged):
        broken.mend_search()
    with pytest.raises(JournalDamaged):
        broken.find(Filter(text="goat"))


def test_damage_that_only_a_backup_meets_is_the_journals_and_nothing_is_written_any_more(
    journal: Journal, clock: FakeClock
) -> None:
    """The list of free pages is not looked at when the journal is opened; one that is wrong would let pages be overwritten."""
    journal.apply(Action.LOG, *(add(one) for one in TALKS), add(contact(ago(1), id="long", note=LONG)))
    journal.apply(Action.DELETE, *(delete(one) for one in journal.interactions()))
    clock.advance(days=31)
    journal.close()
    file = journal.folder / FILE_NAME
    raw = bytearray(file.read_bytes())
    raw[(int.from_bytes(raw[32:36]) - 1) * 4096 + 11] ^= 1
    file.write_bytes(raw)
    again = Journal.open(journal.folder, clock)
    again.check()
    for attempt in (
        lambda: back_up(again, Occasion.ASKED),
        lambda: again.apply(Action.LOG, add(contact(ago(2)))),
        lambda: again.save_draft({"note": "half a sent"}),
    ):
        with pytest.raises(JournalDamaged):
            attempt()
    again.close()
    assert file.read_bytes() == raw


def test_a_backup_is_made_though_the_search_is_damaged(broken: Journal) -> None:
    assert back_up(broken, Occasion.ASKED).interactions == 40
