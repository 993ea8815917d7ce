from __future__ import annotations

from dataclasses import fields
from itertools import combinations

import pytest

from reconnect_desktop.domain import tag_words
from reconnect_desktop.domain.tag_words.cause_words import CauseWords

CAUSES = [field.name for field in fields(CauseWords)]


@pytest.mark.parametrize("words", tag_words.LANGUAGES)
def test_each_word_is_written_as_it_is_looked_for_and_tells_one_thing(words: CauseWords) -> None:
    for cause in CAUSES:
        assert all(word == word.casefold().strip() for word in getattr(words, cause)), cause
    for one, other in combinations(CAUSES, 2):
        assert getattr(words, one).isdisjoint(getattr(words, other)), (one, other)


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("moving", tag_words.TRANSITIONS),
        ("Umzug", tag_words.TRANSITIONS),
        ("talking past each other", tag_words.STYLES),
        ("Missverständnis", tag_words.STYLES),
        ("argument", tag_words.CONFLICT),
        ("Streit", tag_words.CONFLICT),
        ("overwhelmed", tag_words.STRESS),
        ("überfordert", tag_words.STRESS),
        ("tired", tag_words.DRAINED),
        ("müde", tag_words.DRAINED),
        ("Stress", tag_words.DRAINED),
    ],
)
def test_a_word_of_any_language_tells_what_got_in_the_way(tag: str, words: frozenset[str]) -> None:
    assert tag.casefold() in words


def test_a_plain_word_tells_nothing() -> None:
    every = tag_words.TRANSITIONS | tag_words.STYLES | tag_words.CONFLICT | tag_words.DRAINED
    assert every.isdisjoint({"garden", "garten", "jardín", "gelacht", "reír", "family", "familie"})
