"""The Log's filters and its search."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add, delete, edit
from reconnect_desktop.domain.filter import Filter
from reconnect_desktop.domain.interaction import Interaction, Medium
from reconnect_desktop.domain.when import parse
from reconnect_desktop.journal import Journal
from reconnect_desktop.storage.search import match_words
from tests.durability.plan import Plan
from tests.fakes import ZONE, FakeClock

ROWS = (
    (
        "visit",
        "2026-11-22T15:00",
        Medium.VISIT,
        180,
        7,
        ("Cooking", "laughed"),
        "Élan vital in der Straße",
        "",
    ),
    (
        "call",
        "2026-11-08T18:40",
        Medium.CALL,
        31,
        5,
        ("laughed",),
        "She planted tulips",
        "She said she is proud",
    ),
    ("short", "2026-10-31T23:59", Medium.CALL, 4, 2, ("work stress",), "Talked about the tulip fair", ""),
    ("message", "2026-10-01T00:00", Medium.MESSAGE, None, None, (), '100% "quoted" AND OR NOT', ""),
)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journal]:
    clock = FakeClock()
    journal = Journal.open(tmp_path_factory.mktemp("search"), clock)
    for name, at, medium, minutes, closeness, tags, note, win in ROWS:
        one = Interaction(
            id=name,
            when=parse(at, ZONE),
            medium=medium,
            logged=clock(),
            minutes=minutes,
            closeness=closeness,
            tags=tags,
            note=note,
            win=win,
        )
        journal.apply(Action.LOG, add(one))
    yield journal
    journal.close()


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Filter(), ["visit", "call", "short", "message"]),
        (Filter(text="tulip"), ["call", "short"]),
        (Filter(text="TULIPS"), ["call"]),
        (Filter(text="proud"), ["call"]),
        (Filter(text="work tul"), ["short"]),
        (Filter(text="elan"), ["visit"]),
        (Filter(text="E\u0301LAN"), ["visit"]),
        (Filter(text="strasse"), ["visit"]),
        (Filter(text="straße"), ["visit"]),
        (Filter(text="nothing like it"), []),
        (Filter(text='"quoted" AND'), ["message"]),
        (Filter(text="-- * ( ;"), ["visit", "call", "short", "message"]),
        (Filter(media=frozenset({Medium.CALL})), ["call", "short"]),
        (Filter(media=frozenset({Medium.CALL, Medium.VISIT}), closeness=(5, 7)), ["visit", "call"]),
        (Filter(minutes=(0, 31)), ["call", "short"]),
        (Filter(tags=("LAUGHED",)), ["visit", "call"]),
        (Filter(tags=("laughed", "cooking")), ["visit"]),
        (Filter(tags=("laugh",)), []),
        (Filter(text="arbeit", named=(("arbeit", "work stress"),)), ["short"]),
        (Filter(text="arbeit tul", named=(("arbeit", "work stress"),)), ["short"]),
        (Filter(text="arbeit proud", named=(("arbeit", "work stress"),)), []),
        (Filter(text="koch", named=(("koch", "cooking"), ("koch", "laughed"))), ["visit", "call"]),
        (Filter(text="tulip", named=(("tulip", "cooking"),)), ["visit", "call", "short"]),
        (Filter(unrated=True), ["message"]),
        (Filter(since=date(2026, 10, 31), until=date(2026, 11, 8)), ["call", "short"]),
        (Filter(since=date(2026, 10, 1), until=date(2026, 10, 1)), ["message"]),
        (Filter(text="tulip", media=frozenset({Medium.CALL}), closeness=(1, 3)), ["short"]),
    ],
    ids=lambda value: str(value) if isinstance(value, list) else "",
)
def test_a_filter_finds_what_fits_newest_first(filled: Journal, wanted: Filter, found: list[str]) -> None:
    assert filled.find(wanted) == found


@given(st.text(max_size=30))
def test_nothing_that_can_be_typed_upsets_the_search(filled: Journal, typed: str) -> None:
    typed = typed.encode("utf-8", "replace").decode()
    assert set(filled.find(Filter(text=typed))) <= {row[0] for row in ROWS}


def test_words_without_letters_or_digits_are_passed_over() -> None:
    assert match_words("… ! ?") == ""


def test_edits_deletes_and_undo_are_searched_at_once(journal: Journal, clock: FakeClock) -> None:
    one = Interaction(id="1", when=clock(), medium=Medium.CALL, logged=clock(), note="violets")
    other = Interaction(id="1", when=clock(), medium=Medium.CALL, logged=clock(), note="roses")
    journal.apply(Action.LOG, add(one))
    journal.apply(Action.EDIT, edit(one, other))
    assert (journal.find(Filter(text="violets")), journal.find(Filter(text="ros"))) == ([], ["1"])
    journal.undo()
    assert journal.find(Filter(text="violets")) == ["1"]
    journal.apply(Action.DELETE, delete(one))
    assert journal.find(Filter(text="violets")) == []


def test_deleted_words_leave_the_file(tmp_path: Path, clock: FakeClock) -> None:
    """Once the 30 days in which it can be brought back are over, nothing of a deleted note is left in it."""
    secret = "rhododendron"
    journal = Journal.open(tmp_path, clock)
    one = Interaction(id="1", when=clock(), medium=Medium.CALL, logged=clock(), note=f"a {secret} in bloom")
    journal.apply(Action.LOG, add(one))
    journal.apply(Action.DELETE, delete(one))
    journal.close()
    clock.advance(days=31)
    journal = Journal.open(tmp_path, clock)
    journal.apply(Action.LOG, add(Interaction(id="2", when=clock(), medium=Medium.CALL, logged=clock())))
    assert journal.recently_deleted() == []
    journal.close()
    assert secret.encode() not in (tmp_path / "journal.db").read_bytes()


@pytest.mark.parametrize("seed", ["18", "29", "40"])
def test_adding_and_changing_long_notes_leaves_the_index_whole(journal: Journal, seed: str) -> None:
    """FTS5's "secure-delete" damaged it within some steps."""
    plan = Plan(seed, {}, None)
    for _ in range(12):
        plan.step(journal)
        # Rank 1: the words are compared with the rows they come from.
        journal._connection.execute("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
