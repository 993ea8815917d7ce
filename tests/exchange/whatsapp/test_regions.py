"""Whatever a phone's region, its chat says the same."""

from __future__ import annotations

import io
from collections import Counter
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconnect_desktop.domain.interaction import ReachedOut
from reconnect_desktop.exchange import whatsapp
from reconnect_desktop.exchange.date_order import DateOrder
from tests.exchange.readers import choices
from tests.exchange.whatsapp.asking import counts, look, taken
from tests.exchange.whatsapp.chats import chat
from tests.exchange.whatsapp.regions import REGIONS, Region

Talk = list[tuple[datetime, bool]]  # when, and whether Ruth wrote it

# Some months, two messages a day at all times of it, so that no order is left open.
MONTHS: Talk = [
    (datetime(2025, 1, 1, 7, 5, 9) + timedelta(hours=11 * number, minutes=number % 50), number % 3 == 0)
    for number in range(300)
]


def written(region: Region, talk: Talk) -> str:
    return chat(*(region.line(at, f"{'Ruth' if hers else 'Sam'}: Hello: {at}") for at, hers in talk))


def read_back(content: str, order: DateOrder) -> Talk:
    """Each message as an exchange of its own."""
    wanted = replace(choices("Ruth", zone="UTC"), order=order, silence=1)
    found = taken(whatsapp.read(io.BytesIO(content.encode()), wanted))
    assert all(one.messages == 1 for one in found)
    return [(one.when.local, one.reached_out is ReachedOut.MOM) for one in found]


def as_written(region: Region, talk: Talk) -> Talk:
    return [(at if region.has_seconds else at.replace(second=0), hers) for at, hers in talk]


@pytest.mark.parametrize("region", REGIONS, ids=lambda region: region.name)
def test_some_months_of_any_region_leaves_nothing_open(region: Region) -> None:
    content = written(region, MONTHS)
    assert whatsapp.recognise(content.encode()[: 1 << 16])
    assert look(content).orders == ()
    wrong = DateOrder.MONTH_FIRST if region.order is not DateOrder.MONTH_FIRST else DateOrder.DAY_FIRST
    assert read_back(content, wrong) == as_written(region, MONTHS)
    assert counts(content) == {"Ruth": (100, 0), "Sam": (200, 0)}


@st.composite
def talks(draw: st.DrawFn) -> Talk:
    """Messages some minutes to months apart, from both, also around noon and midnight."""
    at = datetime(draw(st.integers(2020, 2024)), draw(st.integers(1, 12)), draw(st.integers(1, 28)), 23, 58)
    talk = []
    for minutes in draw(
        st.lists(st.sampled_from((2, 3, 61, 717, 722, 1440, 5000, 40_000)), min_size=2, max_size=20)
    ):
        at += timedelta(minutes=minutes, seconds=draw(st.integers(0, 59)))
        talk.append((at, draw(st.booleans())))
    first, *rest = talk
    return [(first[0] - timedelta(days=1), not first[1]), first, *rest]


@settings(max_examples=50)
@given(st.sampled_from(REGIONS), talks())
def test_what_is_written_is_read_back(region: Region, talk: Talk) -> None:
    """In the order that is right, which is one of those asked for if any are."""
    content = written(region, talk)
    asks = look(content)
    known = {"ⵜⵉⴼⴰⵡⵜ"}.isdisjoint(region.halves)
    assert not asks.orders or region.order in asks.orders
    if known:
        assert read_back(content, region.order) == as_written(region, talk)
    by_her = Counter(hers for _, hers in talk)
    assert counts(content) == {"Ruth": (by_her[True], 0), "Sam": (by_her[False], 0)}


def test_a_short_chat_asks_only_what_cannot_be_told() -> None:
    day = [(datetime(2024, 4, 3, 10), True), (datetime(2024, 4, 3, 10, 5), False)]
    open_ones = {region.name for region in REGIONS if look(written(region, day)).orders}
    both = {
        region.name for region in REGIONS if "/" in region.stamp and region.order is not DateOrder.YEAR_FIRST
    }
    short_years = {"es-CL", "ko iOS"}  # days that begin or end with two digits that could be a year
    assert open_ones <= both | short_years
    assert date(2024, 4, 3) in {contact.last for contact in look(written(REGIONS[0], day)).contacts}
