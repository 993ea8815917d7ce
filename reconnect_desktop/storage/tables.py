"""Records as rows: the columns of each table, and the way there and back.

`storage.schema` has the same columns for SQLAlchemy; a test holds the two equal.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from reconnect_desktop.domain.interaction import Interaction, Medium, ReachedOut
from reconnect_desktop.domain.plan import Plan
from reconnect_desktop.domain.records import (
    Answer,
    Asked,
    Import,
    Letter,
    LetterVersion,
    Met,
    MoodCheckIn,
    Need,
    Nudge,
    Outcome,
    Pause,
    PauseReason,
    Reflection,
    Setting,
    Topic,
    Try,
)
from reconnect_desktop.storage.cells import optional_of, optional_row, when_of, when_row
from reconnect_desktop.storage.import_rows import IMPORTS
from reconnect_desktop.storage.plan_rows import PLANS
from reconnect_desktop.storage.rows import Row, Table
from reconnect_desktop.storage.written_tables import LETTERS, REFLECTIONS, VERSIONS


def _interaction_row(it: Interaction) -> Row:
    return (
        it.id,
        it.when.timestamp,
        *when_row(it.when),
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
        *when_row(it.logged),
        it.messages,
    )


def _interaction(row: Sequence[Any]) -> Interaction:
    return Interaction(
        id=row[0],
        when=when_of(row[2], row[3], row[4]),
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
        logged=when_of(row[15], row[16], row[17]),
        messages=row[18],
    )


def _mood_row(it: MoodCheckIn) -> Row:
    return it.id, it.when.timestamp, *when_row(it.when), it.mood, it.note, *when_row(it.logged)


def _mood(row: Sequence[Any]) -> MoodCheckIn:
    when, written = (row[2], row[3], row[4]), (row[7], row[8], row[9])
    lived = when_of(*when)
    # Most are noted at once; of tens of thousands, to make a second moment each takes as long again.
    logged = lived if written == when else when_of(*written)
    return MoodCheckIn(id=row[0], when=lived, mood=row[5], note=row[6], logged=logged)


def _topic_row(it: Topic) -> Row:
    return it.id, it.text, it.added.timestamp, *when_row(it.added), *optional_row(it.done)


def _topic(row: Sequence[Any]) -> Topic:
    done = optional_of(row[6], row[7], row[8])
    return Topic(id=row[0], text=row[1], added=when_of(row[3], row[4], row[5]), done=done)


def _pause_row(it: Pause) -> Row:
    return it.id, it.reason.value, it.start.isoformat(), it.end.isoformat() if it.end else None, it.note


def _pause(row: Sequence[Any]) -> Pause:
    end = date.fromisoformat(row[3]) if row[3] else None
    start = date.fromisoformat(row[2])
    return Pause(id=row[0], reason=PauseReason(row[1]), start=start, end=end, note=row[4])


def _nudge_row(it: Nudge) -> Row:
    shown, answered = when_row(it.shown), optional_row(it.answered)
    answer = it.answer.value if it.answer else None
    return it.id, it.suggestion, it.signal, it.shown.timestamp, *shown, answer, *answered


def _nudge(row: Sequence[Any]) -> Nudge:
    return Nudge(
        id=row[0],
        suggestion=row[1],
        signal=row[2],
        shown=when_of(row[4], row[5], row[6]),
        answer=Answer(row[7]) if row[7] else None,
        answered=optional_of(row[8], row[9], row[10]),
    )


def _try_row(it: Try) -> Row:
    begun, answered = when_row(it.begun), optional_row(it.answered)
    outcome = it.outcome.value if it.outcome else None
    return it.id, it.suggestion, it.signal, it.begun.timestamp, *begun, outcome, *answered, it.note


def _try(row: Sequence[Any]) -> Try:
    return Try(
        id=row[0],
        suggestion=row[1],
        signal=row[2],
        begun=when_of(row[4], row[5], row[6]),
        outcome=Outcome(row[7]) if row[7] else None,
        answered=optional_of(row[8], row[9], row[10]),
        note=row[11],
    )


def _need_row(it: Need) -> Row:
    asked, met = it.asked.value if it.asked else None, it.met.value if it.met else None
    return it.id, it.noted.timestamp, *when_row(it.noted), it.need, asked, met, it.words, it.note


def _need(row: Sequence[Any]) -> Need:
    return Need(
        id=row[0],
        noted=when_of(row[2], row[3], row[4]),
        need=row[5],
        asked=Asked(row[6]) if row[6] else None,
        met=Met(row[7]) if row[7] else None,
        words=row[8],
        note=row[9],
    )


_ANSWERED = ("answered_local", "answered_offset", "answered_zone")

INTERACTIONS = Table(
    "interactions",
    (
        *("id", "utc", "local", "offset", "zone", "medium", "minutes", "closeness", "mood", "reached_out"),
        *("tags", "note", "win", "source", "source_key", "logged_local", "logged_offset", "logged_zone"),
        "messages",
    ),
    "utc, id",
    _interaction_row,
    _interaction,
    added=1,  # messages, since the fifth
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
    Plan: PLANS,
    Pause: PAUSES,
    Nudge: NUDGES,
    Try: TRIES,
    Letter: LETTERS,
    LetterVersion: VERSIONS,
    Need: NEEDS,
    Reflection: REFLECTIONS,
    Import: IMPORTS,
    Setting: SETTINGS,
}
