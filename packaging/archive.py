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
sys.path.insert(0, str(ROOT))

from reconnect_desktop import APP_NAME, __version__  # noqa: E402 - found only now

NAME = "reconnect-desktop"
_FOR_ALL = {True: 0o755, False: 0o644}  # folders and programs; other files


def pack(folder: Path) -> Path:
    """Write the file for this system; returns its path."""
    system = {"darwin": "macos", "win32": "windows"}.get(sys.platform, "linux")
    machine = {"amd64": "x86_64", "arm64": "aarch64"}.get(
        platform.machine().lower(), platform.machine().lower()
    )
    target = folder / f"{NAME}-{__version__}-{system}-{machine}"
    if system == "windows":
        return Path(shutil.make_archive(str(target), "zip", folder, NAME))
    if system == "macos":
        return _dmg(folder / f"{APP_NAME}.app", target.with_name(f"{target.name}.dmg"))
    return _tar_xz(folder / NAME, target.with_name(f"{target.name}.tar.xz"))


def _tar_xz(bundle: Path, target: Path) -> Path:
    """The same bytes each time the same bundle is packed."""
    made = float(os.environ.get("SOURCE_DATE_EPOCH", "0")) or max(
        one.stat().st_mtime for one in bundle.iterdir()
    )

    def plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
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
        tarfile.open(fileobj=packed, mode="w") as archive,
    ):
        archive.add(bundle, NAME, filter=plain)
    return target


def _dmg(app: Path, target: Path) -> Path:
    """A disk image with the program and a way to the folder it belongs into."""
    with tempfile.TemporaryDirectory() as shown:
        shutil.copytree(app, Path(shown) / app.name, symlinks=True)
        (Path(shown) / "Applications").symlink_to("/Applications")
        command = ["hdiutil", "create", "-volname", APP_NAME, "-srcfolder", shown, "-ov", "-format", "UDZO"]
        subprocess.run([*command, str(target)], check=True)
    return target


if __name__ == "__main__":
    packed = pack(Path(sys.argv[1]))
    print(f"{packed}: {packed.stat().st_size / 1e6:.1f} MB")
