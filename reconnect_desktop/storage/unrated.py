"""What came from files and may be asked to be rated: counted where it lies, for there may be a hundred thousand."""

from __future__ import annotations

from reconnect_desktop.domain.errors import JournalDamaged
from reconnect_desktop.domain.interaction import Medium
from reconnect_desktop.domain.rating import LEFT, Unrated
from reconnect_desktop.storage.connection import Connection
from reconnect_desktop.storage.trouble import told

_LOGGED = "CAST(strftime('%s', logged_local) AS INTEGER) - logged_offset"
# `? < …` is the moment up to which all were left; which single ones were, the settings know.
CONDITION = f"""closeness IS NULL AND source <> '' AND ? < {_LOGGED}
    AND NOT EXISTS (SELECT 1 FROM settings WHERE settings.id = '{LEFT}' || interactions.id)"""
_COUNT = f"SELECT medium, count(*), count(messages), max({_LOGGED}) FROM interactions WHERE {CONDITION} GROUP BY medium"


def counted(connection: Connection, until: int) -> Unrated:
    """How many there are, logged after `until` (seconds since 1970 UTC); which they are is not read. Raises JournalDamaged."""
    with told():
        rows = connection.execute(_COUNT, (until,)).fetchall()
    try:
        return Unrated(
            count=sum(count for _, count, _, _ in rows),
            media=frozenset(Medium(medium) for medium, _, _, _ in rows),
            exchanges=any(exchanges for _, _, exchanges, _ in rows),
            logged=max((logged for _, _, _, logged in rows), default=0),
        )
    except (ValueError, TypeError):
        raise JournalDamaged from None
