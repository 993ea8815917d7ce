"""Backups of an open journal, as the program and the command line ask for them."""

from __future__ import annotations

import errno
import shutil
import stat
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from reconnect_desktop import backing_up, durable
from reconnect_desktop.backing_up import (
    back_up,
    back_up_at_exit,
    back_up_if_due,
    backups,
    backups_in,
    compare,
    go_back,
    remove,
    verify,
    verify_an_old_one,
)
from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.backups import Occasion, Place
from reconnect_desktop.domain.change import add, delete, edit
from reconnect_desktop.domain.errors import (
    BackupDamaged,
    BackupLocked,
    ChangedMeanwhile,
    DiskFull,
    JournalDamaged,
    NoSuchBackup,
    WrongPassphrase,
)
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.records import MoodCheckIn, Setting, Topic
from reconnect_desktop.domain.settings import BACKUP_FOLDER, HER_NAME
from reconnect_desktop.encrypting import turn_on
from reconnect_desktop.exchange.draft import Draft
from reconnect_desktop.journal import Journal
from reconnect_desktop.storage.backups import manifest as manifests
from reconnect_desktop.storage.backups.contents import sha256
from reconnect_desktop.storage.connection import FILE_NAME, connect
from tests.fakes import FakeClock
from tests.making import contact, topic

DATABASES = Path(__file__).resolve().parent / "databases"
KEY = bytes(range(32))


def log(journal: Journal, clock: FakeClock, **fields: object) -> Interaction:
    one = contact("2026-10-30", id=journal.new_id(), logged=clock(), **fields)  # type: ignore[arg-type]
    journal.apply(Action.LOG, add(one))
    return one


def kept(journal: Journal) -> Path:
    return journal.folder / "backups"


# Making


@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "encrypted"])
def test_a_backup_holds_what_the_journal_holds(tmp_path: Path, clock: FakeClock, key: bytes | None) -> None:
    journal = Journal.open(tmp_path / "journal", clock, key)
    journal.apply(Action.LOG, add(contact("2026-11-22", note="Tulips")), add(topic("roses")))
    made = back_up(journal, Occasion.ASKED)
    assert backups(journal) == backups_in(journal.folder) == [made]
    assert (made.name, made.place, made.interactions) == ("2026-11-22T174000Z", Place.JOURNAL, 1)
    assert made.verified == made.made == clock().timestamp
    assert made.encrypted is (key is not None)
    assert compare(journal, made.name).changes == ()
    assert (b"Tulips" in (kept(journal) / f"{made.name}.db").read_bytes()) is (key is None)
    assert sorted(path.name for path in kept(journal).iterdir()) == [f"{made.name}.db", f"{made.name}.json"]
    assert {stat.S_IMODE(path.stat().st_mode) for path in kept(journal).iterdir()} == {0o600}
    assert stat.S_IMODE(kept(journal).stat().st_mode) == 0o700
    journal.close()


def test_several_of_one_second_have_names_of_their_own(journal: Journal, clock: FakeClock) -> None:
    log(journal, clock)
    names = [back_up(journal, Occasion.ASKED).name for _ in range(3)]
    assert names == ["2026-11-22T174000Z", "2026-11-22T174000Z-2", "2026-11-22T174000Z-3"]


def test_equal_content_has_an_equal_digest(journal: Journal, clock: FakeClock) -> None:
    log(journal, clock)
    first, second = back_up(journal, Occasion.ASKED), back_up(journal, Occasion.ASKED)
    log(journal, clock)
    assert first.digest == second.digest != back_up(journal, Occasion.ASKED).digest


