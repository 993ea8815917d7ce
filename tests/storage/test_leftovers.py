"""What a change that broke off left is cleared away at the next opening; what others put there stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from reconnect_desktop import encrypting, unlocking
from reconnect_desktop.journal import Journal
from reconnect_desktop.storage.connection import FILE_NAME
from tests.fakes import FakeClock


def test_unfinished_files_of_ours_are_removed_and_nobody_elses(tmp_path: Path, clock: FakeClock) -> None:
    ours = [f"{FILE_NAME}.part", f"{FILE_NAME}.part-journal", ".reconnect-x7f3.part"]
    others = ["film.mkv.part", "notes.part.txt", ".reconnect-notes", "journal.db.old"]
    for name in (*ours, *others):
        (tmp_path / name).write_text("She laughed.")
    Journal.open(tmp_path, clock).close()
    assert not [name for name in ours if (tmp_path / name).exists()]
    assert all((tmp_path / name).exists() for name in others)


def test_what_cannot_be_removed_keeps_nobody_out(tmp_path: Path, clock: FakeClock) -> None:
    (tmp_path / f"{FILE_NAME}.part").mkdir()
    Journal.open(tmp_path, clock).close()


@pytest.mark.usefixtures("quick_keys")
def test_the_keys_of_an_encrypted_journal_are_made_equal_once_it_is_open(
    tmp_path: Path, clock: FakeClock
) -> None:
    journal = Journal.open(tmp_path, clock)
    encrypting.turn_on(journal, "under the old walnut tree", None)
    journal.close()
    (tmp_path / "keys.json").unlink()
    Journal.open(tmp_path, clock, unlocking.unlock(tmp_path, "under the old walnut tree")).close()
    assert (tmp_path / "keys.json").read_bytes() == (tmp_path / "keys.json.bak").read_bytes()
