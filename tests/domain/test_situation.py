from __future__ import annotations

from typing import Any

import pytest

from reconnect_desktop.domain.circumstances import Circumstance
from reconnect_desktop.domain.interaction import Interaction, Medium
from reconnect_desktop.domain.records import Asked, Met, Need
from reconnect_desktop.domain.rhythm import Interval, Rhythm
from reconnect_desktop.domain.signals import Of
from reconnect_desktop.domain.situation import Seen, Situation, pause_on, situation
from tests.heart import TODAY, ago, dip, gap, paused, when
from tests.making import contact, mood, rated


def look(*interactions: Interaction, **fields: Any) -> Situation:
    """The situation today; the interactions may be told in any order."""
    newest_first = sorted(interactions, key=lambda one: one.day_key, reverse=True)
    signals = frozenset(fields.pop("signals", ()))
    return situation(Seen(day=TODAY, recent=newest_first, signals=signals, **fields))


def told(*interactions: Interaction, **fields: Any) -> set[str]:
    return {circumstance.value for circumstance in look(*interactions, **fields).circumstances}


def test_an_empty_journal_has_nothing_to_tell() -> None:
    found = look()
    assert found.circumstances == frozenset()
    assert (found.closeness.missing, found.gap.missing) == (9, 4)


def test_what_was_noticed() -> None:
    assert told(signals=[dip()]) == {"dip"}
    assert told(signals=[gap()]) == {"gap"}
    assert told(signals=[gap(of=Of.TALKS)]) == {"talks_stopped"}
    assert told(signals=[gap(fine=14)]) == {"gap", "rhythm"}
    assert told(signals=[dip(began=91)]) == {"dip", "lasting"}
    assert told(signals=[dip(began=90)]) == {"dip"}


@pytest.mark.parametrize(
    ("tag", "days", "is_so"),
    [
        ("outside stress", 20, "stress"),
        ("Stressed", 20, "stress"),
        ("outside stress", 21, ""),
        ("old hurt", 59, "conflict"),
        ("Argument", 59, "conflict"),
        ("old hurt", 60, ""),
        ("life changes", 89, "transitions"),
        ("different styles", 59, "styles"),
        ("laughed together", 1, ""),
    ],
)
def test_a_tag_tells_what_got_in_the_way_for_a_while(tag: str, days: int, is_so: str) -> None:
    assert told(contact(ago(days), tags=(tag,))) == ({is_so} if is_so else set())


def test_conflict_again_and_again_is_in_three_of_six_months() -> None:
    quarrels = [contact(ago(days), tags=("conflict",)) for days in (100, 170)]
    assert "conflict_again" not in told(*quarrels, contact(ago(105), tags=("conflict",)))
    assert "conflict_again" in told(*quarrels, contact(ago(5), tags=("conflict",)))
    assert "conflict_again" not in told(*quarrels, contact(ago(185), tags=("conflict",)))


def test_low_mood_is_two_in_a_row_of_two_weeks() -> None:
    assert told(moods=[mood(2), mood(1, ago(1))]) == {"low_mood"}
    assert told(moods=[mood(1)]) == set()
    assert told(moods=[mood(3), mood(1, ago(1)), mood(1, ago(2))]) == set()
    assert told(moods=[mood(2), mood(2, ago(14))]) == set()
    assert told(contact(ago(3), mood=2), moods=[mood(2, ago(1))]) == {"low_mood"}
    assert told(contact(ago(0), mood=4), moods=[mood(2), mood(2, ago(1))]) == set()


def test_sudden_hangs_on_one_talk_that_stands_out() -> None:
    def after(*ratings: int) -> set[str]:
        calls = rated([5] * 10 + list(ratings))
        return told(*calls, signals=[dip(usual=5.0, since=calls[10].when.day)])

    assert "sudden" in after(1, 4, 4, 4)
    assert "sudden" in after(5, 4, 1)
    assert "sudden" not in after(3, 3, 3, 3)
    assert "sudden" not in after(4, 3, 2)
    low = rated([5] * 8 + [2, 2, 1, 4, 4])
    assert "sudden" not in told(*low, signals=[dip(usual=5.0, since=low[10].when.day)])
    calls = rated([5] * 10 + [1, 4, 4])
    assert "sudden" not in told(*calls, signals=[dip(began=46, usual=5.0, since=calls[10].when.day)])


def test_low_before_a_gap() -> None:
    assert "low_before" in told(*rated([5] * 9 + [4] * 4, today=ago(19)), signals=[gap()])
    assert "low_before" in told(*rated([3, 3], today=ago(19)), signals=[gap()])
    assert "low_before" not in told(*rated([5] * 13, today=ago(19)), signals=[gap()])
    assert "low_before" not in told(*rated([5] * 9 + [4] * 4))
    assert "low_before" not in told(contact(ago(19), closeness=1), signals=[gap()])


def test_one_medium_fell_while_the_others_held() -> None:
    calls = [contact(ago(7 * week), closeness=5 if week > 4 else 2) for week in range(20)]
    visits = [
        contact(ago(7 * week + 2), medium=Medium.VISIT, closeness=6, id=f"visit {week}") for week in range(20)
    ]
    assert look(*calls, *visits, signals=[dip()]).medium is Medium.CALL
    assert "one_medium" not in told(*calls, *visits)
    assert "one_medium" not in told(*calls, signals=[dip()]), "there is nothing to compare with"
    all_fell = [
        contact(one.when.day, medium=Medium.VISIT, closeness=one.closeness, id=f"v {one.id}") for one in calls
    ]
    assert "one_medium" not in told(*calls, *all_fell, signals=[dip()])


