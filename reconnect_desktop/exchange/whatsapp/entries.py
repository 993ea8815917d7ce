"""A chat's entries: each begins with a stamp of the file's own form; lines without one belong to what stands before."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import BinaryIO, NamedTuple

from reconnect_desktop.domain.checks import TEXT_MOST
from reconnect_desktop.exchange.decoding import head_text
from reconnect_desktop.exchange.reader import DateOrder
from reconnect_desktop.exchange.whatsapp.calendars import day_number
from reconnect_desktop.exchange.whatsapp.lines import cut, lines
from reconnect_desktop.exchange.whatsapp.marks import UNSEEN
from reconnect_desktop.exchange.whatsapp.stamps import Form, Stamp, read_stamp

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

    more: other lines belong to it; text: what those say, if it is asked for.
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
    begun: Entry | None = None
    more: list[str] = []
    for number, line in enumerate(lines(stream), start=1):
        parts = cut(line)
        stamp = read_stamp(parts.stamp) if parts else None
        if parts is None or stamp is None or not forms.has(parts.opening, stamp):
            if texts or (line and not more):
                more.append(line)
            continue
        if begun:
            yield _whole(begun, more, texts=texts)
        more.clear()
        begun = Entry(number, stamp, parts.opening, parts.rest, parts.marked)
    if begun:
        yield _whole(begun, more, texts=texts)


def _whole(begun: Entry, more: list[str], *, texts: bool) -> Entry:
    if not more:
        return begun
    text = "\n".join(more)[:TEXT_MOST].rstrip("\n") if texts else ""
    return begun._replace(more=any(more), text=text)


def forms_in(head: bytes) -> frozenset[Form]:
    """The form of the stamps in a file that begins so; none if it is no chat."""
    begun = [line for line in _LINE_END.split(head_text(head), _LOOKED_AT)[:_LOOKED_AT] if line.strip(UNSEEN)]
    if begun and (first := _form(begun[0])):
        return frozenset([first])
    found = Counter(form for form in map(_form, begun) if form)
    for form, count in found.most_common(1):
        if count > 1 and count * _AMONG >= len(begun):
            return frozenset([form])
    return frozenset()


def _form(line: str) -> Form | None:
    """The form of the stamp with which a line begins, if it is one that WhatsApp writes."""
    parts = cut(line)
    stamp = read_stamp(parts.stamp) if parts else None
    if parts is None or stamp is None or not parts.rest:
        return None
    days = (day_number(stamp.day, order) for order in DateOrder)
    form = stamp.form(parts.opening)
    return form if any(days) and _is_written(form) else None


def _is_written(form: Form) -> bool:
    """Not in logs, whose days are ISO 8601's; nor by others that write chats, whose times have no seconds."""
    if form.opening == "[":
        return form.seconds or form.sign != "-"
    return not form.seconds or form.sign != "-" if form.opening == "-" else form.seconds
