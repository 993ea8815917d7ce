"""What Windows and macOS are told of the program: its name, its version, and what sort of program it is."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from reconnect_desktop import APP_NAME, __version__

ROOT = Path(__file__).resolve().parent.parent
_ENGLISH, _UNICODE = 0x0409, 0x04B0


def of_windows(program: str) -> str:
    """The version resource of the program with this name, as PyInstaller reads it from a file."""
    numbers = tuple([*map(int, re.findall(r"\d+", __version__)), 0, 0, 0][:4])
    texts = {
        "CompanyName": _holder(),
        "FileDescription": APP_NAME,
        "FileVersion": __version__,
        "InternalName": program,
        "LegalCopyright": _copyright(),
        "OriginalFilename": f"{program}.exe",
        "ProductName": APP_NAME,
        "ProductVersion": __version__,
    }
    strings = ", ".join(f"StringStruct({name!r}, {text!r})" for name, text in texts.items())
    return (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}), kids=["
        f"StringFileInfo([StringTable('{_ENGLISH:04X}{_UNICODE:04X}', [{strings}])]), "
        f"VarFileInfo([VarStruct('Translation', [{_ENGLISH}, {_UNICODE}])])])\n"
    )


def of_macos() -> dict[str, Any]:
    """What goes into Info.plist beside names, icon and version."""
    return {
        # PyInstaller takes a program that may be started in a terminal for one without windows.
        "LSBackgroundOnly": False,
        "LSUIElement": False,
        "NSHighResolutionCapable": True,
        "CFBundleVersion": __version__,
        "CFBundleDevelopmentRegion": "en",
        "CFBundleLocalizations": ["en", *_languages()],
        "LSApplicationCategoryType": "public.app-category.lifestyle",
        "NSHumanReadableCopyright": _copyright(),
    }


def _languages() -> list[str]:
    return sorted(texts.stem for texts in (ROOT / "resources" / "translations").glob("*.po"))


def _copyright() -> str:
    lines = (ROOT / "LICENSE").read_text(encoding="utf-8").splitlines()
    return next(line for line in lines if line.startswith("Copyright"))


def _holder() -> str:
    return _copyright().partition(" (c) ")[2].partition(" ")[2]
