"""A history as a file by itself, and in the zip around it."""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path
from unittest.mock import patch

import pytest

from reconnect_desktop.domain.errors import (
    ArchiveLocked,
    FileUnreadable,
    Malformed,
    UnknownFormat,
    UnsafeFile,
    UserError,
)
from reconnect_desktop.exchange import archives, formats
from reconnect_desktop.exchange.archives import open_history
from tests.durability.fuzzing import rounds_of, spoilt
from tests.exchange.calls import family
from tests.exchange.samples import sample

CALLS = family().encode()
ROW = b"at,medium\n2026-11-01,call\n"


def zipped(path: Path, *members: tuple[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return path


def test_a_file_by_itself_is_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "calls.xml"
    path.write_bytes(CALLS)
    with open_history(path) as source:
        assert source.format.name == "sms-calls"
        assert source.stream.read() == CALLS
        assert source.stream.name == path


@pytest.mark.parametrize("row", formats.FORMATS, ids=lambda row: row.name)
def test_every_format_is_found_in_a_zip(row: formats.Format, tmp_path: Path) -> None:
    content = sample(row.name)
    path = zipped(
        tmp_path / "a.zip", ("Export/", b""), ("Export/IMG-1.jpg", b"\xff\xd8" * 99), ("a", content)
    )
    with open_history(path) as source:
        assert source.format is row
        assert source.stream.read(10) == content[:10]
        assert source.stream.seek(0, io.SEEK_END) == len(content)
        assert source.stream.read() == b""
        source.stream.seek(0)
        assert source.stream.read() == content
        assert not hasattr(source.stream, "name")


def test_of_several_the_largest_is_read_and_rather_what_is_more_than_a_table(tmp_path: Path) -> None:
    small, large = family().encode(), family().encode() + b" " * 99
    path = zipped(tmp_path / "a.zip", ("1.xml", small), ("2.xml", large), (".3.xml", large + b" "))
    with open_history(path) as source:
        assert source.stream.read() == large
    any_table = sample(formats.FORMATS[-1].name)
    path = zipped(tmp_path / "b.zip", ("notes.csv", any_table * 99), ("1.xml", small))
    with open_history(path) as source:
        assert source.stream.read() == small


def test_what_it_is_said_to_be_counts(tmp_path: Path) -> None:
    row, calls = formats.named("csv"), formats.named("sms-calls")
    path = zipped(tmp_path / "a.zip", ("notes.csv", ROW), ("1.xml", CALLS))
    with open_history(path, row) as source:
        assert (source.format, source.stream.read()) == (row, ROW)
    plain = tmp_path / "notes.csv"
    plain.write_bytes(ROW)
    with open_history(plain, calls) as source:
        assert source.format is calls


@pytest.mark.parametrize(
    ("members", "error"),
    [
        ((), UnknownFormat),
        ((("a.jpg", b"\xff\xd8"), ("b/", b""), ("empty.xml", b"")), UnknownFormat),
        ((("inner.zip", b"PK\x03\x04"),), UnknownFormat),
        ((("inner", b"PK\x03\x04" + bytes(99)),), UnknownFormat),
    ],
)
def test_a_zip_without_a_history_is_told(
    members: tuple[tuple[str, bytes], ...], error: type[UserError], tmp_path: Path
) -> None:
    with pytest.raises(error), open_history(zipped(tmp_path / "a.zip", *members)):
        pass


def test_a_locked_one_is_told_and_what_is_not_locked_in_it_read(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", ("1.xml", CALLS))
    data = bytearray(path.read_bytes())
    data[6] |= 1  # the flag in the member's own head, and in the list
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    with pytest.raises(ArchiveLocked), open_history(path):
        pass
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("2.xml", CALLS)
    with open_history(path) as source:
        assert source.stream.read() == CALLS


def test_one_that_is_cut_or_changed_is_told_without_a_name(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", ("Xanadu.xml", CALLS))
    sound = path.read_bytes()
    path.write_bytes(sound[:-30])
    with pytest.raises(Malformed), open_history(path):
        pass
    data = bytearray(zipped(path, ("Xanadu.xml", CALLS + bytes(range(256)) * 999)).read_bytes())
    data[len(data) // 2] ^= 255
    path.write_bytes(data)
    with pytest.raises(Malformed) as caught, open_history(path) as source:
        source.stream.read()
    assert "Xanadu" not in repr(caught.value)
    assert caught.value.__cause__ is caught.value.__context__ is None


def test_a_bomb_is_refused(tmp_path: Path) -> None:
    bomb = zipped(tmp_path / "a.zip", ("1.xml", CALLS + bytes(archives.ALWAYS_ALLOWED)))
    assert bomb.stat().st_size < 20_000
    with pytest.raises(UnsafeFile), open_history(bomb):
        pass
    with patch.object(archives, "MEMBERS_MOST", 1), pytest.raises(UnsafeFile):
        open_history(zipped(tmp_path / "b.zip", ("1", b"1"), ("2", b"2"))).__enter__()


def test_a_list_that_would_fill_the_memory_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", ("1.xml", CALLS))
    data = bytearray(path.read_bytes())
    end = data.rindex(b"PK\x05\x06")
    begun = data.index(b"PK\x01\x02")
    size = archives.LIST_MOST + 1
    data[begun:begun] = bytes(size)  # so that its place and its size agree
    struct.pack_into("<L", data, end + size + 12, end - begun + size)
    path.write_bytes(data)
    with pytest.raises(UnsafeFile), open_history(path):
        pass


def test_what_cannot_be_opened_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileUnreadable), open_history(tmp_path / "nowhere.zip"):
        pass


def test_zips_that_are_not_as_they_should_be_are_read_or_refused_in_words(tmp_path: Path) -> None:
    sound = zipped(tmp_path / "a.zip", ("a.jpg", b"\xff\xd8"), ("1.xml", CALLS), ("2.csv", ROW)).read_bytes()
    _, chances = rounds_of("zip", 300)
    refused = 0
    for chance in chances:
        (tmp_path / "b.zip").write_bytes(spoilt(sound, chance))
        try:
            with open_history(tmp_path / "b.zip") as source:
                source.stream.read()
        except UserError:
            refused += 1
    assert 30 < refused < 300
