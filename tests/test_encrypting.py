"""Encryption is turned on and off, and its keys are changed, without a word of the journal lost or left behind."""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reconnect_desktop import backing_up, encrypting, unlocking
from reconnect_desktop.domain import recovery_key
from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.backups import Occasion
from reconnect_desktop.domain.change import add, delete
from reconnect_desktop.domain.errors import (
    AlreadyEncrypted,
    Invalid,
    KeysDamaged,
    NotEncrypted,
    UserError,
    Why,
    WrongPassphrase,
)
from reconnect_desktop.domain.filter import Filter
from reconnect_desktop.journal import Journal
from reconnect_desktop.storage import key_files
from reconnect_desktop.storage.check import full_check
from reconnect_desktop.storage.connection import APPLICATION_ID, FILE_NAME, SCHEMA_VERSION, connect
from reconnect_desktop.storage.vault import key_id
from tests.fakes import FakeClock
from tests.making import ago, contact, topic

WORDS, OTHER, SECRET = "under the old walnut tree", "a quite different sentence", bytes(range(16))
NOTE = "the tulips and the neighbour's goat"

pytestmark = pytest.mark.usefixtures("quick_keys")


def fill(journal: Journal) -> None:
    """Some of everything: entries, what was deleted, what is being written, steps to undo and to redo."""
    entries = [contact(ago(day), note=f"{NOTE} {day}", tags=("garden",)) for day in range(1, 40)]
    journal.apply(Action.LOG, *(add(one) for one in entries))
    journal.apply(Action.DELETE, delete(entries[5]))
    journal.apply(Action.TOPIC, add(topic("Ask about the goat")))
    journal.undo()
    journal.save_draft({"note": "half a sentence"})


def content(journal: Journal) -> list[object]:
    """All that a user can come by."""
    return [
        *journal.records(),
        journal.count(),
        journal.draft(),
        journal.recently_deleted(),
        journal.undo_action(),
        journal.redo_action(),
        journal.find(Filter(text="tulip")),
    ]


@pytest.fixture
def journal(tmp_path: Path, clock: FakeClock) -> Iterator[Journal]:
    """A plain journal with something in it."""
    opened = Journal.open(tmp_path / "journal", clock)
    fill(opened)
    yield opened
    opened.close()


@pytest.fixture
def encrypted(journal: Journal) -> Journal:
    encrypting.turn_on(journal, WORDS, SECRET)
    return journal


def reopened(journal: Journal, typed: str | None) -> list[object]:
    """What the journal holds when it is opened by this passphrase, or without one. It stays closed."""
    key = unlocking.unlock(journal.folder, typed) if typed else None
    again = Journal.open(journal.folder, journal.now, key)
    again.check()
    found = content(again)
    with again.held() as connection:
        full_check(connection)
    again.close()
    return [*found[:-3], found[-1]]  # steps to undo belong to a session


def held(journal: Journal) -> list[object]:
    found = content(journal)
    return [*found[:-3], found[-1]]


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.is_file() and "-journal" not in path.name)


PLAIN_FILES = [FILE_NAME, "lock", "reserve"]
ENCRYPTED_FILES = [FILE_NAME, "keys.json", "keys.json.bak", "lock", "reserve"]


# Turning it on


def test_an_encrypted_journal_has_all_that_the_plain_one_had(journal: Journal) -> None:
    before = content(journal)
    encrypting.turn_on(journal, WORDS, SECRET)
    assert content(journal) == before
    assert files(journal.folder) == ENCRYPTED_FILES
    journal.redo()
    journal.undo()
    journal.apply(Action.LOG, add(contact(ago(50), note="written afterwards: tulips")))
    now = held(journal)
    assert len(journal.find(Filter(text="afterwards"))) == 1
    journal.close()
    assert unlocking.is_encrypted(journal.folder)
    assert reopened(journal, WORDS) == now
    assert reopened(journal, recovery_key.write(SECRET)) == now


def test_no_word_of_it_is_in_the_clear_any_more_but_in_the_backup_of_before(journal: Journal) -> None:
    assert NOTE.encode() in (journal.folder / FILE_NAME).read_bytes()
    encrypting.turn_on(journal, WORDS, SECRET)
    assert journal.key is not None
    for path in journal.folder.iterdir():
        data = path.read_bytes() if path.is_file() else b""
        for secret in (NOTE, "goat", "half a sentence", WORDS, journal.key.hex(), recovery_key.write(SECRET)):
            assert secret.encode() not in data, path.name
        assert journal.key not in data
    (backup,) = backing_up.backups(journal)
    assert (backup.occasion, backup.encrypted) == (Occasion.ENCRYPTION, False)


