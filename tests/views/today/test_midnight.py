from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject

from reconnect_desktop.domain.when import at, parse
from reconnect_desktop.views.today.midnight import Midnight, seconds_to_midnight
from tests.fakes import ZONE, FakeClock


@pytest.mark.parametrize(
    ("moment", "hours"),
    [("2026-11-22T18:00", 6), ("2026-10-25T00:00", 25), ("2026-03-29T00:00", 23), ("2026-12-31T23:00", 1)],
)
def test_the_way_to_midnight(moment: str, hours: int) -> None:
    assert seconds_to_midnight(parse(moment, ZONE)) == hours * 3600


@given(st.integers(0, 4_000_000_000), st.sampled_from([ZONE, "America/Sao_Paulo", "Pacific/Apia", ""]))
def test_after_it_another_day_has_begun(timestamp: int, zone: str) -> None:
    now = at(timestamp, zone)
    assert at(now.timestamp + seconds_to_midnight(now), zone).day > now.day


def test_it_tells_once_for_each_new_day(qapp: QObject, clock: FakeClock) -> None:
    told: list[str] = []
    midnight = Midnight(clock, qapp)
    midnight.passed.connect(lambda: told.append(clock().day.isoformat()))
    midnight.look()
    clock.advance(days=3)
    midnight.look()
    midnight.look()
    assert told == ["2026-11-25"]
