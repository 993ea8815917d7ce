"""Settings, notifications: what is said where nothing can show one."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reconnect_desktop.journal import Journal
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.preferences import IN_TRAY, Preferences
from reconnect_desktop.views.settings.kept import Kept
from reconnect_desktop.views.settings.notifications_section import NotificationsSection
from tests.stories.tray import FakePlace


class Rig:
    """The section on a desktop that shows notifications itself (served), or has a tray (there)."""

    def __init__(self, qtbot: QtBot, journal: Journal, background: Background, folder: Path) -> None:
        self.served, self.place, self.preferences = False, FakePlace(), Preferences(folder / "preferences")
        self.section = NotificationsSection(
            Kept(journal), self.preferences, background, place=self.place, served=lambda: self.served
        )
        self.background, self.qtbot = background, qtbot
        qtbot.addWidget(self.section)

    def says_that_nobody_is_there(self, *, served: bool, in_tray: bool, there: bool) -> bool:
        self.served, self.place.there = served, there
        self.preferences.put(IN_TRAY, "yes" if in_tray else "no")
        self.section.hide()
        self.section.show()
        self.qtbot.waitUntil(lambda: self.background.beside().is_idle)
        return self.section.form.nobody_words.isVisible()


@pytest.fixture
def rig(qtbot: QtBot, journal: Journal, background: Background, tmp_path: Path) -> Rig:
    return Rig(qtbot, journal, background, tmp_path)


def test_that_nothing_can_show_one_is_said_and_no_more_once_something_can(rig: Rig) -> None:
    told = rig.says_that_nobody_is_there
    assert not told(served=True, in_tray=False, there=False)
    assert told(served=False, in_tray=False, there=True)
    assert not told(served=False, in_tray=True, there=True)
    assert told(served=False, in_tray=True, there=False)


def test_how_often_is_said_in_whole_phrases(rig: Rig) -> None:
    box = rig.section.form.every_box
    assert [box.itemText(row) for row in (0, 1)] == ["once a day", "once in 2 days"]
