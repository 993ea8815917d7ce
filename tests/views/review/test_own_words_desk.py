"""One month's own words, written, changed, emptied, and changed by somebody else meanwhile."""

from __future__ import annotations

import pytest

from reconnect_desktop.domain.change import add, edit
from reconnect_desktop.domain.errors import ChangedMeanwhile, DiskFull
from reconnect_desktop.domain.months import Month
from reconnect_desktop.domain.records import Reflection
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.review.own_words_desk import OwnWords, OwnWordsDesk, words_of
from tests.making import when

OCTOBER = Month(2026, 10)


def kept(journal: Journal) -> Reflection | None:
    return journal.get(Reflection, "2026-10")


def test_what_is_written_is_kept_and_nothing_is_written_twice(journal: Journal) -> None:
    desk = OwnWordsDesk(journal, OCTOBER, None)
    desk.offer(OwnWords("A good month. 🌧️ <b>", "Call on Sundays"))
    assert desk.has_unkept
    desk.write()
    first = kept(journal)
    assert words_of(first) == ("A good month. 🌧️ <b>", "Call on Sundays")
    assert not desk.has_unkept
    desk.write()
    assert kept(journal) == first
    assert journal.undo_action() is None


def test_blank_words_make_no_reflection_and_emptied_ones_take_it_away(journal: Journal) -> None:
    desk = OwnWordsDesk(journal, OCTOBER, None)
    desk.offer(OwnWords(" \n", ""))
    assert not desk.has_unkept
    desk.write()
    assert kept(journal) is None
    desk.offer(OwnWords("Something", ""))
    desk.write()
    desk.offer(OwnWords("", " "))
    desk.write()
    assert kept(journal) is None
    assert not desk.has_unkept


def test_what_somebody_else_wrote_meanwhile_gives_way_to_what_is_typed(journal: Journal) -> None:
    desk = OwnWordsDesk(journal, OCTOBER, None)
    desk.offer(OwnWords("Mine", ""))
    other = Reflection(id="2026-10", changed=when("2026-11-01"), text="Theirs")
    journal.keep(add(other))
    desk.write()
    assert words_of(kept(journal)) == ("Mine", "")


def test_against_changes_without_end_it_gives_up_and_says_so(journal: Journal) -> None:
    class Restless:
        now = journal.now
        get = journal.get

        def keep(self, *_: object) -> None:
            raise ChangedMeanwhile

    desk = OwnWordsDesk(Restless(), OCTOBER, None)  # type: ignore[arg-type]
    desk.offer(OwnWords("Mine", ""))
    with pytest.raises(ChangedMeanwhile):
        desk.write()
    assert desk.has_unkept


def test_on_a_full_disk_nothing_changes_and_it_can_be_tried_again(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = OwnWordsDesk(journal, OCTOBER, None)
    desk.offer(OwnWords("Mine", ""))

    def full(*_: object) -> None:
        raise DiskFull

    with monkeypatch.context() as patch:
        patch.setattr(journal, "keep", full)
        with pytest.raises(DiskFull):
            desk.write()
    assert kept(journal) is None
    desk.write()
    assert words_of(kept(journal)) == ("Mine", "")


def test_it_knows_what_it_wrote_itself(journal: Journal) -> None:
    desk = OwnWordsDesk(journal, OCTOBER, None)
    desk.offer(OwnWords("Mine", ""))
    desk.write()
    mine = desk.stored
    assert mine is not None
    assert desk.is_own(mine)
    theirs = Reflection(id="2026-10", changed=mine.changed, text="Theirs")
    journal.keep(edit(mine, theirs))
    assert not desk.is_own(theirs)
