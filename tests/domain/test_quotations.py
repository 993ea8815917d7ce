"""What is quoted, and what only looks like it."""

# ruff: noqa: RUF001 - quotation marks of all kinds are what it is about

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconnect_desktop.domain.quotations import quotations


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("She said “no” twice", ["“no”"]),
        ('"a" and "b"', ['"a"', '"b"']),
        ("„ja“ und »nein«", ["„ja“", "»nein«"]),
        ("‚ja‘", ["‚ja‘"]),
        ("« non »", ["« non »"]),
        ("‘I don’t know’ she said", ["‘I don’t know’"]),
        ("'I don't know' she said", ["'I don't know'"]),
        ("don't, can’t, the girls' room", []),
        ("rock 'n' roll, 'tis, ‘tis", []),
        ("“he said ‘no’ to me” and", ["“he said ‘no’ to me”"]),
        ("“unclosed to the end", ["“unclosed to the end"]),
        ("> theirs\nmine", ["> theirs"]),
        ('5\'10" tall, 12" wide', []),
    ],
)
def test_quotations(text: str, quoted: list[str]) -> None:
    assert [text[start:end] for start, end in quotations(text)] == quoted


@given(st.text(alphabet="ab '’‘“”\"«»>\n"))
def test_every_part_lies_in_the_text(text: str) -> None:
    for start, end in quotations(text):
        assert 0 <= start < end <= len(text)
