"""Which pairs are asked about, and which never are."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconnect_desktop.domain.interaction import Interaction, Medium
from reconnect_desktop.domain.tellings import Precision, precision
from reconnect_desktop.domain.twins import Twin, apart, twins
from reconnect_desktop.domain.when import at
from reconnect_desktop.exchange.formats import FORMATS
from tests.fakes import ZONE
from tests.making import contact

DAY = "2026-11-20"


def one(
    at_time: str, source: str = "", medium: Medium = Medium.CALL, day: str = DAY, **fields: Any
) -> Interaction:
    fields.setdefault("id", f"{source}{day}{at_time}{medium}")
    fields.setdefault("source_key", f"key of {at_time}" if source else "")
    return contact(day, time=at_time, medium=medium, source=source, **fields)


def pairs(*present: Interaction) -> list[set[str]]:
    return [{twin.one.id, twin.other.id} for twin in twins(present, ())]


CALL, VIDEO, VISIT, MESSAGE, OTHER = Medium.CALL, Medium.VIDEO, Medium.VISIT, Medium.MESSAGE, Medium.OTHER
LOG, CHAT, CALENDAR, DIARY = "sms-calls", "whatsapp", "ics", "daylio"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # Two devices: ten minutes, or one during the other, and lengths that agree.
        (one("18:00", LOG, minutes=41), one("18:09", CHAT, minutes=42)),
        (one("18:00", LOG, minutes=41), one("18:10", CHAT)),
        (one("18:00", LOG, minutes=60), one("18:40", CHAT, minutes=55)),
        (one("18:00", LOG, CALL), one("18:03", CHAT, VIDEO)),
        (one("23:58", LOG), one("00:04", CHAT, day="2026-11-21")),
        # Typed from memory: the same day, two hours.
        (one("20:00"), one("18:00", LOG)),
        (one("18:00", minutes=30), one("19:10", LOG, minutes=41)),
        (one("18:00", minutes=5), one("19:10", LOG, minutes=20)),
        (one("14:00", "", MESSAGE), one("13:10", CHAT, MESSAGE)),
        (one("16:00", "", VISIT), one("15:00", CALENDAR, VISIT, minutes=300)),
        (one("18:00", "", VISIT), one("15:00", CALENDAR, VISIT, minutes=300)),  # in the middle of it
        (one("00:02", "", day="2026-11-21"), one("23:55", LOG)),
        # A plan: its length is no length, and "Mom" alone may be anything.
        (one("18:00", CALENDAR, minutes=60), one("18:20", LOG, minutes=9)),
        (one("18:00", CALENDAR, OTHER), one("18:20", LOG)),
        (one("18:00", CALENDAR, OTHER), one("18:20", "", VISIT)),
        # A diary is about the day.
        (one("22:30", DIARY), one("09:00", LOG)),
    ],
)
def test_these_may_be_one_contact(first: Interaction, second: Interaction) -> None:
    assert pairs(first, second) == [{first.id, second.id}]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (one("18:00", LOG), one("18:00", LOG, id="b", source_key="b")),  # one source tells each contact once
        (one("18:00"), one("18:00", id="b")),  # what was typed twice was meant twice
        (one("18:00", LOG), one("18:11", CHAT)),
        (one("18:00", LOG, minutes=2), one("18:04", CHAT, minutes=41)),  # a bad line, then the call
        (one("18:00", LOG), one("18:00", CHAT, MESSAGE)),
        (one("18:00", "sms", MESSAGE), one("18:00", CHAT, MESSAGE)),  # two chats, two contacts
        (one("18:00", "", VISIT), one("18:00", LOG)),
        (one("18:00", "", OTHER), one("18:00", LOG)),  # typed as neither call nor visit
        (one("20:01"), one("18:00", LOG)),
        (one("18:00", minutes=10), one("18:00", LOG, minutes=90)),
        (one("00:30", "", day="2026-11-21"), one("23:55", LOG)),
        (one("22:30", DIARY), one("09:00", LOG, day="2026-11-21")),
        (one("18:00", CALENDAR, OTHER), one("18:00", CHAT, MESSAGE)),
    ],
)
def test_these_are_two(first: Interaction, second: Interaction) -> None:
    assert pairs(first, second) == []


def test_the_best_match_is_first_and_each_has_one_at_most() -> None:
    typed = one("18:00", minutes=25)
    short, right = one("17:50", LOG, minutes=11), one("18:20", LOG, minutes=26)
    assert pairs(short, typed, right) == [{typed.id, right.id}]


def test_what_devices_know_comes_before_what_was_remembered() -> None:
    typed, log, chat = one("18:00"), one("18:01", LOG), one("18:02", CHAT)
    assert pairs(typed, log, chat) == [{log.id, chat.id}]


def test_pairs_come_newest_first_and_what_was_typed_is_the_one() -> None:
    old, new = one("18:05", LOG), one("18:05", LOG, day="2026-11-21")
    typed = one("18:06"), one("18:06", day="2026-11-21")
    assert twins([old, *typed, new], ()) == [Twin(typed[1], new), Twin(typed[0], old)]


def test_two_contacts_are_remembered_also_when_they_were_brought_in_anew() -> None:
    first, second = one("18:00", LOG), one("18:01", CHAT)
    (twin,) = twins([first, second], ())
    settled = {apart(twin).id}
    assert twins([first, second], settled) == []
    again = replace(second, id="another")
    assert twins([again, first], settled) == []
    # That one which was only lost its match may find another.
    third = one("18:08", "call-history")
    assert pairs(first, second, third)[0] == {first.id, second.id}
    assert [{twin.one.id, twin.other.id} for twin in twins([first, second, third], settled)] == [
        {second.id, third.id}
    ]


def test_what_people_write_down_is_known_by_names_that_there_are() -> None:
    named = {row.name for row in FORMATS}
    assert {"csv", "table", "ics", "daylio", "daylio-csv", "pixy", "monica"} <= named
    exact = {name for name in named if precision(name) is Precision.EXACT}
    devices = {"sms", "sms-calls", "call-history", "whatsapp", "telegram", "signal"}
    assert exact <= devices | {"json"}  # what a journal holds came from where it came from


NOON = one("12:00").when.timestamp


@st.composite
def crowds(draw: st.DrawFn) -> list[Interaction]:
    """Some hours full of interactions from several places."""
    return [
        Interaction(
            id=f"{place:02}",
            when=(moment := at(NOON + draw(st.integers(0, 300)) * 60, ZONE)),
            logged=moment,
            medium=draw(st.sampled_from(Medium)),
            minutes=draw(st.none() | st.integers(0, 90)),
            source=(source := draw(st.sampled_from(["", LOG, CHAT, CALENDAR, DIARY]))),
            source_key=f"{place}" if source else "",
        )
        for place in range(draw(st.integers(0, 12)))
    ]


@given(crowds(), st.randoms(use_true_random=False))
def test_pairs_are_of_two_sources_disjoint_and_the_same_in_any_order(
    present: list[Interaction], by: Any
) -> None:
    found = twins(present, ())
    assert all(twin.one.source != twin.other.source for twin in found)
    members = [each.id for twin in found for each in (twin.one, twin.other)]
    assert len(members) == len(set(members))
    by.shuffle(present)
    assert twins(present, ()) == found


@given(crowds())
def test_what_was_said_of_one_pair_is_never_asked_again(present: list[Interaction]) -> None:
    settled: set[str] = set()
    while found := twins(present, settled):
        before = len(settled)
        settled.update(apart(twin).id for twin in found)
        assert len(settled) == before + len(found)


@given(crowds())
def test_two_alone_are_a_pair_whichever_is_first(present: list[Interaction]) -> None:
    for twin in twins(present, ()):
        assert twins([twin.one, twin.other], ()) == twins([twin.other, twin.one], ()) == [twin]


@pytest.mark.parametrize("apart_by", [0, 1, 300], ids=["all at once", "each second", "each five minutes"])
def test_thousands_do_not_take_long(apart_by: int) -> None:
    sources = ("", LOG, CHAT, CALENDAR)
    first = one("12:00")
    present = [
        replace(
            first, id=str(place), source=sources[place % 4], source_key=str(place), when=moment, logged=moment
        )
        for place in range(4_000)
        if (moment := at(NOON - place * apart_by, ZONE))
    ]
    began = time.process_time()
    found = twins(present, ())
    assert time.process_time() - began < 3  # 16 million comparisons would take longer
    assert len(found) > 100
