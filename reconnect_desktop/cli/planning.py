"""The command of what lies ahead: plan add, list, done, remove."""

from __future__ import annotations

from datetime import date

from reconnect_desktop.cli.looking import typed_day
from reconnect_desktop.cli.run import Task
from reconnect_desktop.cli.words import ID_SHOWN, printable
from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add, delete
from reconnect_desktop.domain.errors import NotFound
from reconnect_desktop.domain.measures import Medium
from reconnect_desktop.domain.plain import to_plain
from reconnect_desktop.domain.plain_plan import read_time
from reconnect_desktop.domain.plan import Again, Plan, PlanKind
from reconnect_desktop.domain.plans import tick_off
from reconnect_desktop.domain.recurring import next_day
from reconnect_desktop.domain.settings import HER_NAME
from reconnect_desktop.output.plan_words import clock_words, facts_words, plan_title


def plan(task: Task) -> None:
    """Plan something, list what is planned, tick it off or take it away."""
    deeds = {"add": _add, "list": _list, "done": _done, "remove": _remove}
    deeds[task.words.deed](task)


def _add(task: Task) -> None:
    words = task.words
    kind = PlanKind(words.kind.replace("-", "_"))
    again = Again.YEARLY if kind is PlanKind.BIRTHDAY else Again.NEVER
    planned = Plan(
        id=task.journal.new_id(),
        kind=kind,
        text=" ".join(words.what.split()),
        day=typed_day("day", words.on) or task.journal.now().day,
        time=read_time(words.at or ""),
        medium=Medium(words.medium) if words.medium else None,
        again=Again(words.again.replace("-", "_")) if words.again else again,
        remind=words.remind,
        added=task.journal.now(),
    )
    task.journal.apply(Action.PLAN, add(planned))
    task.say(f"Planned.  {_line(task, planned)}", to_plain(planned))


def _list(task: Task) -> None:
    today = task.journal.now().day
    found = sorted(task.journal.all(Plan), key=lambda one: _place(one, today))
    lines = [_line(task, one) for one in found]
    plain = [_plain(one, today) for one in found]
    task.say("\n".join(lines) if lines else "Nothing is planned.", plain)


def _done(task: Task) -> None:
    """The next day of it is done with; or the last, of what has passed."""
    found, today = _named(task), task.journal.now().day
    day = next_day(found, today) or next_day(found, found.day)
    if day is None:
        task.say("That is done already.", to_plain(found))
        return
    change = tick_off(found, day)
    task.journal.apply(Action.PLAN, change)
    ticked = change.after
    assert isinstance(ticked, Plan)
    task.say(f"Ticked off.  {_line(task, ticked)}", to_plain(ticked))


def _remove(task: Task) -> None:
    found = _named(task)
    task.journal.apply(Action.PLAN, delete(found))
    task.say("Taken off; `undo` brings it back.", to_plain(found))


def _named(task: Task) -> Plan:
    """The one plan whose id is, or begins with, what was typed. Raises NotFound."""
    typed = task.words.what
    plans = task.journal.all(Plan)
    fitting = [one for one in plans if one.id == typed] or [one for one in plans if one.id.startswith(typed)]
    if not typed or len(fitting) != 1:
        raise NotFound(len(fitting))
    return fitting[0]


def _line(task: Task, one: Plan) -> str:
    today, name = task.journal.now().day, task.journal.setting(HER_NAME)
    day = next_day(one, today) or one.day
    facts = facts_words(one, today, clock_words(one.time))
    return printable(f"{day.isoformat()}  {plan_title(one, name)}  ·  {facts}  [{one.id[:ID_SHOWN]}]")


def _plain(one: Plan, today: date) -> dict[str, object]:
    day = next_day(one, today)
    return {**to_plain(one), "next": day.isoformat() if day else None}


def _place(one: Plan, today: date) -> tuple[bool, date, str]:
    """What comes next first, what is over last."""
    day = next_day(one, today)
    return day is None, day or one.day, one.id
