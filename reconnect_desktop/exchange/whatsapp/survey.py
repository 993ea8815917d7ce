"""One walk through a chat, to see who is there and how its days and times are written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import BinaryIO

from reconnect_desktop.domain.errors import Malformed, UnsafeFile
from reconnect_desktop.exchange.draft import Left
from reconnect_desktop.exchange.people.persons import PERSONS_MOST
from reconnect_desktop.exchange.whatsapp.calls import Call, call_in
from reconnect_desktop.exchange.whatsapp.day_halves import Part, part_of_day
from reconnect_desktop.exchange.whatsapp.entries import HEAD, Entry, Forms, entries, forms_in
from reconnect_desktop.exchange.whatsapp.lines import NAME
from reconnect_desktop.exchange.whatsapp.notices import is_notice
from reconnect_desktop.exchange.whatsapp.order import DayOrder
from reconnect_desktop.exchange.whatsapp.quoted import quoted_senders
from reconnect_desktop.exchange.whatsapp.senders import NAME_MOST, Names, Said, key_of, said
from reconnect_desktop.exchange.whatsapp.stamps import Form, Stamp

_MARKS_OF_ITS_OWN = ("\u200e", "\u200f")
_WALKS_MOST = 4
_OF_A_PAIR = 2
_WORDS_MOST = 16  # that stand beside a time in one file


@dataclass(frozen=True, slots=True)
class Shape:
    """What has to be known of a file to take it apart."""

    forms: frozenset[Form]
    names: Names = field(default_factory=Names)
    quoted: frozenset[str] = frozenset()  # the keys of senders who don't write here


@dataclass(slots=True)
class Sender:
    """messages, calls: how many; last: the stamp of the latest; second: what stood before a second colon each time, if anything."""

    last: Stamp | None = None
    messages: int = 0
    calls: int = 0
    second: str | None = None
    written: int = 0


class Survey:
    """What the walk found. senders: by key."""

    def __init__(self, stream: BinaryIO, shape: Shape) -> None:
        self.shape = shape
        self.order = DayOrder()
        self.senders: dict[str, Sender] = {}
        self.first_line = 0
        self._names: dict[str, Sender] = {}
        self._tight: set[str] = set()
        self._forms = Forms(shape.forms)
        self._clock = _Clock()
        for entry in entries(stream, self._forms):
            self._add(entry)

    def parts(self) -> Mapping[str, Part | None]:
        """The part of the day that the words beside a time mean."""
        return self._clock.parts()

    def better(self) -> Shape:
        """The shape that the file turned out to have."""
        seconds = Counter(sender.second for sender in self._names.values())
        whole = {
            name: f"{name}: {sender.second}"
            for name, sender in self._names.items()
            if sender.second and sender.written > 1 and seconds[sender.second] == 1
        }
        known = self.shape.names
        tight = self._tight.intersection(self._names)
        return replace(
            self.shape,
            forms=self.shape.forms | self._forms.missed(),
            names=Names({**known.whole, **whole}, known.tight | tight),
        )

    def _add(self, entry: Entry) -> None:
        self.first_line = self.first_line or entry.line
        self._clock.show(entry.stamp)
        spoken = said(entry.rest, self.shape.names)
        what = what_is(entry, spoken, first=entry.line == self.first_line)
        key = key_of(spoken.name)
        if what is Left.NOTICE or not key or key in self.shape.quoted:
            self.order.show(entry.stamp.day, in_order=False)
            self._note_tight(spoken)
            return
        self.order.show(entry.stamp.day)
        self._note_name(spoken.name, spoken.body)
        self._count(key, what, entry.stamp)

    def _note_tight(self, spoken: Said) -> None:
        end = spoken.body.find(":", 0, NAME_MOST)
        if end > 0 and not spoken.name and len(self._tight) < PERSONS_MOST:
            self._tight.add(spoken.body[:end])

    def _count(self, key: str, what: Left | Call | None, stamp: Stamp) -> None:
        sender = self.senders.get(key)
        if sender is None:
            if len(self.senders) == PERSONS_MOST:
                raise UnsafeFile
            sender = self.senders[key] = Sender()
        if what is None:
            sender.messages += 1
        elif isinstance(what, Call) and what.answered:
            sender.calls += 1
        else:
            return
        sender.last = stamp

    def _note_name(self, name: str, body: str) -> None:
        known = self._names.get(name)
        if known is None:
            end = body.find(": ", 0, NAME_MOST - len(name))
            second = body[:end] if end > 0 else None
            if len(self._names) < PERSONS_MOST:
                self._names[name] = Sender(second=second, written=1)
            return
        known.written += 1
        if known.second is not None and not body.startswith(f"{known.second}:"):
            known.second = None


def survey(stream: BinaryIO) -> Survey:
    """What is in the chat that begins where the stream stands. Raises Malformed if it is none, UnsafeFile."""
    start = stream.tell()
    shape = Shape(forms_in(stream.read(HEAD)))
    for _ in range(_WALKS_MOST):
        stream.seek(start)
        found = Survey(stream, shape)
        better = found.better()
        if better == shape and len(found.senders) > _OF_A_PAIR and not shape.quoted:
            stream.seek(start)
            better = replace(shape, quoted=_quoted(stream, found))
        if better == shape:
            break
        shape = better
    if found.order.is_islamic or not found.first_line:
        raise Malformed(NAME, found.first_line or 1)
    return found


def _quoted(stream: BinaryIO, found: Survey) -> frozenset[str]:
    orders = found.order.open()
    shape = found.shape
    return (
        quoted_senders(entries(stream, Forms(shape.forms)), shape.names, orders[0]) if orders else frozenset()
    )


def what_is(entry: Entry, spoken: Said, *, first: bool) -> Left | Call | None:
    """A call, or a notice, or (None) a message."""
    name, body = spoken
    bracketed = entry.opening == "["
    marked = bracketed and body.startswith(_MARKS_OF_ITS_OWN)
    if not entry.more and (call := call_in(body, marked=marked)):
        return call
    if not name:
        return Left.NOTICE
    # Android phones put notices under no name; and a mark before the line goes with pictures and the like.
    if not bracketed or (entry.prefixed and marked):
        return None
    return Left.NOTICE if is_notice(body, name, marked=marked and not entry.more, first=first) else None


class _Clock:
    """The words beside a file's times. A clock of twelve hours has two: those that aren't known are told by which comes first."""

    def __init__(self) -> None:
        self._latest: dict[str, int] = {}  # the latest hour that stood with them
        self._followed: Counter[tuple[str, str]] = Counter()  # one after the other on one day
        self._before: Stamp | None = None

    def show(self, stamp: Stamp) -> None:
        words = stamp.words
        if words not in self._latest and len(self._latest) == _WORDS_MOST:
            return
        self._latest[words] = max(stamp.hour, self._latest.get(words, 0))
        before = self._before
        if before and before.words != words and before.day == stamp.day:
            self._followed[before.words, words] += 1
        self._before = stamp

    def parts(self) -> Mapping[str, Part | None]:
        parts = {words: part_of_day(words) for words in self._latest}
        if len(parts) != 2 or None not in parts.values() or max(self._latest.values()) > 12:
            return parts
        one, other = parts
        told = parts[one] or parts[other]
        if told is None:
            forth, back = self._followed[one, other], self._followed[other, one]
            if forth == back:
                return parts
            begins = one if forth > back else other
        else:
            its = one if parts[one] else other
            begins = its if told is Part.BEFORE_NOON else (other if its == one else one)
        return {words: Part.BEFORE_NOON if words == begins else Part.AFTER_NOON for words in parts}
