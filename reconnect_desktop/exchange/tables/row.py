"""A row of a table of any kind as an interaction."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from reconnect_desktop.domain.checks import tidy_tags
from reconnect_desktop.domain.errors import Invalid, Why
from reconnect_desktop.domain.interaction import Interaction, Medium, ReachedOut, check_not_in_future
from reconnect_desktop.domain.length import from_seconds
from reconnect_desktop.exchange.diaries import mood_words
from reconnect_desktop.exchange.draft import Left
from reconnect_desktop.exchange.own.guard import unguard
from reconnect_desktop.exchange.people.people import clean_name
from reconnect_desktop.exchange.reader import Choices
from reconnect_desktop.exchange.reading.folding import plain_digits
from reconnect_desktop.exchange.tables.columns import Columns
from reconnect_desktop.exchange.tables.day_cells import moment
from reconnect_desktop.exchange.tables.day_column import Days
from reconnect_desktop.exchange.tables.length_cells import HOUR, MINUTE, SECOND, seconds_of
from reconnect_desktop.exchange.tables.medium_words import began_of, came_to_nothing, medium_of
from reconnect_desktop.exchange.tables.time_of_day import read_time

_UNITS = {"hours": HOUR, "minutes": MINUTE, "seconds": SECOND}
_SPOKEN = frozenset({Medium.CALL, Medium.VIDEO})
_BETWEEN_TAGS = re.compile(r"[;|\n]")
_NUMBER = re.compile(r"-?\d{1,4}(?:[.,]0+)?")


class Row(NamedTuple):
    """One row: its line, its cells by column, how the days of the table are written, and what is what in it."""

    line: int
    cells: Mapping[str, str]
    days: Days
    columns: Columns

    def cell(self, role: str) -> str:
        """What stands in the column with this role, "" where there is none."""
        return unguard(self.cells.get(getattr(self.columns, role), "").strip())

    @property
    def medium(self) -> Medium:
        """As its word was said to mean, or as it seems."""
        word = clean_name(self.cell("medium"))
        return self.columns.media.get(word) or medium_of(word) or self.columns.otherwise

    @property
    def reached_out(self) -> ReachedOut | None:
        """As its word was said to mean, or as it seems."""
        word = clean_name(self.cell("reached_out"))
        return self.columns.began[word] if word in self.columns.began else began_of(word)

    @property
    def seconds(self) -> int | None:
        """The length, of all columns that have some of it. Raises Invalid."""
        parts = [seconds_of(self.cell(role), unit) for role, unit in _UNITS.items()]
        said = [part for part in parts if part is not None]
        return sum(said) if said else None


def left_out(row: Row) -> Left | None:
    """Why the row is no contact: nobody answered, or it is not wanted. Raises Invalid."""
    columns = row.columns
    for role, known in (("medium", columns.media), ("reached_out", columns.began)):
        word = clean_name(row.cell(role))
        if came_to_nothing(word) and word not in known:
            return Left.NOT_ANSWERED
        if word and word in columns.left_out:
            return Left.NOT_CHOSEN
    if row.seconds == 0 and row.medium in _SPOKEN:
        return Left.NOT_ANSWERED
    return None


def interaction_of(row: Row, source: str, key: str, choices: Choices) -> Interaction:
    """The interaction that the row tells of, unrated. Raises Invalid."""
    at = row.cell("at")
    stamp = row.days.stamp(at)
    if stamp is None:
        raise Invalid("at", Why.NOT_A_TIME if at else Why.EMPTY)
    time_of_day = row.cell("time")
    clock = read_time(time_of_day)
    if time_of_day and clock is None:
        raise Invalid("time", Why.NOT_A_TIME)
    when = moment(stamp, clock, choices)
    check_not_in_future(when, choices.now)
    seconds = row.seconds
    return Interaction(
        id=choices.new_id(),
        when=when,
        medium=row.medium,
        minutes=from_seconds(seconds) if seconds else None,
        reached_out=row.reached_out,
        mood=_mood(row.cell("mood"), choices),
        tags=tidy_tags(_BETWEEN_TAGS.split(row.cell("tags"))),
        note=row.cell("note").replace("\0", ""),
        source=source,
        source_key=key,
        logged=choices.now,
    )


def _mood(cell: str, choices: Choices) -> int | None:
    """1…5 as it stands there, or what its word means; None for a word that nobody knows. Raises Invalid elsewhere."""
    if not cell:
        return None
    number = plain_digits(cell)
    if _NUMBER.fullmatch(number):
        return int(float(number.replace(",", ".")))
    return choices.levels.get(clean_name(cell)) or mood_words.guess(cell)
