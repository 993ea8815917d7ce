"""Closeness over time: what was rated, where it tends, since when, and what was going on."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from reconnect_desktop.domain import usual
from reconnect_desktop.domain.interaction import Interaction, Medium
from reconnect_desktop.domain.records import Pause, PauseReason, Try
from reconnect_desktop.domain.signals import Dip, on
from reconnect_desktop.domain.trends.closeness import ClosenessOverTime, Course, closeness_over_time
from reconnect_desktop.domain.trends.lately import lately
from reconnect_desktop.domain.trends.sources import Sources
from reconnect_desktop.domain.trends.span import Span, everything, one_year, three_months
from tests.making import TODAY, ago, contact, rated, when
from tests.trends_making import JOURNALS, all_seven, four_hundred, hole, sources

GOOD_YEAR = [6, 5, 6, 6, 5, 7, 6, 5, 6, 6] * 4


def seen(*interactions: Interaction, days: int = 365, **more: object) -> ClosenessOverTime:
    return closeness_over_time(sources(*interactions, **more), Span(ago(days), TODAY))  # type: ignore[arg-type]


@pytest.mark.parametrize("journal", JOURNALS.values(), ids=list(JOURNALS))
def test_any_journal_over_any_span(journal: Callable[[], Sources]) -> None:
    known = journal()
    for span in (
        three_months(TODAY),
        one_year(TODAY),
        everything(known),
        Span(TODAY, TODAY),
        Span(ago(20_000), ago(5_000)),
        Span(ago(-5), ago(-50)),
        Span(date(1900, 1, 1), date(9998, 12, 31)),
    ):
        found = closeness_over_time(known, span)
        within = [point for point in known.points if span.first <= point.local.date() <= span.last]
        assert len(found.dots) + found.unrated == len(within)
        shades = [*found.dips, *found.gaps, *(Span(one.first, one.last) for one in found.pauses)]
        assert all(span.first <= one.first <= one.last <= span.last for one in shades)
        for curve in found.curves:
            assert span.first.toordinal() <= curve.at[0] < curve.at[-1] <= span.last.toordinal() + 1
        if found.usual:
            assert 1 <= found.usual.low <= found.usual.middle <= found.usual.high <= 7
        assert (found.lately is None) == (found.missing > 0)
        if found.lately and found.usual:
            assert found.lately.usual == found.usual.middle
            run = [dot.closeness for dot in found.dots[-found.lately.count :]]
            assert found.lately.recent == pytest.approx(sum(run) / len(run))
            assert found.lately.since == found.dots[-found.lately.count].local.date()


def test_dots_are_the_rated_ones_of_the_span_as_they_were_lived() -> None:
    calls = [
        contact(ago(400), closeness=2),
        contact(ago(10), time="23:50", medium=Medium.VISIT, closeness=6),
        contact(ago(5)),
        contact(ago(1), closeness=4),
    ]
    found = seen(*calls)
    assert [(dot.local, dot.medium, dot.closeness, dot.id) for dot in found.dots] == [
        (call.when.local, call.medium, call.closeness, call.id) for call in (calls[1], calls[3])
    ]
    assert found.unrated == 1


def test_what_was_brought_in_without_a_rating_has_no_line_and_no_usual() -> None:
    found = closeness_over_time(JOURNALS["unrated"](), one_year(TODAY))
    assert (found.dots, found.curves, found.usual, found.lately, found.missing) == ((), (), None, None, 9)


@pytest.mark.parametrize(("count", "missing"), [(0, 9), (3, 6), (8, 1), (9, 0)])
def test_how_many_more_ratings_it_takes(count: int, missing: int) -> None:
    found = seen(*rated([5, 6, 4] * 3 if count == 9 else [5] * count))
    assert found.missing == missing
    assert (found.lately is None) == bool(missing)


def test_a_span_with_few_ratings_has_a_usual_and_says_nothing_of_lately() -> None:
    found = seen(*rated(GOOD_YEAR), days=15)
    assert len(found.dots) == 3
    assert found.usual is not None
    assert (found.lately, found.missing) == (None, 1)


# Lately


def test_as_usual_says_what_today_says() -> None:
    calls = rated(GOOD_YEAR)
    found = seen(*calls).lately
    today = usual.closeness(calls, TODAY)
    assert found is not None
    assert (found.course, found.count, found.since) == (Course.AS_USUAL, 4, ago(21))
    assert found.recent == today.recent
    assert found.usual == pytest.approx(today.usual)


def test_closer_since_the_day_on_which_it_began() -> None:
    found = seen(*rated([*[4, 5, 4, 4, 5, 4] * 6, *[6, 5, 6, 7, 6, 6, 5, 6, 6, 7, 6, 6, 5, 6]])).lately
    assert found is not None
    assert (found.course, found.count, found.since) == (Course.CLOSER, 14, ago(13 * 7))
    assert found.recent == pytest.approx(83 / 14)
    assert 4 < found.usual < 4.6


def test_less_close_since_the_day_on_which_it_began() -> None:
    found = seen(*rated([*GOOD_YEAR, *[4, 3, 4, 5, 3, 4, 4, 3, 4]])).lately
    assert found is not None
    assert (found.course, found.count, found.since) == (Course.LESS_CLOSE, 9, ago(8 * 7))


def test_a_small_difference_is_as_usual() -> None:
    found = seen(*rated([*[5, 6, 5, 4] * 10, *[6, 5, 6, 5, 5, 6]])).lately
    assert found is not None
    assert found.course is Course.AS_USUAL


def test_one_good_talk_is_no_change() -> None:
    found = seen(*rated([*[3, 4, 3, 3] * 10, 7])).lately
    assert found is not None
    assert found.course is Course.AS_USUAL


def test_a_run_does_not_begin_before_the_span() -> None:
    ratings = rated([*GOOD_YEAR, *[3, 4, 3, 4, 3] * 4])
    found = seen(*ratings, days=60)
    assert found.lately is not None
    assert found.lately.course is Course.LESS_CLOSE
    assert found.lately.count <= len(found.dots)
    assert found.lately.since >= ago(60)


def test_a_run_does_not_begin_before_years_of_silence() -> None:
    before = rated([*GOOD_YEAR, *[3, 4, 3] * 5], today=ago(2000))
    found = seen(*before, *rated([3, 4, 3, 4, 3, 3]), days=3000).lately
    assert found is not None
    assert found.since >= ago(6 * 7)


def test_what_came_after_the_span_does_not_count() -> None:
    ratings = rated([*GOOD_YEAR, 1, 1, 1, 1, 1])
    found = closeness_over_time(sources(*ratings), Span(ago(300), ago(35)))
    assert found.lately is not None
    assert found.lately.course is Course.AS_USUAL
    assert not found.dips


def test_of_steady_people_few_are_told_a_change() -> None:
    told = 0
    for seed in range(150):
        dice = random.Random(seed)
        days = sorted(dice.sample(range(365), 80), reverse=True)
        calls = [contact(ago(day), closeness=min(7, max(1, round(dice.gauss(5, 1.2))))) for day in days]
        found = lately(sources(*calls).points, len(calls), dips_on=False).lately
        told += found is not None and found.course is not Course.AS_USUAL
    assert told <= 8


# Shades


def test_a_dip_is_shaded_from_its_first_lower_rating_to_the_day_it_was_over() -> None:
    found = seen(*rated([*GOOD_YEAR, 3, 3, 2, 3, 6, 6, 6, 6, 6]))
    (dip,) = found.dips
    assert dip.first == ago(8 * 7)
    assert ago(4 * 7) <= dip.last <= ago(7)


def test_a_dip_that_lasts_is_the_one_that_the_app_tells_and_lately_tells_it_too() -> None:
    calls = rated([*GOOD_YEAR, 3, 3, 2])
    found = seen(*calls)
    (told,) = [one for one in on(TODAY, calls) if isinstance(one, Dip)]
    assert found.dips == (Span(told.since, TODAY),)
    assert found.lately is not None
    assert (found.lately.course, found.lately.since) == (Course.LESS_CLOSE, told.since)


def test_a_dip_that_began_before_the_span_is_shaded_from_its_beginning() -> None:
    found = seen(*rated([*GOOD_YEAR, *[2, 3] * 6]), days=20)
    assert found.dips[0].first == ago(20)


def test_what_was_brought_in_late_is_shaded_too() -> None:
    calls = rated([*GOOD_YEAR, 3, 3, 2, 3, 6, 6, 6, 6, 6])
    late = [replace(call, logged=when(TODAY)) for call in calls]
    assert seen(*late).dips == seen(*calls).dips


def test_a_dip_is_not_shaded_over_years_in_which_nothing_was_rated() -> None:
    before = rated([*GOOD_YEAR, 3, 3, 2], today=ago(1500))
    found = seen(*before, *rated([6] * 3), days=2000)
    assert found.dips[0] == Span(ago(1514), ago(1500))
    assert all(one.first >= ago(14) for one in found.dips[1:])


def test_a_gap_is_shaded_from_the_day_after_the_last_contact() -> None:
    weekly = [contact(ago(60 + 7 * week), closeness=5) for week in range(40)]
    assert seen(*weekly).gaps == (Span(ago(59), TODAY),)
    assert seen(*weekly, contact(ago(5))).gaps == (Span(ago(59), ago(5)),)


def test_a_gap_that_reaches_over_the_ends_of_the_span_is_shaded_within_it() -> None:
    found = closeness_over_time(hole(), Span(ago(1500), ago(1400)))
    assert found.gaps == (Span(ago(1500), ago(1400)),)
    assert not found.curves


def test_days_of_grief_are_neither_dip_nor_gap() -> None:
    calls = rated([*GOOD_YEAR, 3, 3, 2, 3, 3, 3])
    grief = Pause(id="", reason=PauseReason.GRIEF, start=ago(20), end=ago(11))
    (dip,) = seen(*calls).dips
    assert seen(*calls, pauses=[grief]).dips == (Span(dip.first, ago(21)), Span(ago(10), TODAY))
    open_one = replace(grief, start=ago(300), end=None)
    silent = [contact(ago(60 + 7 * week), closeness=5) for week in range(40)]
    assert not seen(*silent, pauses=[open_one]).gaps
    assert not seen(*calls, pauses=[open_one]).dips


def test_no_gap_is_shaded_where_the_distance_was_chosen() -> None:
    silent = [contact(ago(60 + 7 * week), closeness=5) for week in range(40)]
    boundary = Pause(id="", reason=PauseReason.BOUNDARY, start=ago(9))
    assert seen(*silent).gaps == (Span(ago(59), TODAY),)
    assert seen(*silent, pauses=[boundary]).gaps == (Span(ago(59), ago(10)),)
    trip = replace(boundary, reason=PauseReason.TRAVEL)
    assert seen(*silent, pauses=[trip]).gaps == (Span(ago(59), TODAY),)
    calls = rated([*GOOD_YEAR, 3, 3, 2, 3, 3, 3])
    assert seen(*calls, pauses=[boundary]).dips == seen(*calls).dips


def test_tries_and_pauses_of_the_span() -> None:
    begun = [Try(id=f"{day}", suggestion="a-small-hello", begun=when(ago(day))) for day in (3, 40, 900)]
    trip = Pause(id="", reason=PauseReason.TRAVEL, start=ago(30))
    found = seen(*rated(GOOD_YEAR), tries=begun, pauses=[trip])
    assert [(flag.day, flag.id) for flag in found.tries] == [(ago(40), "40"), (ago(3), "3")]
    assert [(one.first, one.last) for one in found.pauses] == [(ago(30), TODAY)]


# The line


def test_all_seven_is_a_flat_line_at_the_end_of_the_scale() -> None:
    found = closeness_over_time(all_seven(), one_year(TODAY))
    (curve,) = found.curves
    assert min(curve.middle) == pytest.approx(7)
    assert found.usual is not None
    assert found.usual.low < found.usual.middle <= found.usual.high == 7
    assert found.lately is not None
    assert found.lately.course is Course.AS_USUAL


def test_the_line_is_broken_over_five_years_of_nothing() -> None:
    known = hole()
    found = closeness_over_time(known, everything(known))
    assert len(found.curves) == 2
    assert found.curves[1].at[0] - found.curves[0].at[-1] > 4 * 365


def test_days_never_move_where_zones_change() -> None:
    found = closeness_over_time(JOURNALS["moved_zones"](), one_year(TODAY))
    ends = {day.toordinal() for day in (ago(357), TODAY)}
    (curve,) = found.curves
    assert {int(curve.at[0]), int(curve.at[-1])} == ends


def test_panning_by_a_day_hardly_moves_the_line() -> None:
    known = four_hundred()
    one, other = (closeness_over_time(known, Span(ago(365 + by), ago(by))).curves[0] for by in (100, 101))
    day = float((TODAY - timedelta(300)).toordinal())
    middles = [
        min(zip(curve.at, curve.middle, strict=True), key=lambda place: abs(place[0] - day))[1]
        for curve in (one, other)
    ]
    assert middles[0] == pytest.approx(middles[1], abs=0.15)
