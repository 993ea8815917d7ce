"""A damaged journal is had back by a command, and a whole one is left alone."""

from __future__ import annotations

from typing import cast

import pytest

from tests.cli.conftest import Shell
from tests.cli.test_encryption import WORDS, told

Plain = dict[str, object]


def spoil(shell: Shell) -> None:
    """Zero the page in which the newest note lies, in a plain file."""
    file = shell.folder / "journal.db"
    data = bytearray(file.read_bytes())
    start = data.rindex(b"about the goat") // 4096 * 4096
    data[start : start + 4096] = bytes(4096)
    file.write_bytes(data)


@pytest.fixture
def lived(shell: Shell) -> Shell:
    shell("add", "call", "--note", "about the tulips")
    shell("backup")
    for number in range(3):
        shell("add", "visit", "--note", f"about the goat {number}")
    return shell


def test_a_whole_journal_is_left_alone(lived: Shell) -> None:
    before = (lived.folder / "journal.db").read_bytes()
    assert lived("rescue").startswith("The journal is whole")
    assert lived("rescue", "--take", "afresh").startswith("The journal is whole")
    assert (lived.folder / "journal.db").read_bytes() == before


def test_a_damaged_one_is_told_what_can_be_had_and_has_it(lived: Shell) -> None:
    spoil(lived)
    lived("add", "call", code=1)
    assert lived.err.startswith("The journal is damaged")
    found = cast("Plain", lived.json("rescue"))
    assert (found["whole"], found["backup"]) == (False, 1)
    assert "backup" in lived("rescue")
    assert "in place again" in lived("rescue", "--take", "backup")
    assert "tulips" in lived("log")
    lived("add", "call")
    (aside,) = (path for path in lived.folder.iterdir() if path.name.startswith("damaged-"))
    assert (aside / "journal.db").is_file()


def test_a_missing_one_comes_back_from_its_backup(lived: Shell) -> None:
    (lived.folder / "journal.db").unlink()
    lived("log", code=1)
    assert lived.err.startswith("The journal is not in its folder")
    lived("rescue", "--take", "salvage", code=1)
    lived("rescue", "--take", "backup")
    assert "tulips" in lived("log")


def test_lost_keys_come_back_from_a_backup(lived: Shell, quick_keys: None) -> None:
    lived("encrypt", told(WORDS))
    lived("backup", told(WORDS))
    for name in ("keys.json", "keys.json.bak"):
        (lived.folder / name).write_text("{}")
    lived("log", told(WORDS), code=1)
    assert "keys" in lived.err
    assert "keys are back" in lived("rescue", told(WORDS), "--take", "together")
    assert "tulips" in lived("log", told(WORDS))
    assert not [path for path in lived.folder.iterdir() if path.name.startswith("damaged-")]
