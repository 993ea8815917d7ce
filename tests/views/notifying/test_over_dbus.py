"""Notifications on a real D-Bus, with a desktop that answers; and without either."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest

from reconnect_desktop import APP_ID
from reconnect_desktop.views.notifying.notifier import Notification
from reconnect_desktop.views.notifying.over_dbus import DbusNotifier, is_somebody_there

needs_bus = pytest.mark.skipif(not shutil.which("dbus-run-session"), reason="D-Bus is not installed")


def told(answer: str) -> list[str]:
    run = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-m", "tests.views.notifying.desktop_probe", answer],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return run.stdout.splitlines()


@needs_bus
@pytest.mark.parametrize("answer", ["default", "log", "gone"])
def test_it_is_shown_with_its_actions_and_the_answer_comes_back(answer: str) -> None:
    assert told(answer) == [
        f"shown Reconnect A moment? default Open log Log {APP_ID}",
        f"answered {answer}",
    ]


@needs_bus
def test_where_nobody_shows_notifications_there_is_none() -> None:
    assert told("nobody") == ["shown False", "there False"]


@needs_bus
def test_whether_somebody_shows_them_is_known_before() -> None:
    assert told("there") == ["there True"]


def test_without_a_bus_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    assert not DbusNotifier().show(Notification("Reconnect", "", {}), print)
    assert not is_somebody_there()
