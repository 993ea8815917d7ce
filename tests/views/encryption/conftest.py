"""What the tests of the passphrase stand on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reconnect_desktop.journal import Journal
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.kit.look import Look
from tests.views.encryption.encryption_rig import Rig


@pytest.fixture
def rig(
    qtbot: QtBot, qapp: QApplication, background: Background, journal: Journal, quick_keys: None
) -> Iterator[Rig]:
    """A plain journal."""
    rig = Rig(qtbot, Look(qapp, "light"), background, journal)
    yield rig
    rig.close()
