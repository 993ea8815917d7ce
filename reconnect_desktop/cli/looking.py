"""The commands that only look: log, status."""

from __future__ import annotations

from datetime import date

from reconnect_desktop.cli.run import Command, Task
from reconnect_desktop.cli.words import interaction_line, printable, rounded
from reconnect_desktop.domain.errors import Invalid, Why
from reconnect_desktop.domain.filter import Filter
from reconnect_desktop.domain.glance import LOOKED_AT, Glance, glance
from reconnect_desktop.domain.interaction import Medium
from reconnect_desktop.domain.looking_up import is_quiet
from reconnect_desktop.domain.plain import to_plain
from reconnect_desktop.domain.records import Pause, Topic
from reconnect_desktop.domain.settings import HER_NAME
from reconnect_desktop.domain.when import end_of
from reconnect_desktop.output.status_words import status_lines
from reconnect_desktop.output.today_words import ALL_AS_USUAL


def log(task: Task) -> None:
    """Print the interactions that fit, newest first."""
    wanted = Filter(
        text=task.words.search,
        since=typed_day("since", task.words.since),
        until=typed_day("until", task.words.until),
        media=frozenset(Medium(medium) for medium in task.words.medium or ()),
    )
    found = task.journal.interactions()
    if not wanted.is_empty:
        fitting = set(task.journal.find(wanted))
        found = [interaction for interaction in found if interaction.id in fitting]
    lines = [interaction_line(interaction) for interaction in found]
    task.say("\n".join(lines) if lines else "Nothing logged that fits.", [to_plain(it) for it in found])


def status(task: Task) -> None:
    """Say how things are on a day: the sentences of Today, and their numbers; it writes nothing."""
    from reconnect_desktop.cli.advice_words import advice_lines, plain_advice

    day, now = typed_day("on", task.words.on), task.journal.now()
    advice = task.journal.advice(now if day in (None, now.day) else end_of(day, now), quiet_hours=False)
    seen = _glance(task, advice.day)
    name = task.journal.setting(HER_NAME)
    compared = not is_quiet(advice.circumstances)
    lines = status_lines(seen, advice.pause, compared=compared) + advice_lines(advice, name)
    if advice.signals:
        lines = [line for line in lines if line != ALL_AS_USUAL]
    told = _keepsake(seen) if advice.keepsake else _status(seen)
    task.say("\n".join(printable(line) for line in lines), {**told, **plain_advice(advice, name)})


def _glance(task: Task, today: date) -> Glance:
    return glance(
        task.journal.recent(LOOKED_AT, today),
        task.journal.all(Topic),
        task.journal.moods_on(today),
        today,
        to_rate=task.journal.unrated(0).count,
        pauses=task.journal.all(Pause),
    )


def _status(seen: Glance) -> dict[str, object]:
    return {
        "on": seen.today.isoformat(),
        "last": to_plain(seen.last) if seen.last else None,
        "days_since": seen.gap.days_since,
        "usual_gap": rounded(seen.gap.usual),
        "closeness": rounded(seen.closeness.recent),
        "usual_closeness": rounded(seen.closeness.usual),
        "ratings": seen.closeness.rated,
        "mood": seen.mood.mood if seen.mood else None,
        "topics": [topic.text for topic in seen.topics],
        "win": seen.win.win if seen.win else None,
        "to_rate": seen.to_rate,
    }


def _keepsake(seen: Glance) -> dict[str, object]:
    """The same with nothing that counts, and nothing for a next time."""
    nothing = dict.fromkeys(("last", "days_since", "usual_gap", "closeness", "usual_closeness"))
    return {**_status(seen), **nothing, "ratings": None, "topics": [], "to_rate": None}


def typed_day(name: str, typed: str | None) -> date | None:
    """The day typed, None for nothing. Raises Invalid."""
    try:
        return date.fromisoformat(typed) if typed else None
    except ValueError:
        raise Invalid(name, Why.NOT_A_TIME) from None


COMMANDS: dict[str, Command] = {"log": log, "status": status}
