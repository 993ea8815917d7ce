"""Messages of SMS Backup & Restore: who is in them, and which exchanges they make."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, datetime

import pytest

from reconnect_desktop.domain.errors import Malformed, UnsafeFile, WhoIsMissing, WhoIsUnknown
from reconnect_desktop.domain.interaction import Interaction, Medium, ReachedOut
from reconnect_desktop.domain.when import When
from reconnect_desktop.exchange import formats
from reconnect_desktop.exchange.draft import Found, Left
from reconnect_desktop.exchange.reader import Asks, Contact, Unit
from reconnect_desktop.exchange.sms import messages as sms_messages
from tests.exchange.messages import (
    ANN,
    DRAFT,
    FAILED,
    ME,
    OUTBOX,
    QUEUED,
    RECEIVED,
    RUTH,
    RUTH_AT_HOME,
    SENT,
    backup,
    chat,
    mms,
    moment,
    part,
    sms,
)
from tests.exchange.readers import choices, found, left_out, now, problems, records

NOON = "2026-03-01T12:00:00"


def read(content: str | bytes, *who: str, zone: str = "Europe/Berlin") -> list[Found]:
    return found(sms_messages.read, content, *who, zone=zone)


def exchanges(content: str, *who: str) -> list[Interaction]:
    return [record for record in records(read(content, *who)) if isinstance(record, Interaction)]


def counts(content: str, *who: str) -> list[int | None]:
    return [exchange.messages for exchange in exchanges(content, *who)]


def look(content: str) -> Asks:
    return sms_messages.look(io.BytesIO(content.encode()), "Europe/Berlin")


def test_messages_become_exchanges() -> None:
    first, second, third = exchanges(chat(), "Ruth Example")
    assert first == Interaction(
        id="new-1",
        when=When(datetime(2026, 3, 1, 18), 3600, "Europe/Berlin"),
        medium=Medium.MESSAGE,
        messages=3,
        reached_out=ReachedOut.MOM,
        source="sms",
        source_key="messages~1772384400~1772384760",
        logged=now(),
    )
    assert (second.messages, second.reached_out, second.when.local.hour) == (1, ReachedOut.ME, 20)
    assert (third.messages, third.reached_out, third.when.day) == (2, ReachedOut.ME, date(2026, 3, 5))


def test_a_longer_silence_makes_fewer_of_them() -> None:
    patient = replace(choices("Ruth Example"), silence=121)
    stream = io.BytesIO(chat().encode())
    assert [getattr(record, "messages", 0) for record in records(sms_messages.read(stream, patient))] == [
        4,
        2,
    ]


def test_what_was_written_is_kept_only_if_it_is_wished_for() -> None:
    assert {exchange.note for exchange in exchanges(chat(), "Ruth Example")} == {""}
    keeping = replace(choices("Ruth Example"), keep_texts=True)
    notes = [getattr(r, "note", "") for r in records(sms_messages.read(io.BytesIO(chat().encode()), keeping))]
    assert notes == ["Hello dear\nHello Mom 👋\nThe garden", "Good night", "Look\nLook"]


def test_the_rest_is_left_out() -> None:
    # By hand: the first mms stands in lines 7 to 16, those after it are 9 lines long with one address and 10 to 12 with more.
    lines = chat().splitlines()
    line_of = {
        text: 1 + next(i for i, line in enumerate(lines) if text in line)
        for text in ("never", "Lunch", "code")
    }
    others_answer = 1 + next(i for i, line in enumerate(lines) if str(moment("2026-03-05T10:01:00")) in line)
    assert left_out(read(chat(), "Ruth Example")) == [
        (line_of["never"], Left.NOT_SENT),
        (line_of["Lunch"], Left.SOMEBODY_ELSE),
        (others_answer, Left.SOMEBODY_ELSE),
        (line_of["code"], Left.SOMEBODY_ELSE),
    ]


def test_everybody_is_listed_by_number_of_messages() -> None:
    asks = look(chat())
    assert asks.messages
    assert list(asks.contacts) == [
        Contact(
            "Ruth Example",
            "Ruth Example",
            (RUTH, "5555550113", RUTH_AT_HOME),
            ((Unit.MESSAGE, 6),),
            date(2026, 3, 5),
        ),
        Contact("Ann", "Ann", (ANN,), ((Unit.MESSAGE, 3),), date(2026, 3, 5)),
        Contact("72975", "", ("72975",), ((Unit.MESSAGE, 1),), date(2026, 3, 6)),
    ]


def test_each_label_and_number_gives_what_the_list_promises() -> None:
    for contact in look(chat()).contacts:
        promised = contact.counts[0][1]
        assert sum(count or 0 for count in counts(chat(), contact.label)) == promised
        assert sum(count or 0 for count in counts(chat(), *contact.numbers)) == promised


def test_without_a_name_it_asks() -> None:
    with pytest.raises(WhoIsMissing) as caught:
        read(chat())
    assert caught.value.contacts == (("Ruth Example", 6), ("Ann", 3), ("72975", 1))
    with pytest.raises(WhoIsUnknown):
        read(chat(), "Bob")


@pytest.mark.parametrize("kind", [DRAFT, OUTBOX, FAILED, QUEUED])
def test_what_never_left_is_left_out(kind: int) -> None:
    assert left_out(read(backup(sms(RUTH, NOON, kind)))) == [(5, Left.NOT_SENT)]
    assert left_out(read(backup(mms(RUTH, NOON, kind)))) == [(5, Left.NOT_SENT)]


@pytest.mark.parametrize("report", ["134", "136"])
def test_a_report_is_no_message(report: str) -> None:
    assert left_out(read(backup(mms(RUTH, NOON, RECEIVED, more=f'm_type="{report}"')))) == [(5, Left.NOTICE)]


def test_the_same_message_from_two_backups_counts_once() -> None:
    one = sms(RUTH, NOON, RECEIVED, "Hello", "Ruth")
    assert counts(
        backup(one, one.replace("whatever", "otherwise"), sms(RUTH, NOON, RECEIVED, "Hi", "Ruth"))
    ) == [2]
    picture = mms(RUTH, NOON, RECEIVED)
    assert counts(backup(picture, picture)) == [1]
    assert look(backup(picture, picture)).contacts[0].counts == ((Unit.MESSAGE, 1),)


def test_a_group_counts_what_she_wrote_and_what_i_wrote_to_it() -> None:
    group = f"{RUTH}~{ANN}~+15555550140"
    content = backup(
        mms(group, NOON, SENT, addresses=(("insert-address-token", 137), (RUTH, 151), (ANN, 151))),
        mms(group, "2026-03-01T12:01:00", RECEIVED, addresses=((ANN, 137), (RUTH, 151))),
        mms(group, "2026-03-01T12:02:00", RECEIVED, addresses=(("5555550113", 137), (ANN, 151))),
        mms(group, "2026-03-01T12:03:00", RECEIVED),  # nobody knows whose
    )
    (exchange,) = exchanges(content, RUTH)
    assert (exchange.messages, exchange.reached_out) == (2, ReachedOut.ME)
    assert [contact.counts[0][1] for contact in look(content).contacts] == [2, 2, 1]


def test_a_message_without_an_address_is_known_by_who_sent_or_got_it() -> None:
    content = backup(
        mms(None, NOON, RECEIVED, addresses=((RUTH, 137), (ME, 151))),
        mms(None, "2026-03-01T12:01:00", SENT, addresses=(("insert-address-token", 137), (RUTH, 151))),
    )
    assert counts(content, RUTH) == [2]


def test_other_programs_write_seconds_and_call_the_box_a_type() -> None:
    noon = moment(NOON)
    seconds = mms(RUTH, noon // 1000, RECEIVED).replace("msg_box", "type")
    (exchange,) = exchanges(backup(seconds, sms(RUTH, noon + 1000, SENT, name=None)), RUTH)
    assert (exchange.messages, exchange.when.timestamp) == (2, noon // 1000)


def test_what_is_wrong_with_a_message_is_told_by_line() -> None:
    content = backup(
        sms(RUTH, 0, RECEIVED),  # 5
        sms(RUTH, "2026-11-22T18:00:00", RECEIVED),  # 6: tomorrow is 19:00 in Berlin, now is 18:40
        sms(RUTH, NOON, 1000),  # 7
        sms(RUTH, NOON, ""),  # 8
        sms(RUTH, NOON, RECEIVED).replace(str(moment(NOON)), "noon"),  # 9
        '<sms date="1" type="1" body="x"/>',  # 10
        sms("null", NOON, RECEIVED),  # 11: somebody without a name and a number
        sms(RUTH, NOON, RECEIVED),  # 12
    )
    items = read(content, RUTH)
    assert problems(items) == [
        (5, "date", "out_of_range"),
        (7, "type", "unknown_word"),
        (8, "type", "empty"),
        (9, "date", "not_a_number"),
        (10, "address", "empty"),
        (6, "when", "in_future"),
    ]
    assert left_out(items) == [(11, Left.SOMEBODY_ELSE)]
    assert [getattr(record, "messages", 0) for record in records(items)] == [1]


def test_quotes_and_angles_in_a_text_are_text() -> None:
    hostile = "a > b, </smses> \"quoted\" data='abc' <!DOCTYPE x> & \ud7ff"
    assert counts(backup(sms(RUTH, NOON, RECEIVED, hostile), sms(RUTH, NOON, SENT)), RUTH) == [2]


def test_emoji_in_two_halves_are_read() -> None:
    content = backup(sms(RUTH, NOON, RECEIVED, "X")).replace('"X"', '"&#55357;&#56396;&#55357;"')
    keeping = replace(choices(RUTH), keep_texts=True)
    (record,) = records(sms_messages.read(io.BytesIO(content.encode()), keeping))
    assert getattr(record, "note", "") == "\U0001f44c\ufffd"


def test_pictures_of_many_megabytes_are_passed_over() -> None:
    picture = part("image/jpeg", data=bytes(9_000_000))  # 12 MB of base64: too long for one attribute
    content = backup(mms(RUTH, NOON, RECEIVED, picture), sms(RUTH, NOON, SENT))
    assert counts(content, RUTH) == [2]


@pytest.mark.parametrize("end", [20, 500, 2000, -3, -20])
def test_a_truncated_file_is_refused_before_anything_is_yielded(end: int) -> None:
    content = chat().strip()[:end]
    with pytest.raises(Malformed) as caught:
        next(sms_messages.read(io.BytesIO(content.encode()), choices("Ruth Example")))
    assert caught.value.format_name == "sms"


@pytest.mark.parametrize(
    "content",
    [
        "<!DOCTYPE smses>" + backup(head=""),
        "<smses>" + "<a>" * 100_000,
        "<smses><mms>" + "<part>" * 100_000,
        '<smses><sms body="' + "- " * 6_000_000,
    ],
)
def test_what_could_do_harm_is_refused(content: str) -> None:
    with pytest.raises(UnsafeFile):
        read(content, "Ruth")


def test_it_is_recognised_by_its_root() -> None:
    assert formats.recognise(chat().encode()).name == "sms"
    assert formats.recognise(b"<smses count='0'/>").name == "sms"
