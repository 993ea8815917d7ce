"""Every format that can be read or written, each a row; adding one takes its file and its row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from reconnect_desktop.domain.errors import UnknownEnding, UnknownFormat
from reconnect_desktop.language import mark

if TYPE_CHECKING:  # the command line names the formats at each start
    from reconnect_desktop.exchange.reader import Reader, Writer

HEAD = 1 << 16  # bytes by which a format is recognised


@dataclass(frozen=True, slots=True)
class Format:
    """One format. name: as `--format` takes it, and as the source of what it brought; title: its own name.

    called: what one of its files is called in a sentence; endings: of its files, the usual one first; module: beside this
    one, loaded when it is first needed; writes: what a file holds that we write, "" where we can't; holds: the kinds of
    records in it, as in `domain.plain`; all, where none is named. `called` and `writes` are in English; `tr` says them.
    """

    name: str
    title: str
    called: str
    endings: tuple[str, ...]
    module: str
    writes: str = ""
    holds: tuple[str, ...] = ()

    @property
    def reader(self) -> Reader:
        """What recognises and reads such files."""
        return cast("Reader", import_module(f"reconnect_desktop.exchange.{self.module}"))

    @property
    def writer(self) -> Writer:
        """What writes them, where `writes` says so."""
        return cast("Writer", import_module(f"reconnect_desktop.exchange.{self.module}"))


# The first that recognises a file reads it, so what is told by little stands below.
FORMATS: tuple[Format, ...] = (
    Format(
        name="json",
        title="Reconnect journal",
        called=mark("journal file"),
        endings=(".json",),
        module="own.own_json",
        writes=mark("Everything, to be read back in"),
    ),
    Format(
        name="sms-calls",
        title="SMS Backup & Restore",
        called=mark("call log"),
        endings=(".xml",),
        module="sms.calls",
    ),
    Format(
        name="sms",
        title="SMS Backup & Restore",
        called=mark("file of text messages"),
        endings=(".xml",),
        module="sms.messages",
    ),
    Format(
        name="call-history",
        title="iPhone and Mac",
        called=mark("call history"),
        endings=(".storedata",),
        module="mac_calls",
    ),
    Format(
        name="ics",
        title="iCalendar",
        called=mark("calendar"),
        endings=(".ics", ".ical"),
        module="ics",
        writes=mark("Interactions and plans, for a calendar"),
        holds=("interaction", "plan"),
    ),
    Format(
        name="telegram",
        title="Telegram",
        called=mark("chat export"),
        endings=(".json",),
        module="telegram",
    ),
    Format(
        name="signal",
        title="Signal",
        called=mark("chat export"),
        endings=(".json", ".jsonl", ".md", ".txt"),
        module="signal",
    ),
    Format(
        name="monica",
        title="Monica",
        called=mark("address book"),
        endings=(".json",),
        module="monica",
    ),
    Format(
        name="whatsapp",
        title="WhatsApp",
        called=mark("chat export"),
        endings=(".txt",),
        module="whatsapp",
    ),
    Format(
        name="daylio",
        title="Daylio",
        called=mark("diary"),
        endings=(".daylio",),
        module="diaries.daylio_backup",
    ),
    Format(
        name="daylio-csv",
        title="Daylio",
        called=mark("diary"),
        endings=(".csv",),
        module="diaries.daylio_csv",
    ),
    Format(
        name="pixy",
        title="Pixy",
        called=mark("diary"),
        endings=(".json",),
        module="diaries.pixy",
    ),
    Format(
        name="csv",
        title="CSV",
        called=mark("table"),
        endings=(".csv", ".tsv", ".txt"),
        module="own.own_csv",
        writes=mark("Interactions, for a spreadsheet"),
        holds=("interaction",),
    ),
    Format(
        name="table",
        title="Table",
        called=mark("table"),
        endings=(".csv", ".tsv", ".txt"),
        module="tables.any_table",
    ),
)

# What is written to be read by people, and not by us.
WRITTEN_ONLY: tuple[Format, ...] = (
    Format(
        name="markdown",
        title="Markdown",
        called=mark("text"),
        endings=(".md",),
        module="own.markdown",
        writes=mark("Everything you wrote, month by month, to be read"),
        holds=("interaction", "mood", "need", "try", "reflection", "letter", "topic", "plan", "pause"),
    ),
)


def recognise(head: bytes) -> Format:
    """The format of a file that begins with `head` (some `HEAD` bytes), by content. Raises UnknownFormat."""
    for row in FORMATS:
        if row.reader.recognise(head):
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
    """The format in which an export of this name is written, by its ending. Raises UnknownEnding."""
    for row in written():
        if path.suffix.casefold() == row.endings[0]:
            return row
    raise UnknownEnding


def written() -> Iterator[Format]:
    """Those that can be written."""
    return (row for row in (*FORMATS, *WRITTEN_ONLY) if row.writes)
