"""Records as plain dictionaries of JSON's types, and back: one shape for export, history and the command line.

    {"kind": "interaction", "id": "9f…", "at": "2026-11-22T18:40:00+01:00", "zone": "Europe/Berlin",
     "medium": "call", "minutes": 25, "closeness": 5, …}

What is unknown is null or left out; `from_plain` takes both. Fields it does not know are refused,
so that nothing is dropped in silence.
"""

from __future__ import annotations

from collections.abc import Mapping

from reconnect_desktop.domain.errors import Invalid, Why
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.plain_fields import Fields, Plain
from reconnect_desktop.domain.plain_records import READERS, WRITERS
from reconnect_desktop.domain.plan import Plan
from reconnect_desktop.domain.records import (
    Import,
    Letter,
    LetterVersion,
    MoodCheckIn,
    Need,
    Nudge,
    Pause,
    Record,
    Reflection,
    Setting,
    Topic,
    Try,
)

__all__ = ["KINDS", "Plain", "from_plain", "kind_of", "to_plain"]

KINDS: dict[str, type[Record]] = {
    "interaction": Interaction,
    "mood": MoodCheckIn,
    "topic": Topic,
    "plan": Plan,
    "pause": Pause,
    "nudge": Nudge,
    "try": Try,
    "letter": Letter,
    "letter_version": LetterVersion,
    "need": Need,
    "reflection": Reflection,
    "import": Import,
    "setting": Setting,
}
_KIND_OF = {record_type: kind for kind, record_type in KINDS.items()}


def kind_of(record: Record) -> str:
    """The word for the record's type, as in `KINDS`."""
    return _KIND_OF[type(record)]


def to_plain(record: Record) -> Plain:
    """The record as a dictionary whose values are str, int, bool, None or a list of str."""
    writer = WRITERS[type(record)]
    return {"kind": kind_of(record), "id": record.id, **writer(record)}


def from_plain(plain: Mapping[str, object]) -> Record:
    """The record this dictionary describes. Raises Invalid, naming the field."""
    kind = plain.get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        raise Invalid("kind", Why.UNKNOWN_WORD)
    fields = Fields(plain)
    record = READERS[KINDS[kind]](fields)
    fields.refuse_the_rest()
    return record
