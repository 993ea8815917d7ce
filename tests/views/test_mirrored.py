"""Where one reads from the right: pages, painters, fields and keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import QLocale, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDateTimeEdit, QHBoxLayout, QLabel, QWidget
from pytestqt.qtbot import QtBot

from reconnect_desktop.domain.measures import Medium
from reconnect_desktop.views.kit.circles import paint_circles
from reconnect_desktop.views.kit.icons import back, onward
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.log.log_words import row_facts
from reconnect_desktop.views.mirror import Mirror
from reconnect_desktop.views.quick_add.medium_buttons import MediumButtons
from reconnect_desktop.views.speaking import take_direction
from reconnect_desktop.views.today.offer import Offer
from tests.making import contact
from tests.views import test_access as windows
from tests.views.test_access import Room
from tests.views.test_access import room as room  # noqa: PLC0414 - a fixture, used by its name

pytestmark = pytest.mark.usefixtures("quick_keys")


@pytest.fixture(autouse=True)
def _from_the_right(qapp: QApplication) -> Iterator[None]:
    before = QLocale().name()
    take_direction(qapp, Qt.LayoutDirection.RightToLeft)
    QLocale.setDefault(QLocale("ar"))
    yield
    QLocale.setDefault(QLocale(before))
    take_direction(qapp, Qt.LayoutDirection.LeftToRight)
    for mirror in qapp.findChildren(Mirror):
        qapp.removeEventFilter(mirror)
        mirror.deleteLater()


@pytest.fixture
def look(qapp: QApplication) -> Look:
    return Look(qapp, "light")


def middle(widget: QWidget) -> int:
    """Where its middle is in its window, in pixels from the left."""
    return widget.mapTo(widget.window(), widget.rect().center()).x()


def reach(image: QImage, colour: QColor) -> float:
    """Where the pixels of this colour are on average, as a part of the width."""
    places = [
        x
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).rgb() == colour.rgb()
    ]
    assert places
    return sum(places) / len(places) / image.width()


def test_the_side_bar_is_on_the_right_and_its_line_on_its_left(room: Room) -> None:
    window = windows.main_window(room)
    bar = window.form.side_bar
    assert middle(bar) > middle(window.form.pages)
    image, line = bar.grab().toImage(), room.look.colour("line")
    assert image.pixelColor(0, 300).rgb() == line.rgb() != image.pixelColor(image.width() - 1, 300).rgb()


def test_a_row_of_the_log_begins_on_the_right(room: Room) -> None:
    page = windows.log(room).page("log")  # type: ignore[attr-defined]
    page.form.filter_button.setChecked(False)
    first = page.list.visualRect(page.model.index(1, 0))
    image = page.list.viewport().grab(first).toImage()
    assert reach(image, room.look.colour("medium_call")) > 0.9
    assert reach(image, room.look.colour("her")) < 0.2, "the circles come last"


@pytest.mark.parametrize("closeness", [1.0, 4.0])
def test_of_the_two_circles_you_come_first(look: Look, closeness: float) -> None:
    image = QImage(200, 100, QImage.Format.Format_ARGB32)
    image.fill(look.colour("surface"))
    painter = QPainter(image)
    paint_circles(painter, QRectF(0, 0, 200, 100), closeness, look)
    painter.end()
    assert reach(image, look.colour("you")) > 0.5 > reach(image, look.colour("her"))


def test_an_offer_has_its_icon_on_the_right(qtbot: QtBot, look: Look) -> None:
    offer = Offer(look, "plus", None)
    qtbot.addWidget(offer)
    offer.set_words("&Log the last contact", "When was it?")
    offer.resize(480, offer.heightForWidth(480))
    offer.show()
    assert reach(offer.grab().toImage(), look.colour("accent")) > 0.85


@pytest.mark.parametrize(
    "make",
    [
        windows.quick_add,
        windows.log,
        windows.pause,
        windows.trends,
        lambda room: windows.asked_first(room, opened=True),
    ],
    ids=["quick add", "log", "pause", "trends", "a contact to log"],
)
def test_days_and_times_are_written_from_the_left(room: Room, make: Callable[[Room], QWidget]) -> None:
    """Qt would turn the order of hours and minutes round, too: 18:40 would be edited as 40:18."""
    fields = make(room).findChildren(QDateTimeEdit)
    assert fields
    assert {field.layoutDirection() for field in fields} == {Qt.LayoutDirection.LeftToRight}


def test_the_left_arrow_goes_to_the_choice_on_the_left(qtbot: QtBot, look: Look) -> None:
    row = MediumButtons()
    qtbot.addWidget(row)
    row.set_look(look)
    row.resize(700, row.heightForWidth(700))
    row.show()
    qtbot.waitUntil(row.isActiveWindow)
    row.value = Medium.CALL
    row.choices[Medium.CALL].setFocus()
    assert row.choices[Medium.VIDEO].x() < row.choices[Medium.CALL].x()
    QTest.keyClick(row.choices[Medium.CALL], Qt.Key.Key_Left)
    assert row.value is Medium.VIDEO


def test_what_leads_back_points_to_the_right(qapp: QApplication) -> None:
    assert (back(), onward()) == ("chevron-right", "chevron-left")
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert (back(), onward()) == ("chevron-left", "chevron-right")


def test_the_wider_margin_changes_sides_once(qtbot: QtBot) -> None:
    window, row = QWidget(), QHBoxLayout()
    row.setContentsMargins(24, 1, 8, 2)
    row.addWidget(QLabel("here"))
    outside = QHBoxLayout(window)
    outside.setContentsMargins(3, 3, 3, 3)
    outside.addLayout(row)
    qtbot.addWidget(window)
    for _ in range(2):
        window.show()
        margins = row.contentsMargins()
        assert (margins.left(), margins.top(), margins.right(), margins.bottom()) == (8, 1, 24, 2)
        window.hide()


def test_times_and_lengths_keep_their_order_among_words() -> None:
    facts = row_facts(contact(date(2026, 11, 20), minutes=25))
    assert facts.count("\u2068") == facts.count("\u2069") == 3  # a length, and the number in it
