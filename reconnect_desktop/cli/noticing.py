"""The commands that tell what was noticed, and what fits: signals, suggest."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from reconnect_desktop.cli.advice_words import chosen_lines, in_order, plain_chosen, plain_signal
from reconnect_desktop.cli.looking import typed_day
from reconnect_desktop.cli.run import Command, Task
from reconnect_desktop.cli.words import printable
from reconnect_desktop.domain.records import Pause, PauseReason
from reconnect_desktop.domain.settings import HER_NAME, RHYTHM
from reconnect_desktop.domain.signals import Gap, Of, Signal, replay
from reconnect_desktop.domain.situation import pause_on
from reconnect_desktop.domain.when import end_of
from reconnect_desktop.output.pause_words import pause_sentence
from reconnect_desktop.output.signal_words import signal_sentence
from reconnect_desktop.output.suggestion_words import missing_sentence, quiet_sentence

NOTHING = "Nothing stands out."
NONE: frozenset[Signal] = frozenset()
Day = tuple[date, frozenset[Signal]]


def signals(task: Task) -> None:
    """Say what stands out on a day, or on each of many."""
    words = task.words
    if words.replay or words.since or words.until:
        _replay(task)
        return
    day = typed_day("on", words.on) or task.journal.now().day
    pause = pause_on(day, task.journal.all(Pause))
    found = NONE if _in_grief(pause) else task.journal.signals(day)
    task.say("" if words.json else "\n".join(_lines(task, found, day, pause)), _plain((day, found)))


def _in_grief(pause: Pause | None) -> bool:
    """Whether nothing is to be counted."""
    return pause is not None and pause.reason is PauseReason.GRIEF


def _lines(task: Task, found: frozenset[Signal], day: date, pause: Pause | None) -> list[str]:
    """What stands out in words."""
    if pause and _in_grief(pause):
        return [pause_sentence(pause, day)]
    if found:
        return [signal_sentence(signal) for signal in in_order(found)]
    now = task.journal.now()
    missing = missing_sentence(task.journal.advice(now if day == now.day else end_of(day, now)).situation)
    return [NOTHING, missing] if missing else [NOTHING]


def suggest(task: Task) -> None:
    """Say what fits best now, asked for: rests, quiet hours and "off" do not count, but safety does."""
    advice = task.journal.advice(task.journal.now(), asked=True)
    name = task.journal.setting(HER_NAME)
    lines = [pause_sentence(advice.pause, advice.day)] if advice.pause else []
    lines += chosen_lines(advice.chosen, name) if advice.chosen else [quiet_sentence(advice)]
    plain = plain_chosen(advice.chosen, advice, name) if advice.chosen else None
    task.say("\n".join(printable(line) for line in lines), plain)


def _replay(task: Task) -> None:
    found, pauses = list(_days(task)), task.journal.all(Pause)
    told = [
        line
        for before, after in _pairs(found)
        if not _in_grief(pause_on(after[0], pauses))  # nothing came back there, either
        for line in _changes(before, after)
    ]
    task.say("\n".join(told or [NOTHING]), [_plain(day) for day in found])


def _days(task: Task) -> Iterator[Day]:
    """Each day wanted with its signals, from the day of the first entry on."""
    words, contacts = task.words, task.journal.contacts()
    first, last = (
        typed_day("since", words.since),
        typed_day("until", words.until) or typed_day("on", words.on),
    )
    if not contacts:
        return
    since = max(first or date.min, min(contact.known for contact in contacts))
    until = last or task.journal.now().day
    days = [since + timedelta(days=ahead) for ahead in range((until - since).days + 1)]
    pauses, rhythm = task.journal.all(Pause), task.journal.setting(RHYTHM)
    for on, found in zip(days, replay(contacts, pauses, days, rhythm), strict=True):
        yield on, NONE if _in_grief(pause_on(on, pauses)) else found


def _pairs(days: list[Day]) -> Iterator[tuple[frozenset[Signal], Day]]:
    before = NONE
    for day in days:
        yield before, day
        before = day[1]


def _changes(before: frozenset[Signal], day: Day) -> list[str]:
    """A line for each signal that came on or went off on this day."""
    on, after = day
    was, now = {_key(signal) for signal in before}, {_key(signal) for signal in after}
    came = [signal_sentence(signal) for signal in in_order(after) if _key(signal) not in was]
    went = [_over(signal) for signal in in_order(before) if _key(signal) not in now]
    return [f"{on.isoformat()}  {line}" for line in went + came]


def _key(signal: Signal) -> tuple[str, str]:
    return signal.kind, signal.of.value if isinstance(signal, Gap) else ""


def _over(signal: Signal) -> str:
    if not isinstance(signal, Gap):
        return "Closeness is nearer to your usual again."
    return "In touch again." if signal.of is Of.CONTACT else "The gap in talks is over."


def _plain(day: Day) -> dict[str, object]:
    on, found = day
    return {"on": on.isoformat(), "signals": [plain_signal(signal) for signal in in_order(found)]}


COMMANDS: dict[str, Command] = {"signals": signals, "suggest": suggest}
