"""My mood beside closeness: how the two go together, said only where the numbers allow it."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from itertools import combinations
from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.trends.agreement import agreement
from reconnect_desktop.domain.trends.mood import LEAST_PAIRS, MoodDot, Together, mood_beside
from reconnect_desktop.domain.trends.sources import Sources
from reconnect_desktop.domain.trends.span import Span, everything, one_year, three_months
from tests.making import TODAY, ago, contact, mood
from tests.trends_making import JOURNALS, four_hundred, sources

YEAR = Span(ago(365), TODAY)


def both(count: int, closeness: Callable[[int], int]) -> list[Interaction]:
    """Calls three days apart, the mood going up and down."""
    moods = [1 + place * 3 % 5 for place in range(count)]
    return [contact(ago(3 * place), mood=one, closeness=closeness(one)) for place, one in enumerate(moods)]


@pytest.mark.parametrize("journal", JOURNALS.values(), ids=list(JOURNALS))
def test_any_journal_over_any_span(journal: Callable[[], Sources]) -> None:
    known = journal()
    for span in (three_months(TODAY), one_year(TODAY), everything(known), Span(TODAY, TODAY)):
        found = mood_beside(known, span)
        assert found.missing == max(0, LEAST_PAIRS - found.pairs)
        assert (found.together is None) == (found.missing > 0)
        if found.agreement is not None and found.low is not None and found.high is not None:
            assert -1 <= found.low <= found.agreement <= found.high <= 1
        for noted in found.moods:
            assert span.first.toordinal() <= noted.at < span.last.toordinal() + 1
        assert [one.at for one in found.moods] == sorted(one.at for one in found.moods)
        for curve in found.mood_curves:
            assert 1 <= min(curve.low) <= max(curve.high) <= 5


def test_moods_come_from_check_ins_and_interactions_and_say_which() -> None:
    call = contact(ago(2), mood=4, closeness=6)
    found = mood_beside(sources(call, contact(ago(1)), moods=[mood(2, ago(3)), mood(5, ago(500))]), YEAR)
    assert [(one.mood, one.where, one.id) for one in found.moods] == [
        (2, MoodDot.CHECK_IN, ""),
        (4, MoodDot.INTERACTION, call.id),
    ]
    assert [dot.id for dot in found.dots] == [call.id]


def test_a_check_in_and_a_rating_of_the_same_local_day_are_a_pair() -> None:
    calls = [contact(ago(3 * place), time="23:30", closeness=1 + place % 7) for place in range(12)]
    moods = [mood(1 + place % 5, ago(3 * place), "00:10") for place in range(12)]
    assert mood_beside(sources(*calls, moods=moods), YEAR).pairs == 12
    elsewhere = [mood(1 + place % 5, ago(3 * place + 1), "23:59") for place in range(12)]
    assert mood_beside(sources(*calls, moods=elsewhere), YEAR).pairs == 0


def test_of_several_in_a_day_the_median_counts() -> None:
    def journal(*midday: int) -> Sources:
        more = [
            contact(ago(3), time=f"{10 + hour}:00", mood=one, closeness=4) for hour, one in enumerate(midday)
        ]
        return sources(*both(20, lambda one: one + 1)[2:], *more)

    assert mood_beside(journal(1, 3, 5), YEAR) != mood_beside(journal(1, 5, 5), YEAR)
    assert mood_beside(journal(1, 3, 5), YEAR).agreement == mood_beside(journal(3, 3, 4), YEAR).agreement


def test_together_apart_and_unclear() -> None:
    dice = random.Random(1)
    told = {
        one: mood_beside(sources(*both(60, closeness)), YEAR)
        for one, closeness in {
            Together.TOGETHER: lambda one: one + dice.choice([0, 1, 2]),
            Together.APART: lambda one: 7 - one + dice.choice([-1, 0]),
            Together.UNCLEAR: lambda one: dice.randint(1, 7),
        }.items()
    }
    assert {one: found.together for one, found in told.items()} == {one: one for one in told}
    agreement_of = told[Together.TOGETHER].agreement
    assert agreement_of is not None
    assert agreement_of > 0.5


def test_with_too_few_days_nothing_is_said() -> None:
    found = mood_beside(sources(*both(9, lambda one: one + 1)), YEAR)
    assert (found.pairs, found.missing, found.agreement, found.together) == (9, 1, None, None)
    assert mood_beside(sources(*both(10, lambda one: one + 1)), YEAR).together is Together.TOGETHER


def test_where_one_was_always_the_same_it_stays_open() -> None:
    found = mood_beside(sources(*both(30, lambda _: 7)), YEAR)
    assert (found.agreement, found.low, found.together, found.missing) == (None, None, Together.UNCLEAR, 0)


def test_what_lies_after_today_does_not_count() -> None:
    known = replace(four_hundred(), moods=(mood(5, ago(-3)),))
    span = Span(ago(10), ago(-10))
    assert all(one.where is MoodDot.INTERACTION for one in mood_beside(known, span).moods)


# Agreement

PAIRS = st.lists(st.tuples(st.integers(1, 5), st.integers(1, 7)), min_size=5, max_size=40)


@given(PAIRS)
def test_tau_is_what_counting_pair_by_pair_gives(pairs: list[tuple[int, int]]) -> None:
    found = agreement([(float(one), float(other)) for one, other in pairs])
    signs = [
        (
            (one[0] > other[0]) - (one[0] < other[0]),
            (one[1] > other[1]) - (one[1] < other[1]),
        )
        for one, other in combinations(pairs, 2)
    ]
    first, second = sum(a != 0 for a, _ in signs), sum(b != 0 for _, b in signs)
    if not first or not second:
        assert found is None
        return
    assert found is not None
    assert found.tau == pytest.approx(sum(a * b for a, b in signs) / sqrt(first * second))
    assert -1 <= found.low <= found.tau <= found.high <= 1
    assert found.low < found.high


@given(PAIRS)
def test_turning_one_scale_round_turns_the_answer_round(pairs: list[tuple[int, int]]) -> None:
    one = agreement([(float(a), float(b)) for a, b in pairs])
    other = agreement([(float(a), 8.0 - b) for a, b in pairs])
    if one is None or other is None:
        assert one == other
        return
    assert (other.tau, other.low, other.high) == pytest.approx((-one.tau, -one.high, -one.low))


@pytest.mark.parametrize("lasting", [0.0, 0.6], ids=["days apart", "moods that last"])
def test_of_those_that_have_nothing_to_do_with_each_other_few_are_told_so(lasting: float) -> None:
    told = 0
    for seed in range(200):
        dice = random.Random(seed)
        one = other = 0.0
        pairs = []
        for _ in range(40):
            one = lasting * one + sqrt(1 - lasting**2) * dice.gauss(0, 1)
            other = lasting * other + sqrt(1 - lasting**2) * dice.gauss(0, 1)
            pairs.append((float(min(5, max(1, round(3 + one)))), float(min(7, max(1, round(5 + other))))))
        found = agreement(pairs)
        told += found is not None and not found.low <= 0 <= found.high
    assert 1 <= told <= 20
