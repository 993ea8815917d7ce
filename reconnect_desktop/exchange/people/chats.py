"""What exports of chats have in common: whose is which chat, and what of it is contact with her.

In a chat of two everything is; in one of many what she wrote is, and what the user wrote in the same exchange.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from enum import Enum
from typing import NamedTuple, Protocol

from reconnect_desktop.domain.errors import Invalid, Why
from reconnect_desktop.domain.interaction import Interaction, Medium, ReachedOut, check_not_in_future
from reconnect_desktop.domain.length import from_seconds
from reconnect_desktop.domain.when import at, zone_info
from reconnect_desktop.exchange.draft import Draft, Found, Left, LeftOut, Problem
from reconnect_desktop.exchange.people.conversation import Message, exchanges, in_which_she_wrote
from reconnect_desktop.exchange.people.persons import Persons
from reconnect_desktop.exchange.reader import Asks, Choices, Unit
from reconnect_desktop.exchange.span_key import span_key

# What is wrong with the interaction, told as what is wrong with the call.
_FIELDS = {"minutes": "duration", "when": "date"}


class Kind(Enum):
    """Whose a chat is."""

    DIRECT = "direct"  # the user's and one other's
    GROUP = "group"
    OPEN = "open"  # the file doesn't say it: who writes there decides
    NOBODY = "nobody"  # a channel, a robot, notes to oneself


class Call(NamedTuple):
    """seconds: its length, 0 where nobody answered, None where it isn't told; incoming: None where the sender decides.

    key: what it is known by, "" where only its time is.
    """

    seconds: int | None
    medium: Medium | None = None
    incoming: bool | None = None
    key: str = ""


class Entry(NamedTuple):
    """One message, call or notice. chat: its place in `Walk.chats`; sender: a key; seconds: since 1970 UTC.

    left: why it is no contact with anybody; problem: why it can't be read. With neither and without a call it is a message.
    """

    chat: int
    line: int
    sender: str = ""
    seconds: int = 0
    text: str = ""
    call: Call | None = None
    left: Left | None = None
    problem: Invalid | None = None


@dataclass(slots=True)
class Chat:
    """One chat. other: of a direct one, the key of who isn't the user; wrote: how many messages by whom; had: by anybody."""

    kind: Kind = Kind.OPEN
    other: str = ""
    wrote: Counter[str] = field(default_factory=Counter)
    had: Counter[Unit] = field(default_factory=Counter)
    last: dict[str, int] = field(default_factory=dict)


class Walk(Protocol):
    """One walk through a file. What it tells besides its entries is whole only after the last of them."""

    chats: list[Chat]
    names: dict[str, str]  # by key
    numbers: dict[str, tuple[str, ...]]
    mine: set[str]  # the keys that are the user
    local_times: bool

    def __iter__(self) -> Iterator[Entry]:
        """Every entry. Raises Malformed."""
        ...


class Census:
    """Who is in a file, after one walk through it."""

    def __init__(self, walk: Walk) -> None:
        self._walk = walk
        for entry in walk:
            if entry.left is None and entry.problem is None:
                _count(walk.chats[entry.chat], entry)
        self.persons = Persons(Unit.CALL, Unit.MESSAGE)
        self._mine = walk.mine | {
            sender
            for chat in walk.chats
            if chat.kind is Kind.DIRECT
            for sender in chat.wrote
            if sender not in ("", chat.other)
        }
        for chat in walk.chats:
            for key in self._others(chat):
                self._meet(chat, key)

    def asks(self, zone: str, medium: Medium | None) -> Asks:
        """What the file leaves open. medium: the likely one of its calls, where it doesn't say it."""
        contacts = self.persons.contacts(zone)
        counts: Counter[Unit] = Counter()
        for contact in contacts:
            counts.update(dict(contact.counts))
        return Asks(
            contacts=contacts,
            local_times=self._walk.local_times,
            messages=counts[Unit.MESSAGE] > 0,
            medium=medium if counts[Unit.CALL] else None,
        )

    def roles(self, chosen: frozenset[str]) -> list[Role | None]:
        """Who is who in each chat; None where she isn't."""
        return [self._role(chat, chosen) for chat in self._walk.chats]

    def _role(self, chat: Chat, chosen: frozenset[str]) -> Role | None:
        hers = chosen.intersection(self._others(chat))
        if not hers:
            return None
        return Role(hers, None if self._is_direct(chat) else frozenset(self._mine))

    def _others(self, chat: Chat) -> list[str]:
        """Those of whom one may be her."""
        if chat.kind is Kind.DIRECT:
            return [chat.other] if chat.other else []
        if chat.kind is Kind.NOBODY:
            return []
        return [sender for sender in chat.wrote if sender and sender not in self._mine]

    def _is_direct(self, chat: Chat) -> bool:
        if chat.kind is not Kind.OPEN:
            return chat.kind is Kind.DIRECT
        others = len(self._others(chat))
        return others <= 1 or (others == 2 and not self._mine.intersection(chat.wrote))

    def _meet(self, chat: Chat, key: str) -> None:
        self.persons.meet(key, self._walk.names.get(key, ""), self._walk.numbers.get(key, ()))
        if self._is_direct(chat):
            last = max(chat.last.values(), default=0)
            for unit, count in chat.had.items():
                self.persons.had(key, unit, count, last)
        else:
            self.persons.had(key, Unit.MESSAGE, chat.wrote[key], chat.last.get(key, 0))


