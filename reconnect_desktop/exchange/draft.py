"""What a reader yields: records not yet in the journal, and the lines it could not take."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reconnect_desktop.domain.errors import Invalid, Why
from reconnect_desktop.domain.records import Record


@dataclass(frozen=True, slots=True)
class Draft:
    """A record found in a file. For an interaction, (source, source_key) says whether it is known already.

    line: where in the file, from 1, or 0 where the format has no lines; planned: it stood in a calendar, so the user has
    to say that it happened.
    """

    record: Record
    line: int = 0
    planned: bool = False


class Left(StrEnum):
    """Why something in a file was rightly left out."""

    SOMEBODY_ELSE = "somebody_else"
    NOT_ANSWERED = "not_answered"
    NOTICE = "notice"  # by the program itself, as that messages are encrypted
    NOT_SENT = "not_sent"
    CANCELLED = "cancelled"
    TO_COME = "to_come"
    PLANNED = "planned"  # written by us from what was planned
    NOT_CHOSEN = "not_chosen"  # an entry about something else


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something in the file that is no contact with Mom."""

    why: Left
    line: int = 0


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the file that could not be read: which field, why, and where. Never its text."""

    line: int
    field: str
    why: Why


Found = Draft | LeftOut | Problem

Seen = set[tuple[type[Record], str]]


def refuse_repeated(record: Record, seen: Seen) -> None:
    """Raise Invalid if the file had this kind of record with this id already; note it otherwise."""
    identity = type(record), record.id
    if identity in seen:
        raise Invalid("id", Why.REPEATED)
    seen.add(identity)
