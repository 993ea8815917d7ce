"""Today on the screen, told of what changes in the journal, but without reading one yet."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reconnect_desktop.journal import Journal
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.today.today_page import TodayPage
from tests.fakes import FakeClock
from tests.views.bridge import Bridge


@pytest.fixture
def today_page(
    qtbot: QtBot, qapp: QApplication, journal: Journal, clock: FakeClock, background: Background
) -> Iterator[TodayPage]:
    """The page in its window; the font of the program is put back afterwards."""
    font = qapp.font()
    page = TodayPage(Look(qapp, "light"), background, clock)
    qtbot.addWidget(page)
    Bridge(journal, page.refresh, page)
    page.resize(900, 900)
    page.show()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is page)
    yield page
    page.close()
    qapp.setFont(font)
