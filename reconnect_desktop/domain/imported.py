"""What an import brought: how each record is named among its members, and whether it is still as it came."""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import blake2b

from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.plain import kind_of, to_plain
from reconnect_desktop.domain.records import Import, Record
from reconnect_desktop.domain.when import When


def member_of(record: Record) -> tuple[str, str]:
    """Its kind, as in `domain.plain`, and its id."""
    return kind_of(record), record.id


def digest_of(record: Record) -> str:
    """Eight hexadecimal digits that change when anything in the record does.

    What is empty counts as not there, so that a field that comes with a later version changes none.
    """
    said = {name: value for name, value in to_plain(record).items() if value not in (None, "", [])}
    text = json.dumps(said, sort_keys=True, separators=(",", ":"))
    return blake2b(text.encode(), digest_size=4).hexdigest()


def import_of(import_id: str, when: When, format_name: str, records: Iterable[Record]) -> Import:
    """The record of an import that brought these."""
    brought = list(records)
    days = [record.when.day for record in brought if isinstance(record, Interaction)]
    return Import(
        id=import_id,
        when=when,
        format=format_name,
        members=tuple(map(member_of, brought)),
        digests=tuple(map(digest_of, brought)),
        first=min(days, default=None),
        last=max(days, default=None),
    )


def is_as_it_came(record: Record, digest: str) -> bool:
    """Whether nothing in it was changed since. digest: "" where none was kept: then what is rated was changed."""
    if digest:
        return digest_of(record) == digest
    return not isinstance(record, Interaction) or record.closeness is None
