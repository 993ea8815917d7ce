"""How often and how close: whole months, made comparable, and only where there is enough to say."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.months import Month
from reconnect_desktop.domain.records import Pause, PauseReason
from reconnect_desktop.domain.trends.path import LEAST_RATED, often_and_close
from reconnect_desktop.domain.trends.sources import Sources
from reconnect_desktop.domain.trends.span import Span, everything, one_year, three_months
from tests.making import TODAY, ago, contact
from tests.trends_making import JOURNALS, sources

EVER = Span(date(2026, 1, 1), TODAY)
SEPTEMBER, OCTOBER = Month(2026, 9), Month(2026, 10)


def october(*days: int, closeness: int | None = 5) -> list[Interaction]:
    return [contact(f"2026-10-{day:02}", closeness=closeness) for day in days]


def begun() -> Interaction:
    """So that all of October lies after the first contact."""
    return contact("2026-01-01")


@pytest.mark.parametrize("journal", JOURNALS.values(), ids=list(JOURNALS))
def test_any_journal_over_any_span(journal: Callable[[], Sources]) -> None:
    known = journal()
    for span in (three_months(TODAY), one_year(TODAY), everything(known), Span(TODAY, TODAY)):
        found = often_and_close(known, span)
        months = [step.month for step in found.steps]
        assert months == sorted(set(months))
        assert not set(months) & set(found.thin)
        for step in found.steps:
            assert 0 <= step.days_in_touch <= 30
            assert 1 <= step.closeness <= 7
            assert step.rated >= LEAST_RATED
            assert span.first <= step.month.first <= step.month.last <= span.last


def test_a_month_is_counted_in_thirty_days() -> None:
    (step,) = often_and_close(sources(begun(), *october(1, 8, 8, 15, 31)), EVER).steps
    assert (step.month, step.rated, step.closeness) == (OCTOBER, 5, 5)
    assert step.days_in_touch == pytest.approx(4 / 31 * 30)


def test_every_day_in_touch_is_thirty() -> None:
    (step,) = often_and_close(sources(begun(), *october(*range(1, 32))), EVER).steps
    assert step.days_in_touch == pytest.approx(30)


def test_messages_without_a_rating_count_as_days_in_touch() -> None:
    calls = [*october(2, 9, 16, closeness=4), *october(20, 21, closeness=None)]
    (step,) = often_and_close(sources(begun(), *calls), EVER).steps
    assert (step.rated, step.closeness) == (3, 4)
    assert step.days_in_touch == pytest.approx(5 / 31 * 30)


def test_months_with_too_few_ratings_are_thin() -> None:
    found = often_and_close(sources(begun(), *october(3, 4), contact("2026-09-09")), EVER)
    assert found.steps == ()
    assert found.thin == (Month(2026, 1), SEPTEMBER, OCTOBER)


def test_the_running_month_and_those_cut_by_the_span_are_left_out() -> None:
    known = sources(begun(), *october(1, 5, 9), *[contact(ago(day), closeness=5) for day in range(20)])
    assert [step.month for step in often_and_close(known, EVER).steps] == [OCTOBER]
    assert often_and_close(known, Span(date(2026, 10, 2), TODAY)).steps == ()
    assert often_and_close(known, Span(date(2026, 9, 1), date(2026, 10, 30))).steps == ()
    running = Span(date(2026, 11, 1), date(2026, 11, 30))
    assert (often_and_close(known, running).steps, often_and_close(known, running).thin) == ((), ())


def test_days_of_pauses_count_for_nothing() -> None:
    trip = Pause(id="", reason=PauseReason.TRAVEL, start=date(2026, 10, 11), end=date(2026, 10, 20))
    calls = [begun(), *october(2, 9, 15, 25)]
    (step,) = often_and_close(sources(*calls, pauses=[trip]), EVER).steps
    assert step.days_in_touch == pytest.approx(3 / 21 * 30)
    assert step.rated == 4
    long = Pause(id="", reason=PauseReason.BOUNDARY, start=date(2026, 10, 5))
    assert often_and_close(sources(*calls, pauses=[long]), EVER).thin[-1] == OCTOBER


def test_the_first_month_begins_with_the_first_contact() -> None:
    (step,) = often_and_close(sources(*october(12, 18, 24)), EVER).steps
    assert step.days_in_touch == pytest.approx(3 / 20 * 30)
    assert often_and_close(sources(*october(25, 27, 29)), EVER).thin == (OCTOBER,)


def test_months_of_different_length_compare() -> None:
    every_other = [contact(date(2026, 1, 1) + timedelta(days=day), closeness=5) for day in range(0, 120, 2)]
    steps = often_and_close(sources(*every_other), EVER).steps
    assert [step.days_in_touch for step in steps] == pytest.approx([15] * 4, abs=0.6)
