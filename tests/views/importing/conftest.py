"""Where history is brought in."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reconnect_desktop.journal import Journal
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.kit.look import Look
from tests.views.importing.importing_rig import Room


@pytest.fixture
def look(qapp: QApplication) -> Look:
    return Look(qapp, "light")


@pytest.fixture
def room(qtbot: QtBot, look: Look, background: Background, journal: Journal, tmp_path: Path) -> Room:
    return Room(qtbot, look, background, journal, tmp_path)
