"""Call logs of SMS Backup & Restore: who is in them, and what becomes an interaction."""

from __future__ import annotations

import io
import tracemalloc
from collections.abc import Iterator
from datetime import date, datetime

import pytest

from reconnect_desktop.domain.errors import Malformed, UnsafeFile, WhoIsMissing, WhoIsUnknown
from reconnect_desktop.domain.interaction import Interaction, Medium, ReachedOut
from reconnect_desktop.domain.when import When
from reconnect_desktop.exchange.draft import Draft, Found, Left
from reconnect_desktop.exchange.people import people
from reconnect_desktop.exchange.reader import Contact, Unit
from reconnect_desktop.exchange.reading import decoding
from reconnect_desktop.exchange.sms import calls as sms_calls
from tests.exchange.calls import BLOCKED, HEAD, IN, MISSED, OUT, REJECTED, call, family, log, many
from tests.exchange.readers import choices, found, left_out, now, problems, records

SOMEBODY_ELSE, NOT_ANSWERED = Left.SOMEBODY_ELSE, Left.NOT_ANSWERED
NOON = "2026-03-01T12:00:00"


def read(content: str | bytes, *who: str, zone: str = "Europe/Berlin") -> list[Found]:
    return found(sms_calls.read, content, *who, zone=zone)


def lines_taken(items: list[Found]) -> list[int]:
    return [item.line for item in items if isinstance(item, Draft)]


def contacts(content: str) -> list[Contact]:
    return list(sms_calls.look(io.BytesIO(content.encode()), "Europe/Berlin").contacts)


def test_the_answered_calls_of_one_person_are_found() -> None:
    items = read(family(), "Ruth Example")
    assert lines_taken(items) == [5, 6, 9, 10, 15]
    assert left_out(items) == [
        (7, NOT_ANSWERED),
        (8, NOT_ANSWERED),
        (11, SOMEBODY_ELSE),
        (12, SOMEBODY_ELSE),
        (13, SOMEBODY_ELSE),
        (14, SOMEBODY_ELSE),
        (16, NOT_ANSWERED),
    ]
    assert problems(items) == []


def test_a_call_becomes_an_unrated_interaction() -> None:
    assert records(read(family(), "Ruth Example"))[0] == Interaction(
        id="new-1",
        when=When(datetime(2026, 3, 1, 18), 3600, "Europe/Berlin"),
        medium=Medium.CALL,
        minutes=10,
        reached_out=ReachedOut.ME,
        source="sms-calls",
        source_key="15555550113:1772384400000:600:2",
        logged=now(),
    )


def test_lengths_are_whole_minutes_and_none_where_another_device_answered() -> None:
    taken = [record for record in records(read(family(), "Ruth Example")) if isinstance(record, Interaction)]
    assert [record.minutes for record in taken] == [10, 1, 1, 1, None]
    assert [record.reached_out for record in taken] == ["me", "mom", "mom", "mom", "mom"]


def test_the_day_is_the_one_lived_in_the_zone_chosen() -> None:
    def days(zone: str) -> date:
        return [
            record.when.day
            for record in records(read(family(), "Ruth Example", zone=zone))
            if isinstance(record, Interaction)
        ][3]

    assert days("Europe/Berlin") == date(2026, 7, 6)
    assert days("America/New_York") == date(2026, 7, 5)
    assert days("") == date(2026, 7, 5)  # 23:30 at the offset of now


def test_everybody_is_listed_by_number_of_contacts() -> None:
    assert contacts(family()) == [
        Contact(
            "Ruth Example",
            "Ruth Example",
            ("+15555550113", "5555550199", "5555550113"),
            ((Unit.CALL, 5),),
            date(2026, 7, 6),
        ),
        Contact("Ann", "Ann", ("5555550120",), ((Unit.CALL, 2),), date(2026, 3, 7)),
        Contact("5555550130", "", ("5555550130",), ((Unit.CALL, 1),), date(2026, 3, 8)),
    ]


def test_each_label_and_number_gives_what_the_list_promises() -> None:
    for contact in contacts(family()):
        assert len(records(read(family(), contact.label))) == contact.counts[0][1]
        assert len(records(read(family(), *contact.numbers))) == contact.counts[0][1]


@pytest.mark.parametrize(
    ("who", "lines"),
    [
        (("RUTH  example ",), [5, 6, 9, 10, 15]),
        (("+1 555-555-0113",), [5, 9, 10, 15]),
        (("5555550113",), [5, 9, 10, 15]),
        (("5555550199",), [6]),
        (("Ann", "5555550130"), [11, 12, 13]),
        (("Ann", "nobody at all"), [11, 12]),
        (("Ann", ""), [11, 12]),
    ],
)
def test_who_is_named_in_any_way(who: tuple[str, ...], lines: list[int]) -> None:
    assert lines_taken(read(family(), *who)) == lines


def test_without_a_name_it_asks() -> None:
    with pytest.raises(WhoIsMissing) as caught:
        read(family())
    assert type(caught.value) is WhoIsMissing
    assert caught.value.contacts == (("Ruth Example", 5), ("Ann", 2), ("5555550130", 1))


