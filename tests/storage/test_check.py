"""Damage is found before anything is written."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add
from reconnect_desktop.domain.errors import JournalDamaged, NotAJournal, UserError
from reconnect_desktop.domain.interaction import Interaction, Medium
from reconnect_desktop.domain.records import Topic
from reconnect_desktop.journal import FILE_NAME, Journal
from reconnect_desktop.storage.connection import connect
from tests.fakes import FakeClock

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
    journal.apply(Action.IMPORT, *(add(one) for one in interactions(clock, 120)))
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
            "INSERT INTO moods SELECT seq, id, utc, local, offset, zone, 3, '', local, offset, zone, checksum "
            "FROM interactions LIMIT 1"
        ),
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
