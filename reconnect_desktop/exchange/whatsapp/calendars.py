"""The day that three numbers are, in the calendars that phones can be set to.

Years tell calendars apart: 2026 is also 2569 (Buddhist), 1405 (Persian), 1948 (Indian national), 115 (Minguo) and 8 (Reiwa). Years
of the Islamic calendar stand for no day that could be told exactly: its months follow the moon as it was seen.
"""

# ruff: noqa: RUF001 - the names of eras
from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from reconnect_desktop.exchange.date_order import DateOrder


class Era(Enum):
    """How years are counted."""

    COMMON = "common"
    BUDDHIST = "buddhist"
    HEISEI = "heisei"
    REIWA = "reiwa"
    MINGUO = "minguo"
    PERSIAN = "persian"
    SAKA = "saka"
    ISLAMIC = "islamic"


# What stands beside a year, small and without dots.
_NAMES: Mapping[Era, str] = {
    Era.COMMON: "ad ce n.e. คศ 公元 西元 西暦 서기 ميلادي",
    Era.BUDDHIST: "be พศ พุทธศักราช 佛历 佛曆 仏暦 불기",
    Era.HEISEI: "h heisei 平成 平",
    Era.REIWA: "r reiwa 令和 令",
    Era.MINGUO: "minguo roc 民國 民国",
    Era.PERSIAN: "ap هش خورشیدی",
    Era.SAKA: "saka शक",
    Era.ISLAMIC: "ah هـ ه هجري هق",
}
_ERAS = {name.replace(".", ""): era for era, names in _NAMES.items() for name in names.split()}
_LATER = {
    Era.COMMON: 0,
    Era.BUDDHIST: -543,
    Era.HEISEI: 1988,
    Era.REIWA: 2018,
    Era.MINGUO: 1911,
    Era.SAKA: 78,
    Era.PERSIAN: 0,
}
# Of years that stand there without the name of an era.
_YEARS = (
    (range(98, 200), Era.MINGUO),
    (range(1380, 1430), Era.PERSIAN),
    (range(1430, 1500), Era.ISLAMIC),
    (range(1930, 1970), Era.SAKA),
    (range(1970, 2200), Era.COMMON),
    (range(2500, 2700), Era.BUDDHIST),
)
EARLIEST = 2009  # WhatsApp's first year, before which no year of two digits can lie
_LATEST = 2051
_THAI, _PERSIAN = "๐๑๒๓๔๕๖๗๘๙", "۰۱۲۳۴۵۶۷۸۹"
_NOWRUZ_1387 = date(2008, 3, 20).toordinal()
_PERSIAN_LEAP = frozenset((1, 5, 9, 13, 17, 22, 26, 30))  # of each 33 years
ISLAMIC_DAY = -1


def era_of(word: str) -> Era | None:
    """The era that has this name, or None."""
    return _ERAS.get(word.replace(".", "").casefold())


class Day(NamedTuple):
    """Three numbers that are a day, in an order that isn't known yet.

    year: the place of one with which the name of an era stands; written: as the file has it; sign: what stands between them.
    """

    numbers: tuple[str, str, str]
    year: int | None
    era: Era | None
    written: str
    sign: str


@lru_cache(maxsize=8192)
def day_number(written: Day, order: DateOrder) -> int | None:
    """The day in this order, as `date.toordinal` counts; ISLAMIC_DAY for one of that calendar; None if it is no day."""
    year, month, day = _in_order(written.numbers, order)
    if written.year is not None and (written.year == 0) != (order is DateOrder.YEAR_FIRST):
        return None
    if len(month) > 2 or len(day) > 2:
        return None
    read = _year(year, written.era)
    if read is None:
        return None
    number, calendar = read
    if calendar is Era.ISLAMIC:
        return ISLAMIC_DAY
    if calendar is Era.PERSIAN:
        return _persian(number, int(month), int(day))
    if calendar is Era.SAKA:
        return _saka(number, int(month), int(day))
    return _common(number + _LATER[calendar], int(month), int(day))


def _in_order(numbers: tuple[str, str, str], order: DateOrder) -> tuple[str, str, str]:
    first, second, third = numbers
    if order is DateOrder.YEAR_FIRST:
        return first, second, third
    return (third, second, first) if order is DateOrder.DAY_FIRST else (third, first, second)


def _year(digits: str, era: Era | None) -> tuple[int, Era] | None:
    number = int(digits)
    if era is not None and era is not Era.COMMON:
        return (number, era) if len(digits) != 2 or era in (Era.HEISEI, Era.REIWA) else _short(digits, era)
    if len(digits) <= 2:
        return _short(digits, None)
    return next(((number, its) for years, its in _YEARS if number in years), None)


def _short(digits: str, era: Era | None) -> tuple[int, Era] | None:
    """Of a year's last two digits."""
    number = int(digits)
    if len(digits) == 1:
        return None
    if era is Era.MINGUO:
        return number, era
    if era is Era.BUDDHIST or (era is None and (digits[0] in _THAI or 52 <= number < 88)):
        return 2500 + number, Era.BUDDHIST
    if era is Era.PERSIAN or (digits[0] in _PERSIAN and not EARLIEST - 2000 <= number < 52):
        return (1300 if number >= 80 else 1400) + number, Era.PERSIAN
    year = 2000 + number
    return (year, Era.COMMON) if EARLIEST <= year <= _LATEST else None


def _common(year: int, month: int, day: int) -> int | None:
    try:
        return date(year, month, day).toordinal()
    except (ValueError, OverflowError):
        return None


def _persian(year: int, month: int, day: int) -> int | None:
    """Six months of 31 days, five of 30, and one of 29 or 30; leap years by the cycle that holds until 1472."""
    longest = 31 if month <= 6 else 30 if month <= 11 or year % 33 in _PERSIAN_LEAP else 29
    if not (1387 <= year <= 1472 and 1 <= month <= 12 and 1 <= day <= longest):
        return None
    leaps = sum(past % 33 in _PERSIAN_LEAP for past in range(1387, year))
    before = (month - 1) * 30 + min(month - 1, 6)
    return _NOWRUZ_1387 + (year - 1387) * 365 + leaps + before + day - 1


def _saka(year: int, month: int, day: int) -> int | None:
    """The year begins on 22 March, or 21 in leap years, of which the first month is a day longer; then five of 31 days, six of 30."""
    begun = _common(year + 78, 3, 22)
    if begun is None or not (1 <= month <= 12):
        return None
    leap = _common(year + 78, 2, 29) is not None
    lengths = [31 if leap else 30, *[31] * 5, *[30] * 6]
    if not 1 <= day <= lengths[month - 1]:
        return None
    return begun - leap + sum(lengths[: month - 1]) + day - 1