def test_the_file_is_set_up_as_every_journal(encrypted: Journal) -> None:
    key = encrypted.key
    with encrypted.held() as connection:
        told = [
            connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("synchronous", "secure_delete")
        ]
    encrypted.close()
    assert told == [3, 1]
    connection = connect(encrypted.folder / FILE_NAME, key)
    found = [
        connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("user_version", "application_id")
    ]
    connection.close()
    assert found == [SCHEMA_VERSION, APPLICATION_ID]
    modes = {stat.S_IMODE((encrypted.folder / name).stat().st_mode) for name in ENCRYPTED_FILES}
    assert modes == {0o600}


def test_it_is_not_turned_on_twice(encrypted: Journal) -> None:
    with pytest.raises(AlreadyEncrypted):
        encrypting.turn_on(encrypted, OTHER, None)


@pytest.mark.parametrize(
    ("text", "why"),
    [("", Why.EMPTY), ("  \n", Why.EMPTY), ("a" * 1_001, Why.TOO_LONG), ("\ud800", Why.UNSTORABLE)],
)
def test_what_can_be_no_passphrase_is_refused_before_anything_is_done(
    journal: Journal, text: str, why: Why
) -> None:
    with pytest.raises(Invalid) as caught:
        encrypting.turn_on(journal, text, None)
    assert (caught.value.field, caught.value.why) == ("passphrase", why)
    assert backing_up.backups(journal) == []
    assert journal.key is None


@pytest.mark.parametrize(
    "text", ["a", "mom", "1234", "ma mère", "👩‍👧", "x'00'", 'it\'s "quoted"', "a" * 1_000]
)
def test_no_passphrase_is_refused_for_being_plain(text: str) -> None:
    encrypting.check_passphrase(text)


def test_a_journal_can_do_without_a_recovery_key_and_get_one_later(journal: Journal) -> None:
    encrypting.turn_on(journal, WORDS, None)
    assert not encrypting.has_recovery_key(journal)
    encrypting.set_recovery_key(journal, SECRET)
    assert encrypting.has_recovery_key(journal)
    encrypting.set_recovery_key(journal, bytes(16))
    encrypting.verify(journal, recovery_key.write(bytes(16)))
    with pytest.raises(WrongPassphrase):
        encrypting.verify(journal, recovery_key.write(SECRET))
    encrypting.verify(journal, WORDS)


# Turning it off, and changing keys


def test_a_decrypted_journal_has_all_that_the_encrypted_one_had(encrypted: Journal) -> None:
    before = content(encrypted)
    encrypting.turn_off(encrypted)
    assert content(encrypted) == before
    assert encrypted.key is None
    encrypted.close()
    assert files(encrypted.folder) == PLAIN_FILES
    assert reopened(encrypted, None) == held_of(before)
    assert [backup.encrypted for backup in backing_up.backups_in(encrypted.folder)] == [True, False]


def held_of(found: list[object]) -> list[object]:
    return [*found[:-3], found[-1]]


def test_a_plain_journal_has_nothing_to_change(journal: Journal) -> None:
    acts: list[Callable[[], None]] = [
        lambda: encrypting.turn_off(journal),
        lambda: encrypting.verify(journal, WORDS),
        lambda: encrypting.change_passphrase(journal, WORDS, OTHER),
        lambda: encrypting.set_recovery_key(journal, SECRET),
        lambda: encrypting.new_data_key(journal, WORDS, None),
    ]
    for act in acts:
        with pytest.raises(NotEncrypted):
            act()
    assert not encrypting.has_recovery_key(journal)
    assert files(journal.folder) == PLAIN_FILES


