"""What the machine itself must have before Reconnect can be installed, and how it gets there.

Run by make, with the Python that is to be used and nothing but its standard library. Its arguments
say what for:

    venv     what `python -m venv` needs
    test     what Qt needs to paint without a screen, and, where they can be had, programs without which tests are skipped
    run      what Qt needs to open windows
    bundle   the programs that make a bundle and try it
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple


class Library(NamedTuple):
    """A shared library (or a program), the Debian package that has it, and what Qt (or a test) wants it for."""

    soname: str
    package: str
    purpose: str


# Found by installing them one by one on a bare Debian 12; https://doc.qt.io/qt-6/linux-requirements.html agrees.
PAINTING = (
    Library("libglib-2.0.so.0", "libglib2.0-0", "event loop"),
    Library("libGL.so.1", "libgl1", "OpenGL"),
    Library("libEGL.so.1", "libegl1", "OpenGL"),
    Library("libdbus-1.so.3", "libdbus-1-3", "desktop messages"),
    Library("libfontconfig.so.1", "libfontconfig1", "fonts"),
    Library("libxkbcommon.so.0", "libxkbcommon0", "keyboard"),
)
WINDOWS = (
    Library("libX11-xcb.so.1", "libx11-xcb1", "windows under X11"),
    Library("libxcb-cursor.so.0", "libxcb-cursor0", "windows under X11"),
    Library("libxcb-icccm.so.4", "libxcb-icccm4", "windows under X11"),
    Library("libxcb-image.so.0", "libxcb-image0", "windows under X11"),
    Library("libxcb-keysyms.so.1", "libxcb-keysyms1", "windows under X11"),
    Library("libxcb-randr.so.0", "libxcb-randr0", "windows under X11"),
    Library("libxcb-render-util.so.0", "libxcb-render-util0", "windows under X11"),
    Library("libxcb-shape.so.0", "libxcb-shape0", "windows under X11"),
    Library("libxcb-xkb.so.1", "libxcb-xkb1", "windows under X11"),
    Library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "windows under X11"),
    Library("libwayland-client.so.0", "libwayland-client0", "windows under Wayland"),
    Library("libwayland-cursor.so.0", "libwayland-cursor0", "windows under Wayland"),
    Library("libwayland-egl.so.1", "libwayland-egl1", "windows under Wayland"),
)
PYATSPI = "/usr/lib/python3/dist-packages/pyatspi/__init__.py"
PROGRAMS = (
    Library("dbus-run-session", "dbus", "tests of what a desktop says"),
    Library("Xvfb", "xvfb", "tests of what a screen reader hears"),
    Library("/usr/libexec/at-spi-bus-launcher", "at-spi2-core", "tests of what a screen reader hears"),
    Library(PYATSPI, "python3-pyatspi", "tests of what a screen reader hears"),
    Library(PYATSPI, "gir1.2-atspi-2.0", "tests of what a screen reader hears"),
    Library("strace", "strace", "tests of power cuts, and of what goes to the network"),
    Library("gcc", "gcc", "tests of disks that fail"),
    Library("gcc", "libc6-dev", "tests of disks that fail"),  # only recommended by gcc
    Library("desktop-file-validate", "desktop-file-utils", "tests of the desktop entry"),
    Library("appstreamcli", "appstream", "tests of what software centres show"),
)
BUNDLING = (
    Library("strip", "binutils", "making libraries small"),
    Library("Xvfb", "xvfb", "trying the bundle"),
    Library("xdotool", "xdotool", "trying the bundle"),
)
APT_LISTS = Path("/var/lib/apt/lists")


def main(purposes: list[str]) -> int:
    """Install what is missing for these purposes; 0 when nothing is missing any more."""
    missing = missing_for(purposes)
    if not missing:
        if "test" in purposes:
            install_programs()
        return 0
    say(f"This machine lacks {described(missing)}.")
    packages = sorted({library.package for library in missing})
    problem = install(packages)
    if not problem and missing_for(purposes):
        problem = "They were installed, but still cannot be loaded."
    if problem:
        say(f"{problem} Please have them installed by root, then run make again:")
        say(f"    apt-get install {' '.join(packages)}")
        say("Other systems have the same things under names of their own.")
        return 1
    if "test" in purposes:
        install_programs()
    return 0


def install_programs() -> None:
    """Install the programs that some tests need; those are skipped where it can't be done."""
    missing = [one for one in PROGRAMS if not shutil.which(one.soname, os.F_OK)]
    if sys.platform == "linux":  # the tests with a screen reader open windows
        missing += [library for library in WINDOWS if not loads(library.soname)]
    if missing and install([one.package for one in missing]):
        say(f"Tests that need {described(missing)} are skipped.")


