"""Character references that no XML parser takes, in chunks of any size."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconnect_desktop.exchange.reading.references import mended

PIECES = st.sampled_from(
    [
        b"&#55357;",
        b"&#56396;",
        b"&#xD83D;",
        b"&#xdc4c;",
        b"&#0000055357;",
        b"&#128076;",
        b"&#0;",
        b"&#39;",
        b"&amp;",
        b"&",
        b"&#",
        b"&#x",
        b"text",
        b";",
        b"&#55357",
    ]
)


def all_of(*chunks: bytes) -> bytes:
    return b"".join(mended(chunks))


@pytest.mark.parametrize(
    ("given", "mended"),
    [
        (b"a&#55357;&#56396;b", b"a&#128076;b"),
        (b"&#xD83D;&#xDC4C;", b"&#128076;"),
        (b"&#xd83d;&#56396;", b"&#128076;"),
        (b"&#55357;x", b"&#65533;x"),
        (b"&#56396;", b"&#65533;"),
        (b"&#56396;&#55357;", b"&#65533;&#65533;"),
        (b"&#55357;&#55357;&#56396;", b"&#65533;&#128076;"),
        (b"&#55357;&#39;", b"&#65533;&#39;"),
        (b"&#55357;&#0;", b"&#65533;&#65533;"),
        (b"&#0;&#x0;&#1;&#xFFFE;&#x110000;", b"&#65533;" * 5),
        (b"&#9;&#10;&#13;&#39;&#233;&#x1F44C;&amp;", b"&#9;&#10;&#13;&#39;&#233;&#x1F44C;&amp;"),
        (b"&#55357", b"&#55357"),
    ],
)
def test_halves_are_joined_and_what_is_forbidden_replaced(given: bytes, mended: bytes) -> None:
    assert all_of(given) == mended


@given(st.lists(PIECES, max_size=12), st.lists(st.integers(0, 120), max_size=6))
def test_where_a_chunk_ends_makes_no_difference(pieces: list[bytes], cuts: list[int]) -> None:
    whole = b"".join(pieces)
    places = [0, *sorted(cuts), len(whole)]
    chunks = [whole[start:end] for start, end in pairwise(places)]
    assert all_of(*chunks) == all_of(whole)


def test_a_long_row_of_halves_is_no_trouble() -> None:
    assert all_of(b"&#55357;" * 50_000) == b"&#65533;" * 50_000
