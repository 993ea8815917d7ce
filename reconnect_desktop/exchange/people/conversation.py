"""Messages gathered into exchanges: a silence ends one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import NamedTuple

from reconnect_desktop.domain.checks import TEXT_MOST
from reconnect_desktop.domain.errors import Invalid
from reconnect_desktop.domain.interaction import Interaction, Medium, ReachedOut, check_not_in_future
from reconnect_desktop.domain.when import at
from reconnect_desktop.exchange.draft import Draft, Problem
from reconnect_desktop.exchange.reader import Choices
from reconnect_desktop.exchange.span_key import span_key


class Message(NamedTuple):
    """One message between her and the user.

    seconds: since 1970 UTC; hers: whether she wrote it, None where that can't be told; line: where in the file; text: what it
    says, or "" where it isn't to be kept.
    """

    seconds: int
    hers: bool | None
    line: int = 0
    text: str = ""


def exchanges(messages: Iterable[Message], source: str, choices: Choices) -> Iterator[Draft | Problem]:
    """The exchanges that the messages make, oldest first, in whatever order they are given."""
    for exchange in _gathered(messages, choices.silence):
        yield _drafted(exchange, source, choices)


def in_which_she_wrote(messages: Iterable[Message], choices: Choices) -> Iterator[Message]:
    """Of the messages of a group, those of the exchanges in which she wrote; writing to many is reaching out to none."""
    for exchange in _gathered(messages, choices.silence):
        if any(message.hers for message in exchange):
            yield from (message._replace(hers=None) for message in exchange)


def _gathered(messages: Iterable[Message], silence: int) -> Iterator[list[Message]]:
    exchange: list[Message] = []
    for message in sorted(messages, key=attrgetter("seconds")):
        if exchange and message.seconds - exchange[-1].seconds >= silence * 60:
            yield exchange
            exchange = []
        exchange.append(message)
    if exchange:
        yield exchange


def _drafted(exchange: list[Message], source: str, choices: Choices) -> Draft | Problem:
    first, last = exchange[0], exchange[-1]
    try:
        when = at(first.seconds, choices.zone, choices.now.offset)
        check_not_in_future(when, choices.now)
        interaction = Interaction(
            id=choices.new_id(),
            when=when,
            medium=Medium.MESSAGE,
            messages=len(exchange),
            reached_out=_reached_out(first),
            note=_note(exchange) if choices.keep_texts else "",
            source=source,
            source_key=span_key("messages", first.seconds, last.seconds),
            logged=choices.now,
        )
    except Invalid as error:
        return Problem(first.line, error.field, error.why)
    return Draft(interaction, first.line)


def _reached_out(first: Message) -> ReachedOut | None:
    if first.hers is None:
        return None
    return ReachedOut.MOM if first.hers else ReachedOut.ME


def _note(exchange: list[Message]) -> str:
    return kept("\n".join(message.text for message in exchange if message.text.strip()))


def kept(text: str) -> str:
    """As much of a file's text as a note can hold: halves of an emoji are joined or replaced, NUL is dropped."""
    fit = text if text.isascii() else text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return fit.replace("\0", "")[:TEXT_MOST]
