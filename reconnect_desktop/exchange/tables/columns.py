"""A table of any kind: what its columns are called, and what the user says is in each."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from enum import StrEnum
from typing import TypeVar

from reconnect_desktop.domain.errors import Invalid, Why
from reconnect_desktop.domain.measures import Medium, ReachedOut

KEPT_MOST = 10_000  # characters, as of any setting

Word = TypeVar("Word", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column is what, by its name in `Head.columns`; "" where there is none. Never a closeness.

    at: the day, or the day and the time; time: the time where it has a column of its own; minutes, seconds, hours: the length
    in each of these (they add up); reached_out: who began it; who: with whom it was.
    media, began: which of the words in `medium` and `reached_out` means what (None: nothing), where it isn't what it seems;
    without a column (or a word) for it, the medium is `otherwise`; left_out: words in these two whose rows are not wanted; hers: those in
    `who` that mean her.
    """

    at: str
    time: str = ""
    medium: str = ""
    minutes: str = ""
    seconds: str = ""
    hours: str = ""
    reached_out: str = ""
    who: str = ""
    mood: str = ""
    tags: str = ""
    note: str = ""
    media: Mapping[str, Medium] = field(default_factory=dict)
    began: Mapping[str, ReachedOut | None] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()
    hers: tuple[str, ...] = ()
    otherwise: Medium = Medium.OTHER

    def named(self) -> dict[str, str]:
        """The name of each column that there is, by what it is."""
        return {name: column for name in ROLES if (column := getattr(self, name))}


# What a column can be, in the order of `Columns`.
ROLES = tuple(one.name for one in fields(Columns) if one.type == "str")


@dataclass(frozen=True, slots=True)
class Head:
    """How a table looks: its columns, its first rows, and a guess.

    words: the different ones of each column that has few, and in how many rows each is, the most frequent first; key: the same for every table with these columns, so that what the user said of one is known for the next.
    """

    key: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    words: Mapping[str, Mapping[str, int]]
    guess: Columns


def columns_id(key: str) -> str:
    """The id of the setting that remembers the columns of tables with this key."""
    return f"columns.{key}"


def to_text(columns: Columns) -> str:
    """How it is remembered. Words are forgotten where there are too many of them to keep."""
    text = json.dumps(asdict(columns), ensure_ascii=False)
    if len(text) <= KEPT_MOST:
        return text
    return json.dumps(asdict(replace(columns, media={}, began={}, left_out=(), hers=())), ensure_ascii=False)


def from_text(text: str) -> Columns:
    """What was remembered. Raises Invalid for anything that `to_text` doesn't write."""
    told = _object(_loaded(text))
    roles = {name: _text(told.get(name, "")) for name in ROLES}
    if not roles["at"]:
        raise Invalid("columns", Why.EMPTY)
    return Columns(
        **roles,
        media={word: _word(said, Medium) for word, said in _object(told.get("media", {})).items()},
        began={
            word: None if said is None else _word(said, ReachedOut)
            for word, said in _object(told.get("began", {})).items()
        },
        left_out=_texts(told.get("left_out", [])),
        hers=_texts(told.get("hers", [])),
        otherwise=_word(told.get("otherwise", Medium.OTHER), Medium),
    )


def _loaded(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _object(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise Invalid("columns", Why.UNKNOWN_WORD)
    return value


def _word(value: object, kind: type[Word]) -> Word:
    for one in kind:
        if one.value == value:
            return one
    raise Invalid("columns", Why.UNKNOWN_WORD)


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise Invalid("columns", Why.UNKNOWN_WORD)
    return tuple(map(_text, value))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise Invalid("columns", Why.UNKNOWN_WORD)
    return value
