"""How phones of many regions write days and times (after Unicode's CLDR, and exports that were seen)."""

# ruff: noqa: RUF001 - the words of many languages
from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from reconnect_desktop.exchange.date_order import DateOrder
from tests.exchange.whatsapp.chats import LRM, NNBSP, RLM

D, M, Y = DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST, DateOrder.YEAR_FIRST
NBSP = "\u00a0"


class Region(NamedTuple):
    """stamp: an f-string's fields of `fields`; halves: its words before and after noon, if its clocks have twelve hours."""

    name: str
    stamp: str
    order: DateOrder
    halves: tuple[str, ...] = ()
    digits: str = "0123456789"

    @property
    def has_seconds(self) -> bool:
        return "{s" in self.stamp

    def line(self, moment: datetime, what: str) -> str:
        digits = str.maketrans("0123456789", self.digits)
        fields = {name: get(moment).translate(digits) for name, get in _FIELDS.items()}
        half = self.halves[_half_of(moment, len(self.halves))] if self.halves else ""
        return self.stamp.format(**fields, half=half) + what


def _half_of(moment: datetime, count: int) -> int:
    """Of two: before noon, after it. Of six, as in Chinese: until 5, 8, 12, 13, 18, 24."""
    if count == 2:
        return moment.hour // 12
    return next(place for place, until in enumerate((5, 8, 12, 13, 18, 24)) if moment.hour < until)


_FIELDS: dict[str, Callable[[datetime], str]] = {
    "d": lambda at: str(at.day),
    "dd": lambda at: f"{at.day:02}",
    "m": lambda at: str(at.month),
    "mm": lambda at: f"{at.month:02}",
    "yy": lambda at: f"{at.year % 100:02}",
    "yyyy": lambda at: str(at.year),
    "be": lambda at: str(at.year + 543),
    "bb": lambda at: f"{(at.year + 543) % 100:02}",
    "reiwa": lambda at: str(at.year - 2018),
    "minguo": lambda at: str(at.year - 1911),
    "h": lambda at: str(at.hour),
    "hh": lambda at: f"{at.hour:02}",
    "k": lambda at: str(at.hour % 12 or 12),
    "kk": lambda at: f"{at.hour % 12 or 12:02}",
    "n": lambda at: f"{at.minute:02}",
    "s": lambda at: f"{at.second:02}",
}
ARABIC, PERSIAN, DEVANAGARI, BENGALI, THAI, BURMESE = (
    "".join(chr(first + digit) for digit in range(10))
    for first in (0x660, 0x6F0, 0x966, 0x9E6, 0xE50, 0x1040)
)
CHINESE = ("凌晨", "早上", "上午", "中午", "下午", "晚上")

