"""Where the desktop shows no notifications by itself, the icon in the tray does, while it stands there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject

from reconnect_desktop.views.notifying.by_tray import TrayNotifier
from reconnect_desktop.views.notifying.notifier import OPEN, FirstOf, Notification, is_served, system_notifier
from tests.stories.tray import FakeIcon

SAID = Notification("Reconnect", "A moment?", {OPEN: "Open"})


@pytest.fixture
def icon(qapp: QObject) -> Iterator[FakeIcon]:
    parent = QObject(qapp)
    yield FakeIcon(parent)
    parent.deleteLater()


def test_it_is_shown_by_the_icon_and_a_click_opens_once(icon: FakeIcon) -> None:
    answers: list[str] = []
    notifier = TrayNotifier(lambda: icon)
    for _ in range(2):
        assert notifier.show(SAID, answers.append)
    assert icon.messages == [("Reconnect", "A moment?")] * 2
    icon.messageClicked.emit()
    icon.messageClicked.emit()
    assert answers == [OPEN]


def test_what_was_taken_away_is_not_answered(icon: FakeIcon) -> None:
    answers: list[str] = []
    notifier = TrayNotifier(lambda: icon)
    notifier.show(SAID, answers.append)
    notifier.close()
    icon.messageClicked.emit()
    assert answers == []


def test_without_an_icon_there_is_none() -> None:
    assert not TrayNotifier(lambda: None).show(SAID, print)


class Way:
    """shows: whether there is this one."""

    def __init__(self, *, shows: bool) -> None:
        self.shows, self.asked, self.is_closed = shows, 0, False

    def show(self, _notification: Notification, _answered: object) -> bool:
        self.asked += 1
        return self.shows

    def close(self) -> None:
        self.is_closed = True


@pytest.mark.parametrize(
    ("first", "second", "asked"),
    [(True, True, (1, 0)), (False, True, (1, 1)), (False, False, (1, 1)), (True, False, (1, 0))],
)
def test_the_first_way_there_is_shows_it(first: bool, second: bool, asked: tuple[int, int]) -> None:
    ways = Way(shows=first), Way(shows=second)
    both = FirstOf(*ways)
    assert both.show(SAID, print) is (first or second)
    assert tuple(way.asked for way in ways) == asked
    both.close()
    assert all(way.is_closed for way in ways)


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
def test_a_desktop_without_a_service_goes_by_the_tray(
    platform: str, icon: FakeIcon, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", platform)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    assert not is_served()
    assert system_notifier(lambda: icon).show(SAID, print)
    assert icon.messages == [("Reconnect", "A moment?")]
