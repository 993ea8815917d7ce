"""What is left out of a stream before it is parsed: pictures, and nothing else."""

from __future__ import annotations

import base64
import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconnect_desktop.exchange.reading.bulk import without_bulk

PICTURE = base64.b64encode(bytes(range(256)) * 20)  # 6,828 bytes


def lean(data: bytes, *cuts: int) -> bytes:
    borders = [0, *sorted(cuts), len(data)]
    return b"".join(without_bulk(data[a:b] for a, b in pairwise(borders)))


def test_a_picture_goes_and_all_around_it_stays() -> None:
    assert lean(b'<part a="1" data="' + PICTURE + b'" b="2"/>') == b'<part a="1" data="" b="2"/>'
    assert lean(b"<part data = '" + PICTURE + b"'/>") == b"<part data = ''/>"


@pytest.mark.parametrize("line_break", [b"\n", b"\r\n", b"&#10;", b"&#xD;&#xA;"])
def test_line_breaks_are_counted(line_break: bytes) -> None:
    lines = line_break.join(PICTURE[at : at + 76] for at in range(0, len(PICTURE), 76))
    kept = lean(b'<part data="' + lines + b'"/>', 500, 3000, 3001, 3002, 3003, 3004)
    assert kept.replace(b"\n", b"") == b'<part data=""/>'
    assert kept.count(b"\n") == lines.count(b"\n")


@pytest.mark.parametrize(
    "data", [b' data="AAAA"', b' data="' + b"A" * 999 + b'"', b" data=" + PICTURE, b' data="A B']
)
def test_what_is_short_or_no_attribute_stays(data: bytes) -> None:
    assert lean(data) == data


def test_where_the_chunks_end_does_not_matter() -> None:
    data = (
        b'<a data="x"/>\n <part data="'
        + PICTURE
        + b'"/> data <part data="'
        + PICTURE
        + b'" text=" data=\'"/>\n'
    )
    whole = lean(data)
    assert len(whole) < 100
    chance = random.Random(6)
    for cut in range(len(data)):
        assert lean(data, cut, chance.randrange(len(data))) == whole


@given(
    st.lists(st.sampled_from([b" data=", b'"', b"'", b"A" * 700, b"\n", b"&#10;", b"<", b"&", b"d", b" "])),
    st.randoms(),
)
def test_only_base64_is_taken_away(tokens: list[bytes], chance: random.Random) -> None:
    data = b"".join(tokens)
    kept = lean(data, *(chance.randrange(len(data) + 1) for _ in range(3)))
    assert kept == lean(data)
    for mark in (b'"', b"'", b"<", b"\n"):
        assert kept.count(mark) == data.count(mark)
