"""Lengths as people type them."""

from __future__ import annotations

import re

from reconnect_desktop.domain.errors import Invalid, Why
from reconnect_desktop.domain.interaction import MINUTES

# In English, German and Spanish at once: people mix languages.
_HOURS = r"(?:h|hr|hrs|hour|hours|std\.?|stunde|stunden|hora|horas)"
_MINUTES = r"(?:m|min\.?|mins|minute|minutes|minuten|minuto|minutos)"
_HOURS_AND_MINUTES = re.compile(
    rf"(?:(?P<hours>\d{{1,2}})\s*(?:{_HOURS}|:))?\s*(?:(?P<minutes>\d{{1,4}})\s*{_MINUTES}?)?",
    re.IGNORECASE | re.ASCII,
)
_DECIMAL_HOURS = re.compile(rf"(?P<hours>\d{{1,2}}[.,]\d{{1,2}})\s*{_HOURS}", re.IGNORECASE | re.ASCII)


def parse_minutes(text: str) -> int | None:
    """Minutes in "25", "1:15", "1 h 15", "1.5 h", "40 min"; None for an empty text. Raises Invalid."""
    typed = text.strip()
    if not typed:
        return None
    if decimal := _DECIMAL_HOURS.fullmatch(typed):
        minutes = round(float(decimal["hours"].replace(",", ".")) * 60)
    elif match := _HOURS_AND_MINUTES.fullmatch(typed):
        minutes = int(match["hours"] or 0) * 60 + int(match["minutes"] or 0)
    else:
        raise Invalid("minutes", Why.NOT_A_NUMBER)
    if minutes not in MINUTES:
        raise Invalid("minutes", Why.OUT_OF_RANGE)
    return minutes


def from_seconds(seconds: int) -> int:
    """Whole minutes, to the nearest, and never 0 for a contact that took place."""
    return max(1, (seconds + 30) // 60)
