"""What was said of a file on the command line, and what still has to be said."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from reconnect_desktop.cli.looking import typed_day
from reconnect_desktop.cli.run import Task, Unanswered
from reconnect_desktop.cli.words import printable
from reconnect_desktop.domain.errors import (
    AnswerMissing,
    ColumnsMissing,
    DateOrderMissing,
    Invalid,
    LevelsMissing,
    WhoIsMissing,
    WhoIsUnknown,
    Why,
)
from reconnect_desktop.domain.interaction import MOOD, Interaction, Medium
from reconnect_desktop.domain.settings import SILENCE
from reconnect_desktop.domain.when import zone_info
from reconnect_desktop.exchange.date_order import DateOrder
from reconnect_desktop.exchange.reader import Asks, Choices, Whom
from reconnect_desktop.exchange.tables.columns import ROLES, Columns, Head
from reconnect_desktop.output.dates import MONTHS
from reconnect_desktop.output.errors_in_words import explain

LISTED = 100

_WHO = {
    Whom.PEOPLE: "This file has contacts with several people; please say with --who which of them she is.",
    Whom.EVENTS: "This calendar has events of many kinds; please say with --who which of them are with her.",
    Whom.ACTIVITIES: "This diary is about many things; please say with --who which of them are time with her.",
}
_NO_SUCH = {
    Whom.PEOPLE: "Nobody in this file has that name or number; please choose with --who someone who is in it.",
    Whom.EVENTS: "No event in this calendar is called so; please choose with --who from those that are in it.",
    Whom.ACTIVITIES: "Nothing in this diary is called so; please choose with --who from what is in it.",
}
_PLACES = {DateOrder.DAY_FIRST: (0, 1), DateOrder.MONTH_FIRST: (1, 0), DateOrder.YEAR_FIRST: (2, 1)}


def choices_of(task: Task) -> Choices:
    """As far as nothing has to be known of the file. Raises Invalid."""
    words, now = task.words, task.journal.now()
    if words.zone and not zone_info(words.zone):
        raise Invalid("zone", Why.UNKNOWN_ZONE)
    return Choices(
        now=now,
        zone=words.zone or now.zone,
        who=tuple(words.who),
        new_id=task.journal.new_id,
        order=DateOrder(words.dates) if words.dates else None,
        silence=_silence(task),
        keep_texts=words.keep_texts,
        medium=_medium(next((said for said in reversed(words.medium) if "=" not in said), None)),
        moods=words.moods,
        levels={word: _level(said) for word, said in _pairs("level", words.level)},
    )


def columns_of(task: Task, head: Head) -> Columns:
    """What was said of this table's columns; of the others, what they look like. Raises Invalid, Unanswered."""
    columns = head.guess
    for name, column in _pairs("column", task.words.column):
        if name not in ROLES:
            raise Invalid("column", Why.UNKNOWN_WORD)
        if column and column not in head.columns:
            raise Unanswered(
                ["No column is called so; please choose with --column from these:", *_names(head)]
            )
        said: dict[str, Any] = {name: column}
        columns = replace(columns, **said)
    words = [text for text in task.words.medium if "=" in text]
    media = {word: medium for word, text in _pairs("medium", words) if (medium := _medium(text))}
    otherwise = _medium(next((text for text in task.words.medium if "=" not in text), None))
    return replace(columns, media={**columns.media, **media}, otherwise=otherwise or columns.otherwise)


def happened_of(task: Task) -> Callable[[Interaction], bool] | None:
    """Whether what was planned took place, if anything was said of it. Raises Invalid."""
    days = frozenset(typed_day("on", said) for said in task.words.not_on)
    if not task.words.happened and not days:
        return None
    return lambda interaction: interaction.when.day not in days


def unanswered(error: AnswerMissing | WhoIsMissing, asks: Asks) -> Unanswered:
    """What has to be said, with which word of the command line, and what there is to choose from."""
    if isinstance(error, WhoIsMissing):
        return Unanswered([_who(error, asks), *_listed([_counted(*one) for one in error.contacts])])
    lines: list[str] = []
    if isinstance(error, DateOrderMissing):
        lines = [_as_read(order, asks.day) for order in asks.orders]
    elif isinstance(error, LevelsMissing):
        lines = [_counted(mood.word, mood.count) for mood in asks.mood_words if mood.guess is None]
    elif isinstance(error, ColumnsMissing) and asks.table:
        lines = list(_columns(asks.table))
    return Unanswered([explain(error), *_listed(lines)])


# Inside


def _pairs(field: str, said: Sequence[str]) -> Iterator[tuple[str, str]]:
    """What stands before and after the last = of each."""
    for text in said:
        name, equals, value = text.rpartition("=")
        if not equals or not name:
            raise Invalid(field, Why.UNKNOWN_WORD)
        yield name, value


def _silence(task: Task) -> int:
    said: str | None = task.words.silence
    if said is None:
        return task.journal.setting(SILENCE)
    if not said.isdecimal():
        raise Invalid("silence", Why.NOT_A_NUMBER)
    return SILENCE.read(said)


def _level(text: str) -> int:
    if text not in map(str, MOOD):
        raise Invalid("mood", Why.OUT_OF_RANGE)
    return int(text)


def _medium(text: str | None) -> Medium | None:
    if text is not None and text not in tuple(Medium):
        raise Invalid("medium", Why.UNKNOWN_WORD)
    return Medium(text) if text else None


def _who(error: WhoIsMissing, asks: Asks) -> str:
    return (_NO_SUCH if isinstance(error, WhoIsUnknown) else _WHO)[asks.whom]


def _counted(label: str, count: int) -> str:
    return f"{printable(label)} ({count})"


def _as_read(order: DateOrder, day: str) -> str:
    """As in "--dates dmy: 03/04/22 is 3 April"."""
    figures = [int(one) for one in re.findall(r"\d{1,4}", day)]
    if len(figures) != 3:
        return f"--dates {order.value}"
    number, month = (figures[place] for place in _PLACES[order])
    if not (1 <= month <= 12 and 1 <= number <= 31):
        return f"--dates {order.value}"
    return f"--dates {order.value}: {printable(day)} is {number} {MONTHS[month - 1]}"


def _columns(head: Head) -> Iterator[str]:
    """What each is called and holds, and how it would be said."""
    for place, name in enumerate(head.columns):
        values = [row[place] for row in head.rows if place < len(row) and row[place].strip()][:3]
        yield f"{printable(name)}: {printable(', '.join(values))[:60]}"
    said = " ".join(f'--column "{field}={printable(name)}"' for field, name in head.guess.named().items())
    if said:
        yield f"It looks like: {said}"
    yield f"What a column can be: {', '.join(ROLES)}"


def _names(head: Head) -> list[str]:
    return _listed([printable(name) for name in head.columns])


def _listed(lines: Sequence[str]) -> list[str]:
    more = [f"  and {len(lines) - LISTED:,} more"] if len(lines) > LISTED else []
    return [*(f"  {line}" for line in lines[:LISTED]), *more]
