"""The catalogue read from plain data, as a TOML file gives it; a ValueError names the row that is not right."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import TypeVar

from reconnect_desktop.domain.circumstances import Circumstance
from reconnect_desktop.domain.suggestions import (
    Asks,
    Catalogue,
    Fit,
    LeadsTo,
    NeedWords,
    Part,
    PartWords,
    Suggestion,
    Unsafe,
    UnsafeWords,
)
from reconnect_desktop.domain.tags import GOT_IN_THE_WAY

Word = TypeVar("Word", bound=StrEnum)
Read = TypeVar("Read")

_ID = re.compile(r"[a-z]+(-[a-z]+)*")
_LIST = re.compile(r"\{([a-z]+)\}")


def parse_catalogue(data: Mapping[str, object], unsafe: Iterable[UnsafeWords] = ()) -> Catalogue:
    """The catalogue in a parsed file: `[[suggestion]]`, `[parts]`, `[causes]`, `[[need]]` and `[unsafe]`.

    unsafe: the words of fear and harm, of all languages.
    Raises ValueError naming the row, on any unknown key or word, missing or empty text, or doubled id.
    """
    row = _Row("", data)
    needs = row.rows("need", _need)
    catalogue = Catalogue(
        suggestions=row.rows("suggestion", _suggestion),
        parts=_parts(row.row("parts")),
        causes=_causes(row.row("causes")),
        needs=needs,
        unsafe=_unsafe(row.row("unsafe"), {need.id for need in needs}, tuple(unsafe)),
    )
    row.refuse_the_rest()
    _refuse_doubles("suggestion", [one.id for one in catalogue.suggestions])
    _refuse_doubles("need", [one.id for one in catalogue.needs])
    return catalogue


class _Row:
    """One table of the file, read key by key; each reading method raises ValueError with the row's name."""

    def __init__(self, name: str, data: Mapping[str, object]) -> None:
        self._name = name
        self._data = data
        self._read: set[str] = set()

    def wrong(self, what: str) -> ValueError:
        return ValueError(f"{self._name or 'the catalogue'}: {what}")

    @property
    def names(self) -> list[str]:
        return list(self._data)

    def has(self, key: str) -> bool:
        return key in self._data

    def get(self, key: str) -> object:
        if key not in self._data:
            raise self.wrong(f"{key} is missing")
        self._read.add(key)
        return self._data[key]

    def text(self, key: str) -> str:
        return self._as_text(key, self.get(key))

    def _as_text(self, key: str, value: object) -> str:
        if not isinstance(value, str) or not value.strip() or value != value.strip():
            raise self.wrong(f"{key} is not a text, or empty, or has spaces around it")
        return value

    def texts(self, key: str, least: int = 1) -> tuple[str, ...]:
        texts = tuple(self._as_text(key, one) for one in self.items(key))
        if len(texts) < least:
            raise self.wrong(f"{key} is empty")
        if len(set(texts)) != len(texts):
            raise self.wrong(f"{key} says something twice")
        return texts

    def items(self, key: str) -> list[object]:
        value = self.get(key)
        if not isinstance(value, list):
            raise self.wrong(f"{key} is not a list")
        return value

    def flag(self, key: str) -> bool:
        value = self.get(key)
        if not isinstance(value, bool):
            raise self.wrong(f"{key} is neither true nor false")
        return value

    def weight(self, key: str) -> float:
        value = self.get(key)
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value <= 100:
            raise self.wrong(f"{key} is not a number above 0, up to 100")
        return float(value)

    def id(self) -> str:
        found = self.text("id")
        if not _ID.fullmatch(found):
            raise self.wrong("id is not in lower-case words joined by hyphens")
        return found

    def word(self, key: str, words: type[Word]) -> Word:
        return self._as_word(key, self.get(key), words)

    def _as_word(self, key: str, value: object, words: type[Word]) -> Word:
        if isinstance(value, str) and value in [word.value for word in words]:
            return words(value)
        raise self.wrong(f"{key} has an unknown word, {value!r}")

    def words(self, key: str, words: type[Word]) -> frozenset[Word]:
        found = [self._as_word(key, value, words) for value in self.items(key)]
        if len(set(found)) != len(found):
            raise self.wrong(f"{key} says something twice")
        return frozenset(found)

    def row(self, key: str) -> _Row:
        return self._as_row(key, self.get(key))

    def _as_row(self, name: str, value: object) -> _Row:
        if not isinstance(value, dict):
            raise self.wrong(f"{name} is not a table")
        return _Row(f"{self._name}, {name}" if self._name else name, value)

    def rows(self, key: str, read: Callable[[_Row], Read]) -> tuple[Read, ...]:
        """Each table of a list, by what `read` makes of it; a row is named by its id, or its place."""
        found = []
        for place, value in enumerate(self.items(key), 1):
            given = value.get("id", place) if isinstance(value, dict) else place
            row = self._as_row(f"{key} {given}", value)
            found.append(read(row))
            row.refuse_the_rest()
        if not found:
            raise self.wrong(f"{key} is empty")
        return tuple(found)

    def refuse_the_rest(self) -> None:
        if unknown := sorted(self._data.keys() - self._read):
            raise self.wrong(f"unknown {', '.join(unknown)}")


