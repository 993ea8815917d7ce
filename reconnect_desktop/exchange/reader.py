"""The contract of every format: what its functions are given, and what they look like."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO, Protocol, TextIO

from reconnect_desktop.domain.records import Record
from reconnect_desktop.domain.when import When
from reconnect_desktop.exchange.draft import Found


@dataclass(frozen=True, slots=True)
class Choices:
    """What the user (or the computer) says about a file that is to be read.

    now: nothing may lie after it; zone: IANA name in which times without a zone are lived ("": `now`'s offset);
    who: names or numbers that are Mom, for files of many people; new_id: makes an id for what has none.
    """

    now: When
    zone: str
    who: tuple[str, ...]
    new_id: Callable[[], str]


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody in a file of many people. `label` is what `Choices.who` takes to mean exactly this one.

    name: "" where only the number is known; numbers: as written; answered: how many calls became contact;
    last: the day of the latest of them.
    """

    label: str
    name: str
    numbers: tuple[str, ...]
    answered: int
    last: date | None


class Read(Protocol):
    """Reads a seekable stream from where it stands, in bounded memory; leaves it open.

    What cannot be taken is a Problem; a file that cannot be understood raises a UserError, after which nothing
    that was yielded may be kept.
    """

    def __call__(self, stream: BinaryIO, choices: Choices, /) -> Iterator[Found]:
        """Yield what is found."""
        ...


class ContactsOf(Protocol):
    """Lists who is in the file, most contact first; `zone` is the one in which days are told."""

    def __call__(self, stream: BinaryIO, zone: str = "", /) -> list[Contact]:
        """Raise what reading raises."""
        ...


class Write(Protocol):
    """Writes what the format can hold to a text stream opened with newline=""; returns how many records."""

    def __call__(self, records: Iterable[Record], stream: TextIO, exported: When, /) -> int:
        """Raise what the stream raises."""
        ...
