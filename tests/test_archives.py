"""The files that people download: an archive, and a package for Debian."""

from __future__ import annotations

import importlib
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path
from typing import Any

import pytest

PACKAGING = Path(__file__).resolve().parent.parent / "packaging"


@pytest.fixture
def archive(monkeypatch: pytest.MonkeyPatch) -> Any:
    """The script that packs, where it packs as for Linux."""
    if sys.platform != "linux":
        pytest.skip("other systems have other archives")
    monkeypatch.syspath_prepend(str(PACKAGING))
    return importlib.import_module("archive")


def test_an_archive_is_there_whole_or_not_at_all(
    archive: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = tmp_path / "dist"
    bundle = folder / archive.NAME
    bundle.mkdir(parents=True)
    (bundle / "program").write_text("a program", encoding="utf-8")
    packed = archive.pack(folder)
    with tarfile.open(packed) as opened:
        assert opened.getnames() == [archive.NAME, f"{archive.NAME}/program"]
    before = packed.read_bytes()
    left_by_one_that_was_killed = folder / f"{packed.name}.unfinished"
    left_by_one_that_was_killed.mkdir()

    def broken_off(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(tarfile.TarFile, "addfile", broken_off)
    with pytest.raises(KeyboardInterrupt):
        archive.pack(folder)
    assert packed.read_bytes() == before, "what was there stays"
    packed.unlink()
    with pytest.raises(KeyboardInterrupt):
        archive.pack(folder)
    assert list(folder.iterdir()) == [bundle]


def test_dpkg_reads_the_package(archive: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    if not shutil.which("dpkg-deb"):
        pytest.skip("dpkg-deb not installed")
    monkeypatch.syspath_prepend(str(PACKAGING / "deb"))
    build = importlib.import_module("build")
    root, package = tmp_path / "root", tmp_path / "small.deb"
    program = root / "usr" / "lib" / ("a" * 90) / "program"
    program.parent.mkdir(parents=True)
    program.write_bytes(b"12345")
    program.chmod(0o755)
    (root / "usr" / "started").symlink_to("lib")
    (root / "DEBIAN").mkdir()
    control = "Package: small\nVersion: 1\nArchitecture: all\nMaintainer: A <a@b.c>\nDescription: small\n"
    (root / "DEBIAN" / "control").write_text(control, encoding="utf-8")
    build.pack(root, package)
    subprocess.run(["dpkg-deb", "--raw-extract", package, tmp_path / "again"], check=True)
    assert tree(tmp_path / "again") == tree(root)
    assert (tmp_path / "again" / program.relative_to(root)).stat().st_mode & 0o777 == 0o755


def tree(folder: Path) -> dict[str, object]:
    """What lies below it: contents of files, and where links lead to."""
    return {
        path.relative_to(folder).as_posix(): path.readlink() if path.is_symlink() else path.read_bytes()
        for path in folder.rglob("*")
        if path.is_symlink() or path.is_file()
    }
