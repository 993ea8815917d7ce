"""From the journal to one fitting suggestion: what a year of it is like, and what must never be."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta
from itertools import combinations, product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconnect_desktop import catalogue
from reconnect_desktop.advising import Known, advise, gather
from reconnect_desktop.domain import answers
from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.advice import Advice, Quiet
from reconnect_desktop.domain.change import add, edit
from reconnect_desktop.domain.choice import Past, Wanted, choose, may_offer
from reconnect_desktop.domain.circumstances import BAD_PATCH, PAUSES, SAFETY, Circumstance
from reconnect_desktop.domain.quiet_hours import QuietHours
from reconnect_desktop.domain.records import Answer, Need, Nudge, Outcome, PauseReason, Record, Setting
from reconnect_desktop.domain.settings import NO_CONTACT_SINCE, NUDGES, QUIET_HOURS
from reconnect_desktop.domain.showing import Policy
from reconnect_desktop.domain.signals import Of, on
from reconnect_desktop.domain.situation import Seen
from reconnect_desktop.domain.suggestions import Asks, Suggestion
from reconnect_desktop.domain.when import When, end_of
from reconnect_desktop.journal import Journal
from reconnect_desktop.output.suggestion_words import why_lines, why_sentence
from tests.fakes import FakeClock
from tests.heart import dip, gap, nudge, paused, tried
from tests.making import TODAY, ago, contact, mood, rated, when

ROWS = catalogue.load().suggestions
ONLY_SUPPORT = frozenset({Circumstance.UNSAFE, Circumstance.BOUNDARY, Circumstance.GRIEF})
NOON = when(TODAY)

ordinary = [circumstance for circumstance in Circumstance if circumstance not in SAFETY]
SITUATIONS = [frozenset(some) for count in range(4) for some in combinations(ordinary, count)]
PAIRS = [some for some in SITUATIONS if len(some) < 3]
SAFETY_STATES = [
    frozenset(pause) | frozenset(unsafe)
    for pause, unsafe in product([(), *((one,) for one in sorted(PAUSES))], [(), (Circumstance.UNSAFE,)])
]


def known(*signals: Any, past: Past | None = None, policy: Policy | None = None, **seen: Any) -> Known:
    """As much of a journal as the advice needs, with these signals on."""
    return Known(
        seen=Seen(day=TODAY, signals=frozenset(signals), **seen),
        catalogue=catalogue.load(),
        past=past or Past(),
        policy=policy or Policy(),
        no_contact_since=gap().since,
    )


# What must never be


def assert_is_safe(row: Suggestion, circumstances: frozenset[Circumstance]) -> None:
    if circumstances & ONLY_SUPPORT:
        assert row.asks is Asks.SUPPORT, (row.id, circumstances)
    if circumstances & PAUSES:
        assert row.asks is not Asks.CONTACT, (row.id, circumstances)
    if circumstances & BAD_PATCH:
        assert row.gentle, (row.id, circumstances)
    assert not row.never & circumstances, (row.id, circumstances)


@pytest.mark.parametrize("state", SAFETY_STATES, ids=lambda state: "-".join(sorted(state)) or "none")
def test_no_row_is_offered_where_it_could_harm_whatever_else_is_the_case(
    state: frozenset[Circumstance],
) -> None:
    for some in SITUATIONS:
        for row in ROWS:
            if may_offer(row, some | state):
                assert_is_safe(row, some | state)


@pytest.mark.parametrize("asked", [True, False])
@pytest.mark.parametrize("state", SAFETY_STATES, ids=lambda state: "-".join(sorted(state)) or "none")
def test_what_is_chosen_is_safe_whatever_else_is_the_case(
    state: frozenset[Circumstance], asked: bool
) -> None:
    for some in PAIRS:
        wanted = Wanted(circumstances=some | state, due=(dip(), gap()), asked=asked)
        for must in (None, Circumstance.UNSAFE, Circumstance.RECOVERED):
            found = choose(ROWS, replace(wanted, must=must), Past(), TODAY)
            if found:
                assert_is_safe(found.suggestion, some | state)


@pytest.mark.parametrize("reason", [*PauseReason, None])
@pytest.mark.parametrize("unsafe", [True, False])
@pytest.mark.parametrize("asked", [True, False])
def test_a_pause_silences_all_that_is_not_asked_for(
    reason: PauseReason | None, unsafe: bool, asked: bool
) -> None:
    every_signal = [dip(), gap(), gap(of=Of.TALKS), gap(fine=14)]
    current = [Past(nudges=[nudge(2, row.id, signal)]) for row in ROWS for signal in ("gap", "dip", "")]
    for signals in ((), *combinations(every_signal, 1), *combinations(every_signal, 2)):
        for past in [Past(), *current] if len(signals) == 1 else [Past()]:
            found = advise(
                known(*signals, past=past, unsafe=unsafe, pauses=[paused(reason)] if reason else []),
                NOON,
                asked=asked,
            )
            if found.chosen:
                assert_is_safe(found.chosen.suggestion, found.circumstances)
            if reason:
                assert asked or found.chosen is None
                assert asked or found.quiet is (Quiet.KEEPSAKE if reason == "grief" else Quiet.PAUSE)
            if reason or unsafe:
                assert found.ask_first is None


@pytest.mark.parametrize("state", ["boundary", "grief", "unsafe"])
def test_where_there_is_only_support_its_reason_counts_no_days(state: str) -> None:
    told = set()
    shown = [Past(nudges=[nudge(2, row.id, kind)]) for row in ROWS for kind in ("gap", "dip", "")]
    for signals in ((), (dip(began=100),), (gap(began=100),), (gap(fine=14), dip())):
        for past in (Past(), *shown):
            found = advise(
                known(
                    *signals,
                    past=past,
                    unsafe=state == "unsafe",
                    pauses=[] if state == "unsafe" else [paused(state)],
                ),
                NOON,
                asked=True,
            )
            assert found.chosen is not None
            assert why_sentence(found.chosen)
            told |= {why_sentence(found.chosen), *why_lines(found.chosen, found)}
    assert not [line for line in told if any(word in line for word in ("since", "months", "usual", "gap"))]


@pytest.mark.parametrize("signal", [dip(), gap(), gap(of=Of.TALKS), gap(fine=14)])
@pytest.mark.parametrize("tag", ["", "outside stress", "old hurt", "life changes", "different styles"])
@pytest.mark.parametrize("low", [True, False])
def test_each_signal_finds_something_that_fits_in_each_context(signal: Any, tag: str, low: bool) -> None:
    talks = [contact(ago(19), tags=(tag,) if tag else ())]
    moods = [mood(1), mood(2, ago(1))] if low else []
    found = advise(known(signal, recent=talks, moods=moods), NOON)
    assert found.chosen is not None
    assert found.chosen.signal == signal
    assert found.chosen.suggestion.gentle or not (low or tag == "outside stress")


def test_with_words_of_harm_help_is_offered_once_and_again_after_45_days() -> None:
    found = advise(known(gap(), unsafe=True), NOON)
    assert found.chosen is not None
    assert found.chosen.suggestion.asks is Asks.SUPPORT
    assert found.chosen.signal is None
    for days, offered in ((44, False), (45, True)):
        past = Past(nudges=[nudge(days, found.chosen.suggestion.id, "", Answer.NOT_TODAY)])
        assert bool(advise(known(gap(), unsafe=True, past=past), NOON).chosen) == offered
    lately = Past(nudges=[nudge(2, "a-small-hello"), nudge(9, "a-card-in-the-post", "gap", Answer.TRY)])
    after = advise(known(gap(), unsafe=True, past=lately), NOON)
    assert after.chosen is not None, "help does not wait"
    assert after.nudge is None, "and what was shown before is gone"


# When it is quiet


def test_silence_is_the_normal_state() -> None:
    assert advise(known(), NOON).quiet is Quiet.TOO_LITTLE
    calls = rated([5] * 12)[::-1]
    assert advise(known(recent=calls), NOON).quiet is Quiet.AS_USUAL
    assert advise(known(recent=rated([5] * 8 + [4] * 4)[::-1]), NOON).quiet is Quiet.NOTHING_CLEAR
    taken = Past(nudges=[nudge(9, answer=Answer.TRY)])
    assert advise(known(gap(), past=taken), NOON).quiet is Quiet.RESTING


def test_the_users_own_choices_count() -> None:
    off, night = Policy(on=False), Policy(quiet_hours=QuietHours(11, 13))
    assert advise(known(gap(), policy=off), NOON).quiet is Quiet.OFF
    assert advise(known(gap(), policy=night), NOON).quiet is Quiet.QUIET_HOURS
    assert advise(known(gap(), policy=night), NOON, quiet_hours=False).chosen
    assert advise(known(gap(), policy=off), NOON, asked=True).chosen
    assert advise(known(gap(), policy=night), NOON, asked=True).chosen


def test_a_recovery_is_met_with_something_that_asks_nothing() -> None:
    before = [frozenset({dip()})]
    found = advise(known(before=before, recent=rated([5] * 12)[::-1]), NOON)
    assert found.chosen is not None
    assert found.chosen.suggestion.asks is not Asks.CONTACT
    assert Circumstance.RECOVERED in found.chosen.because
    again = Past(nudges=[nudge(29, "what-worked-lately", "", Answer.TRY)])
    assert advise(known(before=before, past=again), NOON).chosen is None


def test_it_asks_first_whether_the_silence_is_only_forgotten_logging() -> None:
    quiet = replace(known(gap()), no_contact_since=None)
    assert advise(quiet, NOON).ask_first == gap()
    assert advise(quiet, NOON).chosen
    assert advise(known(gap()), NOON).ask_first is None
    assert advise(replace(known(gap(of=Of.TALKS)), no_contact_since=None), NOON).ask_first is None


def test_how_did_it_go_is_not_asked_where_it_could_hurt() -> None:
    past = Past(tries=[tried(20, "a-small-hello"), tried(15, "a-friend-this-week")])

    def asks(**seen: Any) -> str:
        one = advise(known(past=past, **seen), NOON).to_follow_up
        return one.suggestion if one else ""

    assert asks() == "a-small-hello"
    assert asks(unsafe=True) == "a-friend-this-week"
    assert asks(pauses=[paused("travel")]) == "a-small-hello"
    assert asks(pauses=[paused("boundary")]) == asks(pauses=[paused("grief")]) == ""


# A year of it


@settings(max_examples=25)
@given(st.integers(0, 10**9), st.sampled_from([1, 2, 4]))
def test_a_year_stays_within_the_rules(seed: int, most: int) -> None:
    Year(random.Random(seed), most).live()


class Year:
    """A year with signals that come and go, moods, pauses and answers by chance; each day is held against the rules."""

    def __init__(self, chance: random.Random, most: int) -> None:
        self.chance = chance
        self.nudges: list[Nudge] = []
        self.retired: set[str] = set()
        self.on: dict[str, Any] = {}
        self.policy = Policy(most=most)

    def live(self) -> None:
        for days_ago in range(365, -1, -1):
            self._change(days_ago)
            if self.chance.random() < 0.6:
                self._open(days_ago, f"{self.chance.randrange(24):02}:30")

    def _change(self, days_ago: int) -> None:
        for kind, make in (("dip", dip), ("gap", gap)):
            if kind in self.on and self.chance.random() < 0.02:
                del self.on[kind]
            elif kind not in self.on and self.chance.random() < 0.05:
                self.on[kind] = make(days_ago)

    def _open(self, days_ago: int, time: str) -> None:
        now = when(ago(days_ago), time)
        talks = [contact(now.day, tags=(self.chance.choice(("outside stress", "old hurt", "tea", "rain")),))]
        pauses = [paused("travel", now.day)] if self.chance.random() < 0.1 else []
        seen = Seen(
            day=now.day,
            recent=talks,
            signals=frozenset(self.on.values()),
            before=[frozenset({dip(days_ago + 30)})],
            pauses=pauses,
        )
        past = Past(nudges=list(self.nudges), retired=frozenset(self.retired))
        found = advise(Known(seen=seen, catalogue=catalogue.load(), past=past, policy=self.policy), now)
        if found.chosen:
            assert_is_safe(found.chosen.suggestion, found.circumstances)
            assert not pauses
            assert 7 <= now.local.hour < 22
            assert found.chosen.suggestion.id not in self.retired
        if found.chosen and found.nudge is None:
            self._check_new(found, now)
            self.nudges.append(answers.shown(found.chosen, now, f"{days_ago:016x}").after)  # type: ignore[arg-type]
        if found.chosen:
            self._answer(now)

    def _check_new(self, found: Advice, now: When) -> None:
        assert found.chosen is not None
        ago_days = [(now.day - one.shown.day).days for one in self.nudges]
        assert sum(days < 30 for days in ago_days) < self.policy.most
        same = [one for one in self.nudges if one.signal == found.chosen.kind]
        assert all((now.day - one.shown.day).days >= 21 for one in same)
        if found.chosen.signal:
            episode = [one for one in same if one.shown.day >= found.chosen.signal.began]
            assert all((now.day - one.shown.day).days >= 45 for one in episode)
        put_off = [one.answered for one in self.nudges if one.answer is Answer.NOT_TODAY and one.answered]
        assert all(now.day - moment.day >= timedelta(days=7) for moment in put_off)
        assert not self.nudges or self.nudges[-1].suggestion != found.chosen.suggestion.id

    def _answer(self, now: When) -> None:
        answer = self.chance.choice((None, None, *Answer))
        if answer:
            self.nudges[-1] = replace(self.nudges[-1], answer=answer, answered=now)
        if answer is Answer.NOT_FOR_ME:
            self.retired.add(self.nudges[-1].suggestion)


# Over a real journal


@pytest.fixture
def silent(journal: Journal) -> Journal:
    """A call every week, all close; the last one 26 days ago."""
    journal.apply(Action.LOG, *(add(one) for one in rated([5, 6] * 8, today=ago(26))))
    return journal


def test_a_gap_in_the_journal_leads_to_one_suggestion_and_what_is_shown_stays(
    silent: Journal, clock: FakeClock
) -> None:
    found = silent.advice(clock())
    assert found.chosen is not None
    assert found.chosen.kind == "gap"
    assert found.ask_first is not None
    assert found.ask_first.since == ago(26)
    silent.keep(answers.shown(found.chosen, clock(), "n1"))
    assert silent.undo_action() == (Action.LOG, 16), "what was shown is no step to undo"
    again = silent.advice(clock.advance(days=2))
    assert again.nudge is not None
    assert again.chosen is not None
    assert again.chosen.suggestion == found.chosen.suggestion
    silent.apply(Action.NUDGE, answers.not_today(again.nudge, clock()))
    assert silent.advice(clock()).quiet is Quiet.RESTING
    silent.undo()
    assert silent.advice(clock()).nudge == again.nudge


def test_settings_and_answers_in_the_journal_count(silent: Journal, clock: FakeClock) -> None:
    def choose_setting(setting_id: str, value: str) -> None:
        silent.apply(Action.SETTING, add(Setting(id=setting_id, value=value)))

    choose_setting(NO_CONTACT_SINCE.id, ago(26).isoformat())
    assert silent.advice(clock()).ask_first is None
    choose_setting(QUIET_HOURS.id, "18-19")
    assert silent.advice(clock()).quiet is Quiet.QUIET_HOURS
    assert silent.advice(clock(), quiet_hours=False).chosen
    choose_setting(NUDGES.id, "no")
    assert silent.advice(clock()).quiet is Quiet.OFF
    shown = silent.advice(clock(), asked=True).chosen
    assert shown is not None
    silent.apply(Action.SETTING, answers.retire(shown.suggestion.id))
    other = silent.advice(clock(), asked=True).chosen
    assert other is not None
    assert other.suggestion.id != shown.suggestion.id


@pytest.mark.parametrize("where", ["tag", "note", "need", "mood", "try"])
def test_words_of_harm_are_found_wherever_they_are_written(
    silent: Journal, clock: FakeClock, where: str
) -> None:
    words = "I'm afraid of her"
    records: dict[str, Record] = {
        "tag": contact(ago(30), id="1", tags=("unsafe",)),
        "note": contact(ago(30), id="1", note=words),
        "need": Need(id="1", noted=when(ago(3)), need="safety"),
        "mood": replace(mood(3, ago(3)), note=words),
        "try": tried(3, "a-small-hello", Outcome.HARD, note=words),
    }
    assert Circumstance.UNSAFE not in silent.advice(clock()).circumstances
    silent.apply(Action.LOG, add(records[where]))
    found = silent.advice(clock())
    assert Circumstance.UNSAFE in found.circumstances
    assert found.chosen is not None
    assert found.chosen.suggestion.asks is Asks.SUPPORT
    for days in range(160, 220):
        later = silent.advice(end_of(TODAY + timedelta(days=days), clock()), quiet_hours=False)
        if Circumstance.UNSAFE not in later.circumstances:
            return
    pytest.fail("it fades after half a year")


def test_for_a_past_day_only_what_was_known_then_counts(silent: Journal, clock: FakeClock) -> None:
    day = ago(5)
    then = silent.advice(end_of(day, clock()), quiet_hours=False)
    assert then.chosen is not None
    silent.apply(Action.LOG, add(contact(ago(10), id="late", logged=clock())))
    one = nudge(1, then.chosen.suggestion.id)
    silent.keep(add(one))
    silent.apply(Action.NUDGE, edit(one, replace(one, answer=Answer.NOT_TODAY, answered=clock())))
    silent.apply(Action.TRY, add(tried(2, then.chosen.suggestion.id)))
    assert silent.advice(end_of(day, clock()), quiet_hours=False) == then
    assert silent.advice(clock()).signals == frozenset()


def test_an_answer_given_later_was_not_known_then(silent: Journal, clock: FakeClock) -> None:
    one = nudge(3, "a-small-hello", answer=Answer.NOT_TODAY, answered=when(ago(1)))
    told = tried(3, "a-card-in-the-post", Outcome.HARD, answered=when(ago(1)), note="hard")
    silent.keep(add(one), add(told))
    then = gather(silent, end_of(ago(2), clock()))
    assert then.past.nudges == [replace(one, answer=None, answered=None)]
    assert then.past.tries == [replace(told, outcome=None, answered=None, note="")]
    assert gather(silent, clock()).past.nudges == [one]


def test_contacts_are_the_interactions_made_lean(silent: Journal, clock: FakeClock) -> None:
    from reconnect_desktop.domain.contacts import as_contacts

    silent.apply(Action.LOG, add(contact(ago(100), id="late", time="23:59", logged=clock())))
    assert silent.contacts() == as_contacts(silent.interactions()[::-1])
    assert silent.signals(TODAY) == on(TODAY, silent.interactions())