def test_a_changed_passphrase_leaves_the_journal_file_as_it_is(encrypted: Journal) -> None:
    encrypted.check()
    before = (encrypted.folder / FILE_NAME).stat()
    encrypting.change_passphrase(encrypted, WORDS, OTHER)
    after = (encrypted.folder / FILE_NAME).stat()
    assert (after.st_ino, after.st_mtime_ns, after.st_size) == (
        before.st_ino,
        before.st_mtime_ns,
        before.st_size,
    )
    encrypting.verify(encrypted, OTHER)
    encrypting.verify(encrypted, recovery_key.write(SECRET))
    with pytest.raises(WrongPassphrase):
        encrypting.verify(encrypted, WORDS)


def test_who_forgot_the_passphrase_sets_another_by_the_recovery_key(encrypted: Journal) -> None:
    encrypting.change_passphrase(encrypted, recovery_key.write(SECRET), OTHER)
    encrypting.verify(encrypted, OTHER)


def test_the_passphrase_is_not_changed_without_the_old_one(encrypted: Journal) -> None:
    before = key_files.read(encrypted.folder)
    with pytest.raises(WrongPassphrase):
        encrypting.change_passphrase(encrypted, OTHER, "mine now")
    with pytest.raises(Invalid):
        encrypting.change_passphrase(encrypted, WORDS, "")
    assert key_files.read(encrypted.folder) == before


def test_damaged_keys_of_an_open_journal_are_made_anew_with_its_passphrase(encrypted: Journal) -> None:
    for name in (key_files.FIRST, key_files.SECOND):
        (encrypted.folder / name).write_bytes(b"{}")
    with pytest.raises(KeysDamaged):
        encrypting.verify(encrypted, WORDS)
    with pytest.raises(KeysDamaged):
        encrypting.set_recovery_key(encrypted, SECRET)
    assert not encrypting.has_recovery_key(encrypted)
    encrypting.change_passphrase(encrypted, WORDS, OTHER)
    now = held(encrypted)
    encrypted.close()
    assert reopened(encrypted, OTHER) == now


def test_a_new_data_key_makes_the_former_one_useless(encrypted: Journal, tmp_path: Path) -> None:
    former, keys = encrypted.key, key_files.read(encrypted.folder)
    assert former is not None
    assert keys is not None
    before = content(encrypted)
    encrypting.new_data_key(encrypted, WORDS, bytes(16))
    assert encrypted.key != former
    assert content(encrypted) == before
    encrypted.close()
    kept = key_files.read(encrypted.folder)
    assert kept is not None
    assert {slot.key_id for slot in kept.slots} == {key_id(encrypted_key(encrypted, WORDS))}
    assert reopened(encrypted, WORDS) == held_of(before)
    assert reopened(encrypted, recovery_key.write(bytes(16))) == held_of(before)
    with pytest.raises(WrongPassphrase):
        unlocking.unlock(encrypted.folder, recovery_key.write(SECRET))
    key_files.write(encrypted.folder, keys)
    with pytest.raises(UserError):
        reopened(encrypted, WORDS)


def encrypted_key(journal: Journal, typed: str) -> bytes:
    return unlocking.unlock(journal.folder, typed)


def test_a_new_data_key_needs_the_passphrase_in_force(encrypted: Journal) -> None:
    before = (encrypted.key, key_files.read(encrypted.folder))
    for typed in (OTHER, recovery_key.write(SECRET)):
        with pytest.raises(WrongPassphrase):
            encrypting.new_data_key(encrypted, typed, None)
    assert (encrypted.key, key_files.read(encrypted.folder)) == before


@pytest.mark.parametrize("is_encrypted", [True, False])
def test_another_journal_in_the_folder_keeps_its_file_and_its_keys(
    journal: Journal, tmp_path: Path, *, is_encrypted: bool
) -> None:
    """As when somebody moved this one away while it was open."""
    if is_encrypted:
        encrypting.turn_on(journal, WORDS, SECRET)
    folder = journal.folder
    folder.rename(tmp_path / "moved")
    other = Journal.open(folder, journal.now)
    encrypting.turn_on(other, OTHER, None)
    other.close()
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    acts: list[Callable[[], None]] = [
        lambda: encrypting.turn_on(journal, WORDS, None),
        lambda: encrypting.turn_off(journal),
        lambda: encrypting.set_recovery_key(journal, SECRET),
        lambda: encrypting.change_passphrase(journal, OTHER, WORDS),
        lambda: encrypting.new_data_key(journal, WORDS, None),
    ]
    for act in acts:
        with pytest.raises(UserError):
            act()
    assert {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before
