"""Each type of record as a plain dictionary, and back."""

from __future__ import annotations

from collections.abc import Callable

from reconnect_desktop.domain.interaction import Interaction, Medium, ReachedOut
from reconnect_desktop.domain.plain_fields import Fields, Plain, needed, write_optional, write_when
from reconnect_desktop.domain.plain_plan import read_plan, write_plan
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
    Record,
    Reflection,
    Setting,
    Topic,
    Try,
)

_LETTER = ("title", "happened", "felt", "wish", "grateful", "text")


def _write_interaction(record: Interaction) -> Plain:
    return {
        **write_when("at", record.when),
        "medium": record.medium.value,
        "minutes": record.minutes,
        "closeness": record.closeness,
        "mood": record.mood,
        "reached_out": record.reached_out.value if record.reached_out else None,
        "tags": list(record.tags),
        "note": record.note,
        "win": record.win,
        "messages": record.messages,
        "source": record.source,
        "source_key": record.source_key,
        **write_when("logged", record.logged),
    }


def _write_mood(record: MoodCheckIn) -> Plain:
    when = write_when("at", record.when)
    return {**when, "mood": record.mood, "note": record.note, **write_when("logged", record.logged)}


def _write_topic(record: Topic) -> Plain:
    return {
        "text": record.text,
        **write_when("added", record.added),
        **write_optional("done", record.done),
    }


def _write_pause(record: Pause) -> Plain:
    return {
        "reason": record.reason.value,
        "start": record.start.isoformat(),
        "end": record.end.isoformat() if record.end else None,
        "note": record.note,
    }


def _write_setting(record: Setting) -> Plain:
    return {"value": record.value}


def _write_nudge(record: Nudge) -> Plain:
    return {
        "suggestion": record.suggestion,
        "signal": record.signal,
        **write_when("shown", record.shown),
        "answer": record.answer.value if record.answer else None,
        **write_optional("answered", record.answered),
    }


def _write_try(record: Try) -> Plain:
    return {
        "suggestion": record.suggestion,
        "signal": record.signal,
        **write_when("begun", record.begun),
        "outcome": record.outcome.value if record.outcome else None,
        **write_optional("answered", record.answered),
        "note": record.note,
    }


def _write_letter(record: Letter) -> Plain:
    moments = {**write_when("begun", record.begun), **write_when("changed", record.changed)}
    texts = {name: getattr(record, name) for name in _LETTER}
    return {**moments, **texts, "suggestion": record.suggestion}


def _write_version(record: LetterVersion) -> Plain:
    texts = {name: getattr(record, name) for name in _LETTER}
    return {"letter": record.letter, **write_when("kept", record.kept), **texts}


def _write_need(record: Need) -> Plain:
    return {
        **write_when("noted", record.noted),
        "need": record.need,
        "asked": record.asked.value if record.asked else None,
        "met": record.met.value if record.met else None,
        "words": record.words,
        "note": record.note,
    }


def _write_reflection(record: Reflection) -> Plain:
    changed = write_when("changed", record.changed)
    return {**changed, "text": record.text, "intention": record.intention}


def _write_import(record: Import) -> Plain:
    return {
        **write_when("at", record.when),
        "format": record.format,
        "members": [f"{kind} {one}" for kind, one in record.members],
        "digests": " ".join(record.digests),
        "first": record.first.isoformat() if record.first else None,
        "last": record.last.isoformat() if record.last else None,
    }


def _read_interaction(fields: Fields) -> Interaction:
    when = needed("at", fields.when("at"))
    return Interaction(
        id=fields.identity(),
        when=when,
        medium=needed("medium", fields.word("medium", Medium)),
        minutes=fields.number("minutes"),
        closeness=fields.number("closeness"),
        mood=fields.number("mood"),
        reached_out=fields.word("reached_out", ReachedOut),
        tags=fields.words("tags"),
        note=fields.text("note"),
        win=fields.text("win"),
        messages=fields.number("messages"),
        source=fields.text("source"),
        source_key=fields.text("source_key"),
        logged=fields.when("logged") or when,
    )


