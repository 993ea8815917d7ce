"""A journal of every released version opens in this one, whole."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add
from reconnect_desktop.domain.errors import DiskFull
from reconnect_desktop.domain.filter import Filter
from reconnect_desktop.domain.plain import from_plain
from reconnect_desktop.domain.plan import Plan, PlanKind
from reconnect_desktop.domain.records import Letter, LetterVersion, Need, Nudge, Record, Reflection, Try
from reconnect_desktop.journal import Journal
from reconnect_desktop.storage.connection import FILE_NAME, SCHEMA_VERSION, Connection
from reconnect_desktop.storage.migrations import bring_up_to_date
from tests.fakes import FakeClock

STORED = sorted((Path(__file__).resolve().parent.parent / "databases").glob("version-*.db"))


def test_every_released_version_is_stored() -> None:
    assert [path.stem for path in STORED] == [f"version-{number + 1}" for number in range(SCHEMA_VERSION)]


@pytest.mark.parametrize("stored", STORED, ids=lambda path: path.stem)
def test_a_stored_journal_opens_with_every_record(stored: Path, tmp_path: Path, clock: FakeClock) -> None:
    shutil.copy(stored, tmp_path / FILE_NAME)
    expected = [from_plain(plain) for plain in json.loads(stored.with_suffix(".json").read_text("utf-8"))]
    journal = Journal.open(tmp_path, clock)
    journal.check()
    assert sorted(journal.records(), key=lambda record: record.id) == sorted(
        expected, key=lambda record: record.id
    )
    assert journal.find(Filter(text="elan")) == ["0000000000000001"]
    assert journal.draft() == {"note": "half a sent"}
    journal.undo(any_session=True)
    assert list(journal.records()) == []
    journal.close()


def test_a_journal_of_the_first_version_takes_what_came_later(tmp_path: Path, clock: FakeClock) -> None:
    shutil.copy(STORED[0], tmp_path / FILE_NAME)
    later: tuple[Record, ...] = (
        Nudge(id="a", suggestion="silly-picture", shown=clock(), signal="gap"),
        Try(id="b", suggestion="silly-picture", begun=clock()),
        Letter(id="c", begun=clock(), changed=clock(), felt="Far away"),
        LetterVersion(id="d", letter="c", kept=clock(), felt="Far away"),
        Need(id="e", noted=clock(), need="being seen"),
        Reflection(id="2026-10", changed=clock(), text="A quiet month."),
        Plan(id="f", kind=PlanKind.CONTACT, day=clock().day, added=clock()),
    )
    journal = Journal.open(tmp_path, clock)
    held = set(journal.records())
    journal.apply(Action.TRY, *(add(record) for record in later))
    journal.close()
    journal = Journal.open(tmp_path, clock)
    assert set(journal.records()) == held | set(later)
    journal.undo(any_session=True)
    assert set(journal.records()) == held
    journal.close()


def test_a_full_disk_leaves_a_journal_of_the_first_version_as_it_is(
    tmp_path: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / FILE_NAME
    shutil.copy(STORED[0], file)
    before = file.read_bytes()
    for room in range(3):

        def with_little_room(connection: Connection, *_: object, room: int = room) -> None:
            pages = connection.execute("PRAGMA page_count").fetchone()[0]
            connection.execute(f"PRAGMA max_page_count = {pages + 4 * room}")
            bring_up_to_date(connection)

        monkeypatch.setattr("reconnect_desktop.journal_file.bring_up_to_date", with_little_room)
        with pytest.raises(DiskFull):
            Journal.open(tmp_path, clock)
        assert file.read_bytes() == before
    monkeypatch.undo()
    Journal.open(tmp_path, clock).close()
    assert file.read_bytes() != before


def test_a_journal_of_this_version_opens_without_migrations(
    tmp_path: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(STORED[-1], tmp_path / FILE_NAME)
    monkeypatch.setattr("reconnect_desktop.storage.migrations.upgrade", None)
    Journal.open(tmp_path, clock).close()
