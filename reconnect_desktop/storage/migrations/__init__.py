"""Alembic's steps from one schema to the next; loaded only when the journal's schema is behind."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from reconnect_desktop.domain.errors import NotAJournal
from reconnect_desktop.storage.check import check
from reconnect_desktop.storage.connection import SCHEMA_VERSION, Connection, schema_version
from reconnect_desktop.storage.trouble import told


def bring_up_to_date(connection: Connection, before: Callable[[], object] = lambda: None) -> None:
    """Make sure the open file has the newest schema, of one that is whole; `before` is called where anything is going to change.

    Raises NotAJournal, JournalTooNew, JournalDamaged, and what `before` raises; then the file is as it was.
    """
    version = schema_version(connection)
    if version == 0 and not _is_empty(connection):
        raise NotAJournal
    if 0 < version < SCHEMA_VERSION:
        for _ in check(connection):
            pass
        before()
    if version < SCHEMA_VERSION:
        upgrade(connection)


def _is_empty(connection: Connection) -> bool:
    with told():
        return not connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()


def upgrade(connection: Connection) -> None:
    """Bring the open journal to the newest schema: all of the steps, or none."""
    from alembic import command
    from alembic.config import Config

    from reconnect_desktop.storage.engine import engine_over

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    with told(), engine_over(connection).begin() as sqlalchemy_connection:
        config.attributes["connection"] = sqlalchemy_connection
        command.upgrade(config, "head")
