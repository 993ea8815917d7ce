"""Days between contacts: what counts, what is usual, and which were long, as the signal has it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconnect_desktop.domain import usual
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.records import Pause, PauseReason
from reconnect_desktop.domain.rhythm import NO_RHYTHM, Interval, Rhythm
from reconnect_desktop.domain.signals import Gap, Of, on
from reconnect_desktop.domain.trends.gaps import Between, gaps_over_time
from reconnect_desktop.domain.trends.sources import Sources
from reconnect_desktop.domain.trends.span import Span, everything, own, three_months
from tests.making import TODAY, ago, contact, when
from tests.trends_making import JOURNALS, empty, hole, moved_zones, sources, three

WEEKLY = [contact(ago(days)) for days in range(7, 200, 7)]


def pause(first: int, last: int | None, reason: PauseReason = PauseReason.TRAVEL) -> Pause:
    return Pause(id=f"{first}", reason=reason, start=ago(first), end=None if last is None else ago(last))


def test_nothing_is_known_without_contact() -> None:
    found = gaps_over_time(empty(), three_months(TODAY))
    assert (found.gaps, found.usual, found.earlier, found.median) == ((), None, None, None)
    assert found.missing == 4


def test_a_first_contact_today_lasts_for_no_day_yet() -> None:
    found = gaps_over_time(sources(contact(TODAY)), Span(TODAY, TODAY))
    assert found.gaps == (Between(TODAY, TODAY, 0, long=False, lasts=True),)
    assert found.missing == 3


def test_three_contacts_make_two_gaps_and_the_one_that_lasts() -> None:
    found = gaps_over_time(three(), three_months(TODAY))
    assert [(gap.days, gap.lasts) for gap in found.gaps] == [(7, False), (7, False), (0, True)]
    assert (found.usual, found.median, found.missing) == (None, 7.0, 1)


def test_gaps_that_ended_before_or_after_the_span_are_left_out() -> None:
    found = gaps_over_time(sources(*WEEKLY), Span(ago(30), ago(10)))
    assert [gap.until for gap in found.gaps] == [ago(28), ago(21), ago(14)]
    assert not any(gap.lasts for gap in found.gaps)
    assert gaps_over_time(sources(*WEEKLY), Span(date(1950, 1, 1), date(1950, 2, 1))).gaps == ()


def test_the_usual_is_that_of_the_end_of_the_span_and_of_its_beginning() -> None:
    faster = [contact(ago(200 + days * 2)) for days in range(60)]
    lived = sources(*WEEKLY, *faster)
    found = gaps_over_time(lived, Span(ago(199), TODAY))
    assert (found.earlier, found.usual) == (2.0, usual.gap((*WEEKLY, *faster), TODAY).usual)
    assert gaps_over_time(lived, Span(ago(300), ago(210))).usual == 2.0
    assert gaps_over_time(lived, everything(lived)).earlier is None


def test_a_silence_that_the_signal_speaks_of_is_long_and_so_it_stays_once_it_is_over() -> None:
    lived = [contact(ago(40 + days)) for days in range(0, 200, 7)]
    lasting = gaps_over_time(sources(*lived), three_months(TODAY)).gaps[-1]
    assert lasting == Between(ago(40), TODAY, 40, long=True, lasts=True)
    over = gaps_over_time(sources(*lived, contact(TODAY)), three_months(TODAY)).gaps
    assert over[-2:] == (
        Between(ago(40), TODAY, 40, long=True, lasts=False),
        Between(TODAY, TODAY, 0, long=False, lasts=True),
    )
    assert not any(gap.long for gap in over[:-2])


def test_beyond_what_is_still_fine_is_long_however_usual() -> None:
    found = gaps_over_time(sources(*WEEKLY, rhythm=Rhythm(contact=Interval(3, 5))), three_months(TODAY))
    assert found.rhythm == Interval(3, 5)
    assert all(gap.long for gap in found.gaps)


def test_paused_days_are_left_out_and_grief_is_never_long() -> None:
    lived = [contact(ago(60 + days)) for days in range(0, 200, 7)]
    away = gaps_over_time(sources(*lived, pauses=[pause(58, 3)]), three_months(TODAY)).gaps[-1]
    assert away == Between(ago(60), TODAY, 4, long=False, lasts=True)
    spoken_of = gaps_over_time(sources(*lived, pauses=[pause(20, 3)]), three_months(TODAY)).gaps[-1]
    assert (spoken_of.days, spoken_of.long) == (42, True)
    for end in (3, None):
        mourned = sources(*lived, pauses=[pause(20, end, PauseReason.GRIEF)])
        assert not gaps_over_time(mourned, three_months(TODAY)).gaps[-1].long
    met_again = sources(*lived, contact(ago(1)), pauses=[pause(20, 3, PauseReason.GRIEF)])
    assert not any(gap.long for gap in gaps_over_time(met_again, three_months(TODAY)).gaps)


def test_what_was_written_down_late_is_told_like_the_rest() -> None:
    lived = [contact(ago(40 + days)) for days in range(0, 200, 7)] + [contact(ago(5))]
    brought_in = [replace(one, logged=when(TODAY)) for one in lived]
    finished = gaps_over_time(sources(*lived), three_months(TODAY)).gaps[:-1]
    assert finished[-1].long
    assert gaps_over_time(sources(*brought_in), three_months(TODAY)).gaps[:-1] == finished


def test_five_years_of_nothing_are_one_long_gap() -> None:
    lived = hole()
    long = [gap for gap in gaps_over_time(lived, everything(lived)).gaps if gap.long]
    assert len(long) == 1
    assert 5 * 365 < long[0].days < 6 * 365


def test_days_are_those_that_were_lived_wherever_that_was() -> None:
    lived = moved_zones()
    found = gaps_over_time(lived, everything(lived))
    assert {gap.days for gap in found.gaps if not gap.lasts} == {3}


@pytest.mark.parametrize("name", list(JOURNALS))
def test_the_gaps_of_any_journal_make_up_its_days(name: str) -> None:
    lived = replace(JOURNALS[name](), pauses=())
    found = gaps_over_time(lived, everything(lived))
    days = sorted({point.local.date() for point in lived.points})
    assert sum(gap.days for gap in found.gaps) == ((TODAY - days[0]).days if days else 0)
    assert [gap.until for gap in found.gaps[:-1]] == days[1:]


@st.composite
def lives(draw: st.DrawFn) -> tuple[list[Interaction], list[Pause], Rhythm]:
    """Contacts at all kinds of pace, each written down on its day; pauses; a rhythm or none."""
    steps = draw(st.lists(st.sampled_from([0, 1, 2, 3, 3, 3, 4, 7, 7, 9, 20, 60]), max_size=40))
    days = [draw(st.sampled_from([0, 1, 5, 40]))]
    for step in steps:
        days.append(days[-1] + step)
    lived = [contact(ago(day), id=str(place)) for place, day in enumerate(days)]
    pauses = [
        pause(start, draw(st.sampled_from([start, max(0, start - 9), max(0, start - 50), None])))
        for start in draw(st.lists(st.integers(0, 150), max_size=2, unique=True))
    ]
    return lived, pauses, draw(st.sampled_from([NO_RHYTHM, NO_RHYTHM, Rhythm(contact=Interval(3, 10))]))


@settings(deadline=None, max_examples=30)
@given(lives())
def test_long_is_exactly_what_the_signal_spoke_of_on_the_last_day_of_the_gap(
    life: tuple[list[Interaction], list[Pause], Rhythm],
) -> None:
    lived, pauses, rhythm = life
    made = sources(*lived, pauses=pauses, rhythm=rhythm)
    for gap in gaps_over_time(made, everything(made)).gaps:
        last = TODAY if gap.lasts else gap.until - timedelta(1)
        spoken_of = {
            signal.since
            for signal in on(last, lived, pauses, rhythm)
            if isinstance(signal, Gap) and signal.of is Of.CONTACT
        }
        assert gap.long == (gap.since in spoken_of)


@settings(deadline=None, max_examples=30)
@given(lives(), st.integers(0, 200), st.integers(0, 200))
def test_the_figures_are_those_of_the_usual_and_nothing_is_told_twice(
    life: tuple[list[Interaction], list[Pause], Rhythm], one: int, other: int
) -> None:
    lived, pauses, _ = life
    made = sources(*lived, pauses=pauses)
    span = own(ago(max(one, other)), ago(min(one, other)))
    found = gaps_over_time(made, span)
    known = usual.gap(lived, span.last, pauses)
    assert (found.usual, found.missing) == (known.usual, known.missing)
    assert found.earlier == usual.gap(lived, span.first - timedelta(1), pauses).usual
    assert all(
        span.first <= gap.until <= span.last and (gap.days >= 1 or gap.since == TODAY) for gap in found.gaps
    )
    assert all(earlier.until == later.since for earlier, later in pairwise(found.gaps))


def test_a_hundred_thousand_are_told_too() -> None:
    first = three().points[0]
    many = tuple(
        first._replace(local=first.local - timedelta(minutes=9 * place), id=str(place))
        for place in range(99_999, -1, -1)
    )
    found = gaps_over_time(Sources(today=TODAY, points=many), Span(ago(400), TODAY))
    assert (found.usual, found.median, found.gaps[-1].days) == (1.0, 1.0, 14)
