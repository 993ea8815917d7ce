"""What is filled into a text: as it stands, and kept apart from it where one reads from the right."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from hypothesis import given
from hypothesis import strategies as st

from reconnect_desktop.language import apart, read_from_right, tr, tr_in, tr_n

START, END = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
VALUES = st.text(st.characters(exclude_characters="\u2066\u2067\u2068\u2069", exclude_categories=["Cs"]))
COUNTS = st.integers(0, 5_000)


@contextmanager
def from_right() -> Iterator[None]:
    read_from_right(True)
    try:
        yield
    finally:
        read_from_right(False)


def said(name: str, number: str, count: int) -> tuple[str, ...]:
    return (
        tr("{name} called for {number} min.", name=name, number=number),
        tr_n("{count} call with {name}", "{count} calls with {name}", count, name=name),
        tr_in("a place", "{name}: {number}", name=name, number=number),
    )


@given(name=VALUES, number=VALUES, count=COUNTS)
def test_each_value_is_kept_apart_and_nothing_else_changes(name: str, number: str, count: int) -> None:
    with from_right():
        isolated = said(name, number, count)
    for text in isolated:
        assert text.count(START) == text.count(END) == 2
        assert START + name + END in text
    plain = said(name, number, count)
    assert tuple(text.replace(START, "").replace(END, "") for text in isolated) == plain


@given(name=VALUES, number=VALUES, count=COUNTS)
def test_from_the_left_nothing_is_added(name: str, number: str, count: int) -> None:
    assert not any(START in text or END in text for text in said(name, number, count))
    assert apart(name) == name


def test_a_text_without_values_is_as_it_is() -> None:
    with from_right():
        assert tr("100 {of} braces") == "100 {of} braces"
