from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from reconnect_desktop.domain.glance import Glance, glance
from reconnect_desktop.domain.interaction import Interaction, Medium
from reconnect_desktop.domain.usual import Closeness, Gap
from reconnect_desktop.output import today_words as words
from reconnect_desktop.output.dates import on_day
from reconnect_desktop.output.status_words import status_lines
from tests.making import TODAY, ago, contact, mood, rated, topic

GOLDEN = Path(__file__).parent.parent / "golden" / "today_words.txt"


def _gap(days: int | None, usual: float | None = None, missing: int = 0) -> Gap:
    return Gap(last=None, days_since=days, usual=usual, missing=missing)


@pytest.mark.parametrize(
    ("gap", "sentence"),
    [
        (_gap(None), "Nothing is logged yet."),
        (_gap(0), "Today you were in touch."),
        (_gap(0, 7), "Today you were in touch; usually about a week goes by."),
        (_gap(0, 3), "Today you were in touch; usually about 3 days go by."),
        (_gap(1, 1), "Yesterday you were last in touch; usually about a day goes by."),
        (_gap(5, 7.0), "5 days since you were last in touch; usually it is about a week."),
        (_gap(19, 8.3), "19 days since you were last in touch; usually it is about 8 days."),
        (_gap(90, 7), "About three months since you were last in touch; usually it is about a week."),
    ],
)
def test_the_gap_is_a_fact(gap: Gap, sentence: str) -> None:
    assert words.gap_sentence(gap) == sentence


@pytest.mark.parametrize(
    ("closeness", "sentence"),
    [
        (Closeness(None, None, 0, 9), "No rating yet."),
        (Closeness(5, None, 1, 8), "The first rating is 5 of 7."),
        (Closeness(4.6667, None, 3, 6), "Lately 4.7 of 7, over your last 3 ratings."),
        (Closeness(4.75, 5.09, 60, 0), "Lately 4.8, usually 5.1, over your last 60 ratings."),
        (Closeness(5.0, 5.04, 64, 0), "Lately 5, as usual, over your last 64 ratings."),
    ],
)
def test_closeness_is_told_beside_the_usual(closeness: Closeness, sentence: str) -> None:
    assert words.closeness_sentence(closeness) == sentence


def test_what_is_missing_is_said() -> None:
    assert words.closeness_missing(Closeness(None, None, 0, 9)) == (
        "Nine ratings and Reconnect can tell what is usual for you."
    )
    assert words.closeness_missing(Closeness(5, None, 6, 3)) == (
        "Three more ratings and Reconnect can tell what is usual for you."
    )
    assert words.closeness_missing(Closeness(5, None, 8, 1)).startswith("One more rating and")
    assert words.closeness_missing(Closeness(5, 5, 9, 0)) == ""
    assert words.gap_missing(_gap(3, missing=1)) == (
        "One more day with a contact and Reconnect can tell how long is usual."
    )
    assert words.gap_missing(_gap(3, 7)) == ""


def test_exact_numbers_for_those_who_ask() -> None:
    assert words.gap_exact(_gap(5, 8.26)).startswith("Now: 5 days. Usually: 8.3 days")
    assert "4.75" in words.closeness_exact(Closeness(4.75, 5.09, 60, 0))
    assert "56 ratings before" in words.closeness_exact(Closeness(4.75, 5.09, 60, 0))
    assert words.closeness_exact(Closeness(None, None, 0, 9)) == ""


def test_the_last_contact() -> None:
    def last(interaction: Interaction) -> str:
        return words.last_contact(glance([interaction], [], [], TODAY))

    assert last(contact(ago(1), minutes=25)) == "A call yesterday, 25 min."
    assert last(contact(ago(4), medium=Medium.VISIT, minutes=180)) == "In person on Wednesday, 3 h."
    assert last(contact(ago(0), medium=Medium.MESSAGE)) == "A message today."
    assert last(contact(ago(14))) == "A call on 8 November."
    assert last(contact(ago(380))) == "A call on 7 November 2025."


def test_days_in_a_sentence() -> None:
    told = [on_day(ago(days), TODAY) for days in (0, 1, 6, 7)]
    assert told == ["today", "yesterday", "on Monday", "on 15 November"]
    assert on_day(TODAY + timedelta(days=1), TODAY) == "on 23 November"


def _many() -> Glance:
    calls = rated([5, 6, 5, 4, 5, 6, 5, 5, 6, 5, 5, 6], every=6, today=ago(5))
    return glance(
        [*calls, contact(ago(20), win="She laughed about the cat")],
        [topic("The garden"), topic("Her knee")],
        [mood(4)],
        TODAY,
        to_rate=3,
    )


def test_status_is_as_agreed() -> None:
    seen = {
        "nothing": glance([], [], [], TODAY),
        "the first call": glance([contact(ago(0), minutes=12, closeness=5)], [], [], TODAY),
        "three": glance(rated([4, 5, 5], today=ago(2)), [topic("The garden")], [], TODAY),
        "many": _many(),
        "a long silence": glance(rated([5] * 30, today=ago(100)), [], [], TODAY),
    }
    told = "\n".join(f"# {name}\n" + "\n".join(status_lines(one)) + "\n" for name, one in seen.items())
    assert told == GOLDEN.read_text(encoding="utf-8")


def test_no_sentence_scolds() -> None:
    said = GOLDEN.read_text(encoding="utf-8").lower()
    for word in ("overdue", "should", "must", "late ", "only", "!", "missed", "score", "streak"):
        assert word not in said
