"""A damaged or missing journal: what can be had of it is offered, and what was there is kept."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from reconnect_desktop import rescuing
from reconnect_desktop.backing_up import back_up
from reconnect_desktop.domain import recovery_key
from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.backups import Occasion
from reconnect_desktop.domain.change import add, delete, edit
from reconnect_desktop.domain.errors import (
    JournalBusy,
    JournalDamaged,
    JournalLocked,
    KeysDamaged,
    MistypedKey,
    NothingReadable,
    UserError,
    WrongPassphrase,
)
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.rescues import Choice, Salvage
from reconnect_desktop.encrypting import set_recovery_key, turn_on
from reconnect_desktop.journal import Journal
from reconnect_desktop.storage.connection import FILE_NAME, KEY_FILES, connect
from reconnect_desktop.storage.lock import LOCK_NAME
from reconnect_desktop.storage.reserve import RESERVE
from reconnect_desktop.storage.rows import checksum
from reconnect_desktop.storage.salvage import salvage
from reconnect_desktop.storage.tallies import move_tally
from reconnect_desktop.unlocking import unlock
from tests.fakes import FakeClock
from tests.making import ago, contact, topic

pytestmark = pytest.mark.usefixtures("quick_keys")

PAGE = 4096
PASSPHRASE = "the goat sang twice"
OLD = [contact(ago(day), id=f"old {day}", note="We talked about the garden. " * 8) for day in range(60)]
NEW = [contact(ago(day), id=f"new {day}", note="She laughed at the goat. " * 8) for day in range(60)]


@pytest.fixture
def folder(tmp_path: Path, clock: FakeClock) -> Path:
    """A closed journal of 119 interactions, a topic and a draft; its backup has 60 of them, one of which is deleted since."""
    journal = Journal.open(tmp_path / "journal", clock)
    fill(journal, clock)
    journal.close()
    return tmp_path / "journal"


def fill(journal: Journal, clock: FakeClock) -> None:
    journal.apply(Action.IMPORT, *(add(one) for one in OLD))
    back_up(journal, Occasion.DAY)
    clock.advance(hours=2)
    journal.apply(Action.IMPORT, *(add(one) for one in NEW), add(topic("tulips")))
    journal.apply(Action.EDIT, edit(OLD[1], replace(OLD[1], closeness=6)))
    journal.apply(Action.DELETE, delete(OLD[0]))
    journal.save_draft({"note": "half a sent"})


def damage(folder: Path, page: int | None = None) -> bytes:
    """Lose a page (counted from 0) of the file, or else one with entries; the bytes afterwards."""
    raw = bytearray((folder / FILE_NAME).read_bytes())
    page = raw.index(b"We talked") // PAGE if page is None else page
    raw[page * PAGE : (page + 1) * PAGE] = bytes(PAGE)
    (folder / FILE_NAME).write_bytes(raw)
    return bytes(raw)


def reopened(folder: Path, clock: FakeClock, key: bytes | None = None) -> dict[str, Interaction]:
    """The interactions of the journal, which is whole."""
    journal = Journal.open(folder, clock, key)
    journal.check()
    held = {one.id: one for one in journal.interactions()}
    journal.close()
    return held


def test_what_can_be_had_is_counted(folder: Path, clock: FakeClock) -> None:
    damage(folder)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    found = rescuing.look(folder, clock)
    assert found.salvage == Salvage(119, of=119, records=120, complete=True)  # what is lost is in the history
    assert found.backup is not None
    assert (found.backup.interactions, found.together) == (60, 120)
    assert found.choices == (Choice.SALVAGE, Choice.BACKUP, Choice.AFRESH)
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_where_something_is_missing_both_together_come_first(folder: Path, clock: FakeClock) -> None:
    clock.advance(days=40)
    journal = Journal.open(folder, clock)
    journal.apply(Action.TOPIC, add(topic("roses")))  # and the history of the rest is forgotten
    journal.close()
    damage(folder)
    found = rescuing.look(folder, clock)
    assert found.salvage is not None
    assert found.salvage.interactions < 119
    assert (found.salvage.of, found.salvage.complete) == (119, False)
    assert found.choices == (Choice.TOGETHER, Choice.SALVAGE, Choice.BACKUP, Choice.AFRESH)
    assert rescuing.rescue(folder, clock, Choice.TOGETHER).interactions == found.together


@pytest.mark.parametrize(
    ("choice", "expected"),
    [(Choice.BACKUP, 60), (Choice.SALVAGE, 119), (Choice.TOGETHER, 120), (Choice.AFRESH, 0)],
)
def test_each_choice_gives_a_whole_journal_and_keeps_the_damaged_one(
    folder: Path, clock: FakeClock, choice: Choice, expected: int
) -> None:
    broken = damage(folder)
    rescued = rescuing.rescue(folder, clock, choice)
    assert rescued.interactions == expected
    assert rescued.moved_to == "damaged-2026-11-22T194000Z"
    aside = folder / rescued.moved_to
    assert (aside / FILE_NAME).read_bytes() == broken
    assert stat.S_IMODE(aside.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir() if path.is_file()} == {0o600}
    assert not [path for path in folder.iterdir() if ".part" in path.name]
    held = reopened(folder, clock)
    assert len(held) == expected
    if choice is Choice.TOGETHER:
        assert held["old 1"].closeness == 6  # as it was last, and one that was deleted since is back
        assert "old 0" in held


def test_drafts_and_what_was_deleted_lately_are_rescued_too(folder: Path, clock: FakeClock) -> None:
    damage(folder)
    rescuing.rescue(folder, clock, Choice.SALVAGE)
    journal = Journal.open(folder, clock)
    assert journal.draft() == {"note": "half a sent"}
    assert journal.recently_deleted() == [OLD[0]]
    assert journal.undo(any_session=True).action is Action.DELETE
    journal.close()


def rewrite(file: Path, table: str, column: str, value: object) -> None:
    """As somebody would who knows the checksums, in the first row of a table."""
    connection = connect(file)
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})").fetchall()]
    cells = connection.execute(f"SELECT * FROM {table} LIMIT 1").fetchone()
    row = dict(zip(columns, cells, strict=True))
    was, row[column] = row["checksum"], value
    summed = checksum([cell for name, cell in row.items() if name not in ("seq", "checksum")])
    connection.execute(
        f"UPDATE {table} SET {column} = ?, checksum = ? WHERE checksum = ?", (value, summed, was)
    )
    move_tally(connection, table, added=[summed], gone=[was])
    connection.close()


def test_a_backup_with_something_that_cannot_be_is_no_hindrance(folder: Path, clock: FakeClock) -> None:
    (backup,) = (folder / "backups").glob("*.db")
    rewrite(backup, "interactions", "closeness", 99)
    damage(folder)
    found = rescuing.look(folder, clock)
    assert found.backup is not None
    assert Choice.SALVAGE in found.choices
    assert rescuing.rescue(folder, clock, Choice.TOGETHER).interactions == found.together
    assert len(reopened(folder, clock)) == found.together


@pytest.mark.parametrize(("column", "value"), [("action", "dance"), ("state", 9)])
def test_a_step_that_cannot_be_one_is_left_out(
    folder: Path, clock: FakeClock, column: str, value: object
) -> None:
    damage(folder)
    before = len(salvage(folder / FILE_NAME, None).steps)
    rewrite(folder / FILE_NAME, "history", column, value)
    assert len(salvage(folder / FILE_NAME, None).steps) == before - 1
    rescuing.rescue(folder, clock, Choice.SALVAGE)
    journal = Journal.open(folder, clock)
    assert journal.recently_deleted() == [OLD[0]]
    journal.close()


@pytest.mark.parametrize("content", ["half a sent", "[" * 10_000], ids=["no JSON", "deep"])
def test_a_draft_that_cannot_be_one_is_left_out(folder: Path, clock: FakeClock, content: str) -> None:
    rewrite(folder / FILE_NAME, "drafts", "content", content)
    damage(folder)
    rescuing.rescue(folder, clock, Choice.SALVAGE)
    journal = Journal.open(folder, clock)
    assert journal.draft() is None
    journal.close()


def test_without_a_backup_there_is_what_can_be_read(folder: Path, clock: FakeClock) -> None:
    for path in (folder / "backups").iterdir():
        path.unlink()
    damage(folder)
    found = rescuing.look(folder, clock)
    assert found.choices == (Choice.SALVAGE, Choice.AFRESH)
    with pytest.raises(NothingReadable):
        rescuing.rescue(folder, clock, Choice.BACKUP)
    assert rescuing.rescue(folder, clock, Choice.TOGETHER).interactions == 119


def test_a_damaged_backup_is_passed_over_for_the_one_before(folder: Path, clock: FakeClock) -> None:
    journal = Journal.open(folder, clock)
    first = next(iter((folder / "backups").glob("*.db"))).stem
    newer = back_up(journal, Occasion.ASKED)
    journal.close()
    path = folder / "backups" / f"{newer.name}.db"
    raw = bytearray(path.read_bytes())
    raw[raw.index(b"She laughed")] ^= 1
    path.write_bytes(raw)
    damage(folder)
    found = rescuing.look(folder, clock)
    assert found.backup is not None
    assert (found.backup.name, found.backup.verified) == (first, clock().timestamp)


def test_nothing_at_all_can_be_read(folder: Path, clock: FakeClock) -> None:
    for path in (folder / "backups").iterdir():
        path.unlink()
    (folder / FILE_NAME).write_bytes(b"gone" * 5_000)
    found = rescuing.look(folder, clock)
    assert (found.salvage, found.backup, found.choices) == (None, None, (Choice.AFRESH,))
    with pytest.raises(NothingReadable):
        rescuing.rescue(folder, clock, Choice.SALVAGE)
    assert (folder / FILE_NAME).read_bytes() == b"gone" * 5_000
    rescuing.rescue(folder, clock, Choice.AFRESH)
    assert reopened(folder, clock) == {}


def test_a_missing_journal_comes_from_its_backup(folder: Path, clock: FakeClock) -> None:
    (folder / FILE_NAME).unlink()
    found = rescuing.look(folder, clock)
    assert found.choices == (Choice.BACKUP, Choice.AFRESH)
    rescued = rescuing.rescue(folder, clock, Choice.BACKUP)
    assert (rescued.interactions, rescued.moved_to) == (60, "")
    assert len(reopened(folder, clock)) == 60


def test_a_rollback_journal_goes_with_the_file_it_is_of(folder: Path, clock: FakeClock) -> None:
    broken = damage(folder)
    stale = folder / f"{FILE_NAME}-journal"
    stale.write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(504))
    rescued = rescuing.rescue(folder, clock, Choice.SALVAGE)
    assert not stale.exists()
    aside = folder / rescued.moved_to
    assert (aside / stale.name).read_bytes().startswith(b"\xd9\xd5")
    assert (aside / FILE_NAME).read_bytes() == broken


def test_a_journal_that_is_open_is_not_looked_at(folder: Path, clock: FakeClock) -> None:
    journal = Journal.open(folder, clock)
    with pytest.raises(JournalBusy):
        rescuing.look(folder, clock)
    lock = journal.let_go()
    assert rescuing.look(folder, clock, held=lock).together == 120
    rescuing.rescue(folder, clock, Choice.SALVAGE, held=lock)
    again = Journal.open(folder, clock, held=lock)
    assert again.count() == 119
    again.close()


def test_a_disk_that_has_no_second_names_gets_a_copy(
    folder: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refuse)
    broken = damage(folder)
    rescued = rescuing.rescue(folder, clock, Choice.SALVAGE)
    assert (folder / rescued.moved_to / FILE_NAME).read_bytes() == broken


def test_a_rescue_that_fails_changes_nothing(
    folder: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever call of the system it is that fails: the damaged file is in its place, or the new one is."""
    broken = damage(folder)
    whole = {one.id for one in (*OLD[1:], *NEW)}
    rollback = folder / f"{FILE_NAME}-journal"
    rollback.write_bytes(b"no rollback journal, and to be kept")
    calls = ("link", "fsync", "replace", "unlink", "mkdir")
    for call in calls:
        for count in range(20):
            left = [count]

            def failing(
                *args: object, real: object = getattr(os, call), left: list[int] = left, **named: object
            ) -> object:
                left[0] -= 1
                if left[0] == -1:
                    raise OSError(28, "")
                return real(*args, **named)  # type: ignore[operator]

            with monkeypatch.context() as patched:
                patched.setattr(os, call, failing)
                with suppress(UserError):
                    rescuing.rescue(folder, clock, Choice.SALVAGE)
            if (folder / FILE_NAME).read_bytes() == broken:
                assert rollback.exists(), (call, count)
            else:
                assert not rollback.exists()
                assert reopened(folder, clock).keys() == whole
                (folder / FILE_NAME).write_bytes(broken)
                rollback.write_bytes(b"no rollback journal, and to be kept")
            if left[0] >= 0:
                break


