"""What may be asked to be rated is counted in the file as it would be one by one."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add
from reconnect_desktop.domain.interaction import Interaction, Medium
from reconnect_desktop.domain.rating import Unrated, left_unrated
from reconnect_desktop.domain.records import Setting
from reconnect_desktop.domain.settings import RATING_LEFT_UNTIL
from reconnect_desktop.journal import Journal
from tests.making import ago, contact, when
from tests.strategies import interactions, unique


def brought(days: int, **fields: Any) -> Interaction:
    fields = {"source": "sms", "source_key": str(days), "logged": when(ago(days)), "id": f"{days}", **fields}
    return contact(ago(days), **fields)


def put(journal: Journal, *records: Interaction | Setting) -> None:
    journal.apply(Action.IMPORT, *(add(one) for one in records))


def test_nothing_is_nothing(journal: Journal) -> None:
    put(journal, brought(1, closeness=4), brought(2, source="", source_key=""))
    assert journal.unrated(9) == Unrated()


def test_all_are_counted_and_the_newest_are_read(journal: Journal) -> None:
    old, new = brought(2, medium=Medium.MESSAGE, messages=3), brought(1)
    put(journal, old, new, brought(3))
    media = frozenset({Medium.CALL, Medium.MESSAGE})
    logged = new.logged.timestamp
    assert journal.unrated(2) == Unrated(3, media, exchanges=True, logged=logged, newest=(new, old))
    assert journal.unrated(0).newest == ()


def test_left_ones_are_not_asked_for_again(journal: Journal) -> None:
    first, second, third = (brought(days) for days in (1, 2, 3))
    put(journal, first, second, third, left_unrated(second))
    assert journal.unrated(9).newest == (first, third)
    put(journal, Setting(id=RATING_LEFT_UNTIL.id, value=str(third.logged.timestamp)))
    assert journal.unrated(9).newest == (first,)


def test_a_setting_that_says_nothing_readable_leaves_none(journal: Journal) -> None:
    put(journal, brought(1), Setting(id=RATING_LEFT_UNTIL.id, value="soon"))
    assert journal.unrated(9).count == 1


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(unique(interactions()), st.integers(0, 2 * 10**9))
def test_it_is_what_counting_one_by_one_gives(
    journal: Journal, present: list[Interaction], until: int
) -> None:
    journal.keep(*(add(one) for one in present))
    expected = [
        one
        for one in sorted(present, key=lambda one: one.day_key, reverse=True)
        if one.closeness is None and one.source and one.logged.timestamp > until
    ]
    found = journal._store.unrated(until, 100)
    assert list(found.newest) == expected
    assert found.count == len(expected)
    assert found.media == {one.medium for one in expected}
    assert found.logged == max((one.logged.timestamp for one in expected), default=0)
    journal.keep(*(add(one).inverse() for one in present))
