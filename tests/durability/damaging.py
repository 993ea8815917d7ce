"""What disks, cables, memory and careless copies do to a file, page by page; and a journal that holds some of everything."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Final

from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.backups import Occasion
from reconnect_desktop.domain.change import add, delete, edit
from reconnect_desktop.domain.errors import UserError
from reconnect_desktop.domain.filter import Filter
from reconnect_desktop.journal import Journal
from reconnect_desktop.storage import key_files
from reconnect_desktop.storage.connection import FILE_NAME
from reconnect_desktop.storage.trouble import told
from reconnect_desktop.storage.vault import Cost, Vault, wrap
from tests.durability.plan import WORDS, Plan, open_journal
from tests.exchange.samples import one_of_each

PAGE, SECTOR = 4096, 512
PASSPHRASE = "a goat in the garden"
QUICK = Cost(memory=32, passes=1, lanes=4)

Damage = Callable[
    [bytearray, int, bytes, random.Random], None
]  # of the page at this place; by what the file was earlier


def lived(folder: Path, key: bytes, entries: int) -> bytes:
    """Make a journal of every kind of record, of this many interactions, and of a history; the file as it was a little earlier."""
    journal = open_journal(folder, key)
    if key:
        key_files.write(folder, Vault((wrap("passphrase", PASSPHRASE, key, QUICK),)))
    journal.apply(Action.IMPORT, *(add(record) for record in one_of_each()))
    plan = Plan("lived", {}, None, many=20)
    while len(plan.held) < entries:
        plan.step(journal)
    journal.save_draft({"note": "half a letter"}, of="letter")
    journal.close()
    earlier = (folder / FILE_NAME).read_bytes()
    journal = open_journal(folder, key)
    first, second, third, *_ = journal.interactions()
    journal.apply(Action.EDIT, edit(first, replace(first, note="goat and tea")))
    journal.apply(Action.DELETE, delete(second), delete(third))
    journal.apply(Action.DELETE, delete(replace(first, note="goat and tea")))
    journal.undo()
    journal.save_draft({"note": "half a sentence"})
    journal.back_up(Occasion.ASKED)
    journal.close()
    return earlier


def content(journal: Journal) -> tuple[object, ...]:
    """All that can be read of a journal: records, what was deleted, the history, drafts, and what each word finds."""
    found = [journal.find(Filter(text=word)) for word in WORDS[::3]]
    with told():
        history = journal._connection.execute("SELECT * FROM history ORDER BY seq").fetchall()
    records = sorted(journal.records(), key=lambda one: (type(one).__name__, one.id))
    drafts = journal.draft(), journal.draft("letter")
    return records, journal.count(), journal.recently_deleted(), history, drafts, found


def content_of(folder: Path, key: bytes) -> tuple[object, ...]:
    """The content of a journal that was found whole, its search mended if need be. Raises UserError."""
    journal, read = open_journal(folder, key), None
    try:
        with suppress(UserError):
            read = content(journal)  # as a window reads that is painted before the check
        journal.check()
        is_mended = journal.mend_search()
        return content(journal) if is_mended or read is None else read
    finally:
        journal.close()


def flipped_bit(data: bytearray, at: int, _earlier: bytes, chance: random.Random) -> None:
    data[at + chance.randrange(PAGE)] ^= 1 << chance.randrange(8)


def changed_bytes(data: bytearray, at: int, _earlier: bytes, chance: random.Random) -> None:
    place = at + chance.randrange(PAGE - 8)
    data[place : place + 8] = chance.randbytes(8)


def zeroed_page(data: bytearray, at: int, _earlier: bytes, _chance: random.Random) -> None:
    data[at : at + PAGE] = bytes(PAGE)


def random_page(data: bytearray, at: int, _earlier: bytes, chance: random.Random) -> None:
    data[at : at + PAGE] = chance.randbytes(PAGE)


def swapped_pages(data: bytearray, at: int, _earlier: bytes, chance: random.Random) -> None:
    other = chance.randrange(len(data) // PAGE) * PAGE
    data[at : at + PAGE], data[other : other + PAGE] = data[other : other + PAGE], data[at : at + PAGE]


def page_of_before(data: bytearray, at: int, earlier: bytes, _chance: random.Random) -> None:
    """A write that the disk said it had done."""
    data[at : at + PAGE] = earlier[at : at + PAGE].ljust(PAGE, b"\0")


def zeroed_sector(data: bytearray, at: int, _earlier: bytes, chance: random.Random) -> None:
    place = at + chance.randrange(PAGE // SECTOR) * SECTOR
    data[place : place + SECTOR] = bytes(SECTOR)


def random_sector(data: bytearray, at: int, _earlier: bytes, chance: random.Random) -> None:
    place = at + chance.randrange(PAGE // SECTOR) * SECTOR
    data[place : place + SECTOR] = chance.randbytes(SECTOR)


def cut_off(data: bytearray, at: int, _earlier: bytes, chance: random.Random) -> None:
    del data[at + chance.choice((0, 1, SECTOR, PAGE // 2, PAGE - 1)) :]


DAMAGES: Final[tuple[Damage, ...]] = (
    *(flipped_bit, changed_bytes, zeroed_page, random_page, swapped_pages, page_of_before),
    *(zeroed_sector, random_sector, cut_off),
)


def damaged(sound: bytes, earlier: bytes, chance: random.Random) -> Iterator[tuple[str, bytes]]:
    """Each page with each damage, the header with each bit of it flipped, and the file with something behind its end."""
    for at in range(0, len(sound), PAGE):
        for damage in DAMAGES:
            data = bytearray(sound)
            damage(data, at, earlier, chance)
            yield f"{damage.__name__} at {at // PAGE}", bytes(data)
    for place in range(100):
        data = bytearray(sound)
        data[place] ^= 1 << chance.randrange(8)
        yield f"header at {place}", bytes(data)
    for more in (
        b"\0",
        b"\n",
        bytes(SECTOR),
        bytes(PAGE),
        chance.randbytes(PAGE),
        chance.randbytes(3 * PAGE),
        sound,
    ):
        yield f"{len(more)} bytes behind", sound + more
