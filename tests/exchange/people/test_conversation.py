"""Messages gathered into exchanges, and what of a group is one with her."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from reconnect_desktop.domain.checks import TEXT_MOST, check_text
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.exchange.people.conversation import Message, exchanges, in_which_she_wrote, kept
from tests.exchange.readers import choices, records

HOUR = 3600


def messages(*entries: tuple[float, bool | None]) -> list[Message]:
    """Each (hours since a moment, whether hers)."""
    return [Message(1_700_000_000 + int(hours * HOUR), hers) for hours, hers in entries]


def counts(gathered: list[Message], silence: int = 120) -> list[int | None]:
    taken = records(exchanges(gathered, "test", replace(choices(), silence=silence)))
    return [one.messages for one in taken if isinstance(one, Interaction)]


def test_a_silence_ends_an_exchange_in_whatever_order_messages_come() -> None:
    talk = messages((0, True), (1.9, False), (3.9, True), (3.95, True))
    assert counts(talk) == counts(talk[::-1]) == [2, 2]
    assert counts(talk, silence=121) == [4]


def test_of_a_group_only_what_she_took_part_in_stays() -> None:
    talk = messages((0, False), (5, False), (6, True), (9, True))
    stayed = list(in_which_she_wrote(talk, choices()))
    assert [message.seconds for message in stayed] == [message.seconds for message in talk[1:]]
    assert {message.hers for message in stayed} == {None}


@given(st.lists(st.tuples(st.integers(0, 100), st.booleans())))
def test_what_stays_of_a_group_makes_the_same_exchanges(entries: list[tuple[int, bool]]) -> None:
    stayed = list(in_which_she_wrote(messages(*entries), choices()))
    assert sum(filter(None, counts(stayed))) == len(stayed)
    assert len(stayed) >= sum(hers for _, hers in entries)


@given(st.text(st.characters(codec=None)))
def test_what_is_kept_can_be_kept(text: str) -> None:
    check_text("note", kept(text))


def test_halves_of_an_emoji_are_joined() -> None:
    assert kept("a\ud83d\udc4c\0b\ud83d") == "a\U0001f44cb\ufffd"
    assert len(kept("é" * (TEXT_MOST + 1))) == TEXT_MOST
