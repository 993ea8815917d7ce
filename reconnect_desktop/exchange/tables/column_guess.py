"""What the columns of a table likely are, by their names and by what is in them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial

from reconnect_desktop.domain.errors import Invalid
from reconnect_desktop.domain.interaction import Medium
from reconnect_desktop.domain.measures import ReachedOut
from reconnect_desktop.exchange.diaries import mood_words
from reconnect_desktop.exchange.people.people import clean_name
from reconnect_desktop.exchange.reading.folding import plain_digits
from reconnect_desktop.exchange.tables.column_words import roles_of
from reconnect_desktop.exchange.tables.columns import Columns
from reconnect_desktop.exchange.tables.day_column import DayColumn
from reconnect_desktop.exchange.tables.length_cells import MINUTE, seconds_of
from reconnect_desktop.exchange.tables.medium_words import began_of, came_to_nothing, medium_of
from reconnect_desktop.exchange.tables.time_of_day import read_time

SAMPLE = 200  # cells by which a column is judged
WORDS_MOST = 1_000  # different words of a column that has few
WORD_MOST = 100  # characters
_SURE = 0.8  # of the cells are what the column is said to be
_MEDIA_MOST = 30
_DAY_MINUTES = 24 * 60
_CALL_MINUTES = 3 * 60
_PHONE = re.compile(r"\+?(?:[\s()./-]*\d){6,16}\)?")
_SHORT_CLOCK = re.compile(r"(\d{1,4}):\d\d")
_LENGTHS = ("seconds", "minutes", "hours")
_LASTING = (Medium.CALL, Medium.VIDEO, Medium.VISIT)
_SOME_DAYS = 0.5  # of the cells are days: it may be asked how they are written


@dataclass(slots=True)
class Seen:
    """What was seen of one column: its first cells, its different words (None where there are many), and its days."""

    name: str
    sample: list[str] = field(default_factory=list)
    words: Counter[str] | None = field(default_factory=Counter)
    days: DayColumn = field(default_factory=DayColumn)
    days_matter: bool = True

    def take(self, cell: str) -> None:
        """Take note of one cell."""
        if not cell.strip():
            return
        if self.days_matter:
            self.days.take(cell)
        if len(self.sample) < SAMPLE:
            self.sample.append(cell)
            self.days_matter = len(self.sample) < SAMPLE or self.is_days(_SOME_DAYS)
        if self.words is not None:
            self.words[clean_name(cell)] += 1
            if len(self.words) > WORDS_MOST or len(cell) > WORD_MOST:
                self.words = None

    def is_days(self, share: float = _SURE) -> bool:
        """Whether nearly all of its cells are days."""
        return self.days.is_days(share)

    def share(self, fits: Callable[[str], object]) -> float:
        """Of how many of its cells this holds."""
        return sum(bool(fits(cell)) for cell in self.sample) / len(self.sample) if self.sample else 0.0

    @property
    def few_words(self) -> dict[str, int]:
        """Its different words, the most frequent first, and how often each is there; none where there are many."""
        return {word: count for word, count in self.words.most_common() if word} if self.words else {}


def is_day_column(seen: Seen) -> bool:
    """Whether it has days that are no mere numbers, unless its name says so."""
    named = roles_of(seen.name).get("at", 0) > 1
    return seen.is_days() and (named or seen.share(lambda cell: not cell.strip().isdecimal()) > _SURE)


def guess(columns: Iterable[Seen]) -> Columns:
    """The likeliest role of each column; `at` is "" where there is no day."""
    guessing = _Guessing(list(columns))
    guessing.guess_days()
    guessing.guess_length()
    guessing.guess_words()
    guessing.guess_unit()
    guessing.guess_texts()
    return guessing.columns()


class _Guessing:
    def __init__(self, columns: list[Seen]) -> None:
        self._left = columns
        self._numbers = [seen for seen in columns if _score(seen, "who")]
        self._roles: dict[str, Seen] = {}

    def guess_days(self) -> None:
        days = [seen for seen in self._left if is_day_column(seen)]
        self._take("at", days, lambda seen: _score(seen, "at") + (seen.days.clocks > 0) / 2)
        at = self._roles.get("at")
        if at is not None and not at.days.clocks:
            clocks = [seen for seen in self._left if seen.share(_is_clock) >= _SURE]
            self._take("time", clocks, _time_score, least=1)

    def guess_length(self) -> None:
        lengths = [seen for seen in self._left if _may_be_length(seen)]
        for role in _LENGTHS:
            self._take(role, lengths, partial(_best_score, (role,)), least=1)
        if not self._roles.keys() & set(_LENGTHS):
            self._take("length", lengths, partial(_best_score, ("length",)), least=1)
            no_clocks = [seen for seen in lengths if seen.share(_is_clock) < 1 - _SURE]
            self._take("length", no_clocks, partial(_best_score, ("time",)), least=1)

    def guess_words(self) -> None:
        few = [seen for seen in self._left if 0 < len(seen.few_words) <= _MEDIA_MOST]
        self._take("reached_out", few, _began_score, least=1)
        self._take("medium", few, _medium_score, least=1)
        many = [seen for seen in self._left if len(seen.few_words) > 1 and not _told(seen, medium_of)]
        self._take("who", many, _who_score, least=2)
        moods = [seen for seen in self._left if seen.share(_is_mood) >= _SURE]
        self._take("mood", moods, partial(_best_score, ("mood",)), least=1)

    def guess_unit(self) -> None:
        """In what the length is counted where its name doesn't say it: hardly a call takes as long as a visit."""
        if length := self._roles.pop("length", None):
            most = _CALL_MINUTES if self._lists_calls() else _DAY_MINUTES
            self._roles["seconds" if _counts_seconds(length, most) else "minutes"] = length

    def guess_texts(self) -> None:
        for role in ("note", "tags"):
            self._take(role, self._left, partial(_best_score, (role,)), least=2)

    def columns(self) -> Columns:
        named = {"at": ""} | {role: seen.name for role, seen in self._roles.items()}
        words = (*self._words("medium"), *self._words("reached_out"))
        return Columns(
            **named,
            media={},
            began={},
            left_out=tuple(word for word in words if came_to_nothing(word)),
            hers=tuple(word for word in self._words("who") if began_of(word) is ReachedOut.MOM),
            otherwise=self._otherwise(),
        )

    def _otherwise(self) -> Medium:
        if self._lists_calls():
            return Medium.CALL
        names = [medium_of(seen.name) for seen in self._lengths()]
        told = [medium for medium in _LASTING if medium in names]
        return told[0] if len(told) == 1 else Medium.OTHER

    def _lists_calls(self) -> bool:
        """What nobody answered, or one of two began and took a while, was a call; and what took a while with a number."""
        has_length = bool(self._lengths())
        if has_length and any(seen.share(_is_phone) >= _SURE for seen in self._numbers):
            return True
        began_alone = "medium" not in self._roles and "reached_out" in self._roles
        return began_alone and (has_length or any(map(came_to_nothing, self._words("reached_out"))))

    def _lengths(self) -> list[Seen]:
        return [seen for role in (*_LENGTHS, "length") if (seen := self._roles.get(role))]

    def _words(self, role: str) -> tuple[str, ...]:
        seen = self._roles.get(role)
        return tuple(seen.few_words) if seen else ()

    def _take(
        self, role: str, candidates: list[Seen], score: Callable[[Seen], float], *, least: float = 0
    ) -> None:
        """Give the role to the best of those that are left, the first of equals, if it is good enough."""
        best = max((seen for seen in candidates if seen in self._left), key=score, default=None)
        if best is not None and role not in self._roles and score(best) >= least:
            self._roles[role] = best
            self._left = [seen for seen in self._left if seen is not best]