def _suggestion(row: _Row) -> Suggestion:
    suggestion = Suggestion(
        id=row.id(),
        part=row.word("part", Part),
        title=row.text("title"),
        what=row.text("what"),
        ways=row.texts("ways"),
        follow_up=row.text("follow_up"),
        asks=row.word("asks", Asks),
        gentle=row.flag("gentle"),
        fits=row.rows("fits", _fit) if row.has("fits") else (),
        never=row.words("never", Circumstance),
        leads_to=row.word("leads_to", LeadsTo) if row.has("leads_to") else None,
    )
    _check_name_only(row, suggestion.title, suggestion.what, suggestion.follow_up, *suggestion.ways)
    for fit in suggestion.fits:
        if not fit.all_of.isdisjoint(suggestion.never):
            raise row.wrong("it fits where it never shows")
    return suggestion


def _fit(row: _Row) -> Fit:
    return Fit(all_of=row.words("when", Circumstance), weight=row.weight("weight"))


def _need(row: _Row) -> NeedWords:
    need = NeedWords(
        id=row.id(), name=row.text("name"), about=row.text("about"), phrases=row.texts("phrases")
    )
    _check_name_only(row, need.name, need.about, *need.phrases)
    return need


def _parts(row: _Row) -> Mapping[Part, PartWords]:
    parts = {}
    for part in Part:
        words = row.row(part)
        parts[part] = PartWords(name=words.text("name"), about=words.text("about"))
        _check_name_only(words, parts[part].name, parts[part].about)
        words.refuse_the_rest()
    row.refuse_the_rest()
    return MappingProxyType(parts)


def _causes(row: _Row) -> Mapping[str, str]:
    causes = {tag: row.text(tag) for tag in GOT_IN_THE_WAY}
    _check_name_only(row, *causes.values())
    row.refuse_the_rest()
    return MappingProxyType(causes)


def _unsafe(row: _Row, needs: set[str], languages: tuple[UnsafeWords, ...]) -> Unsafe:
    unsafe = Unsafe(needs=row.texts("needs"), languages=languages)
    row.refuse_the_rest()
    if unknown := sorted(set(unsafe.needs) - needs):
        raise row.wrong(f"unknown need {', '.join(unknown)}")
    return unsafe


def parse_unsafe(data: Mapping[str, object], language: str) -> UnsafeWords:
    """The words of fear and harm of one language, in a parsed file; each list may be empty. Raises ValueError as above.

    That each is an expression is for `check_expressions` to say: with some 1,500 of them that takes a moment.
    """
    row = _Row(f"safety {language}", data)
    any_of = row.row("any")
    unsafe = UnsafeWords(
        words=row.texts("words", least=0),
        phrases=row.texts("phrases", least=0),
        closed=row.texts("closed", least=0),
        then=row.texts("then", least=0),
        not_meant=row.texts("not_meant", least=0),
        lists=tuple((name, any_of.texts(name)) for name in any_of.names),
    )
    row.refuse_the_rest()
    for text in unsafe.expressions:
        _refuse_unknown_lists(row, text, any_of.names)
    for _, texts in unsafe.lists:
        for text in texts:
            _refuse_unknown_lists(row, text, ())
    return unsafe


def check_expressions(unsafe: UnsafeWords) -> None:
    """Raise ValueError where one cannot be compiled. What ships is held to this by a test, and not at every start."""
    for text in (*unsafe.expressions, *(text for _, texts in unsafe.lists for text in texts)):
        try:
            re.compile(_LIST.sub("x", text))
        except re.error:
            raise ValueError(f"not a regular expression: {text}") from None


def _refuse_unknown_lists(row: _Row, text: str, lists: Iterable[str]) -> None:
    if unknown := sorted(set(_LIST.findall(text)).difference(lists)):
        raise row.wrong(f"unknown list {', '.join(unknown)}")


def _check_name_only(row: _Row, *texts: str) -> None:
    """Each brace in the texts belongs to a `{name}`."""
    for text in texts:
        if re.search(r"[{}]", text.replace("{name}", "")):
            raise row.wrong("a brace that is not {name}")


def _refuse_doubles(kind: str, ids: Iterable[str]) -> None:
    if doubled := [one for one, count in Counter(ids).items() if count > 1]:
        raise ValueError(f"{kind} {doubled[0]}: the id is there twice")
