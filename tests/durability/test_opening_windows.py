"""Every window, opened and closed round after round: nothing of them stays."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.durability.campaign import IS_LONG, ROOT, report, rounds

WARM = 2  # rounds after which nearly everything was loaded once
STEPS = 3  # further ones: something that stays each time grows in all of them, something loaded late in one
PART = 100  # rounds of which the middle counts: what charts take meanwhile goes up and down
FLAT = 1.05
OPENED = {
    *("AboutDialog", "BackupsDialog", "EditDialog", "EncryptionDialog", "ExportDialog", "ForgetDialog"),
    *(
        "HelpWindow",
        "ImportDialog",
        "ImportsDialog",
        "KeysDialog",
        "PauseDialog",
        "PlanDialog",
        "PlansDialog",
    ),
    *("QuickAdd", "RecentlyDeleted", "RhythmDialog", "SettingsDialog", "TimerPill"),
}
COUNTS = ("windows", "widgets", "actions", "timers", "objects", "files")


def test_no_window_leaves_anything_behind(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = opened_and_closed(tmp_path, rounds(WARM + STEPS, 1_000))
    assert all(set(one["opened"]) >= OPENED for one in told)
    for name in COUNTS:
        counts = [one[name] for one in told[WARM - 1 :]]
        assert any(after <= before for before, after in pairwise(counts)), f"{name}: {counts}"
    if IS_LONG:
        for name in COUNTS:
            assert middle(told[-PART:], name) <= middle(told[PART : 2 * PART], name), name
        before, after = middle(told[PART : 2 * PART], "memory"), middle(told[-PART:], "memory")
        report(capsys, f"{len(told)} rounds of every window: from {before:,.0f} to {after:,.0f} kB")
        assert after <= FLAT * before


def middle(part: list[dict[str, Any]], name: str) -> float:
    """The middle one of what these rounds left."""
    return float(statistics.median(one[name] for one in part))


def opened_and_closed(folder: Path, count: int) -> list[dict[str, Any]]:
    """What each round left, as the process that opened them tells."""
    places = {f"XDG_{kind}_HOME": str(folder / kind) for kind in ("CONFIG", "STATE", "CACHE", "DATA")}
    command = [sys.executable, "-m", "tests.durability.opening", str(folder), str(count)]
    environment = {**os.environ, **places, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True)
    return [json.loads(line) for line in done.stdout.splitlines()]
