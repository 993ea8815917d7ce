"""The contract of every format: what its functions are given, and what they look like."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, BinaryIO, Protocol, TextIO

from reconnect_desktop.domain.interaction import Medium
from reconnect_desktop.domain.records import Record
from reconnect_desktop.domain.when import When
from reconnect_desktop.exchange.date_order import DateOrder
from reconnect_desktop.exchange.draft import Found

if TYPE_CHECKING:
    from reconnect_desktop.exchange.tables.columns import Columns, Head

SILENCE = 120  # minutes without a message that end an exchange, unless the user says otherwise


@dataclass(frozen=True, slots=True)
class Choices:
    """What the user (or the computer) says about a file that is to be read.

    now: nothing may lie after it; zone: IANA name in which times without a zone are lived ("": `now`'s offset);
    who: the labels that are Mom, or are about her, of those that `Asks.contacts` lists (of people, names and numbers
    do as well); new_id: makes an id for what has none; order: how days are written, where the file leaves it open;
    silence: minutes without a message that end an exchange; keep_texts: what was written goes into the note;
    medium: of contacts of which the file doesn't say it; moods: entries that are not about her become mood check-ins;
    levels: 1…5 for each of the file's own words for a mood; columns: what is what in a table of any kind.
    """

    now: When
    zone: str
    who: tuple[str, ...]
    new_id: Callable[[], str]
    order: DateOrder | None = None
    silence: int = SILENCE
    keep_texts: bool = False
    medium: Medium | None = None
    moods: bool = False
    levels: Mapping[str, int] = field(default_factory=dict)
    columns: Columns | None = None


class Unit(StrEnum):
    """What is counted of a contact in a file."""

    CALL = "call"  # answered ones
    MESSAGE = "message"
    EVENT = "event"
    ENTRY = "entry"


class Whom(StrEnum):
    """What `Asks.contacts` are, so what is asked about them."""

    PEOPLE = "people"  # which of them is she?
    EVENTS = "events"  # which of them are with her?
    ACTIVITIES = "activities"  # which of them are about time with her?


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody, or something, in a file of many. `label` is what `Choices.who` takes to mean exactly this one.

    name: "" where only the number is known; numbers: as written; counts: how many of what became contact, by unit;
    last: the day of the latest of them.
    """

    label: str
    name: str
    numbers: tuple[str, ...]
    counts: tuple[tuple[Unit, int], ...]
    last: date | None


@dataclass(frozen=True, slots=True)
class Mood:
    """One of the file's own words for a mood: how often it is there, and the level 1…5 it likely means, if that can be told."""

    word: str
    count: int
    guess: int | None = None


@dataclass(frozen=True, slots=True)
class Asks:
    """What a file leaves open, so that the user has to say it; what is empty is not asked.

    contacts: most contact first, where not all that is in the file is hers; orders: the date orders that fit the whole
    file, likeliest first, if more than one; day: a day as the file writes it that they read differently;
    local_times: times stand there without a zone; messages: they are gathered into exchanges, by `Choices.silence`, and their
    texts could be kept; medium: the file doesn't say it, and it is likely this; moods: what its entries say of one's own mood could
    be taken too; mood_words: whose levels it doesn't say; table: its columns, where it is a table of any kind.
    """

    whom: Whom = Whom.PEOPLE
    contacts: tuple[Contact, ...] = ()
    orders: tuple[DateOrder, ...] = ()
    day: str = ""
    local_times: bool = False
    messages: bool = False
    medium: Medium | None = None
    moods: bool = False
    mood_words: tuple[Mood, ...] = ()
    table: Head | None = None

    @property
    def needs_an_answer(self) -> bool:
        """Whether the file can't be read without one."""
        return bool(
            len(self.contacts) > 1
            or (self.contacts and self.whom is not Whom.PEOPLE)
            or (self.moods and not self.contacts)
            or len(self.orders) > 1
            or self.table
        )


class Reader(Protocol):
    """A format's module. Streams are seekable, are read from where they stand in bounded memory, and are left open."""

    def recognise(self, head: bytes, /) -> bool:
        """Whether a file that begins so is of this format (also one that will be refused); never fails."""
        ...

    def look(self, stream: BinaryIO, zone: str, /) -> Asks:
        """What has to be asked; days are told in `zone`. Raises what reading raises."""
        ...

    def read(self, stream: BinaryIO, choices: Choices, /) -> Iterator[Found]:
        """Yield what is found. What cannot be taken is a Problem.

        A file that cannot be understood raises a UserError, after which nothing that was yielded may be kept; so does one
        that needs an answer that `choices` lacks (WhoIsMissing, WhoIsUnknown, AnswerMissing).
        """
        ...


class Writer(Protocol):
    """The module of a format that can be written."""

    def write(self, records: Iterable[Record], stream: TextIO, exported: When, /) -> int:
        """Write what the format can hold to a text stream opened with newline=""; returns how many records."""
        ...
