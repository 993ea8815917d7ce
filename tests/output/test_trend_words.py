from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from reconnect_desktop.domain.measures import Medium
from reconnect_desktop.domain.months import Month
from reconnect_desktop.domain.trends.by_month import ContactsByMonth, MonthOfContacts
from reconnect_desktop.domain.trends.calendar import CalendarOfDays, Day
from reconnect_desktop.domain.trends.closeness import ClosenessOverTime, Course, Dot, Lately
from reconnect_desktop.domain.trends.gaps import Between, GapsOverTime
from reconnect_desktop.domain.trends.going_with import By, GoingWithCloseness, Group
from reconnect_desktop.domain.trends.mood import MoodBeside, MoodDot, Noted, Together
from reconnect_desktop.domain.trends.path import OftenAndClose, Step
from reconnect_desktop.domain.trends.span import Span
from reconnect_desktop.output import trend_words as words
from tests.making import TODAY, ago
from tests.output.speaking import speaking_pseudo, untranslated

GOLDEN = Path(__file__).parent.parent / "golden" / "trend_words.txt"
SPAN = Span(ago(90), TODAY)
OCTOBER = Month(2026, 10)


def closeness(lately: Lately | None = None, *, ratings: int = 20, unrated: int = 0, missing: int = 0) -> str:
    dots = tuple(Dot(datetime(2026, 10, 1, 18), Medium.CALL, 5, str(place)) for place in range(ratings))
    value = ClosenessOverTime(
        span=SPAN, dots=dots, curves=(), usual=None, lately=lately, missing=missing, dips=(), gaps=(),
        pauses=(), tries=(), unrated=unrated,
    )  # fmt: skip
    return words.closeness_message(value)


def lately(course: Course, recent: float, usual: float, days: int, count: int = 14) -> str:
    return closeness(Lately(course, ago(days), recent, usual, count))


def gaps(
    usual: float | None = None, earlier: float | None = None, *, count: int = 9, missing: int = 0
) -> str:
    found = tuple(Between(ago(7 * at + 7), ago(7 * at), 7, False, False) for at in reversed(range(count)))
    value = GapsOverTime(
        span=SPAN, gaps=found, usual=usual, earlier=earlier, median=None, missing=missing, rhythm=None
    )
    return words.gaps_message(value)


def months(*counted: dict[Medium, int], minutes: int = 0, whole: bool = True) -> str:
    each = tuple(
        MonthOfContacts(
            month=OCTOBER.ahead(at),
            contacts=contacts,
            minutes={Medium.CALL: minutes} if minutes else {},
            unknown=0,
            whole=whole,
        )
        for at, contacts in enumerate(counted)
    )
    return words.months_message(ContactsByMonth(span=SPAN, months=each, media=tuple(Medium)))


def calendar(*felt: int | None, counted: int = 90) -> str:
    days = tuple(
        Day(ago(90 - at), 1, int(close is not None), close, (str(at),)) for at, close in enumerate(felt)
    )
    return words.calendar_message(CalendarOfDays(span=SPAN, days=days, counted=counted, pauses=()))


def going_with(*groups: Group, count: int = 84, overall: float | None = 5, left_out: int = 0) -> str:
    value = GoingWithCloseness(
        span=SPAN, groups=groups, too_few={}, overall=overall, count=count,
        drained_left_out=left_out > 0, left_out=left_out,
    )  # fmt: skip
    return words.going_with_message(value)


def path(*steps: tuple[float, float], thin: int = 0) -> str:
    each = tuple(
        Step(month=OCTOBER.ahead(at - 12), days_in_touch=often, closeness=close, rated=8)
        for at, (often, close) in enumerate(steps)
    )
    value = OftenAndClose(span=SPAN, steps=each, thin=tuple(OCTOBER.ahead(at) for at in range(thin)))
    return words.path_message(value)


def mood(
    together: Together | None = None, *, noted: int = 31, missing: int = 0, within: float | None = None
) -> str:
    value = MoodBeside(
        span=SPAN, moods=tuple(Noted(739_000.5 + at, 3, MoodDot.CHECK_IN, "") for at in range(noted)),
        dots=(), mood_curves=(), closeness_curves=(), pairs=noted, agreement=0 if within else None,
        low=-within if within else None, high=within, together=together, missing=missing,
    )  # fmt: skip
    return words.mood_message(value)


VISITS = Group(By.MEDIUM, "visit", 6, 5, 7, 14)
BRIEF = Group(By.LENGTH, "brief", 4, 3, 5, 30)


