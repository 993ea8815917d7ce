from __future__ import annotations

from itertools import combinations

from reconnect_desktop.catalogue import load
from reconnect_desktop.domain.circumstances import Circumstance
from reconnect_desktop.domain.looking_up import QUIETENING, fitting_best, is_quiet, may_be_looked_up
from reconnect_desktop.domain.suggestions import Asks

ROWS = load().suggestions
QUIET = [frozenset(some) for count in (1, 2, 3) for some in combinations(sorted(QUIETENING), count)]


def test_as_a_rule_the_whole_book_is_there() -> None:
    for case in (frozenset[Circumstance](), frozenset({Circumstance.DIP, Circumstance.LOW_MOOD})):
        assert all(may_be_looked_up(row, case) for row in ROWS)
        assert not is_quiet(case)


def test_a_journey_or_another_pause_keeps_nothing_from_a_reader() -> None:
    case = frozenset({Circumstance.TRAVEL, Circumstance.PAUSE})
    assert all(may_be_looked_up(row, case) for row in ROWS)


def test_beside_a_boundary_in_grief_and_in_fear_nothing_asks_for_contact() -> None:
    for quiet in QUIET:
        offered = [row for row in ROWS if may_be_looked_up(row, quiet | {Circumstance.DIP})]
        assert is_quiet(quiet)
        assert offered
        assert all(row.asks is not Asks.CONTACT for row in offered)
        assert all(row.never.isdisjoint(quiet) for row in offered)


def test_in_fear_there_is_only_support() -> None:
    for quiet in QUIET:
        if Circumstance.UNSAFE in quiet:
            offered = [row for row in ROWS if may_be_looked_up(row, quiet)]
            assert offered
            assert {row.asks for row in offered} == {Asks.SUPPORT}


def test_few_are_marked_as_fitting_and_only_those_that_fit() -> None:
    case = frozenset({Circumstance.DIP, Circumstance.SHORT_TALKS})
    fitting = fitting_best(ROWS, case)
    assert 0 < len(fitting) <= 3
    assert "one-sentence-more" in fitting
    assert all(row.best_fit(case) for row in ROWS if row.id in fitting)
    assert fitting_best(ROWS, frozenset()) == frozenset()


def test_nothing_is_marked_as_fitting_that_would_not_be_offered() -> None:
    rows = {row.id: row for row in ROWS}
    stands_out = frozenset({Circumstance.GAP, Circumstance.DIP, Circumstance.LOW_BEFORE})
    assert any(rows[found].asks is Asks.CONTACT for found in fitting_best(ROWS, stands_out))
    for pause in (Circumstance.TRAVEL, Circumstance.PAUSE):
        found = fitting_best(ROWS, stands_out | {pause})
        assert all(rows[one].asks is not Asks.CONTACT for one in found)
    assert all(rows[one].gentle for one in fitting_best(ROWS, stands_out | {Circumstance.STRESS}))
