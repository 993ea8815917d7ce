"""Alembic's steps from one schema to the next; loaded only when the journal's schema is behind."""

from __future__ import annotations

from pathlib import Path

from reconnect_desktop.storage.connection import Connection
from reconnect_desktop.storage.trouble import told


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
