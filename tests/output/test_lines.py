from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconnect_desktop.output.review_pdf.lines import lines_of


def broken(text: str, width: int) -> list[str]:
    """In lines of so many characters, each as wide as the next."""
    return lines_of(text, width, len)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, [""]),
        ("one two three", 20, ["one two three"]),
        ("one two three", 8, ["one two", "three"]),
        ("one two ", 7, ["one two"]),
        ("  – a list of mine", 12, ["  – a list", "of mine"]),
        ("well-meant and well-said", 10, ["well-meant", "and well-", "said"]),
        ("in/out", 4, ["in/", "out"]),
        ("-5 to 5", 4, ["-5", "to 5"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("so abcdefghij", 4, ["so", "abcd", "efgh", "ij"]),
        ("mother\u00adland", 8, ["mother-", "land"]),
        ("mother\u00adland", 20, ["motherland"]),
        ("妈妈今天很开心", 3, ["妈妈今", "天很开", "心"]),
        ("aaa\u0301\u0300bbb", 3, ["aa", "a\u0301\u0300", "bbb"]),
    ],
)
def test_lines_end_where_people_end_them(text: str, width: int, lines: list[str]) -> None:
    assert broken(text, width) == lines


words = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"], exclude_characters="\u00ad"), max_size=60
)


@given(words, st.integers(1, 30))
def test_no_line_is_wider_than_it_may_be_and_nothing_is_lost(text: str, width: int) -> None:
    lines = broken(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(len(line) <= width or _is_one_cluster(line) or line.startswith(" ") for line in lines)


def _is_one_cluster(line: str) -> bool:
    return len(lines_of(line, 1, len)) == 1
