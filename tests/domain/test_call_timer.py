from __future__ import annotations

import pytest

from reconnect_desktop.domain.call_timer import CallTimer
from reconnect_desktop.domain.errors import Invalid
from reconnect_desktop.domain.measures import Medium


@pytest.mark.parametrize(
    ("seconds", "minutes"),
    [(0, 0), (29, 0), (31, 1), (90, 2), (25 * 60 + 20, 25), (-3600, 0), (90_000, 1440)],
)
def test_it_tells_whole_minutes(seconds: int, minutes: int) -> None:
    assert CallTimer(1_000_000).minutes(1_000_000 + seconds) == minutes


@pytest.mark.parametrize(("seconds", "length"), [(0, None), (30, None), (31, 1), (600, 10), (-3600, None)])
def test_what_is_over_in_no_time_has_no_length(seconds: int, length: int | None) -> None:
    assert CallTimer(1_000_000).length(1_000_000 + seconds) == length


def test_once_stopped_it_tells_the_same_at_any_time() -> None:
    assert CallTimer(1_000_000, Medium.VIDEO, 1_000_600).minutes(2_000_000) == 10


def test_a_letter_has_no_length() -> None:
    with pytest.raises(Invalid):
        CallTimer(0, Medium.LETTER)
