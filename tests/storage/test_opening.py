"""What is opened is a journal of ours that we can read, and everything else stays as it is."""

from __future__ import annotations

import os
import shutil
import stat
import struct
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add
from reconnect_desktop.domain.errors import (
    JournalBusy,
    JournalDamaged,
    JournalLocked,
    JournalTooNew,
    NotAJournal,
    ReadOnly,
)
from reconnect_desktop.domain.records import Setting
from reconnect_desktop.journal import Journal
from reconnect_desktop.storage.connection import FILE_NAME, SCHEMA_VERSION, connect
from tests.fakes import FakeClock


def make(folder: Path, clock: FakeClock) -> Path:
    """A closed journal with one record; returns its file."""
    journal = Journal.open(folder, clock)
    journal.apply(Action.SETTING, add(Setting(id="her_name", value="Amma")))
    journal.close()
    return folder / FILE_NAME


def test_folder_and_files_are_the_users_alone_whatever_the_umask(tmp_path: Path, clock: FakeClock) -> None:
    os.umask(0)
    file = make(tmp_path / "data" / "journal", clock)
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in file.parent.iterdir()} == {0o600}


def test_the_pragmas_that_keep_entries_safe_are_in_force(tmp_path: Path) -> None:
    connection = connect(tmp_path / "journal.db")
    wanted = {
        "journal_mode": "delete",
        "synchronous": 3,
        "locking_mode": "exclusive",
        "secure_delete": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "temp_store": 2,
        "foreign_keys": 1,
    }
    found = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in wanted}
    connection.close()
    assert found == wanted


def test_a_newer_schema_is_refused_and_the_file_stays_byte_for_byte(tmp_path: Path, clock: FakeClock) -> None:
    file = make(tmp_path / "journal", clock)
    raw = bytearray(file.read_bytes())
    raw[60:64] = struct.pack(">i", SCHEMA_VERSION + 1)
    file.write_bytes(raw)
    with pytest.raises(JournalTooNew) as caught:
        Journal.open(file.parent, clock)
    assert (caught.value.found, caught.value.known) == (SCHEMA_VERSION + 1, SCHEMA_VERSION)
    assert file.read_bytes() == raw
    assert sorted(path.name for path in file.parent.iterdir()) == [FILE_NAME, "lock", "reserve"]


@pytest.mark.parametrize("content", [b"not a database", b"%PDF-1.7 " * 50, bytes(4096)])
def test_a_foreign_file_is_refused_and_stays_as_it_is(
    tmp_path: Path, clock: FakeClock, content: bytes
) -> None:
    file = tmp_path / FILE_NAME
    file.write_bytes(content)
    with pytest.raises(NotAJournal):
        Journal.open(tmp_path, clock)
    assert file.read_bytes() == content


def test_somebody_elses_database_is_refused(tmp_path: Path, clock: FakeClock) -> None:
    connection = connect(tmp_path / FILE_NAME)
    connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.close()
    before = (tmp_path / FILE_NAME).read_bytes()
    with pytest.raises(NotAJournal):
        Journal.open(tmp_path, clock)
    assert (tmp_path / FILE_NAME).read_bytes() == before


def test_an_encrypted_journal_asks_for_its_key(tmp_path: Path, clock: FakeClock) -> None:
    key = bytes(range(32))
    Journal.open(tmp_path, clock, key=key).close()
    (tmp_path / "keys.json").write_text("{}")
    with pytest.raises(JournalLocked):
        Journal.open(tmp_path, clock)
    with pytest.raises(JournalDamaged):
        Journal.open(tmp_path, clock, key=bytes(32))
    reopened = Journal.open(tmp_path, clock, key=key)
    assert reopened.count() == 0
    reopened.close()
    assert b"SQLite" not in (tmp_path / FILE_NAME).read_bytes()


def test_an_empty_file_left_by_a_crash_becomes_a_journal(tmp_path: Path, clock: FakeClock) -> None:
    (tmp_path / FILE_NAME).touch(0o600)
    journal = Journal.open(tmp_path, clock)
    assert journal.count() == 0
    journal.close()


