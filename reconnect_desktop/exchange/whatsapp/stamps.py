"""What stands in a stamp: three numbers that are a day, in an order that the file has to tell, and a time of day."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from reconnect_desktop.exchange.whatsapp.calendars import Day, Era, era_of
from reconnect_desktop.exchange.whatsapp.day_halves import Part, hour_of_day
from reconnect_desktop.exchange.whatsapp.lines import cut
from reconnect_desktop.exchange.whatsapp.marks import plain

# As in 18/3/22, 2022. 3. 18., 2022年3月18日, R4/3/18 and 3/18/4 R, in the digits of any script.
_DATE = (
    r"(?P<before>[^\W\d_]{1,6}\.? ?)?(?P<first>\d{1,4})"
    r"(?:(?P<sign>[./-]) ?|(?P<named>[年년] ?)|(?P<blank> ))(?P<second>\d{1,2})(?(sign)(?P=sign) ?|(?(named)[月월] ?| ))"
    r"(?P<glued>[^\W\d_]{1,6}\.?)?(?P<third>\d{1,4})"
)
# As in 14:56:01, 14.56, 14 h 56 min 01 s and 2時56分.
_TIME = r"(?P<hour>\d{1,2})(?:[:.]| ?h ?|[時时點点시] ?)(?P<minute>\d{2})(?:(?:[:.]| ?min ?|[分분] ?)(?P<rest>\d{2}))?"
_DATE_FIRST = re.compile(rf"{_DATE}(?P<mid>[^\d:]{{1,40}}?){_TIME}(?P<after>[^\d:]{{0,30}})")
_TIME_FIRST = re.compile(
    rf"(?P<ahead>[^\d:]{{0,30}}){_TIME}(?P<mid>[^\d:]{{1,40}}?){_DATE}(?P<after>[^\d:]{{0,30}})"
)
# What most lines begin with, read in a quarter of the time.
_USUAL = re.compile(
    r"(\u200e?)(\[?)(\d{1,4}([./-])\d{1,2}\4\d{1,4})(,? )(\d{1,2})[:.](\d\d)(?:[:.](\d\d))?([ \u202f]?[AaPp]\.? ?[Mm]\.?|)(?(2)\] ?| - )(.*)",
    re.ASCII | re.DOTALL,
)
_USUAL_SIGNS = re.compile(r"[./-]")
_WORD = re.compile(r"[^\s,;،]+")


class Form(NamedTuple):
    """How a file writes its stamps: all of one export are alike. sign: between the numbers of a day."""

    opening: str
    sign: str
    seconds: bool
    time_first: bool


class Stamp(NamedTuple):
    """A day, and a time as the clock shows it. words: what stands beside the time, which may tell the part of the day."""

    day: Day
    hour: int
    minute: int
    second: int | None
    words: str
    time_first: bool = False

    def form(self, opening: str) -> Form:
        """The stamp's form, with what stands around it."""
        return Form(opening, self.day.sign, self.second is not None, self.time_first)

    def second_of_day(self, part: Part | None) -> int:
        """Seconds since midnight on the clock."""
        return hour_of_day(self.hour, part) * 3600 + self.minute * 60 + (self.second or 0)


@lru_cache(maxsize=2048)
def read_stamp(text: str) -> Stamp | None:
    """The stamp in `text`, or None if it is none."""
    straight = plain(text).strip()
    match = _DATE_FIRST.fullmatch(straight)
    time_first = match is None
    match = match or _TIME_FIRST.fullmatch(straight)
    if match is None:
        return None
    beside = f"{match['ahead'] if time_first else ''} {match['mid']} {match['after']}"
    time = match["hour"], match["minute"], match["rest"]
    return _stamp(_day(match, beside), time, beside, time_first=time_first)


class Begun(NamedTuple):
    """A line that begins with a stamp. opening: "[", "-" or ":"; rest: what follows it; marked: a mark stands before it."""

    stamp: Stamp
    opening: str
    rest: str
    marked: bool


def begun(line: str) -> Begun | None:
    """The line, or None if it doesn't begin with a stamp."""
    if usual := _USUAL.match(line):
        mark, bracket, day, _, between, hour, minute, second, half, rest = usual.groups()
        stamp = _stamp(_usual_day(day), (hour, minute, second), between + half)
        return Begun(stamp, bracket or "-", rest, bool(mark)) if stamp else None
    parts = cut(line)
    other = read_stamp(parts.stamp) if parts else None
    return Begun(other, parts.opening, parts.rest, parts.marked) if parts and other else None


def _stamp(
    day: Day, time: tuple[str, str, str | None], words: str, *, time_first: bool = False
) -> Stamp | None:
    hour, minute, second = int(time[0]), int(time[1]), int(time[2]) if time[2] else None
    if hour > 24 or minute > 59 or (second or 0) > 60:
        return None
    return Stamp(day, hour % 24, minute, second and min(second, 59), words, time_first)


@lru_cache(maxsize=512)
def _usual_day(written: str) -> Day:
    first, second, third = _USUAL_SIGNS.split(written)
    return Day((first, second, third), None, None, written, written[len(first)])


def _day(match: re.Match[str], beside: str) -> Day:
    named = match["before"] or match["glued"]
    written = match.string[match.start("first") : match.end("third")]
    return Day(
        numbers=(match["first"], match["second"], match["third"]),
        year=None if not named else 0 if match["before"] else 2,
        era=_era(named, beside),
        written=written,
        sign=". " if ". " in written else match["sign"] or match["named"] or " ",
    )


@lru_cache(maxsize=256)
def _era(named: str | None, beside: str) -> Era | None:
    """The era named before the year, or after it."""
    if named:
        return era_of(named.strip())
    words = [word for word in _WORD.findall(beside) if len(word) > 1 or word == "R"]
    return next((era for era in map(era_of, words) if era), None)
