from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from reconnect_desktop import catalogue, sample_journal
from reconnect_desktop.domain.records import Letter, Need, Setting, Topic, Try
from reconnect_desktop.domain.rhythm import NO_RHYTHM
from reconnect_desktop.domain.safety import is_unsafe
from reconnect_desktop.domain.settings import HER_NAME, RHYTHM
from reconnect_desktop.journal import Journal
from reconnect_desktop.language import speaking
from reconnect_desktop.paths import resource

LANGUAGES = sorted(file.stem for file in resource("sample").glob("*.toml"))
in_each_language = pytest.mark.parametrize("language", LANGUAGES)
in_each_translation = pytest.mark.parametrize("language", [one for one in LANGUAGES if one != "en"])


def test_an_empty_journal_is_filled_in_one_step(journal: Journal) -> None:
    sample_journal.fill(journal)
    assert journal.count() > 3_700
    assert journal.unrated(0).count == 3
    assert len([topic for topic in journal.all(Topic) if topic.done is None]) == 4
    journal.undo()
    assert journal.count() == 0


@in_each_language
def test_it_shows_what_reconnect_is_for(language: str, journal: Journal) -> None:
    with speaking(language):
        sample_journal.fill(journal)
    (letter,) = journal.all(Letter)
    ideas = catalogue.load()
    assert all(ideas.suggestion(one.suggestion) for one in journal.all(Try))
    assert ideas.suggestion(letter.suggestion)
    assert all(ideas.need(one.need) for one in journal.all(Need))
    assert len({one.outcome for one in journal.all(Try)}) == 3
    assert journal.setting(RHYTHM) != NO_RHYTHM
    advice = journal.advice(journal.now())
    assert [signal.kind for signal in advice.signals] == ["dip"]
    assert advice.chosen is not None


def test_she_is_called_as_one_does_in_the_language_unless_a_name_is_chosen(journal: Journal) -> None:
    with speaking("de"):
        sample_journal.fill(journal)
        named = sample_journal.sample(journal.now(), "Amma")
    assert journal.setting(HER_NAME) == "Mama"
    (letter,) = journal.all(Letter)
    assert letter.text.startswith("Liebe Mama,")
    assert not [one for one in named if isinstance(one, Setting) and one.id == HER_NAME.id]


def texts(words: Any, where: str = "") -> Iterator[tuple[str, str]]:
    """Every text of the file, with where it stands."""
    if isinstance(words, str):
        yield where, words
    elif isinstance(words, dict):
        for key, value in words.items():
            yield from texts(value, f"{where}/{key}")
    elif isinstance(words, list):
        for place, value in enumerate(words):
            yield from texts(value, f"{where}/{place}")


@in_each_translation
def test_each_language_tells_the_same_years(language: str) -> None:
    told, in_english = (dict(texts(catalogue.load_sample(one))) for one in (language, "en"))
    assert told.keys() == in_english.keys()
    codes = {"suggestion", "need", "outcome", "asked", "met"}
    for where, text in told.items():
        if where.rsplit("/", 1)[1] in codes:
            assert text == in_english[where], where
        elif text:
            assert text != in_english[where], where
            assert text.count("{name}") == in_english[where].count("{name}"), where
            assert len(text) <= max(60, 1.7 * len(in_english[where])), where


@in_each_language
def test_nothing_in_it_is_taken_for_harm(language: str) -> None:
    unsafe = catalogue.load(language).unsafe
    written = [text for _, text in texts(catalogue.load_sample(language))]
    assert [text for text in written if is_unsafe([text], [], [text], unsafe)] == []


@in_each_language
def test_quotations_in_it_are_set_as_the_language_sets_them(language: str) -> None:
    otherwise = {"en": "[„»«“”]", "de": "['\"”»«]", "es": "['\"„“”]"}[language]
    assert [text for _, text in texts(catalogue.load_sample(language)) if re.search(otherwise, text)] == []
