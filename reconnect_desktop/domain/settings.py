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


HER_NAME = Declared("her_name", "Mom", _read_name)
MOOD_ON_TODAY = Declared("mood_on_today", True, _read_flag, _write_flag)

SETTINGS: tuple[Declared[str] | Declared[bool], ...] = (HER_NAME, MOOD_ON_TODAY)


def value_of(setting: Declared[T], kept: Mapping[str, str]) -> T:
    """What was chosen, or the default where nothing (or nothing readable) is kept."""
    text = kept.get(setting.id)
    if text is None:
        return setting.default
    try:
        return setting.read(text)
    except Invalid:
        return setting.default
