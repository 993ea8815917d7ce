"""What a table is, and the checksum that each of its rows carries."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any, Generic, TypeVar

Cell = str | int | None
Row = tuple[Cell, ...]
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Table(Generic[R]):
    """Where one type of record lies. `columns` leave out `seq` and `checksum`; the first is the id.

    added: how many columns, the last ones, older schemas lack; what they would hold is None.
    """

    name: str
    columns: tuple[str, ...]
    order: str
    to_row: Callable[[R], Row]
    from_row: Callable[[Sequence[Any]], R]
    added: int = 0


# A row as one text, put together the same way by SQLite (which is faster when all rows are compared) and by us.
_BETWEEN, _NOTHING = 31, 30  # control characters: unit separator, record separator


def checksum(row: Sequence[Cell], *blobs: bytes) -> bytes:
    """Eight bytes that change when any cell does: plain SQLite has no checksums of its own."""
    cells = (chr(_NOTHING) if cell is None else str(cell) for cell in row)
    return text_checksum(chr(_BETWEEN).join(cells), *blobs)


def text_checksum(text: str, *blobs: bytes) -> bytes:
    """The checksum of a row of which all is one text already, but for its blobs.

    Each is summed by itself and mixed in, so that another cell can change without the blob being read.
    """
    summed = blake2b(text.encode(), digest_size=8).digest()
    return mixed(summed, *(blake2b(blob, digest_size=8).digest() for blob in blobs)) if blobs else summed


def mixed(*checksums: bytes) -> bytes:
    """Several checksums as one; to mix one in a second time takes it out."""
    xor = 0
    for one in checksums:
        xor ^= int.from_bytes(one)
    return xor.to_bytes(8)


def row_text(columns: Sequence[str]) -> str:
    """The SQL expression that makes a row one text. columns: in quotation marks, as some are words of SQL."""
    cells = ", ".join(f"ifnull({column}, char({_NOTHING}))" for column in columns)
    return f"concat_ws(char({_BETWEEN}), {cells})"
