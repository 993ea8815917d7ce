from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from reconnect_desktop.domain.measures import Medium
from reconnect_desktop.domain.months import Month
from reconnect_desktop.domain.trends.by_month import ContactsByMonth, MonthOfContacts
from reconnect_desktop.domain.trends.calendar import CalendarOfDays, Day
from reconnect_desktop.domain.trends.closeness import ClosenessOverTime, Curve, Dot
from reconnect_desktop.domain.trends.gaps import Between, GapsOverTime
from reconnect_desktop.domain.trends.going_with import By, GoingWithCloseness, Group
from reconnect_desktop.domain.trends.mood import MoodBeside, MoodDot, Noted
from reconnect_desktop.domain.trends.path import OftenAndClose, Step
from reconnect_desktop.domain.trends.span import Span
from reconnect_desktop.output import trend_tables as tables
from tests.making import TODAY, ago
from tests.output.speaking import speaking_pseudo, untranslated

SPAN = Span(ago(90), TODAY)
NOON = datetime(2026, 11, 8, 12)
AT = NOON.toordinal() + 0.5
LINE = Curve((AT - 1, AT + 1), (4.0, 5.0), (3.0, 4.0), (5.0, 6.0))


def test_closeness_stands_beside_where_it_tended() -> None:
    dots = (Dot(NOON, Medium.CALL, 5, "a"), Dot(NOON.replace(day=1), Medium.VISIT, 7, "b"))
    value = ClosenessOverTime(
        span=SPAN, dots=dots, curves=(LINE,), usual=None, lately=None, missing=0, dips=(), gaps=(), pauses=(),
        tries=(), unrated=0,
    )  # fmt: skip
    assert tables.closeness_table(value) == (
        ("Day", "Medium", "Closeness", "Around then"),
        (("8 Nov 2026", "Call", "5", "4.5 (3.5 to 5.5)"), ("1 Nov 2026", "In person", "7", "")),
    )


def test_a_gap_that_lasts_has_no_end() -> None:
    found = (Between(ago(9), ago(6), 3, False, False), Between(ago(6), TODAY, 1_006, True, True))
    value = GapsOverTime(span=SPAN, gaps=found, usual=3, earlier=None, median=3, missing=0, rhythm=None)
    assert tables.gaps_table(value).rows == (
        ("13 Nov 2026", "16 Nov 2026", "3", ""),
        ("16 Nov 2026", "so far", "1,006", "longer"),
    )


def test_months_have_a_cell_for_each_medium_and_each_length() -> None:
    month = MonthOfContacts(
        month=Month(2026, 11), contacts={Medium.CALL: 2, Medium.VISIT: 1}, minutes={Medium.VISIT: 90}, unknown=2,
        whole=False,
    )  # fmt: skip
    value = ContactsByMonth(span=SPAN, months=(month,), media=(Medium.CALL, Medium.VISIT))
    table = tables.months_table(value)
    assert table.rows == (("November 2026, in part", "2", "1", "3", "0", "1 h 30 min", "1 h 30 min", "2"),)
    assert len(table.headings) == len(table.rows[0])


def test_days_in_touch_that_are_not_rated_say_so() -> None:
    days = (Day(ago(1), 2, 1, 5, ("a", "b")), Day(TODAY, 1, 0, None, ("c",)))
    value = CalendarOfDays(span=SPAN, days=days, counted=90, pauses=())
    assert tables.calendar_table(value).rows == (("21 Nov 2026", "2", "5"), ("22 Nov 2026", "1", "unrated"))


def test_groups_of_too_few_are_named_without_a_number() -> None:
    value = GoingWithCloseness(
        span=SPAN, groups=(Group(By.MEDIUM, "visit", 6, 5.5, 7, 14),), too_few={By.TAG: ("walk",), By.MOOD: ("1",)},
        overall=5, count=14, drained_left_out=False, left_out=0,
    )  # fmt: skip
    assert tables.going_with_table(value).rows == (
        ("How", "Visits", "6", "5.5 to 7", "14"),
        ("Tags", "walk", "too few to say", "", ""),
        ("My mood", "Very low", "too few to say", "", ""),
    )


