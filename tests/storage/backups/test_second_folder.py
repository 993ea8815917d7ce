"""A second place for backups, which may be away, full or somebody else's: the first one never suffers."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from reconnect_desktop import backing_up
from reconnect_desktop.backing_up import (
    back_up,
    back_up_at_exit,
    backups,
    compare,
    go_back,
    remove,
    second_folder_state,
    verify,
)
from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.backups import Occasion, Place, SecondFolder
from reconnect_desktop.domain.change import add
from reconnect_desktop.domain.errors import BackupDamaged
from reconnect_desktop.domain.records import Setting
from reconnect_desktop.domain.settings import BACKUP_FOLDER
from reconnect_desktop.journal import Journal
from tests.fakes import FakeClock
from tests.making import contact


@pytest.fixture
def stick(tmp_path: Path, journal: Journal) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    choose(journal, folder)
    journal.apply(Action.LOG, add(contact("2026-11-20", note="Tulips")))
    return folder


def choose(journal: Journal, folder: Path | str) -> None:
    journal.apply(Action.SETTING, add(Setting(id=BACKUP_FOLDER.id, value=str(folder))))


def names_in(folder: Path) -> set[str]:
    return {path.name for path in folder.rglob("*") if path.is_file()}


def spoil(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def test_without_one_there_is_nothing_to_tell(journal: Journal) -> None:
    assert second_folder_state(journal) is SecondFolder.NONE


def test_each_backup_is_in_both_and_listed_once(journal: Journal, stick: Path, clock: FakeClock) -> None:
    assert second_folder_state(journal) is SecondFolder.NONE  # there is nothing to be there yet
    made = [back_up(journal, Occasion.ASKED) for _ in range(2)]
    assert {one.name for one in backups(journal)} == {one.name for one in made}
    assert {one.place for one in backups(journal)} == {Place.JOURNAL}
    assert names_in(stick) == names_in(journal.folder / "backups")
    assert second_folder_state(journal) is SecondFolder.CURRENT
    for path in (journal.folder / "backups").iterdir():
        (there,) = stick.rglob(path.name)
        assert there.read_bytes() == path.read_bytes()
        assert there.stat().st_mode & 0o077 == 0


def test_one_that_is_only_there_says_so_and_serves(journal: Journal, stick: Path) -> None:
    made, _ = back_up(journal, Occasion.ASKED), back_up(journal, Occasion.ASKED)
    for path in (journal.folder / "backups").glob(f"{made.name}.*"):
        path.unlink()
    journal.undo()
    found = next(one for one in backups(journal) if one.place is Place.SECOND)
    assert found.name == made.name
    assert verify(journal, found.name).place is Place.SECOND
    go_back(journal, found.name)
    assert journal.count() == 1
    remove(journal, found.name)
    assert found.name not in {path.stem for path in stick.rglob("*")}


def test_of_two_copies_the_whole_one_serves(journal: Journal, stick: Path) -> None:
    made = back_up(journal, Occasion.ASKED)
    spoil(journal.folder / "backups" / f"{made.name}.db")
    with pytest.raises(BackupDamaged):
        verify(journal, made.name)
    (found,) = backups(journal)
    assert (found.place, found.damaged) == (Place.SECOND, False)
    assert compare(journal, made.name).changes == ()


def test_one_that_is_away_is_told_before_the_first_backup_too(journal: Journal, stick: Path) -> None:
    stick.rmdir()
    assert second_folder_state(journal) is SecondFolder.MISSING


@pytest.mark.parametrize("trouble", ["missing", "a file", "relative", "nonsense"])
def test_one_that_is_away_does_not_keep_the_first_from_being_made(
    journal: Journal, tmp_path: Path, trouble: str
) -> None:
    (tmp_path / "file").write_text("theirs")
    chosen = {
        "missing": str(tmp_path / "away"),
        "a file": str(tmp_path / "file"),
        "relative": "stick",
        "nonsense": "/dev/null/\x01" + "x" * 5_000,
    }
    choose(journal, chosen[trouble])
    made = back_up(journal, Occasion.ASKED)
    assert backups(journal) == [made]
    assert second_folder_state(journal) is SecondFolder.MISSING
    assert not (tmp_path / "away").exists()
    assert (tmp_path / "file").read_text() == "theirs"


def test_a_full_one_is_told_and_holds_no_half_of_anything(
    journal: Journal, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_source: Path, target: Path) -> None:
        target.write_bytes(b"half")
        raise OSError(28, "no room")

    monkeypatch.setattr("reconnect_desktop.durable.copy_file", full)
    made = back_up(journal, Occasion.ASKED)
    assert backups(journal) == [made]
    assert names_in(stick) == set()
    assert second_folder_state(journal) is SecondFolder.BEHIND
    usage = type(shutil.disk_usage(stick))(100, 99, 1)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    assert second_folder_state(journal) is SecondFolder.FULL


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_one_that_cannot_be_written_to_is_told(journal: Journal, stick: Path) -> None:
    stick.chmod(0o500)
    made = back_up(journal, Occasion.ASKED)
    assert backups(journal) == [made]
    assert second_folder_state(journal) is SecondFolder.UNWRITABLE
    stick.chmod(0o700)


def test_a_copy_that_is_not_equal_does_not_count(
    journal: Journal, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def badly(source: Path, target: Path) -> None:
        shutil.copyfile(source, target)
        spoil(target)

    monkeypatch.setattr("reconnect_desktop.durable.copy_file", badly)
    back_up(journal, Occasion.ASKED)
    assert names_in(stick) == set()


def test_one_that_comes_back_is_given_what_it_missed(journal: Journal, stick: Path) -> None:
    away = stick.rename(stick.with_name("away"))
    made = back_up(journal, Occasion.ASKED)
    assert second_folder_state(journal) is SecondFolder.MISSING
    away.rename(stick)
    assert second_folder_state(journal) is SecondFolder.BEHIND
    assert back_up_at_exit(journal) is None
    assert f"{made.name}.db" in names_in(stick)
    assert second_folder_state(journal) is SecondFolder.CURRENT


def test_what_else_lies_there_is_left_alone(
    journal: Journal, stick: Path, tmp_path: Path, clock: FakeClock
) -> None:
    """Files of all kinds, and the backups of another journal, which has chosen the same stick."""
    other = Journal.open(tmp_path / "other", clock)
    choose(other, stick)
    theirs = back_up(other, Occasion.ASKED)
    (stick / "tax.db").write_text("theirs")
    for _ in range(30):
        back_up(journal, Occasion.ASKED)
        clock.advance(days=1)
    remove(journal, backups(journal)[0].name)
    assert (stick / "tax.db").read_text() == "theirs"
    assert [one.name for one in backups(other)] == [theirs.name]
    assert verify(other, theirs.name)
    assert theirs.name not in {one.name for one in backups(journal) if one.place is Place.SECOND}
    other.close()


def test_those_there_are_thinned_too(journal: Journal, stick: Path, clock: FakeClock) -> None:
    for _ in range(40):
        back_up(journal, Occasion.ASKED)
        clock.advance(hours=12)
    assert len(names_in(stick)) < 60
    assert names_in(stick) == names_in(journal.folder / "backups")


def test_a_day_begins_with_giving_it_what_it_missed(journal: Journal, stick: Path) -> None:
    away = stick.rename(stick.with_name("away"))
    made = back_up(journal, Occasion.ASKED)
    away.rename(stick)
    assert backing_up.back_up_if_due(journal) is None
    assert f"{made.name}.db" in names_in(stick)
