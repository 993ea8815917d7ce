from __future__ import annotations

from datetime import date, timedelta

import pytest

from reconnect_desktop.domain import usual
from reconnect_desktop.domain.contacts import as_contacts
from reconnect_desktop.domain.interaction import Interaction, Medium
from reconnect_desktop.domain.records import Pause, PauseReason
from reconnect_desktop.domain.rhythm import Interval, Rhythm
from reconnect_desktop.domain.signals import Dip, Gap, Of, Signal, Watch, on, replay
from reconnect_desktop.domain.when import parse
from tests.making import TODAY, ago, contact, rated

GOOD_YEAR = [6, 5, 6, 6, 5, 7, 6, 5, 6, 6] * 4


def weekly(count: int, *, last: int = 0, medium: Medium = Medium.CALL) -> list[Interaction]:
    """A call a week, the last one so many days ago."""
    return [contact(ago(last + 7 * week), medium=medium) for week in range(count)]


def the_gap(signals: frozenset[Signal]) -> Gap:
    (gap,) = [one for one in signals if isinstance(one, Gap)]
    return gap


def the_dip(signals: frozenset[Signal]) -> Dip:
    (dip,) = [one for one in signals if isinstance(one, Dip)]
    return dip


def pause(start: date, end: date | None = None) -> Pause:
    return Pause(id=f"{start} {end}", reason=PauseReason.TRAVEL, start=start, end=end)


def days_until_today(count: int) -> list[date]:
    return [ago(day) for day in range(count, -1, -1)]


# Gaps


def test_a_steady_weekly_caller_goes_silent() -> None:
    calls = weekly(40, last=24)
    assert not on(ago(24 - 8), calls)
    gap = the_gap(on(TODAY, calls))
    assert (gap.since, gap.days, gap.usual, gap.of, gap.fine) == (ago(24), 24, 7, Of.CONTACT, None)
    assert ago(24 - 8) < gap.began < ago(24 - 21)
    assert gap.years > 1


def test_it_comes_on_once_and_clears_with_the_next_contact() -> None:
    calls = [*weekly(40, last=60), contact(ago(20))]
    days = [ago(day) for day in range(60, 15, -1)]
    told = replay(calls, (), days)
    began = {the_gap(signals).began for signals in told if signals}
    assert len(began) == 1
    assert [bool(signals) for signals in told] == [min(began) <= day < ago(20) for day in days]


def test_an_irregular_caller_is_given_more_time_than_a_regular_one() -> None:
    gaps = [1, 13, 4, 15, 2, 9, 1, 16, 5, 4] * 4  # 7 on average
    days = [20 + sum(gaps[:place]) for place in range(len(gaps))]
    irregular = [contact(ago(day)) for day in days]
    assert on(TODAY, weekly(40, last=20))
    assert not on(TODAY, irregular)


def test_nothing_is_said_before_three_gaps_are_finished() -> None:
    assert not on(TODAY, weekly(3, last=300))
    assert on(TODAY, weekly(4, last=300))
    assert not on(TODAY, [])


def test_a_trip_without_a_pause_is_a_gap_and_with_one_is_none() -> None:
    calls = weekly(40, last=24)
    trip = pause(ago(22), ago(2))
    assert on(TODAY, calls)
    assert not on(TODAY, calls, [trip])
    later = the_gap(on(TODAY + timedelta(20), calls, [trip]))
    assert later.days == 44 - 21


def test_a_finished_gap_is_measured_without_its_pause() -> None:
    calls = [*weekly(5), *weekly(30, last=28 + 60)]
    trip = pause(ago(28 + 55), ago(28 + 3))
    silent = TODAY + timedelta(25)
    with_trip = the_gap(on(silent, calls, [trip]))
    assert with_trip.usual == 7
    assert usual.gap(calls, TODAY, [trip]).usual == 7


@pytest.mark.parametrize(
    "pauses",
    [
        [pause(ago(400))],
        [pause(ago(400), ago(1)), pause(ago(300), ago(200)), pause(ago(250), TODAY)],
        [pause(ago(30), ago(10)), pause(ago(20), TODAY), pause(ago(21), ago(19))],
    ],
    ids=["open, over everything", "nested, over everything", "overlapping, over the silence"],
)
def test_pauses_that_overlap_nest_or_cover_everything(pauses: list[Pause]) -> None:
    assert not on(TODAY, weekly(40, last=24), pauses)


def test_talks_that_stop_while_messages_go_on() -> None:
    messages = [contact(ago(day), medium=Medium.MESSAGE, time="20:00") for day in range(0, 280, 2)]
    found = the_gap(on(TODAY, weekly(35, last=35) + messages))
    assert (found.of, found.since, found.days, found.usual) == (Of.TALKS, ago(35), 35, 7)


