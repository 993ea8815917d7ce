"""Lines pasted from another chat, which look like entries of their own."""

from __future__ import annotations

from collections.abc import Iterable

from reconnect_desktop.exchange.date_order import DateOrder
from reconnect_desktop.exchange.whatsapp.calendars import day_number
from reconnect_desktop.exchange.whatsapp.day_halves import part_of_day
from reconnect_desktop.exchange.whatsapp.entries import Entry
from reconnect_desktop.exchange.whatsapp.senders import Names, key_of, said

_BACK_LEAST = 600  # seconds: messages that were late come a little out of order too
_LINES_MOST = 50  # of one sender


def quoted_senders(entries: Iterable[Entry], names: Names, order: DateOrder) -> frozenset[str]:
    """The keys of those whose every line is older than what stands before it: they don't write in this chat."""
    back: dict[str, int] = {}
    here: set[str] = set()
    latest = 0
    for entry in entries:
        name = said(entry.rest, names).name
        stamp = entry.stamp
        day = day_number(stamp.day, order)
        if not name or day is None:
            continue
        key = key_of(name)
        moment = day * 86_400 + stamp.second_of_day(part_of_day(stamp.words))
        if key not in here and moment < latest - _BACK_LEAST and back.get(key, 0) < _LINES_MOST:
            back[key] = back.get(key, 0) + 1
            continue
        latest = max(latest, moment)
        here.add(key)
    return frozenset(back) - here
