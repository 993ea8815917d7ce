"""The settings that live in the journal, each declared once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from reconnect_desktop.domain.errors import Invalid, Why

T = TypeVar("T")

NAME_MOST = 40


@dataclass(frozen=True, slots=True)
class Declared(Generic[T]):
    """One setting: its id, what it is when nothing was chosen, and its form as text."""

    id: str
    default: T
    read: Callable[[str], T]
    write: Callable[[T], str] = str


def _read_name(text: str) -> str:
    name = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    if not name:
        raise Invalid("her_name", Why.EMPTY)
    if len(name) > NAME_MOST:
        raise Invalid("her_name", Why.TOO_LONG)
    return name


def _read_flag(text: str) -> bool:
    if text not in ("yes", "no"):
        raise Invalid("setting", Why.UNKNOWN_WORD)
    return text == "yes"


def _write_flag(value: bool) -> str:
    return "yes" if value else "no"


def _read_whole(text: str) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > 15:
        raise Invalid("setting", Why.NOT_A_NUMBER)
    return int(text)


HER_NAME = Declared("her_name", "Mom", _read_name)
MOOD_ON_TODAY = Declared("mood_on_today", True, _read_flag, _write_flag)

# Imported interactions logged up to this moment (seconds since 1970, UTC) are not asked to be rated: see domain/rating.py.
RATING_LEFT_UNTIL = Declared("rating_left_until", 0, _read_whole)

SETTINGS: tuple[Declared[str] | Declared[bool] | Declared[int], ...] = (
    HER_NAME,
    MOOD_ON_TODAY,
    RATING_LEFT_UNTIL,
)


def value_of(setting: Declared[T], kept: Mapping[str, str]) -> T:
    """What was chosen, or the default where nothing (or nothing readable) is kept."""
    text = kept.get(setting.id)
    if text is None:
        return setting.default
    try:
        return setting.read(text)
    except Invalid:
        return setting.default
