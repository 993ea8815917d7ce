"""A month looked back on, whatever kind of month it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconnect_desktop.domain.errors import Invalid
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.measures import Medium, ReachedOut
from reconnect_desktop.domain.months import Month, month_of
from reconnect_desktop.domain.records import Met, Need, PauseReason, Reflection, Try
from reconnect_desktop.domain.review.month_review import Arrow, Measure
from reconnect_desktop.domain.review.reviewing import first_looked_at, review_month
from reconnect_desktop.domain.rhythm import Interval, Rhythm
from reconnect_desktop.domain.when import When
from tests.domain.review.looking_back import NOVEMBER, OCTOBER, every, material, pause, reviewed, row
from tests.making import TODAY, contact, mood, when


def test_an_empty_journal_has_an_empty_month() -> None:
    review = reviewed([])
    assert (review.figures.days, review.figures.in_touch, review.figures.contacts) == (31, 0, {})
    assert (review.figures.longest_gap, review.before, review.usual, review.compared) == (None, None, 0, ())
    assert (review.hard, review.wins, review.dots, review.band, review.rhythm_offer) == (
        None,
        (),
        (),
        None,
        None,
    )


def test_a_month_is_counted() -> None:
    review = reviewed(
        [
            contact("2026-09-28", minutes=10),
            contact("2026-10-04", minutes=25, closeness=5, mood=4, reached_out=ReachedOut.ME),
            contact("2026-10-04", time="20:00", medium=Medium.MESSAGE, reached_out=ReachedOut.MOM),
            contact("2026-10-18", medium=Medium.VISIT, minutes=90, closeness=6, reached_out=ReachedOut.ME),
            contact("2026-11-01"),
        ],
        moods=(mood(2, "2026-10-10"), mood(5, "2026-11-10")),
    )
    found = review.figures
    assert (found.in_touch, found.contacts) == (2, {Medium.CALL: 1, Medium.VISIT: 1, Medium.MESSAGE: 1})
    assert (found.minutes, found.lengths) == ({Medium.CALL: 25, Medium.VISIT: 90}, 2)
    assert (found.closeness, found.rated, found.mood, found.moods) == (5.5, 2, 3.0, 2)
    assert found.longest_gap == 14  # from the 4th to the 18th; the 13 to the end of the month are fewer
    assert found.reached_out == {ReachedOut.ME: 2, ReachedOut.MOM: 1}
    assert [dot.closeness for dot in review.dots] == [5, 6]
    assert review.before is not None
    assert (review.before.in_touch, review.before.minutes) == (1, {Medium.CALL: 10})


def test_a_gap_counts_in_the_month_it_ended_in_and_in_those_it_filled() -> None:
    calls = [contact("2021-10-20"), contact("2026-10-20")]
    assert reviewed(calls).figures.longest_gap == 1826
    assert (
        reviewed(calls, Month(2023, 2)).figures.longest_gap == (date(2023, 2, 28) - date(2021, 10, 20)).days
    )
    assert reviewed(calls, Month(2023, 2)).before is not None
    assert reviewed(calls, Month(2021, 10)).figures.longest_gap == 11
    assert reviewed(calls, Month(2021, 9)).figures.longest_gap is None
    paused = reviewed(calls, pauses=(pause(PauseReason.TRAVEL, "2021-10-21", "2026-10-02"),))
    assert (paused.figures.longest_gap, paused.figures.gap_paused) == (18, 1808)
    assert reviewed(calls).figures.gap_paused == 0


def test_days_left_out_of_the_longest_gap_are_told_wherever_the_pause_lies() -> None:
    calls = [contact("2026-09-10"), contact("2026-10-05"), contact("2026-10-12"), contact("2026-10-20")]
    before = pause(PauseReason.TRAVEL, "2026-09-11", "2026-09-24")
    told = reviewed(calls, pauses=(before,)).figures
    assert (told.longest_gap, told.gap_paused) == (11, 14)
    short = pause(PauseReason.TRAVEL, "2026-10-06", "2026-10-08")
    assert reviewed(calls, pauses=(short, before)).figures.gap_paused == 14
    assert reviewed(calls, pauses=(short,)).figures.gap_paused == 0  # in a gap that is not the longest
    longest = pause(PauseReason.TRAVEL, "2026-09-11", "2026-10-04")
    told = reviewed(calls, pauses=(longest,)).figures
    assert (told.longest_gap, told.gap_paused) == (11, 14)  # the longest of the others
    lasting = pause(PauseReason.TRAVEL, "2026-11-01", "2026-11-10")
    assert reviewed(calls, NOVEMBER, pauses=(lasting,)).figures.gap_paused == 10


def test_the_running_month_goes_up_to_today() -> None:
    first = reviewed([contact("2026-10-31")], NOVEMBER, today=date(2026, 11, 1))
    assert (first.so_far, first.figures.days, first.figures.longest_gap) == (True, 1, 1)
    assert reviewed([], today=date(2026, 11, 1)).so_far is False
    with pytest.raises(Invalid):
        reviewed([], NOVEMBER, today=date(2026, 10, 31))


def test_years_and_the_calendar_begin_and_end() -> None:
    calls = [*every(7, "2025-09-01", "2026-01-31"), contact("1900-01-03")]
    january = reviewed(calls, Month(2026, 1))
    assert january.before is not None
    assert january.before.in_touch == sum(one.when.day.month == 12 for one in calls)
    assert reviewed(calls, Month(1900, 1)).figures.longest_gap == 28


def test_a_day_is_that_of_the_place_it_was_lived_in() -> None:
    abroad = When(when("2026-10-31").local.replace(hour=23, minute=30), -36_000)  # already November in Berlin
    call = replace(contact("2026-10-31"), when=abroad)
    assert reviewed([call]).figures.in_touch == 1
    assert reviewed([call], NOVEMBER).figures.in_touch == 0


def test_in_grief_nothing_is_counted_and_only_good_moments_stand() -> None:
    calls = [
        *every(3, "2025-09-01", "2026-09-30", closeness=6),
        contact("2026-10-02", closeness=7, note="The garden, all afternoon."),
        contact("2026-10-05", closeness=1, note="The hospital."),
    ]
    grief = (pause(PauseReason.GRIEF, "2026-10-20"),)
    tried = (Try(id="1", suggestion="tea", begun=when("2026-10-03")),)
    rhythm = Rhythm(Interval(2, 2))
    for month in (OCTOBER, Month(2026, 3)):  # of an earlier month as well, while it goes on
        review = reviewed(calls, month, pauses=grief, tries=tried, rhythm=rhythm)
        assert review.grief
        assert (review.compared, review.hard, review.tries, review.needs) == ((), None, (), ())
        assert (review.dots, review.band, review.rhythm_offer) == ((), None, None)
    assert [win.text for win in reviewed(calls, pauses=grief).wins] == ["The garden, all afternoon."]
    over = (pause(PauseReason.GRIEF, "2026-10-20", "2026-11-01"),)
    assert reviewed(calls, pauses=over).grief
    assert not reviewed(calls, Month(2026, 9), pauses=over).grief


def test_what_was_tried_is_told_with_what_followed_also_in_the_next_month() -> None:
    calls = [
        contact("2026-10-01", closeness=3),
        contact("2026-11-02", closeness=5),
        contact("2026-11-09", closeness=6),
    ]
    tries = tuple(
        Try(id=day, suggestion="tea", begun=when(day)) for day in ("2026-10-20", "2026-10-05", "2026-11-03")
    )
    told = reviewed(calls, tries=tries).tries
    assert [one.id for one, _ in told] == ["2026-10-05", "2026-10-20"]
    assert [(found.n_before, found.after, found.n_after) for _, found in told] == [(1, 5.5, 2), (1, 5.5, 2)]


def test_needs_are_those_of_the_month_and_those_still_open_newest_first() -> None:
    def need(day: str, met: Met | None = None) -> Need:
        return Need(id=day, noted=when(day), need="rest", met=met)

    needs = [
        need("2025-09-30"),
        need("2026-09-01"),
        need("2026-09-02", Met.YES),
        need("2026-10-02", Met.YES),
        need("2026-09-03", Met.PARTLY),
        need("2026-11-02"),
    ]
    assert [one.id for one in reviewed([], needs=needs).needs] == ["2026-10-02", "2026-09-03", "2026-09-01"]


def test_own_words_are_there() -> None:
    own = Reflection(id="2026-10", changed=when("2026-11-01"), text="Quiet.")
    assert reviewed([], reflection=own).reflection is own


# Beside the month before, and the usual


def test_halved_contact_shows_and_a_day_more_or_less_does_not() -> None:
    usual = every(3, "2025-10-01", "2026-09-30")
    fewer = row(reviewed([*usual, *every(12, "2026-10-01", "2026-10-31")]), Measure.DAYS_IN_TOUCH)
    assert fewer is not None
    assert (fewer.now, fewer.before, fewer.beside_usual) == (3.0, 10.0, Arrow.LESS)
    assert fewer.usual == pytest.approx(10.1, abs=0.2)
    same = row(reviewed([*usual, *every(4, "2026-10-01", "2026-10-31")]), Measure.DAYS_IN_TOUCH)
    assert same is not None
    assert (same.beside_before, same.beside_usual) == (Arrow.NONE, Arrow.NONE)


def test_a_running_month_is_held_against_as_many_days_of_the_usual() -> None:
    calls = every(3, "2025-10-01", "2026-11-07")
    assert not reviewed(calls, NOVEMBER, today=date(2026, 11, 6)).compared  # too few days to say anything
    early = row(reviewed(calls, NOVEMBER, today=date(2026, 11, 7)), Measure.DAYS_IN_TOUCH)
    assert early is not None
    assert early.beside_usual is early.beside_before is Arrow.NONE


def test_closeness_shows_where_it_is_clear_and_more_than_half_a_step() -> None:
    steady = [
        replace(one, closeness=4 + place % 3)
        for place, one in enumerate(every(4, "2025-10-01", "2026-09-30"))
    ]

    def closeness(*ratings: int) -> Arrow:
        october = [contact(f"2026-10-{2 + place:02}", closeness=one) for place, one in enumerate(ratings)]
        found = row(reviewed([*steady, *october]), Measure.CLOSENESS)
        assert found is not None
        return found.beside_usual

    assert closeness(2, 3, 2, 3, 2) is Arrow.LESS
    assert closeness(7, 7, 7, 7, 6, 7) is Arrow.MORE
    assert closeness(5, 4, 6, 5, 5) is Arrow.NONE
    assert closeness(2, 2) is Arrow.NONE  # too few to tell


@pytest.mark.parametrize("rating", [None, 7])
def test_ratings_that_say_nothing_new_make_no_arrow(rating: int | None) -> None:
    review = reviewed(every(4, "2025-10-01", closeness=rating))
    found = row(review, Measure.CLOSENESS)
    assert found is None if rating is None else found is not None and found.usual == 7.0
    assert all(one.beside_usual is Arrow.NONE for one in review.compared)
    assert (review.band is None) == (rating is None)


def test_minutes_are_compared_only_where_most_lengths_are_known() -> None:
    usual = every(4, "2025-10-01", "2026-09-30", minutes=30)
    long = row(reviewed([*usual, *every(4, "2026-10-01", "2026-10-31", minutes=120)]), Measure.MINUTES)
    assert long is not None
    assert (long.now, long.beside_usual) == (8 * 120.0, Arrow.MORE)
    october = [replace(one, minutes=None) for one in every(4, "2026-10-01", "2026-10-31", minutes=120)]
    unknown = row(reviewed([*usual, *october]), Measure.MINUTES)
    assert unknown is not None
    assert (unknown.now, unknown.beside_usual) == (None, Arrow.NONE)
    half = [*october[:4], *every(4, "2026-10-17", "2026-10-31", minutes=200)]
    partly = row(reviewed([*usual, *half]), Measure.MINUTES)
    assert partly is not None
    assert partly.beside_usual is Arrow.NONE


def test_a_long_silence_shows() -> None:
    usual = every(3, "2025-10-01", "2026-09-30")
    silent = row(reviewed([*usual, contact("2026-10-30")]), Measure.LONGEST_GAP)
    assert silent is not None
    assert (silent.usual, silent.beside_usual, silent.beside_before) == (3.0, Arrow.MORE, Arrow.MORE)


def test_the_usual_stands_on_whole_months_from_the_first_entry_on() -> None:
    assert reviewed(every(5, "2026-07-20")).usual == 0  # August and September are too few
    assert reviewed(every(5, "2026-07-01")).usual == 3
    assert reviewed(every(5, "2020-07-01")).usual == 12
    months_off = (pause(PauseReason.TRAVEL, "2026-03-01", "2026-05-20"),)
    assert reviewed(every(5, "2025-07-01"), pauses=months_off).usual == 9


def test_a_month_that_was_mostly_paused_or_has_a_boundary_is_compared_with_nothing() -> None:
    calls = every(5, "2025-07-01")
    assert reviewed(calls).compared
    assert not reviewed(calls, pauses=(pause(PauseReason.TRAVEL, "2026-10-05", "2026-10-28"),)).compared
    assert reviewed(calls, pauses=(pause(PauseReason.TRAVEL, "2026-10-05", "2026-10-08"),)).compared
    assert not reviewed(calls, pauses=(pause(PauseReason.BOUNDARY, "2026-10-30"),)).compared


# Whatever comes

_DAYS = st.integers(0, 900).map(lambda ago: TODAY - timedelta(days=ago))
_CALLS = st.lists(
    st.builds(
        contact,
        _DAYS,
        medium=st.sampled_from(Medium),
        minutes=st.none() | st.integers(0, 300),
        closeness=st.none() | st.integers(1, 7),
        mood=st.none() | st.integers(1, 5),
        id=st.uuids().map(str),
    ),
    max_size=60,
)


@given(calls=_CALLS, months=st.integers(0, 31), tried=st.booleans())
def test_more_than_is_needed_changes_nothing(calls: list[Interaction], months: int, *, tried: bool) -> None:
    month = month_of(TODAY).ahead(-months)
    tries = (Try(id="1", suggestion="tea", begun=when(month.first)),) if tried else ()
    everything = material(calls, tries=tries)
    begin, end = first_looked_at(month).first, month.last
    points = everything.sources.points
    before = [one for one in points if one.local.date() < begin]
    rated = [one for one in before if one.closeness is not None][-4:]
    kept = {one.id for one in (*before[-1:], *rated)}
    after = [one for one in points if one.local.date() > end and one.closeness is not None][:4]
    kept |= {one.id for one in after} | {one.id for one in points if begin <= one.local.date() <= end}
    lean = replace(
        everything,
        sources=replace(everything.sources, points=tuple(one for one in points if one.id in kept)),
        interactions=tuple(
            one for one in everything.interactions if month.ahead(-1).first <= one.when.day <= end
        ),
    )
    assert review_month(month, lean) == review_month(month, everything)
