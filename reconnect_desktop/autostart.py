"""Starting with the computer: one line in the place that each system has for it, there only while it is wanted."""

from __future__ import annotations

import os
import plistlib
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Protocol

from reconnect_desktop import APP_ID, APP_NAME

_COMMAND = "reconnect-desktop"
_RUN_KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"
_SANDBOXED = Path("/.flatpak-info")


class Autostart(Protocol):
    """One system's way. What is in the way is raised as an OSError."""

    def is_on(self) -> bool | None:
        """Whether it starts with the computer; None where nobody can tell."""

    def switch_on(self, command: Sequence[str]) -> None:
        """Have this command started from the next login on."""

    def switch_off(self) -> None:
        """Leave nothing behind."""


def of_this_system() -> Autostart:
    """The way of the system this runs on."""
    if sys.platform == "win32":
        import winreg

        return RunKey(winreg)
    if sys.platform == "darwin":
        return LaunchAgent(Path.home() / "Library" / "LaunchAgents")
    if _SANDBOXED.exists():
        return Portal()
    config = os.environ.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
    return DesktopFile(Path(config) / "autostart")


def own_command(*words: str) -> list[str]:
    """How this program is started anew, whatever folder is the current one: bundle, package or virtual environment."""
    if image := os.environ.get("APPIMAGE"):
        return [image, *words]
    if getattr(sys, "frozen", False):
        return [sys.executable, *words]
    started = Path(sys.argv[0]).absolute()
    beside = Path(sys.executable).with_name(_COMMAND)
    for script in (started, beside):
        if script.stem == _COMMAND and os.access(script, os.X_OK):
            return [str(script), *words]
    return [sys.executable, "-m", "reconnect_desktop", *words]


class DesktopFile:
    """Linux and its kin: a desktop entry in the user's autostart folder."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / f"{APP_ID}.desktop"

    def is_on(self) -> bool:
        """Desktops switch an entry off by writing so into it."""
        try:
            lines = self._file.read_text(encoding="utf-8").splitlines()
        except (OSError, ValueError):
            return False
        off = {"hidden=true", "x-gnome-autostart-enabled=false"}
        return off.isdisjoint(line.replace(" ", "").lower() for line in lines)

    def switch_on(self, command: Sequence[str]) -> None:
        """Written whole or not at all, readable by the user alone."""
        from reconnect_desktop.durable import write_bytes

        self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        lines = (
            "[Desktop Entry]",
            "Type=Application",
            f"Name={APP_NAME}",
            f"Exec={exec_line(command)}",
            f"Icon={APP_ID}",
            "Terminal=false",
            "X-GNOME-Autostart-enabled=true",
        )
        write_bytes(self._file, "\n".join((*lines, "")).encode())

    def switch_off(self) -> None:
        """Remove the entry; the folder is everybody's."""
        self._file.unlink(missing_ok=True)


class LaunchAgent:
    """macOS: a property list that launchd reads at login."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / f"{APP_ID}.plist"

    def is_on(self) -> bool:
        """Whether it is there."""
        return self._file.is_file()

    def switch_on(self, command: Sequence[str]) -> None:
        """Written whole or not at all."""
        from reconnect_desktop.durable import write_bytes

        self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        agent = {
            "Label": APP_ID,
            "ProgramArguments": list(command),
            "RunAtLoad": True,
            "ProcessType": "Interactive",
            "LimitLoadToSessionType": "Aqua",
        }
        write_bytes(self._file, plistlib.dumps(agent))

    def switch_off(self) -> None:
        """Remove it."""
        self._file.unlink(missing_ok=True)


class RunKey:
    """Windows: a value of the user's Run key. registry: the module winreg, or what stands in for it."""

    def __init__(self, registry: Any) -> None:
        self._registry = registry

    def is_on(self) -> bool:
        """Whether it is there."""
        reg = self._registry
        try:
            with reg.OpenKey(reg.HKEY_CURRENT_USER, _RUN_KEY) as key:
                reg.QueryValueEx(key, APP_NAME)
        except FileNotFoundError:
            return False
        return True

    def switch_on(self, command: Sequence[str]) -> None:
        """Quoted as Windows takes command lines apart."""
        reg = self._registry
        with reg.CreateKey(reg.HKEY_CURRENT_USER, _RUN_KEY) as key:
            reg.SetValueEx(key, APP_NAME, 0, reg.REG_SZ, subprocess.list2cmdline(command))

    def switch_off(self) -> None:
        """Remove the value."""
        reg = self._registry
        with (
            suppress(FileNotFoundError),
            reg.OpenKey(reg.HKEY_CURRENT_USER, _RUN_KEY, 0, reg.KEY_SET_VALUE) as key,
        ):
            reg.DeleteValue(key, APP_NAME)


class Portal:
    """In a sandbox: the desktop is asked, and may ask the user; what it noted it does not tell."""

    def is_on(self) -> None:
        """Nobody can tell."""

    def switch_on(self, command: Sequence[str]) -> None:
        """The command is this program's inside the sandbox."""
        _request_background(autostart=True, command=command)

    def switch_off(self) -> None:
        """The same, the other way round."""
        _request_background(autostart=False, command=())


def exec_line(command: Sequence[str]) -> str:
    """As desktop entries have it: quoted where need be, and every percent sign doubled."""
    return " ".join(_exec_word(word) for word in command).replace("%", "%%")


def _exec_word(word: str) -> str:
    if word and all(letter.isalnum() or letter in "-_./+:@,=%" for letter in word):
        return word
    quoted = "".join("\\" + letter if letter in '"`$\\' else letter for letter in word)
    return (
        '"' + quoted.replace("\\", "\\\\") + '"'
    )  # what a text holds is unescaped first, then what quotes hold


def _request_background(*, autostart: bool, command: Sequence[str]) -> None:
    """Raises OSError where the desktop refuses, or there is none that could be asked."""
    from jeepney import DBusAddress, new_method_call
    from jeepney.io.blocking import open_dbus_connection
    from jeepney.wrappers import DBusErrorResponse

    portal = DBusAddress(
        "/org/freedesktop/portal/desktop",
        "org.freedesktop.portal.Desktop",
        "org.freedesktop.portal.Background",
    )
    options: dict[str, tuple[str, object]] = {"autostart": ("b", autostart)}
    if autostart:
        options["commandline"] = ("as", list(command))
    try:
        with open_dbus_connection() as line:
            _ask(line, new_method_call(portal, "RequestBackground", "sa{sv}", ("", options)))
    except (DBusErrorResponse, KeyError, ValueError, TimeoutError) as error:
        raise OSError from error


def _ask(line: Any, call: Any) -> None:
    """Send it, and wait for the answer that comes apart: the desktop may ask the user meanwhile."""
    from jeepney import MatchRule, message_bus
    from jeepney.wrappers import unwrap_msg

    rule = MatchRule(type="signal", interface="org.freedesktop.portal.Request", member="Response")
    unwrap_msg(line.send_and_get_reply(message_bus.AddMatch(rule), timeout=5))
    with line.filter(rule) as answers:
        (request,) = unwrap_msg(line.send_and_get_reply(call, timeout=5))
        while True:
            answer = line.recv_until_filtered(answers, timeout=120)
            if answer.header.fields.get(1) == request:  # 1: the path
                break
    refused, _ = answer.body
    if refused:
        raise PermissionError