def missing_for(purposes: list[str]) -> list[Library]:
    """What is not there yet."""
    missing = []
    if "venv" in purposes and not has_venv():
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        missing.append(Library("ensurepip", f"python{version}-venv", "virtual environments"))
    if "bundle" in purposes and sys.platform == "linux":
        missing += [program for program in BUNDLING if not shutil.which(program.soname)]
    if sys.platform == "linux":  # elsewhere Qt's wheels need nothing beside themselves
        windows = {"run", "bundle"} & set(purposes)
        wanted = PAINTING + WINDOWS if windows else PAINTING if "test" in purposes else ()
        missing += [library for library in wanted if not loads(library.soname)]
    return missing


def has_venv() -> bool:
    """Whether virtual environments can be made (Debian keeps half of venv in a package of its own)."""
    return all(importlib.util.find_spec(name) for name in ("venv", "ensurepip"))


def loads(soname: str) -> bool:
    """Whether the system finds this shared library, for this Python's own architecture."""
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def described(missing: Iterable[Library]) -> str:
    """The libraries, grouped by what they are for: "libGL.so.1, libEGL.so.1 (OpenGL)"."""
    by_purpose: dict[str, list[str]] = {}
    for library in missing:
        by_purpose.setdefault(library.purpose, []).append(library.soname)
    return "; ".join(
        f"{', '.join(dict.fromkeys(names))} ({purpose})" for purpose, names in by_purpose.items()
    )


def install(packages: list[str]) -> str:
    """Install Debian packages; an empty text, or one sentence that says why not."""
    if not shutil.which("apt-get"):
        return "There is no apt-get here to install them with."
    rights = as_root()
    if rights is None:
        return "Installing them needs the rights of root, and there is no sudo here that gives them."
    say(f"Installing {' '.join(packages)} with {' '.join([*rights, 'apt-get'])} …")
    command = ["install", "--yes", "--no-install-recommends", *packages]
    if not any(APT_LISTS.glob("*_Packages*")):
        apt_get(rights, "update")
    if not apt_get(rights, *command).returncode:
        return ""
    apt_get(rights, "update")  # lists grown old name files that are gone
    done = apt_get(rights, *command)
    return f"apt-get could not do it:\n{done.stderr.strip()}\n" if done.returncode else ""


def as_root() -> list[str] | None:
    """The words to put before a command that root must run; None where that cannot be."""
    if os.geteuid() == 0:
        return []
    if not shutil.which("sudo"):
        return None
    # Without a terminal there is nobody to type the password.
    sudo = ["sudo"] if sys.stdin.isatty() else ["sudo", "-n"]
    return (
        sudo
        if subprocess.run([*sudo, "true"], stderr=subprocess.DEVNULL, check=False).returncode == 0
        else None
    )


def apt_get(rights: list[str], *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run apt-get without questions, waiting for another one that is at work."""
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-o", "DPkg::Lock::Timeout=300"]
    return subprocess.run([*rights, *quiet, *arguments], capture_output=True, text=True, check=False)


def say(text: str) -> None:
    """Tell the person at the terminal."""
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
