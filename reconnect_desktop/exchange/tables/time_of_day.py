"""Times of day as tables and diaries write them: by 12 or 24 hours, in many languages."""

# ruff: noqa: RUF001 - the words of many languages
from __future__ import annotations

import re
from datetime import time

from reconnect_desktop.exchange.reading.folding import fold, plain_digits

_BEFORE_NOON = (
    "am|a.m.|vorm.|vormittags|morgens|fm|f.h.|ap.|dop.|de.|délelőtt|przed południem|rano|пр.об.|претпл.|дп|утра|ночи|ранку|π.μ.|öö|"
    "ص|صباحا|قبل‌ازظهر|ق.ظ|לפנה״צ|בבוקר|पूर्वाह्न|ก่อนเที่ยง|sa|sáng|pg|上午|早上|凌晨|午前|오전|priekšpusdienā|priešpiet|vm."
)
_AFTER_NOON = (
    "pm|p.m.|nachm.|nachmittags|abends|em|e.h.|ip.|odp.|du.|délután|po południu|pop.|сл.об.|попл.|пп|вечера|дня|вечора|μ.μ.|ös|"
    "م|مساء|بعدازظهر|ب.ظ|אחה״צ|בערב|अपराह्न|หลังเที่ยง|ch|chiều|tối|ptg|下午|晚上|中午|午後|오후|pēcpusdienā|popiet|nm."
)
_CLOCK = re.compile(
    r"(?<![\d:.])(?P<hour>\d{1,2})\s?(?:[:：h時时點点시.]|uhr)\s?(?P<minute>\d{2})(?!\d)"
    r"(?:\s?[:：.分분]\s?(?P<second>\d{2})(?!\d)(?:[.,]\d{1,9})?)?",
    re.IGNORECASE,
)
# Where the hour is called one, it may stand alone or with a single digit; "2時間" and "2시간" are lengths.
_CALLED_HOUR = re.compile(
    r"(?<![\d:.])(?P<hour>\d{1,2})\s?(?:(?:uhr|[時时點点시](?![間间간]))(?:\s?(?P<minute>\d{1,2})(?!\d))?|h(?!\w))",
    re.IGNORECASE,
)
_HOUR = re.compile(
    r"(?<![\d:.])(?P<hour>\d{1,2})\s?(?:uhr|[時时點点시])(?!間|间)(?:\s?(?P<minute>\d{1,2})(?!\d))?"
    r"|(?<![\d:.])(?P<french>\d{1,2})\s?h(?!\w)",
    re.IGNORECASE,
)
_HOUR = re.compile(r"(?<![\d:.,/-])(?P<hour>\d{1,2})(?![\d:.,/-])")
_BETWEEN = re.compile(r"[\s\d,;()\[\]]+")
_TOKENS_MOST = 3  # of which the two parts of a day are said: "p. m."


def _bare(words: str) -> str:
    return fold(words).replace(" ", "")


_AM, _PM = (frozenset(map(_bare, words.split("|"))) for words in (_BEFORE_NOON, _AFTER_NOON))


def read_time(text: str) -> time | None:
    """The time in `text` (a number of hours alone needs its half of the day), or None."""
    plain = plain_digits(text.strip())
    told = _CLOCK.search(plain) or _CALLED_HOUR.search(plain)
    match = told or _HOUR.search(plain)
    if match is None:
        return None
    before, after = plain[: match.start()], plain[match.end() :]
    half = _half(before, after) if before.strip() or after.strip() else None
    parts = match.groupdict()
    if told is None and half is None:
        return None
    return _time(int(parts["hour"]), int(parts.get("minute") or 0), int(parts.get("second") or 0), half)


def _half(before: str, after: str) -> bool | None:
    """Whether the words next to a time say that it is after noon; None if they don't say it."""
    behind = [_bare(word) for word in _BETWEEN.split(after) if word][:_TOKENS_MOST]
    ahead = [_bare(word) for word in _BETWEEN.split(before) if word][-_TOKENS_MOST:]
    for count in range(_TOKENS_MOST, 0, -1):
        for words in ("".join(behind[:count]), "".join(ahead[-count:])):
            if words in _AM or words in _PM:
                return words in _PM
    return None


def _time(hour: int, minute: int, second: int, half: bool | None) -> time | None:
    if half is not None and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half else 0)
    if hour > 23 or minute > 59 or second > 59:
        return None
    return time(hour, minute, second)
