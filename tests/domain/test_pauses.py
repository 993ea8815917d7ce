from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from reconnect_desktop.domain.change import delete, edit
from reconnect_desktop.domain.pauses import PausedDays, end_now
from reconnect_desktop.domain.records import Pause, PauseReason
from tests.making import TODAY, ago


def pause(start: date, end: date | None = None) -> Pause:
    return Pause(id=f"{start} {end}", reason=PauseReason.TRAVEL, start=start, end=end)


PAUSES = st.lists(
    st.builds(
        lambda start, length: pause(ago(start), None if length is None else ago(start) + timedelta(length)),
        st.integers(0, 100),
        st.none() | st.integers(0, 40),
    ),
    max_size=6,
)


def test_without_pauses_every_day_counts() -> None:
    assert PausedDays([]).counted(ago(19), TODAY) == 19


def test_both_ends_of_a_pause_are_left_out() -> None:
    assert PausedDays([pause(ago(10), ago(4))]).counted(ago(19), TODAY) == 12


def test_an_open_pause_stops_the_clock_from_its_start() -> None:
    assert PausedDays([pause(ago(10))]).counted(ago(19), TODAY) == 8


@given(PAUSES, st.integers(0, 120), st.integers(0, 120))
def test_it_counts_the_days_that_no_pause_covers(pauses: list[Pause], one: int, other: int) -> None:
    earlier, later = sorted((ago(one), ago(other)))
    days = [earlier + timedelta(day) for day in range(1, (later - earlier).days + 1)]
    free = sum(not any(pause.covers(day) for pause in pauses) for day in days)
    assert PausedDays(pauses).counted(earlier, later) == free


def test_a_pause_that_ends_now_had_yesterday_as_its_last_day() -> None:
    open_one = pause(ago(10))
    assert end_now(open_one, TODAY) == edit(open_one, replace(open_one, end=ago(1)))
    planned = pause(ago(1), TODAY + timedelta(days=7))
    assert end_now(planned, TODAY) == edit(planned, replace(planned, end=ago(1)))


def test_a_pause_that_began_today_and_ends_now_was_none() -> None:
    begun_today = pause(TODAY, TODAY + timedelta(days=7))
    assert end_now(begun_today, TODAY) == delete(begun_today)
