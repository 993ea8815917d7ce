from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconnect_desktop.language import speaking
from reconnect_desktop.views.log.log_matches import (
    excerpt,
    fold,
    matches,
    named_tags,
    one_line,
    runs_from_left,
    search_words,
)


@pytest.mark.parametrize(
    ("text", "typed", "found"),
    [
        ("The garden and her roses", "gard", ["gard"]),
        ("The garden and her roses", "ROSE the", ["The", "rose"]),
        ("Her résumé", "resume", ["résumé"]),
        ("Café, cafe", "café", ["Café", "cafe"]),
        ("Straße", "strasse", ["Straße"]),
        ("begin again", "gain", []),
        ("rosegarden", "garden", []),
        ("anything", "...", []),
        ("", "a", []),
    ],
)
def test_beginnings_of_words_are_marked(text: str, typed: str, found: list[str]) -> None:
    marked = matches(text, search_words(typed))
    assert [text[start : start + length] for start, length in marked] == found


def test_the_words_that_name_a_built_in_tag_here_are_told() -> None:
    assert named_tags("laughed old hurt") == ()
    with speaking("es"):
        assert named_tags("HERIDAS tulip") == (("HERIDAS", "old hurt"),)
        assert named_tags("... todo") == (("todo", "outside stress"),)
        assert named_tags("de") == (("de", "life changes"), ("de", "old hurt"), ("de", "really listened"))


@given(text=st.text(max_size=60), typed=st.text(max_size=12))
def test_marks_lie_in_the_text_and_apart(text: str, typed: str) -> None:
    end = 0
    for start, length in matches(text, search_words(typed)):
        assert end <= start
        assert length > 0
        end = start + length
        assert end <= len(text)


@given(text=st.text(max_size=80))
def test_folding_knows_where_each_letter_was(text: str) -> None:
    folded, places = fold(text)
    assert len(folded) == len(places)
    assert list(places) == sorted(places)


def test_a_note_shows_its_first_line_that_says_something() -> None:
    assert one_line("\n  \n Hello   there\nmore") == "Hello there"
    assert one_line("   ") == ""
    assert len(one_line("x" * 90_000)) <= 400


def test_a_search_brings_its_word_into_view() -> None:
    note = "So much was said before. " * 10 + "Then the garden came up.\nAnd more."
    assert excerpt(note, ()).startswith("So much")
    found = excerpt(note, ("garden",))
    assert found.startswith("…")
    assert "garden" in found[:60]
    assert excerpt("The garden\nand more", ("garden",)) == "The garden and more"
    assert excerpt(note, ("tag",)) == one_line(note)


def test_scripts_from_the_right_are_known() -> None:
    assert runs_from_left("Grüße, 東京")
    assert not runs_from_left("אמא")
    assert not runs_from_left("with أمي in it")
