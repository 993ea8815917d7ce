"""Phrases in a letter that are easily heard as blame, found with the gentler ways to put them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise, product
from typing import NamedTuple

from reconnect_desktop.domain.phrase_patterns import (
    Pattern,
    Word,
    beginnings,
    ends_of,
    plain_word,
    read_pattern,
    turned_round,
)
from reconnect_desktop.domain.quotations import quotations

_PARAGRAPH = re.compile(r"\n[^\S\n]*\n")  # paragraphs are parted by an empty line
_WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")  # noqa: RUF001 - all kinds of apostrophes


class Kind(StrEnum):
    """What makes a phrase hard to hear."""

    ABSOLUTES = "absolutes"
    FAULT = "fault"
    MIND_READING = "mind-reading"
    COMPARING = "comparing"
    DEMANDING = "demanding"


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A row of the table. drafts: what may stand in its place, … being for the writer to fill in.

    unless_followed, unless_after: the words around it that make it a kind one.
    """

    id: str
    kind: Kind
    patterns: tuple[Pattern, ...]
    hint: str
    drafts: tuple[str, ...]
    unless_followed: tuple[Pattern, ...] = ()
    unless_after: tuple[Pattern, ...] = ()


class Finding(NamedTuple):
    """A phrase at text[start:end]."""

    start: int
    end: int
    phrase: Phrase


Phrases = tuple[Phrase, ...]


def parse_phrases(data: Mapping[str, object]) -> Phrases:
    """The rows of the table, as tomllib reads it. Raises ValueError naming the row."""
    rows = data.get("phrase")
    if not isinstance(rows, list):
        raise ValueError("no rows")  # noqa: TRY004 - our own data: one kind of error
    phrases = tuple(_parse_row(row) for row in rows)
    ids = [phrase.id for phrase in phrases]
    if len(set(ids)) != len(ids):
        raise ValueError("an id stands twice")
    return phrases


def _parse_row(row: Mapping[str, object]) -> Phrase:
    try:
        _check_fields(row)
        return Phrase(
            id=str(row["id"]),
            kind=Kind(str(row["kind"])),
            patterns=_own_patterns(row["patterns"]),
            hint=str(row["hint"]),
            drafts=tuple(_texts(row["drafts"])),
            unless_followed=_patterns(row.get("unless_followed", [])),
            unless_after=tuple(turned_round(pattern) for pattern in _patterns(row.get("unless_after", []))),
        )
    except (KeyError, ValueError) as error:
        raise ValueError(f"row {row.get('id')!r}: {error}") from None


def _check_fields(row: Mapping[str, object]) -> None:
    if unknown := set(row) - set(Phrase.__slots__):
        raise ValueError(f"{sorted(unknown)} is not known")


def _patterns(texts: object) -> tuple[Pattern, ...]:
    return tuple(read_pattern(text) for text in _texts(texts))


def _own_patterns(texts: object) -> tuple[Pattern, ...]:
    patterns = _patterns(texts)
    if any(pattern[0].optional or not beginnings(pattern[1:]) for pattern in patterns):
        raise ValueError("a pattern begins with an optional word, or is of one word")
    return patterns


def _texts(value: object) -> Sequence[str]:
    if not isinstance(value, list) or not all(isinstance(text, str) and text.strip() for text in value):
        raise ValueError("a list of texts is wanted")
    return value


class Finder:
    """Looks for phrases. Each word of a text is looked at a bounded number of times; `looks` counts them."""

    def __init__(self, phrases: Phrases) -> None:
        self.looks = 0
        self._by_pair: dict[tuple[str, str], list[tuple[Pattern, Phrase]]] = {}
        self._kind_uses = {
            phrase.id: (_by_beginning(phrase.unless_followed), _by_beginning(phrase.unless_after))
            for phrase in phrases
        }
        for phrase in phrases:
            for pattern in phrase.patterns:
                for pair in product(pattern[0].words, beginnings(pattern[1:])):
                    self._by_pair.setdefault(pair, []).append((pattern, phrase))

    def findings(self, text: str) -> tuple[Finding, ...]:
        """What is found outside quotations, in order, none over another."""
        return tuple(
            finding
            for start, paragraph in _paragraphs(text)
            for finding in self._in_words(_words(paragraph, start))
        )

    def _in_words(self, words: Sequence[Word]) -> Iterator[Finding]:
        free = 0  # the first word that is in no phrase yet
        for at, (one, other) in enumerate(pairwise(words)):
            pair = one.plain, other.plain
            if at < free or pair not in self._by_pair:
                continue
            if best := self._best(self._by_pair[pair], words, at):
                free, phrase = best
                yield Finding(one.start, words[free - 1].end, phrase)

    def _best(
        self, rows: Sequence[tuple[Pattern, Phrase]], words: Sequence[Word], at: int
    ) -> tuple[int, Phrase] | None:
        """The longest phrase that begins here and is meant as one: where it ends, and which it is."""
        best: tuple[int, Phrase] | None = None
        for pattern, phrase in rows:
            self.looks += 1
            end = max(ends_of(pattern, words, at), default=-1)
            if end > (best[0] if best else at) and not self._is_kind(phrase, words, at, end):
                best = end, phrase
        return best

    def _is_kind(self, phrase: Phrase, words: Sequence[Word], start: int, end: int) -> bool:
        followed, after = self._kind_uses[phrase.id]
        if end < len(words) and words[end].joins:
            fitting = followed.get(words[end].plain, ())
            self.looks += len(fitting)
            if any(ends_of(pattern, words, end) for pattern in fitting):
                return True
        if start > 0 and words[start].joins:
            fitting = after.get(words[start - 1].plain, ())
            self.looks += len(fitting)
            return any(ends_of(pattern, words, start - 1, -1) for pattern in fitting)
        return False


def findings(text: str, phrases: Phrases) -> tuple[Finding, ...]:
    """What of `phrases` is in `text` outside quotations and kind uses: in order, none over another."""
    return Finder(phrases).findings(text)


def fitted(draft: str, replaced: str) -> str:
    """The draft as it is written in the place of `replaced`: with a capital where that had one."""
    return draft[:1].upper() + draft[1:] if replaced[:1].isupper() else draft


def _by_beginning(patterns: Sequence[Pattern]) -> dict[str, list[Pattern]]:
    found: dict[str, list[Pattern]] = {}
    for pattern in patterns:
        for word in beginnings(pattern):
            found.setdefault(word, []).append(pattern)
    return found


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for gap in _PARAGRAPH.finditer(text):
        yield start, text[start : gap.start()]
        start = gap.end()
    yield start, text[start:]


def _words(paragraph: str, offset: int) -> list[Word]:
    """The words that are not quoted, and how each is joined to the one before."""
    quoted = [*quotations(paragraph), (len(paragraph) + 1, len(paragraph) + 1)]
    words: list[Word] = []
    place, last = 0, -1
    for match in _WORD.finditer(paragraph):
        start, end = match.span()
        while quoted[place][1] <= start:
            place += 1
        if quoted[place][0] <= start:
            continue
        gap = paragraph[last:start] if last >= 0 else ""
        joins = " " if gap.isspace() else "," if gap[:1] == "," and gap[1:].isspace() else ""
        words.append(Word(start + offset, end + offset, plain_word(match[0]), joins))
        last = end
    return words