REGIONS = (
    Region("en-GB iOS", "[{dd}/{mm}/{yyyy}, {hh}:{n}:{s}] ", D),
    Region("en-GB", "{dd}/{mm}/{yyyy}, {hh}:{n} - ", D),
    Region("en-US iOS", f"[{{m}}/{{d}}/{{yy}}, {{k}}:{{n}}:{{s}}{NNBSP}{{half}}] ", M, ("AM", "PM")),
    Region("en-US", f"{{m}}/{{d}}/{{yy}}, {{k}}:{{n}}{NNBSP}{{half}} - ", M, ("AM", "PM")),
    Region("en-IN", "{dd}/{mm}/{yy}, {k}:{n} {half} - ", D, ("am", "pm")),
    Region("en-CA", "{yyyy}-{mm}-{dd}, {k}:{n} {half} - ", Y, ("a.m.", "p.m.")),
    Region("en-ZA", "{yyyy}/{mm}/{dd}, {hh}:{n} - ", Y),
    Region("de", "{dd}.{mm}.{yy}, {hh}:{n} - ", D),
    Region("de iOS", "[{dd}.{mm}.{yy}, {hh}:{n}:{s}] ", D),
    Region("de, in words", "{dd}.{mm}.{yyyy} um {hh}:{n} Uhr - ", D),
    Region("fr iOS", "[{dd}/{mm}/{yyyy} {hh}:{n}:{s}] ", D),
    Region("fr, in words", "{dd}/{mm}/{yyyy} à {hh}:{n} - ", D),
    Region("fr-CA iOS", "[{yyyy}-{mm}-{dd} {hh} h {n} min {s} s] ", Y),
    Region("es", "{d}/{m}/{yy}, {h}:{n} - ", D),
    Region("es-MX", "{dd}/{mm}/{yy} {k}:{n} {half} - ", D, (f"a.{NBSP}m.", f"p.{NBSP}m.")),
    Region("es-US iOS", "[{m}/{d}/{yy} {k}:{n}:{s} {half}] ", M, ("a.m.", "p.m.")),
    Region(
        "es, by parts of the day", "{d}/{m}/{yyyy}, {k}:{n} {half} - ", D, ("de la mañana", "de la tarde")
    ),
    Region("es-CL", "{dd}-{mm}-{yy} {hh}:{n} - ", D),
    Region("pt-BR", "{dd}/{mm}/{yyyy} {hh}:{n} - ", D),
    Region("it iOS", "[{dd}/{mm}/{yy}, {hh}:{n}:{s}] ", D),
    Region("nl", "{dd}-{mm}-{yyyy} {hh}:{n} - ", D),
    Region("da iOS", "[{dd}.{mm}.{yyyy} {hh}.{n}.{s}] ", D),
    Region("da, in words", "[{dd}.{mm}.{yyyy} kl. {hh}.{n}.{s}] ", D),
    Region("sv", "{yyyy}-{mm}-{dd} {hh}:{n} - ", Y),
    Region("sv, twelve hours", "{yyyy}-{mm}-{dd} {k}:{n} {half} - ", Y, ("fm", "em")),
    Region("fi iOS", "[{d}.{m}.{yyyy} klo {h}.{n}.{s}] ", D),
    Region("fi", "{d}.{m}.{yyyy} klo {h}.{n} - ", D),
    Region("cs", "{dd}.{mm}.{yy} {h}:{n} - ", D),
    Region("cs, twelve hours", "{d}. {m}. {yyyy} {k}:{n} {half} - ", D, ("dop.", "odp.")),
    Region("hu", "{yyyy}. {mm}. {dd}. {h}:{n} - ", Y),
    Region("hu, twelve hours", "{yyyy}. {mm}. {dd}. {half} {k}:{n} - ", Y, ("de.", "du.")),
    Region("pl", "{dd}.{mm}.{yyyy}, {hh}:{n} - ", D),
    Region("bg iOS", f"[{{d}}.{{mm}}.{{yy}}{NBSP}г., {{h}}:{{n}}:{{s}} ч.] ", D),
    Region("ru", "{dd}.{mm}.{yyyy}, {hh}:{n} - ", D),
    Region("uk, twelve hours", "{dd}.{mm}.{yy}, {k}:{n} {half} - ", D, ("дп", "пп")),
    Region("el", "{d}/{m}/{yy}, {k}:{n} {half} - ", D, ("π.μ.", "μ.μ.")),
    Region("tr", "{d}.{mm}.{yyyy} {hh}:{n} - ", D),
    Region("tr, twelve hours", "{dd}.{mm}.{yyyy} {k}:{n} {half} - ", D, ("ÖÖ", "ÖS")),
    Region("he iOS", f"[{{d}}.{{m}}.{{yyyy}}, {{h}}:{{n}}:{{s}}] {LRM}", D),
    Region("he, twelve hours", "{d}.{m}.{yyyy}, {k}:{n} {half} - ", D, ("לפנה״צ", "אחה״צ")),
    Region("ar iOS", f"[{{d}}{RLM}/{{m}}{RLM}/{{yyyy}}، {{k}}:{{n}}:{{s}} {{half}}] ", D, ("ص", "م"), ARABIC),
    Region("ar", f"{RLM}{{d}}/{{m}}/{{yyyy}}، {{k}}:{{n}} {{half}} - ", D, ("ص", "م"), ARABIC),
    Region("ur", "{d}/{m}/{yyyy}, {k}:{n} {half} - ", D, ("AM", "PM"), PERSIAN),
    Region("ps", "{yyyy}/{m}/{d}, {k}:{n} {half} - ", Y, ("غ.م.", "غ.و."), PERSIAN),
    Region("ckb", "{yyyy}-{mm}-{dd} {k}:{n} {half} - ", Y, ("ب.ن", "د.ن"), ARABIC),
    Region("hi iOS", "[{dd}/{mm}/{yy}, {k}:{n}:{s} {half}] ", D, ("पूर्वाह्न", "अपराह्न"), DEVANAGARI),
    Region("mr", "{d}/{m}/{yy}, {k}:{n} {half} - ", D, ("AM", "PM"), DEVANAGARI),
    Region("bn", "{d}/{m}/{yy}, {k}:{n} {half} - ", D, ("AM", "PM"), BENGALI),
    Region("my", "{d}/{m}/{yy} {h}:{n} - ", D, (), BURMESE),
    Region("th iOS", "[{d}/{m}/{be} {hh}:{n}:{s}] ", D),
    Region("th, short years", "{d}/{m}/{bb} {hh}:{n} น. - ", D),
    Region("th, own digits", "{d}/{m}/{be} {hh}:{n} - ", D, (), THAI),
    Region("en, Buddhist", "[{m}/{d}/{be} BE, {hh}:{n}:{s}] ", M),
    Region("vi iOS", "[{hh}:{n}:{s}, {dd}/{mm}/{yyyy}] ", D),
    Region("vi", "{hh}:{n}, {dd}/{mm}/{yyyy} - ", D),
    Region("vi, twelve hours", "{k}:{n} {half}, {dd}/{mm}/{yyyy} - ", D, ("SA", "CH")),
    Region("id", "{dd}/{mm}/{yy} {hh}.{n} - ", D),
    Region("ms", "{d}/{mm}/{yyyy}, {k}:{n} {half} - ", D, ("PG", "PTG")),
    Region("ja iOS", "[{yyyy}/{mm}/{dd} {h}:{n}:{s}] ", Y),
    Region("ja, twelve hours", "{yyyy}/{mm}/{dd} {half}{k}:{n} - ", Y, ("午前", "午後")),
    Region("ja, Reiwa", "[令和{reiwa}年{m}月{d}日 {h}:{n}:{s}] ", Y),
    Region("en, Reiwa", "[{m}/{d}/R{reiwa}, {hh}:{n}:{s}] ", M),
    Region("zh", "{yyyy}/{m}/{d} {half}{k}:{n} - ", Y, ("上午", "下午")),
    Region("zh, in words", "[{yyyy}年{m}月{d}日 {half}{k}:{n}:{s}] ", Y, ("上午", "下午")),
    Region("zh-TW", "[{yyyy}/{m}/{d} {half}{k}:{n}:{s}] ", Y, CHINESE),
    Region("zh-TW, Minguo", "[民國{minguo}/{m}/{d} {half}{k}:{n}:{s}] ", Y, ("上午", "下午")),
    Region("ko", "{yyyy}. {m}. {d}. {half} {k}:{n} - ", Y, ("오전", "오후")),
    Region("ko iOS", "[{yy}. {m}. {d}. {half} {k}:{n}:{s}] ", Y, ("오전", "오후")),
    Region("mn", "{yyyy}.{mm}.{dd} {hh}:{n} - ", Y),
    Region("eu", "{yy}/{m}/{d} {h}:{n} - ", Y),
    Region("am", "{dd}/{mm}/{yyyy}, {k}:{n} {half} - ", D, ("ጥዋት", "ከሰዓት")),
    Region("a language that isn't known", "{dd}/{mm}/{yyyy}, {k}:{n} {half} - ", D, ("ⵜⵉⴼⴰⵡⵜ", "ⵜⴰⴷⴳⴳⵯⴰⵜ")),
    Region("2012", "{dd}/{mm}/{yyyy} {hh}:{n}:{s}: ", D),
    Region("2014", "{m}/{d}/{yy}, {k}:{n}:{s} {half}: ", M, ("AM", "PM")),
)
