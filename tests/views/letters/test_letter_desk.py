"""A letter on its way into the journal: never lost, never overwritten, never written for nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reconnect_desktop.domain.action import Action, Applied
from reconnect_desktop.domain.change import Change, delete, edit
from reconnect_desktop.domain.errors import ChangedMeanwhile, DiskFull, Invalid
from reconnect_desktop.domain.letter_versions import MOST, Written
from reconnect_desktop.domain.records import Letter, LetterVersion
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.letters.letter_desk import LetterDesk, delete_letter, versions_of
from tests.fakes import FakeClock


def parts(text: str, title: str = "") -> Written:
    return (title, "", "", "", "", text)


def put(desk: LetterDesk, text: str) -> None:
    desk.offer(parts(text))
    desk.write()


def the_letter(journal: Journal) -> Letter:
    (letter,) = journal.all(Letter)
    return letter


def test_a_letter_is_written_once_something_stands_in_it(journal: Journal) -> None:
    desk = LetterDesk(journal, None, "the-letter")
    desk.write()
    put(desk, " \n")
    assert journal.all(Letter) == []
    put(desk, "Dear Mom")
    letter = the_letter(journal)
    assert (letter.text, letter.suggestion, letter.id) == ("Dear Mom", "the-letter", desk.id)
    assert not desk.has_unkept
    assert journal.undo_action() is None


def test_writing_the_same_again_changes_nothing(journal: Journal, clock: FakeClock) -> None:
    desk = LetterDesk(journal, None)
    put(desk, "Dear Mom")
    before = the_letter(journal)
    clock.advance(days=1)
    desk.write()
    assert the_letter(journal) == before


def test_each_letter_has_its_own_versions_and_is_not_slowed_by_those_of_others(
    journal: Journal, clock: FakeClock
) -> None:
    one, other = LetterDesk(journal, None), LetterDesk(journal, None)
    for text in ("One", "Two", "Three"):
        put(one, text)
        put(other, f"To {text}")
        clock.advance(minutes=31)
    assert [version.text for version in versions_of(journal, one.id)] == ["Two", "One"]
    assert [version.text for version in versions_of(journal, other.id)] == ["To Two", "To One"]
    plan = journal._connection.execute(
        "EXPLAIN QUERY PLAN SELECT * FROM letter_versions WHERE letter = ? ORDER BY kept_utc, seq", ("1",)
    )
    assert "versions_by_letter" in str(plan.fetchall())


def test_what_is_cut_by_a_slip_of_the_hand_is_set_aside(journal: Journal) -> None:
    put(desk := LetterDesk(journal, None), long := "Dear Mom, " * 50)
    put(desk, "")
    put(desk, "x")
    assert [version.text for version in versions_of(journal, desk.id)] == [long]


def test_a_new_sitting_sets_aside_what_was_there(journal: Journal, clock: FakeClock) -> None:
    put(desk := LetterDesk(journal, None), "One")
    clock.advance(minutes=20)
    put(desk, "One, two")
    assert versions_of(journal, desk.id) == []
    clock.advance(minutes=31)
    put(desk, "Three")
    clock.advance(minutes=1)
    put(desk, "Four")
    (version,) = versions_of(journal, desk.id)
    assert (version.text, version.kept) == ("One, two", clock().minus(1))


def test_going_back_sets_the_present_aside(journal: Journal) -> None:
    put(desk := LetterDesk(journal, None), "Now")
    desk.set_aside()
    desk.set_aside()
    put(desk, "Before")
    assert [version.text for version in versions_of(journal, desk.id)] == ["Now"]


def test_versions_are_thinned(journal: Journal, clock: FakeClock) -> None:
    desk = LetterDesk(journal, None)
    for number in range(MOST + 5):
        put(desk, f"Version {number}")
        clock.advance(hours=1)
    found = versions_of(journal, desk.id)
    assert len(found) == MOST
    assert [found[0].text, found[-1].text] == [f"Version {MOST + 3}", "Version 0"]


def test_what_another_made_of_it_becomes_a_version(journal: Journal) -> None:
    put(desk := LetterDesk(journal, None), "Mine")
    before = the_letter(journal)
    journal.keep(edit(before, replace(before, text="Theirs")))
    put(desk, "Mine, longer")
    assert the_letter(journal).text == "Mine, longer"
    assert [version.text for version in versions_of(journal, desk.id)] == ["Theirs"]


def test_what_another_made_stays_where_nothing_was_typed(journal: Journal) -> None:
    put(desk := LetterDesk(journal, None), "Mine")
    before = the_letter(journal)
    journal.keep(edit(before, replace(before, text="Theirs")))
    desk.write()
    assert the_letter(journal).text == "Theirs"


def test_a_letter_that_was_deleted_comes_back_with_what_is_typed(journal: Journal) -> None:
    put(desk := LetterDesk(journal, None), "Mine")
    journal.apply(Action.LETTER, delete(the_letter(journal)))
    desk.write()
    assert journal.all(Letter) == []
    put(desk, "Mine, longer")
    assert the_letter(journal).text == "Mine, longer"


class Busy:
    """A journal in which others write between our reading and our writing."""

    def __init__(self, journal: Journal, times: int) -> None:
        self._journal, self._times = journal, times
        self.now, self.new_id, self.get = journal.now, journal.new_id, journal.get
        self.versions, self.apply = journal.versions, journal.apply

    def keep(self, *changes: Change) -> Applied:
        if self._times:
            self._times -= 1
            before = the_letter(self._journal)
            self._journal.keep(edit(before, replace(before, text=f"Theirs {self._times}")))
        return self._journal.keep(*changes)


def test_others_who_write_at_the_same_moment_are_kept_too(journal: Journal) -> None:
    put(LetterDesk(journal, None), "Mine")
    desk = LetterDesk(Busy(journal, 2), the_letter(journal))
    put(desk, "Mine, longer")
    assert the_letter(journal).text == "Mine, longer"
    assert [version.text for version in versions_of(journal, desk.id)] == ["Theirs 0"]


def test_who_never_stops_is_told_of(journal: Journal) -> None:
    put(LetterDesk(journal, None), "Mine")
    desk = LetterDesk(Busy(journal, 100), the_letter(journal))
    with pytest.raises(ChangedMeanwhile):
        put(desk, "Mine, longer")
    assert desk.has_unkept


def test_what_cannot_be_kept_is_kept_once_it_can(journal: Journal) -> None:
    put(desk := LetterDesk(journal, None), "Mine")
    pages = journal._connection.execute("PRAGMA page_count").fetchone()[0]
    journal._connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DiskFull):
        put(desk, "Mine, " * 10_000)
    assert desk.has_unkept
    assert the_letter(journal).text == "Mine"
    journal._connection.execute("PRAGMA max_page_count = 1000000")
    desk.write()
    assert the_letter(journal).text == "Mine, " * 10_000


def test_what_is_too_long_is_refused_and_stays_offered(journal: Journal) -> None:
    desk = LetterDesk(journal, None)
    with pytest.raises(Invalid):
        put(desk, "a" * 100_001)
    assert desk.has_unkept


def test_own_writing_is_known_again(journal: Journal) -> None:
    told: list[Applied] = []
    journal.listen(told.append)
    put(desk := LetterDesk(journal, None), "Mine")
    put(desk, "Mine, longer")
    assert all(desk.is_own(applied.changes[0].record) for applied in told)
    assert not desk.is_own(replace(the_letter(journal), text="Theirs"))


def test_deleting_takes_the_versions_along_and_undo_brings_all_back(
    journal: Journal, clock: FakeClock
) -> None:
    put(desk := LetterDesk(journal, None), "One")
    clock.advance(days=1)
    put(desk, "Two")
    before = journal.all(Letter), journal.all(LetterVersion)
    delete_letter(journal, desk.id)
    delete_letter(journal, desk.id)
    assert (journal.all(Letter), journal.all(LetterVersion)) == ([], [])
    journal.undo()
    assert (journal.all(Letter), journal.all(LetterVersion)) == before