def _read_mood(fields: Fields) -> MoodCheckIn:
    when = needed("at", fields.when("at"))
    return MoodCheckIn(
        id=fields.identity(),
        when=when,
        mood=needed("mood", fields.number("mood")),
        note=fields.text("note"),
        logged=fields.when("logged") or when,
    )


def _read_topic(fields: Fields) -> Topic:
    return Topic(
        id=fields.identity(),
        text=fields.text("text"),
        added=needed("added", fields.when("added")),
        done=fields.when("done"),
    )


def _read_pause(fields: Fields) -> Pause:
    return Pause(
        id=fields.identity(),
        reason=needed("reason", fields.word("reason", PauseReason)),
        start=needed("start", fields.day("start")),
        end=fields.day("end"),
        note=fields.text("note"),
    )


def _read_setting(fields: Fields) -> Setting:
    # The name of some is made of a word of ours and another record's id.
    return Setting(id=fields.identity(most=150), value=fields.text("value"))


def _read_nudge(fields: Fields) -> Nudge:
    return Nudge(
        id=fields.identity(),
        suggestion=fields.text("suggestion"),
        signal=fields.text("signal"),
        shown=needed("shown", fields.when("shown")),
        answer=fields.word("answer", Answer),
        answered=fields.when("answered"),
    )


def _read_try(fields: Fields) -> Try:
    return Try(
        id=fields.identity(),
        suggestion=fields.text("suggestion"),
        signal=fields.text("signal"),
        begun=needed("begun", fields.when("begun")),
        outcome=fields.word("outcome", Outcome),
        answered=fields.when("answered"),
        note=fields.text("note"),
    )


def _read_letter(fields: Fields) -> Letter:
    begun = needed("begun", fields.when("begun"))
    return Letter(
        id=fields.identity(),
        begun=begun,
        changed=fields.when("changed") or begun,
        suggestion=fields.text("suggestion"),
        **{name: fields.text(name) for name in _LETTER},
    )


def _read_version(fields: Fields) -> LetterVersion:
    return LetterVersion(
        id=fields.identity(),
        letter=fields.text("letter"),
        kept=needed("kept", fields.when("kept")),
        **{name: fields.text(name) for name in _LETTER},
    )


def _read_need(fields: Fields) -> Need:
    return Need(
        id=fields.identity(),
        noted=needed("noted", fields.when("noted")),
        need=fields.text("need"),
        asked=fields.word("asked", Asked),
        met=fields.word("met", Met),
        words=fields.text("words"),
        note=fields.text("note"),
    )


def _read_reflection(fields: Fields) -> Reflection:
    return Reflection(
        id=fields.identity(),
        changed=needed("changed", fields.when("changed")),
        text=fields.text("text"),
        intention=fields.text("intention"),
    )


def _read_import(fields: Fields) -> Import:
    members = (member.partition(" ") for member in fields.words("members"))
    return Import(
        id=fields.identity(),
        when=needed("at", fields.when("at")),
        format=fields.text("format"),
        members=tuple((kind, one) for kind, _, one in members),
        digests=tuple(fields.text("digests").split()),
        first=fields.day("first"),
        last=fields.day("last"),
    )


WRITERS: dict[type[Record], Callable[..., Plain]] = {
    Interaction: _write_interaction,
    MoodCheckIn: _write_mood,
    Topic: _write_topic,
    Plan: write_plan,
    Pause: _write_pause,
    Nudge: _write_nudge,
    Try: _write_try,
    Letter: _write_letter,
    LetterVersion: _write_version,
    Need: _write_need,
    Reflection: _write_reflection,
    Import: _write_import,
    Setting: _write_setting,
}
READERS: dict[type[Record], Callable[[Fields], Record]] = {
    Interaction: _read_interaction,
    MoodCheckIn: _read_mood,
    Topic: _read_topic,
    Plan: read_plan,
    Pause: _read_pause,
    Nudge: _read_nudge,
    Try: _read_try,
    Letter: _read_letter,
    LetterVersion: _read_version,
    Need: _read_need,
    Reflection: _read_reflection,
    Import: _read_import,
    Setting: _read_setting,
}