@pytest.mark.parametrize("who", ["Rut", "5550113", "(Unknown)", "null", "-1", "name:ann"])
def test_an_unknown_name_is_told_with_those_who_are_there(who: str) -> None:
    with pytest.raises(WhoIsUnknown) as caught:
        read(family(), who)
    assert len(caught.value.contacts) == 3


def test_the_only_person_need_not_be_named() -> None:
    content = log(call("5555550113", NOON, 60, IN, "Ruth"), call("+15555550113", NOON, 60, OUT, "Ruth"))
    assert lines_taken(read(content)) == [5, 6]


def test_an_empty_log_holds_nothing() -> None:
    assert read(log()) == read(log(), "Ruth") == []
    assert contacts(log()) == []


def test_a_national_number_that_fits_two_countries_means_neither() -> None:
    content = log(call("+12125550113", NOON, 60, IN), call("+522125550113", NOON, 60, IN))
    with pytest.raises(WhoIsUnknown):
        read(content, "2125550113")
    assert lines_taken(read(content, "+12125550113")) == [5]


def test_people_whose_numbers_end_alike_are_not_mixed_up() -> None:
    content = log(call("2125550113", NOON, 60, IN), call("3125550113", NOON, 60, IN))
    assert lines_taken(read(content, "2125550113")) == [5]


def test_a_name_without_a_number_is_a_contact_too() -> None:
    content = log(
        call("", NOON, 60, IN, "Ruth"),
        call("sip:ann@example.org", NOON, 60, IN, None),
        call("", NOON, 9, IN, ""),
    )
    assert [contact.label for contact in contacts(content)] == ["Ruth", "sip:ann@example.org"]
    assert lines_taken(read(content, "Ruth")) == [5]
    assert lines_taken(read(content, "sip:ann@example.org")) == [6]


@pytest.mark.parametrize("kind", [MISSED, REJECTED, BLOCKED])
def test_what_nobody_answered_is_left_out_whatever_its_length(kind: int) -> None:
    assert left_out(read(log(call("5555550113", NOON, 45, kind)))) == [(5, NOT_ANSWERED)]


def test_the_same_call_twice_in_a_file_comes_once() -> None:
    twice = call("5555550113", NOON, 60, IN, "Ruth")
    content = log(twice, twice, call("5555550113", NOON, 61, IN, "Ruth"))
    assert lines_taken(read(content)) == [5, 7]
    assert contacts(content)[0].counts[0][1] == 2


def test_the_key_of_a_call_is_the_same_in_every_backup() -> None:
    one = records(read(log(call("+1 (555) 555-0113", NOON, 60, IN, "Ruth"))))[0]
    other = records(read(log(call("+15555550113", NOON, 60, IN, "Mom")), zone="Asia/Tokyo"))[0]
    assert isinstance(one, Interaction)
    assert isinstance(other, Interaction)
    assert one.source_key == other.source_key


def test_what_is_wrong_with_a_call_is_told_by_line() -> None:
    year_9999 = 253_370_764_800_000
    content = log(
        call("5555550113", -1, 60, IN),  # 5
        call("5555550113", 0, 60, IN),  # 6
        call("5555550113", year_9999, 60, IN),  # 7
        call("5555550113", "2026-11-22T18:00:00", 60, IN),  # 8: tomorrow is 19:00 in Berlin, now is 18:40
        call("5555550113", NOON, "sixty", IN),  # 9
        call("5555550113", NOON, -60, IN),  # 10
        call("5555550113", NOON, 90_000, IN),  # 11
        call("5555550113", NOON, 60, 1000),  # 12
        call("5555550113", NOON, 60, ""),  # 13
        call("5555550113", NOON, 10**30, IN),  # 14
        '<call duration="60" date="1" type="1"/>',  # 15
        '<call number="5555550113" date="1" type="1"/>',  # 16
        call("5555550113", NOON, 60, IN),  # 17
    )
    items = read(content, "5555550113")
    assert problems(items) == [
        (5, "date", "out_of_range"),
        (6, "date", "out_of_range"),
        (7, "date", "out_of_range"),
        (8, "date", "in_future"),
        (9, "duration", "not_a_number"),
        (10, "duration", "out_of_range"),
        (11, "duration", "out_of_range"),
        (12, "type", "unknown_word"),
        (13, "type", "empty"),
        (14, "duration", "not_a_number"),
        (15, "number", "empty"),
        (16, "duration", "empty"),
    ]
    assert lines_taken(items) == [17]


def test_emoji_in_two_halves_are_read() -> None:
    content = log(call("5555550113", NOON, 60, IN, "Mom X")).replace(
        "Mom X", "Mom &#55357;&#56396;&#55357;&#0;"
    )
    assert contacts(content)[0].label == "Mom \U0001f44c\ufffd\ufffd"


def test_names_are_shown_on_one_line_without_control_characters() -> None:
    content = log(call("5555550113", NOON, 60, IN, "X")).replace(
        '"X"', '"Ruth&#10;&#x9b;31m &#x202e;Example"'
    )
    (contact,) = contacts(content)
    assert contact.label == "Ruth 31m Example"
    assert lines_taken(read(content, contact.label)) == [5]


