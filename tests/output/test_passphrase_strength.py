"""What is said of a passphrase: kind, honest, and quick enough to be said while it is typed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconnect_desktop.output.passphrase_strength import strength


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("", 0),
        ("  ", 0),
        ("mom", 0),
        ("mother1962", 0),
        ("password1", 0),
        ("1" * 500, 0),
        ("qwertyuiop" * 50, 0),
        ("horse garden", 1),
        ("under the walnut", 2),
        ("walnut tree song", 3),
        ("correct horse battery staple", 4),
        ("she sang while the kettle boiled over", 4),
    ],
)
def test_the_level_grows_with_what_is_hard_to_guess(text: str, level: int) -> None:
    assert strength(text).level == level


def test_each_level_has_its_sentence() -> None:
    told = {
        strength(text).sentence
        for text in ("mom", "horse garden", "under the walnut", "she sang on the hill")
    }
    assert len(told) >= 3
    assert strength("she sang while the kettle boiled over").sentence == "This would take centuries to guess."
    assert strength("").sentence == "A few words in a row are easy to remember and hard to guess."


@given(st.text(st.characters(), max_size=100))
@settings(max_examples=60)
def test_whatever_is_typed_gets_a_sentence_that_does_not_repeat_it(text: str) -> None:
    told = strength(text)
    assert told.level in range(5)
    assert told.sentence.endswith(".")
    assert len(text) < 12 or text not in told.sentence


def test_of_what_is_long_only_the_beginning_is_looked_at() -> None:
    """Signs that may each stand for several letters take seconds where there are 70 of them."""
    assert strength("a" * 10_000) == strength("a" * 40)
    signs = "x7(Q" * 10
    assert strength(signs + "4@8({[<369&#!1/|0$5+7%2" * 10) == strength(signs)
