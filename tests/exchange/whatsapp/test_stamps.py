"""Stamps, their days in any calendar, and the words of their clocks."""

# ruff: noqa: RUF001 - the words of many languages
from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconnect_desktop.exchange.date_order import DateOrder
from reconnect_desktop.exchange.whatsapp.calendars import ISLAMIC_DAY, Day, Era, day_number
from reconnect_desktop.exchange.whatsapp.day_halves import Part, hour_of_day, part_of_day
from reconnect_desktop.exchange.whatsapp.lines import cut
from reconnect_desktop.exchange.whatsapp.order import DayOrder
from reconnect_desktop.exchange.whatsapp.stamps import Stamp, read_stamp

D, M, Y = DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST, DateOrder.YEAR_FIRST


def stamp(line: str) -> Stamp | None:
    parts = cut(line)
    return read_stamp(parts.stamp) if parts else None


def day(written: str, order: DateOrder) -> str | int | None:
    found = read_stamp(f"{written} 10:00")
    number = day_number(found.day, order) if found else None
    return date.fromordinal(number).isoformat() if number and number > 0 else number


@pytest.mark.parametrize(
    "line",
    [
        "2016-04-29 10:30:00",
        "2024-01-01 10:00:00,123 - root - INFO: started",
        "2016-04-29 10:30:00 INFO main: started - now",
        "12/05/2025 dentist - bring: x",
        "[18/3, 14:56] Ann: Hello",
        "[18:00] Ann: Hello",
        "[1] a note: b",
        "1.2.3 - a release: fixes",
        "10:30 - 11:00 - meeting: b",
        "5/5/5 - a score: b",
        "13/03/2026, 25:00 - Ruth: a",
        "13/03/2026, 10:60 - Ruth: a",
        "13/03-2026, 10:00 - Ruth: a",
        "13/03/20260, 10:00 - Ruth: a",
        "[" * 500,
        "1" * 500,
        "",
    ],
)
def test_what_is_no_stamp(line: str) -> None:
    assert stamp(line) is None


@given(st.text(max_size=80))
def test_nothing_at_the_beginning_of_a_line_is_too_much(text: str) -> None:
    stamp(text)
    stamp(f"[{text}] a: b")
    stamp(f"1/2/{text} - a: b")


@pytest.mark.parametrize(
    ("written", "order", "expected"),
    [
        ("18/3/2565", D, "2022-03-18"),  # Buddhist: 543 years more
        ("18/3/65", D, "2022-03-18"),
        ("๑๘/๓/๖๕", D, "2022-03-18"),
        ("3/18/2565 BE,", M, "2022-03-18"),
        ("R4/3/18", Y, "2022-03-18"),  # Reiwa began in 2019
        ("3/18/R4", M, "2022-03-18"),
        ("3/18/4 R", M, "2022-03-18"),
        ("H31/4/30", Y, "2019-04-30"),  # Heisei began in 1989, and ended then
        ("令和4年3月18日", Y, "2022-03-18"),
        ("民國111/3/18", Y, "2022-03-18"),  # Minguo: 1911 years less
        ("111/3/18", Y, "2022-03-18"),
        ("1400/1/1", Y, "2021-03-21"),  # the Persian year begins with spring
        ("۱۴۰۳/۱/۱", Y, "2024-03-20"),
        ("1403/12/30", Y, "2025-03-20"),  # 1403 was a leap year, 1404 begins the day after
        ("1404/1/1", Y, "2025-03-21"),
        ("1402/12/30", Y, None),
        ("1400/7/31", Y, None),
        ("1/1/1944", D, "2022-03-22"),  # the Indian year too; a day earlier in leap years
        ("1/1/1946", D, "2024-03-21"),
        ("30/12/1943", D, "2022-03-21"),
        ("15/8/1443", D, ISLAMIC_DAY),
        ("15/8/1443 هـ", D, ISLAMIC_DAY),
        ("29/02/2024", D, "2024-02-29"),
        ("29/02/2023", D, None),
        ("31/12/22", D, "2022-12-31"),
        ("31/12/08", D, None),  # before WhatsApp
        ("22/12/31", Y, "2022-12-31"),
        ("31/12/5782", D, None),
    ],
)
def test_days_of_any_calendar(written: str, order: DateOrder, expected: str | int | None) -> None:
    assert day(written, order) == expected


