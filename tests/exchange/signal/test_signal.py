"""Exports of Signal chats, in the three shapes there are."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconnect_desktop.domain.errors import Malformed, WhoIsMissing, WhoIsUnknown
from reconnect_desktop.domain.interaction import Interaction, Medium, ReachedOut
from reconnect_desktop.domain.when import When
from reconnect_desktop.exchange import signal
from reconnect_desktop.exchange.draft import Found, Left
from reconnect_desktop.exchange.reader import Asks, Contact, Unit
from tests.exchange.readers import choices, found, left_out, now, problems, records
from tests.exchange.signal_files import (
    ANN,
    ME,
    RUTH,
    family,
    individual_call,
    item,
    lines,
    own_export,
    row,
    ruths_lines,
    ruths_text,
)

SOMEBODY_ELSE, NOT_ANSWERED, NOTICE, NOT_SENT = (
    Left.SOMEBODY_ELSE,
    Left.NOT_ANSWERED,
    Left.NOTICE,
    Left.NOT_SENT,
)


def read(content: str | bytes, *who: str, zone: str = "Europe/Berlin") -> list[Found]:
    return found(signal.read, content, *who, zone=zone)


def with_texts(content: str, *who: str) -> list[Interaction]:
    stream = io.BytesIO(content.encode())
    return interactions(list(signal.read(stream, replace(choices(*who), keep_texts=True))))


def look(content: str) -> Asks:
    return signal.look(io.BytesIO(content.encode()), "Europe/Berlin")


def interactions(items: list[Found]) -> list[Interaction]:
    return [record for record in records(items) if isinstance(record, Interaction)]


def told(items: list[Found]) -> list[tuple[str, str, int | None, int | None, str | None]]:
    """Each as (local time, medium, minutes, messages, who reached out)."""
    return [
        (
            one.when.local.isoformat()[:16],
            one.medium.value,
            one.minutes,
            one.messages,
            one.reached_out.value if one.reached_out else None,
        )
        for one in interactions(items)
    ]


def test_the_lines_of_one_chat_need_no_answer() -> None:
    items = read(ruths_lines())
    assert told(items) == [
        ("2026-03-01T19:00", "call", 12, None, "me"),
        ("2026-03-01T20:00", "video", 1, None, "mom"),
        ("2026-03-01T18:00", "message", None, 3, "mom"),
        ("2026-03-02T13:00", "message", None, 1, "me"),
    ]
    assert left_out(items) == [(6, NOT_ANSWERED), (7, NOT_ANSWERED), (8, NOT_ANSWERED), (9, NOTICE)]
    assert problems(items) == []
    assert look(ruths_lines()) == Asks(
        contacts=(Contact("Ruth", "Ruth", (), ((Unit.CALL, 2), (Unit.MESSAGE, 4)), date(2026, 3, 2)),),
        local_times=True,
        messages=True,
    )


def test_a_call_becomes_an_unrated_interaction() -> None:
    assert interactions(read(ruths_lines()))[0] == Interaction(
        id="new-1",
        when=When(datetime(2026, 3, 1, 19), 3600, "Europe/Berlin"),
        medium=Medium.CALL,
        minutes=12,
        reached_out=ReachedOut.ME,
        source="signal",
        # 18:00 UTC, and 12 minutes and 3 seconds later.
        source_key="call~1772388000~1772388723",
        logged=now(),
    )


@pytest.mark.parametrize(
    ("body", "outcome"),
    [
        ("Incoming call", ("call", None, "mom")),  # as versions before 2026 tell of every call
        ("Outgoing call", ("call", None, "me")),
        ("Incoming voice call (accepted)", ("call", None, "mom")),
        ("Outgoing video call (accepted, 0m 31s)", ("video", 1, "me")),
        ("Incoming call (accepted, 75m 10s)", ("call", 75, "mom")),
        ("Incoming voice call (accepted, 1h 2m 3s)", ("call", 62, "mom")),
        ("Outgoing audio call (accepted, 2h)", ("call", 120, "me")),
        ("Missed call", NOT_ANSWERED),
        ("Missed video call", NOT_ANSWERED),
        ("Outgoing voice call (declined by recipient)", NOT_ANSWERED),
        ("Outgoing voice call (pending)", NOT_ANSWERED),
        ("Incoming group call (accepted, 5m 0s)", NOTICE),
        ("Incoming call me asap", None),
        ("Missed call, sorry", None),
        ("Outgoing call\nand more", None),
    ],
)
def test_a_call_is_known_by_the_whole_of_its_text(
    body: str, outcome: tuple[str, int | None, str] | Left | None
) -> None:
    items = read(lines(row("2026-03-01T18:00:00", "Ruth", "a"), row("2026-03-01T18:30:00", "Ruth", body)))
    calls = [
        (one.medium.value, one.minutes, str(one.reached_out))
        for one in interactions(items)
        if not one.messages
    ]
    if outcome is None:
        assert [one.messages for one in interactions(items)] == [2]
    elif isinstance(outcome, Left):
        assert (calls, left_out(items)) == ([], [(2, outcome)])
    else:
        assert calls == [outcome]


def test_a_file_of_calls_alone_has_a_contact_too() -> None:
    content = lines(row("2026-03-01T18:00:00", "Ruth", "Incoming voice call (accepted, 5m 0s)", call=True))
    assert [one.label for one in look(content).contacts] == ["Ruth"]
    assert told(read(content)) == [("2026-03-01T18:00", "call", 5, None, "mom")]


def test_a_call_without_words_for_its_answer_is_missed_if_the_flag_says_so() -> None:
    items = read(lines(row("2026-03-01T18:00:00", "Me", "Outgoing call", call=True, missed=True)))
    assert left_out(items) == [(1, SOMEBODY_ELSE)]  # nobody but me is in the file
    items = read(lines(row("2026-03-01T18:00:00", "Ruth", "Incoming call", call=True, missed=True)))
    assert left_out(items) == [(1, NOT_ANSWERED)]


def test_times_with_an_offset_are_not_local() -> None:
    content = lines(row("2026-03-01T18:00:00+00:00", "Ruth"), row("2026-03-01T18:00:01Z", "Me"))
    assert not look(content).local_times
    assert told(read(content)) == [("2026-03-01T19:00", "message", None, 2, "mom")]


def test_what_a_second_run_added_again_counts_once() -> None:
    assert told(read(ruths_lines() * 2)) == told(read(ruths_lines()))


def test_lines_in_a_list_and_with_blank_ones_between_are_read_too() -> None:
    rows = [json.loads(one) for one in ruths_lines().splitlines()]
    assert told(read(json.dumps(rows))) == told(read(ruths_lines()))
    assert told(read("\n\n" + ruths_lines().replace("\n", "\r\n\r\n"))) == told(read(ruths_lines()))


def test_in_a_group_hers_and_mine_count_where_she_wrote() -> None:
    content = lines(
        row("2026-03-01T10:00:00", "Me"),
        row("2026-03-01T10:01:00", "Ann"),
        row("2026-03-01T10:02:00", "Ruth"),
        row("2026-03-02T10:00:00", "Me"),
        row("2026-03-02T10:01:00", "No-Sender"),
        row("2026-03-03T10:00:00", "Ann", "Incoming video call (accepted, 9m 0s)"),
    )
    assert [(one.label, one.counts[1][1]) for one in look(content).contacts] == [("Ann", 1), ("Ruth", 1)]
    with pytest.raises(WhoIsMissing):
        read(content)
    items = read(content, "Ruth")
    assert told(items) == [("2026-03-01T10:00", "message", None, 2, None)]
    assert left_out(items) == [(2, SOMEBODY_ELSE), (5, SOMEBODY_ELSE), (6, NOTICE)]


def test_who_wrote_first_stays_open_where_the_sender_is_missing() -> None:
    content = lines(row("2026-03-01T10:00:00", "No-Sender"), row("2026-03-01T10:01:00", "Ruth"))
    assert told(read(content)) == [("2026-03-01T10:00", "message", None, 2, None)]


def test_what_cannot_be_read_is_told_by_line() -> None:
    content = lines(
        row("2026-03-01T10:00:00", "Ruth"),
        row("yesterday", "Ruth"),
        json.dumps({"sender": "Ruth", "body": "a"}),
        row("2026-12-24T10:00:00", "Ruth"),
    )
    items = read(content)
    assert problems(items) == [(2, "date", "not_a_time"), (3, "date", "empty"), (4, "when", "in_future")]
    assert len(records(items)) == 1


def test_the_text_of_a_chat_is_read_with_lines_that_go_on() -> None:
    items = read(ruths_text())
    assert told(items) == [
        ("2026-03-01T19:00", "call", 2, None, "me"),
        ("2026-03-01T18:00", "message", None, 2, "mom"),
    ]
    assert left_out(items) == [(13, NOTICE)]
    assert look(ruths_text()).local_times
    assert with_texts(ruths_text())[1].note == "Hello\n> Hello\n\nHi\n[2026: a line of mine]  \n(- Ruth: ❤ -)"


def test_the_oldest_texts_have_a_comma_and_no_seconds() -> None:
    content = "\ufeff[2019-05-29, 15:04] Me: How are you?  \r\n[2019-05-29, 15:10] Ruth: Fine\r\nand you?\r\n[2019-05-30, 15:20] Ruth:"
    items = read(content)
    assert told(items) == [("2019-05-29T15:04", "message", None, 2, "me")]
    assert left_out(items) == [(4, NOTICE)]


def test_two_who_are_both_not_called_me_can_each_be_her() -> None:
    content = "[2019-12-24, 12:23] Ruth: Hello Sam!\n[2019-12-24, 12:25] Sam: Hello\nRuth!\n"
    assert [one.label for one in look(content).contacts] == ["Ruth", "Sam"]
    assert told(read(content, "Ruth")) == [("2019-12-24T12:23", "message", None, 2, "mom")]
    assert told(read(content, "Sam")) == [("2019-12-24T12:23", "message", None, 2, "me")]
    with pytest.raises(WhoIsUnknown):
        read(content, "Me")


def test_signals_own_export_is_read() -> None:
    items = read(family(), "Ruth Example")
    assert told(items) == [
        ("2026-03-01T19:00", "video", None, None, "me"),
        ("2026-03-01T21:00", "call", None, None, "mom"),
        ("2026-03-01T18:00", "message", None, 3, "mom"),
        ("2026-03-03T12:00", "message", None, 1, "me"),
        ("2026-04-01T12:10", "message", None, 2, None),  # hers and mine of the group
    ]
    assert left_out(items) == [
        (16, NOT_ANSWERED),
        (18, NOTICE),
        (19, NOT_SENT),
        (21, SOMEBODY_ELSE),
        (22, SOMEBODY_ELSE),
        (26, SOMEBODY_ELSE),
    ]
    assert [one.source_key for one in interactions(items)][:2] == ["call:7", "call:9"]


def test_everybody_in_signals_own_export_is_listed() -> None:
    asks = look(family())
    assert asks.contacts == (
        # 2 calls; 4 messages of the chat and 1 of the group's.
        Contact(
            "Ruth Example",
            "Ruth Example",
            ("+15555550113",),
            ((Unit.CALL, 2), (Unit.MESSAGE, 5)),
            date(2026, 4, 1),
        ),
        Contact("Ann", "Ann", (), ((Unit.CALL, 0), (Unit.MESSAGE, 2)), date(2026, 4, 1)),
    )
    assert not asks.local_times
    assert told(read(family(), "555-555-0113")) == told(read(family(), "Ruth Example"))


def test_what_is_wrong_in_signals_own_export_is_told_by_line() -> None:
    late, never = item("2026-03-01T17:00:00", RUTH), item("2026-03-01T17:00:00", RUTH)
    late["chatItem"]["dateSent"] = "9" * 17  # type: ignore[index]
    never["chatItem"]["dateSent"] = "soon"  # type: ignore[index]
    content = own_export(
        late,
        never,
        individual_call("2026-12-24T10:00:00", "INCOMING", "ACCEPTED"),
        item("2026-03-01T17:00:00", ANN, "11"),
    )
    assert problems(read(content, "Ruth Example")) == [
        (12, "date", "out_of_range"),
        (13, "date", "not_a_time"),
        (14, "date", "in_future"),
    ]


@given(
    st.lists(
        st.tuples(
            st.integers(0, 500_000),
            st.sampled_from(["Ruth", "Me"]),
            st.text(st.characters(codec="utf-8"), max_size=30),
        ),
        min_size=1,
        max_size=30,
        unique_by=lambda entry: entry[0],
    )
)
def test_every_message_is_counted_once(entries: list[tuple[int, str, str]]) -> None:
    begin = datetime(2026, 1, 1)
    rows = [
        row((begin + timedelta(seconds=seconds)).isoformat(), sender, f"x{body}")
        for seconds, sender, body in entries
    ]
    content = lines(row("2025-01-01T00:00:00", "Ruth"), *rows)
    taken = interactions(read(content))
    assert sum(one.messages or 0 for one in taken) == len(entries) + 1
    assert [one.when.local for one in taken][1:] == sorted(one.when.local for one in taken)[1:]


@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_any_words_come_back_from_lines(body: str) -> None:
    (only,) = with_texts(lines(row("2026-03-01T18:00:00", "Ruth", f"x{body}.")))
    assert only.note == f"x{body}.".replace("\0", "")


@pytest.mark.parametrize(
    "content", ["{", '{"date"', ruths_lines()[:-20], family()[:-9], "[1]", "null", "words", "<a>"]
)
def test_what_is_no_such_file_is_refused(content: str) -> None:
    with pytest.raises(Malformed) as caught:
        read(content, "Ruth")
    assert caught.value.format_name == "signal"


def test_notes_to_oneself_are_nobodys() -> None:
    items = read(own_export(item("2026-03-01T17:00:00", ME, "13")), "Ruth Example")
    assert [*records(items), *left_out(items)] == [(12, SOMEBODY_ELSE)]


def test_an_empty_file_holds_nothing() -> None:
    assert read("") == read(own_export(), "Ruth Example") == []


@pytest.mark.parametrize(
    ("head", "known"),
    [
        (ruths_lines(), True),
        ("\ufeff" + ruths_lines(), True),
        (ruths_lines()[:200], True),
        (ruths_text(), True),
        (ruths_text().replace("Me:", "Sam:"), True),  # the two blanks tell it
        ("[2019-12-24, 12:23] Jane: Hello", True),
        ("[2022-03-27, 21:41:35] Jane: Hello\n[2022-03-27, 21:41:36] John: Hello\n", False),  # WhatsApp's
        ("[2022-03-27] Jane: Hello", False),
        ("[27/03/2022, 21:41:35] Jane: Hello", False),
        (family(), True),
        (family().split("\n", 1)[1], True),  # without its first line
        ('{"account": {"data": []}}', False),
        ('{"date": "2026-03-01", "mood": 3}', False),
        ("", False),
    ],
)
def test_it_is_recognised_by_what_is_in_it(head: str, known: bool) -> None:
    assert signal.recognise(head.encode()) is known
