"""A key is handed to a keyring that keeps it safe, or to none; and without one, the passphrase is asked as ever."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import SecretService, chainer, fail, null
from keyring.errors import KeyringLocked, PasswordDeleteError

from reconnect_desktop import encrypting, unlocking
from reconnect_desktop.journal import Journal
from reconnect_desktop.storage.remembered import can_remember, forget, is_remembered, recall, remember
from tests.fakes import FakeClock

WORDS = "under the old walnut tree"


class FakeKeyring(SecretService.Keyring):
    """The keyring of a desktop, in memory; while `locked`, it is not to be had."""

    def __init__(self) -> None:
        self.held: dict[tuple[str, str], str] = {}
        self.asked = 0
        self.locked = False

    def get_password(self, service: str, username: str) -> str | None:
        self._ask()
        return self.held.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._ask()
        self.held[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._ask()
        if self.held.pop((service, username), None) is None:
            raise PasswordDeleteError

    def _ask(self) -> None:
        self.asked += 1
        if self.locked:
            raise KeyringLocked


class PlaintextKeyring(KeyringBackend):
    """One that writes what it is given into a file that everyone can read."""

    priority = 9.0

    def __init__(self) -> None:
        pass

    def get_password(self, service: str, username: str) -> str | None:
        raise AssertionError("it was asked")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise AssertionError("it was told")


def several(*backends: KeyringBackend) -> KeyringBackend:
    """A stand-in for all of these."""
    made: KeyringBackend = type("Several", (chainer.ChainerBackend,), {"backends": list(backends)})()
    return made


@pytest.fixture
def fake() -> Iterator[FakeKeyring]:
    """It is in use."""
    before, made = keyring.get_keyring(), FakeKeyring()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


@pytest.fixture
def encrypted(tmp_path: Path, clock: FakeClock, quick_keys: None) -> Iterator[Journal]:
    journal = Journal.open(tmp_path / "journal", clock)
    encrypting.turn_on(journal, WORDS, None)
    yield journal
    journal.close()


def key_of(journal: Journal) -> bytes:
    assert journal.key is not None
    return journal.key


def test_a_remembered_key_opens_the_journal_until_it_is_forgotten(
    encrypted: Journal, fake: FakeKeyring, clock: FakeClock
) -> None:
    key = key_of(encrypted)
    assert can_remember()
    assert remember(encrypted.folder, key)
    encrypted.close()
    recalled = recall(encrypted.folder)
    assert recalled == key
    Journal.open(encrypted.folder, clock, recalled).close()
    assert forget(encrypted.folder)
    assert recall(encrypted.folder) is None
    assert not fake.held


def test_who_never_chose_so_is_never_asked_by_the_keyring(encrypted: Journal, fake: FakeKeyring) -> None:
    assert recall(encrypted.folder) is None
    assert forget(encrypted.folder)
    encrypting.turn_off(encrypted)
    assert fake.asked == 0


def test_the_keyring_learns_neither_folder_nor_passphrase(encrypted: Journal, fake: FakeKeyring) -> None:
    remember(encrypted.folder, key_of(encrypted))
    ((service, account),) = fake.held
    assert service == "reconnect-desktop"
    assert len(account) == 16
    assert not set(account) - set("0123456789abcdef")


def test_each_journal_has_a_key_of_its_own(encrypted: Journal, fake: FakeKeyring, tmp_path: Path) -> None:
    remember(encrypted.folder, key_of(encrypted))
    other = tmp_path / "other"
    other.mkdir()
    (other / "remembered").touch()
    assert recall(other) is None


@pytest.mark.parametrize("held", ["", "not base64!", "AAAA", "é", "A" * 43 + "="])
def test_what_is_no_key_or_another_one_counts_as_none(
    encrypted: Journal, fake: FakeKeyring, held: str
) -> None:
    remember(encrypted.folder, key_of(encrypted))
    encrypted.close()
    (place,) = fake.held
    fake.held[place] = held
    assert recall(encrypted.folder) is None
    assert unlocking.unlock(encrypted.folder, WORDS)


def test_a_keyring_that_is_locked_or_gone_means_no(encrypted: Journal, fake: FakeKeyring) -> None:
    key = key_of(encrypted)
    fake.locked = True
    assert not remember(encrypted.folder, key)
    fake.locked = False
    assert remember(encrypted.folder, key)
    encrypted.close()
    fake.locked = True
    assert recall(encrypted.folder) is None
    assert not forget(encrypted.folder)
    assert not is_remembered(encrypted.folder)
    fake.locked = False
    assert recall(encrypted.folder) is None


@pytest.mark.parametrize(
    "used", [PlaintextKeyring(), fail.Keyring(), null.Keyring(), several(), several(PlaintextKeyring())]
)
def test_a_keyring_that_does_not_keep_secrets_is_not_told_any(
    encrypted: Journal, fake: FakeKeyring, used: KeyringBackend
) -> None:
    keyring.set_keyring(used)
    assert not can_remember()
    assert not remember(encrypted.folder, key_of(encrypted))
    assert recall(encrypted.folder) is None


def test_among_several_keyrings_the_one_that_keeps_secrets_is_told(
    encrypted: Journal, fake: FakeKeyring
) -> None:
    keyring.set_keyring(several(PlaintextKeyring(), fake))
    assert remember(encrypted.folder, key_of(encrypted))
    assert len(fake.held) == 1


def test_without_the_library_nothing_is_remembered(
    encrypted: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "keyring", None)
    assert not can_remember()
    assert not remember(encrypted.folder, key_of(encrypted))
    assert recall(encrypted.folder) is None


def test_a_new_data_key_is_remembered_in_place_of_the_old_one_and_a_plain_journal_has_none(
    encrypted: Journal, fake: FakeKeyring
) -> None:
    remember(encrypted.folder, key_of(encrypted))
    encrypting.new_data_key(encrypted, WORDS, None)
    key = key_of(encrypted)
    held = encrypted.let_go()
    assert recall(encrypted.folder) == key
    held.release()
    again = Journal.open(encrypted.folder, FakeClock(), key)
    encrypting.turn_off(again)
    again.close()
    assert not fake.held
    assert not is_remembered(encrypted.folder)
