"""Every sentence of every catalogue: that each language says all there is, and says it as a kind friend speaks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest

from reconnect_desktop import catalogue
from reconnect_desktop.domain.catalogue_parsing import check_expressions
from reconnect_desktop.domain.circumstances import Circumstance
from reconnect_desktop.domain.suggestions import Catalogue, Suggestion, filled
from reconnect_desktop.domain.tags import GOT_IN_THE_WAY
from reconnect_desktop.paths import resource
from tests.tone import english, german, spanish

TONES = {"en": english.TONE, "de": german.TONE, "es": spanish.TONE}
WRITTEN = sorted(file.stem for file in resource("suggestions").glob("*.toml"))
TRANSLATED = [language for language in WRITTEN if language != "en"]
ROWS = [(language, row) for language in WRITTEN for row in catalogue.load(language).suggestions]
LONGER = 1.5  # than in English, at the most

in_each_language = pytest.mark.parametrize("language", WRITTEN)
in_each_row = pytest.mark.parametrize(
    ("language", "row"), ROWS, ids=[f"{language}-{row.id}" for language, row in ROWS]
)


def texts_of(row: Suggestion) -> tuple[str, ...]:
    return (row.title, row.what, *row.ways, row.follow_up)


@cache
def all_texts(language: str) -> tuple[tuple[str, str], ...]:
    """Every text a person may read, with where it stands."""
    return tuple(_all_texts(catalogue.load(language)))


def _all_texts(words: Catalogue) -> Iterator[tuple[str, str]]:
    for row in words.suggestions:
        yield from ((row.id, text) for text in texts_of(row))
    for part, of_part in words.parts.items():
        yield from ((part, text) for text in (of_part.name, of_part.about))
    for need in words.needs:
        yield from ((need.id, text) for text in (need.name, need.about, *need.phrases))
    yield from words.causes.items()


def sentences(text: str) -> list[str]:
    return [one for one in re.split(r"(?<=[.!?])[\"“”»]?\s+", text) if one]


# --- what there is in each language ----------------------------------------------------------------------------------


def wordless(row: Suggestion) -> Suggestion:
    """The row with its texts taken out, but for the number of ways to say it."""
    return replace(row, title="", what="", follow_up="", ways=("",) * len(row.ways))


@pytest.mark.parametrize("language", TRANSLATED)
def test_each_language_has_the_rows_of_the_english_one_and_differs_in_words_alone(language: str) -> None:
    words, english_ones = catalogue.load(language), catalogue.load("en")
    assert [wordless(row) for row in words.suggestions] == [wordless(row) for row in english_ones.suggestions]
    assert list(words.parts) == list(english_ones.parts)
    assert [(need.id, len(need.phrases)) for need in words.needs] == [
        (need.id, len(need.phrases)) for need in english_ones.needs
    ]
    assert words.unsafe == english_ones.unsafe


def test_all_that_tells_of_fear_can_be_looked_for() -> None:
    for words in catalogue.load().unsafe.languages:
        check_expressions(words)


@pytest.mark.parametrize("language", TRANSLATED)
def test_nothing_is_left_in_english(language: str) -> None:
    in_english = {text for _, text in all_texts("en")}
    assert [text for _, text in all_texts(language) if text in in_english] == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_text_is_much_longer_than_the_english_one(language: str) -> None:
    pairs = zip(all_texts(language), all_texts("en"), strict=True)
    assert [
        (text, len(text)) for (_, text), (_, short) in pairs if len(text) > max(40, LONGER * len(short))
    ] == []


def test_every_language_has_a_tone() -> None:
    assert set(WRITTEN) <= set(TONES)


@in_each_language
def test_nothing_is_said_twice(language: str) -> None:
    texts = Counter(text for _, text in all_texts(language))
    assert [text for text, count in texts.items() if count > 1] == []


# --- how they speak ---------------------------------------------------------------------------------------------------


def refusals() -> list[tuple[str, str]]:
    return [(language, what) for language in WRITTEN for what in TONES[language].refused]


@pytest.mark.parametrize(("language", "what"), refusals())
def test_it_speaks_as_a_kind_friend(language: str, what: str) -> None:
    tone = TONES[language]
    flags = re.NOFLAG if what.startswith("the user is said") else re.IGNORECASE
    refused = re.compile(rf"(?<!\w)(?:{tone.refused[what]})(?!\w)", flags)
    found = [
        (where, match[0], text)
        for where, text in all_texts(language)
        for match in refused.finditer(text)
        if (where, match[0].lower()) not in tone.allowed
    ]
    assert found == []


@in_each_language
def test_each_exception_is_made_use_of(language: str) -> None:
    for where, word in TONES[language].allowed:
        assert any(place == where and word in text.lower() for place, text in all_texts(language)), (
            where,
            word,
        )


@in_each_language
@pytest.mark.parametrize("silence", [Circumstance.UNSAFE, Circumstance.BOUNDARY, Circumstance.GRIEF])
def test_what_is_shown_there_is_not_about_being_in_touch(language: str, silence: Circumstance) -> None:
    about_contact = re.compile(rf"\{{name\}}|{TONES[language].about_contact}", re.IGNORECASE)
    for row in catalogue.load(language).suggestions:
        if row.may_show({silence}):
            assert not about_contact.search(" ".join(texts_of(row))), row.id
            assert row.leads_to in (None, "letter"), row.id
            assert row.gentle, row.id


@in_each_row
def test_lengths(language: str, row: Suggestion) -> None:
    longer = 1.0 if language == "en" else LONGER
    assert len(row.title) <= 40
    assert 2 <= len(row.title.split()) <= (6 if language == "en" else 8)
    assert len(filled(row.what, "Grandmother Ines")) <= 420 * longer
    assert 2 <= len(sentences(row.what)) <= 4
    assert 2 <= len(row.ways) <= 3
    assert max(len(way) for way in row.ways) <= 240
    assert len(row.follow_up) <= 120
    assert row.follow_up.endswith("?")
    assert row.follow_up.startswith(TONES[language].asked), (
        "answered by: went well, so-so, hard, didn't get to it"
    )


@in_each_language
def test_sentences_are_short(language: str) -> None:
    long = [one for _, text in all_texts(language) for one in sentences(text) if len(one.split()) > 32]
    assert long == []


@in_each_language
def test_her_name_is_filled_in_and_nothing_else_is_left(language: str) -> None:
    for where, text in all_texts(language):
        assert not re.search(r"[{}]", filled(text, "Amma")), where
    ways = [way for row in catalogue.load(language).suggestions for way in row.ways]
    assert sum("{name}" in way for way in ways) >= 30


@pytest.mark.parametrize("language", TRANSLATED)
def test_she_is_called_by_her_name_where_the_english_words_for_her_do(language: str) -> None:
    for row, english_one in zip(
        catalogue.load(language).suggestions, catalogue.load("en").suggestions, strict=True
    ):
        calls = [way.count("{name}") for way in row.ways]
        assert calls == [way.count("{name}") for way in english_one.ways], row.id


@in_each_language
def test_texts_are_typed_as_everywhere_else(language: str) -> None:
    for where, text in all_texts(language):
        assert not re.search(rf"{TONES[language].typed_otherwise}|  | \.{{3}}|\.\.", text), (where, text)
        assert text == text.strip(), where
    for row in catalogue.load(language).suggestions:
        assert not row.title.endswith((".", "!")), row.id
        assert row.what.endswith((".", "?", "“", "»")), row.id
        assert all(way.endswith((".", "?", "!", ")")) for way in row.ways), row.id


@in_each_language
def test_each_part_and_cause_is_introduced_briefly(language: str) -> None:
    words, longer = catalogue.load(language), 1.0 if language == "en" else LONGER
    for part, of_part in words.parts.items():
        assert len(sentences(of_part.about)) == 2, part
        assert len(of_part.name) <= 40, part
        assert len(of_part.about) <= 320 * longer, part
    assert list(words.causes) == list(GOT_IN_THE_WAY)
    assert all(len(line) <= 160 * longer for line in words.causes.values())
