"""What was answered about a file, kept in the journal for the next one of its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reconnect_desktop.domain.change import Change, add, edit
from reconnect_desktop.domain.errors import Invalid
from reconnect_desktop.domain.records import Setting
from reconnect_desktop.domain.settings import SILENCE

if TYPE_CHECKING:
    from reconnect_desktop.exchange.reader import Asks
    from reconnect_desktop.exchange.tables.columns import Columns
    from reconnect_desktop.journal import Journal


def remembered(journal: Journal, asks: Asks) -> Columns | None:
    """What the columns of such a table were the last time."""
    if asks.table is None:
        return None
    from reconnect_desktop.exchange.tables.columns import columns_id, from_text

    kept = journal.get(Setting, columns_id(asks.table.key))
    try:
        return from_text(kept.value) if kept else None
    except Invalid:
        return None


def remember(journal: Journal, asks: Asks, silence: int, columns: Columns | None) -> None:
    """Keep the silence and the columns; nothing else about a file is worth it. Raises UserErrors."""
    said = []
    if asks.messages:
        said.append(Setting(id=SILENCE.id, value=SILENCE.write(silence)))
    if asks.table is not None and columns is not None:
        from reconnect_desktop.exchange.tables.columns import columns_id, to_text

        said.append(Setting(id=columns_id(asks.table.key), value=to_text(columns)))
    changes = [change for one in said if (change := _change(journal, one))]
    if changes:
        journal.keep(*changes)


def _change(journal: Journal, after: Setting) -> Change | None:
    before = journal.get(Setting, after.id)
    if before is None:
        return None if after.value == SILENCE.write(SILENCE.default) else add(after)
    return edit(before, after) if before != after else None
