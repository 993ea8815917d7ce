"""A locked screen and a computer about to sleep are noticed, on a real D-Bus; without one, nothing happens."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest
from pytestqt.qtbot import QtBot

from reconnect_desktop.views.locking.session_watch import TOLD, SessionWatch

HAS_BUS = shutil.which("dbus-run-session") and shutil.which("dbus-send")


@pytest.mark.skipif(not HAS_BUS, reason="D-Bus is not installed")
def test_what_desktops_say_is_noticed() -> None:
    assert shutil.which("dbus-run-session")
    run = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-m", "tests.views.locking.session_probe"],
        capture_output=True,
        text=True,
        check=True,
    )
    lines = [line.split() for line in run.stdout.splitlines()]
    assert [line[:2] for line in lines[:-1]] == [[told.interface, told.name] for told in TOLD]
    for line in lines[:-1]:
        assert line[2:] in (["True"], ["True", "False"])
    assert lines[-1] == ["off", "False"]


def test_without_a_bus_nothing_is_noticed(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    for bus in ("SESSION", "SYSTEM"):
        monkeypatch.setitem(os.environ, f"DBUS_{bus}_BUS_ADDRESS", "unix:path=/nowhere")
    from PySide6.QtCore import QCoreApplication

    parent = QCoreApplication.instance()
    assert parent is not None
    SessionWatch(parent).watch(True)


def test_where_qt_has_no_d_bus_either(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    from PySide6.QtCore import QCoreApplication

    monkeypatch.setitem(sys.modules, "PySide6.QtDBus", None)
    parent = QCoreApplication.instance()
    assert parent is not None
    SessionWatch(parent).watch(True)