def test_short_talks_and_mostly_messages() -> None:
    short = [contact(ago(day), minutes=minutes) for day, minutes in ((3, 5), (9, 8), (20, 60))]
    assert look(*short).length == 8
    assert "short_talks" in told(*short)
    assert "short_talks" not in told(*short[:2])
    assert "short_talks" not in told(*short, contact(ago(4), minutes=30), contact(ago(5), minutes=30))
    messages = [contact(ago(day), medium=Medium.MESSAGE) for day in (1, 2, 3)]
    assert "mostly_messages" in told(*messages, contact(ago(4)))
    assert "mostly_messages" not in told(*messages)
    assert "mostly_messages" not in told(*messages, contact(ago(4)), contact(ago(5)))


def test_a_rhythm_is_missed_three_times_in_a_row() -> None:
    rhythm = Rhythm(Interval(7, 10))
    apart = [contact(ago(days)) for days in (5, 17, 29, 41)]
    assert "rhythm_missed" in told(*apart, rhythm=rhythm)
    assert "rhythm_missed" not in told(*apart)
    assert "rhythm_missed" not in told(*apart, contact(ago(23)), rhythm=rhythm)
    assert "rhythm_missed" not in told(*apart, rhythm=rhythm, pauses=[paused(start=ago(30), end=ago(25))])
    running = [contact(ago(days)) for days in (12, 24, 36)]
    assert "rhythm_missed" in told(*running, rhythm=rhythm)
    assert "rhythm_missed" in told(*apart, rhythm=Rhythm(None, ((Medium.CALL, Interval(7, 10)),)))


def need(days: int, word: str = "warmth", **fields: Any) -> Need:
    return Need(id=f"{word} {days}", noted=when(ago(days)), need=word, **fields)


def test_a_need_is_unmet_until_something_newer_is_noted() -> None:
    assert told(needs=[need(9, met=Met.NOT_YET)]) == {"unmet_need"}
    assert told(needs=[need(9, asked=Asked.NOT_YET)]) == {"unmet_need"}
    assert told(needs=[need(9)]) == set()
    assert told(needs=[need(91, met=Met.NOT_YET)]) == set()
    assert told(needs=[need(9, met=Met.NOT_YET), need(2, met=Met.PARTLY)]) == set()
    assert told(needs=[need(9, met=Met.NOT_YET), need(2, "room", met=Met.YES)]) == {"unmet_need"}


def test_what_is_good() -> None:
    assert told(*rated([5] * 12)) == {"as_usual"}
    assert told(*rated([5] * 12), signals=[gap()]) == {"as_usual", "gap"}
    assert "as_usual" not in told(*rated([5] * 8 + [4] * 4))
    assert told(contact(ago(13), win="She laughed")) == {"win"}
    assert told(contact(ago(14), win="She laughed")) == set()


def test_recovered_is_a_dip_that_went_off_or_a_gap_that_a_contact_ended() -> None:
    nothing, low, silent = frozenset[Any](), frozenset({dip()}), frozenset({gap()})
    assert told(before=[low, nothing]) == {"recovered"}
    assert told(before=[low] + [nothing] * 21) == set()
    assert "recovered" not in told(before=[low], signals=[dip()])
    assert told(contact(ago(2)), before=[silent, nothing]) == {"recovered"}
    assert told(contact(ago(19)), before=[silent, nothing]) == set(), "it went off because of a pause"
    assert "recovered" not in told(contact(ago(2), closeness=2), before=[silent, nothing])
    assert "recovered" in told(contact(ago(2), closeness=3), before=[silent, nothing])
    assert "recovered" not in told(*rated([6] * 12 + [5]), before=[low, nothing])


def test_a_pause_and_words_of_harm_are_told() -> None:
    assert told(pauses=[paused("grief")]) == {"grief"}
    assert told(pauses=[paused("other"), paused("boundary")]) == {"pause", "boundary"}
    assert told(pauses=[paused("travel", end=ago(1))]) == set()
    assert told(unsafe=True) == {"unsafe"}


def test_the_strictest_pause_is_the_one_told() -> None:
    grief, boundary, travel = (paused(reason) for reason in ("grief", "boundary", "travel"))
    assert pause_on(TODAY, [travel, grief, boundary]) == grief
    assert pause_on(TODAY, [travel, boundary]) == boundary
    assert pause_on(ago(2), [travel, boundary]) is None


def test_every_circumstance_can_come_up() -> None:
    """Each is set by a rule here, or the catalogue would have rows that never fit."""
    import reconnect_desktop.domain.situation as rules

    by_rule = set(rules._RULES) | set(rules._PAUSED.values())
    by_signal = {Circumstance(word) for word in ("dip", "gap", "rhythm", "talks_stopped")}
    assert by_rule | by_signal | {Circumstance.ONE_MEDIUM, Circumstance.SHORT_TALKS} == set(Circumstance)
