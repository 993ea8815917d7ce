"""Whether words of fear or harm stand in what the user chose or wrote; then nothing but support is offered."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from functools import lru_cache

from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.records import MoodCheckIn, Need, Pause, Record, Try
from reconnect_desktop.domain.suggestions import Unsafe, UnsafeWords

UNSAFE_DAYS = 180  # so long words of fear or harm count

_APOSTROPHES = re.compile("['`\u00b4\u02b9\u02bc\u2018\u2019\u201b\u2032\uff07]")
_ACCENTS = re.compile("[\u0300-\u036f\u200b-\u200f\u00ad]")
_SPACES = re.compile("[ \\t\xa0\\-\u2010\u2011_*~]+")  # with those that set words in italics
_LIST = re.compile(r"\{([a-z]+)\}")
_BEGINNING = re.compile(r"\{[a-z]+\}(?![?*+])")
_REMEMBERED = 2048  # texts: more than are looked at in one go
_NOTHING = "(?!)"  # matches nowhere
_NOT_MEANT = " # "  # ends the clause, so that what stood on either side does not come together


def is_unsafe(
    tags: Iterable[str], needs: Iterable[str], notes: Iterable[str], unsafe: Unsafe, name: str = ""
) -> bool:
    """Whether any of them tells of fear or harm, in any of the languages.

    tags: chosen words; needs: ids of needs, or one's own words for them; notes: free text; name: what she is called.
    A free note is read more strictly than a tag: "hit" may mean the traffic there.
    """
    chosen = list(needs)
    if not set(chosen).isdisjoint(unsafe.needs):
        return True
    words, written, called = [*tags, *chosen], list(notes), _level(name).strip()
    return any(
        any(map(patterns.in_tag, words)) or any(map(patterns.in_note, written))
        for patterns in (_patterns(language, called) for language in unsafe.languages)
    )


def tells_of_harm(records: Iterable[Record], day: date, unsafe: Unsafe, name: str = "") -> bool:
    """Whether words of fear or harm stand in what was chosen or written in the 180 days up to `day`; letters are not read."""
    since = day - timedelta(days=UNSAFE_DAYS)
    tags: set[str] = set()
    needs: set[str] = set()
    notes: list[str] = []
    for one in records:
        if isinstance(one, Interaction) and one.when.day > since:
            tags.update(one.tags)
            notes += (one.note, one.win)
        elif isinstance(one, MoodCheckIn) and one.when.day > since:
            notes.append(one.note)
        elif isinstance(one, Need) and one.noted.day > since:
            needs.add(one.need)
            notes += (one.words, one.note)
        elif (isinstance(one, Try) and one.begun.day > since) or (
            isinstance(one, Pause) and (one.end is None or one.end > since)
        ):
            notes.append(one.note)
    written = [note for note in notes if note]
    return bool(tags or needs or written) and is_unsafe(tags, needs, written, unsafe, name)


class _Patterns:
    """The words of one language made ready to look for."""

    def __init__(self, unsafe: UnsafeWords, name: str) -> None:
        self._lists = dict(unsafe.lists)
        if name:
            self._lists |= {x: (*self._lists[x], re.escape(name)) for x in ("her", "she") if x in self._lists}
        closed = rf"{self._any_of(unsafe.closed)}(?=\s*(?:$|[^\w\s]|{self._any_of(unsafe.then)}))"
        self._not_meant = re.compile(self._any_of(unsafe.not_meant))
        # A long note takes some milliseconds, and the same ones are asked about each time.
        self.in_note = lru_cache(_REMEMBERED)(self._teller(f"{self._any_of(unsafe.phrases)}|{closed}"))
        self._in_words = lru_cache(_REMEMBERED)(self._teller(self._any_of(unsafe.words)))

    def in_tag(self, text: str) -> bool:
        return self._in_words(text) or self.in_note(text)

    def _teller(self, expression: str) -> Callable[[str], bool]:
        pattern = re.compile(expression, re.MULTILINE)
        return lambda text: self._tell(pattern, text)

    def _tell(self, pattern: re.Pattern[str], text: str) -> bool:
        # Cutting out is the slower part, so it is done only where there is something to find.
        levelled = _level(text)
        return bool(pattern.search(levelled) and pattern.search(self._not_meant.sub(_NOT_MEANT, levelled)))

    def _any_of(self, expressions: Iterable[str]) -> str:
        """One expression for any of these, of whole words; a list that many begin with is looked through once."""
        begun: dict[str, list[str]] = {}
        for expression in expressions:
            begin = _BEGINNING.match(expression)
            begun.setdefault(begin[0] if begin else "", []).append(expression[begin.end() if begin else 0 :])
        whole = "|".join(f"{begin}(?:{'|'.join(rest)})" for begin, rest in begun.items()) or _NOTHING
        return rf"\b(?:{_LIST.sub(self._list, whole)})(?!\w)"

    def _list(self, found: re.Match[str]) -> str:
        return f"(?:{'|'.join(self._lists[found[1]])})"


@lru_cache(maxsize=12)
def _patterns(unsafe: UnsafeWords, name: str) -> _Patterns:
    return _Patterns(unsafe, name)


def _level(text: str) -> str:
    """Small letters without accents and apostrophes, one space for spaces and hyphens; a line's end stays."""
    bare = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", text.casefold()))
    return _SPACES.sub(" ", _ACCENTS.sub("", bare))