def test_one_silence_is_told_once() -> None:
    calls = weekly(35, last=35)
    messages = [contact(ago(35 + day), medium=Medium.MESSAGE, time="20:00") for day in range(0, 280, 2)]
    assert the_gap(on(TODAY, calls + messages)).of is Of.CONTACT


def test_who_hardly_talks_is_not_told_so() -> None:
    messages = [contact(ago(day), medium=Medium.MESSAGE, time="20:00") for day in range(0, 900, 2)]
    visits = [contact(ago(day), medium=Medium.VISIT) for day in (150, 340, 420, 600, 820)]
    assert not on(TODAY, messages + visits)


def test_letters_end_a_gap_but_are_no_talk() -> None:
    letters = [contact(ago(day), medium=Medium.LETTER, time="20:00") for day in range(0, 36, 5)]
    assert the_gap(on(TODAY, weekly(35, last=35) + letters)).of is Of.TALKS


def test_five_years_of_silence_are_a_gap_all_along() -> None:
    calls = weekly(40, last=1826)
    gap = the_gap(on(TODAY, calls))
    assert gap.days == 1826
    assert gap.years == 100
    back = [*calls, contact(TODAY)]
    assert not on(TODAY, back)


# The rhythm


def test_beyond_still_fine_is_a_gap_from_the_next_day() -> None:
    rhythm = Rhythm(contact=Interval(7, 14))
    calls = weekly(2, last=14)
    assert not on(TODAY, calls, (), rhythm)
    gap = the_gap(on(TODAY + timedelta(1), calls, (), rhythm))
    assert (gap.fine, gap.days, gap.began, gap.years) == (14, 15, TODAY + timedelta(1), 0)


def test_the_rhythm_names_itself_where_the_usual_says_the_same() -> None:
    gap = the_gap(on(TODAY, weekly(40, last=24), (), Rhythm(contact=Interval(7, 14))))
    assert gap.fine == 14
    assert gap.years > 1
    assert the_gap(on(TODAY, weekly(40, last=24), (), Rhythm(contact=Interval(7, 30)))).fine is None


def test_before_any_gap_is_finished_the_rhythm_is_the_usual() -> None:
    assert the_gap(on(TODAY, weekly(1, last=20), (), Rhythm(contact=Interval(9, 14)))).usual == 9


def test_pauses_stop_the_clock_of_the_rhythm() -> None:
    rhythm = Rhythm(contact=Interval(7, 14))
    assert on(TODAY, weekly(2, last=20), (), rhythm)
    assert not on(TODAY, weekly(2, last=20), [pause(ago(10), ago(3))], rhythm)


def test_a_rhythm_of_one_medium_is_no_signal() -> None:
    rhythm = Rhythm(by_medium=((Medium.CALL, Interval(1, 2)),))
    assert not on(TODAY, weekly(40, last=6), (), rhythm)


# Dips


def test_a_dip_after_a_good_year() -> None:
    dip = the_dip(on(TODAY, rated([*GOOD_YEAR, 3, 3, 2])))
    assert dip.count == 3
    assert dip.recent == pytest.approx(8 / 3)
    assert dip.since == ago(14)
    assert dip.began == ago(7)
    before = rated(GOOD_YEAR)
    assert dip.usual == pytest.approx(usual.usual_closeness([one.closeness or 0 for one in before]))


def test_it_agrees_with_what_today_says_of_the_last_four() -> None:
    ratings = rated([*GOOD_YEAR, 4, 3, 3, 2])
    dip = the_dip(on(TODAY, ratings))
    today = usual.closeness(ratings, TODAY)
    assert dip.count == 4
    assert dip.recent == pytest.approx(today.recent)
    assert dip.usual == pytest.approx(today.usual)


def test_it_clears_when_closeness_comes_back() -> None:
    told = replay(rated([*GOOD_YEAR, 3, 3, 2, 3, 6, 6, 5, 6]), (), days_until_today(80))
    shown = [bool(signals) for signals in told]
    first, cleared = shown.index(True), 80 - shown[::-1].index(True)
    assert all(shown[first : cleared + 1])
    assert ago(80 - first) <= ago(28)
    assert ago(80 - cleared) < TODAY


@pytest.mark.parametrize("always", [7, 4, 1])
def test_who_always_gives_the_same_is_told_nothing(always: int) -> None:
    assert not on(TODAY, rated([always] * 60))


def test_for_who_always_gives_seven_three_fives_say_something() -> None:
    dip = the_dip(on(TODAY, rated([7] * 60 + [5, 5, 5])))
    assert dip.recent == 5
    assert dip.usual == pytest.approx(7)


