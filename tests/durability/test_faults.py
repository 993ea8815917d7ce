"""A disk that takes no more, at any moment: the user is told, and the journal is as it was before or after the step."""

from __future__ import annotations

import errno
import pickle
import random
import re
import shutil
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest

from reconnect_desktop.domain.errors import JournalDamaged, UserError
from reconnect_desktop.output.errors_in_words import explain
from tests.durability.campaign import ROOT, folder_in_memory, fresh_seed, report, rounds
from tests.durability.failing import LATER, Situation
from tests.durability.outcome import Looking, Outcome
from tests.durability.tales import TALES
from tests.durability.warm import Warm

HERE = Path(__file__).resolve().parent
KILL = 0
WRONG_SENTENCES = {explain(UserError()), explain(JournalDamaged())}  # it is not; and that says nothing
AT_ONCE = 10  # hits of one process, as long as it isn't killed


class Hit(NamedTuple):
    """Which deed is hit, at which call, by which error, and whether all later calls fail as well."""

    situation: int
    call: int
    error: int
    lasting: int


@pytest.fixture(scope="module")
def failing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Warm]:
    """A process whose disk can be made to fail."""
    if not shutil.which("gcc"):
        pytest.skip("gcc is not installed")
    library = tmp_path_factory.mktemp("faults") / "faults.so"
    command = ["gcc", "-shared", "-fPIC", "-O1", "-o", str(library), str(HERE / "faults.c"), "-ldl"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"gcc does not work here: {done.stderr[:200]}")
    process = Warm({"LD_PRELOAD": str(library)})
    yield process
    process.close()


@pytest.fixture(scope="module")
def campaign(failing: Warm, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Campaign]:
    """Every deed, ready to be hit."""
    with folder_in_memory(tmp_path_factory.mktemp("disk")) as disk:
        yield Campaign(failing, disk)


class Campaign:
    """Lets the disk fail at calls chosen by chance, and looks what is on it afterwards."""

    def __init__(self, failing: Warm, disk: Path) -> None:
        self._failing, self._disk = failing, disk
        code, told = failing.run("prepare", disk)
        assert code == 0, told
        self._situations: list[Situation] = pickle.loads((disk / "situations").read_bytes())
        typed = {typed for one in self._situations for world in one.after for typed in world.opens}
        self._looking = Looking(disk / "scratch", typed)
        self.counts: Counter[str] = Counter()

    def rounds(self, count: int, seed: int, errors: Sequence[int], tales: Collection[str]) -> Campaign:
        """So many faults, each at any call of any deed of these tales."""
        self.counts.clear()
        chance = random.Random(seed)
        chosen = [number for number, one in enumerate(self._situations) if one.tale in tales]
        hits = [self._hit(chance, chance.choice(chosen), chance.choice(errors)) for _ in range(count)]
        at_once = 1 if KILL in errors else AT_ONCE
        for first in range(0, count, at_once):
            self._let_hit(hits[first : first + at_once])
        return self

    def _hit(self, chance: random.Random, situation: int, error: int) -> Hit:
        return Hit(
            situation, chance.randrange(self._situations[situation].calls) + 1, error, chance.randrange(2)
        )

    def _let_hit(self, hits: Sequence[Hit]) -> None:
        work = self._disk / "work"
        shutil.rmtree(work, ignore_errors=True)
        code, told = self._failing.run("hit", self._disk, *(" ".join(map(str, hit)) for hit in hits))
        assert code == (-signal.SIGKILL if hits[0].error == KILL else 0), f"one of {hits}: {told}"
        for number, (hit, line) in enumerate(zip(hits, told.splitlines() or [""], strict=True)):
            here = self._situations[hit.situation]
            where = f"{here.tale}, deed {here.deed}: {hit}"
            self._judge(here, line, self._looking.found(work / str(number)), where)

    def _judge(self, here: Situation, told: str, found: Outcome, where: str) -> None:
        said, went_on = re.search("<(.*)>", told), told.endswith("!")
        assert (LATER in found.held) == went_on, f"{where}: {told}: {found}"
        held = {key: one for key, one in found.held.items() if key != LATER}
        steps, worlds = told.count("+"), (here.before, *here.after)
        allowed = worlds[steps : steps + 2]
        assert replace(found, held=held).fits(allowed), f"{where}: {told}: {found}"
        assert said or len(allowed) == 1 or not told.endswith("!"), (
            f"{where}: not done, and not a word: {told}"
        )
        assert not said or said[1] not in WRONG_SENTENCES, f"{where}: {told}"
        self.counts["refused" if said else "done"] += 1
        self.counts["gone on"] += went_on


def test_a_disk_that_fails_at_any_call_loses_nothing(
    campaign: Campaign, capsys: pytest.CaptureFixture[str]
) -> None:
    seed, count = fresh_seed(), rounds(50, 2_000)
    counts = campaign.rounds(count, seed, (errno.ENOSPC, errno.EIO), TALES).counts
    assert 0 < counts["refused"] < count
    report(
        capsys,
        f"failing disk: {count:,} faults (no room, input/output error; once, for good), {counts['refused']:,} refused "
        f"with a sentence, the others done all the same, {counts['gone on']:,} gone on without a new start; 0 lost, 0 torn, "
        f"0 crashes; seed {seed}",
    )


@pytest.mark.parametrize("tales", [tuple(TALES), ("backups",)], ids=["all", "backups"])
def test_kill_9_at_any_call_loses_nothing(
    campaign: Campaign, capsys: pytest.CaptureFixture[str], tales: tuple[str, ...]
) -> None:
    seed, count = fresh_seed(), rounds(20, 200 if len(tales) == 1 else 1_000)
    campaign.rounds(count, seed, (KILL,), tales)
    what = "backing up and thinning" if len(tales) == 1 else "any deed"
    report(
        capsys,
        f"kill -9 at any call of {what}: {count:,} kills, 0 lost, 0 torn, every listed backup whole; seed {seed}",
    )


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
