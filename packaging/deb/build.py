"""Makes a Debian package of the bundle.

    python packaging/deb/build.py FOLDER     FOLDER has the bundle, and gets the package

DEBFULLNAME and DEBEMAIL say who vouches for the package, as for Debian's own tools; RECONNECT_HOME and
RECONNECT_PICTURES where it is published (packaging/metainfo.py).
"""

from __future__ import annotations

import gzip
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path[:0] = [str(ROOT), str(HERE), str(HERE.parent)]

import icons  # noqa: E402 - found only now
import metainfo  # noqa: E402
from archive import tar_xz  # noqa: E402
from manual import manual  # noqa: E402
from whole import whole  # noqa: E402

from reconnect_desktop import APP_ID, __version__  # noqa: E402

NAME = "reconnect-desktop"
VOUCHES = f"{os.environ.get('DEBFULLNAME', 'The Reconnect founders')} <{os.environ.get('DEBEMAIL', 'reconnect@localhost')}>"
# What the bundle leaves to the system: packaging/trimming.py. Newer releases have some of it under another name.
DEPENDS = (
    "libdbus-1-3", "libegl1", "libfontconfig1", "libfreetype6", "libgcc-s1", "libgl1",
    "libglib2.0-0t64 | libglib2.0-0", "libstdc++6", "libwayland-client0", "libwayland-cursor0", "libwayland-egl1",
    "libx11-6", "libx11-xcb1", "libxcb-glx0", "libxcb-randr0", "libxcb-render0", "libxcb-shape0", "libxcb-shm0",
    "libxcb-sync1", "libxcb-xfixes0", "libxcb-xkb1", "libxcb1", "libzstd1", "xkb-data", "zlib1g",
)  # fmt: skip
# Printing; the looks and the file chooser of GNOME; reminders; a font, where there is none.
RECOMMENDS = (
    "fonts-dejavu-core | fonts-noto-core | fonts-freefont-ttf",
    "libcups2t64 | libcups2",
    "libgtk-3-0t64 | libgtk-3-0",
    "notification-daemon | desktop-notification-daemon",
)
CONTROL = """\
Package: {name}
Version: {version}
Architecture: {architecture}
Maintainer: {vouches}
Installed-Size: {size}
Depends: {depends}
Recommends: {recommends}
Section: misc
Priority: optional
Description: private journal for staying close to your mom
 Reconnect logs each contact in seconds, shows how close it has felt and how
 long it has been beside what is usual for you, and offers one fitting idea
 where closeness dips or a gap grows. It keeps no score.
 .
 It runs on this computer alone, has no account and no network code. The
 journal can be encrypted.
"""


def build(folder: Path) -> Path:
    """Write the package; returns its path."""
    root = ROOT / "build" / "deb"
    shutil.rmtree(root, ignore_errors=True)
    lay_out(folder / NAME, root)
    set_rights(root)
    architecture = _said_by("dpkg", "--print-architecture")
    write_control(root, architecture)
    package = folder / f"{NAME}_{__version__}_{architecture}.deb"
    with whole(package) as made:
        pack(root, made)
    return package


def pack(root: Path, package: Path) -> None:
    """What dpkg-deb would make of this root, less 2 MB: it knows no filter for machine code."""
    with tempfile.TemporaryDirectory() as folder:
        control, data = (Path(folder) / f"{part}.tar.xz" for part in ("control", "data"))
        tar_xz(root / "DEBIAN", ".", control)
        tar_xz(root, ".", data, left_out="./DEBIAN")
        members = [_member(part.name, part.read_bytes()) for part in (control, data)]
    package.write_bytes(b"".join([b"!<arch>\n", _member("debian-binary", b"2.0\n"), *members]))


def _member(name: str, content: bytes) -> bytes:
    """One part of an archive as `ar` writes it: name, time, owner, group, mode, size."""
    head = f"{name:<16}{0:<12}{0:<6}{0:<6}{100644:<8}{len(content):<10}`\n"
    return head.encode("ascii") + content + b"\n" * (len(content) % 2)


def lay_out(bundle: Path, root: Path) -> None:
    """Put every file to its place below `root`."""
    share = root / "usr" / "share"
    shutil.copytree(bundle, root / "usr" / "lib" / NAME, symlinks=True)
    (root / "usr" / "bin").mkdir(parents=True)
    (root / "usr" / "bin" / NAME).symlink_to(f"../lib/{NAME}/{NAME}")
    icons.hicolor(share / "icons" / "hicolor")
    for place, file in (
        ("applications", ROOT / "resources" / "desktop" / f"{APP_ID}.desktop"),
        (f"doc/{NAME}", HERE / "copyright"),
        ("lintian/overrides", HERE / NAME),
    ):
        (share / place).mkdir(parents=True)
        shutil.copyfile(file, share / place / file.name)
    told = [os.environ.get(name, "") for name in ("RECONNECT_HOME", "RECONNECT_PICTURES")]
    metainfo.write(share / "metainfo" / f"{APP_ID}.metainfo.xml", *told)
    day = datetime.fromtimestamp(
        float(os.environ.get("SOURCE_DATE_EPOCH", datetime.now(UTC).timestamp())), UTC
    )
    _zipped(share / "man" / "man1" / f"{NAME}.1.gz", manual(day.date()))
    news = f"{NAME} ({__version__}) unstable; urgency=medium\n\n  * See CHANGELOG.md of the project.\n\n"
    _zipped(share / "doc" / NAME / "changelog.gz", f"{news} -- {VOUCHES}  {format_datetime(day)}\n")


def write_control(root: Path, architecture: str) -> None:
    """Write what dpkg reads."""
    files = sorted(path for path in root.rglob("*") if path.is_file() and not path.is_symlink())
    control = root / "DEBIAN"
    control.mkdir(mode=0o755)
    text = CONTROL.format(
        name=NAME, version=__version__, architecture=architecture, vouches=VOUCHES,
        size=sum(-(-path.stat().st_size // 1024) for path in files),
        depends=", ".join([f"libc6 (>= {newest_libc(files)})", *DEPENDS]), recommends=", ".join(RECOMMENDS),
    )  # fmt: skip
    (control / "control").write_text(text, encoding="utf-8")
    sums = [f"{hashlib.md5(path.read_bytes()).hexdigest()}  {path.relative_to(root)}\n" for path in files]  # noqa: S324
    (control / "md5sums").write_text("".join(sums), encoding="utf-8")
    shutil.copyfile(HERE / "postrm", control / "postrm")
    for path in control.iterdir():
        path.chmod(0o755 if path.name == "postrm" else 0o644)


def newest_libc(files: list[Path]) -> str:
    """The oldest C library that has everything these libraries ask of it."""
    asked = {
        tuple(map(int, found.split(b".")))
        for path in files
        if ".so" in path.name or not path.suffix
        for found in re.findall(rb"\0GLIBC_(\d+\.\d+)(?=\0)", path.read_bytes())
    }
    return ".".join(map(str, max(asked)))


def set_rights(root: Path) -> None:
    """Files that all can read, whatever the umask was."""
    program = root / "usr" / "lib" / NAME / NAME
    for path in (root, *root.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path == program else 0o644)


def _zipped(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(text.encode("utf-8"), 9, mtime=0))


def _said_by(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


if __name__ == "__main__":
    made = build(Path(sys.argv[1]))
    print(f"{made}: {made.stat().st_size / 1e6:.1f} MB")
