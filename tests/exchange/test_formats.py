"""The table of formats."""

from __future__ import annotations

import io
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconnect_desktop.domain.errors import UnknownEnding, UnknownFormat
from reconnect_desktop.domain.plain import KINDS
from reconnect_desktop.exchange import formats
from tests.exchange.calls import family
from tests.exchange.samples import sample

DOCUMENT = Path(__file__).parent.parent.parent / "docs" / "formats.md"


@pytest.mark.parametrize("row", formats.FORMATS, ids=lambda row: row.name)
def test_every_row_is_whole(row: formats.Format) -> None:
    assert row.title
    assert all(ending.startswith(".") and ending == ending.casefold() for ending in row.endings)
    assert all(hasattr(row.reader, name) for name in ("recognise", "look", "read"))
    assert hasattr(row.writer, "write") == bool(row.writes)
    assert getattr(row.reader, "NAME", None) == row.name
    assert formats.named(row.name) is row
    assert f"`{row.name}`" in DOCUMENT.read_text(encoding="utf-8")


@pytest.mark.parametrize("row", list(formats.written()), ids=lambda row: row.name)
def test_what_is_written_says_what_it_holds(row: formats.Format) -> None:
    assert hasattr(row.writer, "write")
    assert set(row.holds) <= set(KINDS)
    assert f"`{row.name}`" in DOCUMENT.read_text(encoding="utf-8")


def test_names_are_unique() -> None:
    rows = (*formats.FORMATS, *formats.WRITTEN_ONLY)
    assert len({row.name for row in rows}) == len(rows)


@pytest.mark.parametrize("name", [row.name for row in formats.FORMATS])
def test_a_file_is_recognised_by_what_is_in_it_and_by_one_format_only(name: str) -> None:
    known = [row.name for row in formats.FORMATS if row.reader.recognise(sample(name))]
    assert known in ([name], [name, "table"])  # what is a table is also one of any kind, which is asked last
    stream = io.BytesIO(b"before" + sample(name))
    stream.seek(6)
    assert formats.recognise_stream(stream).name == name
    assert stream.tell() == 6


@pytest.mark.parametrize(
    "head", [b"", b"hello", b"{}", b"<xml/>", b"date,mood\n", b"PK\x03\x04", b"SQLite format 3\0"]
)
def test_other_files_are_refused(head: bytes) -> None:
    with pytest.raises(UnknownFormat):
        formats.recognise(head)


@given(st.binary(max_size=300))
def test_recognising_never_fails_otherwise(head: bytes) -> None:
    with suppress(UnknownFormat):
        formats.recognise(head)


def test_a_file_of_many_people_asks_who_she_is() -> None:
    asks = formats.recognise(family().encode()).reader.look(io.BytesIO(family().encode()), "")
    assert asks.needs_an_answer
    assert [contact.label for contact in asks.contacts] == [
        "Ruth Example",
        "Ann",
        "5555550130",
    ]


@pytest.mark.parametrize(("name", "format_name"), [("a.json", "json"), ("a.b.CSV", "csv")])
def test_an_export_is_written_by_its_ending(name: str, format_name: str) -> None:
    assert formats.to_write(Path(name)).name == format_name


@pytest.mark.parametrize("name", ["a", "a.xml", "a.txt", ".json", "json"])
def test_an_export_of_another_ending_is_refused(name: str) -> None:
    with pytest.raises(UnknownEnding):
        formats.to_write(Path(name))


def test_a_name_that_is_no_format_is_refused() -> None:
    with pytest.raises(UnknownFormat):
        formats.named("xml")
