"""Backups, going back, looking whether all is whole, and forgetting, by commands."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import cast

import pytest

from tests.cli.conftest import Shell
from tests.cli.test_encryption import OTHER, WORDS, told
from tests.fakes import FakeClock

Plain = dict[str, object]


def names(shell: Shell, *words: str) -> list[str]:
    return [str(backup["name"]) for backup in cast("list[Plain]", shell.json("backups", *words))]


def test_the_first_change_of_a_day_is_backed_up(shell: Shell, clock: FakeClock) -> None:
    shell("add", "call")
    assert len(names(shell)) == 1
    shell("add", "visit")
    assert len(names(shell)) == 1
    clock.advance(days=1)
    shell("status")
    assert len(names(shell)) == 1, "nothing has changed"
    shell("add", "letter")
    (newest, _) = cast("list[Plain]", shell.json("backups"))
    assert (newest["occasion"], newest["interactions"], newest["verified"]) == ("day", 3, True)


def test_a_backup_is_made_and_gone_back_to_and_that_is_undone(shell: Shell, clock: FakeClock) -> None:
    shell("add", "call", "--note", "about the tulips")
    made = cast("Plain", shell.json("backup"))
    clock.advance(minutes=5)
    record = cast("Plain", shell.json("add", "visit"))
    shell("edit", "--note", "about the goat", str(cast("list[Plain]", shell.json("log"))[1]["id"]))
    assert "1 interaction" in shell("restore", str(made["name"]), "--dry-run")
    assert str(record["id"]) in str(shell.json("log"))
    assert "`undo` takes this back" in shell("restore", str(made["name"]))
    assert "tulips" in shell("log")
    assert len(cast("list[Plain]", shell.json("log"))) == 1
    shell("undo")
    assert "goat" in shell("log")
    assert len(cast("list[Plain]", shell.json("log"))) == 2
    assert "restore" in {backup["occasion"] for backup in cast("list[Plain]", shell.json("backups"))}


def test_a_backup_can_be_named_as_a_file(shell: Shell, tmp_path: Path) -> None:
    shell("add", "call", "--note", "about the tulips")
    name = names(shell)[0]
    for ending in ("db", "json"):
        shutil.copy(shell.folder / "backups" / f"{name}.{ending}", tmp_path / f"carried.{ending}")
    shell("delete", str(cast("list[Plain]", shell.json("log"))[0]["id"]))
    assert shell.json("log") == []
    shell("restore", str(tmp_path / "carried.db"))
    assert "tulips" in shell("log")


def test_a_backup_nobody_made_is_told(shell: Shell) -> None:
    shell("add", "call")
    shell("restore", "2001-01-01T000000Z", code=1)
    assert shell.err == "No backup has this name; `backups` lists all of them.\n"


def test_all_is_whole_until_a_backup_is_spoilt(shell: Shell) -> None:
    shell("add", "call")
    assert shell("verify").startswith("The journal is whole, and so is 1 backup.")
    file = shell.folder / "backups" / f"{names(shell)[0]}.db"
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    assert "Damaged: " in shell("verify", code=1)
    shell("restore", names(shell)[0], code=1)
    assert shell.err.startswith("This backup is damaged")


def test_an_old_passphrase_is_asked_for_with_its_backup(
    shell: Shell, quick_keys: None, tmp_path: Path
) -> None:
    shell("add", "call", "--note", "about the tulips")
    shell("encrypt", told(WORDS))
    name = str(cast("Plain", shell.json("backup", told(WORDS)))["name"])
    for ending in ("db", "json"):
        shutil.copy(shell.folder / "backups" / f"{name}.{ending}", tmp_path / f"carried.{ending}")
    other = Shell(tmp_path / "other", shell.capture)
    other("add", "visit")
    other("restore", str(tmp_path / "carried.db"), code=1)
    other("restore", str(tmp_path / "carried.db"), told("not this one"), code=1)
    assert "tulips" not in other("log")
    other("restore", str(tmp_path / "carried.db"), told(WORDS))
    assert "tulips" in other("log")


def test_a_backup_under_a_former_passphrase_is_whole_and_is_gone_back_to_with_it(
    shell: Shell, quick_keys: None
) -> None:
    shell("add", "call", "--note", "about the tulips")
    shell("encrypt", told(WORDS))
    name = str(cast("Plain", shell.json("backup", told(WORDS)))["name"])
    shell("decrypt", told(WORDS))
    shell("delete", str(cast("list[Plain]", shell.json("log"))[0]["id"]))
    shell("encrypt", told(OTHER))
    assert cast("Plain", shell.json("verify", told(OTHER)))["damaged"] == []
    assert shell("verify", name, told(OTHER)).startswith("The journal is whole, and so is 1 backup.")
    shell("restore", name, told(OTHER), code=1)
    assert shell.err == "This backup was made under another passphrase; please give that one.\n"
    shell("restore", name, told(OTHER, WORDS))
    assert "tulips" in shell("log", told(OTHER))


def test_a_backup_that_tells_nothing_of_itself_keeps_no_other_from_being_looked_at(
    shell: Shell, quick_keys: None
) -> None:
    shell("add", "call")
    shell("encrypt", told(WORDS))
    name = str(cast("Plain", shell.json("backup", told(WORDS)))["name"])
    shell("decrypt", told(WORDS))
    (shell.folder / "backups" / f"{name}.json").unlink()
    assert cast("Plain", shell.json("verify")) == {
        "journal": True,
        "whole": 3,
        "damaged": [],
        "locked": [name],
    }
    assert f"Under another passphrase, so not looked at: {name}\n" in shell("verify", name)


def test_all_of_the_journal_is_looked_at(shell: Shell, clock: FakeClock) -> None:
    """The list of its free pages, too, which is not looked at when it is opened."""
    record = cast("Plain", shell.json("add", "call", "--note", "She sang, and I listened. " * 3_000))
    shell("delete", str(record["id"]))
    clock.advance(days=31)
    shell("add", "visit")
    shell("verify")
    file = shell.folder / "journal.db"
    raw = bytearray(file.read_bytes())
    raw[(int.from_bytes(raw[32:36]) - 1) * 4096 + 11] ^= 1
    file.write_bytes(raw)
    shell("verify", code=1)
    assert shell.err.startswith("The journal is damaged")


@pytest.mark.parametrize("name", ["x" * 300, "", ".", "/", "../journal/journal.db"])
def test_what_can_be_no_backup_is_none(shell: Shell, name: str) -> None:
    shell("add", "call")
    shell("restore", name, code=1)
    assert shell.err == "No backup has this name; `backups` lists all of them.\n"


@pytest.mark.parametrize("agreed", [True, False])
def test_what_is_forgotten_is_in_no_file(shell: Shell, clock: FakeClock, agreed: bool) -> None:
    record = cast("Plain", shell.json("add", "call", "--note", "Xanadunote"))
    clock.advance(minutes=1)
    shell("add", "visit", "--note", "stays")
    shell("backup")
    if not agreed:
        shell("forget", str(record["id"]), code=1)
        assert shell.err.startswith("Nothing was changed")
        assert "Xanadunote" in shell("log")
        return
    assert shell("forget", str(record["id"]), "--yes").startswith("Forgotten: 1 interaction")
    files = [path for path in shell.folder.rglob("*") if path.is_file()]
    assert not [path.name for path in files if b"Xanadunote" in path.read_bytes()]
    assert "stays" in shell("log")
    assert shell("verify").startswith("The journal is whole")


def test_backups_of_before_the_passphrase_are_told_and_deleted(shell: Shell, quick_keys: None) -> None:
    shell("add", "call", "--note", "Xanadunote")
    assert "not encrypted (2)" in shell("encrypt", told(WORDS))
    backups = cast("list[Plain]", shell.json("backups", told(WORDS)))
    assert [backup["encrypted"] for backup in backups] == [False, False]
    options = [f"--delete={backup['name']}" for backup in backups]
    assert shell.json("backups", told(WORDS), *options) == []
    files = [path for path in shell.folder.rglob("*") if path.is_file()]
    assert not [path.name for path in files if b"Xanadunote" in path.read_bytes()]
    shell("backups", told(WORDS), options[0], code=1)
    assert shell.err.startswith("No backup has this name")
