from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from reconnect_desktop.domain.change import Change, add, delete, edit
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.when import parse
from reconnect_desktop.views.log.log_rows import NO_ROWS, Heading, Rows, difference, rows_of
from reconnect_desktop.views.log.log_shelf import Shelf
from tests.making import TODAY, ago, contact

ONES = [contact(ago(place * 9), id=f"{place:02}", closeness=place % 7 + 1) for place in range(12)]
PICKS = st.lists(st.sampled_from(ONES), unique=True)


def newest_first(interactions: list[Interaction]) -> list[Interaction]:
    return sorted(interactions, key=lambda one: one.day_key, reverse=True)


def test_months_stand_above_their_interactions() -> None:
    rows = rows_of([contact("2026-11-20"), contact("2026-11-02"), contact("2026-10-30")])
    kinds = [row if isinstance(row, Heading) else None for row in rows.items]
    assert kinds == [Heading(2026, 11, 2), None, None, Heading(2026, 10, 1), None]
    assert rows.headings == [0, 3]
    assert rows.count == 3
    assert all(rows.items[place].id == one for one, place in rows.places.items())  # type: ignore[union-attr]


def test_a_journey_across_zones_does_not_tear_a_month_apart() -> None:
    early = contact("2026-11-01", id="a", logged=parse("2026-11-01T00:30:00+14:00", ""))
    tokyo = contact("2026-11-01", id="b")
    moved = [
        tokyo,
        Interaction(
            id="c", when=parse("2026-10-31T23:50:00-10:00", ""), medium=early.medium, logged=early.logged
        ),
        Interaction(
            id="d", when=parse("2026-11-01T10:00:00+14:00", ""), medium=early.medium, logged=early.logged
        ),
    ]
    assert len(rows_of(newest_first(moved)).headings) == 2


@given(before=PICKS, after=PICKS)
def test_a_difference_makes_the_one_into_the_other(
    before: list[Interaction], after: list[Interaction]
) -> None:
    old, new = rows_of(newest_first(before)), rows_of(newest_first(after))
    span = difference(old, new)
    made = (
        old.items[: span.start]
        + new.items[span.start : span.start + span.new]
        + old.items[span.start + span.old :]
    )
    assert made == new.items
    if old.items == new.items:
        assert span.old == span.new == 0


@given(picked=PICKS, ends=st.tuples(st.integers(0, 20), st.integers(0, 20)))
def test_counting_between_rows_is_right(picked: list[Interaction], ends: tuple[int, int]) -> None:
    rows = rows_of(newest_first(picked))
    first, last = min(ends), min(max(ends), len(rows) - 1)
    if first <= last:
        assert rows.count_between(first, last) == len(rows.interactions(first, last))


def test_the_nearest_interaction_is_never_a_heading() -> None:
    rows = rows_of(newest_first(ONES))
    for place in range(len(rows)):
        nearest = rows.nearest(place)
        assert nearest is not None
        assert isinstance(rows.items[nearest], Interaction)
    assert NO_ROWS.nearest(0) is None


@given(start=PICKS, steps=st.lists(st.tuples(st.sampled_from(ONES), st.integers(0, 400)), max_size=90))
def test_a_shelf_follows_the_journal(start: list[Interaction], steps: list[tuple[Interaction, int]]) -> None:
    shelf = Shelf(newest_first(start))
    there = {one.id: one for one in start}
    changes: list[Change] = []
    for one, days in steps:
        known = there.pop(one.id, None)
        moved = contact(ago(days), id=one.id)
        if known is None:
            changes.append(add(moved))
        elif days % 3:
            changes.append(edit(known, moved))
        else:
            changes.append(delete(known))
            continue
        there[one.id] = moved
    shelf.take(changes)
    assert shelf.everything() == newest_first(list(there.values()))
    assert len(shelf) == len(there)
    shelf.take(changes[-1:])
    assert shelf.everything() == newest_first(list(there.values()))


def test_a_shelf_knows_only_what_is_there() -> None:
    shelf = Shelf(ONES)
    assert shelf.those(["01", "gone", "03"]) == [ONES[1], ONES[3]]
    assert rows_of([]).items == Rows([], {}, []).items
    assert ago(0) == TODAY == TODAY - timedelta(0)
