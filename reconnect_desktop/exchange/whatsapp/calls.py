"""The lines that tell of a call: "Voice call, 4 min", "Missed video call", "Voice call, No answer"."""

# ruff: noqa: RUF001 - the words of many languages
from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from reconnect_desktop.domain.interaction import Medium
from reconnect_desktop.exchange.reading.folding import plain_digits
from reconnect_desktop.exchange.whatsapp.call_words import ELSEWHERE, MISSED, NOBODY, UNITS, VIDEO, VOICE
from reconnect_desktop.exchange.whatsapp.marks import MARKS, plain

_LONGEST = 100  # characters of such a line
_DAY = 86_400
_PARTS = re.compile(r"(?P<head>[^,.，。、،·•।]+?)\s*[,.，。、،·•।]\s*(?P<tail>.+)")
_JOINED = re.compile(r"\s*[•·].*")  # who took part
_AMOUNT = re.compile(r"(\d{1,4})\s*([^\d\s.,:]+)")
# Up to three amounts, with no more than an "and" between them.
_LENGTH = re.compile(rf"{_AMOUNT.pattern}(?:[\s.,]*(?:[^\W\d]{{1,3}}[\s-]+)?{_AMOUNT.pattern}){{0,2}}[.]?")
_CLOCK = re.compile(r"(?:(?P<hours>\d{1,2}):)?(?P<minutes>\d{1,2}):(?P<seconds>\d{2})")
_UNIT_LETTERS_MOST = 4  # of a unit that isn't known: "3 invited" is none


def _same(text: str) -> str:
    return unicodedata.normalize("NFC", text.casefold())


_KINDS = {_same(kind): Medium.CALL for kind in VOICE.split("|")} | {
    _same(kind): Medium.VIDEO for kind in VIDEO.split("|")
}
_MISSED = frozenset(map(_same, MISSED.split("|")))
_BEGUN = 3  # characters by which most of what is no call is told
_BEGINS = frozenset(words[:_BEGUN] for words in (*_KINDS, *_MISSED))
_ELSEWHERE, _NOBODY = (re.compile(words) for words in (ELSEWHERE, NOBODY))
_UNITS = {
    _same(unit): seconds for seconds, units in UNITS.items() for unit in units.split("|") if "*" not in unit
}
_BEGINNINGS = tuple(
    (_same(unit[:-1]), seconds)
    for seconds, units in UNITS.items()
    for unit in units.split("|")
    if "*" in unit
)
_VIDEO = re.compile(
    r"v[ií]d[eé]|wideo|видео|відео|görüntülü|βίντεο|βιντεο|ビデオ|视频|視訊|視像|영상|فيديو|مرئية|تصویری|ویڈیو|וידאו|วิดีโอ|वीडियो|विडियो|व्हिडिओ|ভিডিও|વિડિ|ਵੀਡੀਓ|காணொலி|వీడియో|ದೃಶ್ಯ|വീഡിയോ"
)


class Call(NamedTuple):
    """answered: whether anybody spoke to anybody; seconds: its length, None where it isn't told."""

    medium: Medium
    answered: bool
    seconds: int | None = None


def call_in(body: str, *, marked: bool) -> Call | None:
    """The call of which the whole of `body` tells, or None. marked: it begins with a mark that what somebody typed lacks."""
    if len(body) > _LONGEST or not (marked or body[:_BEGUN].casefold() in _BEGINS or body[:1] in MARKS):
        return None
    return _call(body, marked)


@lru_cache(maxsize=4096)
def _call(body: str, marked: bool) -> Call | None:
    text = _same(plain(body).strip())
    whole = text.rstrip(". ")
    if whole in _MISSED:
        return Call(_medium(whole), answered=False)
    if whole in _KINDS:
        return Call(_KINDS[whole], answered=True) if marked else None
    parts = _PARTS.fullmatch(text)
    if parts is None:
        return None
    head, tail = parts["head"], _JOINED.sub("", parts["tail"]).strip(" .)")
    if head in _MISSED:
        return Call(_medium(head), answered=False)
    if head in _KINDS:
        return _named(_KINDS[head], tail, marked=marked)
    return _unnamed(body, head, tail) if marked else None


def _named(medium: Medium, tail: str, *, marked: bool) -> Call | None:
    """Of a call, what came of it."""
    length = _length(tail)
    if length is not None:
        return Call(medium, answered=True, seconds=length or None)
    if _NOBODY.search(tail):
        return Call(medium, answered=False)
    if _ELSEWHERE.search(tail) or _seconds_of(tail):  # "a minute" is one word in some languages
        return Call(medium, answered=True)
    return Call(medium, answered=False) if marked else None


def _unnamed(body: str, head: str, tail: str) -> Call | None:
    """In a language that isn't known: WhatsApp's mark, words, its mark again, a length."""
    begun = body.lstrip().lstrip(MARKS)
    length = _length(tail)
    if not any(mark in begun for mark in MARKS) or length is None or any(map(str.isdecimal, head)):
        return None
    return Call(_medium(head), answered=True, seconds=length or None)


def _medium(words: str) -> Medium:
    return Medium.VIDEO if _VIDEO.search(words) else Medium.CALL


def _length(tail: str) -> int | None:
    """Seconds of "1 hr 23 min"; 0 where the unit isn't known, None where it is no length."""
    text = plain_digits(tail)
    if clock := _CLOCK.fullmatch(text):
        return int(clock["hours"] or 0) * 3600 + int(clock["minutes"]) * 60 + int(clock["seconds"])
    if not _LENGTH.fullmatch(text):
        return None
    amounts = _AMOUNT.findall(text)
    units = [_seconds_of(unit) for _, unit in amounts]
    if all(units):
        seconds = sum(int(amount) * unit for (amount, _), unit in zip(amounts, units, strict=True))
        return seconds if seconds <= _DAY else 0
    return 0 if all(len(unit) <= _UNIT_LETTERS_MOST for _, unit in amounts) else None


def _seconds_of(unit: str) -> int:
    """Of one of this unit, or 0 if it is none."""
    bare = unit.strip("'’״\"`׳॰.)(").rstrip(".")
    if bare in _UNITS:
        return _UNITS[bare]
    return next((seconds for begin, seconds in _BEGINNINGS if bare.startswith(begin)), 0)
