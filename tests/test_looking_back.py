"""Months and years as the journal tells them: the same as if all of it were read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add, delete
from reconnect_desktop.domain.errors import Invalid
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.months import Month, month_of
from reconnect_desktop.domain.records import Need, Pause, PauseReason, Record, Reflection, Setting, Try
from reconnect_desktop.domain.review.reviewing import Material, review_month
from reconnect_desktop.domain.review.year import review_year
from reconnect_desktop.domain.rhythm import Interval, Rhythm, write_rhythm
from reconnect_desktop.domain.settings import RHYTHM
from reconnect_desktop.domain.when import When
from reconnect_desktop.journal import Journal
from tests.fakes import FakeClock
from tests.making import TODAY, ago, contact, mood, when
from tests.strategies import interactions, reflections

OCTOBER = Month(2026, 10)


def keep(journal: Journal, *records: Record) -> None:
    journal.apply(Action.IMPORT, *(add(record) for record in records))


@given(
    found=st.lists(interactions(), max_size=12, unique_by=lambda one: one.id),
    ago_months=st.integers(0, 40),
)
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_month_is_told_as_if_all_were_read(
    journal: Journal, found: list[Interaction], ago_months: int
) -> None:
    keep(journal, *found)
    month = month_of(max((one.when.day for one in found), default=TODAY)).ahead(-ago_months)
    if month >= Month(1900, 1):
        everything = Material(sources=journal.trend_sources(), interactions=tuple(journal.interactions()))
        assert journal.review(month) == review_month(month, everything)
    journal.apply(Action.DELETE, *(delete(one) for one in found))


def test_a_month_has_what_belongs_to_it(journal: Journal) -> None:
    own = Reflection(id="2026-10", changed=when("2026-11-01"), text="Quiet.")
    keep(
        journal,
        *(contact(ago(days), closeness=1 + days % 7, minutes=days % 90) for days in range(1, 900, 5)),
        *(mood(1 + days % 5, ago(days)) for days in range(1, 500, 3)),
        Need(id="1", noted=when("2026-10-05"), need="rest"),
        Try(id="1", suggestion="tea", begun=when("2026-10-05")),
        Pause(id="1", reason=PauseReason.TRAVEL, start=date(2026, 10, 1), end=date(2026, 10, 3)),
        Setting(id=RHYTHM.id, value=write_rhythm(Rhythm(Interval(2, 2)))),
        own,
    )
    review = journal.review(OCTOBER)
    everything = Material(
        sources=journal.trend_sources(),
        interactions=tuple(journal.interactions()),
        needs=tuple(journal.all(Need)),
        reflection=own,
    )
    assert review == review_month(OCTOBER, everything)
    assert review.reflection == own
    assert review.rhythm_offer is not None
    assert (len(review.needs), len(review.tries), len(review.pauses), review.usual) == (1, 1, 1, 12)
    assert journal.year(2025) == review_year(2025, journal.trend_sources())


def test_where_there_is_fear_no_rhythm_is_spoken_of(journal: Journal) -> None:
    calls = [contact(ago(days)) for days in range(10, 250, 16)]
    keep(journal, *calls, Setting(id=RHYTHM.id, value=write_rhythm(Rhythm(Interval(7, 14)))))
    assert journal.review(OCTOBER).rhythm_offer is not None
    keep(journal, Need(id="1", noted=when("2026-10-05"), need="safety"))
    assert journal.review(OCTOBER).rhythm_offer is None


@pytest.mark.parametrize(
    "noted",
    [
        contact("2026-10-20", closeness=5, note="She hit me."),
        replace(mood(1, "2026-10-21"), note="I am scared of her."),
        Need(id="1", noted=when("2026-10-05"), need="safety"),
    ],
)
def test_fear_anywhere_in_the_month_is_not_made_light_of(journal: Journal, noted: Record) -> None:
    keep(journal, *(contact(ago(days), closeness=6) for days in range(60, 250, 9)))
    keep(journal, contact("2026-10-09", closeness=1, note="A short call."))
    assert journal.review(OCTOBER).hard is not None
    assert journal.review(OCTOBER).harm is False
    keep(journal, noted)
    assert journal.review(OCTOBER).harm is True


def test_a_day_that_has_not_come_here_is_left_out(journal: Journal, clock: FakeClock) -> None:
    """Written down in Auckland on a day that, after the flight, is tomorrow."""
    abroad = When(datetime(2026, 11, 23, 1, 0), 46_800)
    keep(journal, contact("2026-11-20"), replace(contact(TODAY), when=abroad))
    assert clock().day == TODAY
    assert journal.review(Month(2026, 11)).figures.in_touch == 1
    assert journal.year(2026).months[10].in_touch == 1


def test_a_month_to_come_is_refused(journal: Journal) -> None:
    with pytest.raises(Invalid):
        journal.review(Month(2026, 12))


def test_the_months_are_those_with_anything_in_them(journal: Journal) -> None:
    assert journal.months() == []
    keep(
        journal,
        contact("2026-11-02"),
        contact("2026-11-20"),
        contact("1900-01-01"),
        mood(3, "2026-08-01"),
        Reflection(id="2026-10", changed=when("2026-11-01")),
        Need(id="1", noted=when("2025-12-31"), need="rest"),
        Try(id="1", suggestion="tea", begun=when("2026-01-01")),
    )
    found = ["2026-11", "2026-10", "2026-08", "2026-01", "2025-12", "1900-01"]
    assert [month.isoformat() for month in journal.months()] == found


@given(reflection=reflections())
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_reflection_is_kept_as_it_is_typed_and_is_no_step_to_undo(
    journal: Journal, reflection: Reflection
) -> None:
    journal.keep(add(reflection))
    assert journal.get(Reflection, reflection.id) == reflection
    assert journal.undo_action() is None
    journal.keep(delete(reflection))
