from __future__ import annotations

import os
import time
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from reconnect_desktop import clock as real_clock
from reconnect_desktop import paths
from tests.fakes import FakeClock


def test_the_clock_stands_still_until_told(clock: FakeClock) -> None:
    assert clock().isoformat() == "2026-11-22T18:40:00+01:00"
    assert clock.advance(days=1, minutes=5).isoformat() == "2026-11-23T18:45:00+01:00"
    assert clock.set("2026-07-01T08:00").isoformat() == "2026-07-01T08:00:00+02:00"


def test_nothing_points_to_the_real_home(home: Path) -> None:
    assert paths.journal_folder().is_relative_to(home)
    assert paths.config_folder().is_relative_to(home)
    assert paths.log_folder().is_relative_to(home)
    assert len(os.fsencode(paths.runtime_folder())) < 60


def test_the_zone_is_berlin() -> None:
    assert time.localtime(0).tm_gmtoff == 3600
    assert real_clock.now().zone == "Europe/Berlin"


def test_the_language_is_british(qtbot: QtBot) -> None:
    assert QLocale().name() == "en_GB"
    assert QLocale.system().name() == "en_GB"


@given(st.integers())
def test_properties_can_be_stated_beside_the_fixtures(number: int) -> None:
    assert number - number == 0
