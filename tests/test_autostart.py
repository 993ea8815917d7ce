"""Starting with the computer, in the way of each system, by stand-ins for those this is not."""

from __future__ import annotations

import os
import plistlib
import re
import shutil
import stat
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconnect_desktop import APP_ID, autostart
from reconnect_desktop.autostart import (
    DesktopFile,
    LaunchAgent,
    Portal,
    RunKey,
    exec_line,
    of_this_system,
    own_command,
)

COMMAND = ["/opt/my programs/reconnect-desktop", "--hidden", "--journal", '/home/me/100 % "mine"']


class FakeKey:
    """The Run key."""

    def __init__(self) -> None:
        self.values: dict[str, str] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        pass


class FakeRegistry:
    """As much of winreg as is used."""

    HKEY_CURRENT_USER, REG_SZ, KEY_SET_VALUE = 1, 1, 2

    def __init__(self) -> None:
        self.keys: dict[str, FakeKey] = {}

    def CreateKey(self, _root: int, path: str) -> FakeKey:
        return self.keys.setdefault(path, FakeKey())

    def OpenKey(self, _root: int, path: str, _reserved: int = 0, _access: int = 0) -> FakeKey:
        if path not in self.keys:
            raise FileNotFoundError
        return self.keys[path]

    def QueryValueEx(self, key: FakeKey, name: str) -> tuple[str, int]:
        if name not in key.values:
            raise FileNotFoundError
        return key.values[name], self.REG_SZ

    def SetValueEx(self, key: FakeKey, name: str, _reserved: int, _kind: int, value: str) -> None:
        key.values[name] = value

    def DeleteValue(self, key: FakeKey, name: str) -> None:
        if name not in key.values:
            raise FileNotFoundError
        del key.values[name]


def test_a_desktop_entry_comes_and_goes(tmp_path: Path) -> None:
    folder = tmp_path / "config" / "autostart"
    entry, file = DesktopFile(folder), folder / f"{APP_ID}.desktop"
    assert not entry.is_on()
    entry.switch_off()
    entry.switch_on(COMMAND)
    entry.switch_on(COMMAND)
    assert entry.is_on()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [one.name for one in folder.iterdir()] == [file.name]
    if validate := shutil.which("desktop-file-validate"):
        done = subprocess.run([validate, str(file)], check=False, capture_output=True, text=True)
        assert (done.returncode, done.stdout) == (0, "")
    entry.switch_off()
    assert not list(folder.iterdir())


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled = false"])
def test_one_that_the_desktop_switched_off_is_off(tmp_path: Path, line: str) -> None:
    entry = DesktopFile(tmp_path)
    entry.switch_on(COMMAND)
    file = tmp_path / f"{APP_ID}.desktop"
    file.write_text(file.read_text().replace("X-GNOME-Autostart-enabled=true", line))
    assert not entry.is_on()


def taken_apart(line: str) -> list[str]:
    """As a desktop takes an Exec line apart: escapes of the text, quotes of the words, doubled percent signs."""
    text = line.replace("\\\\", "\\").replace("%%", "%")
    words = re.findall(r'"((?:[^"\\]|\\.)*)"|([^\s"]+)', text)
    return [plain or re.sub(r"\\(.)", r"\1", quoted) for quoted, plain in words]


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=("C", "Zl", "Zp"))), min_size=1))
def test_every_command_comes_through_the_desktop_entry(words: list[str]) -> None:
    assert taken_apart(exec_line(words)) == words


def test_a_launch_agent_comes_and_goes(tmp_path: Path) -> None:
    agent = LaunchAgent(tmp_path / "LaunchAgents")
    assert not agent.is_on()
    agent.switch_off()
    agent.switch_on(COMMAND)
    (file,) = (tmp_path / "LaunchAgents").iterdir()
    told = plistlib.loads(file.read_bytes())
    assert (told["Label"], told["ProgramArguments"], told["RunAtLoad"]) == (APP_ID, COMMAND, True)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert agent.is_on()
    agent.switch_off()
    assert not agent.is_on()


def test_a_value_of_the_run_key_comes_and_goes() -> None:
    registry = FakeRegistry()
    key = RunKey(registry)
    assert not key.is_on()
    key.switch_off()
    key.switch_on([r"C:\Program Files\Reconnect\reconnect-desktop.exe", "--hidden"])
    assert key.is_on()
    (kept,) = registry.keys.values()
    assert kept.values == {"Reconnect": r'"C:\Program Files\Reconnect\reconnect-desktop.exe" --hidden'}
    key.switch_off()
    key.switch_off()
    assert not key.is_on()


def test_in_a_sandbox_the_desktop_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[bool, list[str]]] = []

    def ask(*, autostart: bool, command: Sequence[str]) -> None:
        asked.append((autostart, list(command)))

    sandbox = tmp_path / ".flatpak-info"
    sandbox.touch()
    monkeypatch.setattr(autostart, "_SANDBOXED", sandbox)
    monkeypatch.setattr(autostart, "_request_background", ask)
    portal = of_this_system()
    assert isinstance(portal, Portal)
    portal.switch_on(COMMAND)
    portal.switch_off()
    assert asked == [(True, COMMAND), (False, [])]


def test_where_nobody_can_be_asked_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/at/all")
    with pytest.raises(FileNotFoundError):
        Portal().switch_on(COMMAND)


def test_here_it_is_a_desktop_entry_in_the_users_configuration(home: Path) -> None:
    start = of_this_system()
    start.switch_on(COMMAND)
    assert (home / ".config" / "autostart" / f"{APP_ID}.desktop").is_file()
    assert start.is_on()


def test_a_bundle_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/opt/reconnect/reconnect-desktop")
    assert own_command("--hidden") == ["/opt/reconnect/reconnect-desktop", "--hidden"]
    monkeypatch.setenv("APPIMAGE", "/home/me/Reconnect.AppImage")
    assert own_command() == ["/home/me/Reconnect.AppImage"]


def test_a_package_is_started_by_its_command_and_a_checkout_by_the_one_of_its_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packaged, environment = tmp_path / "usr", tmp_path / "venv"
    for folder in (packaged, environment):
        folder.mkdir()
        (folder / "reconnect-desktop").touch(0o755)
        os.chmod(folder / "reconnect-desktop", 0o755)  # noqa: PTH101 - whatever the umask
    monkeypatch.setattr(sys, "executable", str(environment / "python"))
    monkeypatch.setattr(sys, "argv", [str(packaged / "reconnect-desktop")])
    assert own_command("--hidden") == [str(packaged / "reconnect-desktop"), "--hidden"]
    monkeypatch.setattr(sys, "argv", [str(tmp_path / "reconnect_desktop" / "__main__.py")])
    assert own_command("--hidden") == [str(environment / "reconnect-desktop"), "--hidden"]
    (environment / "reconnect-desktop").unlink()
    assert own_command("--hidden") == [str(environment / "python"), "-m", "reconnect_desktop", "--hidden"]
