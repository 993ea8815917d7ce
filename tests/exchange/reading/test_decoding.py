"""Bytes to text."""

from __future__ import annotations

import io

import pytest

from reconnect_desktop.domain.errors import Malformed
from reconnect_desktop.exchange.reading.decoding import CHUNK, TEXT_CHUNK, encoding_of, text_chunks


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (b"", "utf-8"),
        ("é".encode(), "utf-8"),
        ("é".encode("cp1252"), "cp1252"),
        ("é".encode("utf-8-sig"), "utf-8-sig"),
        ("é".encode("utf-16"), "utf-16"),
        ("é".encode("utf-32"), "utf-32"),
        (b"\xfe\xff\x00a", "utf-16"),
        (b"x" * (CHUNK - 1) + "é".encode(), "utf-8"),  # across the border of two chunks
        (b"x" * CHUNK + b"\xe9", "cp1252"),
        (b"\xc3", "cp1252"),
    ],
)
def test_the_encoding_is_told_and_the_stream_left_where_it_was(content: bytes, encoding: str) -> None:
    stream = io.BytesIO(b"12" + content)
    stream.seek(2)
    assert encoding_of(stream) == encoding
    assert stream.tell() == 2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_text_comes_piece_by_piece(encoding: str) -> None:
    text = "é\n" * TEXT_CHUNK
    assert "".join(text_chunks(io.BytesIO(text.encode(encoding)), "json")) == text


@pytest.mark.parametrize(
    ("content", "line"), [(b"\xff", 1), (b"a\n" * TEXT_CHUNK + b"\xff", TEXT_CHUNK + 1), (b"\xc3", 1)]
)
def test_what_is_no_text_is_refused(content: bytes, line: int) -> None:
    with pytest.raises(Malformed) as caught:
        list(text_chunks(io.BytesIO(content), "json"))
    assert (caught.value.format_name, caught.value.line) == ("json", line)