def test_months_with_too_little_to_say_stand_among_the_others() -> None:
    steps = tuple(
        Step(month=Month(2026, month), days_in_touch=9.5, closeness=5, rated=8) for month in (8, 10)
    )
    value = OftenAndClose(span=SPAN, steps=steps, thin=(Month(2026, 9),))
    assert tables.path_table(value).rows == (
        ("August 2026", "9.5", "5", "8"),
        ("September 2026", "", "too little to say", ""),
        ("October 2026", "9.5", "5", "8"),
    )


def test_moods_and_ratings_stand_in_the_order_of_time() -> None:
    value = MoodBeside(
        span=SPAN, moods=(Noted(AT, 4, MoodDot.INTERACTION, "a"), Noted(AT + 0.2, 2, MoodDot.CHECK_IN, "")),
        dots=(Dot(NOON, Medium.CALL, 5, "a"),), mood_curves=(), closeness_curves=(LINE,), pairs=1, agreement=None,
        low=None, high=None, together=None, missing=7,
    )  # fmt: skip
    assert tables.mood_table(value).rows == (
        ("8 Nov 2026", "Good", "", "", "4.5 (3.5 to 5.5)"),
        ("8 Nov 2026", "", "5", "", "4.5 (3.5 to 5.5)"),
        ("8 Nov 2026", "Low (check-in)", "", "", "4.6 (3.6 to 5.6)"),
    )


def _all_tables() -> Iterator[tables.Table]:
    dots = (Dot(NOON, Medium.CALL, 5, "a"),)
    curves = (LINE,)
    yield tables.closeness_table(
        ClosenessOverTime(
            span=SPAN, dots=dots, curves=curves, usual=None, lately=None, missing=0, dips=(), gaps=(), pauses=(),
            tries=(), unrated=0,
        )
    )  # fmt: skip
    gaps = (Between(ago(9), ago(6), 3, False, False), Between(ago(6), TODAY, 1_006, True, True))
    yield tables.gaps_table(
        GapsOverTime(span=SPAN, gaps=gaps, usual=3, earlier=None, median=3, missing=0, rhythm=None)
    )
    month = MonthOfContacts(
        month=Month(2026, 11), contacts={Medium.CALL: 1204}, minutes={Medium.CALL: 90}, unknown=2, whole=False
    )
    yield tables.months_table(ContactsByMonth(span=SPAN, months=(month,), media=tuple(Medium)))
    days = (Day(ago(1), 2, 1, 5, ("a", "b")), Day(TODAY, 1, 0, None, ("c",)))
    yield tables.calendar_table(CalendarOfDays(span=SPAN, days=days, counted=90, pauses=()))
    yield tables.going_with_table(
        GoingWithCloseness(
            span=SPAN, groups=(Group(By.MEDIUM, "visit", 6, 5.5, 7, 1204),), too_few={By.MOOD: ("1",)}, overall=5,
            count=14, drained_left_out=False, left_out=0,
        )
    )  # fmt: skip
    step = Step(month=Month(2026, 8), days_in_touch=9.5, closeness=5, rated=8)
    yield tables.path_table(OftenAndClose(span=SPAN, steps=(step,), thin=(Month(2026, 9),)))
    yield tables.mood_table(
        MoodBeside(
            span=SPAN, moods=(Noted(AT + 0.2, 2, MoodDot.CHECK_IN, ""),), dots=dots, mood_curves=(),
            closeness_curves=curves, pairs=1, agreement=None, low=None, high=None, together=None, missing=7,
        )
    )  # fmt: skip


def test_every_cell_is_said_in_the_language_spoken() -> None:
    with speaking_pseudo():
        cells = [cell for table in _all_tables() for row in (table.headings, *table.rows) for cell in row]
        assert not any(map(untranslated, cells)), cells
        assert cells.count("1.204") == 3
        assert "1.006" in cells
