"""Two files hold the wrapped keys, so that one may be lost."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from reconnect_desktop.domain.errors import JournalTooNew, KeysDamaged, UserError
from reconnect_desktop.durable import write_bytes
from reconnect_desktop.storage.key_files import FIRST, SECOND, read, remove, settle, there, write
from reconnect_desktop.storage.vault import Cost, Vault, new_key, wrap

KEY, OTHER_KEY = new_key(), new_key()


def make(passphrase: str = "under the old walnut tree", key: bytes = KEY) -> Vault:
    return Vault((wrap("passphrase", passphrase, key, Cost(8, 1, 1)),))


VAULT, OTHER = make(), make("a quite different sentence")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name != "home")


def test_what_is_written_is_read_and_lies_there_twice_for_the_user_alone(tmp_path: Path) -> None:
    os.umask(0)
    write(tmp_path, VAULT)
    assert read(tmp_path) == VAULT
    assert (tmp_path / FIRST).read_bytes() == (tmp_path / SECOND).read_bytes()
    assert names(tmp_path) == ["keys.json", "keys.json.bak"]
    assert {stat.S_IMODE((tmp_path / name).stat().st_mode) for name in (FIRST, SECOND)} == {0o600}
    assert (tmp_path / FIRST).stat().st_size < 1_000


def test_without_files_there_are_no_keys(tmp_path: Path) -> None:
    assert read(tmp_path) is None
    assert not there(tmp_path)
    remove(tmp_path)
    write(tmp_path, VAULT)
    assert there(tmp_path)
    remove(tmp_path)
    assert names(tmp_path) == []


def become_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


DAMAGES: list[Callable[[Path], object]] = [
    lambda path: path.unlink(),
    lambda path: path.write_bytes(b""),
    lambda path: path.write_bytes(path.read_bytes()[:-40]),
    lambda path: path.write_bytes(path.read_bytes().replace(b'"memory": 8', b'"memory": 9')),
    lambda path: path.write_bytes(bytes(600)),
    lambda path: path.write_bytes(b"\xff\xfe{}"),
    lambda path: path.write_bytes(b"[" * 60_000),
    lambda path: path.write_bytes(b" " * 70_000),
    lambda path: path.write_bytes(b"1" * 60_000),
    become_folder,
]


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("which", [FIRST, SECOND])
def test_one_of_them_is_enough_and_the_other_is_made_anew(
    tmp_path: Path, damage: Callable[[Path], object], which: str
) -> None:
    write(tmp_path, VAULT)
    damage(tmp_path / which)
    assert read(tmp_path) == VAULT
    if not (tmp_path / which).is_dir():
        settle(tmp_path, KEY)
        assert (tmp_path / FIRST).read_bytes() == (tmp_path / SECOND).read_bytes()
    assert read(tmp_path) == VAULT


@pytest.mark.parametrize("damage", DAMAGES[1:-1])
def test_two_damaged_ones_are_told_and_left_as_they_are(
    tmp_path: Path, damage: Callable[[Path], object]
) -> None:
    write(tmp_path, VAULT)
    for name in (FIRST, SECOND):
        damage(tmp_path / name)
    before = (tmp_path / FIRST).read_bytes()
    with pytest.raises(KeysDamaged):
        read(tmp_path)
    settle(tmp_path, KEY)
    assert (tmp_path / FIRST).read_bytes() == before


def test_what_cannot_be_read_at_all_is_told(tmp_path: Path) -> None:
    (tmp_path / FIRST).mkdir()
    with pytest.raises(UserError):
        read(tmp_path)


def test_keys_of_a_newer_program_are_not_passed_over_for_an_older_copy(tmp_path: Path) -> None:
    write(tmp_path, VAULT)
    (tmp_path / FIRST).write_text(json.dumps({**VAULT.to_plain(), "version": 2}))
    with pytest.raises(JournalTooNew):
        read(tmp_path)


@pytest.mark.parametrize("failing", [1, 2])
def test_a_write_that_fails_leaves_those_of_before_in_force(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    write(tmp_path, VAULT)
    written: list[Path] = []

    def disk(path: Path, data: bytes) -> None:
        written.append(path)
        if len(written) == failing:
            raise OSError(28, "No space left on device")
        write_bytes(path, data)

    monkeypatch.setattr("reconnect_desktop.storage.key_files.write_bytes", disk)
    with pytest.raises(UserError):
        write(tmp_path, OTHER)
    monkeypatch.undo()
    assert read(tmp_path) == VAULT
    settle(tmp_path, KEY)
    assert (tmp_path / FIRST).read_bytes() == (tmp_path / SECOND).read_bytes()
    assert read(tmp_path) == VAULT


def test_slots_of_a_key_that_came_to_nothing_are_dropped(tmp_path: Path) -> None:
    write(tmp_path, Vault(VAULT.slots + make(key=OTHER_KEY).slots))
    settle(tmp_path, KEY)
    assert read(tmp_path) == VAULT
    settle(
        tmp_path, OTHER_KEY
    )  # none of the slots holds it: then they may belong to a file that was moved away
    assert read(tmp_path) == VAULT


def test_equal_copies_are_not_written_again(tmp_path: Path) -> None:
    write(tmp_path, VAULT)
    before = [(tmp_path / name).stat().st_ino for name in (FIRST, SECOND)]
    settle(tmp_path, KEY)
    assert [(tmp_path / name).stat().st_ino for name in (FIRST, SECOND)] == before
