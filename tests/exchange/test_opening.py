"""Files the user names."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reconnect_desktop.domain.errors import FileUnreadable
from reconnect_desktop.exchange.opening import open_file


def test_a_file_can_be_read_twice(tmp_path: Path) -> None:
    path = tmp_path / "calls.xml"
    path.write_bytes(b"<calls/>")
    with open_file(path) as stream:
        assert stream.read() == b"<calls/>"
        stream.seek(0)
        assert stream.read(6) == b"<calls"
    assert stream.closed


@pytest.mark.parametrize("name", ["missing", ".", "pipe", "a\0b", "file/below"])
def test_what_is_no_readable_file_is_told(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(FileUnreadable), open_file(tmp_path / name):
        pass


@pytest.mark.skipif(
    not Path("/proc/self/mem").exists(), reason="needs a file that cannot be read at its beginning"
)
def test_a_disk_that_fails_while_reading_is_told() -> None:
    with open_file(Path("/proc/self/mem")) as stream, pytest.raises(FileUnreadable):
        stream.read(1)