def test_what_is_written_while_it_is_made_comes_along(
    journal: Journal, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between its steps others have their turn, and the copy is of one moment all the same."""
    monkeypatch.setattr("reconnect_desktop.storage.backups.copying.PAGES_A_STEP", 1)
    monkeypatch.setattr("reconnect_desktop.storage.backups.copying._TURN", 0)
    for _ in range(20):
        log(journal, clock, note="x" * 5_000)
    steps: list[int] = []
    give_way = journal.give_way

    def write_elsewhere() -> None:
        steps.append(len(steps))
        if len(steps) in (1, 10, 20):
            thread = threading.Thread(target=log, args=(journal, clock), kwargs={"note": "y" * 9_000})
            thread.start()
            while thread.is_alive():
                give_way()
        give_way()

    monkeypatch.setattr(journal, "give_way", write_elsewhere)
    made = back_up(journal, Occasion.ASKED)
    assert len(steps) > 20
    assert made.interactions == journal.count() == 23
    assert compare(journal, made.name).changes == ()


@pytest.mark.parametrize("how", ["closed", "encrypted anew"])
def test_a_journal_that_is_closed_meanwhile_makes_no_backup(
    journal: Journal, clock: FakeClock, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    monkeypatch.setattr("reconnect_desktop.storage.backups.copying._TURN", 0)
    for _ in range(30):
        log(journal, clock, note="x" * 5_000)

    def meanwhile() -> None:
        if how == "closed":
            journal.close()
        else:
            journal.replace_file(lambda: journal.key)

    monkeypatch.setattr(journal, "give_way", meanwhile)
    with pytest.raises(ChangedMeanwhile):
        back_up(journal, Occasion.ASKED)
    assert backups_in(journal.folder) == []
    assert list(kept(journal).iterdir()) == []


@pytest.mark.parametrize("step", ["sync_file", "put_in_place", "write_bytes"])
def test_a_full_disk_leaves_the_backups_as_they_were(
    journal: Journal, clock: FakeClock, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    log(journal, clock)
    before = back_up(journal, Occasion.ASKED)
    clock.advance(days=1)

    def full(*_: object) -> None:
        raise OSError(28, "no room")

    with monkeypatch.context() as patched:
        patched.setattr(f"reconnect_desktop.durable.{step}", full)
        with pytest.raises(DiskFull):
            back_up(journal, Occasion.ASKED)
    assert backups(journal) == [before]
    assert not list(kept(journal).glob("*.part"))
    assert back_up(journal, Occasion.ASKED) in backups(journal)


def test_a_copy_that_is_not_what_it_should_be_is_none(
    journal: Journal, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a disk that takes what it is given, and keeps something else."""
    log(journal, clock, note="Tulips")

    def spoilt(path: Path) -> None:
        data = bytearray(path.read_bytes())
        data[data.index(b"Tulips")] ^= 1
        path.write_bytes(data)

    monkeypatch.setattr("reconnect_desktop.durable.sync_file", spoilt)
    with pytest.raises(BackupDamaged):
        back_up(journal, Occasion.ASKED)
    assert list(kept(journal).iterdir()) == []


def test_of_a_damaged_journal_no_backup_is_made(tmp_path: Path, clock: FakeClock) -> None:
    journal = Journal.open(tmp_path / "journal", clock)
    log(journal, clock, note="Tulips")
    journal.close()
    file = journal.folder / FILE_NAME
    file.write_bytes(file.read_bytes().replace(b"Tulips", b"Tulipx", 1))
    journal = Journal.open(tmp_path / "journal", clock)
    with pytest.raises(JournalDamaged):
        back_up(journal, Occasion.ASKED)
    assert backups(journal) == []
    journal.close()


def test_what_was_left_half_written_is_never_listed_and_goes(journal: Journal, clock: FakeClock) -> None:
    log(journal, clock)
    kept(journal).mkdir()
    for name in ("new.part", ".reconnect-abc.part"):
        (kept(journal) / name).write_text("half")
    assert backups(journal) == []
    made = back_up(journal, Occasion.ASKED)
    assert {path.stem for path in kept(journal).iterdir()} == {made.name}


# When


def test_the_first_change_of_a_local_day_makes_one(journal: Journal, clock: FakeClock) -> None:
    assert back_up_if_due(journal) is None  # there is nothing yet
    log(journal, clock)
    first = back_up_if_due(journal)
    assert first is not None
    assert first.occasion is Occasion.DAY
    log(journal, clock)
    assert back_up_if_due(journal) is None
    clock.set("2026-11-23T00:10")  # in UTC it is still the day before
    second = back_up_if_due(journal)
    assert second is not None
    assert (second.name, second.interactions) == ("2026-11-22T231000Z", 2)
    assert back_up_if_due(journal) is None


def test_nothing_is_due_while_nothing_has_changed(journal: Journal, clock: FakeClock) -> None:
    log(journal, clock)
    assert back_up_if_due(journal)
    clock.advance(days=1)
    assert back_up_if_due(journal) is None
    log(journal, clock)
    assert back_up_if_due(journal)
    assert len(backups(journal)) == 2


def test_once_one_is_made_the_day_asks_nothing_more(
    journal: Journal, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    log(journal, clock)
    assert back_up_if_due(journal)
    monkeypatch.setattr(backing_up, "backups_in", lambda _: pytest.fail("it looked"))
    assert back_up_if_due(journal) is None


def test_one_made_before_a_change_is_not_that_of_the_day(journal: Journal, clock: FakeClock) -> None:
    log(journal, clock)
    journal.bring_in([Draft(contact("2026-11-20"))], format="phone")
    assert [one.occasion for one in backups(journal)] == [Occasion.IMPORT]
    made = back_up_if_due(journal)
    assert made is not None
    assert made.interactions == 2


def test_at_exit_one_is_made_if_the_newest_holds_anything_else(journal: Journal, clock: FakeClock) -> None:
    assert back_up_at_exit(journal) is None
    log(journal, clock)
    assert back_up_if_due(journal)
    assert back_up_at_exit(journal) is None
    log(journal, clock)
    made = back_up_at_exit(journal)
    assert made is not None
    assert (made.occasion, made.interactions) == (Occasion.EXIT, 2)


def test_a_clock_set_back_still_has_its_backup_once(journal: Journal, clock: FakeClock) -> None:
    log(journal, clock)
    back_up(journal, Occasion.ASKED)
    clock.set("2026-11-01T10:00")
    log(journal, clock)
    made = back_up_if_due(journal)
    assert made is not None
    log(journal, clock)
    assert back_up_if_due(journal) is None
    assert back_up_at_exit(journal) is not None
    assert back_up_at_exit(journal) is None


def test_before_an_import_one_is_made_but_not_of_nothing_nor_for_a_look(
    journal: Journal, clock: FakeClock
) -> None:
    journal.bring_in([Draft(contact("2026-11-20"))], format="phone")
    assert backups(journal) == []
    journal.bring_in([Draft(contact("2026-11-21"))], format="phone", dry_run=True)
    assert backups(journal) == []
    journal.bring_in([Draft(contact("2026-11-21"))], format="phone")
    assert [(one.occasion, one.interactions) for one in backups(journal)] == [(Occasion.IMPORT, 1)]


@pytest.mark.parametrize("version", [1, 2, 3])
def test_before_a_migration_one_of_the_former_schema_is_made(
    tmp_path: Path, clock: FakeClock, version: int
) -> None:
    folder = tmp_path / "journal"
    folder.mkdir()
    shutil.copy(DATABASES / f"version-{version}.db", folder / FILE_NAME)
    for _ in range(2):
        journal = Journal.open(folder, clock)
        (made,) = backups(journal)
        assert (made.occasion, made.schema) == (Occasion.MIGRATION, version)
        assert verify(journal, made.name)
        assert compare(journal, made.name).changes == ()
        journal.close()


def test_a_migration_without_room_for_its_backup_is_not_begun(
    tmp_path: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "journal"
    folder.mkdir()
    shutil.copy(DATABASES / "version-1.db", folder / FILE_NAME)
    before = (folder / FILE_NAME).read_bytes()

    def full(_path: Path) -> None:
        raise OSError(28, "no room")

    with monkeypatch.context() as patched:
        patched.setattr("reconnect_desktop.durable.sync_file", full)
        with pytest.raises(DiskFull):
            Journal.open(folder, clock)
    assert (folder / FILE_NAME).read_bytes() == before


def test_old_ones_are_thinned(journal: Journal, clock: FakeClock) -> None:
    log(journal, clock)
    for _ in range(20):
        for _ in range(2):
            back_up(journal, Occasion.ASKED)
            clock.advance(hours=12)
    held = backups(journal)
    assert len(held) < 24
    assert {path.stem for path in kept(journal).iterdir()} == {one.name for one in held}


# Looking again


def test_each_is_looked_at_again_the_one_of_longest_ago_first(journal: Journal, clock: FakeClock) -> None:
    assert verify_an_old_one(journal) is None
    log(journal, clock)
    made = []
    for _ in range(3):
        made.append(back_up(journal, Occasion.ASKED).name)
        clock.advance(hours=1)
    looked_at = []
    for _ in range(4):
        clock.advance(hours=1)
        found = verify_an_old_one(journal)
        assert found is not None
        assert found.verified == clock().timestamp
        looked_at.append(found.name)
    assert looked_at == [*made, made[0]]


def test_a_damaged_one_is_marked_kept_and_no_longer_looked_at(journal: Journal, clock: FakeClock) -> None:
    log(journal, clock)
    made, other = back_up(journal, Occasion.ASKED), back_up(journal, Occasion.ASKED)
    spoil(kept(journal) / f"{made.name}.db")
    found = verify_an_old_one(journal)
    assert found == replace(made, verified=None, damaged=True)
    assert found in backups(journal)
    for deed in (verify, compare, go_back):
        with pytest.raises(BackupDamaged):
            deed(journal, made.name)
    assert [verify_an_old_one(journal).name for _ in range(2)] == [other.name] * 2  # type: ignore[union-attr]


def test_every_flipped_bit_is_found(journal: Journal, clock: FakeClock) -> None:
    log(journal, clock)
    made = back_up(journal, Occasion.ASKED)
    file = kept(journal) / f"{made.name}.db"
    sound = file.read_bytes()
    for place in range(0, len(sound), len(sound) // 40):
        data = bytearray(sound)
        data[place] ^= 4
        file.write_bytes(data)
        with pytest.raises(BackupDamaged):
            verify(journal, made.name)
    file.write_bytes(sound)
    assert not verify(journal, made.name).damaged


def test_one_without_its_manifest_is_listed_unverified_and_can_be_looked_at(
    journal: Journal, clock: FakeClock
) -> None:
    log(journal, clock)
    made = back_up(journal, Occasion.ASKED)
    (kept(journal) / f"{made.name}.json").unlink()
    (found,) = backups(journal)
    assert (found.name, found.made, found.schema) == (made.name, made.made, made.schema)
    assert (found.interactions, found.verified, found.digest) == (None, None, "")
    clock.advance(hours=1)
    assert verify(journal, made.name) == replace(made, verified=clock().timestamp)
    assert backups(journal) == [replace(made, verified=clock().timestamp)]


def test_a_manifest_without_its_file_is_none_and_keeps_its_name(journal: Journal, clock: FakeClock) -> None:
    log(journal, clock)
    made = back_up(journal, Occasion.ASKED)
    file = kept(journal) / f"{made.name}.db"
    away = file.rename(journal.folder / "away.db")
    assert backups(journal) == []
    assert back_up(journal, Occasion.ASKED).name == f"{made.name}-2"
    away.rename(file)
    assert made in backups(journal)


def test_one_that_is_not_there_cannot_be_had(journal: Journal) -> None:
    for deed in (verify, remove, compare, go_back):
        with pytest.raises(NoSuchBackup):
            deed(journal, "2026-11-22T174000Z")


# Going back


def test_going_back_is_one_step_that_can_be_undone(journal: Journal, clock: FakeClock) -> None:
    first, second = contact("2026-11-21", note="Tulips"), contact("2026-11-22", note="Roses")
    journal.apply(Action.LOG, add(first))
    then = back_up(journal, Occasion.ASKED)
    journal.apply(Action.EDIT, edit(first, replace(first, note="Lilies")), add(second))
    journal.save_draft({"note": "half a sent"})
    found = compare(journal, then.name)
    assert (found.interactions_now, found.interactions_then) == (2, 1)
    assert (dict(found.changed), dict(found.gone)) == ({Interaction: 1}, {Interaction: 1})
    clock.advance(minutes=1)
    go_back(journal, then.name)
    assert journal.interactions() == [first]
    assert journal.draft() == {"note": "half a sent"}
    assert [one.occasion for one in backups(journal)] == [Occasion.RESTORE, Occasion.ASKED]
    journal.undo()
    assert [one.note for one in journal.interactions()] == ["Roses", "Lilies"]


def test_going_back_to_what_is_changes_nothing(journal: Journal, clock: FakeClock) -> None:
    log(journal, clock)
    made = back_up(journal, Occasion.ASKED)
    assert go_back(journal, made.name).changes == ()
    assert backups(journal) == [made]
    assert journal.undo_action() == (Action.LOG, 1)


def test_settings_go_back_but_not_where_backups_go(
    journal: Journal, clock: FakeClock, tmp_path: Path
) -> None:
    journal.apply(Action.SETTING, add(Setting(id=HER_NAME.id, value="Amma")))
    made = back_up(journal, Occasion.ASKED)
    chosen = Setting(id=BACKUP_FOLDER.id, value=str(tmp_path / "stick"))
    journal.apply(Action.SETTING, add(chosen), delete(Setting(id=HER_NAME.id, value="Amma")))
    go_back(journal, made.name)
    assert journal.setting(HER_NAME) == "Amma"
    assert journal.setting(BACKUP_FOLDER) == chosen.value


def test_no_file_that_is_brought_in_says_where_backups_go(journal: Journal) -> None:
    theirs = Setting(id=BACKUP_FOLDER.id, value="/srv/shared")
    assert (
        journal.bring_in([Draft(theirs), Draft(Setting(id=HER_NAME.id, value="Amma"))], format="json").added
        == 1
    )
    assert journal.setting(BACKUP_FOLDER) == ""


def test_what_was_kept_comes_back_though_the_clock_was_set_back_since(
    journal: Journal, clock: FakeClock
) -> None:
    one = log(journal, clock)
    checked_in = MoodCheckIn(id="m", when=clock(), logged=clock(), mood=4)
    journal.apply(Action.MOOD, add(checked_in))
    made = back_up(journal, Occasion.ASKED)
    journal.apply(Action.DELETE, delete(one), delete(checked_in))
    clock.set("2026-11-01T10:00")
    go_back(journal, made.name)
    assert (journal.interactions(), journal.all(MoodCheckIn)) == ([one], [checked_in])


def test_a_journal_of_another_computer_can_be_gone_back_to(
    journal: Journal, clock: FakeClock, tmp_path: Path
) -> None:
    other = Journal.open(tmp_path / "other", clock)
    other.apply(Action.TOPIC, add(topic("tulips")))
    made = back_up(other, Occasion.ASKED)
    other.close()
    manifest = kept(other) / f"{made.name}.json"
    for chosen in (other.folder / FILE_NAME, manifest, str(manifest.with_suffix(".db"))):
        assert dict(compare(journal, chosen).added) == {Topic: 1}
    go_back(journal, manifest)
    assert [one.text for one in journal.all(Topic)] == ["tulips"]


@pytest.mark.usefixtures("quick_keys")
@pytest.mark.parametrize("which", ["backup", "journal"])
def test_an_encrypted_one_of_another_computer_needs_its_passphrase(
    journal: Journal, clock: FakeClock, tmp_path: Path, which: str
) -> None:
    other = Journal.open(tmp_path / "other", clock)
    log(other, clock, note="Tulips")
    turn_on(other, "the goat sang twice", None)
    made = back_up(other, Occasion.ASKED)
    other.close()
    chosen = kept(other) / f"{made.name}.db" if which == "backup" else other.folder / FILE_NAME
    with pytest.raises(BackupLocked):
        compare(journal, chosen)
    with pytest.raises(WrongPassphrase):
        go_back(journal, chosen, "the goat sang once")
    go_back(journal, chosen, "the goat sang twice")
    assert [one.note for one in journal.interactions()] == ["Tulips"]
    if which == "backup":
        spoil(chosen)
        with pytest.raises(BackupDamaged):
            compare(journal, chosen, "the goat sang twice")


@pytest.mark.usefixtures("quick_keys")
def test_plain_ones_of_before_the_encryption_can_be_gone_back_to(
    journal: Journal, clock: FakeClock, tmp_path: Path
) -> None:
    log(journal, clock, note="Tulips")
    turn_on(journal, "the goat sang twice", None)
    (plain,) = backups(journal)
    assert (plain.occasion, plain.encrypted) == (Occasion.ENCRYPTION, False)
    journal.apply(Action.DELETE, delete(journal.interactions()[0]))
    assert verify(journal, plain.name)
    go_back(journal, plain.name)
    assert [one.note for one in journal.interactions()] == ["Tulips"]
    assert backups(journal)[0].encrypted


def test_one_of_another_key_without_a_manifest_is_passed_over(journal: Journal, clock: FakeClock) -> None:
    log(journal, clock)
    made = back_up(journal, Occasion.ASKED)
    connection = connect(kept(journal) / "2026-01-01T000000Z.db", KEY)
    connection.execute("CREATE TABLE it (x)")
    connection.close()
    assert [(one.name, one.encrypted) for one in backups(journal)][1] == ("2026-01-01T000000Z", True)
    with pytest.raises(BackupLocked):
        verify(journal, "2026-01-01T000000Z")
    found = verify_an_old_one(journal)
    assert found is not None
    assert found.name == made.name


def test_a_damaged_one_without_a_manifest_is_told_and_keeps_no_other_from_being_looked_at(
    journal: Journal, clock: FakeClock
) -> None:
    log(journal, clock)
    lost, made = back_up(journal, Occasion.ASKED), back_up(journal, Occasion.ASKED)
    (kept(journal) / f"{lost.name}.json").unlink()
    (kept(journal) / f"{lost.name}.db").write_bytes(b"SQLite format 3\0")
    clock.advance(hours=1)
    found = verify_an_old_one(journal)
    assert found is not None
    assert (found.name, found.damaged) == (lost.name, True)
    assert next(one for one in backups(journal) if one.name == made.name).verified == clock().timestamp


def test_one_in_a_folder_that_cannot_be_written_to_keeps_no_other_from_being_looked_at(
    journal: Journal, clock: FakeClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.apply(Action.SETTING, add(Setting(id=BACKUP_FOLDER.id, value=str(tmp_path))))
    there, made = back_up(journal, Occasion.ASKED), back_up(journal, Occasion.ASKED)
    (kept(journal) / f"{there.name}.db").unlink()
    write_bytes = durable.write_bytes

    def protected(path: Path, data: bytes) -> None:
        if path.is_relative_to(journal.folder):
            return write_bytes(path, data)
        raise OSError(errno.EROFS, "it is protected")

    monkeypatch.setattr("reconnect_desktop.durable.write_bytes", protected)
    found = verify_an_old_one(journal)
    assert found is not None
    assert found.name == made.name
    spoil(next(tmp_path.glob(f"reconnect-*/{there.name}.db")))
    with pytest.raises(BackupDamaged):
        verify(journal, there.name)


def test_a_manifest_that_calls_a_plain_file_encrypted_hides_nothing(
    journal: Journal, clock: FakeClock
) -> None:
    log(journal, clock)
    made = back_up(journal, Occasion.ASKED)
    file = kept(journal) / f"{made.name}.db"
    connection = connect(file)
    connection.execute("UPDATE interactions SET closeness = 1")
    connection.close()
    said = manifests.read(file.with_suffix(".json"))
    assert said is not None
    said = replace(said, encrypted=True, sha256=sha256(file), size=file.stat().st_size)
    manifests.write(file.with_suffix(".json"), said)
    for deed in (verify, compare):
        with pytest.raises(BackupDamaged):
            deed(journal, made.name)


def test_a_link_is_no_backup(journal: Journal) -> None:
    """It could be one to the open journal, which nobody may look into."""
    kept(journal).mkdir()
    (kept(journal) / "2026-01-01T000000Z.db").symlink_to(journal.folder / FILE_NAME)
    assert backups(journal) == []


def spoil(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)


def test_the_last_of_many_of_one_second_is_the_newest(journal: Journal, clock: FakeClock) -> None:
    log(journal, clock)
    made = [back_up(journal, Occasion.ASKED).name for _ in range(11)]
    found = [one.name for one in backups(journal)]
    assert found == [name for name in reversed(made) if name in found]
    assert found[0] == made[-1]
