"""What the Log is narrowed to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reconnect_desktop.domain.interaction import Medium


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Interactions that fit all of these; an empty field asks for nothing.

    text: words (beginnings count) in note, tags or win; named: of these words, those that name a built-in tag in another
    language, each with the tag; since, until: days, both included;
    closeness, minutes: lowest and highest, both included; tags: all of them, case ignored;
    unrated: only those without closeness.
    """

    text: str = ""
    named: tuple[tuple[str, str], ...] = ()
    since: date | None = None
    until: date | None = None
    media: frozenset[Medium] = frozenset()
    closeness: tuple[int, int] | None = None
    minutes: tuple[int, int] | None = None
    tags: tuple[str, ...] = ()
    unrated: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether everything fits."""
        return self == EVERYTHING


EVERYTHING = Filter()
