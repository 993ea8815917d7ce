"""Whole exports: who is in them, what becomes an interaction, and what is left out."""

from __future__ import annotations

import io
from collections import Counter
from dataclasses import replace
from datetime import date, datetime

import pytest

from reconnect_desktop.domain.errors import WhoIsMissing, WhoIsUnknown
from reconnect_desktop.domain.interaction import Interaction, Medium, ReachedOut
from reconnect_desktop.domain.when import When
from reconnect_desktop.exchange import whatsapp
from reconnect_desktop.exchange.draft import Draft, Left
from tests.exchange.readers import choices, found, left_out, now, problems
from tests.exchange.whatsapp.asking import RUTH, counts, look, read, taken, told
from tests.exchange.whatsapp.chats import IPHONES, Phone, android, chat, family, iphone

ENGLISH_NOTICE = "Messages and calls are end-to-end encrypted. No one outside of this chat, not even WhatsApp, can read them. Tap to learn more."
RUSSIAN_NOTICE = "Сообщения и звонки защищены сквозным шифрованием. Третьи лица, включая WhatsApp, не могут прочитать ваши сообщения. Подробнее."


@pytest.mark.parametrize("phone", IPHONES.values(), ids=list(IPHONES))
def test_an_iphone_s_export_in_any_language(phone: Phone) -> None:
    """24 stamped lines: Ruth's notice and one message, 21 messages of Sam's; the one that was added is counted by hand there."""
    content = iphone(phone)
    ruth = phone.ruth.strip("\u202a\u202c")
    assert len(content.splitlines()) == 23
    assert counts(content) == {"Sam": (21, 0), ruth: (1, 0)}
    items = read(content, ruth)
    assert left_out(items) == [(1, Left.NOTICE)]
    assert problems(items) == []
    assert told(items) == [("2022-03-27 21:41:35", Medium.MESSAGE, 22, None, ReachedOut.ME)]
    assert taken(items)[0].source_key == "messages~1648410095~1648411005"  # 19:41:35 and 19:56:45 UTC


@pytest.mark.parametrize(
    "content",
    [
        android("/", ENGLISH_NOTICE, "<Media omitted>", "This message was deleted", "Missed voice call"),
        android(".", RUSSIAN_NOTICE, "<Без медиафайлов>", "Данное сообщение удалено", "Пропущенный аудиозвонок"),
    ],
    ids=["English", "Russian"],
)  # fmt: skip
def test_an_android_phone_s_export(content: str) -> None:
    """Sam: 7 + 18 + 24 = 49; Ruth: 6 + 1 + 1 = 8. Between 15:29 and 21:41 are more than two hours, so there are four exchanges."""
    assert counts(content) == {"Sam": (49, 0), RUTH: (8, 0)}
    items = read(content)
    assert told(items) == [
        ("2022-03-18 14:56:00", Medium.MESSAGE, 7, None, ReachedOut.ME),
        ("2022-03-23 13:32:00", Medium.MESSAGE, 6, None, ReachedOut.MOM),
        ("2022-03-27 13:42:00", Medium.MESSAGE, 19, None, ReachedOut.ME),
        ("2022-03-27 21:41:00", Medium.MESSAGE, 25, None, ReachedOut.ME),
    ]
    assert Counter(why for _, why in left_out(items)) == {Left.NOTICE: 1, Left.NOT_ANSWERED: 2}
    assert [contact.last for contact in look(content).contacts] == [date(2022, 3, 27)] * 2
    assert look(content).orders == ()


GROUP = (
    "01/01/19, 11:25{am} - Jo Doe: Lorem ipsum dolor sit amet.",
    "20/01/19, 11:23{am} - Jo Doe:.",
    "30/01/19, 08:49{pm} - Ruth Example: Lorem ipsum dolor sit amet,",
    "consectetur adipiscing elit. Duis libero.",
    "10/06/20, 03:55{pm} - Jo-Jo Doe: Lorem ipsum : dolor sit amet.",
    '20/06/20, 00:08{am} - +12 345 578 created group "Groupname"',
    "30/06/20, 09:10{am} - You were added",
    "10/12/21, 10:10{am} - Jo Doe 🤓: Lorem ipsum 🤓",
    "20/12/21, 12:10{pm} - 🤓: Lorem ipsum 🤓",
    "30/12/21, 10:01{pm} - Jo Doe: Lorem ipsum dolor sit amet,",
    "consectetur adipiscing elit. Duis libero.",
)


@pytest.mark.parametrize("order", ["day first", "month first, twelve hours"])
def test_a_group_with_names_of_all_sorts(order: str) -> None:
    """Ten stamped lines, two of them notices; one name has no blank after its colon once."""
    if order == "day first":
        content = chat(*(line.format(am="", pm="") for line in GROUP))
        when = "2019-01-30 08:49:00"
    else:
        lines = (line.format(am=" a. m.", pm=" p. m.") for line in GROUP)
        content = chat(
            *(f"{line[3:5]}/{line[:2]}/20{line[6:]}" if line[2] == "/" else line for line in lines)
        )
        when = "2019-01-30 20:49:00"
    assert counts(content) == {
        "Jo Doe": (3, 0), "🤓": (1, 0), "Jo Doe 🤓": (1, 0), "Jo-Jo Doe": (1, 0), RUTH: (1, 0),
    }  # fmt: skip
    items = read(content)
    assert told(items) == [(when, Medium.MESSAGE, 1, None, None)]
    assert [line for line, why in left_out(items) if why is Left.NOTICE] == [6, 7]
    assert [line for line, why in left_out(items) if why is Left.SOMEBODY_ELSE] == [1, 2, 5, 8, 9, 10]


