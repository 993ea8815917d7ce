"""Packs the bundle into the one file that people download: .tar.xz for Linux, .zip for Windows, .dmg for macOS.

python packaging/archive.py FOLDER     FOLDER has the bundle, and gets the file
"""

from __future__ import annotations

import lzma
import os
import platform
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "packaging")]

from whole import whole  # noqa: E402 - found only now

from reconnect_desktop import APP_NAME, __version__  # noqa: E402

NAME = "reconnect-desktop"
_FOR_ALL = {True: 0o755, False: 0o644}  # folders and programs; other files


def pack(folder: Path) -> Path:
    """Write the file for this system; returns its path."""
    system = {"darwin": "macos", "win32": "windows"}.get(sys.platform, "linux")
    machine = {"amd64": "x86_64", "arm64": "aarch64"}.get(
        platform.machine().lower(), platform.machine().lower()
    )
    ending = {"windows": "zip", "macos": "dmg", "linux": "tar.xz"}[system]
    target = folder / f"{NAME}-{__version__}-{system}-{machine}.{ending}"
    with whole(target) as made:
        if system == "windows":
            shutil.make_archive(str(made.with_suffix("")), "zip", folder, NAME)
        elif system == "macos":
            _dmg(folder / f"{APP_NAME}.app", made)
        else:
            tar_xz(folder / NAME, NAME, made)
    return target


def tar_xz(folder: Path, name: str, target: Path, left_out: str = "") -> None:
    """Write the folder under this name, less the entry left_out: the same bytes each time the same is packed."""
    made = float(os.environ.get("SOURCE_DATE_EPOCH", "0")) or max(
        one.stat().st_mtime for one in folder.iterdir()
    )

    def plain(entry: tarfile.TarInfo) -> tarfile.TarInfo | None:
        if entry.name == left_out:
            return None
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = "root"
        entry.mtime = int(made)
        if not entry.issym():
            entry.mode = _FOR_ALL[entry.isdir() or bool(entry.mode & 0o100)]
        return entry

    # Jumps are made alike first: machine code gets smaller by that.
    code = [{"id": lzma.FILTER_X86}] if platform.machine() == "x86_64" else []
    filters = [*code, {"id": lzma.FILTER_LZMA2, "preset": 9 | lzma.PRESET_EXTREME}]
    with (
        lzma.open(target, "wb", filters=filters) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.GNU_FORMAT) as archive,
    ):
        archive.add(folder, name, filter=plain)


def _dmg(app: Path, target: Path) -> None:
    """A disk image with the program and a way to the folder it belongs into."""
    with tempfile.TemporaryDirectory() as shown:
        shutil.copytree(app, Path(shown) / app.name, symlinks=True)
        (Path(shown) / "Applications").symlink_to("/Applications")
        command = ["hdiutil", "create", "-volname", APP_NAME, "-srcfolder", shown, "-ov", "-format", "UDZO"]
        subprocess.run([*command, str(target)], check=True)


if __name__ == "__main__":
    packed = pack(Path(sys.argv[1]))
    print(f"{packed}: {packed.stat().st_size / 1e6:.1f} MB")
