"""What an import brought: how each record is named among its members, and whether it is still as it came."""

from __future__ import annotations

import json
from hashlib import blake2b

from reconnect_desktop.domain.plain import kind_of, to_plain
from reconnect_desktop.domain.records import Record


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
