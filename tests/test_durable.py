"""Exports are there whole or not at all."""

from __future__ import annotations

import errno
import os
import resource
import signal
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

import pytest

from reconnect_desktop import durable
from reconnect_desktop.domain.errors import DiskFull, FileUnwritable, ReadOnly, UserError
from reconnect_desktop.durable import write_atomically


def hello(stream: TextIO) -> None:
    stream.write("héllo\r\n\n")


def test_the_file_is_written_as_it_is_for_its_owner_only(tmp_path: Path) -> None:
    target = tmp_path / "export.csv"
    write_atomically(target, hello)
    assert target.read_bytes() == "héllo\r\n\n".encode()
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert list(tmp_path.glob(".*")) == []


def test_what_was_there_is_replaced(tmp_path: Path) -> None:
    target = tmp_path / "export.csv"
    target.write_text("before", encoding="utf-8")
    write_atomically(target, hello)
    assert target.read_bytes() == "héllo\r\n\n".encode()


def test_a_link_stays_and_what_it_points_to_is_written(tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "real")
    write_atomically(link, hello)
    assert link.is_symlink()
    assert (tmp_path / "real").exists()


@pytest.mark.parametrize(
    ("number", "error"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EDQUOT, DiskFull),
        (errno.EROFS, ReadOnly),
        (errno.EACCES, FileUnwritable),
        (errno.EIO, FileUnwritable),
    ],
)
def test_an_error_leaves_what_was_there_and_nothing_else(
    tmp_path: Path, number: int, error: type[UserError]
) -> None:
    target = tmp_path / "export.csv"
    target.write_text("before", encoding="utf-8")

    def fail(stream: TextIO) -> None:
        hello(stream)
        raise OSError(number, "secret")

    with pytest.raises(error) as caught:
        write_atomically(target, fail)
    assert "secret" not in str(caught.value)
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["export.csv"]
    assert target.read_text(encoding="utf-8") == "before"


class Stopped(BaseException):
    """As Ctrl+C is."""


@pytest.mark.parametrize("error", [Stopped, ValueError, ReadOnly])
def test_whatever_the_writer_raises_goes_on_and_nothing_is_left(
    tmp_path: Path, error: type[BaseException]
) -> None:
    def fail(stream: TextIO) -> None:
        hello(stream)
        raise error

    with pytest.raises(error):
        write_atomically(tmp_path / "export.csv", fail)
    assert [path for path in tmp_path.iterdir() if path.is_file()] == []


@pytest.fixture
def small_files() -> Iterator[None]:
    """The system lets no file grow beyond 64 KiB."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (65_536, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)
    signal.signal(signal.SIGXFSZ, handler)


@pytest.mark.usefixtures("small_files")
def test_a_real_failure_of_the_disk_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(FileUnwritable):
        write_atomically(tmp_path / "export.csv", lambda stream: stream.write("x" * 200_000))
    assert [path for path in tmp_path.iterdir() if path.is_file()] == []


@pytest.mark.parametrize("name", ["missing/export.csv", ".", "a\0b", "file/export.csv"])
def test_a_place_that_cannot_be_written_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(FileUnwritable):
        write_atomically(tmp_path / name, hello)


def test_a_device_is_never_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(FileUnwritable):
        write_atomically(pipe, hello)
    assert pipe.is_fifo()


def test_a_new_folder_is_made_durable_with_those_above_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[Path] = []
    monkeypatch.setattr(durable, "sync_folder", synced.append)
    durable.make_folder(tmp_path / "a" / "b")
    assert synced == [tmp_path, tmp_path / "a"]
    assert (tmp_path / "a" / "b").stat().st_mode & 0o777 == 0o700
    durable.make_folder(tmp_path / "a" / "b")
    assert len(synced) == 2
