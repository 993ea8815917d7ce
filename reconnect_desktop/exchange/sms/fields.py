"""The numbers in an element of SMS Backup & Restore."""

from __future__ import annotations

import re
from collections.abc import Mapping

from reconnect_desktop.domain.errors import Invalid, Why

Attributes = Mapping[str, str]

_WHOLE = re.compile(r"[+-]?\d{1,18}", re.ASCII)
_YEAR_9999 = 253_370_764_800_000  # milliseconds


def whole(attributes: Attributes, name: str) -> int:
    """The whole number in this attribute. Raises Invalid."""
    text = attributes.get(name, "")
    if text.isdecimal() and text.isascii() and len(text) <= 18:  # nearly always, and quicker than the pattern
        return int(text)
    text = text.strip()
    if not text:
        raise Invalid(name, Why.EMPTY)
    if not _WHOLE.fullmatch(text):
        raise Invalid(name, Why.NOT_A_NUMBER)
    return int(text)


def milliseconds(attributes: Attributes) -> int:
    """Its `date`, in milliseconds since 1970 UTC. Raises Invalid."""
    date = whole(attributes, "date")
    if not 0 < date < _YEAR_9999:
        raise Invalid("date", Why.OUT_OF_RANGE)
    return date
