"""When a write that broke off will be taken back, as SQLite sees it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from reconnect_desktop.storage.connection import FILE_NAME
from reconnect_desktop.storage.rollback import beside, is_hot
from tests.durability.campaign import KEYS
from tests.durability.plan import open_journal


@pytest.mark.parametrize("kind", KEYS)
@pytest.mark.parametrize("reached_the_file", [False, True])
def test_only_what_has_reached_the_file_is_taken_back(
    tmp_path: Path, kind: str, reached_the_file: bool
) -> None:
    """Until then, the header of the rollback journal begins with zeros, and has others behind them."""
    key, folder, left = KEYS[kind], tmp_path / "journal", tmp_path / "left"
    journal = open_journal(folder, key)
    journal.save_draft({"note": "half a sent"})
    if reached_the_file:
        journal._connection.execute("PRAGMA cache_size = 1")
    journal._connection.execute("BEGIN IMMEDIATE")
    journal._connection.execute("UPDATE drafts SET content = hex(randomblob(90000))")
    shutil.copytree(folder, left)
    journal._connection.execute("ROLLBACK")
    journal.close()
    assert any(beside(left / FILE_NAME).read_bytes()[:28])
    assert is_hot(left / FILE_NAME) == reached_the_file
    journal = open_journal(left, key)
    assert journal.draft() == {"note": "half a sent"}
    assert not is_hot(left / FILE_NAME)
    journal.close()
