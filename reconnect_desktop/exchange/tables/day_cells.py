"""Days as tables write them, with the time if it stands beside them: one cell read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import NamedTuple

from reconnect_desktop.domain.when import When, at, in_zone, parse
from reconnect_desktop.exchange.date_order import DateOrder
from reconnect_desktop.exchange.reader import Choices
from reconnect_desktop.exchange.reading.folding import plain_digits
from reconnect_desktop.exchange.tables.month_names import months_of
from reconnect_desktop.exchange.tables.time_of_day import read_time

CELL_MOST = 60  # characters; a longer one is a text in which a day is spoken of
NOON = time(12)

_ISO = re.compile(r"\d{4}-?\d\d-?\d\d(?!\d)")
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})\s?[./\-年년]\s?(\d{1,2})\s?[./\-月월]\s?(\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(?<![\d.,])((?:19|20)\d\d)(\d\d)(\d\d)(?=$|[T\s])")
_NUMBERS = re.compile(r"(?<!\d)(\d{1,2})\s?([./\-])\s?(\d{1,2})\s?[./\-]\s?(\d{4}|\d{2})(?!\d)")
_WORDS = re.compile(r"[\s\d,/:'()\-]+")
_DIGITS = re.compile(r"(?<![\d:])\d{1,4}(?![\d:])")
_COLON = re.compile(r"\d\s?[:h時时시]\s?\d")
_SERIAL = re.compile(r"(\d{5})(?:[.,](\d{1,15}))?")
_EPOCH = re.compile(r"1\d{9}(?:\d{3})?")
_OFFSET = re.compile(r"\d\s*(?:(?:UTC|GMT)?\s?([+-])(\d\d):?(\d\d)|(?:Z|UTC|GMT))$")
_SPREADSHEET_BEGINS = date(1899, 12, 30)  # day 0 of a spreadsheet's days
_SERIALS = range(10_000, 80_000)  # 1927 to 2119
_YEARS = range(1900, 2200)
_BUDDHIST = range(2443, 2743)  # 543 ahead


class Stamp(NamedTuple):
    """What a cell says. clock: None without a time; offset: seconds east of UTC, or None."""

    day: date
    clock: time | None = None
    offset: int | None = None


class Numbers(NamedTuple):
    """A day in three numbers whose order has to be found out, and what else is in the cell."""

    first: int
    second: int
    third: int
    sign: str
    rest: str


class Named(NamedTuple):
    """A day with the name of its month, whose language has to be found out."""

    day: int
    months: Mapping[str, int]
    year: int
    rest: str


def read_cell(text: str) -> Stamp | Numbers | Named | None:
    """The day in a cell, as far as the cell alone tells it; None where there is none."""
    plain = plain_digits(text.strip())
    if not plain or len(plain) > CELL_MOST or not any(map(str.isdecimal, plain)):
        return None
    return _clear(plain) or _numbers(plain) or _named(plain)


def day_of(cell: Numbers, order: DateOrder) -> date | None:
    """The day that the numbers are in this order, or None where there is no such day."""
    if order is DateOrder.DAY_FIRST:
        return _date(cell.third, cell.second, cell.first)
    if order is DateOrder.MONTH_FIRST:
        return _date(cell.third, cell.first, cell.second)
    return _date(cell.first, cell.second, cell.third) if cell.third < 100 else None


def stamp_of(
    cell: Stamp | Numbers | Named | None, order: DateOrder | None, language: str | None
) -> Stamp | None:
    """What the cell says, once order and language are known; None where there is no such day."""
    if cell is None or isinstance(cell, Stamp):
        return cell
    if isinstance(cell, Numbers):
        day = day_of(cell, order) if order else None
    else:
        month = cell.months.get(language or "", next(iter(cell.months.values())))
        day = _date(cell.year, month, cell.day)
    return Stamp(day, *_clock(cell.rest)) if day else None


def moment(stamp: Stamp, clock: time | None, choices: Choices) -> When:
    """When it was; `clock` from another cell goes first, and without any it was noon. Raises Invalid."""
    wall = datetime.combine(stamp.day, clock or stamp.clock or NOON)
    if stamp.offset is None or clock or not stamp.clock:
        return in_zone(wall, choices.zone, choices.now.offset)
    aware = wall.replace(tzinfo=timezone(timedelta(seconds=stamp.offset)))
    if stamp.offset == 0:  # a moment as computers keep it, not a place's time
        return at(int(aware.timestamp()), choices.zone, choices.now.offset)
    return parse(aware.isoformat(), choices.zone)


def _clear(plain: str) -> Stamp | None:
    """A day that can be read in one way only."""
    if _ISO.match(plain) and (stamp := _iso(plain)):
        return stamp
    match = _YEAR_FIRST.search(plain) or _COMPACT.match(plain)
    if match:
        day = _date(*map(int, match.groups()))
        return Stamp(day, *_clock(_without(plain, match))) if day else None
    return _serial(plain) or _epoch(plain)


def _iso(plain: str) -> Stamp | None:
    try:
        value = datetime.fromisoformat(plain)
    except ValueError:
        return None
    if value.year not in _YEARS:
        return None
    offset = value.utcoffset()
    clock = value.time().replace(microsecond=0, tzinfo=None) if len(plain) > len("2026-11-22") else None
    return Stamp(value.date(), clock, int(offset.total_seconds()) if offset is not None else None)


def _serial(plain: str) -> Stamp | None:
    """A spreadsheet's day: how many days since 1899-12-30, and the part of a day."""
    match = _SERIAL.fullmatch(plain)
    if not match or int(match[1]) not in _SERIALS:
        return None
    day = _SPREADSHEET_BEGINS + timedelta(days=int(match[1]))
    if match[2] is None:
        return Stamp(day)
    hours, minutes = divmod(min(round(float(f"0.{match[2]}") * 1440), 1439), 60)
    return Stamp(day, time(hours, minutes))


