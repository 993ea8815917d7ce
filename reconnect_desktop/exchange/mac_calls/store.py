"""The database of calls of an iPhone or Mac, read as from a stranger: nothing in it is run, and it is never written to.

SQLite needs a file of its own and looks for a log beside it, so both are copied into a private folder that is gone afterwards.
"""

from __future__ import annotations

import re
import struct
import tempfile
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import sqlcipher3

from reconnect_desktop.domain.errors import DiskFull, Malformed, UnknownFormat, UnsafeFile
from reconnect_desktop.exchange.opening import open_file
from reconnect_desktop.exchange.reading.decoding import CHUNK

TABLE = "ZCALLRECORD"
BYTES_MOST = 256 << 20  # of the database, and of the log beside it
ROWS_MOST = 500_000
PEOPLE_MOST = 32  # of one call

_NEEDED = frozenset({"Z_PK", "ZDATE", "ZDURATION"})
_COLUMNS = (
    *("Z_PK", "ZDATE", "ZDURATION", "ZADDRESS", "ZNAME", "ZORIGINATED", "ZANSWERED"),
    *("ZCALLTYPE", "ZCALL_CATEGORY", "ZUNIQUE_ID"),
)
_HANDLES = "ZHANDLE"
# Calls and the other ends of those with several. The numbers are those of the entities, and differ between systems.
_LINKS = re.compile(r"Z_\d{1,4}REMOTEPARTICIPANTHANDLES", re.ASCII)
_LINK_TO_CALL = re.compile(r"Z_\d{1,4}REMOTEPARTICIPANTCALLS", re.ASCII)
_PRAGMAS = ("trusted_schema=OFF", "cell_size_check=ON", "mmap_size=0", "temp_store=MEMORY", "query_only=ON")


@dataclass(frozen=True, slots=True)
class Record:
    """A row as it stands there, each value of whatever type; None for a column that is not there.

    date: seconds since 2001 UTC; addresses: the numbers or addresses of all others, one mostly.
    """

    date: object
    duration: object
    addresses: tuple[str, ...]
    name: str
    originated: object
    answered: object
    kind: object
    category: object
    unique_id: str


def records_in(stream: BinaryIO, format_name: str) -> Iterator[Record]:
    """Every call, oldest row first. Raises UnknownFormat, Malformed, UnsafeFile, DiskFull, FileUnreadable."""
    with _copied(stream) as path, _opened(path) as connection:
        if not _is_whole(path):
            raise Malformed(format_name)
        yield from _told(_records(connection, format_name), format_name)


@contextmanager
def _copied(stream: BinaryIO) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="reconnect-", ignore_cleanup_errors=True) as folder:
        copy = Path(folder) / "calls.db"
        _copy(stream, copy)
        name = getattr(stream, "name", None)
        log = Path(f"{name}-wal") if isinstance(name, (str, Path)) else None
        if log is not None and log.is_file():
            with open_file(log) as log_stream:
                _copy(log_stream, copy.with_name("calls.db-wal"))
        yield copy


def _copy(stream: BinaryIO, path: Path) -> None:
    size, failed = 0, False
    try:
        with path.open("xb") as file:
            while (chunk := stream.read(CHUNK)) and size <= BYTES_MOST:
                size += len(chunk)
                file.write(chunk)
    except OSError:
        failed = True
    if failed:  # not raised where it is caught: the system's error names the file
        raise DiskFull
    if size > BYTES_MOST:
        raise UnsafeFile


def _is_whole(path: Path) -> bool:
    """Whether the file has all the pages it says: SQLite takes what is cut off for empty."""
    with path.open("rb") as file:
        head = file.read(32)
    if len(head) < 32:
        return False
    size, pages = struct.unpack(">16xH10xI", head)
    size = size if size > 1 else 1 << 16
    has, left = divmod(path.stat().st_size, size)
    return size >= 512 and not left and (has >= pages or path.with_name(f"{path.name}-wal").exists())


@contextmanager
def _opened(path: Path) -> Iterator[Any]:
    connection = sqlcipher3.connect(
        f"{path.as_uri()}?mode=ro", uri=True, isolation_level=None, check_same_thread=False
    )
    try:
        connection.text_factory = lambda text: text.decode(errors="replace")
        yield connection
    finally:
        connection.close()


