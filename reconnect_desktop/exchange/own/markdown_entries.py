"""One record each as lines of Markdown."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from reconnect_desktop.domain.interaction import CLOSENESS, MOOD, Interaction, ReachedOut
from reconnect_desktop.domain.plan import Again, Plan, PlanKind
from reconnect_desktop.domain.records import (
    Letter,
    MoodCheckIn,
    Need,
    Pause,
    Record,
    Reflection,
    Topic,
    Try,
)
from reconnect_desktop.domain.when import When
from reconnect_desktop.exchange.own.markdown_text import line, quote
from reconnect_desktop.exchange.tables.month_names import in_english

_WHO = {
    ReachedOut.ME: "I reached out",
    ReachedOut.MOM: "she reached out",
    ReachedOut.BOTH: "we both reached out",
}
_PARTS = {
    "happened": "What happened",
    "felt": "How it felt",
    "wish": "What I wish for",
    "grateful": "What I am grateful for",
}


_KINDS = {
    PlanKind.CONTACT: "Time with her",
    PlanKind.FOLLOW_UP: "Follow-up",
    PlanKind.BIRTHDAY: "Birthday",
    PlanKind.DATE: "Date",
}
_AGAIN = {
    Again.NEVER: "",
    Again.WEEKLY: "every week",
    Again.TWO_WEEKS: "every two weeks",
    Again.MONTHLY: "every month",
    Again.YEARLY: "every year",
}


def lines(record: Record) -> Iterator[str]:
    """A heading and what belongs to it; of what is one of a list, one line."""
    return _WRITERS[type(record)](record)


def day_words(day: date) -> str:
    """As in "14 November 2026"."""
    return f"{day.day} {in_english(day.month)} {day.year}"


def _moment(when: When) -> str:
    return f"{when.day.day} {in_english(when.day.month)}, {when.local:%H:%M}"


def _interaction(it: Interaction) -> Iterator[str]:
    yield f"### {_moment(it.when)} · {it.medium.value.capitalize()}"
    facts = (
        f"{it.minutes} min" if it.minutes is not None else "",
        f"{it.messages:,} {'message' if it.messages == 1 else 'messages'}" if it.messages else "",
        f"closeness {it.closeness} of {CLOSENESS[-1]}" if it.closeness else "",
        f"my mood {it.mood} of {MOOD[-1]}" if it.mood else "",
        _WHO[it.reached_out] if it.reached_out else "",
    )
    told = " · ".join(filter(None, facts))
    yield from _list(told[:1].upper() + told[1:], _said("Tags", ", ".join(it.tags)), _said("Win", it.win))
    yield from _quoted(it.note)


def _mood(it: MoodCheckIn) -> Iterator[str]:
    yield f"### {_moment(it.when)} · My mood: {it.mood} of {MOOD[-1]}"
    yield from _quoted(it.note)


def _need(it: Need) -> Iterator[str]:
    yield f"### {_moment(it.noted)} · What I need: {line(it.need)}"
    yield from _list(
        _said("Asked for", _plain(it.asked)), _said("Met", _plain(it.met)), _said("In words", it.words)
    )
    yield from _quoted(it.note)


def _try(it: Try) -> Iterator[str]:
    yield f"### {_moment(it.begun)} · Tried: {line(it.suggestion)}"
    yield from _list(_said("How it went", _plain(it.outcome)))
    yield from _quoted(it.note)


def _reflection(it: Reflection) -> Iterator[str]:
    yield "### Looking back"
    yield from _quoted(it.text)
    yield from _list(_said("For the month after", it.intention))


def _letter(it: Letter) -> Iterator[str]:
    yield f"### {line(it.title) or 'Letter'} · {day_words(it.changed.day)}"
    for name, words in _PARTS.items():
        if getattr(it, name).strip():
            yield from ("", f"**{words}**", *_quoted(getattr(it, name)))
    if it.text.strip():
        yield from ("", "**The letter**", *_quoted(it.text))


def _topic(it: Topic) -> Iterator[str]:
    yield f"- {line(it.text)}{f' (done on {day_words(it.done.day)})' if it.done else ''}"


def _plan(it: Plan) -> Iterator[str]:
    told = (
        f"{day_words(it.day)}{f', {it.time:%H:%M}' if it.time else ''}",
        _KINDS[it.kind],
        line(it.text),
        it.medium.value if it.medium else "",
        _AGAIN[it.again],
    )
    yield f"- {' · '.join(filter(None, told))}"


def _pause(it: Pause) -> Iterator[str]:
    until = f" to {day_words(it.end)}" if it.end else " until now"
    yield f"- {day_words(it.start)}{until} · {it.reason.value}{f' · {line(it.note)}' if it.note.strip() else ''}"


def _list(*points: str) -> Iterator[str]:
    if some := [f"- {point}" for point in points if point]:
        yield from ("", *some)


def _said(what: str, text: str) -> str:
    return f"{what}: {line(text)}" if text.strip() else ""


def _plain(word: str | None) -> str:
    return word.replace("_", " ") if word else ""


def _quoted(text: str) -> Iterator[str]:
    if text.strip():
        yield from ("", *quote(text))


_WRITERS: Mapping[type[Record], Callable[[Any], Iterator[str]]] = {
    Interaction: _interaction,
    MoodCheckIn: _mood,
    Need: _need,
    Try: _try,
    Reflection: _reflection,
    Letter: _letter,
    Topic: _topic,
    Plan: _plan,
    Pause: _pause,
}
