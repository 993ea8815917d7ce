"""Lines of all sorts: names, notices, pasted ones, encodings."""

from __future__ import annotations

import pytest

from reconnect_desktop.domain.interaction import Medium, ReachedOut
from reconnect_desktop.exchange import whatsapp
from reconnect_desktop.exchange.draft import Left
from tests.exchange.readers import left_out
from tests.exchange.whatsapp.asking import RUTH, counts, read, taken, told
from tests.exchange.whatsapp.chats import LRM, RLM, chat, family


def test_lines_that_look_like_a_stamp_inside_a_message_are_part_of_it() -> None:
    content = chat(
        "[13/03/2026, 10:00:00] Ruth Example: Look:",
        "2016-04-29 10:30:00",
        "12/05/2025 dentist",
        "18/03/2022, 14:56 - Ann: Hello",
        "[18/3, 14:56] Ann: Hello",
        "[18:00] Ann: Hello",
        "- 18/03/2022, 14:56 -",
        "",
        "[13/03/2026, 10:01:00] Sam: I see",
    )
    assert counts(content) == {RUTH: (1, 0), "Sam": (1, 0)}
    assert told(read(content)) == [("2026-03-13 10:00:00", Medium.MESSAGE, 2, None, ReachedOut.MOM)]


def test_lines_pasted_from_another_chat_are_somebody_else_s() -> None:
    content = chat(
        "[13/03/2026, 10:00:00] Ruth Example: Hi",
        "[13/03/2026, 10:01:00] Sam: Look what Ann wrote",
        "[10/03/2026, 09:00:00] Ann: Hello",
        "[10/03/2026, 09:01:00] Bob: Hello Ann",
        "Nice?",
        "[13/03/2026, 10:02:00] Ruth Example: Yes",
    )
    assert counts(content) == {RUTH: (2, 0), "Sam": (1, 0)}
    items = read(content)
    assert [one.messages for one in taken(items)] == [3]
    assert left_out(items) == [(3, Left.SOMEBODY_ELSE), (4, Left.SOMEBODY_ELSE)]


@pytest.mark.parametrize(
    "name",
    [
        "ACME: Support",
        'Ruth "Mum" Example',
        "Ruth [home]",
        "👩‍👧 Mum",
        "Ruth - Example",
        "رוث",
        "R",
        "Ruth “Mum” Example",
        "1/2/3",
    ],
)
def test_names_of_all_sorts(name: str) -> None:
    content = chat(
        f"13/03/2026, 10:00 - {name}: First: a",
        f"13/03/2026, 10:01 - {name}: b",
        "13/03/2026, 10:02 - Sam: c: d",
    )
    (label,) = (label for label in counts(content) if label != "Sam")
    assert counts(content) == {label: (2, 0), "Sam": (1, 0)}
    assert [one.messages for one in taken(read(content, name))] == [3]


def test_a_name_is_the_same_with_signs_around_it() -> None:
    content = chat(
        "[13/03/2026, 10:00:00] ~\u202fRuth: a",
        f"[13/03/2026, 10:01:00] {LRM}Ruth : b",
        "[13/03/2026, 10:02:00] \u2068Ruth\u2069: c",
    )  # fmt: skip
    assert counts(content) == {"Ruth": (3, 0)}


def test_what_an_iphone_tells_under_a_name_is_no_message() -> None:
    content = chat(
        f"[13/03/2026, 10:00:00] Family: {LRM}You created this group",
        f"[13/03/2026, 10:00:01] Family: {LRM}Ann was added",
        f"[13/03/2026, 10:00:02] Ruth Example: {LRM}Ruth Example changed the group name to “Home: ours”",
        f"[13/03/2026, 10:00:03] {LRM}Sam: {LRM}You pinned a message",
        "[13/03/2026, 10:00:04] Ruth Example: Hello",
        "[13/03/2026, 10:00:05] Ruth Example: Your security code with Ruth changed. Tap to learn more.",
        f"{LRM}[13/03/2026, 10:00:06] Ruth Example: {LRM}<attached: 00000005-PHOTO-2026-03-13.jpg>",
        f"[13/03/2026, 10:00:07] Ruth Example: Better now {LRM}<This message was edited>",
        f"[13/03/2026, 10:00:08] Ruth Example: {LRM}POLL: Where?",
        f"{LRM}OPTION: Here (1 vote)",
        "[13/03/2026, 10:00:09] Sam: Hi",
    )
    assert counts(content) == {RUTH: (4, 0), "Sam": (1, 0)}
    assert [line for line, why in left_out(read(content)) if why is Left.NOTICE] == [1, 2, 3, 4, 6]


def test_notices_of_an_android_phone_have_no_name() -> None:
    content = chat(
        '13/03/2026, 10:00 - Ruth Example created group "Trip: Paris"',
        "13/03/2026, 10:00 - Ruth Example changed the subject from “A” to “B: c”",
        "13/03/2026, 10:00 - You were added",
        "13/03/2026, 10:01 - Ruth Example: Hi",
        "13/03/2026, 10:02 - Sam: null",
        "13/03/2026, 10:03 - Sam:",
    )
    assert counts(content) == {RUTH: (1, 0), "Sam": (2, 0)}
    assert [line for line, why in left_out(read(content)) if why is Left.NOTICE] == [1, 2, 3]


def test_a_file_may_begin_with_anything() -> None:
    for begin in ("\ufeff", "\n\n", LRM, RLM):
        content = begin + chat("13/03/2026, 10:00 - Ruth: " + "long " * 20_000, "13/03/2026, 10:01 - Sam: Hi")
        assert whatsapp.recognise(content.encode()[: 1 << 16]), begin
        assert [one.messages for one in taken(read(content, "Ruth"))] == [2]


def test_words_may_stand_before_a_chat() -> None:
    content = "WhatsApp chat with Ruth\n\n" + family()
    assert whatsapp.recognise(content.encode())
    assert told(read(content)) == told(read(family()))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encodings_and_ends_of_lines(encoding: str, end: str) -> None:
    content = family().replace("\n", end).encode(encoding)
    assert whatsapp.recognise(content)
    assert told(read(content)) == told(read(family()))


def test_bytes_that_are_no_text_spoil_nothing_else() -> None:
    content = family().encode().replace(b"How are you?", b"\xff\xfe\x80").replace(b"Morning", b"M\xe9\x00")
    assert told(read(content)) == told(read(family()))


def test_two_exports_in_one_file_are_both_read() -> None:
    content = family() + chat(*(f"[15/04/2026, 10:{minute:02}:00] Ruth Example: Hi" for minute in range(30)))
    assert counts(content)[RUTH] == (33, 0)
    assert [one.messages for one in taken(read(content))] == [None, 3, 2, 30]
