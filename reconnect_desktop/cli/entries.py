"""The commands that write: add, edit, delete, mood, undo, redo."""

from __future__ import annotations

import argparse
from dataclasses import replace

from reconnect_desktop.cli.run import Command, Task
from reconnect_desktop.cli.words import interaction_line
from reconnect_desktop.domain.action import Action, Applied
from reconnect_desktop.domain.change import add, delete, edit
from reconnect_desktop.domain.checks import tidy_tags
from reconnect_desktop.domain.errors import Invalid, Why
from reconnect_desktop.domain.interaction import Interaction, Medium, ReachedOut
from reconnect_desktop.domain.length import parse_minutes
from reconnect_desktop.domain.plain import to_plain
from reconnect_desktop.domain.records import MoodCheckIn
from reconnect_desktop.domain.when import When, parse
from reconnect_desktop.output.sentences import done_words, mood_word

EMPTY = "-"


def add_interaction(task: Task) -> None:
    """Log a new interaction: now less its length, if no time was given."""
    now = task.journal.now()
    blank = Interaction(id=task.journal.new_id(), when=now, medium=Medium(task.words.medium), logged=now)
    interaction = _with_fields(blank, task.words, now)
    if not task.words.at:
        interaction = replace(interaction, when=now.minus(interaction.minutes or 0))
    task.journal.apply(Action.LOG, add(interaction))
    task.say(f"Saved.  {interaction_line(interaction)}", to_plain(interaction))


def edit_interaction(task: Task) -> None:
    """Change what was named, and nothing else."""
    before = task.journal.interaction(task.words.id)
    after = _with_fields(before, task.words, task.journal.now())
    if task.words.medium:
        after = replace(after, medium=Medium(task.words.medium))
    if after != before:
        task.journal.apply(Action.EDIT, edit(before, after))
    task.say(f"Changed.  {interaction_line(after)}", to_plain(after))


def delete_interactions(task: Task) -> None:
    """Delete all that were named, or none if one of them is unknown."""
    named = {record_id: task.journal.interaction(record_id) for record_id in task.words.ids}
    found = list({interaction.id: interaction for interaction in named.values()}.values())
    task.journal.apply(Action.DELETE, *(delete(interaction) for interaction in found))
    task.say(done_words(Action.DELETE, len(found)), [to_plain(interaction) for interaction in found])


def note_mood(task: Task) -> None:
    """Keep a mood check-in."""
    now = task.journal.now()
    when = _moment(task.words.at, now) if task.words.at else now
    check_in = MoodCheckIn(
        id=task.journal.new_id(), when=when, mood=task.words.mood, note=task.words.note, logged=now
    )
    task.journal.apply(Action.MOOD, add(check_in))
    task.say(f"Noted: {mood_word(check_in.mood).lower()}.", to_plain(check_in))


def undo(task: Task) -> None:
    """Take back the last change of whichever session."""
    _say_moved(task, task.journal.undo(any_session=True), "Undone")


def redo(task: Task) -> None:
    """Do the last undone change again."""
    _say_moved(task, task.journal.redo(any_session=True), "Done again")


def _say_moved(task: Task, applied: Applied, word: str) -> None:
    assert applied.action is not None  # every step has one
    count = len(applied.changes)
    things = "1 change" if count == 1 else f"{count:,} changes"
    task.say(
        f"{word}: {applied.action.value.replace('_', ' ')} ({things}).",
        {"action": applied.action.value, "changes": count},
    )


def _with_fields(interaction: Interaction, words: argparse.Namespace, now: When) -> Interaction:
    """`interaction` with every field that was named; "-" empties one. Raises Invalid."""
    fields: dict[str, object] = {}
    if words.minutes is not None:
        fields["minutes"] = None if words.minutes == EMPTY else parse_minutes(words.minutes)
    for name in ("closeness", "mood"):
        if (typed := getattr(words, name)) is not None:
            fields[name] = None if typed == EMPTY else _whole(name, typed)
    if words.at:
        fields["when"] = _moment(words.at, now)
    if words.reached_out:
        fields["reached_out"] = None if words.reached_out == EMPTY else ReachedOut(words.reached_out)
    if words.tags is not None:
        fields["tags"] = tidy_tags([] if words.tags == [EMPTY] else words.tags)
    for name in ("note", "win"):
        if (typed := getattr(words, name)) is not None:
            fields[name] = "" if typed == EMPTY else typed
    return replace(interaction, **fields)  # type: ignore[arg-type]  # each name has its field's type above


def _whole(name: str, typed: str) -> int:
    try:
        return int(typed)
    except ValueError:
        raise Invalid(name, Why.NOT_A_NUMBER) from None


def _moment(typed: str, now: When) -> When:
    """The moment typed; a day alone means noon, or now if it is today and noon is still to come."""
    when = parse(typed, now.zone, now.offset)
    is_day = len(typed.strip()) <= len("2026-11-22")
    return now if is_day and when.day == now.day and when.timestamp > now.timestamp else when


COMMANDS: dict[str, Command] = {
    "add": add_interaction,
    "edit": edit_interaction,
    "delete": delete_interactions,
    "mood": note_mood,
    "undo": undo,
    "redo": redo,
}