def _told(records: Iterator[Record], format_name: str) -> Iterator[Record]:
    """The same; what SQLite says of a broken file quotes it, and is not passed on."""
    while True:
        record = None
        broken = False
        try:
            record = next(records, None)
        except (sqlcipher3.Error, UnicodeError, OverflowError):
            broken = True
        if broken:
            raise Malformed(format_name)
        if record is None:
            return
        yield record


def _records(connection: Any, format_name: str) -> Iterator[Record]:
    connection.execute("PRAGMA cipher_log_level=NONE")
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}").fetchall()
    tables = _tables(connection)
    if connection.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (TABLE,)).fetchone() is None:
        raise UnknownFormat
    there = _columns(connection, TABLE) if TABLE in tables else frozenset()
    if not there >= _NEEDED:
        raise Malformed(format_name)
    others = _Others(connection, tables)
    connection.set_authorizer(_allowing(tables))
    groups = others.by_call()
    asked = ", ".join(f'"{column}"' if column in there else "NULL" for column in _COLUMNS)
    for count, row in enumerate(connection.execute(f'SELECT {asked} FROM "{TABLE}" NOT INDEXED')):  # noqa: S608 - constants
        if count == ROWS_MOST:
            raise UnsafeFile
        key, date, duration, address, name, originated, answered, kind, category, unique_id = row
        alone = _text(address)
        addresses = (alone,) if alone else groups.get(key, ())
        yield Record(
            date, duration, addresses, _text(name), originated, answered, kind, category, _text(unique_id)
        )


class _Others:
    """The table of who was in a call of several, where there is one."""

    def __init__(self, connection: Any, tables: Collection[str]) -> None:
        self._connection = connection
        self._query = ""
        links = next((name for name in sorted(tables) if _LINKS.fullmatch(name)), "")
        columns = _columns(connection, links) if links else frozenset()
        call = next((name for name in columns if _LINK_TO_CALL.fullmatch(name)), "")
        other = next((name for name in columns if _LINKS.fullmatch(name)), "")
        if call and other and _HANDLES in tables and {"Z_PK", "ZVALUE"} <= _columns(connection, _HANDLES):
            # The names fit patterns of capitals, digits and a line.
            self._query = (
                f'SELECT "{call}", ZVALUE FROM "{links}", ZHANDLE WHERE ZHANDLE.Z_PK = "{links}"."{other}"'  # noqa: S608
            )

    def by_call(self) -> dict[object, tuple[str, ...]]:
        """By the key of the call."""
        found: dict[object, list[str]] = {}
        for count, (call, value) in enumerate(self._connection.execute(self._query) if self._query else ()):
            if count == ROWS_MOST:
                raise UnsafeFile
            address, others = _text(value), found.setdefault(call, [])
            if address and len(others) < PEOPLE_MOST:
                others.append(address)
        return {call: tuple(dict.fromkeys(others)) for call, others in found.items()}


def _tables(connection: Any) -> frozenset[str]:
    """The plain tables: a view or a virtual table would be something that is run."""
    rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'").fetchall()
    return frozenset(str(name) for name, sql in rows if str(sql).upper().startswith("CREATE TABLE"))


def _columns(connection: Any, table: str) -> frozenset[str]:
    return frozenset(str(row[1]) for row in connection.execute(f'PRAGMA table_info("{table}")').fetchall())


def _allowing(tables: Collection[str]) -> Callable[..., int]:
    """What may be done from now on: reading these tables."""
    allowed: int = sqlcipher3.SQLITE_OK
    denied: int = sqlcipher3.SQLITE_DENY

    def judge(action: int, first: str | None, *_others: str | None) -> int:
        reads = action == sqlcipher3.SQLITE_READ and first in tables
        return allowed if reads or action == sqlcipher3.SQLITE_SELECT else denied

    return judge


def _text(value: object) -> str:
    """Numbers stand there as text, or as its bytes."""
    if isinstance(value, bytes):
        return value.decode(errors="replace").replace("\0", "").strip()
    return "" if value is None else str(value).replace("\0", "").strip()
