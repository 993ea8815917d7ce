"""Stepping over parts of a JSON text: lines go on being counted, and nothing is kept."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconnect_desktop.domain.errors import Malformed
from reconnect_desktop.exchange.reading.json_text import DEPTH_MOST, JsonText

ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=12,
)


def text_of(content: str, size: int = 7) -> JsonText:
    def chunks() -> Iterator[str]:
        for at in range(0, len(content), size):
            yield content[at : at + size]

    return JsonText(chunks(), "json")


@given(ANY, st.integers(1, 9), st.booleans())
def test_whatever_is_stepped_over_what_follows_is_read_in_its_line(
    value: object, size: int, ascii_only: bool
) -> None:
    content = json.dumps([value, "next"], indent=1, ensure_ascii=ascii_only)
    text = text_of(content, size)
    steps = text.elements()
    next(steps)
    text.skip()
    next(steps)
    assert text.line == content.count("\n")
    assert text.value() == "next"
    assert list(steps) == []


@pytest.mark.parametrize(
    "content", ['"a', '"a\\', '["a"', '{"a": 1', '{"a" 1}', "[1 2]", "", "[" * (DEPTH_MOST + 2)]
)
def test_what_does_not_end_is_refused(content: str) -> None:
    with pytest.raises(Malformed):
        text_of(content).skip()
