"""The letters that press buttons: one for each, in every language."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from reconnect_desktop.language import LANGUAGES, speaking
from reconnect_desktop.views.kit.letter_keys import KEEP_BOTH, MERGE, NOT_HER, letter_for, letter_of
from reconnect_desktop.views.quick_add.medium_buttons import media_words

CODES = [language.code for language in LANGUAGES]


@pytest.fixture(params=CODES, autouse=True)
def spoken(request: pytest.FixtureRequest) -> Iterator[None]:
    with speaking(request.param):
        yield


def is_a_key(letter: str) -> bool:
    """One that keyboards of Latin letters have, and that is no digit, for those rate."""
    return len(letter) == 1 and letter.isascii() and letter.isalpha() and letter.islower()


def test_the_media_have_letters_of_their_own() -> None:
    letters = [letter for letter, _word in media_words().values()]
    assert all(map(is_a_key, letters))
    assert len(set(letters)) == len(letters) == 6


def test_merging_and_keeping_have_letters_of_their_own() -> None:
    assert is_a_key(letter_for(MERGE))
    assert is_a_key(letter_for(KEEP_BOTH))
    assert letter_for(MERGE) != letter_for(KEEP_BOTH)


def test_saying_that_it_was_somebody_else_has_a_letter() -> None:
    assert is_a_key(letter_for(NOT_HER))


@pytest.mark.parametrize(("words", "letter"), [("&Call", "c"), ("An&deres", "d"), ("Call", ""), ("", "")])
def test_the_letter_is_the_one_underlined(words: str, letter: str) -> None:
    assert letter_of(words) == letter
