"""Exports of Telegram Desktop: who is in them, what becomes an interaction, and what is mended on the way."""

from __future__ import annotations

import io
import json
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconnect_desktop.domain.errors import Malformed, WhoIsMissing, WhoIsUnknown
from reconnect_desktop.domain.interaction import Interaction, Medium, ReachedOut
from reconnect_desktop.domain.when import When
from reconnect_desktop.exchange import telegram
from reconnect_desktop.exchange.draft import Found, Left
from reconnect_desktop.exchange.reader import Asks, Contact, Unit
from reconnect_desktop.exchange.reading import decoding
from tests.exchange.readers import choices, found, left_out, now, problems, records
from tests.exchange.telegram_files import (
    ANN,
    ME,
    RUTH,
    Plain,
    account,
    call,
    chat,
    family,
    mangled,
    message,
    ruths_chat,
    stamp,
    written,
)

SOMEBODY_ELSE, NOT_ANSWERED, NOTICE = Left.SOMEBODY_ELSE, Left.NOT_ANSWERED, Left.NOTICE


def read(content: str | bytes | Plain, *who: str, zone: str = "Europe/Berlin") -> list[Found]:
    return found(telegram.read, written(content) if isinstance(content, dict) else content, *who, zone=zone)


def look(content: str | Plain) -> Asks:
    text = written(content) if isinstance(content, dict) else content
    return telegram.look(io.BytesIO(text.encode()), "Europe/Berlin")


def interactions(items: list[Found]) -> list[Interaction]:
    return [record for record in records(items) if isinstance(record, Interaction)]


def told(items: list[Found]) -> list[tuple[str, str, int | None, int | None, str | None]]:
    """Each as (UTC, medium, minutes, messages, who reached out)."""
    return [
        (
            one.when.utc.isoformat()[:16],
            one.medium.value,
            one.minutes,
            one.messages,
            one.reached_out.value if one.reached_out else None,
        )
        for one in interactions(items)
    ]


RUTHS = [
    ("2026-03-01T18:00", "call", 10, None, "mom"),
    ("2026-03-02T09:00", "call", 1, None, "me"),  # 29 seconds
    ("2026-03-01T17:00", "message", None, 2, "mom"),
    ("2026-03-01T21:10", "message", None, 1, "me"),
]


def test_one_chat_is_hers_and_nothing_has_to_be_asked() -> None:
    items = read(ruths_chat())
    assert told(items) == RUTHS
    assert [why for _, why in left_out(items)] == [NOTICE, NOT_ANSWERED]
    assert problems(items) == []
    assert look(ruths_chat()) == Asks(
        contacts=(
            Contact(
                "Ruth Example",
                "Ruth Example",
                (),
                ((Unit.CALL, 2), (Unit.MESSAGE, 3)),
                date(2026, 3, 2),
            ),
        ),
        messages=True,
        medium=Medium.CALL,
    )


def test_a_call_becomes_an_unrated_interaction() -> None:
    assert interactions(read(ruths_chat()))[0] == Interaction(
        id="new-1",
        when=When(datetime(2026, 3, 1, 19), 3600, "Europe/Berlin"),
        medium=Medium.CALL,
        minutes=10,
        reached_out=ReachedOut.MOM,
        source="telegram",
        source_key="111:4",
        logged=now(),
    )


def test_the_data_of_an_account_hold_everybody() -> None:
    assert [(one.label, [count for _, count in one.counts]) for one in look(family()).contacts] == [
        ("Ruth Example", [2, 5]),  # 3 messages of their chat, 1 of the family's, 1 of a group that was left
        ("Ann", [0, 5]),  # 3 and 2
    ]
    with pytest.raises(WhoIsMissing) as caught:
        read(family())
    assert caught.value.contacts == (("Ruth Example", 7), ("Ann", 5))


