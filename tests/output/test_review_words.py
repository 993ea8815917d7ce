"""The words of a review, for every kind of month: exact in numbers, plain, and read as someone who is hurting."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.measures import Medium, ReachedOut
from reconnect_desktop.domain.months import Month
from reconnect_desktop.domain.records import Asked, Met, Need, Outcome, PauseReason, Reflection, Try
from reconnect_desktop.domain.review.month_review import MonthReview
from reconnect_desktop.domain.review.year import review_year
from reconnect_desktop.domain.rhythm import Interval, Rhythm
from reconnect_desktop.output.review_options import Options, for_counsellor
from reconnect_desktop.output.review_words import month_sheet, year_sheet
from reconnect_desktop.output.sheet import Paragraph, Sheet
from reconnect_desktop.output.sheet_text import sheet_lines
from tests.domain.review.looking_back import NOVEMBER, every, material, pause, reviewed
from tests.making import contact, mood, when

GOLDEN = Path(__file__).parent.parent / "golden" / "review_words.txt"
OWN = Options(her_name="Amma")
USUAL = [
    replace(one, closeness=4 + place % 3, minutes=20 + place % 5 * 5)
    for place, one in enumerate(every(4, "2025-09-02", "2026-09-30"))
]
FULL = [
    contact("2026-10-03", minutes=45, closeness=6, win="She laughed about the goat.", mood=4),
    contact("2026-10-04", medium=Medium.MESSAGE),
    contact("2026-10-09", medium=Medium.VIDEO, minutes=30, closeness=6),
    contact(
        "2026-10-14",
        minutes=15,
        closeness=2,
        note="Amma and I argued\nabout the move.",
        tags=("old hurt", "the move"),
    ),
    contact("2026-10-18", medium=Medium.VISIT, minutes=180, closeness=7, win="Soup with Amma.", mood=5),
    contact("2026-10-24", minutes=20, closeness=6, reached_out=ReachedOut.MOM),
    contact("2026-10-29", minutes=35, closeness=7),
]
TRIES = (
    Try(
        id="1",
        suggestion="a-picture-that-made-you-grin",
        begun=when("2026-10-02"),
        outcome=Outcome.GOOD,
        answered=when("2026-10-06"),
        note="She sent a goat back.",
    ),
    Try(id="2", suggestion="no-longer-there", begun=when("2026-10-20")),
)
NEEDS = (
    Need(
        id="1",
        noted=when("2026-10-12"),
        need="encouragement",
        asked=Asked.YES,
        met=Met.PARTLY,
        words="Could you tell me?",
    ),
    Need(id="2", noted=when("2025-12-30"), need="Ruhe & <Zeit>", asked=Asked.NOT_YET),
    Need(id="3", noted=when("2026-08-30"), need="practical-help"),
)
REFLECTION = Reflection(
    id="2026-10", changed=when("2026-11-01"), text="A good month,\nall in all.", intention="A walk with Amma."
)


def fear() -> MonthReview:
    return replace(reviewed([*USUAL, contact("2026-10-14", closeness=1, note="She hit me.")]), harm=True)


AWAY = pause(PauseReason.TRAVEL, "2026-09-16", "2026-09-30")


def full(**more: Any) -> MonthReview:
    given: dict[str, Any] = {"tries": TRIES, "needs": NEEDS, "reflection": REFLECTION, **more}
    return reviewed([*USUAL, *FULL], moods=(mood(3, "2026-10-20"),), **given)


KINDS: dict[str, Callable[[], Sheet]] = {
    "a full month": lambda: month_sheet(full(), OWN),
    "the same for a counsellor": lambda: month_sheet(full(), for_counsellor(OWN)),
    "the same with notes, without names": lambda: month_sheet(full(), for_counsellor(OWN, notes=True)),
    "the same with both": lambda: month_sheet(full(), for_counsellor(OWN, notes=True, names=True)),
    "nothing ever": lambda: month_sheet(reviewed([]), OWN),
    "one contact, the first": lambda: month_sheet(reviewed([contact("2026-10-09", minutes=25)]), OWN),
    "one rated visit": lambda: month_sheet(
        reviewed([contact("2026-10-09", medium=Medium.VISIT, closeness=5, mood=2)]), OWN
    ),
    "three, none rated": lambda: month_sheet(
        reviewed([contact(f"2026-10-{day}", medium=Medium.MESSAGE) for day in (10, 11, 12)]), OWN
    ),
    "every day, all 7": lambda: month_sheet(reviewed(every(1, "2025-10-01", closeness=7, minutes=10)), OWN),
    "all unrated, a length here and there": lambda: month_sheet(
        reviewed([*every(6, "2026-01-01"), contact("2026-10-02", time="20:00", minutes=60)]), OWN
    ),
    "a quiet month after lively ones": lambda: month_sheet(
        reviewed(
            [
                *every(2, "2025-09-01", "2026-09-20", closeness=6, minutes=30),
                contact("2026-10-30", closeness=3),
            ]
        ),
        OWN,
    ),
    "the running month after a week": lambda: month_sheet(
        reviewed([*USUAL, *every(1, "2026-11-01", "2026-11-08")], NOVEMBER, today=date(2026, 11, 8)), OWN
    ),
    "much closer than usual": lambda: month_sheet(
        reviewed([*USUAL, *every(4, "2026-10-01", "2026-10-31", closeness=7, mood=5)]), OWN
    ),
    "a month with fear in it": lambda: month_sheet(fear(), OWN),
    "the same, for a counsellor": lambda: month_sheet(fear(), for_counsellor(OWN)),
    "a month without contact": lambda: month_sheet(reviewed(every(4, "2026-01-01", "2026-09-20")), OWN),
    "amid five years of silence": lambda: month_sheet(
        reviewed([contact("2020-02-02"), contact("2025-06-01")], Month(2023, 5)), OWN
    ),
    "back after five years": lambda: month_sheet(
        reviewed([contact("2021-02-02"), contact("2026-10-05")]), OWN
    ),
    "the running month on its first day": lambda: month_sheet(
        reviewed([*USUAL, contact("2026-11-01")], NOVEMBER, today=date(2026, 11, 1)), OWN
    ),
    "the running month, nothing yet": lambda: month_sheet(
        reviewed(USUAL, NOVEMBER, today=date(2026, 11, 2)), OWN
    ),
    "the running month": lambda: month_sheet(reviewed(every(4, "2025-09-02", closeness=5), NOVEMBER), OWN),
    "a January": lambda: month_sheet(reviewed(USUAL, Month(2026, 1)), OWN),
    "travel in between": lambda: month_sheet(
        reviewed([*USUAL, *FULL], pauses=(pause(PauseReason.TRAVEL, "2026-10-05", "2026-10-12"),)), OWN
    ),
    "travel before it": lambda: month_sheet(
        reviewed([contact("2026-09-14"), *every(3, "2026-10-05", "2026-10-31")], pauses=(AWAY,)), OWN
    ),
    "what was meant to be tried": lambda: month_sheet(
        reviewed([*USUAL, *FULL], tries=(TRIES[1], replace(TRIES[0], outcome=Outcome.NOT_DONE))), OWN
    ),
    "a boundary": lambda: month_sheet(
        reviewed([*USUAL, *FULL[:2]], pauses=(pause(PauseReason.BOUNDARY, "2026-10-05"),)), OWN
    ),
    "grief": lambda: month_sheet(full(pauses=(pause(PauseReason.GRIEF, "2026-10-25"),)), OWN),
    "grief with nothing written": lambda: month_sheet(
        reviewed([contact("2026-10-02")], pauses=(pause(PauseReason.GRIEF, "2026-10-25"),)), OWN
    ),
    "a rhythm missed": lambda: month_sheet(
        reviewed(every(16, "2026-05-01"), rhythm=Rhythm(Interval(7, 14))), OWN
    ),
    "a rhythm missed, for a counsellor": lambda: month_sheet(
        reviewed(every(16, "2026-05-01"), rhythm=Rhythm(Interval(7, 14))), for_counsellor(OWN)
    ),
    "a rhythm of every day": lambda: month_sheet(
        reviewed(every(3, "2026-05-01"), rhythm=Rhythm(Interval(1, 2))), OWN
    ),
    "1900": lambda: month_sheet(reviewed([contact("1900-01-05")], Month(1900, 1)), OWN),
    "a year": lambda: year_of([*USUAL, *FULL]),
    "a year gone by": lambda: year_of(USUAL, 2025),
    "an empty year": lambda: year_of([], 2024),
    "a year with one day": lambda: year_of([contact("2024-02-29", closeness=4)], 2024),
    "a year begun in one month": lambda: year_of([contact("2024-12-01"), contact("2024-12-30")], 2024),
    "a year in grief": lambda: year_sheet(
        review_year(2026, material(FULL, pauses=(pause(PauseReason.GRIEF, "2026-10-25"),)).sources), OWN
    ),
}


def year_of(interactions: list[Interaction], year: int = 2026) -> Sheet:
    return year_sheet(review_year(year, material(interactions).sources), OWN)


def test_every_kind_of_month_reads_as_it_was_read() -> None:
    told = "\n".join("\n".join([f"=== {kind}", *sheet_lines(make()), ""]) for kind, make in KINDS.items())
    assert told == GOLDEN.read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", KINDS)
def test_no_month_is_told_with_blame_command_or_alarm(kind: str) -> None:
    sheet = KINDS[kind]()
    said = " ".join(line for line in sheet_lines(replace(sheet, sections=without_own(sheet))))
    refused = r"should|must|only|unfortunately|failed|overdue|because|caused|!|\bworse\b|\bbad\b|\bscore\b|None\b(?! of)|\bnan\b"
    assert not re.search(refused, said)
    assert not re.search(r"\b1 (?:days|ratings|calls|visits)\b|\s\s[a-z]{3,}\.\.", said)


def without_own(sheet: Sheet) -> tuple:  # type: ignore[type-arg]
    return tuple(
        replace(
            one,
            parts=tuple(part for part in one.parts if not isinstance(part, Paragraph) or part.voice != "own"),
        )
        for one in sheet.sections
        if one.key not in ("reflection", "intention")
    )


def test_at_most_five_sentences_say_what_happened() -> None:
    for make in KINDS.values():
        if (happened := make().section("happened")) is not None:
            assert 1 <= len(happened.parts) <= 5
    assert len(month_sheet(full(), OWN).section("happened").parts) == 5  # type: ignore[union-attr]


def test_a_counsellor_reads_no_name_and_no_note_unless_asked_for() -> None:
    told = "\n".join(sheet_lines(month_sheet(full(), for_counsellor(OWN))))
    for typed in ("Amma", "goat", "argued", "the move", "Soup", "Ruhe", "all in all", "Could you"):
        assert typed not in told
    assert "Names and notes are left out." in told
    assert "old hurt" in told  # a word of everybody's journal


def test_what_was_typed_is_whole_and_as_it_was_typed() -> None:
    odd = "x" * 9_000 + " $\\frac{1}$ <b>&amp; அம்மா 👩‍👧 \u202eright"
    sheet = month_sheet(reviewed([contact("2026-10-03", win=odd)]), OWN)
    wins = sheet.section("wins")
    assert wins is not None
    assert odd in repr(wins) or odd in "".join(item.body[0].text for item in wins.parts[0].items)  # type: ignore[union-attr]


def test_in_grief_no_number_is_told() -> None:
    for kind in ("grief", "grief with nothing written", "a year in grief"):
        sheet = KINDS[kind]()
        assert {one.key for one in sheet.sections} <= {"happened", "wins", "reflection", "intention", "year"}
        first = sheet.sections[0].parts[0]
        assert isinstance(first, Paragraph)
        assert not re.search(r"\d", first.text)
