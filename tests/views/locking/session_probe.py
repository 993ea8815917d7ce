"""Runs in a process of its own on a D-Bus of its own: sends what a desktop says, and prints after each what was noticed."""

from __future__ import annotations

import os
import subprocess
import sys

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer

from reconnect_desktop.views.locking.session_watch import TOLD, SessionWatch

_PATH = "/org/example/whichever"
_LONG = 5_000  # milliseconds; what comes is there in some tens of them
_SHORT = 150  # for what shall not come


def main() -> None:
    """One line for each signal: its interface and name, whether its beginning was noticed, and whether its end was."""
    app = QCoreApplication([])
    # The system's bus is this one, too.
    os.environ["DBUS_SYSTEM_BUS_ADDRESS"] = os.environ["DBUS_SESSION_BUS_ADDRESS"]
    watch = SessionWatch(app)
    watch.watch(True)
    for told in TOLD:
        words = ("true", "false") if "bool" in told.slot else ("",)
        seen = [_is_noticed(watch, f"{told.interface}.{told.name}", word) for word in words]
        sys.stdout.write(f"{told.interface} {told.name} {' '.join(map(str, seen))}\n")
    watch.watch(False)
    off = _is_noticed(watch, "org.freedesktop.ScreenSaver.ActiveChanged", "true", _SHORT)
    sys.stdout.write(f"off {off}\n")


def _is_noticed(watch: SessionWatch, member: str, word: str, patience: int = _LONG) -> bool:
    noticed: list[bool] = []
    loop = QEventLoop()
    watch.away.connect(lambda: noticed.append(True))
    watch.away.connect(loop.quit)
    QTimer.singleShot(_SHORT if word == "false" else patience, loop.quit)
    arguments = [f"boolean:{word}"] if word else []
    subprocess.run(["dbus-send", "--session", "--type=signal", _PATH, member, *arguments], check=True)
    loop.exec()
    watch.away.disconnect()
    return bool(noticed)


if __name__ == "__main__":
    main()
