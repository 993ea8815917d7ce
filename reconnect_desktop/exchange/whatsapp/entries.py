"""A chat's entries: each begins with a stamp of the file's own form; lines without one belong to what stands before."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import BinaryIO, NamedTuple

from reconnect_desktop.domain.checks import TEXT_MOST
from reconnect_desktop.exchange.date_order import DateOrder
from reconnect_desktop.exchange.reading.decoding import head_text
from reconnect_desktop.exchange.whatsapp.calendars import day_number
from reconnect_desktop.exchange.whatsapp.lines import lines
from reconnect_desktop.exchange.whatsapp.marks import UNSEEN
from reconnect_desktop.exchange.whatsapp.stamps import Form, Stamp, begun

_LINE_END = re.compile(r"\r\n?|\n")
HEAD = 1 << 16  # bytes by which a file's form is told
_LOOKED_AT = 400  # lines of it
_OTHERS_LEAST = (
    20  # entries of another form that make it one of the file's: two exports, one put behind the other
)
_OTHERS_SHARE = 10  # and at least every tenth
_AMONG = 3  # lines that begin with a stamp, in a file that doesn't: at least every third


class Entry(NamedTuple):
    """line: where it begins; rest: what follows the stamp on its line; prefixed: a mark stands before it.

    more: other lines belong to it; text: what those say, or the beginning of it.
    """

    line: int
    stamp: Stamp
    opening: str
    rest: str
    prefixed: bool
    more: bool = False
    text: str = ""


class Forms:
    """The forms of a file's stamps, and how often others stand at the beginning of its lines."""

    def __init__(self, own: Iterable[Form]) -> None:
        self.own: frozenset[tuple[str, str, bool, bool]] = frozenset(own)
        self.entries = 0
        self._others: Counter[Form] = Counter()

    def has(self, opening: str, stamp: Stamp) -> bool:
        """Whether a stamp is in one of them; takes note of it."""
        if (opening, stamp.day.sign, stamp.second is not None, stamp.time_first) in self.own:
            self.entries += 1
            return True
        form = stamp.form(opening)
        if form in self._others or len(self._others) < _OTHERS_LEAST:
            self._others[form] += 1
        return False

    def missed(self) -> frozenset[Form]:
        """Those that should have been among its own."""
        least = max(_OTHERS_LEAST, self.entries // _OTHERS_SHARE) if self.entries else 1
        return frozenset(form for form, count in self._others.items() if count >= least)


def entries(stream: BinaryIO, forms: Forms, *, texts: bool = False) -> Iterator[Entry]:
    """Every entry, in the order of the file."""
    entry: Entry | None = None
    more: list[str] = []
    room = 0
    for number, line in enumerate(lines(stream), start=1):
        start = begun(line)
        if start is None or not forms.has(start.opening, start.stamp):
            if (line and not more) or (texts and room > 0):
                more.append(line)
                room -= len(line) + 1
            continue
        if entry:
            yield _whole(entry, more) if more else entry
            more.clear()
        room = TEXT_MOST
        entry = Entry(number, *start)
    if entry:
        yield _whole(entry, more) if more else entry


def _whole(entry: Entry, more: list[str]) -> Entry:
    return entry._replace(more=any(more), text="\n".join(more).rstrip("\n"))


def forms_in(head: bytes) -> frozenset[Form]:
    """The form of the stamps in a file that begins so; none if it is no chat."""
    first_lines = [
        line for line in _LINE_END.split(head_text(head), _LOOKED_AT)[:_LOOKED_AT] if line.strip(UNSEEN)
    ]
    if first_lines and (first := _form(first_lines[0])):
        return frozenset([first])
    found = Counter(form for form in map(_form, first_lines) if form)
    for form, count in found.most_common(1):
        if count > 1 and count * _AMONG >= len(first_lines):
            return frozenset([form])
    return frozenset()


def _form(line: str) -> Form | None:
    """The form of the stamp with which a line begins, if it is one that WhatsApp writes."""
    start = begun(line)
    if start is None or not start.rest:
        return None
    days = (day_number(start.stamp.day, order) for order in DateOrder)
    form = start.stamp.form(start.opening)
    return form if any(days) and _is_written(form) else None


def _is_written(form: Form) -> bool:
    """Not in logs, whose days are ISO 8601's; nor by others that write chats, whose times have no seconds."""
    if form.opening == "[":
        return form.seconds or form.sign != "-"
    return not form.seconds or form.sign != "-" if form.opening == "-" else form.seconds