def test_of_a_group_the_exchanges_in_which_she_wrote_count() -> None:
    items = read(family(), "Ruth Example")
    assert told(items) == [
        *RUTHS,
        ("2026-04-01T10:00", "message", None, 2, None),  # mine and hers, not Ann's between them
        ("2026-05-01T10:00", "message", None, 1, None),
    ]
    # Ann's chat (3), what Ann wrote in the family's (2), the robot, the notes, the channel.
    assert [why for _, why in left_out(items)].count(SOMEBODY_ELSE) == 8
    assert [why for _, why in left_out(items)].count(NOTICE) == 2
    assert told(read(family(), "Ann"))[-2:] == [
        ("2026-04-01T10:00", "message", None, 2, None),
        ("2026-04-02T10:00", "message", None, 2, None),
    ]


def test_the_same_call_has_the_same_key_in_every_export() -> None:
    alone = interactions(read(ruths_chat()))
    among_others = interactions(read(family(), "Ruth Example", zone="Asia/Tokyo"))
    assert [one.source_key for one in alone] == [one.source_key for one in among_others[:4]]


def test_who_is_named_in_any_way() -> None:
    for who in ("ruth  example", "Ruth Example", "user111"):
        assert len(records(read(family(), who))) == 6
    for who in ("Ruth", "Sam Example", "Robot", "News"):
        with pytest.raises(WhoIsUnknown):
            read(family(), who)


def test_two_of_one_name_are_told_apart() -> None:
    twins = account(
        chat(message(1, "2026-03-01T17:00:00", RUTH), name="Mom"),
        chat(
            message(1, "2026-03-01T18:00:00", ANN),
            message(2, "2026-03-01T18:00:01", ANN),
            number=ANN,
            name="Mom",
        ),
    )
    text = written(twins).replace("Ruth Example", "Mom").replace('"Ann"', '"Mom"')
    labels = [one.label for one in look(text).contacts]
    assert labels == ["Mom (user222)", "Mom (user111)"]
    assert [one.messages for one in interactions(read(text, labels[0]))] == [2]
    with pytest.raises(WhoIsUnknown):
        read(text, "Mom")


def test_somebody_whose_account_is_deleted_has_an_id_only() -> None:
    gone = chat(
        message(1, "2026-03-01T17:00:00", RUTH, **{"from": None}),
        message(2, "2026-03-01T17:01:00", ME),
        name=None,
    )
    assert [one.label for one in look(gone).contacts] == ["user111"]
    assert told(read(gone)) == [("2026-03-01T17:00", "message", None, 2, "mom")]


def test_she_is_known_where_only_i_wrote() -> None:
    silent = chat(message(1, "2026-03-01T17:00:00", ME))
    assert [one.label for one in look(silent).contacts] == ["Ruth Example"]
    assert told(read(silent)) == [("2026-03-01T17:00", "message", None, 1, "me")]


@pytest.mark.parametrize("number", [RUTH, RUTH + (1 << 32)])
def test_older_exports_have_numbers_for_ids_and_local_times(number: int) -> None:
    text = json.dumps(
        {
            "name": "Ruth Example",
            "type": "personal_chat",
            "id": number,
            "messages": [
                {"id": 1, "type": "message", "date": "2019-07-01T18:00:00", "from": "Ruth", "from_id": number, "text": "a"},
                {"id": 2, "type": "message", "date": "2019-07-01T18:01:00", "from": "Sam", "from_id": number + 1, "text": "b"},
                {"id": 3, "type": "service", "date": "2019-07-01T19:00:00", "actor": "Sam", "actor_id": number + 1,
                 "action": "phone_call", "duration_seconds": 61, "discard_reason": "hangup", "text": ""},
            ],
        }
    )  # fmt: skip
    assert look(text).local_times
    # 18:00 in Berlin's summer is 16:00 UTC.
    assert told(read(text)) == [
        ("2019-07-01T17:00", "call", 1, None, "me"),
        ("2019-07-01T16:00", "message", None, 2, "mom"),
    ]
    assert told(read(text, zone="Asia/Tokyo"))[0][0] == "2019-07-01T10:00"
    assert interactions(read(text))[0].source_key == "111:3"


def test_users_of_today_have_numbers_of_ten_digits() -> None:
    many = 5_123_456_789
    text = chat(message(1, "2026-03-01T17:00:00", many, **{"from": "Ruth Example"}), number=many)
    assert told(read(text)) == [("2026-03-01T17:00", "message", None, 1, "mom")]


