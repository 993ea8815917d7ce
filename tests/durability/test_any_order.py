"""Random users, thousands of steps: see `any_order`."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

from tests.durability.any_order import AnyOrder
from tests.durability.campaign import report, rounds


def test_whatever_is_done_in_whatever_order_the_journal_holds_it(
    disk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sessions, length = rounds(8, 500), rounds(30, 50)
    long = settings(max_examples=sessions, stateful_step_count=length, deadline=None)
    run_state_machine_as_test(lambda: AnyOrder(disk), settings=long)  # type: ignore[arg-type]
    report(capsys, f"any order: {sessions} sessions, {AnyOrder.steps:,} steps, each as the model says")
