"""Who wrote: the name at the beginning of what follows a stamp, which may hold colons itself."""

# ruff: noqa: RUF001 - quotation marks
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from reconnect_desktop.exchange.people.people import clean_name
from reconnect_desktop.exchange.whatsapp.marks import UNSEEN

NAME_MOST = 100  # characters: those of groups, under which an iPhone puts notices
_QUOTES = ('"', "“”„", "«»", "「」『』", "‹›")


@dataclass(frozen=True, slots=True)
class Names:
    """What a file shows of its names. whole: by what stands before their first colon; tight: those with no blank after it once."""

    whole: Mapping[str, str] = field(default_factory=dict)
    tight: frozenset[str] = frozenset()


class Said(NamedTuple):
    """name: as written, "" where nobody is said to have written it; body: what was."""

    name: str
    body: str


def said(rest: str, names: Names) -> Said:
    """Who wrote what, of what follows a stamp."""
    end = rest.find(": ")
    if end < 0:
        end = len(rest) - 1 if rest.endswith(":") else _tight(rest, names)
    name = rest[: max(end, 0)]
    if names.whole and (whole := names.whole.get(name)) and rest.startswith(whole + ":"):
        name = whole
    if not name or len(name) > NAME_MOST or not _is_name(name):
        return Said("", rest)
    return Said(name, rest[len(name) + 1 :].removeprefix(" "))


def _tight(rest: str, names: Names) -> int:
    end = rest.find(":")
    return end if rest[: max(end, 0)] in names.tight else -1


@lru_cache(maxsize=4096)
def _is_name(name: str) -> bool:
    """Not the beginning of a notice as `Ann named the group "Spring: …`."""
    return bool(key_of(name)) and all(sum(map(name.count, quotes)) % 2 == 0 for quotes in _QUOTES)


@lru_cache(maxsize=4096)
def key_of(name: str) -> str:
    """What tells senders apart, and what they are called; the sign before names that aren't in the contacts is none of them."""
    bare = name.strip(UNSEEN).removeprefix("~").strip(UNSEEN)
    return clean_name(bare) or bare