def _score(seen: Seen, role: str) -> int:
    return roles_of(seen.name).get(role, 0)


def _best_score(roles: tuple[str, ...], seen: Seen) -> int:
    return max(_score(seen, role) for role in roles)


def _began_score(seen: Seen) -> int:
    if not _told(seen, _says_who_began):
        return 0
    has_me = any(began_of(word) is ReachedOut.ME for word in seen.few_words)
    return _best_score(("reached_out", "medium", *(("who",) if has_me else ())), seen)


def _time_score(seen: Seen) -> int:
    """What is called a length is none, though "talk time" and "Czas trwania" have a time in them."""
    score = _best_score(("time", "at"), seen)
    return score if score > _best_score(("length", *_LENGTHS), seen) else 0


def _who_score(seen: Seen) -> int:
    """A name that is only part of the column's is enough where numbers stand in it."""
    score = _score(seen, "who")
    return 2 if score == 1 and seen.share(_is_phone) >= _SURE else score


def _may_be_length(seen: Seen) -> bool:
    return not seen.is_days() and seen.share(_is_length) >= _SURE


def _told(seen: Seen, says: Callable[[str], object]) -> bool:
    """Whether most of its words say it."""
    return sum(bool(says(word)) for word in seen.few_words) * 2 >= len(seen.few_words)


def _says_who_began(word: str) -> bool:
    return (began_of(word) is not None and medium_of(word) in (None, Medium.CALL)) or came_to_nothing(word)


def _medium_score(seen: Seen) -> float:
    named, told = _score(seen, "medium"), _told(seen, medium_of)
    return named + 2 * told if told or named > 1 else 0


def _is_clock(cell: str) -> bool:
    return not cell.strip().isdecimal() and read_time(cell) is not None


def _is_length(cell: str) -> bool:
    try:
        seconds_of(cell, MINUTE)
    except Invalid:
        return False
    return True


def _is_mood(cell: str) -> bool:
    return plain_digits(cell.strip()) in ("1", "2", "3", "4", "5") or mood_words.guess(cell) is not None


def _is_phone(cell: str) -> bool:
    return _PHONE.fullmatch(plain_digits(cell.strip())) is not None


def _counts_seconds(seen: Seen, most: int) -> bool:
    """Whether there are lengths beyond so many minutes if they were minutes, or beyond a day if they were hours and minutes."""
    numbers = [plain_digits(cell.strip()) for cell in seen.sample]
    bare = [int(number) for number in numbers if number.isdecimal() and len(number) < 9]
    firsts = [int(match[1]) for number in numbers if (match := _SHORT_CLOCK.fullmatch(number))]
    return max(bare, default=0) > most or max(firsts, default=0) >= 24
