"""Everything else the journal keeps beside interactions, and the union of all records."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reconnect_desktop.domain.checks import check_number, check_text
from reconnect_desktop.domain.errors import Invalid, Why
from reconnect_desktop.domain.interaction import MOOD, Interaction
from reconnect_desktop.domain.when import When


@dataclass(frozen=True, slots=True, kw_only=True)
class MoodCheckIn:
    """How I am myself, 1…5, on its own."""

    id: str
    when: When
    logged: When
    mood: int
    note: str = ""

    def __post_init__(self) -> None:
        check_number("mood", self.mood, MOOD)
        check_text("note", self.note)


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """Something to ask or tell her next time; `done` once it was."""

    id: str
    text: str
    added: When
    done: When | None = None

    def __post_init__(self) -> None:
        check_text("topic", self.text, most=1000)
        if not self.text.strip():
            raise Invalid("topic", Why.EMPTY)


class PauseReason(StrEnum):
    """Why no nudge to make contact is shown."""

    TRAVEL = "travel"
    BOUNDARY = "boundary"
    GRIEF = "grief"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """A span of days, both ends included, without nudges; open while `end` is None."""

    id: str
    reason: PauseReason
    start: date
    end: date | None = None
    note: str = ""

    def __post_init__(self) -> None:
        check_text("note", self.note)
        if self.end is not None and self.end < self.start:
            raise Invalid("end", Why.ENDS_BEFORE_START)

    def covers(self, day: date) -> bool:
        """Whether `day` lies in it."""
        return self.start <= day and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """A personal choice that belongs in the journal; `id` is its name in `domain.settings`."""

    id: str
    value: str

    def __post_init__(self) -> None:
        check_text("value", self.value, most=10_000)


Record = Interaction | MoodCheckIn | Topic | Pause | Setting
RECORD_TYPES: tuple[type[Record], ...] = (Interaction, MoodCheckIn, Topic, Pause, Setting)
