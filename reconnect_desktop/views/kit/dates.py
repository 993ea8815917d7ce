"""Days, times and months in words, as the locale has them."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from functools import cache

from PySide6.QtCore import QDate, QLocale, QTime

from reconnect_desktop import language
from reconnect_desktop.language import tr

_LONG = QLocale.FormatType.LongFormat
_SHORT = QLocale.FormatType.ShortFormat
_OF = ("es", "pt", "ca", "gl")  # languages in which a month is one of its year
# The weekday, with what joins it to the rest before or after it.
_WEEKDAY = re.compile(r"^dddd[,.،]?\s*|[,.،]?\s*dddd$|dddd[,.،]?\s*")
# A format's fields, and between them what is written as it stands (quoted or not).
_FIELD = re.compile(r"(?P<year>y+)|(?P<field>d+|M+)|(?P<text>(?:'[^']*'|[^dMy'])+)")


def day_words(day: date, today: date, *, year: bool | None = None) -> str:
    """A day as people say it: "Today", "Yesterday", "Sunday 8 November", with the year if it is another one.

    year: True or False where the year is to be told always or never.
    """
    if day == today:
        return tr("Today")
    if day == today - timedelta(days=1):
        return tr("Yesterday")
    return full_day_words(day, year=day.year != today.year if year is None else year)


def day_within(day: date, today: date) -> str:
    """The same within a sentence: "today", "yesterday", "Sunday 8 November"."""
    if day == today:
        return tr("today")
    if day == today - timedelta(days=1):
        return tr("yesterday")
    return day_words(day, today)


def full_day_words(day: date, *, year: bool = True) -> str:
    """The day with weekday and month written out: "Sunday 8 November 2026"."""
    locale = QLocale()
    long, yearless = _day_formats(locale.name(), locale.dateFormat(_LONG))
    return locale.toString(_qdate(day), long if year else yearless)


def date_words(day: date, *, year: bool = True) -> str:
    """The day without its weekday: "8 November 2026"; without the year, if that is not to be told."""
    locale = QLocale()
    long, yearless = _day_formats(locale.name(), locale.dateFormat(_LONG))
    return locale.toString(_qdate(day), _WEEKDAY.sub("", long if year else yearless))


def short_date_words(day: date) -> str:
    """The day in figures and few letters, for chips and fields: "8 Nov 2026"."""
    locale = QLocale()
    long, _ = _day_formats(locale.name(), locale.dateFormat(_LONG))
    return locale.toString(_qdate(day), _WEEKDAY.sub("", long).replace("MMMM", "MMM"))


def time_words(local: datetime) -> str:
    """The time of day: "18:40", "6:40 PM"."""
    return QLocale().toString(QTime(local.hour, local.minute), _SHORT)


def month_words(year: int, month: int) -> str:
    """A month as a heading: "November 2026"."""
    locale = QLocale()
    name = locale.standaloneMonthName(month)
    told = locale.toString(QDate(year, month, 1), "yyyy")
    if not locale.dateFormat(_LONG).startswith("y"):
        return f"{name} de {told}" if locale.name()[:2] in _OF else f"{name} {told}"
    mark = {"ja": "年", "zh": "年", "ko": "년 "}.get(locale.name()[:2], " ")
    return f"{told}{mark}{name}"


def field_format() -> str:
    """How a field for a day shows it: the short form, with all digits of the year."""
    short = QLocale().dateFormat(_SHORT)
    return short if "yyyy" in short else short.replace("yy", "yyyy")


def number_words(number: int) -> str:
    """A whole number with the marks of the language: "22,000"."""
    return language.number(number)


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


@cache
def _day_formats(locale: str, long: str) -> tuple[str, str]:
    """The long format of this locale, and the same without its year."""
    if locale.startswith(("en", "C")):
        # CLDR has since dropped the comma after a weekday that is followed by a day.
        long = long.replace("dddd, d ", "dddd d ")
    return long, _without_year(long)


def _without_year(long: str) -> str:
    """The format without its year and what joins it to the rest."""
    parts = [(match.lastgroup, match.group()) for match in _FIELD.finditer(long)]
    place = next((at for at, (kind, _) in enumerate(parts) if kind == "year"), None)
    if place is None:
        return long
    before, after = parts[:place], parts[place + 1 :]
    if any(kind == "field" for kind, _ in after):
        after = after[1:] if after[0][0] == "text" else after
    else:
        # Last: what led to it goes, and so does what follows it ("… de 2026", and in Russian a word after it).
        before, after = before[:-1] if before and before[-1][0] == "text" else before, []
    return "".join(text for _, text in [*before, *after]).strip()