@pytest.mark.parametrize("end", [20, 200, 400, -3, -20])
def test_a_truncated_file_is_refused_before_anything_is_yielded(end: int) -> None:
    content = family().strip()[:end]
    with pytest.raises(Malformed) as caught:
        next(sms_calls.read(io.BytesIO(content.encode()), choices("Ruth Example")))
    assert caught.value.line == content.count("\n") + 1
    assert caught.value.format_name == "sms-calls"


@pytest.mark.parametrize(
    "content",
    [
        "",
        "calls",
        "<smses></smses>",
        "<calls></calls><calls></calls>",
        '<calls><call number="a" number="b"/></calls>',
        '<calls><call number="\x01"/></calls>',
        "<?xml version='1.0' encoding='klingon'?><calls/>",
        "<?xml version='1.0' encoding='utf-7'?><calls/>",
    ],
)
def test_what_is_no_such_file_is_refused(content: str) -> None:
    with pytest.raises(Malformed):
        read(content, "Ruth")


LAUGHS = '<!DOCTYPE calls [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>\n'


@pytest.mark.parametrize(
    "content",
    [
        "<!DOCTYPE calls>" + log(head=""),
        LAUGHS + log(call("5555550113", NOON, 60, IN).replace("whatever", "&b;"), head=""),
        '<!DOCTYPE calls SYSTEM "file:///etc/passwd">' + log(head=""),
        "<calls>" + "<a>" * 100_000,
        '<calls><call number="' + "1" * 12_000_000,
        "<calls><!--" + "-x" * 6_000_000,
    ],
)
def test_what_could_do_harm_is_refused(content: str) -> None:
    with pytest.raises(UnsafeFile):
        read(content, "Ruth")


def test_a_file_of_more_numbers_than_any_life_has_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(people, "LINES_MOST", 100)
    calls = [f'<call number="{number}" type="3"/>' for number in range(101)]
    assert len(contacts(log(*calls[:100]))) == 100
    with pytest.raises(UnsafeFile):
        contacts(log(*calls))


@pytest.mark.parametrize(
    ("head", "known"),
    [
        (HEAD + "<calls count", True),
        ("\ufeff<calls>", True),
        (LAUGHS + "<calls>", True),
        ("<!DOCTYPE x><calls>", True),
        ("<!-- a -->\n" * 5_000 + "<calls>", True),
        ("<!-- a -->\n" * 5_000 + "calls", False),
        ("<!--" * 16_000, False),
        ("<!DOCTYPE x [" + "]" * 60_000, False),
        ("<!-- <calls> --><smses>", False),
        ("<html>", False),
        ("calls", False),
        ("", False),
    ],
)
def test_it_is_recognised_by_its_root(head: str, known: bool) -> None:
    assert sms_calls.recognise(head.encode()) is known
    assert sms_calls.recognise(head.removeprefix("\ufeff").encode("utf-16")) is known


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_counts_for_more_than_what_the_file_says_of_itself(encoding: str) -> None:
    content = log(call("+15555550113", NOON, 600, OUT, "Mütter 👌")).replace("👌", "&#55357;&#56396;")
    assert "encoding='UTF-8'" in content
    stream = io.BytesIO(content.encode(encoding))
    assert [one.label for one in sms_calls.look(stream, "Europe/Berlin").contacts] == ["Mütter 👌"]


class Pieces(io.RawIOBase):
    """A stream made while it is read, so that the file itself is never in memory."""

    def __init__(self, calls: int) -> None:
        self._calls = calls
        self._pieces: Iterator[bytes] = iter(())
        self._left = b""
        self.seek(0)

    def readable(self) -> bool:
        return True

    def tell(self) -> int:
        return 0

    def seek(self, offset: int, whence: int = 0) -> int:
        self._pieces, self._left = many(self._calls), b""
        return 0

    def read(self, size: int = -1) -> bytes:
        pieces = [self._left]
        length = len(self._left)
        for piece in self._pieces:
            pieces.append(piece)
            length += len(piece)
            if length >= size:
                break
        whole = b"".join(pieces)
        self._left = whole[size:]
        return whole[:size]


def peak(calls: int) -> int:
    """Most bytes held at once while a log of so many calls is read."""
    tracemalloc.start()
    try:
        taken = sum(isinstance(item, Draft) for item in sms_calls.read(Pieces(calls), choices("Ruth")))  # type: ignore[arg-type]
        assert taken == calls // 10
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_memory_does_not_grow_with_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    # Small chunks let a small file show it: 3 MB of calls, which would be some 20 MB if they were all held.
    monkeypatch.setattr(decoding, "CHUNK", 1 << 16)
    assert peak(20_000) < 4_000_000


def test_a_reader_can_be_left_early() -> None:
    stream = io.BytesIO(family().encode())
    reader = sms_calls.read(stream, choices("Ann"))
    next(reader)
    assert not stream.closed
