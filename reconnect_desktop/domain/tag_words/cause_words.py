"""The shape of one language's table."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class CauseWords:
    """Plain words that people use as tags in one language, in small letters. drained: that I was at the end of my strength."""

    transitions: frozenset[str] = frozenset()
    styles: frozenset[str] = frozenset()
    conflict: frozenset[str] = frozenset()
    stress: frozenset[str] = frozenset()
    drained: frozenset[str] = frozenset()