def test_an_export_without_any_ids_is_read_by_names() -> None:
    text = json.dumps(
        {
            "messages": [
                {"type": "message", "date_unixtime": "1544006350", "from": "Ruth Example", "text": "Hello"},
                {"type": "message", "date_unixtime": "1544006964", "from": "Sam", "text": [{"type": "bold", "text": "Hi"}]},
                {"type": "service", "date_unixtime": "1544020000", "actor": "Ruth Example", "action": "phone_call",
                 "duration_seconds": 60},
            ]
        }
    )  # fmt: skip
    assert telegram.recognise(text.encode())
    assert [one.label for one in look(text).contacts] == ["Ruth Example", "Sam"]
    assert told(read(text, "Ruth Example")) == [
        ("2018-12-05T14:26", "call", 1, None, "mom"),
        ("2018-12-05T10:39", "message", None, 2, "mom"),
    ]
    assert interactions(read(text, "Ruth Example"))[0].source_key == "call~1544020000~1544020060"
    assert told(read(text, "Sam"))[1] == ("2018-12-05T10:39", "message", None, 2, "me")


def test_a_group_alone_is_read_for_what_she_wrote() -> None:
    group = chat(
        *(message(n, f"2026-03-01T1{n}:00:00", who) for n, who in enumerate((ME, ANN, RUTH, ANN, RUTH))),
        kind="private_supergroup",
        name="Family",
        number=77,
    )
    assert len(look(group).contacts) == 3
    # 12:00 and 14:00, two hours apart; which of the others I am isn't told.
    assert told(read(group, "Ruth Example")) == [
        ("2026-03-01T12:00", "message", None, 1, None),
        ("2026-03-01T14:00", "message", None, 1, None),
    ]


@pytest.mark.parametrize(
    ("more", "minutes"),
    [
        ({"duration_seconds": 30}, 1),
        ({"duration_seconds": "90"}, 2),
        ({"duration_seconds": 600, "discard_reason": ""}, 10),
        ({"action": "conference_call", "duration_seconds": 600, "is_active": False, "is_missed": False}, 10),
        ({"action": "conference_call", "duration_seconds": 600, "is_missed": True}, None),
        ({"discard_reason": "missed"}, None),
        ({"discard_reason": "busy", "duration_seconds": 3}, None),
        ({}, None),
    ],
)
def test_a_call_counts_if_somebody_answered(more: Plain, minutes: int | None) -> None:
    items = read(chat({**call(1, "2026-03-01T17:00:00", RUTH), **more}))
    assert [one.minutes for one in interactions(items)] == ([minutes] if minutes else [])
    assert left_out(items) == ([] if minutes else [(6, NOT_ANSWERED)])


def test_the_medium_of_calls_is_what_the_user_says() -> None:
    stream = io.BytesIO(written(ruths_chat()).encode())
    items = list(telegram.read(stream, replace(choices(), medium=Medium.VIDEO)))
    assert [one.medium.value for one in interactions(items)] == ["video", "video", "message", "message"]


def test_texts_are_kept_only_if_they_are_to_be() -> None:
    assert all(not one.note for one in interactions(read(ruths_chat())))
    stream = io.BytesIO(written(ruths_chat()).encode())
    items = list(telegram.read(stream, replace(choices(), keep_texts=True)))
    assert [one.note for one in interactions(items)] == ["", "", "Hello\nSee https://example.org!", ""]