@pytest.fixture
def sealed(tmp_path: Path, clock: FakeClock) -> Path:
    """The same, with a passphrase, and a backup that was made under it."""
    journal = Journal.open(tmp_path / "journal", clock)
    turn_on(journal, PASSPHRASE, None)
    fill(journal, clock)
    journal.close()
    return tmp_path / "journal"


@pytest.mark.parametrize("page", [0, 3])
def test_an_encrypted_journal_stays_encrypted(sealed: Path, clock: FakeClock, page: int) -> None:
    damage(sealed, page)
    assert rescuing.needs_secret(sealed)
    with pytest.raises(JournalLocked):
        rescuing.look(sealed, clock)
    with pytest.raises(WrongPassphrase):
        rescuing.look(sealed, clock, typed="something else")
    found = rescuing.look(sealed, clock, typed=PASSPHRASE)
    assert found.salvage == Salvage(interactions=119, of=119, records=120, complete=True)
    assert found.together == 120
    assert found.key is not None
    assert found.key.hex() not in repr(found)
    rescuing.rescue(sealed, clock, Choice.TOGETHER, found.key)
    assert b"goat" not in (sealed / FILE_NAME).read_bytes()
    assert len(reopened(sealed, clock, unlock(sealed, PASSPHRASE))) == 120


