"""The power goes at any moment: what was acknowledged is there, and nothing is torn. And the proof itself is proven."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from tests.durability import tracing
from tests.durability.campaign import fresh_seed, report, rounds
from tests.durability.power_cuts import cut, record
from tests.durability.tales import TALES

MISTAKES = ("life/as-sqlite-comes", "exports/folders-not-synced", "passphrase/keys-last")


@pytest.fixture(autouse=True)
def _can_trace() -> None:
    if reason := tracing.why_not():
        pytest.skip(reason)


def test_what_was_acknowledged_outlives_a_power_cut(disk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    seed, images = fresh_seed(), rounds(300, 20_000)
    recorded = record(disk, *TALES)
    each = images / sum(len(one.calls) for one in recorded)
    found = [cut(one, math.ceil(len(one.calls) * each), str(seed), disk / "scratch") for one in recorded]
    wrong = [line for one in found for line in one.wrong]
    assert not wrong, "\n".join([f"{len(wrong)} images, seed {seed}", *wrong[:20]])
    report(
        capsys,
        f"power cuts: {sum(one.images for one in found):,} images at {sum(one.cuts for one in found):,} calls of "
        f"{len(found)} tales, {sum(one.distinct for one in found):,} of them distinct, 0 lost, 0 torn, "
        f"0 that do not open; seed {seed}",
    )


def test_planted_mistakes_are_found(disk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    images = rounds(100, 2_000)
    found = {one.tale: len(cut(one, images, "7", disk / "scratch").wrong) for one in record(disk, *MISTAKES)}
    assert all(found.values()), f"the proof is broken: {found}"
    counts = ", ".join(f"{tale} in {wrong:,}" for tale, wrong in found.items())
    report(capsys, f"planted mistakes: found in so many of {images:,} images each: {counts}")
