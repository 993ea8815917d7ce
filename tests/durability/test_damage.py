"""A damaged file: it is told, and never read as something else; and the backup brings all back."""

from __future__ import annotations

import random
import shutil
from collections import Counter
from contextlib import suppress
from itertools import islice
from pathlib import Path

import pytest

from reconnect_desktop.domain.errors import JournalDamaged, JournalTooNew, UserError
from reconnect_desktop.domain.rescues import Choice
from reconnect_desktop.rescuing import look, rescue
from reconnect_desktop.storage.connection import FILE_NAME
from tests.durability.campaign import KEYS, fresh_seed, report, rounds
from tests.durability.damaging import content_of, damaged, lived
from tests.fakes import FakeClock


@pytest.mark.parametrize("kind", KEYS)
def test_no_damage_changes_anything_in_silence(
    disk: Path, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of every page, in nine ways: all is there as it was, or it is said that the file is damaged.

    Where the number of the schema is hit, a newer Reconnect is said to have written it.
    """
    key, seed = KEYS[kind], fresh_seed()
    earlier = lived(disk, key, rounds(30, 760))
    sound, whole = (disk / FILE_NAME).read_bytes(), content_of(disk, key)
    ends: Counter[str] = Counter()
    every = damaged(sound, earlier, random.Random(f"{kind} {seed}"))
    for what, data in islice(every, 0, None, rounds(4, 1)):
        (disk / FILE_NAME).write_bytes(data)
        try:
            assert content_of(disk, key) == whole, f"{what}, seed {seed}"
            ends["as it was"] += 1
        except JournalDamaged:
            ends["told as damaged"] += 1
        except JournalTooNew:
            assert what in {f"header at {place}" for place in range(60, 64)}
            ends["told as newer"] += 1
    assert ends["told as damaged"] > 100
    counts = ", ".join(f"{count:,} {end}" for end, count in ends.items())
    report(capsys, f"damage, {kind}: {ends.total():,} files, {counts}, 0 changed in silence; seed {seed}")


@pytest.mark.parametrize("kind", KEYS)
def test_whatever_is_hit_all_that_the_backup_held_is_brought_back(
    disk: Path, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    key, seed, clock = KEYS[kind], fresh_seed(), FakeClock()
    lived(disk / "whole", key, 30)
    sound, whole = (disk / "whole" / FILE_NAME).read_bytes(), content_of(disk / "whole", key)
    chance, folder = random.Random(f"back {kind} {seed}"), disk / "damaged"
    brought = 0
    for what, data in chance.sample(list(damaged(sound, sound, chance)), rounds(6, 200)):
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(disk / "whole", folder)
        (folder / FILE_NAME).write_bytes(data)
        assert Choice.BACKUP in look(folder, clock, key or None).choices
        moved_to = rescue(folder, clock, Choice.BACKUP, key or None).moved_to
        assert (folder / moved_to / FILE_NAME).read_bytes() == data
        records, count, *_ = content_of(folder, key)
        assert [records, count] == list(whole[:2]), f"{what}, seed {seed}"
        brought += 1
    report(capsys, f"backups, {kind}: brought back whole after {brought:,} damages; seed {seed}")


def test_without_its_checksums_damage_would_go_unnoticed(
    disk: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The proof of the proof: as SQLite comes, some of these files are read as something else."""
    earlier = lived(disk, b"", 30)
    sound, whole = (disk / FILE_NAME).read_bytes(), content_of(disk, b"")
    monkeypatch.setattr("reconnect_desktop.journal_file.check", lambda _connection: iter(()))
    monkeypatch.setattr("reconnect_desktop.journal_file.JournalFile.mend_search", lambda _journal: False)
    changed = 0
    for _, data in islice(damaged(sound, earlier, random.Random("unchecked")), 0, None, rounds(8, 1)):
        (disk / FILE_NAME).write_bytes(data)
        with suppress(UserError):
            changed += content_of(disk, b"") != whole
    assert changed
    report(capsys, f"damage, checks taken away: {changed:,} files changed in silence, so it would be seen")
