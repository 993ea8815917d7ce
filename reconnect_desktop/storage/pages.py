"""The rows in the pages of a journal's file, read without SQLite.

So a page that cannot be read takes no rows with it but its own: neither those of the tables that are found through
it, nor those that stand behind it. Which table a row is of, and whether it is as it was written, the row itself tells:
by the number and types of its cells, and by its checksum. https://www.sqlite.org/fileformat2.html
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from contextlib import suppress
from io import FileIO
from pathlib import Path
from typing import Any, Final

Cells = tuple[Any, ...]  # str, int, bytes or None

_PAGE: Final = 4096
_SEAL: Final = 80  # bytes at the end of an encrypted page: 16 that it begins with, 64 that vouch for it
_SALT: Final = 16  # bytes at the beginning of an encrypted file
_HEADER: Final = 100  # bytes at the beginning of every file
_TABLE_LEAF: Final = 0x0D
_ROW_MOST: Final = 1 << 28  # bytes
_WHOLE: Final = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}  # bytes of an integer, by its type


class Pages:
    """The pages of one file that is not open anywhere else. key: its data key, or None for a plain one."""

    def __init__(self, file: FileIO, key: bytes | None) -> None:
        self._file = file
        self._key = key
        self.room = _PAGE - (_SEAL if key else 0)
        self.count = -(-file.seek(0, 2) // _PAGE)

    def page(self, number: int) -> bytes:
        """What stands on it, counted from 1; with zeros for what is not there, or what the disk cannot read."""
        if not 1 <= number <= self.count:
            return bytes(_PAGE)
        page = b""
        with suppress(OSError):
            self._file.seek((number - 1) * _PAGE)
            page = self._file.read(_PAGE)
        page = page.ljust(_PAGE, b"\0")
        return page if self._key is None else self._unsealed(page, _SALT if number == 1 else 0)

    def _unsealed(self, page: bytes, begin: int) -> bytes:
        """Without a look at what vouches for it: what is in it has checksums of its own."""
        from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

        assert self._key is not None
        begins_with = page[self.room : self.room + 16]
        reader = Cipher(algorithms.AES(self._key), modes.CBC(begins_with)).decryptor()
        return bytes(begin) + reader.update(page[begin : self.room]) + page[self.room :]


def rows(path: Path, key: bytes | None, widths: Container[int]) -> Iterator[tuple[int, Cells]]:
    """(number, cells) of every row that has one of these numbers of cells and is in one piece.

    The file must not be open in this process. Raises OSError.
    """
    with path.open(
        "rb", buffering=0
    ) as file:  # so that a page the disk cannot read is no other page's trouble
        pages = Pages(file, key)
        for number in range(1, pages.count + 1):
            page = pages.page(number)
            begin = _HEADER if number == 1 else 0
            if page[begin] == _TABLE_LEAF:
                for place in _places(page, begin):
                    found = _row(pages, page, place, widths)
                    if found is not None:
                        yield found


def _places(page: bytes, begin: int) -> list[int]:
    """Where the rows of a leaf begin."""
    count = int.from_bytes(page[begin + 3 : begin + 5])
    first = begin + 8
    return [
        int.from_bytes(page[first + 2 * one : first + 2 * one + 2])
        for one in range(min(count, (_PAGE - first) // 2))
    ]


def _row(pages: Pages, page: bytes, place: int, widths: Container[int]) -> tuple[int, Cells] | None:
    try:
        size, place = _varint(page, place)
        number, place = _varint(page, place)
        here = _here(size, pages.room)
        types, begin = _types(page[place : place + here])
        if size > min(_ROW_MOST, pages.count * _PAGE) or len(types) not in widths:
            return None
        payload = page[place : place + here]
        if here < size:
            payload += _further(pages, int.from_bytes(page[place + here : place + here + 4]), size - here)
        return number, _cells(payload, begin, types)
    except (IndexError, UnicodeDecodeError):
        return None


def _here(size: int, room: int) -> int:
    """How many bytes of a row stand on its own page; the others are on pages that follow one another."""
    most, least = room - 35, (room - 12) * 32 // 255 - 23
    if size <= most:
        return size
    here = least + (size - least) % (room - 4)
    return here if here <= most else least


def _further(pages: Pages, number: int, wanted: int) -> bytes:
    """So many bytes of the pages that begin with this one."""
    pieces = []
    while wanted > 0:
        page = pages.page(number)
        number = int.from_bytes(page[:4])
        pieces.append(page[4 : 4 + min(wanted, pages.room - 4)])
        wanted -= len(pieces[-1])
        if not number and wanted > 0:
            raise IndexError
    return b"".join(pieces)


def _types(payload: bytes) -> tuple[list[int], int]:
    """The types of a row's cells, and where the cells begin."""
    end, place = _varint(payload, 0)
    types = []
    while place < end:
        kind, place = _varint(payload, place)
        types.append(kind)
    return types, end


def _cells(payload: bytes, place: int, types: list[int]) -> Cells:
    cells = []
    for kind in types:
        length = _length(kind)
        data = payload[place : place + length]
        if len(data) < length:
            raise IndexError
        place += length
        cells.append(_cell(kind, data))
    return tuple(cells)


def _length(kind: int) -> int:
    if kind >= 12:
        return (kind - 12) // 2
    return _WHOLE.get(kind, 8 if kind == 7 else 0)


def _cell(kind: int, data: bytes) -> str | int | bytes | None:
    """Nothing of ours is a number with a fraction: one is told as its bytes, which no checksum fits."""
    if kind >= 12:
        return data.decode() if kind % 2 else data
    if kind in (8, 9):
        return kind - 8
    if kind in _WHOLE:
        return int.from_bytes(data, signed=True)
    return data if kind == 7 else None


def _varint(data: bytes, place: int) -> tuple[int, int]:
    """A number of up to nine bytes, and the place behind it. Raises IndexError."""
    value = 0
    for count in range(8):
        byte = data[place + count]
        value = (value << 7) | (byte & 0x7F)
        if byte < 0x80:
            return value, place + count + 1
    return (value << 8) | data[place + 8], place + 9