@given(st.dates(date(2009, 1, 1), date(2030, 12, 31)))
def test_every_day_of_the_persian_calendar_is_one_day(at: date) -> None:
    """The days of 22 years follow each other: as many numbers, as many days."""
    found = [number for month in range(1, 13) for number in range(1, 32)
             if day_number(Day((str(at.year - 621), str(month), str(number)), None, None, "", "/"), Y)]  # fmt: skip
    assert len(found) in (365, 366)


def test_persian_years_join_without_a_gap() -> None:
    numbers = [
        number
        for year in range(1388, 1420)
        for month in range(1, 13)
        for at in range(1, 32)
        if (number := day_number(Day((str(year), str(month), str(at)), None, Era.PERSIAN, "", "/"), Y))
    ]
    assert numbers == list(range(date(2009, 3, 21).toordinal(), date(2041, 3, 20).toordinal()))


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (" a. m.", Part.BEFORE_NOON),
        (" p.\u00a0m.", Part.AFTER_NOON),
        ("\u202fPM", Part.AFTER_NOON),
        (" de la tarde", Part.AFTER_NOON),
        (", 下午", Part.AFTER_NOON),
        (" 凌晨", Part.BEFORE_NOON),
        (" 中午", Part.AROUND_NOON),
        (" قبل‌ازظهر", Part.BEFORE_NOON),
        (" ب.ظ.", Part.AFTER_NOON),
        (" रात", Part.NIGHT),
        (" klo ", None),
        (" um  Uhr", None),
        (" น.", None),
        (" г.,  ч.", None),
        (" à ", None),
        (", ", None),
    ],
)
def test_words_for_the_parts_of_the_day(words: str, part: Part | None) -> None:
    assert part_of_day(words) is part


@pytest.mark.parametrize(
    ("hour", "part", "expected"),
    [
        (12, Part.BEFORE_NOON, 0), (12, Part.AFTER_NOON, 12), (1, Part.AFTER_NOON, 13), (0, Part.BEFORE_NOON, 0),
        (12, Part.AROUND_NOON, 12), (11, Part.AROUND_NOON, 11), (1, Part.AROUND_NOON, 13),
        (12, Part.NIGHT, 0), (1, Part.NIGHT, 1), (9, Part.NIGHT, 21), (14, Part.AFTER_NOON, 14), (7, None, 7),
    ],
)  # fmt: skip
def test_hours_of_a_clock_of_twelve(hour: int, part: Part | None, expected: int) -> None:
    assert hour_of_day(hour, part) == expected


def orders(*written: str, latest: str = "") -> tuple[DateOrder, ...]:
    seen = DayOrder()
    for one in written:
        found = read_stamp(f"{one} 10:00")
        assert found
        seen.show(found.day)
    return seen.open(date.fromisoformat(latest).toordinal() if latest else None)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (["03/04/2026", "13/04/2026"], (D,)),  # no month is the 13th
        (["03/04/2026", "04/13/2026"], (M,)),
        (["2026/03/04"], (Y,)),
        (["1/5/26", "2/3/26", "3/1/26"], (M,)),  # day first, they would go back twice
        (["5/1/26", "3/2/26", "1/3/26"], (D,)),
        (["03/04/2026", "05/04/2026"], (D, M)),  # two days apart is likelier than two months
        (["03/04/2026", "03/05/2026"], (M, D)),
        (["04/04/2026"], (D,)),  # the same both ways
        (["03.04.2026"], (D,)),  # nobody writes the month first with dots
        (["03-04-2026"], (D,)),
        (["18/03/22", "19/03/22"], (D,)),  # and not the year: then these were a year apart
        (["22/3/18", "22/3/19"], (Y,)),
        (["18-03-22"], (D, Y)),
        (["22. 3. 18."], (D, Y)),
        (["13/04/2026", "04/05/2026", "99/99/2026"], (D,)),
        (["99/99/2026"], ()),
        ([], ()),
    ],
)
def test_the_order_of_days(written: list[str], expected: tuple[DateOrder, ...]) -> None:
    assert orders(*written) == expected


def test_days_to_come_are_none() -> None:
    assert orders("08/09/2026", "08/12/2026", latest="2026-11-23") == (M,)
    assert orders("18-03-22", "27-03-22", latest="2026-11-23") == (D,)