def test_what_cannot_be_read_is_told_by_line() -> None:
    broken = chat(
        message(1, "2026-03-01T17:00:00", RUTH, date="yesterday", date_unixtime="soon"),
        message(2, "2026-03-01T17:00:00", RUTH, date=None, date_unixtime=None),
        message(3, "2026-03-01T17:00:00", RUTH, date_unixtime="999999999999999"),
        call(4, "2026-03-01T17:00:00", RUTH, duration_seconds="long"),
        call(5, "2026-03-01T17:00:00", RUTH, 90_000),
        call(6, "2026-11-22T18:00:00", RUTH, 60),  # now is 17:40 UTC
        message(7, "2026-11-22T18:00:00", RUTH),
        call(10, "2026-03-01T17:00:00", RUTH, -60),
        {"id": 8, "type": "unsupported"},
        message(9, "2026-03-01T17:00:00", RUTH),
    )
    lines = written(broken).splitlines()
    starts = [number for number, line in enumerate(lines, start=1) if line == "  {"]
    items = read(broken)
    assert problems(items) == [
        (starts[0], "date", "not_a_time"),
        (starts[1], "date", "empty"),
        (starts[2], "date", "out_of_range"),
        (starts[3], "duration", "not_a_number"),
        (starts[4], "duration", "out_of_range"),
        (starts[5], "date", "in_future"),
        (starts[7], "duration", "out_of_range"),
        (starts[6], "when", "in_future"),
    ]
    assert left_out(items) == [(starts[8], NOTICE)]
    assert len(records(items)) == 1


BACKSLASH = "\\"


@pytest.mark.parametrize("size", [1, 7, 1 << 16])
def test_what_is_no_json_is_mended_and_lines_stay(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "TEXT_CHUNK", size)
    said = f"a\x0cb {BACKSLASH}x0C c\u2028d {BACKSLASH}{BACKSLASH}\x01 café"
    text = written(
        chat(
            message(1, "2026-03-01T17:00:00", RUTH, [said, {"type": "custom_emoji", "text": "!", "document_id": "a (2).webm"}]),
            call(2, "2026-03-01T18:00:00", RUTH),
        )
    )  # fmt: skip
    data = mangled(text).replace(b'"a (2).webm"', b"video_files/a (2).webm")
    assert rb"a\x0Cb" in data
    with pytest.raises(ValueError, match=r"escape|utf-8"):
        json.loads(data)
    items = list(telegram.read(io.BytesIO(data), replace(choices(), keep_texts=True)))
    assert [one.note for one in interactions(items)] == [said + "!"]
    assert left_out(items) == [(text.split("\n").index('   "id": 2,'), NOT_ANSWERED)]


@given(st.lists(st.text(max_size=20), min_size=1, max_size=5))
def test_any_text_comes_back_as_it_was(texts: list[str]) -> None:
    content = chat(*(message(n, "2026-03-01T17:00:00", RUTH, text) for n, text in enumerate(texts)))
    stream = io.BytesIO(mangled(written(content)))
    (only,) = interactions(list(telegram.read(stream, replace(choices(), keep_texts=True))))
    assert only.messages == len(texts)
    assert only.note == "\n".join(text for text in texts if text.strip()).replace("\0", "")


@given(
    st.lists(
        st.tuples(st.integers(0, 2_000), st.sampled_from([RUTH, ME]), st.integers(0, 3)),
        min_size=1,
        max_size=30,
    )
)
def test_every_message_is_counted_once_and_every_call_is_there(entries: list[tuple[int, int, int]]) -> None:
    begin = stamp("2026-01-01T00:00:00")
    made = []
    for number, (minutes, who, kind) in enumerate(entries):
        at = datetime.fromtimestamp(begin + minutes * 60, UTC).isoformat()[:19]
        made.append(call(number, at, who, 60) if kind == 0 else message(number, at, who))
    taken = interactions(read(chat(*made)))
    assert sum(one.messages or 0 for one in taken) == sum(kind != 0 for _, _, kind in entries)
    assert sum(one.medium is Medium.CALL for one in taken) == sum(kind == 0 for _, _, kind in entries)
    assert len({one.source_key for one in taken}) == len(taken)


@pytest.mark.parametrize("end", [1, 60, 400, -3, -40])
def test_a_truncated_file_is_refused_before_anything_is_yielded(end: int) -> None:
    content = written(ruths_chat())[:end]
    with pytest.raises(Malformed) as caught:
        next(telegram.read(io.BytesIO(content.encode()), choices("Ruth Example")))
    assert caught.value.format_name == "telegram"
    assert 0 <= content.count("\n") + 1 - (caught.value.line or 0) <= 1


