"""Every format that can be read or written, each a row; adding one takes its file and its row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from reconnect_desktop.domain.errors import UnknownFormat
from reconnect_desktop.exchange import own_csv, own_json, sms_calls
from reconnect_desktop.exchange.reader import ContactsOf, Read, Write

HEAD = 1 << 16  # bytes by which a format is recognised


@dataclass(frozen=True, slots=True)
class Format:
    """One format. name: as `--format` takes it; title: its own name; endings: of its files, the usual one first.

    contacts: only where a file holds many people, so that one must say who Mom is; write: only where we can.
    """

    name: str
    title: str
    endings: tuple[str, ...]
    recognise: Callable[[bytes], bool]
    read: Read
    contacts: ContactsOf | None = None
    write: Write | None = None

    @property
    def needs_who(self) -> bool:
        """Whether `Choices.who` must say which of the people in the file is Mom."""
        return self.contacts is not None


# The first that recognises a file reads it.
FORMATS: tuple[Format, ...] = (
    Format(
        name=own_json.NAME,
        title="Reconnect journal",
        endings=(".json",),
        recognise=own_json.recognise,
        read=own_json.read,
        write=own_json.write,
    ),
    Format(
        name=sms_calls.NAME,
        title="SMS Backup & Restore",
        endings=(".xml",),
        recognise=sms_calls.recognise,
        read=sms_calls.read,
        contacts=sms_calls.contacts,
    ),
    Format(
        name=own_csv.NAME,
        title="CSV",
        endings=(".csv", ".tsv", ".txt"),
        recognise=own_csv.recognise,
        read=own_csv.read,
        write=own_csv.write,
    ),
)


def recognise(head: bytes) -> Format:
    """The format of a file that begins with `head` (some `HEAD` bytes), by content. Raises UnknownFormat."""
    for row in FORMATS:
        if row.recognise(head):
            return row
    raise UnknownFormat


def recognise_stream(stream: BinaryIO) -> Format:
    """The format of what the stream holds from where it stands; it is left there. Raises UnknownFormat."""
    start = stream.tell()
    head = stream.read(HEAD)
    stream.seek(start)
    return recognise(head)


def named(name: str) -> Format:
    """The format that `--format` calls so. Raises UnknownFormat."""
    for row in FORMATS:
        if row.name == name:
            return row
    raise UnknownFormat


def to_write(path: Path) -> Format:
    """The format in which an export of this name is written, by its ending. Raises UnknownFormat."""
    for row in FORMATS:
        if row.write and path.suffix.casefold() == row.endings[0]:
            return row
    raise UnknownFormat
