"""When the disk is full, room that was kept back lets one more thing be saved."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add
from reconnect_desktop.domain.errors import DiskFull
from reconnect_desktop.journal import Journal
from reconnect_desktop.storage import reserve
from reconnect_desktop.storage.reserve import FREE_LEAST, RESERVE, SIZE
from tests.fakes import FakeClock
from tests.making import ago, contact, topic


class Usage(NamedTuple):
    """As `shutil.disk_usage` tells it, in bytes."""

    total: int
    used: int
    free: int


def free(monkeypatch: pytest.MonkeyPatch, room: int) -> None:
    """Let the disk have so many bytes left."""
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(1 << 40, 0, room))


def test_it_is_made_once_the_journal_is_found_whole(tmp_path: Path, clock: FakeClock) -> None:
    journal = Journal.open(tmp_path, clock)
    assert not (tmp_path / RESERVE).exists()
    journal.check()
    found = (tmp_path / RESERVE).stat()
    assert found.st_size == SIZE
    assert found.st_blocks * 512 >= SIZE  # room that is really taken
    assert found.st_mode & 0o777 == 0o600
    journal.close()


def test_where_there_is_little_room_none_is_taken(
    tmp_path: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    free(monkeypatch, FREE_LEAST - 1)
    journal = Journal.open(tmp_path, clock)
    journal.check()
    assert not (tmp_path / RESERVE).exists()
    journal.close()


def test_it_is_given_up_once_and_what_was_typed_is_saved(
    tmp_path: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = Journal.open(tmp_path, clock)
    journal.apply(Action.TOPIC, add(topic("the garden")))
    real = reserve.give_up

    def give_up(folder: Path) -> bool:
        given = real(folder)
        if given:
            limit(journal, 1_000)  # as if the room were there
        return given

    monkeypatch.setattr(reserve, "give_up", give_up)
    limit(journal, 0)
    long = contact(ago(1), note="She told me about the garden. " * 600)
    journal.apply(Action.LOG, add(long))
    assert journal.used_reserve
    assert not (tmp_path / RESERVE).exists()
    limit(journal, 0)
    with pytest.raises(DiskFull):
        journal.apply(Action.LOG, add(contact(ago(2), note="tulips " * 2_000)))
    assert journal.interactions() == [long]
    journal.close()
    again = Journal.open(tmp_path, clock)
    again.check()
    assert (tmp_path / RESERVE).exists()
    assert not again.used_reserve
    again.close()


def limit(journal: Journal, more: int) -> None:
    """Let the file have so many pages more than it has."""
    pages = journal._connection.execute("PRAGMA page_count").fetchone()[0]
    journal._connection.execute(f"PRAGMA max_page_count = {pages + more}")


def test_a_disk_that_takes_nothing_is_no_reason_not_to_open(
    tmp_path: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "")

    monkeypatch.setattr(reserve, "_make", full)
    journal = Journal.open(tmp_path, clock)
    journal.check()
    assert not (tmp_path / RESERVE).exists()
    journal.close()
