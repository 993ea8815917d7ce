"""A disk that takes no more, at any moment: the user is told, and the journal is as it was before or after the step."""

from __future__ import annotations

import random
import resource
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from reconnect_desktop.domain.errors import DiskFull, DiskTrouble, UserError
from reconnect_desktop.exchange.export import export
from reconnect_desktop.journal import Journal
from tests.durability.campaign import ROOT, fresh_seed, rounds
from tests.durability.plan import Plan, look, open_journal
from tests.fakes import FakeClock

SECTOR = 512


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A journal that has lived a little."""
    folder = tmp_path_factory.mktemp("filled") / "journal"
    journal = open_journal(folder)
    plan = Plan("filled", {}, None)
    for _ in range(15):
        plan.step(journal)
    journal.close()
    return folder


def test_writes_that_fail_anywhere_change_nothing(
    filled: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Files may grow to one size only, so the first write beyond it fails: in the rollback journal, or in the pages."""
    seed, count = fresh_seed(), rounds(60, 3_000)
    chance = random.Random(seed)
    refused = 0
    for number in range(count):
        folder = copy(filled, tmp_path / "copy")
        size = (folder / "journal.db").stat().st_size
        limit = chance.randrange(0, size + 200 * SECTOR) // SECTOR * SECTOR
        refused += step_within(folder, f"{seed:x}.{number}", chance.randrange(4), limit)
    assert 0 < refused < count
    with capsys.disabled():
        print(
            f"\nwrite errors: {count} rounds, {refused} refused with a sentence, 0 lost, 0 torn; seed {seed}"
        )


def step_within(folder: Path, seed: str, steps: int, limit: int) -> bool:
    """Take some steps and one more that may not write beyond `limit`; whether it was refused."""
    held, draft = look(folder)
    journal = open_journal(folder)
    plan = Plan(seed, held, draft)
    for _ in range(steps):
        plan.step(journal)
    journal.check()
    before = plan.held, plan.draft
    error = None
    with files_up_to(limit):
        try:
            plan.step(journal)
        except UserError as refused:
            error = refused
    assert error is None or isinstance(error, (DiskTrouble, DiskFull))
    assert error is None or (plan.held, plan.draft) == before
    # Mended, the same open journal goes on where it was.
    plan.step(journal)
    journal.close()
    assert look(folder) == (plan.held, plan.draft), seed
    return error is not None


def test_a_journal_that_may_not_grow_says_so_and_loses_nothing(filled: Path, tmp_path: Path) -> None:
    for more in range(rounds(12, 60)):
        folder = copy(filled, tmp_path / "copy")
        held, draft = look(folder)
        journal = open_journal(folder)
        pages = journal._connection.execute("PRAGMA page_count").fetchone()[0]
        journal._connection.execute(f"PRAGMA max_page_count = {pages + more}")
        plan = Plan(f"full.{more}", held, draft)
        with pytest.raises(DiskFull):
            go_on(plan, journal)
        journal.close()
        assert look(folder) == (plan.held, plan.draft)


def go_on(plan: Plan, journal: Journal) -> None:
    """Take more steps than a full disk can hold."""
    for _ in range(1_000):
        plan.step(journal)


def test_an_export_that_finds_no_room_leaves_what_was_there(filled: Path, tmp_path: Path) -> None:
    journal = open_journal(filled)
    target = tmp_path / "exports" / "out.json"
    target.parent.mkdir()
    whole = export(journal.records(), target, FakeClock()())
    before = target.read_bytes()
    for limit in range(0, len(before), len(before) // rounds(7, 100)):
        with files_up_to(limit), pytest.raises(UserError):
            export(journal.records(), target, FakeClock()())
        assert target.read_bytes() == before
        assert [path.name for path in target.parent.iterdir()] == ["out.json"]
    assert export(journal.records(), target, FakeClock()()) == whole
    journal.close()


def test_a_full_disk_tells_so_and_goes_on_once_there_is_room(tmp_path: Path) -> None:
    """A real one, 400 KiB large, in a namespace of its own."""
    mount = f"mount -t tmpfs -o size=400k tmpfs {tmp_path}"
    if (
        not shutil.which("unshare")
        or subprocess.run(["unshare", "-Urm", *mount.split()], check=False).returncode
    ):
        pytest.skip("this system lets nobody mount a small disk of their own")
    act = f"{mount} && exec {sys.executable} -m tests.durability.filling {tmp_path}"
    done = subprocess.run(
        ["unshare", "-Urm", "sh", "-c", act], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "as it should be\n"), done.stderr


@contextmanager
def files_up_to(size: int) -> Iterator[None]:
    """No file of this process can be written to beyond `size` bytes; Python ignores the signal that tells so."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def copy(closed: Path, to: Path) -> Path:
    """A copy of a closed journal."""
    shutil.rmtree(to, ignore_errors=True)
    shutil.copytree(closed, to)
    return to
