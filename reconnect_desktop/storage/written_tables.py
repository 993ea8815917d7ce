"""What is written at length as rows: letters, their versions, reflections."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reconnect_desktop.domain.records import Letter, LetterVersion, Reflection
from reconnect_desktop.storage.cells import when_of, when_row
from reconnect_desktop.storage.rows import Row, Table

_LETTER = ("title", "happened", "felt", "wish", "grateful", "text")


def _texts(it: Letter | LetterVersion) -> Row:
    return it.title, it.happened, it.felt, it.wish, it.grateful, it.text


def _named(texts: Sequence[Any]) -> dict[str, Any]:
    return dict(zip(_LETTER, texts, strict=True))


def _letter_row(it: Letter) -> Row:
    begun, changed = when_row(it.begun), when_row(it.changed)
    return it.id, it.begun.timestamp, *begun, *changed, *_texts(it), it.suggestion


def _letter(row: Sequence[Any]) -> Letter:
    begun, changed = when_of(row[2], row[3], row[4]), when_of(row[5], row[6], row[7])
    return Letter(id=row[0], begun=begun, changed=changed, suggestion=row[14], **_named(row[8:14]))


def _version_row(it: LetterVersion) -> Row:
    return it.id, it.letter, it.kept.timestamp, *when_row(it.kept), *_texts(it)


def _version(row: Sequence[Any]) -> LetterVersion:
    kept = when_of(row[3], row[4], row[5])
    return LetterVersion(id=row[0], letter=row[1], kept=kept, **_named(row[6:12]))


def _reflection_row(it: Reflection) -> Row:
    return it.id, *when_row(it.changed), it.text, it.intention


def _reflection(row: Sequence[Any]) -> Reflection:
    return Reflection(id=row[0], changed=when_of(row[1], row[2], row[3]), text=row[4], intention=row[5])


LETTERS = Table(
    "letters",
    (
        *("id", "begun_utc", "begun_local", "begun_offset", "begun_zone"),
        *("changed_local", "changed_offset", "changed_zone", *_LETTER, "suggestion"),
    ),
    "begun_utc, seq",
    _letter_row,
    _letter,
)
VERSIONS = Table(
    "letter_versions",
    ("id", "letter", "kept_utc", "kept_local", "kept_offset", "kept_zone", *_LETTER),
    "kept_utc, seq",
    _version_row,
    _version,
)
REFLECTIONS = Table(
    "reflections",
    ("id", "changed_local", "changed_offset", "changed_zone", "text", "intention"),
    "id",
    _reflection_row,
    _reflection,
)
