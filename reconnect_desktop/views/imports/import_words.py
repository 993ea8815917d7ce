"""An import in words: what came, from when to when, what is left of it."""

from __future__ import annotations

from reconnect_desktop.domain.records import Import
from reconnect_desktop.domain.when import When
from reconnect_desktop.importing import ImportLine
from reconnect_desktop.language import tr, tr_n
from reconnect_desktop.views.backups.moments import moment_words
from reconnect_desktop.views.kit.dates import short_date_words
from reconnect_desktop.views.today.imported_words import source_words


def title_words(record: Import, now: When) -> str:
    """Where it came from, and when: "WhatsApp · Today, 18:40"."""
    return f"{source_words(record.format)} · {moment_words(record.when.timestamp, now)}"


def facts_words(line: ImportLine) -> str:
    """What is left of it: "312 interactions · 2 Mar 2019 – 4 Nov 2026 · 14 rated or changed since"."""
    facts = [left_words(line), span_words(line.record)]
    if line.changed:
        facts.append(tr_n("{count} rated or changed since", "{count} rated or changed since", line.changed))
    return " · ".join(fact for fact in facts if fact)


def left_words(line: ImportLine, kept: int = 0) -> str:
    """How much of it there is, without the `kept` interactions of it."""
    told = []
    if still := line.still - kept:
        told.append(tr_n("{count} interaction", "{count} interactions", still))
    if line.others:
        told.append(tr_n("{count} other entry", "{count} other entries", line.others))
    return ", ".join(told) or tr("nothing of it is left")


def span_words(record: Import) -> str:
    """The days of its interactions: "2 Mar 2019 – 4 Nov 2026"; "" where it brought none."""
    if record.first is None or record.last is None:
        return ""
    first, last = short_date_words(record.first), short_date_words(record.last)
    return first if first == last else f"{first} – {last}"