class Role(NamedTuple):
    """Who is who in a chat with her. mine: the user's keys; None where everybody else is the user."""

    hers: frozenset[str]
    mine: frozenset[str] | None

    def is_between_us(self, sender: str) -> bool:
        """Whether this one's words are part of it."""
        return self.mine is None or sender in self.hers or sender in self.mine


def read_chats(walk: Callable[[], Walk], choices: Choices, source: str) -> Iterator[Found]:
    """What is contact with her, by two walks: one to see who is there, one to read. Raises what a Reader raises."""
    census = Census(walk())
    yield from _Reading(census.roles(census.persons.chosen(choices.who)), choices, source).read(walk())


class _Reading:
    def __init__(self, roles: list[Role | None], choices: Choices, source: str) -> None:
        self._roles = roles
        self._choices = choices
        self._source = source
        self._messages: list[Message] = []
        self._group_messages: defaultdict[int, list[Message]] = defaultdict(list)
        self._calls: set[str] = set()

    def read(self, entries: Iterable[Entry]) -> Iterator[Found]:
        for entry in entries:
            yield from self._found(entry)
        for messages in self._group_messages.values():
            self._messages.extend(in_which_she_wrote(messages, self._choices))
        yield from exchanges(self._messages, self._source, self._choices)

    def _found(self, entry: Entry) -> Iterator[Found]:
        role = self._roles[entry.chat]
        if role is None:
            yield LeftOut(Left.SOMEBODY_ELSE, entry.line)
        elif entry.left:
            yield LeftOut(entry.left, entry.line)
        elif entry.problem:
            yield Problem(entry.line, entry.problem.field, entry.problem.why)
        elif entry.call and role.mine is not None:
            yield LeftOut(Left.NOTICE, entry.line)  # who took part in a call of many isn't told
        elif entry.call:
            yield from self._call(entry, entry.call, role)
        elif not role.is_between_us(entry.sender):
            yield LeftOut(Left.SOMEBODY_ELSE, entry.line)
        else:
            self._keep(entry, role)

    def _keep(self, entry: Entry, role: Role) -> None:
        hers = entry.sender in role.hers if entry.sender else None
        message = Message(entry.seconds, hers, entry.line, entry.text)
        messages = self._messages if role.mine is None else self._group_messages[entry.chat]
        messages.append(message)

    def _call(self, entry: Entry, call: Call, role: Role) -> Iterator[Found]:
        if call.seconds == 0:
            yield LeftOut(Left.NOT_ANSWERED, entry.line)
            return
        key = call.key or span_key("call", entry.seconds, entry.seconds + (call.seconds or 0))
        if key in self._calls:
            return
        self._calls.add(key)
        incoming = call.incoming if call.incoming is not None else entry.sender in role.hers
        try:
            yield Draft(self._interaction(entry, call, key, incoming=incoming), entry.line)
        except Invalid as error:
            yield Problem(entry.line, _FIELDS.get(error.field, error.field), error.why)

    def _interaction(self, entry: Entry, call: Call, key: str, *, incoming: bool) -> Interaction:
        when = at(entry.seconds, self._choices.zone, self._choices.now.offset)
        check_not_in_future(when, self._choices.now)
        return Interaction(
            id=self._choices.new_id(),
            when=when,
            medium=call.medium or self._choices.medium or Medium.CALL,
            minutes=from_seconds(call.seconds) if call.seconds else None,
            reached_out=ReachedOut.MOM if incoming else ReachedOut.ME,
            source=self._source,
            source_key=key,
            logged=self._choices.now,
        )


def seconds_of(date: str, zone: str, offset: int) -> tuple[int, bool]:
    """The moment of an ISO 8601 date and time, in seconds since 1970 UTC, and whether it stands there without a zone.

    zone, offset: those of such a one. Raises Invalid.
    """
    if not date.strip():
        raise Invalid("date", Why.EMPTY)
    try:
        value = datetime.fromisoformat(date.strip())
    except ValueError:
        # Not `from error`: that one quotes what stands in the file.
        raise Invalid("date", Why.NOT_A_TIME) from None
    if value.tzinfo is not None:
        return int(value.timestamp()), False
    there = zone_info(zone) or timezone(timedelta(seconds=offset))
    return int(value.replace(tzinfo=there).timestamp()), True


def _count(chat: Chat, entry: Entry) -> None:
    """Take note of a message, or of a call that was answered; and of who there is."""
    chat.wrote[entry.sender] += entry.call is None
    if entry.call is None:
        chat.had[Unit.MESSAGE] += 1
    elif entry.call.seconds != 0:
        chat.had[Unit.CALL] += 1
    else:
        return
    chat.last[entry.sender] = max(entry.seconds, chat.last.get(entry.sender, 0))
