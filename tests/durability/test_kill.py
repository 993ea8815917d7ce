"""kill -9 at any moment: nothing that was acknowledged is lost, and nothing is torn."""

from __future__ import annotations

import os
import random
import signal
import time
from pathlib import Path

import pytest

from tests.durability.campaign import KEYS, fresh_seed, report, rounds
from tests.durability.plan import Held, Kept, Plan, assert_history_is_whole, look, open_journal, read_whole
from tests.durability.warm import Warm

LIFE = 15  # rounds that a journal lives: then it has some hundred interactions


@pytest.mark.parametrize("mode", ["plain", "encrypted"])
def test_what_was_acknowledged_outlives_kill_9(
    disk: Path, capsys: pytest.CaptureFixture[str], warm: Warm, mode: str
) -> None:
    seed, count, key = fresh_seed(), rounds(20, 500), KEYS[mode]
    chance = random.Random(seed)
    acknowledged, unacknowledged, hot = 0, 0, 0
    for number in range(count):
        if number % LIFE == 0:
            folder = disk / str(number)
            open_journal(folder, key).close()
            held, draft = look(folder, key)
        steps = act_and_kill(warm, chance, "live", folder, key.hex(), f"{seed:x}.{number}")
        hot += is_hot(folder / "journal.db-journal")
        plan = Plan(f"{seed:x}.{number}", held, draft)
        for _ in range(steps):
            plan.step()
        before: tuple[Held, Kept] = plan.held, plan.draft
        journal = open_journal(folder, key)
        held, draft = read_whole(journal)
        assert_history_is_whole(journal, held)
        journal.close()
        if (held, draft) != before:
            plan.step()
            assert (held, draft) == (plan.held, plan.draft), f"seed {seed}, round {number}"
            unacknowledged += 1
        acknowledged += steps
    assert acknowledged > count
    report(
        capsys,
        f"kill -9, {mode}: {count} rounds, {acknowledged} acknowledged writes, 0 lost, 0 torn; "
        f"{unacknowledged} rounds kept one more, {hot} left a hot journal; seed {seed}",
    )


def act_and_kill(warm: Warm, chance: random.Random, act: str, *words: object) -> int:
    """Let a process act, and kill it in the midst; the number of steps it acknowledged."""
    pipe, out = os.pipe()
    actor = warm.start(act, *words, out=out)
    os.close(out)
    wanted, told = chance.choice((0, 3, 8, 12, 16, 20)), 0
    while told < wanted:
        piece = len(os.read(pipe, wanted - told))
        assert piece, "the actor ended by itself"
        told += piece
    spin(chance.random() * (0.02 if not wanted else 0.006))
    os.kill(actor, signal.SIGKILL)
    assert warm.wait(actor) == -signal.SIGKILL
    with os.fdopen(pipe, "rb") as rest:
        told += len(rest.read())
    return max(0, told - 1)


def is_hot(rollback: Path) -> bool:
    """Whether the kill fell into a commit: between commits the journal's first bytes are overwritten with zeros."""
    return rollback.exists() and any(rollback.read_bytes()[:8])


def spin(seconds: float) -> None:
    """Let a moment too short for a clock's tick go by."""
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        pass
