"""What the tests of chats ask of a chat."""

from __future__ import annotations

import io
from collections.abc import Iterable

from reconnect_desktop.domain.interaction import Interaction, Medium, ReachedOut
from reconnect_desktop.exchange import whatsapp
from reconnect_desktop.exchange.draft import Found
from reconnect_desktop.exchange.reader import Asks, Unit
from tests.exchange.readers import found, records

RUTH = "Ruth Example"


def read(content: str | bytes, *who: str, zone: str = "Europe/Berlin") -> list[Found]:
    return found(whatsapp.read, content, *(who or (RUTH,)), zone=zone)


def look(content: str) -> Asks:
    return whatsapp.look(io.BytesIO(content.encode()), "Europe/Berlin")


def counts(content: str) -> dict[str, tuple[int, int]]:
    """Messages and calls by label."""
    return {
        contact.label: (dict(contact.counts)[Unit.MESSAGE], dict(contact.counts)[Unit.CALL])
        for contact in look(content).contacts
    }


def taken(items: Iterable[Found]) -> list[Interaction]:
    return [record for record in records(items) if isinstance(record, Interaction)]


def told(items: Iterable[Found]) -> list[tuple[str, Medium, int | None, int | None, ReachedOut | None]]:
    """When, what, of how many messages, how long, and who began it."""
    return [(f"{one.when.local:%Y-%m-%d %H:%M:%S}", one.medium, one.messages, one.minutes, one.reached_out)
            for one in taken(items)]  # fmt: skip
