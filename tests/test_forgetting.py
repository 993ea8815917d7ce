"""What was forgotten is in no file any more; what was not is as it was."""

from __future__ import annotations

import zlib
from dataclasses import replace
from pathlib import Path

import pytest

from reconnect_desktop import paths
from reconnect_desktop.backing_up import back_up, backups, compare, verify
from reconnect_desktop.domain.action import Action, Applied
from reconnect_desktop.domain.backups import Backup, Occasion, Place
from reconnect_desktop.domain.change import add, delete, edit
from reconnect_desktop.domain.errors import BackupDamaged, DiskFull
from reconnect_desktop.domain.filter import Filter
from reconnect_desktop.domain.records import Setting
from reconnect_desktop.domain.settings import BACKUP_FOLDER
from reconnect_desktop.forgetting import delete_everything, forget
from reconnect_desktop.journal import Journal
from reconnect_desktop.storage.connection import FILE_NAME, connect
from tests.fakes import FakeClock
from tests.making import contact

CANARY = "zanzibarquokka"
ONE = contact("2026-11-20", note=f"first {CANARY}", tags=(CANARY,), win=CANARY)
OTHER = contact("2026-11-21", note="tulips")


def test_the_words_are_in_no_file_afterwards(journal: Journal, clock: FakeClock, tmp_path: Path) -> None:
    second = tmp_path / "stick"
    second.mkdir()
    journal.apply(Action.SETTING, add(Setting(id=BACKUP_FOLDER.id, value=str(second))))
    journal.apply(Action.IMPORT, add(ONE), add(OTHER))
    made = [_backed_up(journal, clock)]
    rewritten = replace(ONE, note=f"second {CANARY}")
    journal.apply(Action.EDIT, edit(ONE, rewritten))
    made.append(_backed_up(journal, clock))
    places = [journal.folder, second]
    assert set(_heard(places)) >= {FILE_NAME, f"{FILE_NAME}-journal", *(f"{one.name}.db" for one in made)}
    result = forget(journal, [ONE.id])
    assert (result.rewritten, result.out_of_reach, result.second_is_away) == (2, 0, False)
    assert _heard(places) == []
    assert journal.interactions() == [OTHER]
    assert [(one.made, one.interactions) for one in backups(journal)] == [(one.made, 1) for one in made[::-1]]
    assert journal.find(Filter(text=CANARY)) == []
    assert journal.find(Filter(text="tulips")) == [OTHER.id]
    for one in backups(journal):
        assert verify(journal, one.name).place is Place.JOURNAL
        assert (second / _only(second) / f"{one.name}.db").exists()
    assert _reopened(journal, clock).interactions() == [OTHER]


def test_other_changes_of_the_same_step_can_still_be_undone(journal: Journal, clock: FakeClock) -> None:
    journal.apply(Action.IMPORT, add(ONE), add(OTHER))
    journal.apply(Action.EDIT, edit(ONE, replace(ONE, note="gone")))
    forget(journal, [ONE.id])
    assert journal.undo_action() == (Action.IMPORT, 1)
    journal.undo()
    assert journal.interactions() == []
    journal.redo()
    assert journal.interactions() == [OTHER]
    _reopened(journal, clock).check()


def test_listeners_hear_what_is_gone_and_no_undo_brings_it_back(journal: Journal) -> None:
    journal.apply(Action.LOG, add(ONE))
    told: list[Applied] = []
    journal.listen(told.append)
    forget(journal, [ONE.id])
    assert [(one.changes, one.action) for one in told] == [((delete(ONE),), None)]
    assert journal.undo_action() is None
    assert journal.recently_deleted() == []


def test_what_was_deleted_before_is_forgotten_as_well(journal: Journal, clock: FakeClock) -> None:
    journal.apply(Action.LOG, add(ONE))
    _backed_up(journal, clock)
    journal.apply(Action.DELETE, delete(ONE))
    assert journal.recently_deleted() == [ONE]
    assert forget(journal, [ONE.id]).rewritten == 1
    assert journal.recently_deleted() == []
    assert _heard([journal.folder]) == []


def test_backups_that_know_nothing_of_it_stay_as_they_are(journal: Journal, clock: FakeClock) -> None:
    journal.apply(Action.LOG, add(OTHER))
    before = _backed_up(journal, clock)
    journal.apply(Action.LOG, add(ONE))
    assert forget(journal, [ONE.id]).rewritten == 0
    assert backups(journal) == [before]
    assert compare(journal, before.name).changes == ()


@pytest.mark.parametrize("spoil", ["damage", "other key"])
def test_a_backup_that_cannot_be_rewritten_is_counted_and_kept(
    journal: Journal, clock: FakeClock, tmp_path: Path, spoil: str
) -> None:
    journal.apply(Action.LOG, add(ONE))
    made = _backed_up(journal, clock)
    file = journal.folder / "backups" / f"{made.name}.db"
    if spoil == "damage":
        data = bytearray(file.read_bytes())
        data[data.index(ONE.id.encode())] ^= 1
        file.write_bytes(data)
    else:
        file.write_bytes(_encrypted(tmp_path, clock))
    before = file.read_bytes()
    assert forget(journal, [ONE.id]).out_of_reach == 1
    assert file.read_bytes() == before
    assert [one.name for one in backups(journal)] == [made.name]
    assert journal.interactions() == []