@pytest.mark.parametrize("damaged", ["gone", "empty", "rubbish"])
def test_lost_keys_come_back_from_the_newest_backup(sealed: Path, clock: FakeClock, damaged: str) -> None:
    for name in KEY_FILES:
        (sealed / name).write_text("" if damaged == "empty" else "{rubbish")
        if damaged == "gone":
            (sealed / name).unlink()
    with pytest.raises(KeysDamaged):
        unlock(sealed, PASSPHRASE)
    with pytest.raises(WrongPassphrase):
        rescuing.restore_keys(sealed, "something else")
    key = rescuing.restore_keys(sealed, PASSPHRASE)
    assert len(reopened(sealed, clock, key)) == 119
    assert unlock(sealed, PASSPHRASE) == key
    damage(sealed, 0)
    with pytest.raises(JournalDamaged):
        rescuing.restore_keys(sealed, PASSPHRASE)


def test_a_slip_in_the_recovery_key_is_told_as_one(sealed: Path, clock: FakeClock) -> None:
    secret = bytes(range(16))
    key = unlock(sealed, PASSPHRASE)
    journal = Journal.open(sealed, clock, key)
    set_recovery_key(journal, secret)
    back_up(journal, Occasion.ASKED)
    journal.close()
    for name in KEY_FILES:
        (sealed / name).unlink()
    written = recovery_key.write(secret)
    with pytest.raises(MistypedKey):
        rescuing.restore_keys(sealed, written[:-1] + ("2" if written[-1] != "2" else "3"))
    assert rescuing.restore_keys(sealed, written) == key


