from __future__ import annotations

import pytest

from reconnect_desktop.cli.words import count_words


@pytest.mark.parametrize(
    ("count", "noun", "words"),
    [
        (1, "call", "1 call"),
        (0, "call", "0 calls"),
        (1204, "call", "1,204 calls"),
        (2, "entry", "2 entries"),
        (2, "day", "2 days"),
    ],
)
def test_a_number_of_things(count: int, noun: str, words: str) -> None:
    assert count_words(count, noun) == words
