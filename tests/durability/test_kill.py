"""kill -9 at any moment: nothing that was acknowledged is lost, and nothing is torn."""

from __future__ import annotations

import os
import random
import time
from pathlib import Path

import pytest

from reconnect_desktop.domain.errors import NothingToUndo
from tests.durability.campaign import begin, fresh_seed, rounds
from tests.durability.plan import Held, Kept, Plan, look, open_journal

LIFE = 25  # rounds that a journal lives: then it has some thousand interactions


def test_what_was_acknowledged_outlives_kill_9(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    seed, count = fresh_seed(), rounds(12, 500)
    chance = random.Random(seed)
    acknowledged, unacknowledged, hot = 0, 0, 0
    for number in range(count):
        if number % LIFE == 0:
            folder = tmp_path / str(number)
            open_journal(folder).close()
            held, draft = look(folder)
        steps = act_and_kill(folder, f"{seed:x}.{number}", chance)
        hot += is_hot(folder / "journal.db-journal")
        plan = Plan(f"{seed:x}.{number}", held, draft)
        for _ in range(steps):
            plan.step()
        before: tuple[Held, Kept] = plan.held, plan.draft
        held, draft = look(folder)
        if (held, draft) != before:
            plan.step()
            assert (held, draft) == (plan.held, plan.draft), f"seed {seed}, round {number}"
            unacknowledged += 1
        assert_history_is_whole(folder, held)
        acknowledged += steps
    assert acknowledged > count
    with capsys.disabled():
        print(
            f"\nkill -9: {count} rounds, {acknowledged} acknowledged writes, 0 lost, 0 torn; "
            f"{unacknowledged} rounds kept one more, {hot} left a hot journal; seed {seed}"
        )


def act_and_kill(folder: Path, seed: str, chance: random.Random) -> int:
    """Let a process act, and kill it in the midst; the number of steps it acknowledged."""
    acting = begin("acting", str(folder), seed)
    assert acting.stdout is not None
    pipe = acting.stdout.fileno()
    wanted, told = chance.choice((0, 3, 8, 12, 16, 20)), 0
    while told < wanted:
        piece = len(os.read(pipe, wanted - told))
        assert piece, acting.communicate()[1].decode()
        told += piece
    spin(chance.random() * (0.3 if not wanted else 0.006))
    acting.kill()
    told += len(acting.communicate()[0])
    return max(0, told - 1)


def is_hot(rollback: Path) -> bool:
    """Whether the kill fell into a commit: between commits the journal's first bytes are overwritten with zeros."""
    return rollback.exists() and any(rollback.read_bytes()[:8])


def spin(seconds: float) -> None:
    """Let a moment too short for a clock's tick go by."""
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        pass


def assert_history_is_whole(folder: Path, held: Held) -> None:
    """The last step, of whichever session, can be taken back and done again."""
    journal = open_journal(folder)
    try:
        journal.undo(any_session=True)
        journal.redo(any_session=True)
    except NothingToUndo:
        pass
    finally:
        now = {one.id: one for one in journal.interactions()}
        journal.close()
    assert now == held
