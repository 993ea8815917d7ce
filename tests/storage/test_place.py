"""A journal that was moved, deleted or replaced is told of, and no new one is begun in its place by mistake."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from reconnect_desktop.backing_up import back_up
from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.backups import Occasion
from reconnect_desktop.domain.change import add
from reconnect_desktop.domain.errors import JournalDamaged, JournalGone, JournalMissing, KeysDamaged
from reconnect_desktop.domain.records import Topic
from reconnect_desktop.encrypting import turn_on
from reconnect_desktop.journal import Journal
from reconnect_desktop.storage.connection import FILE_NAME, KEY_FILES
from tests.fakes import FakeClock
from tests.making import topic

pytestmark = pytest.mark.usefixtures("quick_keys")


def with_a_backup(folder: Path, clock: FakeClock, *, passphrase: str | None = None) -> Path:
    """A closed journal; its folder."""
    journal = Journal.open(folder, clock)
    if passphrase is not None:
        turn_on(journal, passphrase, None)
    journal.apply(Action.TOPIC, add(topic("the garden")))
    back_up(journal, Occasion.DAY)
    journal.close()
    return folder


def test_a_journal_that_is_not_there_is_missed_where_it_left_a_backup(
    tmp_path: Path, clock: FakeClock
) -> None:
    folder = with_a_backup(tmp_path, clock)
    (folder / FILE_NAME).unlink()
    before = sorted(folder.rglob("*"))
    with pytest.raises(JournalMissing):
        Journal.open(folder, clock)
    assert sorted(folder.rglob("*")) == before


@pytest.mark.parametrize("name", KEY_FILES)
def test_and_where_it_left_its_keys(tmp_path: Path, clock: FakeClock, name: str) -> None:
    (tmp_path / name).write_text("{}")
    with pytest.raises(JournalMissing):
        Journal.open(tmp_path, clock)
    assert not (tmp_path / FILE_NAME).exists()


@pytest.mark.parametrize("content", [b"", bytes(4096), b"not a journal any more" * 400])
def test_what_has_backups_was_a_journal_and_is_damaged(
    tmp_path: Path, clock: FakeClock, content: bytes
) -> None:
    folder = with_a_backup(tmp_path, clock)
    (folder / FILE_NAME).write_bytes(content)
    with pytest.raises(JournalDamaged):
        Journal.open(folder, clock)
    assert (folder / FILE_NAME).read_bytes() == content


def test_an_encrypted_journal_without_its_keys_is_told_apart_from_a_foreign_file(
    tmp_path: Path, clock: FakeClock
) -> None:
    folder = with_a_backup(tmp_path, clock, passphrase="the goat sang twice")
    for name in KEY_FILES:
        (folder / name).unlink()
    with pytest.raises(KeysDamaged):
        Journal.open(folder, clock)


@pytest.mark.parametrize("what", ["moved", "deleted", "replaced"])
def test_nothing_is_saved_into_a_file_that_is_no_longer_there(
    tmp_path: Path, clock: FakeClock, what: str
) -> None:
    folder, away = tmp_path / "journal", tmp_path / "away"
    journal = Journal.open(folder, clock)
    journal.apply(Action.TOPIC, add(topic("the garden")))
    if what == "deleted":
        shutil.rmtree(folder)
    else:
        folder.rename(away)
    if what == "replaced":
        shutil.copytree(away, folder)
    for write in (
        lambda: journal.apply(Action.TOPIC, add(topic("tulips"))),
        lambda: journal.save_draft({"note": "half a sent"}),
        lambda: journal.keep(add(topic("tulips"))),
        journal.undo,
    ):
        with pytest.raises(JournalGone):
            write()
    assert [one.text for one in journal.all(Topic)] == ["the garden"]
    if what == "moved":
        away.rename(folder)
        journal.apply(Action.TOPIC, add(topic("tulips")))
    journal.close()


def test_a_file_that_the_journal_itself_put_in_place_is_its_own(tmp_path: Path, clock: FakeClock) -> None:
    journal = Journal.open(tmp_path, clock)
    turn_on(journal, "the goat sang twice", None)
    journal.apply(Action.TOPIC, add(topic("tulips")))
    journal.close()
