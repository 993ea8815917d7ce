from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconnect_desktop.domain.measures import Medium
from reconnect_desktop.domain.rhythm import DAYS, Interval
from reconnect_desktop.output.rhythm_words import (
    every_words,
    medium_sentence,
    up_to_words,
    usually_words,
    wish_sentence,
)

INTERVALS = st.tuples(st.sampled_from(DAYS), st.sampled_from(DAYS)).map(lambda two: Interval(*sorted(two)))


@pytest.mark.parametrize(
    ("days", "every", "up_to"),
    [
        (1, "every day", "about a day"),
        (3, "every 3 days", "3 days"),
        (7, "every week", "a week"),
        (13, "about every two weeks", "about two weeks"),
        (14, "every two weeks", "two weeks"),
        (30, "about every month", "about a month"),
        (60, "about every two months", "about two months"),
        (500, "about every year and a half", "about a year and a half"),
        (3650, "about every ten years", "about ten years"),
    ],
)
def test_a_number_of_days_in_words(days: int, every: str, up_to: str) -> None:
    assert (every_words(days), up_to_words(days)) == (every, up_to)


@pytest.mark.parametrize(
    ("good", "fine", "sentence"),
    [
        (7, 14, "You'd like about every 7 days; up to 14 is fine."),
        (1, 3, "You'd like about every day; up to 3 is fine."),
        (10, 10, "You'd like about every 10 days."),
        (1000, 2000, "You'd like about every 1,000 days; up to 2,000 is fine."),
    ],
)
def test_a_wish_is_said_with_its_numbers(good: int, fine: int, sentence: str) -> None:
    assert wish_sentence(Interval(good, fine)) == sentence


@pytest.mark.parametrize(
    ("days", "paused", "sentence"),
    [
        (0, 0, "Call: today; up to 10 is fine."),
        (1, 1, "Call: yesterday; up to 10 is fine."),
        (12, 0, "Call: 12 days ago; up to 10 is fine."),
        (12, 5, "Call: 12 days ago, 5 of them in a pause; up to 10 is fine."),
        (12, 12, "Call: 12 days ago, all of them in a pause; up to 10 is fine."),
    ],
)
def test_one_medium_beside_its_wish(days: int, paused: int, sentence: str) -> None:
    assert medium_sentence(Medium.CALL, days, Interval(5, 10), paused) == sentence


def test_the_own_usual_for_orientation() -> None:
    assert usually_words(8.3) == "Usually it is about 8 days between you."


@given(INTERVALS, st.integers(0, 40_000), st.sampled_from(Medium))
def test_nothing_is_ever_late(interval: Interval, days: int, medium: Medium) -> None:
    said = f"{wish_sentence(interval)} {medium_sentence(medium, days, interval)}"
    assert not re.search(r"overdue|late\b|too long|should|must|only|already|missed", said)


@given(st.sampled_from(DAYS))
def test_words_are_plain(days: int) -> None:
    for words in (every_words(days), up_to_words(days)):
        assert "  " not in words
        assert "about about" not in words
        assert "every a " not in words
