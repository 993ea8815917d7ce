"""What tests of readers have in common: choices with a still clock, and files from bytes."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from itertools import count
from typing import BinaryIO

from reconnect_desktop.domain.records import Record
from reconnect_desktop.domain.when import When, parse
from reconnect_desktop.exchange.draft import Draft, Found, Left, LeftOut, Problem
from reconnect_desktop.exchange.reader import Choices
from tests.fakes import NOW, ZONE


def now() -> When:
    """The moment at which tests read."""
    return parse(NOW, ZONE)


def choices(*who: str, zone: str = ZONE) -> Choices:
    """These people are Mom; ids are new-1, new-2, …"""
    numbers = count(1)
    return Choices(now=now(), zone=zone, who=who, new_id=lambda: f"new-{next(numbers)}")


def found(
    read: Callable[[BinaryIO, Choices], Iterable[Found]], content: bytes | str, *who: str, zone: str = ZONE
) -> list[Found]:
    """All that is found in a file of this content."""
    data = content.encode() if isinstance(content, str) else content
    return list(read(io.BytesIO(data), choices(*who, zone=zone)))


def records(items: Iterable[Found]) -> list[Record]:
    """The records that were taken."""
    return [item.record for item in items if isinstance(item, Draft)]


def problems(items: Iterable[Found]) -> list[tuple[int, str, str]]:
    """The problems as (line, field, why)."""
    return [(item.line, item.field, item.why.value) for item in items if isinstance(item, Problem)]


def left_out(items: Iterable[Found]) -> list[tuple[int, Left]]:
    """What was left out as (line, why)."""
    return [(item.line, item.why) for item in items if isinstance(item, LeftOut)]
