"""The second walk through a chat: what in it is contact with her."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from typing import BinaryIO

from reconnect_desktop.domain.checks import TEXT_MOST
from reconnect_desktop.domain.errors import Invalid, Why
from reconnect_desktop.domain.interaction import Interaction, ReachedOut, check_not_in_future
from reconnect_desktop.domain.length import from_seconds
from reconnect_desktop.domain.when import at
from reconnect_desktop.exchange.date_order import DateOrder
from reconnect_desktop.exchange.draft import Draft, Found, Left, LeftOut, Problem
from reconnect_desktop.exchange.people.conversation import Message, exchanges, in_which_she_wrote
from reconnect_desktop.exchange.reader import Choices
from reconnect_desktop.exchange.span_key import span_key
from reconnect_desktop.exchange.whatsapp.calendars import ISLAMIC_DAY, day_number
from reconnect_desktop.exchange.whatsapp.calls import Call
from reconnect_desktop.exchange.whatsapp.day_halves import part_of_day
from reconnect_desktop.exchange.whatsapp.entries import Entry, Forms, entries
from reconnect_desktop.exchange.whatsapp.lines import NAME
from reconnect_desktop.exchange.whatsapp.local_time import LocalTime
from reconnect_desktop.exchange.whatsapp.senders import Said, key_of, said
from reconnect_desktop.exchange.whatsapp.stamps import Stamp
from reconnect_desktop.exchange.whatsapp.survey import Survey, what_is

_LINE_BITS = 28  # so that a message takes 8 bytes: when, on which line, and whether she wrote it
_LINES_MOST = (1 << _LINE_BITS) - 1


class Reading:
    """hers: the keys of the senders that are her. In a chat of two the other is the user; in one of many nobody knows who is."""

    def __init__(self, survey: Survey, hers: frozenset[str], order: DateOrder, choices: Choices) -> None:
        self._survey, self._hers, self._order, self._choices = survey, hers, order, choices
        self._is_group = len(survey.senders.keys() - hers) > 1
        self._parts = survey.parts()
        self._latest = choices.now.timestamp + 60
        self._clock = LocalTime(choices.zone, choices.now.offset)
        self._messages = array("q")
        self._texts: dict[int, str] = {}
        self._calls: set[str] = set()

    def read(self, stream: BinaryIO) -> Iterator[Found]:
        """What is found, the calls first."""
        for entry in entries(stream, Forms(self._survey.shape.forms), texts=self._choices.keep_texts):
            if found := self._found(entry):
                yield found
        for messages in self._exchanges():
            yield from self._gathered(messages)

    def _found(self, entry: Entry) -> Found | None:
        spoken = said(entry.rest, self._survey.shape.names)
        what = what_is(entry, spoken, first=entry.line == self._survey.first_line)
        if isinstance(what, Left):
            return LeftOut(what, entry.line)
        if spoken.name and key_of(spoken.name) in self._survey.shape.quoted:
            return LeftOut(Left.SOMEBODY_ELSE, entry.line)
        if what and not what.answered:
            return LeftOut(Left.NOT_ANSWERED, entry.line)
        if what and self._is_group:
            return LeftOut(Left.NOTICE, entry.line)  # who took part isn't told
        try:
            seconds = self._moment(entry.stamp)
            if what:
                return Draft(self._call(what, key_of(spoken.name), seconds), entry.line)
        except Invalid as error:
            return Problem(entry.line, "date" if error.field == "when" else error.field, error.why)
        self._keep(entry, spoken, seconds)
        return None

    def _moment(self, stamp: Stamp) -> int:
        day = day_number(stamp.day, self._order)
        if day is None or day == ISLAMIC_DAY:
            raise Invalid("date", Why.NOT_A_TIME)
        seconds = self._clock.moment(
            day, stamp.second_of_day(self._parts.get(stamp.words, part_of_day(stamp.words)))
        )
        if seconds < 0:
            raise Invalid("date", Why.OUT_OF_RANGE)
        if seconds > self._latest:
            raise Invalid("date", Why.IN_FUTURE)
        return seconds

    def _keep(self, entry: Entry, spoken: Said, seconds: int) -> None:
        line = min(entry.line, _LINES_MOST)
        hers = key_of(spoken.name) in self._hers
        self._messages.append(((seconds << _LINE_BITS) | line) << 1 | hers)
        if self._choices.keep_texts:
            self._texts[line] = "\n".join(filter(None, (spoken.body, entry.text)))[:TEXT_MOST]

    def _exchanges(self) -> Iterator[list[Message]]:
        """The messages between two silences, one exchange after the other."""
        exchange: list[Message] = []
        for packed in sorted(self._messages):
            line = (packed >> 1) & _LINES_MOST
            seconds = packed >> (_LINE_BITS + 1)
            if exchange and seconds - exchange[-1].seconds >= self._choices.silence * 60:
                yield exchange
                exchange = []
            exchange.append(Message(seconds, bool(packed & 1), line, self._texts.get(line, "")))
        if exchange:
            yield exchange

    def _gathered(self, messages: list[Message]) -> Iterator[Found]:
        if self._is_group:
            if not any(message.hers for message in messages):
                yield from (LeftOut(Left.SOMEBODY_ELSE, message.line) for message in messages)
                return
            messages = list(in_which_she_wrote(messages, self._choices))
        yield from exchanges(messages, NAME, self._choices)

    def _call(self, call: Call, key: str, seconds: int) -> Interaction:
        when = at(seconds, self._choices.zone, self._choices.now.offset)
        check_not_in_future(when, self._choices.now)
        reached_out = ReachedOut.MOM if key in self._hers else ReachedOut.ME
        return Interaction(
            id=self._choices.new_id(),
            when=when,
            medium=call.medium,
            minutes=from_seconds(call.seconds) if call.seconds else None,
            reached_out=reached_out if key else None,
            source=NAME,
            source_key=self._source_key(seconds, call.seconds or 0),
            logged=self._choices.now,
        )

    def _source_key(self, seconds: int, length: int) -> str:
        """Of two calls that look the same, as those of one minute do, the second is known by a second later."""
        while (key := span_key("call", seconds, seconds + length)) in self._calls:
            seconds += 1
        self._calls.add(key)
        return key
