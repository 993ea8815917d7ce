"""What can be acted on says what it is and how it stands; what is painted says what it shows."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QScrollBar,
    QWidget,
)

from reconnect_desktop.domain.measures import Medium
from reconnect_desktop.views.help.help_window import HelpWindow
from reconnect_desktop.views.ideas.followed_picture import FollowedPicture
from reconnect_desktop.views.importing.timeline import Timeline
from reconnect_desktop.views.kit.circles_picture import CirclesFigure
from reconnect_desktop.views.timer.pill import TimerPill
from reconnect_desktop.views.today.closeness_picture import ClosenessPicture
from reconnect_desktop.views.today.gap_bar import GapBar
from reconnect_desktop.views.today.why_picture import WhyPicture
from reconnect_desktop.views.trends.chart_canvas import ChartCanvas
from tests.views import test_access as access
from tests.views.test_access import Room, focusable, name_of, told, visible
from tests.views.test_access import room as room  # noqa: PLC0414 - a fixture, used by its name

pytestmark = pytest.mark.usefixtures("quick_keys")

PAINTED = (*(ChartCanvas, CirclesFigure, ClosenessPicture, FollowedPicture, GapBar, Timeline, WhyPicture),)
VAGUE = {QAccessible.Role.NoRole, QAccessible.Role.Client}


def guide(room: Room) -> QWidget:
    window = HelpWindow(room.look)
    room.show(window)
    return window


def pill(room: Room) -> QWidget:
    window = TimerPill(room.look)
    window.show_minutes(12, Medium.CALL)
    room.show(window)
    return window


MORE: dict[str, Callable[[Room], QWidget]] = {
    "guide": guide,
    "timer": pill,
    "settings of notifications": lambda room: access.settings(room, "notifications"),
    "settings of the desktop": lambda room: access.settings(room, "desktop"),
}
ALL = access.WINDOWS | MORE


@pytest.mark.parametrize("make", MORE.values(), ids=MORE.keys())
def test_these_too_have_names_and_access_keys(room: Room, make: Callable[[Room], QWidget]) -> None:
    window = make(room)
    if not isinstance(window, TimerPill):  # pressed with the mouse: it takes no focus from a call
        access.assert_all_that_takes_the_focus_has_a_name_and_is_large_enough(window)
    buttons = [one for one in visible(window) if isinstance(one, QAbstractButton) and not access.is_part(one)]
    assert [told(one) for one in buttons if not name_of(one)] == []
    access.assert_each_access_key_means_one_thing(window)
    access.assert_no_label_shows_a_mark_for_a_key_it_does_not_have(window)


@pytest.mark.parametrize("make", ALL.values(), ids=ALL.keys())
def test_what_is_there_is_told(room: Room, make: Callable[[Room], QWidget]) -> None:
    window = make(room)
    # One that shows nothing yet says nothing; a chart is looked at below the edge, too.
    painted = [
        one
        for one in visible(window)
        if isinstance(one, ChartCanvas) or (isinstance(one, PAINTED) and not one.visibleRegion().isEmpty())
    ]
    assert [told(one) for one in painted if not name_of(one)] == []
    vague = [one for one in focusable(window) if role_of(one) in VAGUE and not isinstance(one, PAINTED)]
    assert [told(one) for one in vague] == []
    valued = (QAbstractSlider, QAbstractSpinBox, QComboBox)
    silent = [
        one
        for one in visible(window)
        if isinstance(one, valued)
        and not isinstance(one, QScrollBar)
        and one.isEnabled()
        and not value_of(one)
    ]
    assert [told(one) for one in silent] == []
    unsaid = [
        one
        for one in visible(window)
        if isinstance(one, QAbstractButton)
        and one.isCheckable()
        and bool(state_of(one).checked) != one.isChecked()
    ]
    assert [told(one) for one in unsaid] == []


def role_of(widget: QWidget) -> QAccessible.Role:
    return QAccessible.queryAccessibleInterface(widget).role()


def state_of(widget: QWidget) -> QAccessible.State:
    return QAccessible.queryAccessibleInterface(widget).state()


def value_of(widget: QWidget) -> str:
    """What a screen reader says of how it stands."""
    interface = QAccessible.queryAccessibleInterface(widget)
    number = interface.valueInterface()
    return interface.text(QAccessible.Text.Value) or (str(number.currentValue()) if number else "")
