"""Phone numbers as phones write them, and whether two of them are the same line."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

SHORTEST_NATIONAL = (
    8  # digits of a whole national number (Norway, Singapore); what is shorter needs an area code
)
COUNTRY_CODE_MOST = 3  # digits, with the 1 or 9 that Mexico and Argentina put before mobile numbers

_PHONE = re.compile(r"[+\d\s().*#/~-]+")
HIDDEN = frozenset({"", "-1", "-2", "-3"})  # Android's unknown, private and payphone


@dataclass(frozen=True, slots=True)
class PhoneNumber:
    """digits: all of them, as written, in ASCII; international: whether it begins with + or 00."""

    digits: str
    international: bool

    @property
    def is_national(self) -> bool:
        """Whether it begins with a trunk 0."""
        return self.digits.startswith("0") and not self.international

    @property
    def tail(self) -> str:
        """What two notations of one number have in common."""
        return self.digits[-SHORTEST_NATIONAL:]

    def forms(self) -> set[str]:
        """The digits without what is dialled before them: 00, the trunk prefix 0, Russia's 8 (as its code 7)."""
        bare = self.digits.lstrip("0")
        if self.international:
            return {bare}
        russian = {"7" + bare[1:]} if len(bare) == 11 and bare.startswith("8") else set()
        return {self.digits, bare} | russian


def read_number(text: str) -> PhoneNumber | None:
    """The number in `text`, or None if it is hidden or no number at all."""
    written = "".join(_ascii(char) for char in text).strip()
    if written in HIDDEN or not _PHONE.fullmatch(written):
        return None
    digits = re.sub(r"\D", "", written)
    return PhoneNumber(digits, written.startswith(("+", "00"))) if digits else None


def same_line(one: PhoneNumber, other: PhoneNumber) -> bool:
    """Whether the two are one line, written with or without country code and trunk prefix.

    Comparing only the last nine digits would take 212 555 0013 for 312 555 0013, so the shorter number must be
    contained whole, and what stands before it must be no longer than a country code.
    """
    if one.digits == other.digits:
        return True
    if one.international and other.international:
        return one.forms() == other.forms()
    return _fits(one, other) or _fits(other, one)


def _fits(short: PhoneNumber, long: PhoneNumber) -> bool:
    """Whether `long` is `short` with at most a country code before it."""
    # With its trunk 0 a national number is whole: no country code stands before it.
    most = 0 if long.is_national else COUNTRY_CODE_MOST
    return any(
        end.endswith(form) and len(form) >= SHORTEST_NATIONAL and len(end) - len(form) <= most
        for form in short.forms()
        for end in long.forms()
    )


def _ascii(char: str) -> str:
    """Phones set to Arabic or Persian write numbers in their own digits."""
    return str(unicodedata.digit(char)) if char.isdecimal() else char
