"""That history was brought in is kept like any record, but it is no entry of the user's."""

from __future__ import annotations

import pytest

from reconnect_desktop.domain.action import Action, size
from reconnect_desktop.domain.change import add
from reconnect_desktop.domain.errors import Invalid
from reconnect_desktop.domain.records import Import
from reconnect_desktop.journal import Journal
from tests.fakes import FakeClock
from tests.making import TODAY, contact, mood, when


def brought(*members: tuple[str, str], digests: tuple[str, ...] = ()) -> Import:
    return Import(id="i", when=when(TODAY), format="sms-calls", members=members, digests=digests)


def test_it_is_no_entry_to_be_counted_or_had_back(journal: Journal) -> None:
    call, check_in = contact("2026-11-20"), mood(4)
    record = brought(("interaction", call.id), ("mood", check_in.id))
    journal.apply(Action.IMPORT, add(call), add(check_in), add(record))
    assert journal.undo_action() == (Action.IMPORT, 1)
    assert size((add(check_in), add(record))) == 1
    journal.undo()
    assert journal.all(Import) == []
    assert set(journal.recently_deleted()) == {call, check_in}
    journal.redo()
    assert journal.all(Import) == [record]


def test_one_of_a_hundred_thousand_members_is_kept(journal: Journal, clock: FakeClock) -> None:
    members = tuple(("interaction" if number % 3 else "mood", f"{number:016x}") for number in range(100_000))
    record = brought(*members, digests=tuple(f"{number:08x}" for number in range(100_000)))
    journal.apply(Action.IMPORT, add(record))
    journal.close()
    again = Journal.open(journal.folder, clock)
    again.check()
    assert again.get(Import, "i") == record
    again.undo(any_session=True)
    assert again.all(Import) == []
    again.close()


@pytest.mark.parametrize(
    ("members", "digests"),
    [
        ((("", "a"),), ()),
        ((("two words", "a"),), ()),
        ((("interaction", ""),), ()),
        ((("interaction", "a\nb"),), ()),
        ((("interaction", "a\tb"),), ()),
        ((("interaction", "a"),), ("9f", "00")),
        ((("interaction", "a"),), ("9 f",)),
        ((("interaction", "a"),), ("",)),
    ],
)
def test_what_no_cell_could_hold_is_refused(
    members: tuple[tuple[str, str], ...], digests: tuple[str, ...]
) -> None:
    with pytest.raises(Invalid):
        brought(*members, digests=digests)
