from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from reconnect_desktop.domain.advice import Advice, Chosen, Quiet
from reconnect_desktop.domain.circumstances import Circumstance
from reconnect_desktop.domain.interaction import Medium
from reconnect_desktop.domain.records import Outcome, PauseReason
from reconnect_desktop.domain.rhythm import NO_RHYTHM, Interval, Rhythm
from reconnect_desktop.domain.signals import Of, Signal
from reconnect_desktop.domain.situation import Situation
from reconnect_desktop.domain.tries import Followed
from reconnect_desktop.domain.usual import Closeness, Gap
from reconnect_desktop.output import pause_words, rhythm_words
from reconnect_desktop.output import suggestion_words as words
from tests.heart import TODAY, ago, dip, gap, paused, row
from tests.output.speaking import speaking_pseudo, untranslated

GOLDEN = Path(__file__).parent.parent / "golden" / "suggestion_words.txt"
HELLO = row("hello", ("gap", 1.0))
SITUATION = Situation(
    circumstances=frozenset(),
    closeness=Closeness(None, None, 0, 9),
    gap=Gap(None, None, None, 4),
    medium=Medium.CALL,
    length=8.0,
)


def advice(**fields: Any) -> Advice:
    given = {"day": TODAY, "signals": frozenset(), "situation": SITUATION, "rhythm": Rhythm(Interval(7, 14))}
    return Advice(**{**given, **fields})


def chosen(signal: Signal | None = None, because: tuple[Circumstance, ...] = ()) -> Chosen:
    return Chosen(HELLO, signal, because, 0)


SIGNALS: dict[str, Signal] = {
    "a dip": dip(),
    "a dip, in whole numbers": dip(began=0, recent=3.0, usual=5.98, count=3),
    "a gap": gap(),
    "a gap, as old as the hills": gap(days=400, usual=31, years=100.0, since=date(2025, 10, 18)),
    "a gap, with a pause in it": gap(days=15),
    "a gap, not so rare": gap(days=9, usual=3, years=1.2, since=ago(9)),
    "no talks, but messages": gap(of=Of.TALKS),
    "the rhythm": gap(fine=14, days=21, since=ago(21)),
    "the rhythm, long ago": gap(fine=14, days=100, since=date(2026, 8, 14)),
    "the rhythm, by one day": gap(fine=1, days=2, since=ago(2)),
}


def _told() -> Iterator[str]:
    yield "# why"
    for name, signal in SIGNALS.items():
        yield f"{name}: {words.why_sentence(chosen(signal))}"
        yield from (f"    {line}" for line in words.why_lines(chosen(signal), advice()))
    yield "\n# why, without a signal"
    for one in Circumstance:
        if alone := words.why_sentence(chosen(None, (one,))):
            yield f"{one}: {alone}"
    yield "\n# each circumstance"
    for one in Circumstance:
        yield f"{one}: {words.circumstance_line(one, advice())}"
    yield "\n# quiet"
    for quiet in Quiet:
        yield f"{quiet}: {words.quiet_sentence(advice(quiet=quiet, pause=paused('grief')))}"
    yield "\n# pauses"
    for reason in PauseReason:
        yield pause_words.pause_sentence(paused(reason), TODAY)
        yield pause_words.pause_sentence(paused(reason, end=date(2027, 1, 5)), TODAY)
        yield pause_words.pause_line(paused(reason), TODAY)
        yield pause_words.pause_line(paused(reason, end=TODAY), TODAY)
    yield "\n# asked first"
    yield words.ask_first_sentence(gap(), TODAY)
    yield words.ask_first_sentence(gap(since=date(2025, 10, 18)), TODAY)
    yield "\n# what followed"
    for found in (Followed(3.75, 4, 4.5, 2), Followed(None, 0, None, 0), Followed(4.0, 1, None, 0)):
        yield words.followed_words(found)
    for outcome in (*Outcome, None):
        yield words.outcome_words(outcome)
    yield "\n# rhythm"
    for rhythm in (
        Rhythm(Interval(7, 14), ((Medium.CALL, Interval(1, 1)), (Medium.VISIT, Interval(90, 1200)))),
        NO_RHYTHM,
    ):
        yield from rhythm_words.rhythm_sentences(rhythm)


def test_every_sentence_is_as_agreed() -> None:
    assert "\n".join(_told()) + "\n" == GOLDEN.read_text(encoding="utf-8")


def test_every_sentence_is_said_in_the_language_spoken() -> None:
    with speaking_pseudo():
        for line in _told():
            sentence = re.sub(r"^[a-z][\w ,]*: ?", "", line)  # without the case
            assert sentence.strip().startswith("#") or not untranslated(sentence), line


def test_no_sentence_scolds_commands_or_alarms() -> None:
    said = GOLDEN.read_text(encoding="utf-8").lower()
    for word in (
        "overdue",
        "should",
        "must",
        "need to",
        "have to",
        "too long",
        "failed",
        "!",
        "score",
        "streak",
    ):
        assert word not in said
    assert not re.search(r"\b(late|warning|alert|problem|because of you|neglect)\b", said)


def test_nothing_is_said_about_what_caused_what() -> None:
    followed = words.followed_words(Followed(3.75, 4, 4.5, 2))
    assert followed == "Before: 3.8 over 4 ratings. After: 4.5 over 2 ratings."


def test_every_quiet_has_its_words_but_those_that_need_none() -> None:
    silent = {quiet for quiet in Quiet if not words.quiet_sentence(advice(quiet=quiet, pause=paused()))}
    assert silent == {Quiet.OFF, Quiet.QUIET_HOURS}
    assert words.quiet_sentence(advice()) == ""


def test_what_is_missing_is_said_until_there_is_enough() -> None:
    assert words.missing_sentence(SITUATION).startswith("Nine ratings and")
    enough = replace(SITUATION, closeness=Closeness(5, 5, 20, 0), gap=Gap(ago(2), 2, 7.0, 0, 2))
    assert words.missing_sentence(enough) == ""


def test_what_cannot_be_told_is_left_out() -> None:
    bare = advice(situation=replace(SITUATION, medium=None, length=None), rhythm=NO_RHYTHM)
    some = (Circumstance.GAP, Circumstance.ONE_MEDIUM, Circumstance.SHORT_TALKS)
    assert len(words.why_lines(chosen(gap(fine=14), some), bare)) == 1
    assert words.circumstance_line(Circumstance.RHYTHM_MISSED, bare)
