from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconnect_desktop.domain.errors import Invalid
from reconnect_desktop.domain.quiet_hours import QuietHours
from reconnect_desktop.domain.reminding import (
    EVERY_CHOICES,
    Told,
    Wish,
    heeded,
    next_reason,
    put_off,
    read_told,
    shown,
    write_told,
)
from reconnect_desktop.domain.when import When, parse

WISH = Wish(on=True, every=3, hours=QuietHours(17, 20), quiet=QuietHours(22, 7))
MONDAY = date(2026, 11, 9)


def at(day: date, hour: int = 18) -> When:
    return parse(f"{day.isoformat()}T{hour:02}:30:00+00:00", "Europe/London")


def days(count: int) -> date:
    return MONDAY + timedelta(days=count)


def test_it_is_off_until_wanted() -> None:
    assert next_reason(["a"], replace(WISH, on=False), Told(), at(MONDAY)) is None
    assert next_reason(["a"], WISH, Told(), at(MONDAY)) == "a"
    assert next_reason([], WISH, Told(), at(MONDAY)) is None


@pytest.mark.parametrize(("hour", "may"), [(16, False), (17, True), (19, True), (20, False), (23, False)])
def test_it_keeps_to_the_hours_that_were_chosen(hour: int, may: bool) -> None:
    assert (next_reason(["a"], WISH, Told(), at(MONDAY, hour)) == "a") is may


def test_hours_from_and_until_the_same_are_all_hours() -> None:
    assert next_reason(["a"], replace(WISH, hours=QuietHours(9, 9)), Told(), at(MONDAY, 13)) == "a"


def test_quiet_hours_come_first() -> None:
    late = replace(WISH, hours=QuietHours(20, 24 - 1))
    assert next_reason(["a"], late, Told(), at(MONDAY, 21)) == "a"
    assert next_reason(["a"], late, Told(), at(MONDAY, 22)) is None


def test_there_is_one_in_so_many_days_and_never_the_same_again() -> None:
    told = heeded(shown(Told(), "a", MONDAY))
    assert next_reason(["b"], WISH, told, at(days(2))) is None
    assert next_reason(["b"], WISH, told, at(days(3))) == "b"
    assert next_reason(["a", "b"], WISH, told, at(days(3))) == "b"
    assert next_reason(["a"], WISH, told, at(days(300))) is None


def test_two_that_were_left_alone_double_the_rest() -> None:
    told = shown(shown(Told(), "a", days(-3)), "b", MONDAY)
    assert next_reason(["c"], WISH, told, at(days(5))) is None
    assert next_reason(["c"], WISH, told, at(days(6))) == "c"
    assert next_reason(["c"], WISH, heeded(told), at(days(3))) == "c"


def test_not_today_means_not_this_week() -> None:
    told = put_off(heeded(shown(Told(), "a", MONDAY)), MONDAY)
    assert next_reason(["b"], WISH, told, at(days(6))) is None
    assert next_reason(["b"], WISH, told, at(days(7))) == "b"


KEYS = st.text(st.characters(codec="ascii", categories=["L", "N"]), min_size=1, max_size=20)


@given(
    reasons=st.lists(st.tuples(st.integers(0, 60), KEYS), max_size=60), every=st.sampled_from(EVERY_CHOICES)
)
def test_however_many_reasons_there_are_it_stays_seldom(reasons: list[tuple[int, str]], every: int) -> None:
    told, wish, came = Told(), replace(WISH, every=every), []
    for ago, key in sorted(reasons):
        reason = next_reason([key], wish, told, at(days(ago)))
        if reason:
            told = shown(told, reason, days(ago))
            came.append(ago)
        assert read_told(write_told(told)) == told
    assert all(later - before >= every for before, later in pairwise(came))


def test_what_cannot_be_read_is_refused() -> None:
    with pytest.raises(Invalid):
        read_told("soon")
