"""What becomes of two that are one: nothing a person wrote is lost, and what goes never comes in again."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconnect_desktop.domain.change import Change
from reconnect_desktop.domain.errors import Invalid
from reconnect_desktop.domain.interaction import Interaction, Medium, ReachedOut
from reconnect_desktop.domain.merging import merged, together
from reconnect_desktop.domain.settled import settled
from tests.making import contact
from tests.strategies import interactions

DAY = "2026-11-20"


def one(time: str, source: str = "", **fields: Any) -> Interaction:
    key = f"key of {time}" if source else ""
    return contact(DAY, time=time, source=source, source_key=key, id=f"{source or 'typed'} {time}", **fields)


def test_what_was_typed_keeps_its_words_and_takes_the_time_of_the_device() -> None:
    typed = one("18:00", minutes=30, closeness=5, mood=4, note="Tulips", win="She laughed", tags=("garden",))
    log = one("18:04", "sms-calls", minutes=41, reached_out=ReachedOut.MOM)
    change, gone = merged(log, typed)
    assert (change.before, gone) == (typed, Change(log, None))
    whole = change.after
    assert isinstance(whole, Interaction)
    assert (whole.when, whole.minutes, whole.reached_out) == (log.when, 41, ReachedOut.MOM)
    assert (whole.closeness, whole.mood, whole.note, whole.win) == (5, 4, "Tulips", "She laughed")
    assert (whole.id, whole.logged, whole.tags) == (typed.id, typed.logged, ("garden",))
    # Known as what the log tells, so that no second import of it brings it again.
    assert (whole.source, whole.source_key) == (log.source, log.source_key)


def test_of_two_from_files_the_rated_one_stays_and_the_other_is_settled() -> None:
    log, chat = one("18:00", "sms-calls", minutes=41), one("18:01", "whatsapp", closeness=6)
    change, gone, known = merged(log, chat)
    assert (change.before, gone.before) == (chat, log)
    assert known.after == settled(log)
    assert together(log, chat).minutes == 41
    assert together(log, chat).source == "whatsapp"


def test_nothing_rated_the_first_stays_and_the_longer_known_time_counts() -> None:
    chat, log = one("18:01", "whatsapp"), one("18:00", "sms-calls", minutes=41)
    assert merged(chat, log)[0].before == chat
    assert together(chat, log).when == log.when


def test_a_plan_gives_way_to_what_was_remembered() -> None:
    plan, typed = one("15:00", "ics", minutes=300, note="Bring cake"), one("16:30", note="Long walk")
    whole = together(plan, typed)
    assert (whole.when, whole.minutes) == (typed.when, 300)
    assert whole.note == "Long walk\n\nBring cake"


def test_the_medium_is_the_one_that_says_more() -> None:
    plan = one("18:00", "ics", medium=Medium.OTHER)
    video = one("18:05", "whatsapp", medium=Medium.VIDEO)
    assert together(plan, video).medium is Medium.VIDEO
    assert together(one("18:00", medium=Medium.CALL), video).medium is Medium.CALL


def test_a_note_that_both_have_is_kept_once() -> None:
    whole = together(one("18:00", note="Tulips and rain"), one("18:01", "whatsapp", note="rain"))
    assert whole.note == "Tulips and rain"
    assert (
        together(one("18:00", note="rain"), one("18:01", "whatsapp", note="Tulips, rain")).note
        == "Tulips, rain"
    )


def test_what_together_is_too_long_is_not_cut() -> None:
    with pytest.raises(Invalid):
        merged(one("18:00", note="a" * 60_000), one("18:01", "whatsapp", note="b" * 60_000))


@given(interactions(), interactions(), st.booleans())
def test_nothing_that_was_written_is_lost(first: Interaction, second: Interaction, turned: bool) -> None:
    try:
        change, gone, *_ = merged(second, first) if turned else merged(first, second)
    except Invalid:
        return
    whole = change.after
    assert isinstance(whole, Interaction)
    assert {change.record.id, gone.record.id} == {first.id, second.id}
    for each in (first, second):
        assert each.note.strip() in whole.note
        assert each.win.strip() in whole.win
        assert {tag.casefold() for tag in each.tags} <= {tag.casefold() for tag in whole.tags}
    for name in ("closeness", "mood", "minutes", "messages", "reached_out"):
        values = {getattr(first, name), getattr(second, name)}
        assert getattr(whole, name) in values
        assert getattr(whole, name) is not None or values == {None}
