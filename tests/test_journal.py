"""The one door: changes, undo, history, drafts, imports."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace

import pytest

from reconnect_desktop.domain.action import Action, Applied
from reconnect_desktop.domain.change import add, delete, edit
from reconnect_desktop.domain.errors import (
    ChangedMeanwhile,
    DiskFull,
    Invalid,
    NotFound,
    NothingToRedo,
    NothingToUndo,
    Why,
)
from reconnect_desktop.domain.interaction import Interaction, Medium
from reconnect_desktop.domain.rating import left_unrated
from reconnect_desktop.domain.records import Letter, MoodCheckIn, Setting, Topic
from reconnect_desktop.domain.settings import HER_NAME
from reconnect_desktop.exchange.draft import Draft, Left, LeftOut, Problem
from reconnect_desktop.journal import Journal
from tests.exchange.samples import one_of_each
from tests.fakes import FakeClock


def call(clock: FakeClock, name: str = "1", **fields: object) -> Interaction:
    blank = Interaction(id=name, when=clock(), medium=Medium.CALL, logged=clock())
    return replace(blank, **fields)  # type: ignore[arg-type]


def reopened(journal: Journal, clock: FakeClock) -> Journal:
    journal.close()
    return Journal.open(journal.folder, clock)


# Changes


def test_what_was_applied_is_there_after_the_next_start(journal: Journal, clock: FakeClock) -> None:
    one = call(
        clock, minutes=25, closeness=5, tags=("laughed",), note="A long note.\nOf two lines.", win="Tulips"
    )
    journal.apply(Action.LOG, add(one))
    again = reopened(journal, clock)
    assert again.interactions() == [one]
    assert again.count() == 1
    again.check()


def test_listeners_are_told_what_changed(journal: Journal, clock: FakeClock) -> None:
    told: list[Applied] = []
    journal.listen(told.append)
    change = add(call(clock))
    journal.apply(Action.LOG, change)
    journal.undo()
    assert told == [
        Applied((change,), Action.LOG),
        Applied((change.inverse(),), Action.LOG, undone=True),
    ]


@pytest.mark.parametrize("kind", ["edit", "delete"])
def test_a_change_of_what_is_no_longer_so_is_refused_whole(
    journal: Journal, clock: FakeClock, kind: str
) -> None:
    one = call(clock)
    journal.apply(Action.LOG, add(one))
    stale = replace(one, closeness=2)
    change = edit(stale, replace(one, closeness=3)) if kind == "edit" else delete(stale)
    with pytest.raises(ChangedMeanwhile):
        journal.apply(Action.EDIT, add(call(clock, "2")), change)
    assert journal.interactions() == [one]


def test_an_id_is_given_once(journal: Journal, clock: FakeClock) -> None:
    journal.apply(Action.LOG, add(call(clock)))
    with pytest.raises(ChangedMeanwhile):
        journal.apply(Action.LOG, add(call(clock, closeness=3)))
    assert [one.closeness for one in journal.interactions()] == [None]


def test_what_has_not_come_yet_is_refused(journal: Journal, clock: FakeClock) -> None:
    tomorrow = FakeClock("2026-11-23T18:40:00+01:00")()
    with pytest.raises(Invalid) as caught:
        journal.apply(Action.LOG, add(call(clock, when=tomorrow)))
    assert (caught.value.field, caught.value.why) == ("when", Why.IN_FUTURE)
    with pytest.raises(Invalid):
        journal.apply(Action.MOOD, add(MoodCheckIn(id="m", when=tomorrow, logged=clock(), mood=3)))
    assert journal.count() == 0


def test_an_interaction_is_found_by_the_beginning_of_its_id(journal: Journal, clock: FakeClock) -> None:
    for name in ("aaaa1111", "aaaa2222", "aaaa"):
        journal.apply(Action.LOG, add(call(clock, name)))
    assert journal.interaction("aaaa1").id == "aaaa1111"
    assert journal.interaction("aaaa").id == "aaaa"
    for prefix, matches in (("aa", 2), ("b", 0), ("", 2)):
        with pytest.raises(NotFound) as caught:
            journal.interaction(prefix)
        assert caught.value.matches == matches


def test_a_setting_is_kept_and_has_a_default(journal: Journal, clock: FakeClock) -> None:
    assert journal.setting(HER_NAME) == "Mom"
    journal.apply(Action.SETTING, add(Setting(id=HER_NAME.id, value="Amma")))
    assert reopened(journal, clock).setting(HER_NAME) == "Amma"


def test_tags_come_with_the_most_used_first(journal: Journal, clock: FakeClock) -> None:
    for number, tags in enumerate((("rain",), ("laughed", "rain"), ("rain", "laughed", "tea"))):
        journal.apply(Action.LOG, add(call(clock, str(number), tags=tags)))
    assert journal.tags() == ["rain", "laughed", "tea"]


# Undo


def test_undo_and_redo_go_to_the_start_of_the_session_and_back(journal: Journal, clock: FakeClock) -> None:
    one = call(clock)
    journal.apply(Action.LOG, add(one))
    journal = reopened(journal, clock)
    assert journal.undo_action() is None
    with pytest.raises(NothingToUndo):
        journal.undo()
    better = replace(one, closeness=6)
    journal.apply(Action.RATE, edit(one, better))
    journal.apply(Action.DELETE, delete(better))
    assert journal.undo_action() == (Action.DELETE, 1)
    assert [journal.undo().action, journal.undo().action] == [Action.DELETE, Action.RATE]
    assert journal.interactions() == [one]
    assert (journal.undo_action(), journal.redo_action()) == (None, (Action.RATE, 1))
    journal.redo()
    journal.redo()
    assert journal.interactions() == []
    with pytest.raises(NothingToRedo):
        journal.redo()


def test_another_process_undoes_the_last_change_of_all(journal: Journal, clock: FakeClock) -> None:
    journal.apply(Action.LOG, add(call(clock)))
    journal = reopened(journal, clock)
    journal.undo(any_session=True)
    assert journal.count() == 0
    journal = reopened(journal, clock)
    journal.redo(any_session=True)
    assert journal.count() == 1


def test_something_new_ends_what_could_be_redone(journal: Journal, clock: FakeClock) -> None:
    journal.apply(Action.LOG, add(call(clock, "1")))
    journal.undo()
    journal.apply(Action.LOG, add(call(clock, "2")))
    assert journal.redo_action() is None
    assert [one.id for one in journal.recently_deleted()] == ["1"]


def test_undo_leaves_alone_what_was_changed_elsewhere_since(journal: Journal, clock: FakeClock) -> None:
    """A later session edits an entry; taking back an earlier step must not run over it."""
    one = call(clock)
    journal.apply(Action.LOG, add(one))
    journal.apply(Action.EDIT, edit(one, replace(one, note="kept")))
    journal.undo(any_session=True)
    journal.undo(any_session=True)
    with pytest.raises(NothingToUndo):
        journal.undo(any_session=True)
    assert journal.count() == 0


def test_what_was_deleted_can_be_brought_back_for_thirty_days(journal: Journal, clock: FakeClock) -> None:
    one, other = call(clock, "1", note="first"), call(clock, "2", note="second")
    topic = Topic(id="t", text="the garden", added=clock())
    journal.apply(Action.LOG, add(one), add(other), add(topic))
    journal.apply(Action.DELETE, delete(one))
    clock.advance(days=10)
    journal.apply(Action.DELETE, delete(other), delete(topic))
    journal = reopened(journal, clock)
    assert journal.recently_deleted() == [topic, other, one]
    journal.apply(Action.RESTORE, add(one))
    assert journal.recently_deleted() == [topic, other]
    clock.advance(days=31)
    journal = reopened(journal, clock)
    assert journal.recently_deleted() == []
    assert journal.interactions() == [one]


def test_what_was_deleted_twice_counts_by_the_last_time(journal: Journal, clock: FakeClock) -> None:
    one, other = call(clock, "1"), call(clock, "2")
    journal.apply(Action.LOG, add(one), add(other))
    for record in (one, other):
        journal.apply(Action.DELETE, delete(record))
    journal.apply(Action.RESTORE, add(one))
    journal.apply(Action.DELETE, delete(one))
    assert journal.recently_deleted() == [one, other]


def test_an_import_that_was_taken_back_can_be_brought_back(journal: Journal, clock: FakeClock) -> None:
    journal.bring_in(found(clock), format="phone")
    assert journal.recently_deleted() == []
    journal.undo()
    assert {record.id for record in journal.recently_deleted()} == {"a", "c"}


def test_a_window_open_for_weeks_forgets_too(journal: Journal, clock: FakeClock) -> None:
    journal.apply(Action.LOG, add(call(clock)))
    journal = reopened(journal, clock)
    journal.apply(Action.LOG, add(call(clock, "2")))
    clock.advance(days=31)
    journal.apply(Action.LOG, add(call(clock, "3")))
    assert journal._connection.execute("SELECT count(*) FROM history").fetchone() == (2,)


def test_a_clock_set_back_keeps_nobody_from_rating(journal: Journal, clock: FakeClock) -> None:
    one = call(clock)
    journal.apply(Action.LOG, add(one))
    clock.set("2026-11-01T08:00")
    journal.apply(Action.RATE, edit(one, replace(one, closeness=4)))
    with pytest.raises(Invalid):
        journal.apply(Action.LOG, add(call(clock, "2", when=one.when)))


def test_leaving_one_with_a_long_id_unrated_can_be_undone(journal: Journal, clock: FakeClock) -> None:
    one = call(clock, "x" * 100, source="json")
    journal.apply(Action.IMPORT, add(one))
    journal.apply(Action.SETTING, add(left_unrated(one)))
    assert journal.undo().action is Action.SETTING


# Drafts


def test_a_draft_outlives_the_process_and_is_no_step(journal: Journal, clock: FakeClock) -> None:
    journal.save_draft({"note": "half a sent", "minutes": "2"})
    assert journal.undo_action() is None
    journal = reopened(journal, clock)
    assert journal.draft() == {"note": "half a sent", "minutes": "2"}
    journal.save_draft(None)
    assert journal.draft() is None


def test_saving_lets_its_draft_go_in_the_same_breath(journal: Journal, clock: FakeClock) -> None:
    journal.save_draft({"note": "a"})
    journal.apply(Action.MOOD, add(MoodCheckIn(id="m", when=clock(), logged=clock(), mood=3)))
    assert journal.draft() == {"note": "a"}
    journal.apply(Action.LOG, add(call(clock)), draft=None)
    assert journal.draft() is None
    journal.save_draft({"note": "b"})
    with pytest.raises(ChangedMeanwhile):
        journal.apply(Action.LOG, add(call(clock)), draft=None)
    assert journal.draft() == {"note": "b"}


# Bringing in


def found(clock: FakeClock) -> Iterator[Draft | LeftOut | Problem]:
    yield Draft(call(clock, "a", source="phone", source_key="1"), 3)
    yield LeftOut(Left.NOT_ANSWERED, 4)
    yield Draft(call(clock, "b", source="phone", source_key="1"), 5)
    yield Draft(call(clock, "c", source="phone", source_key="2", when=clock().minus(60)), 6)
    yield Draft(call(clock, "d", when=FakeClock("2030-01-01T00:00")()), 7)
    yield Problem(8, "date", Why.NOT_A_TIME)


def test_an_import_is_one_step_and_a_second_one_adds_nothing(journal: Journal, clock: FakeClock) -> None:
    result = journal.bring_in(found(clock), format="phone")
    assert (result.added, result.duplicates, result.left_out[Left.NOT_ANSWERED]) == (2, 1, 1)
    assert [(problem.line, problem.why) for problem in result.problems] == [
        (7, Why.IN_FUTURE),
        (8, Why.NOT_A_TIME),
    ]
    assert (result.first, result.last) == (clock().day, clock().day)
    assert [one.id for one in journal.unrated(9).newest] == ["a", "c"]
    again = journal.bring_in(found(clock), format="phone")
    assert (again.added, again.duplicates) == (0, 3)
    journal.undo()
    assert journal.count() == 0
    journal.redo()
    assert journal.count() == 2


def test_everything_of_another_journal_comes_once(journal: Journal, clock: FakeClock) -> None:
    theirs = one_of_each()
    kept = list(map(Draft, theirs))
    assert journal.bring_in(kept, format="json").added == len(theirs)
    after = set(journal.records())
    assert after > set(theirs)
    again = journal.bring_in(kept, format="json")
    assert (again.added, again.duplicates) == (0, len(theirs))
    assert set(journal.records()) == after
    reopened(journal, clock).check()


def test_what_is_chosen_and_written_here_stays_as_it_is_when_an_older_copy_comes_in(journal: Journal) -> None:
    theirs = one_of_each()
    journal.bring_in(map(Draft, theirs), format="json")
    letter = next(one for one in theirs if isinstance(one, Letter))
    setting = next(one for one in theirs if isinstance(one, Setting))
    newer = replace(letter, text="Dear Mum, once more"), replace(setting, value="Amma")
    journal.keep(edit(letter, newer[0]), edit(setting, newer[1]))
    assert journal.bring_in(map(Draft, theirs), format="json").added == 0
    assert set(newer) <= set(journal.records())


def test_a_dry_run_and_a_cancelled_one_write_nothing(journal: Journal, clock: FakeClock) -> None:
    assert journal.bring_in(found(clock), format="phone", dry_run=True).added == 2

    class Cancelled(Exception):
        pass

    def cancel(_count: int) -> None:
        raise Cancelled

    many = (Draft(call(clock, str(number))) for number in range(1000))
    with pytest.raises(Cancelled):
        journal.bring_in(many, cancel, format="phone")
    assert journal.count() == 0
    assert journal.undo_action() is None


def test_two_imports_at_once_add_nothing_twice(journal: Journal, clock: FakeClock) -> None:
    first_is_reading, second_is_there = threading.Event(), threading.Event()

    def slowly() -> Iterator[Draft | LeftOut | Problem]:
        first_is_reading.set()
        second_is_there.wait(0.2)
        yield from found(clock)

    def other() -> Iterator[Draft | LeftOut | Problem]:
        second_is_there.set()
        return (
            Draft(replace(one.record, id=f"{one.record.id}2"))
            for one in found(clock)
            if isinstance(one, Draft)
        )

    first = threading.Thread(target=journal.bring_in, args=(slowly(),), kwargs={"format": "phone"})
    first.start()
    first_is_reading.wait()
    assert journal.bring_in(other(), format="phone").added == 0
    first.join()
    assert journal.count() == 2


# Trouble


def test_a_full_disk_changes_nothing_and_the_next_save_works(journal: Journal, clock: FakeClock) -> None:
    journal.apply(Action.LOG, add(call(clock)))
    pages = journal._connection.execute("PRAGMA page_count").fetchone()[0]
    journal._connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DiskFull) as caught:
        journal.apply(Action.LOG, add(call(clock, "2", note="x" * 90_000)))
    assert "x" * 10 not in repr(caught.value)
    assert caught.value.__cause__ is None
    assert [one.id for one in journal.interactions()] == ["1"]
    journal._connection.execute("PRAGMA max_page_count = 1000000")
    journal.apply(Action.LOG, add(call(clock, "2", note="x" * 90_000)))
    assert journal.count() == 2
    journal = reopened(journal, clock)
    journal.check()


def test_many_threads_may_use_it_at_once(journal: Journal, clock: FakeClock) -> None:
    def write(worker: int) -> None:
        for number in range(20):
            journal.apply(Action.LOG, add(call(clock, f"{worker}-{number}")))
            journal.recent(5)

    workers = [threading.Thread(target=write, args=(worker,)) for worker in range(4)]
    for worker in workers:
        worker.start()
    journal.check()
    for worker in workers:
        worker.join()
    assert journal.count() == 80
    journal = reopened(journal, clock)
    journal.check()
    assert journal.count() == 80
