"""An export in words: what was written, and who can read it."""

from __future__ import annotations

from reconnect_desktop.domain.records import RECORD_TYPES
from reconnect_desktop.exporting import Exported
from reconnect_desktop.language import tr, tr_n
from reconnect_desktop.output.backup_words import counted_words

_NAMED = 3  # kinds; what is more is counted together


def exported_words(done: Exported) -> str:
    """What is in the file now: "Exported 312 interactions, 4 letters. Whoever has the file can read it."."""
    kinds = [kind for kind in RECORD_TYPES if done.counts.get(kind)]
    if not kinds:
        return tr("The file is there; there was nothing yet to write into it.")
    entries = counted_words({kind: done.counts[kind] for kind in kinds[:_NAMED]})
    others = sum(done.counts[kind] for kind in kinds[_NAMED:])
    if not others:
        return tr("Exported {entries}. Whoever has the file can read it.", entries=entries)
    return tr_n(
        "Exported {entries} and {count} other entry. Whoever has the file can read it.",
        "Exported {entries} and {count} other entries. Whoever has the file can read it.",
        others,
        entries=entries,
    )
