"""Damage is found before anything is written."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest
import sqlcipher3

from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add, delete
from reconnect_desktop.domain.errors import (
    ChangedMeanwhile,
    JournalDamaged,
    NotAJournal,
    SearchDamaged,
    UserError,
)
from reconnect_desktop.domain.interaction import Interaction, Medium
from reconnect_desktop.domain.records import MoodCheckIn, Topic
from reconnect_desktop.journal import Journal
from reconnect_desktop.storage.check import SCHEMA_DIGESTS, full_check, schema_digest
from reconnect_desktop.storage.connection import FILE_NAME, SCHEMA_VERSION, connect
from reconnect_desktop.storage.migrations import bring_up_to_date
from tests.fakes import FakeClock

STORED = sorted((Path(__file__).resolve().parent.parent / "databases").glob("version-*.db"))
NOTE = "She told me about the garden, and I told her about work."


def interactions(clock: FakeClock, count: int) -> list[Interaction]:
    now = clock()
    return [
        Interaction(
            id=f"{number:016x}",
            when=now.minus(number * 600),
            medium=Medium.CALL,
            logged=now,
            minutes=5,
            note=NOTE,
        )
        for number in range(count)
    ]


@pytest.fixture
def folder(tmp_path: Path, clock: FakeClock) -> Path:
    journal = Journal.open(tmp_path / "journal", clock)
    mood = MoodCheckIn(id="m", when=clock(), logged=clock(), mood=3, note="tired")
    journal.apply(Action.IMPORT, add(mood), *(add(one) for one in interactions(clock, 120)))
    journal.save_draft({"note": "half a sent"})
    journal.close()
    return tmp_path / "journal"


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE interactions SET note = replace(note, 'garden', 'warden') WHERE seq = 7",
        "UPDATE interactions SET closeness = 6 WHERE seq = 7",
        "UPDATE interactions SET utc = utc + 1 WHERE seq = 7",
        "DELETE FROM interactions WHERE seq = 7",
        "UPDATE tallies SET rows = rows + 1 WHERE name = 'interactions'",
        "DELETE FROM tallies",
        (
            "INSERT INTO moods SELECT seq + 5, id, utc, local, offset, zone, 3, '', local, offset, zone, checksum "
            "FROM interactions LIMIT 1"
        ),
        "UPDATE moods SET note = CAST(note AS BLOB)",
        "UPDATE history SET state = 1",
        "UPDATE history SET action = 'edit'",
        "UPDATE history SET changes = substr(changes, 1, 50) || x'00' || substr(changes, 52)",
        "UPDATE history SET changes = CAST('x' AS TEXT)",
        "DELETE FROM history",
        "UPDATE drafts SET content = replace(content, 'half', 'calf')",
        "DELETE FROM drafts",
        "UPDATE tallies SET xor = 'x' WHERE name = 'drafts'",
        "UPDATE alembic_version SET version_num = '0003'",
        "DROP INDEX interactions_by_source",
        "DROP TRIGGER search_gone",
    ],
)
def test_a_changed_lost_or_added_row_is_found_and_no_write_is_made(
    folder: Path, clock: FakeClock, damage: str
) -> None:
    connection = connect(folder / FILE_NAME)
    connection.execute(damage)
    connection.close()
    journal = Journal.open(folder, clock)
    with pytest.raises(JournalDamaged):
        journal.check()
    with pytest.raises(JournalDamaged):
        journal.apply(Action.TOPIC, add(Topic(id="t", text="the garden", added=clock())))
    assert journal.all(Topic) == []
    journal.close()


def test_a_cell_that_is_nothing_where_there_was_something_is_found(folder: Path, clock: FakeClock) -> None:
    """A zeroed header of a row says so of its cells, whatever the table allows."""
    schema = "UPDATE sqlite_master SET sql = replace(sql, 'changes BLOB{}', 'changes BLOB{}')"
    for before, after, change in (
        (" NOT NULL", "", "SELECT 1"),
        ("", " NOT NULL", "UPDATE history SET changes = NULL"),
    ):
        connection = connect(folder / FILE_NAME)
        connection.execute(change)
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(schema.format(before, after))
        connection.close()
    journal = Journal.open(folder, clock)
    with pytest.raises(JournalDamaged):
        journal.check()
    with pytest.raises(JournalDamaged):
        journal.undo(any_session=True)
    journal.close()


def test_pages_that_changed_places_are_found_and_not_walked_for_ever(folder: Path, clock: FakeClock) -> None:
    raw = bytearray((folder / FILE_NAME).read_bytes())
    leaves = [at for at in range(0, len(raw), 4096) if raw[at] == 13 and NOTE.encode() in raw[at : at + 4096]]
    first, second = (slice(at, at + 4096) for at in (leaves[0], leaves[-1]))
    raw[first], raw[second] = raw[second], raw[first]
    (folder / FILE_NAME).write_bytes(raw)
    journal = Journal.open(folder, clock)
    with pytest.raises(JournalDamaged):
        journal.check()
    journal.close()


def test_a_schema_in_no_alphabet_is_told_as_damage(folder: Path, clock: FakeClock) -> None:
    """The driver cannot even read its own complaint."""
    raw = (folder / FILE_NAME).read_bytes()
    (folder / FILE_NAME).write_bytes(
        raw.replace(b"INDEX interactions_by_source", b"IND\xf7\xa2 interactions_by_source")
    )
    with pytest.raises(JournalDamaged):
        Journal.open(folder, clock)


def test_a_journal_without_its_tallies_has_no_number_of_interactions(folder: Path, clock: FakeClock) -> None:
    connection = connect(folder / FILE_NAME)
    connection.execute("DELETE FROM tallies")
    connection.close()
    journal = Journal.open(folder, clock)
    with pytest.raises(JournalDamaged):
        journal.count()
    journal.close()


def test_a_flipped_letter_in_a_trigger_or_an_index_is_found(folder: Path, clock: FakeClock) -> None:
    """Neither is read when rows are: the one would keep the search out of step, the other give rows in another order."""
    sound = (folder / FILE_NAME).read_bytes()
    index = sound.rindex(
        b"0000000000000000"
    )  # of the first interaction: in an index, for the rows came before
    for place in (sound.index(b"old.note, old.tags") + 4, index):
        raw = bytearray(sound)
        raw[place] ^= 1
        (folder / FILE_NAME).write_bytes(raw)
        journal = Journal.open(folder, clock)
        with pytest.raises(JournalDamaged):
            journal.check()
        journal.close()


def test_no_flipped_bit_changes_an_entry_in_silence(folder: Path, clock: FakeClock) -> None:
    """Each of these files opens with every entry as it was, or is refused in a sentence."""
    file = folder / FILE_NAME
    sound = file.read_bytes()
    told = [one.note for one in interactions(clock, 120)]
    chance = random.Random(7)
    found = 0
    for _ in range(150):
        raw = bytearray(sound)
        raw[chance.randrange(len(raw))] ^= 1 << chance.randrange(8)
        file.write_bytes(raw)
        try:
            journal = Journal.open(folder, clock)
        except UserError:
            found += 1
            continue
        try:
            journal.check()
            assert [one.note for one in journal.interactions()] == told
        except (JournalDamaged, NotAJournal):
            found += 1
        finally:
            journal.close()
    assert found > 10


@pytest.mark.parametrize("stored", STORED, ids=lambda path: path.stem)
def test_a_journal_of_every_version_is_checked_by_what_was_kept_then(stored: Path, tmp_path: Path) -> None:
    shutil.copy(stored, tmp_path / FILE_NAME)
    connection = connect(tmp_path / FILE_NAME)
    full_check(connection)
    connection.execute("UPDATE interactions SET note = note || '!' WHERE seq = 3")
    with pytest.raises(JournalDamaged):
        full_check(connection)
    connection.close()


def test_the_schema_is_what_the_migrations_make_of_a_new_journal_and_of_every_old_one(tmp_path: Path) -> None:
    for number, stored in enumerate(STORED):
        file = tmp_path / stored.name
        shutil.copy(stored, file)
        connection = connect(file)
        assert schema_digest(connection) == SCHEMA_DIGESTS[number + 1]
        bring_up_to_date(connection)
        assert schema_digest(connection) == SCHEMA_DIGESTS[SCHEMA_VERSION]
        connection.close()
    made = connect(tmp_path / "new.db")
    bring_up_to_date(made)
    assert schema_digest(made) == SCHEMA_DIGESTS[SCHEMA_VERSION]
    made.close()


def test_what_is_not_whole_is_not_brought_up_to_date(tmp_path: Path, clock: FakeClock) -> None:
    file = tmp_path / FILE_NAME
    shutil.copy(STORED[0], file)
    connection = connect(file)
    connection.execute("UPDATE moods SET mood = 5")
    connection.close()
    before = file.read_bytes()
    with pytest.raises(JournalDamaged):
        Journal.open(tmp_path, clock)
    assert file.read_bytes() == before


def test_history_and_drafts_stay_as_their_checksums_say_whatever_is_done(
    tmp_path: Path, clock: FakeClock
) -> None:
    first = Journal.open(tmp_path, clock)
    topics = [Topic(id=str(number), text="the garden", added=clock()) for number in range(4)]
    first.apply(Action.TOPIC, add(topics[0]), draft={"note": "a"})
    first.save_draft({"note": "b"})
    first.save_draft({"title": "c"}, of="letter")
    first.close()
    clock.advance(days=40)
    second = Journal.open(tmp_path, clock)
    second.apply(Action.TOPIC, add(topics[1]), draft=None)
    second.apply(Action.TOPIC, add(topics[2]))
    second.undo()
    second.undo()
    second.redo()
    second.apply(Action.TOPIC, add(topics[3]))
    second.keep(delete(topics[3]))
    with pytest.raises(ChangedMeanwhile):
        second.undo()
    second.save_draft(None, of="letter")
    second.close()
    connection = connect(tmp_path / FILE_NAME)
    full_check(connection)
    kept = connection.execute("SELECT name, rows FROM tallies WHERE name IN ('history', 'drafts')").fetchall()
    connection.close()
    assert dict(kept) == {"history": 3, "drafts": 0}


def test_a_search_out_of_step_is_told_apart_from_a_lost_entry(folder: Path) -> None:
    connection = connect(folder / FILE_NAME)
    words = connection.execute("SELECT id, block FROM search_data WHERE instr(block, CAST('arden' AS BLOB))")
    for number, block in words.fetchall():
        values = (block.replace(b"arden", b"ardem"), number)
        connection.execute("UPDATE search_data SET block = ? WHERE id = ?", values)
    with pytest.raises(SearchDamaged):
        full_check(connection)
    connection.execute("INSERT INTO search (search) VALUES ('rebuild')")
    full_check(connection)
    connection.execute("DELETE FROM search_docsize WHERE id = 7")
    with pytest.raises(SearchDamaged):
        full_check(connection)
    connection.close()


def test_a_backup_that_can_only_be_read_is_checked_as_well(folder: Path) -> None:
    uri = f"{(folder / FILE_NAME).as_uri()}?mode=ro&immutable=1"
    connection = sqlcipher3.connect(uri, uri=True, isolation_level=None)
    full_check(connection)
    connection.close()


def test_a_damaged_list_of_free_pages_is_found_by_the_full_check(folder: Path, clock: FakeClock) -> None:
    journal = Journal.open(folder, clock)
    journal.apply(Action.DELETE, *(delete(one) for one in journal.interactions()))
    journal.close()
    connection = connect(folder / FILE_NAME)
    full_check(connection)
    connection.close()
    raw = bytearray((folder / FILE_NAME).read_bytes())
    trunk = int.from_bytes(raw[32:36])
    raw[(trunk - 1) * 4096 + 11] ^= 1
    (folder / FILE_NAME).write_bytes(raw)
    connection = connect(folder / FILE_NAME)
    with pytest.raises(JournalDamaged) as caught:
        full_check(connection)
    assert not isinstance(caught.value, SearchDamaged)
    connection.close()