def told() -> Iterator[tuple[str, str]]:
    yield "closeness: nothing", closeness(ratings=0)
    yield "closeness: none rated", closeness(ratings=0, unrated=12)
    yield "closeness: one, not rated", closeness(ratings=0, unrated=1)
    yield "closeness: three more", closeness(ratings=6, missing=3)
    yield "closeness: one more", closeness(ratings=8, missing=1)
    yield "closeness: closer", lately(Course.CLOSER, 5.12, 4.3, 80)
    yield "closeness: closer since a month", lately(Course.CLOSER, 5.12, 4.3, 100)
    yield "closeness: closer since another year", lately(Course.CLOSER, 6, 4.3, 400)
    yield "closeness: as usual", lately(Course.AS_USUAL, 5.1, 4.9, 30, count=4)
    yield "closeness: just as usual", lately(Course.AS_USUAL, 5.04, 4.97, 30, count=4)
    yield "closeness: not clear", lately(Course.AS_USUAL, 3.5, 4.4, 30, count=4)
    yield "closeness: less close", lately(Course.LESS_CLOSE, 2.75, 4.6, 12, count=4)
    yield "gaps: nothing", gaps(count=0, missing=4)
    yield "gaps: one contact alone", gaps(count=0, missing=3)
    yield "gaps: two more", gaps(count=1, missing=2)
    yield "gaps: usual", gaps(6.2)
    yield "gaps: as before", gaps(6.2, 5.9)
    yield "gaps: longer", gaps(14, 6)
    yield "gaps: shorter", gaps(1, 7)
    yield "months: nothing", months({}, {})
    yield "months: a part of one", months({Medium.CALL: 3, Medium.VISIT: 1}, whole=False, minutes=130)
    yield "months: one, length not known", months({Medium.LETTER: 1})
    yield "months: mostly", months({Medium.CALL: 7, Medium.VISIT: 2}, {Medium.CALL: 3}, {}, minutes=200)
    yield "months: all the same", months({Medium.MESSAGE: 1}, {Medium.MESSAGE: 1})
    yield "months: two kinds", months({Medium.CALL: 4, Medium.VISIT: 3, Medium.VIDEO: 2}, {}, minutes=40)
    yield (
        "months: three kinds as often",
        months({Medium.CALL: 1, Medium.VISIT: 1, Medium.MESSAGE: 1}, whole=False),
    )
    yield "months: two kinds next", months({Medium.CALL: 2, Medium.VISIT: 1, Medium.MESSAGE: 1}, whole=False)
    yield "months: seldom", months({Medium.OTHER: 1}, {}, {}, {}, {})
    yield "calendar: nothing", calendar()
    yield "calendar: none rated", calendar(None, None)
    yield "calendar: one, not rated", calendar(None)
    yield "calendar: one rated", calendar(None, 5)
    yield "calendar: always", calendar(*[7] * 30)
    yield "calendar: most often", calendar(*[5] * 20, *[3] * 10, *[None] * 11)
    yield "calendar: one of two", calendar(4, 4, 5, 5, 1)
    yield "calendar: anything", calendar(1, 2, 5, 6)
    yield "calendar: a single day", calendar(4, counted=1)
    yield "going-with: nothing", going_with(count=0, overall=None)
    yield "going-with: all left out", going_with(count=0, overall=None, left_out=6)
    yield "going-with: the one left out", going_with(count=0, overall=None, left_out=1)
    yield "going-with: too few", going_with(count=4)
    yield "going-with: too few, some left out", going_with(count=4, left_out=1)
    yield "going-with: visits", going_with(VISITS, BRIEF)
    yield "going-with: exactly", going_with(Group(By.TAG, "really listened", 7, 7, 7, 9), VISITS)
    yield "going-with: a length", going_with(Group(By.LENGTH, "very long", 6.5, 5.5, 7, 12))
    yield "going-with: a part of the day", going_with(Group(By.PART_OF_DAY, "evening", 6, 6, 7, 40))
    yield "going-with: a mood", going_with(Group(By.MOOD, "4", 6, 6, 7, 40))
    yield "going-with: a long tag", going_with(Group(By.TAG, "what we did " * 5, 6, 6, 7, 40))
    yield "going-with: nothing stands out", going_with(BRIEF, left_out=3)
    yield "path: nothing", path()
    yield "path: thin", path(thin=2)
    yield "path: one", path((7.6, 4.32))
    yield "path: two", path((8, 4.3), (12, 5.1))
    yield "path: many", path(*[(8, 4.3)] * 6, *[(12, 5.1)] * 6)
    yield "mood: none noted", mood(noted=0)
    yield "mood: eight more", mood(noted=4, missing=8)
    yield "mood: together", mood(Together.TOGETHER)
    yield "mood: apart", mood(Together.APART)
    yield "mood: open", mood(Together.UNCLEAR, within=0.4)
    yield "mood: on their own", mood(Together.UNCLEAR, within=0.1)
    yield "mood: always the same", mood()


def test_each_message_is_as_it_was_read_and_found_kind() -> None:
    lines = [f"# {chart}: {question}" for chart, question in words.QUESTIONS.items()]
    lines += [f"{case}\n    {sentence}" for case, sentence in told()]
    assert "\n".join(lines) + "\n" == GOLDEN.read_text(encoding="utf-8")


def test_no_sentence_scolds_alarms_or_explains() -> None:
    said = GOLDEN.read_text(encoding="utf-8").lower().replace(words.NO_CAUSE.lower(), "")
    for word in ("overdue", "should", "must", "need", "only", "!", "missed", "score", "streak", "because", "fail",
                 "neglect", "worse", "bad", "cause", "makes"):  # fmt: skip
        assert word not in said


def test_each_message_is_a_sentence() -> None:
    for _, sentence in told():
        assert sentence[0].isupper() or sentence[0].isdigit()
        assert sentence.endswith(".")
        assert ".." not in sentence


def test_each_message_is_said_in_the_language_spoken() -> None:
    with speaking_pseudo():
        for case, sentence in told():
            assert not untranslated(sentence, "really listened", "what we did", "what…"), case
        assert lately(Course.CLOSER, 5.12, 4.3, 80).count(",") == 2  # as in 5,1