def test_what_becomes_of_a_family_s_chat() -> None:
    items = read(family())
    assert told(items) == [
        ("2026-03-02 09:00:00", Medium.VIDEO, None, 12, ReachedOut.ME),
        ("2026-03-01 18:00:00", Medium.MESSAGE, 3, None, ReachedOut.MOM),
        ("2026-03-14 08:00:00", Medium.MESSAGE, 2, None, ReachedOut.ME),
    ]
    assert left_out(items) == [(1, Left.NOTICE), (7, Left.NOT_ANSWERED)]
    assert counts(family()) == {"Sam": (2, 1), RUTH: (3, 0)}
    assert [item.line for item in items if isinstance(item, Draft)] == [6, 2, 8]


def test_an_interaction_is_unrated_and_without_the_words() -> None:
    call, exchange, _ = taken(read(family()))
    assert exchange == Interaction(
        id="new-2",
        when=When(datetime(2026, 3, 1, 18), 3600, "Europe/Berlin"),
        medium=Medium.MESSAGE,
        messages=3,
        reached_out=ReachedOut.MOM,
        source="whatsapp",
        source_key="messages~1772384400~1772384700",
        logged=now(),
    )
    assert call.source_key == "call~1772438400~1772439120"


def test_what_was_written_is_kept_if_one_wants_it() -> None:
    wanted = replace(choices(RUTH), keep_texts=True)
    first = taken(whatsapp.read(io.BytesIO(family().encode()), wanted))[1]
    assert first.note == "Hello\nHello!\nHow are you?\n<Media omitted>"


def test_a_shorter_silence_makes_more_exchanges() -> None:
    wanted = replace(choices(RUTH), silence=30)
    assert [one.messages for one in taken(whatsapp.read(io.BytesIO(family().encode()), wanted))] == [
        None,
        3,
        1,
        1,
    ]


# Who she is


def test_the_file_of_two_asks_which_is_her() -> None:
    asks = look(family())
    assert asks.needs_an_answer
    assert asks.local_times
    assert asks.messages
    assert [(one.label, one.name, one.numbers, one.last) for one in asks.contacts] == [
        (RUTH, RUTH, (), date(2026, 3, 14)),
        ("Sam", "Sam", (), date(2026, 3, 14)),
    ]
    with pytest.raises(WhoIsMissing) as error:
        found(whatsapp.read, family())
    assert error.value.contacts == ((RUTH, 3), ("Sam", 3))
    with pytest.raises(WhoIsUnknown):
        read(family(), "Ann")


def test_a_number_is_found_however_it_is_written() -> None:
    content = chat("01/03/2026, 18:00 - \u202a+40 555 555 01 13\u202c: Hi", "13/03/2026, 18:00 - Sam: Hi")
    (ruth, _) = sorted(look(content).contacts, key=lambda one: one.name)
    assert (ruth.label, ruth.name, ruth.numbers) == ("+40 555 555 01 13", "", ("+40 555 555 01 13",))
    assert [one.reached_out for one in taken(read(content, "+405555550113"))] == [
        ReachedOut.MOM,
        ReachedOut.ME,
    ]


def test_nobody_is_asked_for_where_one_alone_writes() -> None:
    content = chat("13/03/2026, 18:00 - Ruth: Hi", "13/03/2026, 18:01 - Ruth: Are you there?")
    assert not look(content).needs_an_answer
    assert told(found(whatsapp.read, content)) == [
        ("2026-03-13 18:00:00", Medium.MESSAGE, 2, None, ReachedOut.MOM)
    ]


def test_of_a_group_only_what_she_takes_part_in_counts() -> None:
    content = chat(
        "13/03/2026, 10:00 - Ann: Coffee?",
        "13/03/2026, 10:05 - Ruth Example: Yes",
        "13/03/2026, 10:06 - Sam: Me too",
        "13/03/2026, 15:00 - Ann: That was nice",
        "13/03/2026, 15:01 - Sam: Yes",
        "13/03/2026, 16:00 - Ann: Video call, 5 min",
    )
    items = read(content)
    assert told(items) == [("2026-03-13 10:00:00", Medium.MESSAGE, 3, None, None)]
    assert left_out(items) == [(6, Left.NOTICE), (4, Left.SOMEBODY_ELSE), (5, Left.SOMEBODY_ELSE)]


def test_two_names_may_both_be_her() -> None:
    content = chat(
        "13/03/2026, 10:00 - Ruth: Hi", "13/03/2026, 10:05 - Mum new: Hi", "13/03/2026, 10:06 - Sam: Hi"
    )
    assert told(read(content, "Ruth", "Mum new")) == [
        ("2026-03-13 10:00:00", Medium.MESSAGE, 3, None, ReachedOut.MOM)
    ]
