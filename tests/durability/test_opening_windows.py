"""Every window, opened and closed round after round: nothing of them stays."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.durability.campaign import IS_LONG, ROOT, report, rounds

WARM = 2  # rounds after which everything was loaded once
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
    told = opened_and_closed(tmp_path, rounds(3, 1_000))
    for one in told:
        assert set(one["opened"]) >= OPENED
        assert [one[name] for name in COUNTS] <= [told[WARM - 1][name] for name in COUNTS]
    if IS_LONG:
        before, after = (
            statistics.median(one["memory"] for one in part) for part in (told[PART : 2 * PART], told[-PART:])
        )
        report(capsys, f"{len(told)} rounds of every window: from {before:,.0f} to {after:,.0f} kB")
        assert after <= FLAT * before


def opened_and_closed(folder: Path, count: int) -> list[dict[str, Any]]:
    """What each round left, as the process that opened them tells."""
    places = {f"XDG_{kind}_HOME": str(folder / kind) for kind in ("CONFIG", "STATE", "CACHE", "DATA")}
    command = [sys.executable, "-m", "tests.durability.opening", str(folder), str(count)]
    environment = {**os.environ, **places, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True)
    return [json.loads(line) for line in done.stdout.splitlines()]
