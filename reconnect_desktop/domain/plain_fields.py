"""The fields of one plain dictionary, read by type, and the way a moment is written into one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar

from reconnect_desktop.domain.errors import Invalid, Why
from reconnect_desktop.domain.when import When

Plain = dict[str, object]
Word = TypeVar("Word", bound=StrEnum)
Value = TypeVar("Value")


def write_when(name: str, when: When) -> Plain:
    """The moment and its zone, under `name`; the zone of "at" is just "zone"."""
    zone = "zone" if name == "at" else f"{name}_zone"
    return {name: when.isoformat(), zone: when.zone}


def write_optional(name: str, when: When | None) -> Plain:
    """The same of a moment that may not be."""
    return write_when(name, when) if when else {name: None, f"{name}_zone": ""}


class Fields:
    """The fields of one dictionary, read by type; each reading method raises Invalid."""

    def __init__(self, plain: Mapping[str, object]) -> None:
        self._plain = plain
        self._read = {"kind"}

    def _get(self, name: str) -> object:
        self._read.add(name)
        return self._plain.get(name)

    def text(self, name: str) -> str:
        """Text; "" where there is none."""
        value = self._get(name)
        if value is None:
            return ""
        if not isinstance(value, str):
            raise Invalid(name, Why.UNKNOWN_WORD)
        return value

    def identity(self, most: int = 100) -> str:
        """The id."""
        value = self.text("id")
        if not value or len(value) > most or not value.isprintable():
            raise Invalid("id", Why.EMPTY)
        return value

    def number(self, name: str) -> int | None:
        """A whole number, or None."""
        value = self._get(name)
        if value is not None and type(value) is not int:
            raise Invalid(name, Why.NOT_A_NUMBER)
        return value

    def flag(self, name: str) -> bool:
        """Whether it is so; not, where nothing is said."""
        value = self._get(name)
        if value is not None and type(value) is not bool:
            raise Invalid(name, Why.UNKNOWN_WORD)
        return bool(value)

    def word(self, name: str, words: type[Word]) -> Word | None:
        """One of these words, or None."""
        value = self.text(name)
        try:
            return words(value) if value else None
        except ValueError:
            raise Invalid(name, Why.UNKNOWN_WORD) from None

    def words(self, name: str) -> tuple[str, ...]:
        """A list of words."""
        value = self._get(name)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
            raise Invalid(name, Why.UNKNOWN_WORD)
        return tuple(value)

    def day(self, name: str) -> date | None:
        """A day, or None."""
        value = self.text(name)
        try:
            return date.fromisoformat(value) if value else None
        except ValueError:
            raise Invalid(name, Why.NOT_A_TIME) from None

    def when(self, name: str) -> When | None:
        """A moment with its offset and zone, or None."""
        value = self.text(name)
        zone = self.text("zone" if name == "at" else f"{name}_zone")
        if not value:
            return None
        try:
            aware = datetime.fromisoformat(value)
        except ValueError:
            raise Invalid(name, Why.NOT_A_TIME) from None
        offset = aware.utcoffset()
        if offset is None:
            raise Invalid(name, Why.NOT_A_TIME)
        return When(aware.replace(tzinfo=None, microsecond=0), int(offset.total_seconds()), zone)

    def refuse_the_rest(self) -> None:
        """Raise Invalid for a field that nobody has asked for."""
        for name in self._plain:
            if name not in self._read:
                raise Invalid("field", Why.UNKNOWN_WORD)


def needed(field: str, value: Value | None) -> Value:
    """`value`, if there is one. Raises Invalid."""
    if value is None:
        raise Invalid(field, Why.EMPTY)
    return value