def test_a_journal_whose_making_broke_off_is_made_anew(tmp_path: Path, clock: FakeClock) -> None:
    """The power went while the first pages were written; the first of them never was."""
    (tmp_path / "made").mkdir()
    connection = connect(tmp_path / "made" / FILE_NAME)
    connection.execute("PRAGMA cache_size=1")
    connection.execute("BEGIN")
    connection.execute("CREATE TABLE pages (page)")
    for _ in range(20):
        connection.execute("INSERT INTO pages VALUES (randomblob(3000))")
    shutil.copy(tmp_path / "made" / f"{FILE_NAME}-journal", tmp_path)
    connection.close()
    (tmp_path / FILE_NAME).write_bytes(bytes(512) + os.urandom(4096))
    journal = Journal.open(tmp_path, clock)
    assert journal.count() == 0
    journal.close()


def test_a_foreign_file_is_refused_whatever_lies_beside_it(tmp_path: Path, clock: FakeClock) -> None:
    connection = connect(tmp_path / FILE_NAME)
    connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.execute("PRAGMA application_id=4242")
    connection.close()
    before = (tmp_path / FILE_NAME).read_bytes()
    (tmp_path / f"{FILE_NAME}-journal").write_bytes(os.urandom(1024))
    with pytest.raises(NotAJournal):
        Journal.open(tmp_path, clock)
    assert (tmp_path / FILE_NAME).read_bytes() == before


def test_a_second_opening_is_refused_until_the_first_is_closed(tmp_path: Path, clock: FakeClock) -> None:
    first = Journal.open(tmp_path, clock)
    with pytest.raises(JournalBusy):
        Journal.open(tmp_path, clock)
    first.close()
    Journal.open(tmp_path, clock).close()


def test_a_killed_process_leaves_no_lock_behind(tmp_path: Path, clock: FakeClock) -> None:
    code = (
        "import sys, os, pathlib, signal\n"
        "from reconnect_desktop import clock\n"
        "from reconnect_desktop.journal import Journal\n"
        "Journal.open(pathlib.Path(sys.argv[1]), clock.now).publish('somewhere')\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=False)
    Journal.open(tmp_path, clock).close()


def test_a_lock_file_with_garbage_in_it_keeps_nobody_out(tmp_path: Path, clock: FakeClock) -> None:
    (tmp_path / "lock").write_bytes(b"\xff\0garbage" * 1000)
    Journal.open(tmp_path, clock).close()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path, clock: FakeClock) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(ReadOnly):
        Journal.open(tmp_path / "journal", clock)
    tmp_path.chmod(0o700)


def test_a_file_where_the_folder_should_be_is_told(tmp_path: Path, clock: FakeClock) -> None:
    (tmp_path / "journal").write_text("I was here first.")
    with pytest.raises(NotAJournal):
        Journal.open(tmp_path / "journal", clock)
    with pytest.raises(NotAJournal):
        Journal.open(tmp_path / "journal" / "below", clock)


@pytest.mark.parametrize("make_it", [os.mkdir, os.mkfifo])
def test_what_is_no_plain_file_is_no_journal(
    tmp_path: Path, clock: FakeClock, make_it: Callable[[Path], None]
) -> None:
    make_it(tmp_path / FILE_NAME)
    with pytest.raises(NotAJournal):
        Journal.open(tmp_path, clock)


def test_a_journal_that_was_copied_here_becomes_its_owners_alone(tmp_path: Path, clock: FakeClock) -> None:
    file = make(tmp_path, clock)
    file.chmod(0o644)
    Journal.open(tmp_path, clock).close()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_foreign_file_keeps_its_mode_too(tmp_path: Path, clock: FakeClock) -> None:
    file = tmp_path / FILE_NAME
    file.write_text("Not a journal.")
    file.chmod(0o644)
    with pytest.raises(NotAJournal):
        Journal.open(tmp_path, clock)
    assert stat.S_IMODE(file.stat().st_mode) == 0o644
