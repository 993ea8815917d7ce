"""No text is said in English where another language is spoken, and numbers are written as that language does."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.interaction import MOOD, Medium, ReachedOut
from reconnect_desktop.domain.months import Month
from reconnect_desktop.output import dates, sentences, spans
from tests.making import contact
from tests.output.speaking import speaking_pseudo, untranslated

DAYS = st.dates(date(1950, 1, 1), date(2050, 12, 31))


def test_what_is_not_translated_is_found() -> None:
    assert untranslated("⟦Lately ⟧4,8⟦ of ⟧seven; Anna", "Anna") == "seven"


@given(DAYS, st.integers(0, 500))
def test_days_are_said_in_the_language(day: date, ago: int) -> None:
    today = day + timedelta(ago)
    with speaking_pseudo():
        for words in (
            dates.on_day(day, today),
            dates.day_and_month(day, today),
            dates.month_and_year(Month(day.year, day.month)),
            dates.short_day(day),
            dates.long_day(day),
        ):
            assert not untranslated(words), words
            assert f"{day.year:,}" not in words


@given(st.floats(0, 40_000))
def test_spans_are_said_in_the_language(length: float) -> None:
    days = max(1, round(length))
    with speaking_pseudo():
        told = [
            spans.days_words(length),
            spans.days_at_head(max(60, length)),
            spans.exact_days(length),
            spans.every_words(days),
            spans.up_to_words(days),
        ]
        assert not any(map(untranslated, told)), told


def test_values_are_said_in_the_language() -> None:
    exchange = contact("2026-11-20", medium=Medium.MESSAGE, messages=1204)
    with speaking_pseudo():
        told = [
            *(sentences.medium_word(medium) for medium in Medium),
            *(sentences.reached_out_word(who) for who in ReachedOut),
            *(sentences.mood_word(mood) for mood in MOOD),
            *(sentences.length_words(minutes) for minutes in (0, 25, 60, 75)),
            sentences.closeness_word(4),
            sentences.contact_words(exchange),
        ]
        assert not any(map(untranslated, told)), told
        assert told[-1].startswith("1.204")
        assert spans.exact_days(1204.26).startswith("1.204,3")


@pytest.mark.parametrize("action", list(Action))
def test_steps_are_said_in_the_language(action: Action) -> None:
    with speaking_pseudo():
        for count in (1, 2, 1204):
            for words in (sentences.undo_words, sentences.redo_words, sentences.done_words):
                assert not untranslated(words(action, count)), words(action, count)
