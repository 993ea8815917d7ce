from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconnect_desktop.domain.errors import Invalid
from reconnect_desktop.domain.quiet_hours import QuietHours, read_quiet_hours, write_quiet_hours

HOURS = st.builds(QuietHours, st.integers(0, 23), st.integers(0, 23))


@given(HOURS)
def test_what_is_written_is_read_back(hours: QuietHours) -> None:
    assert read_quiet_hours(write_quiet_hours(hours)) == hours


@pytest.mark.parametrize(
    ("hours", "quiet", "not_quiet"),
    [
        (QuietHours(22, 7), ["22:00", "23:59", "00:00", "06:59"], ["07:00", "12:00", "21:59"]),
        (QuietHours(9, 17), ["09:00", "16:59"], ["08:59", "17:00", "00:00"]),
        (QuietHours(0, 6), ["00:00", "05:59"], ["06:00", "23:59"]),
    ],
)
def test_they_begin_and_end_on_the_hour(hours: QuietHours, quiet: list[str], not_quiet: list[str]) -> None:
    assert all(hours.cover(time.fromisoformat(moment)) for moment in quiet)
    assert not any(hours.cover(time.fromisoformat(moment)) for moment in not_quiet)


@given(st.integers(0, 23), st.times())
def test_from_an_hour_to_the_same_is_never(hour: int, moment: time) -> None:
    assert not QuietHours(hour, hour).cover(moment)


@given(HOURS)
def test_they_are_as_long_as_from_start_to_end(hours: QuietHours) -> None:
    covered = sum(hours.cover(time(hour)) for hour in range(24))
    assert covered == (hours.end - hours.start) % 24


@pytest.mark.parametrize(
    "text",
    [
        "",
        "22",
        "22-",
        "-7",
        "22-7-",
        "24-7",
        "7-24",
        "a-b",
        "22\N{EN DASH}7",
        "22 - 7",
        "022-007",
        "\N{SUPERSCRIPT TWO}-7",
    ],
)
def test_what_is_no_span_of_hours_is_refused(text: str) -> None:
    with pytest.raises(Invalid) as refused:
        read_quiet_hours(text)
    assert refused.value.field == "quiet_hours"