@pytest.mark.parametrize(
    "content", ["", "[]", "{", '{"messages": 3}', '{"chats": 1}', '{"messages": []} x', "null", "{" * 99]
)
def test_what_is_no_such_file_is_refused(content: str) -> None:
    with pytest.raises(Malformed):
        read(content, "Ruth")


def test_an_empty_export_holds_nothing() -> None:
    assert read(account()) == read(chat()) == read("{}") == []
    assert [one.label for one in look(chat()).contacts] == ["Ruth Example"]
    assert look(account()).contacts == ()


@pytest.mark.parametrize(
    ("head", "known"),
    [
        (written(ruths_chat()), True),
        (family(), True),
        ("\ufeff" + family(), True),
        (family()[:300], True),
        (json.dumps(ruths_chat(), separators=(",", ":")), True),
        (json.dumps({"messages": [message(1, "2026-03-01T17:00:00", RUTH)]}), True),
        ('{\n "profile_pictures": [\n  {\n   "date": "2015-11-06T12:36:57",', True),
        ('{\n "about": "Your \\"data\\".",\n "profile_pictures": [\n  {\n   "date": "2015', True),
        ('{"profile_pictures": ["a.jpg"]}', False),
        ('{"about": "' + "\\" * 50_000, False),
        (json.dumps({"messages": [{"date": "x", "sender": "Ruth"}]}), False),
        ('{"participants": [], "messages": [{"sender_name": "Ruth", "timestamp_ms": 1}]}', False),
        ('{"format": "reconnect-journal"}', False),
        ('[{"type": "message"}]', False),
        ("", False),
    ],
)
def test_it_is_recognised_by_what_is_in_it(head: str, known: bool) -> None:
    assert telegram.recognise(head.encode()) is known


class Endless(io.RawIOBase):
    """An export of so many messages, made while it is read."""

    def __init__(self, messages: int) -> None:
        self._messages = messages
        self.seek(0)

    def readable(self) -> bool:
        return True

    def tell(self) -> int:
        return 0

    def seek(self, offset: int, whence: int = 0) -> int:
        self._pieces, self._left = self._made(), b""
        return 0

    def read(self, size: int = -1) -> bytes:
        while len(self._left) < size and (piece := next(self._pieces, b"")):
            self._left += piece
        data, self._left = self._left[:size], self._left[size:]
        return data

    def _made(self) -> Iterator[bytes]:
        one = json.dumps(message(1, "2026-03-01T17:00:00", ANN, "x" * 800), indent=1).encode()
        yield b'{"name": "Ann", "type": "personal_chat", "id": 222, "messages": [' + one
        for _ in range(self._messages - 1):
            yield b",\n" + one
        yield b"]}"


def test_memory_does_not_grow_with_the_file() -> None:
    tracemalloc.start()
    try:
        asks = telegram.look(Endless(5_000), "")  # type: ignore[arg-type]  # some 5 MB
        assert asks.contacts[0].counts[1] == (Unit.MESSAGE, 5_000)
        assert tracemalloc.get_traced_memory()[1] < 1_500_000
    finally:
        tracemalloc.stop()


ODD: list[object] = [None, [], {}, True, -1, 1.5, "", "x", 10**40, [[]], "\ud800"]


@pytest.mark.parametrize(
    "field",
    [
        "id",
        "type",
        "date",
        "date_unixtime",
        "actor",
        "actor_id",
        "action",
        "duration_seconds",
        "discard_reason",
    ],
)
def test_things_that_are_not_what_they_should_be_do_no_harm(field: str) -> None:
    for odd in ODD:
        items = read(json.dumps(chat({**call(1, "2026-03-01T17:00:00", RUTH, 60), field: odd})))
        assert len(records(items)) + len(problems(items)) + len(left_out(items)) == 1


@pytest.mark.parametrize("field", ["name", "type", "id"])
def test_a_chat_of_which_nothing_is_known_does_no_harm(field: str) -> None:
    for odd in ODD:
        items = read(json.dumps({**chat(message(1, "2026-03-01T17:00:00", RUTH)), field: odd}))
        assert len(records(items)) == 1