def test_a_damaged_copy_goes_with_the_whole_one_of_the_second_folder(
    journal: Journal, clock: FakeClock, tmp_path: Path
) -> None:
    second = tmp_path / "stick"
    second.mkdir()
    journal.apply(Action.SETTING, add(Setting(id=BACKUP_FOLDER.id, value=str(second))))
    journal.apply(Action.IMPORT, add(ONE), add(OTHER))
    made = _backed_up(journal, clock)
    with (journal.folder / "backups" / f"{made.name}.db").open("ab") as file:
        file.write(b"?")
    with pytest.raises(BackupDamaged):
        verify(journal, made.name)
    assert forget(journal, [ONE.id]).rewritten == 1
    assert _heard([journal.folder, second]) == []
    (left,) = backups(journal)
    assert (left.place, left.interactions) == (Place.JOURNAL, 1)
    assert (second / _only(second) / f"{left.name}.db").exists()


def test_a_full_disk_leaves_all_as_it_was(
    journal: Journal, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.apply(Action.LOG, add(ONE))
    made = _backed_up(journal, clock)

    def full(_source: Path, _target: Path) -> None:
        raise OSError(28, "no room")

    monkeypatch.setattr("reconnect_desktop.durable.copy_file", full)
    with pytest.raises(DiskFull):
        forget(journal, [ONE.id])
    assert journal.interactions() == [ONE]
    assert backups(journal) == [made]
    assert verify(journal, made.name)


def test_encrypted_backups_are_rewritten_with_their_key(tmp_path: Path, clock: FakeClock) -> None:
    journal = Journal.open(tmp_path / "encrypted", clock, bytes(range(32)))
    journal.apply(Action.IMPORT, add(ONE), add(OTHER))
    _backed_up(journal, clock)
    assert forget(journal, [ONE.id]).rewritten == 1
    (left,) = backups(journal)
    assert left.encrypted
    assert compare(journal, left.name).interactions_then == 1
    journal.close()


# Everything


def test_everything_goes_but_what_is_of_others(journal: Journal, clock: FakeClock, tmp_path: Path) -> None:
    second = tmp_path / "stick"
    (second / "reconnect-ffffffffffffffff").mkdir(parents=True)
    of_another = second / "reconnect-ffffffffffffffff" / "2026-11-22T174000Z.db"
    journal.apply(Action.SETTING, add(Setting(id=BACKUP_FOLDER.id, value=str(second))))
    journal.apply(Action.LOG, add(ONE))
    _backed_up(journal, clock)
    aside = journal.folder / "damaged-2026-11-01T000000Z"
    aside.mkdir()
    (aside / FILE_NAME).write_text(CANARY)
    for folder in (paths.config_folder(), paths.log_folder()):
        folder.mkdir(parents=True, exist_ok=True)
    (paths.config_folder() / "preferences.ini").write_text("[General]")
    (paths.log_folder() / "reconnect.log").write_text("a crash")
    foreign = [
        journal.folder / "notes.txt",
        journal.folder / "backups" / "holiday.db",
        second / "tax.pdf",
        of_another,
    ]
    for path in foreign:
        path.write_text("theirs")
    assert delete_everything(journal)
    left = [path for top in (tmp_path,) for path in top.rglob("*") if path.is_file()]
    assert sorted(left) == sorted(foreign)
    assert not paths.config_folder().exists()


def test_a_folder_with_nothing_else_goes_with_it_and_a_new_journal_can_begin(
    journal: Journal, clock: FakeClock
) -> None:
    journal.apply(Action.LOG, add(ONE))
    _backed_up(journal, clock)
    journal.close()
    assert delete_everything(journal.folder)
    assert not journal.folder.exists()
    fresh = Journal.open(journal.folder, clock)
    assert fresh.count() == 0
    fresh.close()


def test_nothing_goes_that_a_link_leads_to(journal: Journal, tmp_path: Path) -> None:
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    (theirs / FILE_NAME).write_text("another journal")
    (journal.folder / "damaged-long ago").symlink_to(theirs)
    delete_everything(journal)
    assert (theirs / FILE_NAME).exists()


def test_what_lies_in_a_second_folder_that_is_away_is_told(journal: Journal, tmp_path: Path) -> None:
    journal.apply(Action.SETTING, add(Setting(id=BACKUP_FOLDER.id, value=str(tmp_path / "away"))))
    assert not delete_everything(journal)


def _backed_up(journal: Journal, clock: FakeClock) -> Backup:
    clock.advance(minutes=1)
    return back_up(journal, Occasion.ASKED)


def _reopened(journal: Journal, clock: FakeClock) -> Journal:
    journal.close()
    return Journal.open(journal.folder, clock)


def _only(folder: Path) -> str:
    (found,) = folder.iterdir()
    return found.name


def _heard(places: list[Path]) -> list[str]:
    """The files with the word in them; what the history packs is unpacked, as far as it can be found."""
    return [
        path.name for place in places for path in sorted(place.rglob("*")) if path.is_file() and _sings(path)
    ]


def _sings(path: Path) -> bool:
    data = path.read_bytes()
    if CANARY.encode() in data.lower():
        return True
    starts = [at for at in range(len(data) - 1) if data[at] == 0x78 and data[at + 1] in (0x01, 0x9C, 0xDA)]
    return any(CANARY.encode() in _unpacked(data[at:]) for at in starts)


def _unpacked(data: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(data)
    except zlib.error:
        return b""


def _encrypted(tmp_path: Path, clock: FakeClock) -> bytes:
    """A journal of another key."""
    connection = connect(tmp_path / "other.db", bytes(range(32)))
    connection.execute("CREATE TABLE anything (it)")
    connection.close()
    return (tmp_path / "other.db").read_bytes()
