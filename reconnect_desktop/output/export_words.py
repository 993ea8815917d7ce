"""An export in words: what was written, and who can read it."""

from __future__ import annotations

from reconnect_desktop.domain.records import RECORD_TYPES
from reconnect_desktop.exporting import Exported
from reconnect_desktop.output.backup_words import counted_words
from reconnect_desktop.output.sentences import count_words

_NAMED = 3  # kinds; what is more is counted together


def exported_words(done: Exported) -> str:
    """What is in the file now: "Exported 312 interactions, 4 letters. Whoever has the file can read it."."""
    kinds = [kind for kind in RECORD_TYPES if done.counts.get(kind)]
    if not kinds:
        return "The file is there; there was nothing yet to write into it."
    named = counted_words({kind: done.counts[kind] for kind in kinds[:_NAMED]})
    others = sum(done.counts[kind] for kind in kinds[_NAMED:])
    more = f" and {count_words(others, 'other entry')}" if others else ""
    return f"Exported {named}{more}. Whoever has the file can read it."
