"""A year in one picture: each month of it is said and can be opened, by mouse and by keys."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reconnect_desktop.journal import Journal
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.review.chart_picture import ChartPicture
from tests.making import contact
from tests.views.review.review_rig import Rig

CALLS = [contact(f"2026-{month:02}-{day:02}", closeness=5) for month in (3, 8) for day in (2, 9, 20)]


@pytest.fixture
def rig(qtbot: QtBot, qapp: QApplication, journal: Journal) -> Iterator[Rig]:
    made = Rig(qtbot, Look(qapp, "light"), journal)
    made.page.resize(900, 1200)
    made.open(*CALLS)
    made.click("Year")
    made.shows("2026")
    yield made
    made.close()


def picture(rig: Rig) -> ChartPicture:
    """The picture, once it is drawn."""
    found: list[ChartPicture] = []

    def is_there() -> bool:
        found[:] = [one for one in rig.page.findChildren(ChartPicture) if one.isVisible()]
        return bool(found) and found[0].picture is not None and found[0].picture.sheet.fits(found[0])

    rig.qtbot.waitUntil(is_there, timeout=15_000)
    return found[0]


def test_arrows_walk_the_months_and_enter_opens_one(rig: Rig) -> None:
    shown = picture(rig)
    assert shown.accessibleName()
    shown.setFocus()
    for _ in range(3):
        QTest.keyClick(shown, Qt.Key.Key_Right)
    assert shown.accessibleDescription().startswith("March 2026. 3 days · 5")
    QTest.keyClick(shown, Qt.Key.Key_Return)
    rig.shows("March 2026")


def test_a_click_anywhere_in_a_month_opens_it_and_one_that_has_not_begun_stays_closed(rig: Rig) -> None:
    shown = picture(rig)
    middles = shown.places(0).middles
    december, august = (QPoint(*map(round, middles[month - 1])) for month in (12, 8))
    QTest.mouseClick(shown, Qt.MouseButton.LeftButton, pos=december)
    assert rig.title == "2026"
    QTest.mouseClick(shown, Qt.MouseButton.LeftButton, pos=august + QPoint(9, 9))
    rig.shows("August 2026")


def test_a_picture_that_goes_before_it_is_drawn_is_not_missed(rig: Rig) -> None:
    picture(rig)
    rig.page.turn_to("2026-03")
    rig.shows("March 2026")
    shown = rig.page.month.cards["closeness"].pictures[0]
    shown.resize(shown.width() - 40, shown.height())
    shown.outdated.emit()  # it is being drawn
    rig.page.turn_to("2026-05")
    rig.shows("May 2026")
    done: list[bool] = []
    rig.background.beside().run(lambda: True, done.append, lambda _: None)
    rig.until(lambda: done == [True])
    assert rig.failures == []
