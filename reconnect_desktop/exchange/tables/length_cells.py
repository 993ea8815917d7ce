"""Lengths as tables write them: clock-like, bare numbers of a known unit, and numbers with words for their units."""

# ruff: noqa: RUF001 - the words of many languages
from __future__ import annotations

import re

from reconnect_desktop.domain.errors import Invalid, Why
from reconnect_desktop.exchange.reading.folding import fold, plain_digits

SECOND, MINUTE, HOUR = 1, 60, 3600  # seconds

_UNITS: dict[int, str] = {
    HOUR: """h hr hrs hour hours std stunde stunden heure heures hora horas ora ore uur uren u t tim timme timmar time timer tunti tuntia godz godzina godziny godzin hod hodina hodiny hodin
        hodin ó óra órá sat sata sati saat sa ώρα ώρες ч час часа часов год година години годин שעה שעות ساعة ساعات ساعت घंटा घंटे jam giờ ชั่วโมง ชม 小时 小時 时 時 時間 시간""",
    MINUTE: """m min mins minute minutes minuten minuto minutos minuti minuut minuter minut minutter minuuttia minuutti minuta minuty minút perc p minuta minute minuti dk dakika λεπτά λεπτό λ м мин минута минуты минут хв
        хвилина хвилини хвилин דקה דקות דק دقيقة دقائق دقیقه मिनट menit minit phút นาที น 分 分钟 分鐘 分間 분""",
    SECOND: """s sec secs second seconds sek sekunde sekunden seconde secondes seg segundo segundos secondo secondi seconden sekund sekunder sekuntia sekunti sekundy sekunda másodperc mp
        secunde secunda sn saniye δευτερόλεπτα δευτ с сек секунда секунды секунд секунди שנייה שניות ثانية ثواني ثانیه सेकंड detik saat giây วินาที 秒 秒钟 秒鐘 秒間 초""",
}
_NONE = frozenset({"", "-", "–", "—", "?", "n/a", "na", "null", "none", "nan"})
_CLOCK = re.compile(r"(?:(\d{1,3}):)?(\d{1,4}):(\d{1,2})(?:[.,]\d+)?")
_ISO = re.compile(r"P(?:0+D)?T(?:(\d{1,4})H)?(?:(\d{1,6})M)?(?:(\d{1,8})(?:\.\d+)?S)?", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,9}(?:[.,]\d{1,9})?")
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,\u00a0\u202f' ]\d{3})+")
_PART = re.compile(r"(\d{1,6}(?:[.,]\d{1,6})?)\s*([^\W\d_][^\d,;+&]*|[^\d\s,;+&:]+)?")

_SECONDS = {fold(word): unit for unit, words in _UNITS.items() for word in words.split()}


def seconds_of(text: str, unit: int) -> int | None:
    """How many seconds the text says, None where it says nothing. Raises Invalid.

    unit: of a bare number, in seconds; with `SECOND`, "2:05" is minutes and seconds, else hours and minutes.
    """
    plain = plain_digits(text.strip()).casefold()
    if plain in _NONE:
        return None
    clock = _clock(plain, unit)
    if clock is not None:
        return clock
    if iso := _ISO.fullmatch(plain):
        hours, minutes, seconds = (int(part or 0) for part in iso.groups())
        return hours * HOUR + minutes * MINUTE + seconds
    if unit == SECOND and _THOUSANDS.fullmatch(plain):
        return int(re.sub(r"\D", "", plain))
    if _NUMBER.fullmatch(plain):
        return round(_float(plain) * unit)
    return _with_words(plain)


def _clock(plain: str, unit: int) -> int | None:
    found = re.match(r"[\d:.,]+", plain)
    match = _CLOCK.fullmatch(found[0].rstrip(".,")) if found else None
    if match is None or found is None:
        return None
    said = fold(plain[found.end() :])
    if said and said not in _SECONDS:
        raise Invalid("minutes", Why.NOT_A_NUMBER)
    first, second, third = (int(part or 0) for part in match.groups())
    if third > 59 or (match[1] is not None and second > 59):
        raise Invalid("minutes", Why.NOT_A_NUMBER)
    if match[1] is not None:
        return first * HOUR + second * MINUTE + third
    is_short = _SECONDS.get(said, unit) < HOUR if said else unit == SECOND
    return second * (MINUTE if is_short else HOUR) + third * (SECOND if is_short else MINUTE)


def _with_words(plain: str) -> int:
    """The sum of "1 h 15 min": each number with the unit that follows; after hours, a last bare number is minutes."""
    total, before = 0.0, 0
    position = 0
    for part in _PART.finditer(plain):
        unit = _unit(part[2] or "") or (MINUTE if before == HOUR and part[2] is None else 0)
        if not unit or _is_text(plain[position : part.start()]):
            raise Invalid("minutes", Why.NOT_A_NUMBER)
        total += _float(part[1]) * unit
        before, position = unit, part.end()
    if not position or _is_text(plain[position:]):
        raise Invalid("minutes", Why.NOT_A_NUMBER)
    return round(total)


def _unit(words: str) -> int:
    """The unit that the first word is; what follows it is "and" in some language."""
    said = fold(words).split()
    return _SECONDS.get(said[0], 0) if said and len(said) < 3 else 0


def _is_text(between: str) -> bool:
    return bool(fold(between)) and fold(between) not in ("ca", "about", "circa", "etwa")


def _float(number: str) -> float:
    return float(number.replace(",", "."))