def test_a_whole_journal_whose_keys_were_lost_stays_as_it_is(sealed: Path, clock: FakeClock) -> None:
    for name in KEY_FILES:
        (sealed / name).write_text("{rubbish")
    before = (sealed / FILE_NAME).read_bytes()
    found = rescuing.look(sealed, clock, typed=PASSPHRASE)
    assert found.choices[0] is Choice.SALVAGE
    rescued = rescuing.rescue(sealed, clock, Choice.SALVAGE, found.key)
    assert (rescued.interactions, rescued.moved_to) == (119, "")
    assert (sealed / FILE_NAME).read_bytes() == before
    assert unlock(sealed, PASSPHRASE) == found.key


def test_journal_and_keys_are_both_lost(sealed: Path, clock: FakeClock) -> None:
    for name in (FILE_NAME, *KEY_FILES):
        (sealed / name).unlink()
    assert rescuing.needs_secret(sealed)
    found = rescuing.look(sealed, clock, typed=PASSPHRASE)
    assert found.choices == (Choice.BACKUP, Choice.AFRESH)
    rescuing.rescue(sealed, clock, Choice.BACKUP, found.key)
    assert len(reopened(sealed, clock, unlock(sealed, PASSPHRASE))) == 60


def test_a_key_that_nothing_has_wrapped_would_lock_the_new_journal_for_ever(
    sealed: Path, clock: FakeClock
) -> None:
    key = unlock(sealed, PASSPHRASE)
    for path in (*(sealed / "backups").iterdir(), *(sealed / name for name in KEY_FILES)):
        path.unlink()
    broken = damage(sealed, 3)
    with pytest.raises(KeysDamaged):
        rescuing.rescue(sealed, clock, Choice.SALVAGE, key)
    assert (sealed / FILE_NAME).read_bytes() == broken


def test_who_has_forgotten_the_passphrase_can_begin_afresh(sealed: Path, clock: FakeClock) -> None:
    kept = {name: (sealed / name).read_bytes() for name in (FILE_NAME, *KEY_FILES)}
    rescued = rescuing.rescue(sealed, clock, Choice.AFRESH)
    assert reopened(sealed, clock) == {}
    assert not any((sealed / name).exists() for name in KEY_FILES)
    aside = sealed / rescued.moved_to
    assert {name: (aside / name).read_bytes() for name in kept} == kept
    assert sorted(path.name for path in sealed.iterdir()) == [
        *("backups", rescued.moved_to, FILE_NAME, LOCK_NAME, RESERVE)
    ]
