from __future__ import annotations

import pytest

from reconnect_desktop.domain import tag_words


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("Mudanza", tag_words.TRANSITIONS),
        ("jubilacion", tag_words.TRANSITIONS),
        ("malentendido", tag_words.STYLES),
        ("Discusión", tag_words.CONFLICT),
        ("discusion", tag_words.CONFLICT),
        ("Estrés", tag_words.STRESS),
        ("estres", tag_words.STRESS),
        ("agotada", tag_words.STRESS),
        ("cansancio", tag_words.DRAINED),
    ],
)
def test_a_spanish_word_tells_what_got_in_the_way_with_or_without_accents(
    tag: str, words: frozenset[str]
) -> None:
    assert tag.casefold() in words


@pytest.mark.parametrize("tag", ["risas", "plantas", "familia", "paseo", "prisa"])
def test_a_plain_word_tells_nothing(tag: str) -> None:
    assert tag not in tag_words.TRANSITIONS | tag_words.STYLES | tag_words.CONFLICT | tag_words.DRAINED
