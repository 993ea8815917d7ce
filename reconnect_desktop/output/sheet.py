"""A sheet: what is set on paper or as a page, in its order, whatever it is set with."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TypeAlias, TypeGuard

from reconnect_desktop.domain.review.month_review import Arrow, MonthReview
from reconnect_desktop.domain.review.year_review import YearReview


class Voice(StrEnum):
    """Who speaks: the program, the program aside (smaller, muted), or the user (line breaks as typed)."""

    PLAIN = "plain"
    ASIDE = "aside"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Plain text, never markup; in the user's voice it may hold anything they typed."""

    text: str
    voice: Voice = Voice.PLAIN


@dataclass(frozen=True, slots=True)
class Item:
    """One of a list: a short head ("Thursday 8 October, visit"; may be "") and what stands under it."""

    head: str
    body: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A number in words, and how this month stands beside it; `beside` says the arrow in words ("more now"), or ""."""

    text: str
    arrow: Arrow = Arrow.NONE
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """What is compared, and a cell for each column after the first."""

    head: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table. headings: of all columns, the first of them above the rows' heads; caption: for those who only hear it."""

    caption: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """What is to be drawn (`output.charts.month` or `.year`), and its message in words: the text in its place."""

    shows: MonthReview | YearReview
    words: str


Part: TypeAlias = Paragraph | Items | Grid | Picture


@dataclass(frozen=True, slots=True)
class Section:
    """A heading ("" for the opening) and its parts. key: the same in every language; apart: set apart, gently."""

    key: str
    heading: str
    parts: tuple[Part, ...]
    apart: bool = False

    def flowing(self) -> Section:
        """The same, with plain paragraphs that follow each other as one: single sentences read better so on paper."""
        parts: list[Part] = []
        for part in self.parts:
            last = parts[-1] if parts else None
            if _is_plain(part) and _is_plain(last):
                parts[-1] = Paragraph(f"{last.text} {part.text}")
            else:
                parts.append(part)
        return replace(self, parts=tuple(parts))

    @property
    def is_own(self) -> bool:
        """Whether the user alone speaks in it."""
        return all(isinstance(part, Paragraph) and part.voice is Voice.OWN for part in self.parts)


def _is_plain(part: Part | None) -> TypeGuard[Paragraph]:
    return isinstance(part, Paragraph) and part.voice is Voice.PLAIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """All there is to set. Sections without content are not in it; nothing personal is in `title`.

    title: "October 2026"; under: a line under it, or ""; notices: what a reader has to know first (a counsellor's
    version says here what is left out); foot: said on every page; made: the day it was made.
    """

    title: str
    under: str
    notices: tuple[str, ...]
    sections: tuple[Section, ...]
    foot: str
    made: date
    language: str = "en"

    def section(self, key: str) -> Section | None:
        """The section of this key, where it is there."""
        return next((one for one in self.sections if one.key == key), None)