def _epoch(plain: str) -> Stamp | None:
    """Seconds or milliseconds since 1970."""
    if not _EPOCH.fullmatch(plain):
        return None
    moment_then = datetime.fromtimestamp(int(plain[:10]), UTC)
    return Stamp(moment_then.date(), moment_then.time(), 0)


def _numbers(plain: str) -> Numbers | None:
    match = _NUMBERS.search(plain)
    if match is None:
        return None
    return Numbers(int(match[1]), int(match[3]), int(match[4]), match[2], _without(plain, match))


def _named(plain: str) -> Named | None:
    months = [months for word in _month_words(plain) if (months := months_of(word))]
    numbers = [number[0] for number in _DIGITS.finditer(plain)][:2]
    if not months or len(numbers) < 2:
        return None
    day, year = sorted(numbers, key=len) if 4 in map(len, numbers) else numbers
    # A weekday cut short can look like a month ("mar. 22 janv."), and stands first.
    return Named(int(day), months[-1], int(year), plain if _COLON.search(plain) else "")


def _month_words(plain: str) -> Iterator[str]:
    return (word for word in _WORDS.split(plain) if word)


def _date(year: int, month: int, day: int) -> date | None:
    if year < 100:
        year += 2000 if year < 70 else 1900
    elif year in _BUDDHIST:
        year -= 543
    try:
        return date(year, month, day) if year in _YEARS else None
    except ValueError:
        return None


def _clock(rest: str) -> tuple[time | None, int | None]:
    clock = read_time(rest)
    offset = _OFFSET.search(rest.strip()) if clock else None
    if offset is None:
        return clock, None
    if offset[1] is None:
        return clock, 0
    seconds = int(offset[2]) * 3600 + int(offset[3]) * 60
    return clock, -seconds if offset[1] == "-" else seconds


def _without(plain: str, match: re.Match[str]) -> str:
    return f"{plain[: match.start()]} {plain[match.end() :]}"
