"""A disk, and what may be on it after a power cut.

What was not synced may be there or not, in any part: data by sectors of 512 bytes, names one by one. A file's own
fsync makes its data durable, not its name; a folder's makes the names in it durable. Renaming is all or nothing.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Final

SECTOR: Final = 512
RUBBISH: Final = random.Random("rubbish").randbytes(64)
Image = dict[str, bytes | None]  # what is at each path: the bytes of a file, or None for a folder
Kept = Callable[[], bool]  # whether one more piece of what was not synced is there


@dataclass(eq=False)
class File:
    """`durable` is what a power cut leaves for sure; `since` is what was done after that, in its order."""

    durable: bytes = b""
    data: bytearray = field(default_factory=bytearray)
    since: list[tuple[int, bytes | None]] = field(default_factory=list)  # at, bytes; or a size, None
    _split: list[tuple[int, bytes | None]] = field(default_factory=list)
    _cuts: dict[tuple[bytes, tuple[bool, ...]], bytes] = field(default_factory=dict)  # those made already

    def write(self, at: int, data: bytes) -> None:
        _write(self.data, at, data)
        self._note(at, data)

    def resize(self, size: int) -> None:
        _resize(self.data, size)
        self._note(size, None)

    def _note(self, at: int, data: bytes | None) -> None:
        self.since.append((at, data))
        self._cuts.clear()

    def sync(self) -> None:
        if self.since:
            self.durable = bytes(self.data)
            self.since.clear()
            self._cuts.clear()

    def after_cut(self, kept: Kept, rubbish: bytes) -> bytes:
        """What may be in the file; where it grew and nothing was written yet, there is `rubbish`."""
        if not self.since:
            return self.durable
        pieces = self._pieces()
        way = rubbish, tuple(kept() for _ in pieces)
        if way not in self._cuts:
            self._cuts[way] = self._after_cut(itertools.compress(pieces, way[1]), rubbish)
        return self._cuts[way]

    def _pieces(self) -> list[tuple[int, bytes | None]]:
        """What was done since, as far as each is there whole or not at all."""
        if not self._cuts:
            self._split = [
                piece
                for at, data in self.since
                for piece in ([(at, None)] if data is None else _sectors(at, data))
            ]
        return self._split

    def _after_cut(self, kept: Iterable[tuple[int, bytes | None]], rubbish: bytes) -> bytes:
        found = bytearray(self.durable)
        for at, data in kept:
            if data is None:
                _resize(found, at)
            else:
                _resize(found, max(at, len(found)), rubbish)
                _write(found, at, data)
        return bytes(found)


@dataclass(eq=False)
class Folder:
    """Which names lead to what, and how that was before the steps in `since`, which are not synced yet."""

    durable: dict[str, File | Folder] = field(default_factory=dict)
    names: dict[str, File | Folder] = field(default_factory=dict)
    since: list[list[tuple[Folder, str, File | Folder | None]]] = field(default_factory=list)

    def sync(self) -> None:
        for step in self.since:
            for folder, name, what in step:
                _set(folder.durable, name, what)
        self.since.clear()

    def do(self, *step: tuple[Folder, str, File | Folder | None]) -> None:
        """One step that is durable once this folder is synced."""
        for folder, name, what in step:
            _set(folder.names, name, what)
        self.since.append(list(step))


def settle(top: Folder) -> None:
    """Make all of it durable, as time does."""
    top.sync()
    for what in _below(top):
        what.sync()


def after_cut(top: Folder, kept: Kept, rubbish: bytes = b"\0") -> Image:
    """What may be on the disk if the power went now."""
    folders = [top, *(one for one in _below(top) if isinstance(one, Folder))]
    names = {id(folder): dict(folder.durable) for folder in folders}
    for step in [step for folder in folders for step in folder.since]:
        if kept():
            for where, name, what in step:
                _set(names.setdefault(id(where), dict(where.durable)), name, what)
    image: Image = {}
    _lay_out(top, "", names, image, lambda file: file.after_cut(kept, rubbish))
    return image


def chances(chance: random.Random) -> tuple[Kept, bytes]:
    """One way in which a power cut may go: what of the rest is kept, and what lies where nothing was written yet."""
    rubbish = chance.choice((b"\0", RUBBISH))
    if chance.random() < 0.3:  # in order, up to somewhere
        left = iter([True] * int(2 ** chance.uniform(0, 8)))
        return lambda: next(left, False), rubbish
    share = chance.choice((0.1, 0.5, 0.9))
    return lambda: chance.random() < share, rubbish


def _below(folder: Folder) -> list[File | Folder]:
    """All that can be reached from a folder, by names of now or by durable ones."""
    found: list[File | Folder] = []
    for what in {id(one): one for one in [*folder.names.values(), *folder.durable.values()]}.values():
        found.append(what)
        if isinstance(what, Folder):
            found += _below(what)
    return found


def _lay_out(
    folder: Folder,
    path: str,
    names: dict[int, dict[str, File | Folder]],
    image: Image,
    read: Callable[[File], bytes],
) -> None:
    for name, what in names.get(id(folder), folder.durable).items():
        if isinstance(what, Folder):
            image[f"{path}{name}"] = None
            _lay_out(what, f"{path}{name}/", names, image, read)
        else:
            image[f"{path}{name}"] = read(what)


def _set(names: dict[str, File | Folder], name: str, what: File | Folder | None) -> None:
    if what is None:
        names.pop(name, None)
    else:
        names[name] = what


def _write(data: bytearray, at: int, piece: bytes) -> None:
    if at > len(data):
        _resize(data, at)
    data[at : at + len(piece)] = piece


def _resize(data: bytearray, size: int, rubbish: bytes = b"\0") -> None:
    del data[size:]
    missing = size - len(data)
    data += (rubbish * (missing // len(rubbish) + 1))[:missing]


def _sectors(at: int, data: bytes) -> list[tuple[int, bytes]]:
    """The pieces of a write that a disk takes whole."""
    cuts = [at, *range((at // SECTOR + 1) * SECTOR, at + len(data), SECTOR), at + len(data)]
    return [(start, data[start - at : end - at]) for start, end in itertools.pairwise(cuts)]
