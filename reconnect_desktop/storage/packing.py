"""The changes of a step as compressed JSON, and back: one by one, so that of tens of thousands none keeps other threads waiting.

[[null,{"kind":"interaction","id":"9f…",…}],[{…},{…}],…]
"""

from __future__ import annotations

import codecs
import json
import zlib
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from reconnect_desktop.collector import kept_if_many
from reconnect_desktop.domain.change import Change
from reconnect_desktop.domain.errors import Invalid, JournalDamaged
from reconnect_desktop.domain.plain import from_plain, to_plain
from reconnect_desktop.domain.records import Record

Plain = dict[str, Any]
Pair = list[Plain | None]  # before and after

_TOGETHER = 100  # pairs that are compressed at once
_PACKED = 20  # bytes that a change takes at least, where there are many
_BYTES = 1 << 14  # that are unpacked at once; some twenty times as many come out


def pack(changes: Iterable[Change]) -> bytes:
    """The changes, to be kept."""
    return pack_pairs([_plain(change.before), _plain(change.after)] for change in changes)


def unpack(packed: bytes) -> tuple[Change, ...]:
    """What `pack` was given. Raises JournalDamaged."""
    try:
        with kept_if_many(len(packed) // _PACKED):
            return tuple([Change(*map(_record, pair)) for pair in pairs(packed)])
    except (ValueError, TypeError, AttributeError, Invalid):
        raise JournalDamaged from None


def pack_pairs(some: Iterable[Pair]) -> bytes:
    """The same of pairs that are plain already."""
    compressor, encode = (
        zlib.compressobj(),
        json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode,
    )
    pieces, texts = [], map(encode, some)
    between = "["
    while together := list(islice(texts, _TOGETHER)):
        pieces.append(compressor.compress((between + ",".join(together)).encode()))
        between = ","
    end = "]" if pieces else "[]"
    return b"".join((*pieces, compressor.compress(end.encode()), compressor.flush()))


def _plain(record: Record | None) -> Plain | None:
    return None if record is None else to_plain(record)


def _record(plain: Plain | None) -> Record | None:
    return from_plain(plain) if plain else None


def pairs(packed: bytes) -> Iterator[Pair]:
    """What `pack_pairs` was given, one by one. Raises JournalDamaged."""
    try:
        yield from _pairs(_Text(packed))
    except (zlib.error, ValueError, RecursionError, TypeError):
        raise JournalDamaged from None


def _pairs(text: _Text) -> Iterator[Pair]:
    text.take("[")
    if text.next() != "]":
        yield text.value()
    while text.next() == ",":
        text.take(",")
        yield text.value()
    text.take("]")
    if text.next():
        raise ValueError


class _Text:
    """Walks over what is packed; every method raises ValueError, or zlib.error, where it is not as it was written."""

    def __init__(self, packed: bytes) -> None:
        self._waiting, self._at = "", 0
        self._decode = json.JSONDecoder().raw_decode
        self._pieces = _pieces(packed)

    def next(self) -> str:
        """The next character; "" at the end."""
        if self._at == len(self._waiting):
            self._read_on()
        return self._waiting[self._at : self._at + 1]

    def take(self, character: str) -> None:
        """Step over this one."""
        if self.next() != character:
            raise ValueError
        self._at += 1

    def value(self) -> Any:
        """The next value, whole."""
        while True:
            try:
                found, self._at = self._decode(self._waiting, self._at)
            except ValueError:
                if not self._read_on():
                    raise
            else:
                return found

    def _read_on(self) -> bool:
        """Let go of what was read, and take as much again as is waiting; False at the end."""
        waiting = [self._waiting[self._at :]]
        wanted = len(waiting[0])
        for piece in self._pieces:
            waiting.append(piece)
            wanted -= len(piece)
            if wanted < 0:
                break
        self._waiting, self._at = "".join(waiting), 0
        return len(waiting) > 1


def _pieces(packed: bytes) -> Iterator[str]:
    unpacker, decoder = zlib.decompressobj(), codecs.getincrementaldecoder("utf-8")()
    for start in range(0, len(packed), _BYTES):
        yield decoder.decode(unpacker.decompress(packed[start : start + _BYTES]))
    if not unpacker.eof or unpacker.unused_data:
        raise ValueError
    yield decoder.decode(b"", final=True)