def test_one_bad_talk_is_no_dip() -> None:
    assert not on(TODAY, rated([*GOOD_YEAR, 1]))


def test_nothing_is_said_of_closeness_before_eight_ratings() -> None:
    assert not on(TODAY, rated([7, 7, 7, 7, 1, 1, 1]))
    assert on(TODAY, rated([7, 7, 7, 7, 7, 1, 1, 1]))


def test_unrated_ones_neither_count_nor_break_the_window() -> None:
    ratings = rated([*GOOD_YEAR, 3, 3, 2])
    between = [contact(ago(day), medium=Medium.MESSAGE) for day in (3, 10, 17)]
    assert the_dip(on(TODAY, ratings + between)) == the_dip(on(TODAY, ratings))


def test_ratings_of_one_afternoon_say_less_than_those_of_weeks() -> None:
    mixed = [6, 4, 7, 5, 6, 3, 7, 6, 5, 6] * 4
    good = rated(mixed, today=ago(7))
    hours = {"10:00": 4, "12:00": 3, "14:00": 3}
    at_once = [contact(TODAY, time=hour, closeness=closeness) for hour, closeness in hours.items()]
    assert on(TODAY, rated([*mixed, 4, 3, 3]))
    assert not on(TODAY, good + at_once)


def test_a_pause_does_not_touch_ratings() -> None:
    ratings = rated([*GOOD_YEAR, 3, 3, 2])
    assert the_dip(on(TODAY, ratings, [pause(ago(60))])) == the_dip(on(TODAY, ratings))


# What was known when


def test_a_late_entry_counts_from_the_day_it_was_written_down() -> None:
    late = contact(ago(10), logged=parse(f"{ago(2)}T09:00", "Europe/Berlin"))
    calls = [*weekly(40, last=30), late]
    days = days_until_today(12)
    told = replay(calls, (), days)
    assert [bool(signals) for signals in told] == [day < ago(2) for day in days]
    assert told[:10] == replay(calls[:-1], (), days)[:10]


def test_what_was_written_down_before_it_happened_counts_when_it_happens() -> None:
    early = contact(TODAY, logged=parse(f"{ago(5)}T09:00", "Europe/Berlin"))
    calls = [*weekly(40, last=30), early]
    assert on(ago(1), calls)
    assert not on(TODAY, calls)


def test_a_dip_that_was_shown_is_not_unshown_by_a_late_entry() -> None:
    ratings = rated([*GOOD_YEAR, 3, 3, 2], today=ago(10))
    late = [
        contact(ago(9 - day), closeness=6, logged=parse(f"{ago(3)}T09:00", "Europe/Berlin"))
        for day in range(6)
    ]
    days = days_until_today(10)
    told = [any(one.kind == "dip" for one in signals) for signals in replay(ratings + late, (), days)]
    assert told == [day < ago(3) for day in days]


def test_a_message_history_of_one_day_and_equal_moments() -> None:
    history = [contact(ago(40), id=f"{place}", medium=Medium.MESSAGE) for place in range(3000)]
    same_id = [contact(ago(day), id="same", closeness=5) for day in range(60, 40, -1)]
    assert not on(ago(39), history + same_id)
    assert replay(history + same_id, (), days_until_today(70))[-1] == on(TODAY, history + same_id)


def test_local_days_that_go_backwards() -> None:
    """Flying west over the date line, the later call has the earlier local day."""
    zones = [("2026-11-22T08:00", "Pacific/Kiritimati"), ("2026-11-21T10:00", "Pacific/Honolulu")]
    calls = weekly(40, last=8) + [
        contact(TODAY).__class__(
            id=zone, when=parse(local, zone), logged=parse(local, zone), medium=Medium.CALL, closeness=5
        )
        for local, zone in zones
    ]
    assert not on(TODAY, calls)
    assert the_gap(on(TODAY + timedelta(30), calls)).since == TODAY


def test_days_before_the_first_contact_are_silent() -> None:
    assert replay(weekly(4), (), [ago(900), ago(800), ago(30)]) == [frozenset()] * 3


def test_the_order_of_the_interactions_does_not_matter() -> None:
    everything = rated([*GOOD_YEAR, 3, 3, 2], today=ago(30))
    assert on(TODAY, everything) == on(TODAY, everything[::-1]) == on(TODAY, as_contacts(everything))
    assert {one.kind for one in on(TODAY, everything)} == {"dip", "gap"}


def test_days_go_forward() -> None:
    watch = Watch(weekly(40))
    watch.on(TODAY)
    with pytest.raises(ValueError, match="forward"):
        watch.on(ago(1))
