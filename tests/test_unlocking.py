"""From what is typed to the open journal; a wrong passphrase and a damaged file are never taken for each other."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from reconnect_desktop import encrypting
from reconnect_desktop.domain import recovery_key
from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add
from reconnect_desktop.domain.errors import (
    JournalDamaged,
    JournalLocked,
    KeysDamaged,
    NotAJournal,
    WrongPassphrase,
)
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.journal import Journal
from reconnect_desktop.storage import key_files
from reconnect_desktop.storage.connection import FILE_NAME
from reconnect_desktop.storage.vault import Cost, Slot, Vault, new_key, wrap
from reconnect_desktop.unlocking import is_encrypted, unlock
from tests.fakes import FakeClock
from tests.making import ago, contact

QUICK = Cost(8, 1, 1)
WORDS, SECRET = "under the old walnut tree", bytes(range(16))
PAGE = 4096


def make(folder: Path, *, entries: int = 3) -> Path:
    """A closed, encrypted journal."""
    journal = Journal.open(folder, FakeClock())
    journal.apply(Action.LOG, *(add(contact(ago(day), note="tulips " * 40)) for day in range(1, entries + 1)))
    encrypting.turn_on(journal, WORDS, SECRET, QUICK)
    journal.close()
    return folder


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("made"), entries=60)


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    """An encrypted journal of 60 interactions."""
    return Path(shutil.copytree(made, tmp_path / "journal"))


def opened(folder: Path, typed: str) -> Journal:
    journal = Journal.open(folder, FakeClock(), unlock(folder, typed))
    try:
        journal.check()
    except BaseException:
        journal.close()
        raise
    return journal


def test_passphrase_and_recovery_key_open_the_journal(folder: Path) -> None:
    assert is_encrypted(folder)
    with pytest.raises(JournalLocked):
        Journal.open(folder, FakeClock())
    for typed in (WORDS, recovery_key.write(SECRET), recovery_key.write(SECRET).lower().replace("-", "")):
        journal = opened(folder, typed)
        assert journal.count() == 60
        journal.close()


def test_a_plain_journal_needs_no_passphrase_whatever_lies_beside_it(tmp_path: Path) -> None:
    assert not is_encrypted(tmp_path)
    Journal.open(tmp_path, FakeClock()).close()
    assert not is_encrypted(tmp_path)
    key_files.write(tmp_path, Vault((wrap("passphrase", WORDS, new_key(), QUICK),)))
    assert not is_encrypted(tmp_path)
    Journal.open(tmp_path, FakeClock()).close()


def test_without_its_keys_an_encrypted_journal_is_no_file_of_ours(folder: Path) -> None:
    key_files.remove(folder)
    assert not is_encrypted(folder)
    with pytest.raises(KeysDamaged):
        unlock(folder, WORDS)
    with pytest.raises(JournalDamaged):
        Journal.open(folder, FakeClock())
    shutil.rmtree(folder / "backups")  # nothing tells any more that it was a journal
    with pytest.raises(NotAJournal):
        Journal.open(folder, FakeClock())


def test_one_copy_of_the_keys_is_enough_and_the_other_is_made_anew(folder: Path) -> None:
    for name in (key_files.FIRST, key_files.SECOND):
        (folder / name).write_bytes(b"\0" * 500)
        assert is_encrypted(folder)
        opened(folder, WORDS).close()
        assert (folder / key_files.FIRST).read_bytes() == (folder / key_files.SECOND).read_bytes()


def test_with_both_copies_damaged_the_keys_are_to_blame_and_not_the_passphrase(folder: Path) -> None:
    for name in (key_files.FIRST, key_files.SECOND):
        (folder / name).write_bytes((folder / name).read_bytes()[:-1] + b"!")
    assert is_encrypted(folder)
    with pytest.raises(JournalLocked):
        Journal.open(folder, FakeClock())
    with pytest.raises(KeysDamaged):
        unlock(folder, WORDS)


def test_unlocking_alone_writes_nothing(folder: Path) -> None:
    (folder / key_files.SECOND).write_bytes(b"damaged")
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    unlock(folder, WORDS)
    assert {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before


def wrong(chance: random.Random) -> str:
    """What somebody types who has the passphrase nearly right, or not at all."""
    place = chance.randrange(len(WORDS))
    return chance.choice(
        [
            WORDS.upper(),
            WORDS[:place] + WORDS[place + 1 :],
            WORDS[:place] + chance.choice("xyzäß'0 ") * 2 + WORDS[place:],
            WORDS + " ",
            recovery_key.write(chance.randbytes(16)),
            "".join(chance.choices("abcdefghijklmnop", k=chance.randrange(30))),
        ]
    )


def _flip(data: bytearray, chance: random.Random) -> None:
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def _zero_page(data: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(data) // PAGE) * PAGE
    data[start : start + PAGE] = bytes(PAGE)


def _garble_sector(data: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(data) // 512) * 512
    data[start : start + 512] = chance.randbytes(512)


def _cut(data: bytearray, chance: random.Random) -> None:
    del data[chance.randrange(len(data)) :]


def _swap_pages(data: bytearray, chance: random.Random) -> None:
    first, second = (place * PAGE for place in chance.sample(range(len(data) // PAGE), 2))
    data[first : first + PAGE], data[second : second + PAGE] = (
        data[second : second + PAGE],
        data[first : first + PAGE],
    )


DAMAGES: list[Callable[[bytearray, random.Random], None]] = [
    _flip,
    _zero_page,
    _garble_sector,
    _cut,
    _swap_pages,
]
ROUNDS = 40  # of each


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_wrong_passphrase_and_a_damaged_file_are_told_apart(
    folder: Path, damage: Callable[[bytearray, random.Random], None]
) -> None:
    chance = random.Random(damage.__name__)
    whole = (folder / FILE_NAME).read_bytes()
    entries, found = interactions(folder), 0
    for _ in range(ROUNDS):
        data = bytearray(whole)
        damage(data, chance)
        (folder / FILE_NAME).write_bytes(data)
        with pytest.raises(WrongPassphrase):
            unlock(folder, wrong(chance))
        unlock(folder, WORDS)
        try:
            # Free pages and the search's own words are looked at by backups; no entry comes from them.
            assert interactions(folder) == entries
        except JournalDamaged:
            found += 1
    assert found > ROUNDS // 3


def interactions(folder: Path) -> list[Interaction]:
    journal = opened(folder, WORDS)
    try:
        return journal.interactions()
    finally:
        journal.close()


def test_an_encrypted_journal_that_was_emptied_is_not_begun_anew(folder: Path) -> None:
    (folder / FILE_NAME).write_bytes(b"")
    for key in (unlock(folder, WORDS), None):
        with pytest.raises(JournalDamaged):
            Journal.open(folder, FakeClock(), key)
    assert (folder / FILE_NAME).read_bytes() == b""


# What a change of the data key that broke off may leave: slots of both keys, and a file of either.


def both_keys(folder: Path, *, passphrase: str = WORDS) -> tuple[bytes, bytes]:
    """Slots of a new key beside those in force; (the file's key, the new key)."""
    former, new = key_files.read(folder), new_key()
    assert former is not None
    slots: tuple[Slot, ...] = (wrap("passphrase", passphrase, new, QUICK),)
    key_files.write(folder, Vault(slots + former.slots))
    return unlock(folder, WORDS), new


def test_of_two_keys_the_one_that_opens_the_file_is_told_and_the_other_forgotten(folder: Path) -> None:
    key, new = both_keys(folder)
    assert key != new
    journal = opened(folder, WORDS)
    assert journal.key == key
    journal.close()
    kept = key_files.read(folder)
    assert kept is not None
    assert len(kept.slots) == 2
    assert unlock(folder, recovery_key.write(SECRET)) == key


def test_what_unwraps_only_the_other_key_is_not_the_passphrase(folder: Path) -> None:
    both_keys(folder, passphrase="another one")
    with pytest.raises(WrongPassphrase):
        unlock(folder, "another one")
    opened(folder, WORDS).close()


def test_a_damaged_file_is_told_as_such_with_two_keys_as_well(folder: Path) -> None:
    both_keys(folder)
    (folder / FILE_NAME).write_bytes(bytes(10 * PAGE))
    with pytest.raises(WrongPassphrase):
        unlock(folder, "no")
    with pytest.raises(JournalDamaged):
        opened(folder, WORDS)
