from __future__ import annotations

import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconnect_desktop.domain.call_timer import TIMED, CallTimer
from reconnect_desktop.domain.measures import Medium
from reconnect_desktop.storage import timer_file

MOMENTS = st.integers(min_value=0, max_value=1 << 40)


@given(timer=st.builds(CallTimer, MOMENTS, st.sampled_from(TIMED), st.none() | MOMENTS))
def test_what_is_kept_comes_back(tmp_path_factory: pytest.TempPathFactory, timer: CallTimer) -> None:
    folder = tmp_path_factory.getbasetemp() / "kept timer"
    timer_file.keep(folder, timer)
    assert timer_file.read(folder) == timer
    timer_file.keep(folder, None)
    timer_file.keep(folder, None)
    assert timer_file.read(folder) is None
    assert list(folder.iterdir()) == []


def test_it_is_for_its_owner_alone_and_holds_a_moment_and_a_medium(tmp_path: Path) -> None:
    timer_file.keep(tmp_path, CallTimer(1_700_000_000, Medium.VIDEO))
    file = tmp_path / timer_file.TIMER
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert file.read_text() == '{"started": 1700000000, "medium": "video", "stopped": null}'


@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        b"\xff\x00",
        b"[]",
        b"{}",
        b'{"started": "now", "medium": "call", "stopped": null}',
        b'{"started": 1, "medium": "letter", "stopped": null}',
        b'{"started": 1, "medium": "call"}',
    ],
)
def test_what_cannot_be_understood_is_no_timer(tmp_path: Path, damaged: bytes) -> None:
    (tmp_path / timer_file.TIMER).write_bytes(damaged)
    assert timer_file.read(tmp_path) is None
