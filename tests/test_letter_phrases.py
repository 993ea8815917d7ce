"""The table of phrases in every language: that it is whole, speaks kindly, and has nothing left in English."""

from __future__ import annotations

import re

import pytest

from reconnect_desktop.catalogue import load_phrases
from reconnect_desktop.domain.letters import Finder, Kind, Phrase
from reconnect_desktop.paths import resource
from tests.tone import english, german, spanish

TONES = {"en": english.TONE, "de": german.TONE, "es": spanish.TONE}
WRITTEN = sorted(file.stem for file in resource("letters").glob("*.toml"))
TRANSLATED = [language for language in WRITTEN if language != "en"]
ROWS = [(language, phrase) for language in WRITTEN for phrase in load_phrases(language)]
FINDERS = {language: Finder(load_phrases(language)) for language in WRITTEN}
COMMANDS = {  # a hint or a draft is a friend's, too
    "en": r"should|shouldn't|wrong",
    "de": r"soll(te)?st|musst|müsst\w*|falsch|Sie",
    "es": r"deb(es|erías)|tienes que|está mal",
}

in_each_language = pytest.mark.parametrize("language", WRITTEN)
in_each_translation = pytest.mark.parametrize("language", TRANSLATED)


@in_each_language
def test_there_are_rows_of_every_kind_and_each_is_whole(language: str) -> None:
    phrases = load_phrases(language)
    assert {phrase.kind for phrase in phrases} == set(Kind)
    longest = 120 if language == "en" else 180
    for phrase in phrases:
        assert 1 <= len(phrase.drafts) <= 2, phrase.id
        assert len(phrase.hint) <= longest, phrase.id
        assert phrase.hint[-1] in ".?", phrase.id
        assert not any(draft[-1] in ".!?" for draft in phrase.drafts), phrase.id
        assert "  " not in "".join((phrase.hint, *phrase.drafts)), phrase.id


@in_each_translation
def test_each_row_of_the_english_table_is_there(language: str) -> None:
    kinds = {phrase.id: phrase.kind for phrase in load_phrases(language)}
    english_ones = {phrase.id: phrase.kind for phrase in load_phrases("en")}
    assert {id_: kinds.get(id_) for id_ in english_ones} == english_ones


@in_each_translation
def test_nothing_is_left_in_english(language: str) -> None:
    in_english = {text for phrase in load_phrases("en") for text in (phrase.hint, *phrase.drafts)}
    assert in_english.isdisjoint(
        text for phrase in load_phrases(language) for text in (phrase.hint, *phrase.drafts)
    )


@in_each_translation
def test_quotations_are_set_as_the_language_sets_them(language: str) -> None:
    otherwise = re.compile(TONES[language].typed_otherwise)
    for phrase in load_phrases(language):
        assert not otherwise.search("".join((phrase.hint, *phrase.drafts))), phrase.id


@pytest.mark.parametrize(
    ("language", "phrase"), ROWS, ids=[f"{language}-{phrase.id}" for language, phrase in ROWS]
)
def test_no_way_to_put_it_is_itself_found_or_commands(language: str, phrase: Phrase) -> None:
    commands = re.compile(rf"(?<!\w)(?:{COMMANDS[language]})(?!\w)")
    for text in (phrase.hint, *phrase.drafts):
        assert FINDERS[language].findings(text.replace("…", "x")) == ()
        assert not commands.search(text)


@in_each_translation
def test_the_work_grows_with_the_text_and_no_faster(language: str) -> None:
    beginnings = {next(iter(pattern[0].words)) for _, phrase in ROWS for pattern in phrase.patterns}

    finder = FINDERS[language]

    def looks(piece: str, length: int) -> int:
        before = finder.looks
        finder.findings(piece * (length // len(piece)))
        return finder.looks - before

    for piece in sorted(f"{word} " for word in beginnings):
        half, whole = looks(piece, 2_000), looks(piece, 4_000)
        assert whole <= 2.1 * half + 1_000, piece
        assert whole <= 100 * 4_000, piece
