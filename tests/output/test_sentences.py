from __future__ import annotations

import pytest

from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.interaction import MOOD, Medium, ReachedOut
from reconnect_desktop.output import sentences
from tests.making import contact


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(0, "0 min"), (25, "25 min"), (60, "1 h"), (75, "1 h 15 min"), (120, "2 h"), (1440, "24 h")],
)
def test_lengths(minutes: int, words: str) -> None:
    assert sentences.length_words(minutes) == words


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "less than a day"),
        (1, "about a day"),
        (1.6, "about 2 days"),
        (2.4, "about 2 days"),
        (6.4, "about 6 days"),
        (7.2, "about a week"),
        (8.3, "about 8 days"),
        (12, "about 12 days"),
        (14, "about two weeks"),
        (20, "about three weeks"),
        (28, "about a month"),
        (61, "about two months"),
        (300, "about ten months"),
        (365, "about a year"),
        (540, "about a year and a half"),
        (800, "about two years"),
        (5000, "about 14 years"),
    ],
)
def test_spans_of_days_as_people_say_them(days: float, words: str) -> None:
    assert sentences.days_words(days) == words


def test_exact_days() -> None:
    assert [sentences.exact_days(days) for days in (1, 7.0, 8.26, 1234)] == [
        "1 day",
        "7 days",
        "8.3 days",
        "1,234 days",
    ]


def test_every_value_has_a_word() -> None:
    words = [sentences.medium_word(medium) for medium in Medium]
    words += [sentences.reached_out_word(who) for who in ReachedOut]
    words += [sentences.mood_word(mood) for mood in MOOD]
    assert all(words)
    assert len(set(words)) == len(words)
    assert sentences.closeness_word(4) == "4 of 7"


def test_undo_and_done_words() -> None:
    assert sentences.undo_words(Action.DELETE, 3) == "Undo deleting 3 interactions"
    assert sentences.redo_words(Action.LOG) == "Redo logging an interaction"
    assert sentences.undo_words(Action.IMPORT, 1204) == "Undo bringing in 1,204 entries"
    assert sentences.undo_words(Action.IMPORT) == "Undo bringing in an entry"
    assert sentences.undo_words(Action.RESTORE, 4) == "Undo bringing back"
    assert sentences.undo_words(Action.MOOD) == "Undo the mood"
    assert sentences.done_words(Action.LOG) == "Saved."
    assert sentences.done_words(Action.DELETE, 1) == "Deleted 1 interaction."


@pytest.mark.parametrize("action", list(Action))
def test_every_action_can_be_told(action: Action) -> None:
    for count in (1, 3):
        assert sentences.undo_words(action, count).startswith("Undo ")
        assert sentences.done_words(action, count).endswith(".")


@pytest.mark.parametrize(
    ("medium", "messages", "words"),
    [
        (Medium.CALL, None, "Call"),
        (Medium.MESSAGE, None, "Message"),
        (Medium.MESSAGE, 1, "Message"),
        (Medium.MESSAGE, 1234, "1,234 messages"),
        (Medium.LETTER, 3, "Letter"),
    ],
)
def test_an_exchange_is_told_by_its_messages(medium: Medium, messages: int | None, words: str) -> None:
    assert sentences.contact_words(contact("2026-11-20", medium=medium, messages=messages)) == words
