"""What of the plans is shown and told on a day, and what becomes of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconnect_desktop.domain.change import Change
from reconnect_desktop.domain.errors import Invalid, Why
from reconnect_desktop.domain.interaction import Medium
from reconnect_desktop.domain.plan import Again, Plan, PlanKind
from reconnect_desktop.domain.plans import (
    can_move,
    coming_up,
    her_birthday,
    is_silent,
    move,
    take_off,
    tick_off,
    to_come,
    to_remind,
)
from reconnect_desktop.domain.records import Pause, PauseReason
from reconnect_desktop.domain.recurring import next_day
from tests import strategies
from tests.making import TODAY, ago, when

NOW = when("2026-11-22")
A_DAY = timedelta(days=1)


def planned(days: int, text: str = "Sunday call", **fields: object) -> Plan:
    """A contact so many days from today."""
    made = Plan(id=text, kind=PlanKind.CONTACT, text=text, day=TODAY + timedelta(days), added=NOW)
    return replace(made, **fields)  # type: ignore[arg-type]


def told(days: int, text: str = "Her appointment") -> Plan:
    return planned(days, text, kind=PlanKind.FOLLOW_UP)


def birthday(days: int, text: str = "") -> Plan:
    return planned(days, text, id="birthday", kind=PlanKind.BIRTHDAY, again=Again.YEARLY)


def pause(reason: PauseReason, first: date = TODAY, last: date | None = None) -> Pause:
    return Pause(id="pause", reason=reason, start=first, end=last)


def shown(*plans: Plan, contacts: tuple[date, ...] = ()) -> list[tuple[str, int, bool]]:
    found = coming_up(plans, TODAY, frozenset(contacts), ())
    return [(one.plan.text, (one.day - TODAY).days, one.done) for one in found]


def test_a_plan_is_shown_a_week_ahead() -> None:
    assert shown(planned(7)) == [("Sunday call", 7, False)]
    assert shown(planned(8)) == []


def test_a_birthday_is_told_two_weeks_ahead() -> None:
    assert shown(birthday(14 - 365)) == [("", 14, False)]
    assert shown(birthday(15 - 365)) == []


def test_what_is_sooner_comes_first() -> None:
    late, early = planned(1, "late", time=time(20)), planned(1, "early", time=time(8))
    assert [text for text, _, _ in shown(planned(3), late, early)] == ["early", "late", "Sunday call"]


def test_a_contact_on_its_day_ticks_it_off() -> None:
    assert shown(planned(0), contacts=(TODAY,)) == [("Sunday call", 0, True)]
    assert shown(planned(0), contacts=(ago(1),)) == [("Sunday call", 0, False)]
    assert shown(told(0), contacts=(TODAY,)) == [("Her appointment", 0, False)]


def test_what_passed_is_asked_about_for_two_weeks() -> None:
    assert shown(planned(-14)) == [("Sunday call", -14, False)]
    assert shown(planned(-15)) == []
    assert shown(told(-3)) == [("Her appointment", -3, False)]


def test_nothing_is_asked_of_a_contact_after_which_there_was_one() -> None:
    assert shown(planned(-3), contacts=(ago(3),)) == []
    assert shown(planned(-3), contacts=(ago(1),)) == []
    assert shown(planned(-3), contacts=(ago(4),)) == [("Sunday call", -3, False)]


def test_what_comes_again_asks_nothing_of_what_passed() -> None:
    assert shown(planned(-1, again=Again.WEEKLY)) == [("Sunday call", 6, False)]
    assert shown(planned(-1, again=Again.MONTHLY)) == []


def test_a_date_that_passed_asks_nothing() -> None:
    assert shown(planned(-1, kind=PlanKind.DATE)) == []
    assert shown(birthday(-1)) == []


@pytest.mark.parametrize("reason", [PauseReason.GRIEF, PauseReason.BOUNDARY])
def test_in_grief_and_beside_a_boundary_all_is_silent(reason: PauseReason) -> None:
    plans = [planned(1, remind=True), replace(birthday(1), remind=True), told(-1)]
    assert coming_up(plans, TODAY, frozenset(), [pause(reason)]) == ()
    assert to_remind(plans, TODAY, [pause(reason)]) == ()
    assert to_remind(plans, TODAY, [pause(reason, TODAY + A_DAY)]) == ()
    assert not is_silent(TODAY, [pause(reason, ago(9), ago(1))])


@pytest.mark.parametrize("reason", [PauseReason.TRAVEL, PauseReason.OTHER])
def test_in_other_pauses_plans_are_shown(reason: PauseReason) -> None:
    assert len(coming_up([planned(1)], TODAY, frozenset(), [pause(reason)])) == 1


def test_one_is_reminded_the_day_before_of_what_one_wants_to_be() -> None:
    wanted, other = planned(1, "wanted", remind=True), planned(1, "other")
    assert to_remind([wanted, other], TODAY) == (wanted,)
    assert to_remind([wanted], ago(1)) == ()
    assert to_remind([wanted], TODAY + A_DAY) == ()


def test_what_was_taken_off_reminds_of_nothing() -> None:
    weekly = planned(1 - 7, again=Again.WEEKLY, remind=True)
    assert to_remind([weekly], TODAY) == (weekly,)
    assert to_remind([replace(weekly, settled=TODAY + A_DAY)], TODAY) == ()


@given(st.lists(strategies.plans(), max_size=5), st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_a_reminder_is_of_tomorrow(plans: list[Plan], day: date) -> None:
    due = to_remind(plans, day)
    assert all(plan.remind and next_day(plan, day + A_DAY) == day + A_DAY for plan in due)
    tomorrow = {one.plan.id for one in to_come(plans, day, 1) if one.day > day and one.plan.remind}
    assert {plan.id for plan in due} == tomorrow


@given(st.lists(strategies.plans(), max_size=5), st.dates(date(1900, 1, 1), date(9998, 12, 31)))
def test_what_is_to_come_is_in_order_and_within_the_days(plans: list[Plan], day: date) -> None:
    found = [one.day for one in to_come(plans, day, 40)]
    assert found == sorted(found)
    assert all(0 <= (one - day).days <= 40 for one in found)


@given(st.lists(strategies.plans(), max_size=5), st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_a_plan_is_shown_once_at_most(plans: list[Plan], day: date) -> None:
    found = coming_up(plans, day, frozenset(), ())
    assert len({id(one.plan) for one in found}) == len(found)
    assert all(-14 <= (one.day - day).days <= 14 for one in found)


def after(change: Change) -> Plan:
    assert isinstance(change.after, Plan)
    return change.after


def test_ticked_off_is_gone_until_it_comes_again() -> None:
    weekly = planned(0, again=Again.WEEKLY)
    assert shown(after(tick_off(weekly, TODAY))) == [("Sunday call", 7, False)]
    assert shown(after(tick_off(told(-2), ago(2)))) == []


def test_taken_off_goes_altogether_unless_it_comes_again() -> None:
    assert take_off(planned(0), TODAY).after is None
    weekly = planned(0, again=Again.WEEKLY)
    assert next_day(after(take_off(weekly, TODAY)), TODAY) == TODAY + timedelta(7)


def test_one_that_does_not_come_again_is_moved_itself() -> None:
    (change,) = move(planned(-3), ago(3), TODAY + A_DAY, "new", NOW)
    assert after(change) == planned(1)


def test_one_day_of_a_series_is_moved_and_the_rest_stay() -> None:
    weekly = planned(0, again=Again.WEEKLY, remind=True)
    series, alone = move(weekly, TODAY, TODAY + A_DAY, "new", NOW)
    assert next_day(after(series), TODAY) == TODAY + timedelta(7)
    assert alone.before is None
    assert after(alone) == planned(1, id="new", remind=True)


def test_a_birthday_stays_where_it_is() -> None:
    assert not can_move(birthday(3))
    assert can_move(planned(3))


def test_her_own_birthday_is_the_one_without_a_name() -> None:
    assert her_birthday([birthday(3, "Dad"), planned(1, "")]) is None
    assert her_birthday([birthday(3, "Dad"), birthday(9)]) == birthday(9)


@pytest.mark.parametrize(
    ("fields", "field", "why"),
    [
        ({"text": "x" * 201}, "plan", Why.TOO_LONG),
        ({"text": "two\nlines"}, "plan", Why.UNSTORABLE),
        ({"text": " ", "kind": PlanKind.FOLLOW_UP}, "plan", Why.EMPTY),
        ({"text": "", "kind": PlanKind.DATE}, "plan", Why.EMPTY),
        ({"day": date(1899, 12, 31)}, "day", Why.OUT_OF_RANGE),
        ({"settled": date(9999, 1, 1)}, "settled", Why.OUT_OF_RANGE),
        ({"time": time(8, 0, 30)}, "time", Why.NOT_A_TIME),
        ({"kind": PlanKind.DATE, "medium": Medium.CALL}, "medium", Why.UNKNOWN_WORD),
        ({"kind": PlanKind.BIRTHDAY}, "again", Why.UNKNOWN_WORD),
    ],
)
def test_what_cannot_be_kept_is_refused(fields: dict[str, object], field: str, why: Why) -> None:
    with pytest.raises(Invalid) as caught:
        replace(planned(0), **fields)  # type: ignore[arg-type]
    assert (caught.value.field, caught.value.why) == (field, why)
