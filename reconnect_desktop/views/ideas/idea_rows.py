"""What the list of the Ideas page holds: for each section its rows, narrowed by a search."""

from __future__ import annotations

import unicodedata
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from reconnect_desktop.domain.records import Need, Try
from reconnect_desktop.domain.suggestions import Part, Suggestion, filled
from reconnect_desktop.views.ideas.ideas_reading import Reading


class Section(StrEnum):
    """What the list can show."""

    ALL = "all"
    TRYING = "trying"
    TRIED = "tried"
    RETIRED = "retired"
    NEEDS = "needs"


class Kind(StrEnum):
    """What a row is, and what is shown for it."""

    CHAPTER = "chapter"
    IDEA = "idea"
    TRY = "try"
    NEED = "need"


class Key(NamedTuple):
    """What is shown: its kind and its id (of a part, a suggestion, a try or a reflection)."""

    kind: Kind
    id: str


class Row(NamedTuple):
    """One row of the list. title: what it is called, filled in; about: the record or row of the catalogue."""

    key: Key
    title: str
    about: Part | Suggestion | Try | Need


def rows_of(section: Section, reading: Reading, wanted: str = "") -> list[Row]:
    """The rows of a section that hold each word of `wanted`."""
    words = _level(wanted).split()
    if section is Section.ALL:
        return _catalogue(reading, words)
    found = {
        Section.TRYING: lambda: _tries(reading, reading.trying),
        Section.TRIED: lambda: _tries(reading, reading.tried),
        Section.RETIRED: lambda: _retired(reading),
        Section.NEEDS: lambda: _needs(reading),
    }[section]()
    return [row for row in found if _holds(_text_of(row, reading), words)]


def counts(reading: Reading) -> dict[Section, int]:
    """How many there are in each section, without any search."""
    return {
        Section.ALL: len(reading.offered),
        Section.TRYING: len(reading.trying),
        Section.TRIED: len(reading.tried),
        Section.RETIRED: len(_retired(reading)),
        Section.NEEDS: len(reading.needs),
    }


def need_name(need: Need, reading: Reading) -> str:
    """The need in words: the catalogue's, or one's own."""
    known = reading.catalogue.need(need.need)
    return filled(known.name, reading.name) if known else need.need


def idea_row(suggestion: Suggestion, reading: Reading) -> Row:
    """The row of a suggestion."""
    return Row(Key(Kind.IDEA, suggestion.id), filled(suggestion.title, reading.name), suggestion)


def _catalogue(reading: Reading, words: list[str]) -> list[Row]:
    found = [row for row in reading.offered if _holds(_text_of_idea(row, reading), words)]
    order = list(Part)
    found.sort(key=lambda row: order.index(row.part))  # stable: within a part as in the catalogue
    rows = []
    for part, ideas in groupby(found, key=lambda row: row.part):
        name = filled(reading.catalogue.parts[part].name, reading.name)
        rows.append(Row(Key(Kind.CHAPTER, part), name, part))
        rows += [idea_row(idea, reading) for idea in ideas]
    return rows


def _tries(reading: Reading, tries: tuple[Try, ...]) -> list[Row]:
    known = {row.id: filled(row.title, reading.name) for row in reading.catalogue.suggestions}
    return [Row(Key(Kind.TRY, one.id), known.get(one.suggestion, ""), one) for one in tries]


def _retired(reading: Reading) -> list[Row]:
    return [
        idea_row(row, reading)
        for row in reading.catalogue.suggestions
        if row.id in reading.retired and reading.may_be_looked_up(row)
    ]


def _needs(reading: Reading) -> list[Row]:
    return [Row(Key(Kind.NEED, one.id), need_name(one, reading), one) for one in reading.needs]


def _text_of(row: Row, reading: Reading) -> str:
    about = row.about
    if isinstance(about, Suggestion):
        return _text_of_idea(about, reading)
    if isinstance(about, Try):
        return f"{row.title}\n{about.note}"
    if isinstance(about, Need):
        return f"{row.title}\n{about.words}\n{about.note}"
    return row.title


def _text_of_idea(row: Suggestion, reading: Reading) -> str:
    return filled("\n".join((row.title, row.what, *row.ways)), reading.name)


def _holds(text: str, words: list[str]) -> bool:
    levelled = _level(text) if words else ""
    return all(word in levelled for word in words)


def _level(text: str) -> str:
    """Small letters without accents; the typewriter's apostrophe for the others."""
    bare = unicodedata.normalize("NFKD", text.casefold().replace("\u2019", "'"))
    return "".join(letter for letter in bare if not unicodedata.combining(letter))
