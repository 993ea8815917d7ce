"""Days and times of whole chats, and their calls."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest

from reconnect_desktop.domain.errors import DateOrderMissing, Malformed
from reconnect_desktop.domain.interaction import Medium, ReachedOut
from reconnect_desktop.exchange import whatsapp
from reconnect_desktop.exchange.date_order import DateOrder
from reconnect_desktop.exchange.draft import Left
from tests.exchange.readers import choices, left_out, problems
from tests.exchange.whatsapp.asking import look, read, taken, told
from tests.exchange.whatsapp.chats import LRM, chat


def test_the_order_of_days_is_asked_where_it_stays_open() -> None:
    content = chat("03/04/2026, 10:00 - Ruth: Hi", "05/04/2026, 10:00 - Sam: Hi")
    asks = look(content)
    assert asks.orders == (DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST)
    assert asks.day == "03/04/2026"
    with pytest.raises(DateOrderMissing):
        read(content, "Ruth")
    for order, month in ((DateOrder.DAY_FIRST, 4), (DateOrder.MONTH_FIRST, 3)):
        wanted = replace(choices("Ruth"), order=order)
        first = taken(whatsapp.read(io.BytesIO(content.encode()), wanted))[0]
        assert first.when.local.month == month


def test_the_day_of_a_notice_tells_the_order_too() -> None:
    """But not by its place: it may be dated later than what follows it."""
    content = chat(
        "23/04/2026, 10:00 - You were added", "03/04/2026, 10:00 - Ruth: Hi", "05/04/2026, 10:00 - Sam: Hi"
    )
    assert look(content).orders == ()
    assert [str(one.when.day) for one in taken(read(content, "Ruth"))] == ["2026-04-03", "2026-04-05"]


def test_what_can_be_told_is_not_asked() -> None:
    content = chat("03/04/2026, 10:00 - Ruth: Hi", "13/04/2026, 10:00 - Sam: Hi")
    assert look(content).orders == ()
    wanted = replace(choices("Ruth"), order=DateOrder.MONTH_FIRST)
    assert [str(one.when.day) for one in taken(whatsapp.read(io.BytesIO(content.encode()), wanted))] == [
        "2026-04-03",
        "2026-04-13",
    ]


def test_nothing_lies_in_the_future() -> None:
    """Day first, the second would be the 8th of December, and it is November."""
    content = chat("08/09/2026, 10:00 - Ruth: Hi", "08/12/2026, 10:00 - Sam: Hi")
    assert [str(one.when.day) for one in taken(read(content, "Ruth"))] == ["2026-08-09", "2026-08-12"]


def test_a_day_that_is_none_is_a_problem_and_the_others_are_read() -> None:
    content = chat(
        "13/03/2026, 10:00 - Ruth: a",
        "31/02/2026, 10:00 - Ruth: b",
        "14/03/2026, 10:00 - Sam: c",
        "14/03/2027, 10:00 - Sam: d",
    )
    items = read(content, "Ruth")
    assert problems(items) == [(2, "date", "not_a_time"), (4, "date", "in_future")]
    assert [one.messages for one in taken(items)] == [1, 1]


def test_days_of_the_islamic_calendar_are_refused() -> None:
    with pytest.raises(Malformed) as error:
        read(chat("", "15/8/1443, 10:00 - Ruth: a", "16/8/1443, 10:00 - Sam: b"), "Ruth")
    assert error.value.line == 2


@pytest.mark.parametrize("content", ["", "\n", "hello\nthere: you\n", "12/05/2025 dentist\n", "a,b\n1,2\n"])
def test_a_file_that_is_no_chat_is_refused(content: str) -> None:
    with pytest.raises(Malformed):
        read(content, "Ruth")
    with pytest.raises(Malformed):
        look(content)


# Times


def test_times_are_those_of_the_zone_chosen() -> None:
    content = chat("13/03/2026, 23:30 - Ruth: a", "13/07/2026, 23:30 - Sam: b")
    moments = [one.when.timestamp for one in taken(read(content, "Ruth", zone="America/New_York"))]
    assert moments == [
        1773459000,
        1783999800,
    ]  # 03:30 UTC on the 14th, both: New York keeps summer time in March already


def test_an_hour_that_comes_twice_is_told_by_the_order_of_lines() -> None:
    """On 25 October 2026 clocks in Berlin went back from 3:00 to 2:00."""
    content = chat(*(f"[25/10/2026, {time}] {name}: a" for time, name in (
        ("01:50:00", "Ruth"), ("02:30:00", "Sam"), ("02:55:00", "Ruth"), ("02:10:00", "Sam"), ("02:58:00", "Ruth"), ("03:05:00", "Sam"))))  # fmt: skip
    (one,) = taken(read(content, "Ruth"))
    assert (
        one.source_key == f"messages~{1792885800}~{1792893900}"
    )  # 23:50 UTC to 2:05 UTC: 2 hours 15 minutes, not 1:15
    shorter = replace(choices("Ruth"), silence=10)
    moments = [one.when.timestamp for one in taken(whatsapp.read(io.BytesIO(content.encode()), shorter))]
    assert [moment - moments[0] for moment in moments] == [0, 2400, 3900, 4800, 7680]


def test_the_order_of_lines_does_not_matter_otherwise() -> None:
    content = chat(
        "14/03/2026, 10:30 - Ruth: late", "14/03/2026, 10:00 - Sam: a", "13/03/2026, 10:00 - Ruth: b"
    )
    assert told(read(content, "Ruth")) == [
        ("2026-03-13 10:00:00", Medium.MESSAGE, 1, None, ReachedOut.MOM),
        ("2026-03-14 10:00:00", Medium.MESSAGE, 2, None, ReachedOut.ME),
    ]


# Calls


def test_calls_of_an_iphone() -> None:
    lines = (
        ("10:00:00", "Ruth Example", f"{LRM}Voice call, {LRM}4 min"),
        ("11:00:00", "Sam", f"{LRM}Video call, {LRM}1 hr 23 min"),
        ("12:00:00", "Ruth Example", f"{LRM}Voice call, {LRM}20 sec"),
        ("13:00:00", "Ruth Example", f"{LRM}Voice call, {LRM}Answered on other device"),
        ("14:00:00", "Ruth Example", f"{LRM}Missed voice call, {LRM}Tap to call back"),
        ("15:00:00", "Sam", f"{LRM}Voice call, {LRM}No answer"),
        ("16:00:00", "Ruth Example", f"{LRM}Silenced voice call, {LRM}Focus mode"),
        ("17:00:00", "Ruth Example", "Call me asap"),
    )
    items = read(
        chat(
            *(
                f"{LRM if LRM in what else ''}[13/03/2026, {time}] {name}: {what}"
                for time, name, what in lines
            )
        )
    )
    assert [(one.medium, one.minutes, one.reached_out) for one in taken(items)] == [
        (Medium.CALL, 4, ReachedOut.MOM),
        (Medium.VIDEO, 83, ReachedOut.ME),
        (Medium.CALL, 1, ReachedOut.MOM),
        (Medium.CALL, None, ReachedOut.MOM),
        (Medium.MESSAGE, None, ReachedOut.MOM),
    ]
    assert left_out(items) == [(line, Left.NOT_ANSWERED) for line in (5, 6, 7)]


def test_two_calls_of_a_minute_are_two() -> None:
    content = chat(*["13/03/2026, 10:00 - Ruth: Voice call, 1 min"] * 2, "13/03/2026, 11:00 - Sam: Hi")
    first, second, _ = taken(read(content, "Ruth"))
    assert first.source_key != second.source_key
    assert [one.source_key for one in taken(read(content, "Ruth"))][:2] == [
        first.source_key,
        second.source_key,
    ]


def test_a_call_of_which_more_is_said_is_a_message() -> None:
    content = chat(
        "13/03/2026, 10:00 - Ruth: Voice call, 1 min", "that was short", "13/03/2026, 11:00 - Sam: Hi"
    )
    assert [one.messages for one in taken(read(content, "Ruth"))] == [2]
