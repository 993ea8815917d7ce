"""Records as rows: the columns of each table, and the way there and back.

`storage.schema` has the same columns for SQLAlchemy; a test holds the two equal.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from reconnect_desktop.domain.interaction import Interaction, Medium, ReachedOut
from reconnect_desktop.domain.records import (
    Answer,
    Asked,
    Letter,
    LetterVersion,
    Met,
    MoodCheckIn,
    Need,
    Nudge,
    Outcome,
    Pause,
    PauseReason,
    Setting,
    Topic,
    Try,
)
from reconnect_desktop.domain.when import When
from reconnect_desktop.storage.rows import Row, Table


def _when_row(when: When) -> Row:
    return when.local.isoformat(" "), when.offset, when.zone


def _when(local: str, offset: int, zone: str) -> When:
    return When(datetime.fromisoformat(local), offset, zone)


def _interaction_row(it: Interaction) -> Row:
    return (
        it.id,
        it.when.timestamp,
        *_when_row(it.when),
        it.medium.value,
        it.minutes,
        it.closeness,
        it.mood,
        it.reached_out.value if it.reached_out else None,
        "\n".join(it.tags),
        it.note,
        it.win,
        it.source,
        it.source_key,
        *_when_row(it.logged),
    )


def _interaction(row: Sequence[Any]) -> Interaction:
    return Interaction(
        id=row[0],
        when=_when(row[2], row[3], row[4]),
        medium=Medium(row[5]),
        minutes=row[6],
        closeness=row[7],
        mood=row[8],
        reached_out=ReachedOut(row[9]) if row[9] else None,
        tags=tuple(row[10].split("\n")) if row[10] else (),
        note=row[11],
        win=row[12],
        source=row[13],
        source_key=row[14],
        logged=_when(row[15], row[16], row[17]),
    )


def _mood_row(it: MoodCheckIn) -> Row:
    return it.id, it.when.timestamp, *_when_row(it.when), it.mood, it.note, *_when_row(it.logged)


def _mood(row: Sequence[Any]) -> MoodCheckIn:
    when, logged = _when(row[2], row[3], row[4]), _when(row[7], row[8], row[9])
    return MoodCheckIn(id=row[0], when=when, mood=row[5], note=row[6], logged=logged)


def _optional_row(when: When | None) -> Row:
    return _when_row(when) if when else (None, None, None)


def _optional(local: str | None, offset: int, zone: str) -> When | None:
    return _when(local, offset, zone) if local is not None else None


def _topic_row(it: Topic) -> Row:
    return it.id, it.text, it.added.timestamp, *_when_row(it.added), *_optional_row(it.done)


def _topic(row: Sequence[Any]) -> Topic:
    done = _optional(row[6], row[7], row[8])
    return Topic(id=row[0], text=row[1], added=_when(row[3], row[4], row[5]), done=done)


def _pause_row(it: Pause) -> Row:
    return it.id, it.reason.value, it.start.isoformat(), it.end.isoformat() if it.end else None, it.note


def _pause(row: Sequence[Any]) -> Pause:
    end = date.fromisoformat(row[3]) if row[3] else None
    start = date.fromisoformat(row[2])
    return Pause(id=row[0], reason=PauseReason(row[1]), start=start, end=end, note=row[4])


def _nudge_row(it: Nudge) -> Row:
    shown, answered = _when_row(it.shown), _optional_row(it.answered)
    answer = it.answer.value if it.answer else None
    return it.id, it.suggestion, it.signal, it.shown.timestamp, *shown, answer, *answered


def _nudge(row: Sequence[Any]) -> Nudge:
    return Nudge(
        id=row[0],
        suggestion=row[1],
        signal=row[2],
        shown=_when(row[4], row[5], row[6]),
        answer=Answer(row[7]) if row[7] else None,
        answered=_optional(row[8], row[9], row[10]),
    )


def _try_row(it: Try) -> Row:
    begun, answered = _when_row(it.begun), _optional_row(it.answered)
    outcome = it.outcome.value if it.outcome else None
    return it.id, it.suggestion, it.signal, it.begun.timestamp, *begun, outcome, *answered, it.note


def _try(row: Sequence[Any]) -> Try:
    return Try(
        id=row[0],
        suggestion=row[1],
        signal=row[2],
        begun=_when(row[4], row[5], row[6]),
        outcome=Outcome(row[7]) if row[7] else None,
        answered=_optional(row[8], row[9], row[10]),
        note=row[11],
    )


def _texts(it: Letter | LetterVersion) -> Row:
    return it.title, it.happened, it.felt, it.wish, it.grateful, it.text


def _named(texts: Sequence[Any]) -> dict[str, Any]:
    return dict(zip(_LETTER, texts, strict=True))


def _letter_row(it: Letter) -> Row:
    begun, changed = _when_row(it.begun), _when_row(it.changed)
    return it.id, it.begun.timestamp, *begun, *changed, *_texts(it), it.suggestion


def _letter(row: Sequence[Any]) -> Letter:
    begun, changed = _when(row[2], row[3], row[4]), _when(row[5], row[6], row[7])
    return Letter(id=row[0], begun=begun, changed=changed, suggestion=row[14], **_named(row[8:14]))


def _version_row(it: LetterVersion) -> Row:
    return it.id, it.letter, it.kept.timestamp, *_when_row(it.kept), *_texts(it)


def _version(row: Sequence[Any]) -> LetterVersion:
    kept = _when(row[3], row[4], row[5])
    return LetterVersion(id=row[0], letter=row[1], kept=kept, **_named(row[6:12]))


def _need_row(it: Need) -> Row:
    asked, met = it.asked.value if it.asked else None, it.met.value if it.met else None
    return it.id, it.noted.timestamp, *_when_row(it.noted), it.need, asked, met, it.words, it.note


def _need(row: Sequence[Any]) -> Need:
    return Need(
        id=row[0],
        noted=_when(row[2], row[3], row[4]),
        need=row[5],
        asked=Asked(row[6]) if row[6] else None,
        met=Met(row[7]) if row[7] else None,
        words=row[8],
        note=row[9],
    )


_LETTER = ("title", "happened", "felt", "wish", "grateful", "text")
_ANSWERED = ("answered_local", "answered_offset", "answered_zone")

INTERACTIONS = Table(
    "interactions",
    (
        *("id", "utc", "local", "offset", "zone", "medium", "minutes", "closeness", "mood", "reached_out"),
        *("tags", "note", "win", "source", "source_key", "logged_local", "logged_offset", "logged_zone"),
    ),
    "utc, id",
    _interaction_row,
    _interaction,
)
MOODS = Table(
    "moods",
    ("id", "utc", "local", "offset", "zone", "mood", "note", "logged_local", "logged_offset", "logged_zone"),
    "utc, id",
    _mood_row,
    _mood,
)
TOPICS = Table(
    "topics",
    (
        *("id", "text", "added_utc", "added_local", "added_offset", "added_zone"),
        *("done_local", "done_offset", "done_zone"),
    ),
    "added_utc, seq",
    _topic_row,
    _topic,
)
PAUSES = Table("pauses", ("id", "reason", "start", "end", "note"), "start, id", _pause_row, _pause)
NUDGES = Table(
    "nudges",
    (
        *("id", "suggestion", "signal", "shown_utc", "shown_local", "shown_offset", "shown_zone", "answer"),
        *_ANSWERED,
    ),
    "shown_utc, seq",
    _nudge_row,
    _nudge,
)
TRIES = Table(
    "tries",
    (
        *("id", "suggestion", "signal", "begun_utc", "begun_local", "begun_offset", "begun_zone", "outcome"),
        *_ANSWERED,
        "note",
    ),
    "begun_utc, seq",
    _try_row,
    _try,
)
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
NEEDS = Table(
    "needs",
    (
        *("id", "noted_utc", "noted_local", "noted_offset", "noted_zone"),
        *("need", "asked", "met", "words", "note"),
    ),
    "noted_utc, seq",
    _need_row,
    _need,
)
SETTINGS = Table(
    "settings",
    ("id", "value"),
    "id",
    lambda it: (it.id, it.value),
    lambda row: Setting(id=row[0], value=row[1]),
)

TABLES: dict[type[object], Table[Any]] = {
    Interaction: INTERACTIONS,
    MoodCheckIn: MOODS,
    Topic: TOPICS,
    Pause: PAUSES,
    Nudge: NUDGES,
    Try: TRIES,
    Letter: LETTERS,
    LetterVersion: VERSIONS,
    Need: NEEDS,
    Setting: SETTINGS,
}
