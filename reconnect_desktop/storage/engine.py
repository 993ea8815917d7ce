"""SQLAlchemy over the one open connection: it never opens the file itself."""

from __future__ import annotations

import sqlcipher3.dbapi2
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import StaticPool

from reconnect_desktop.storage.connection import Connection as DriverConnection


def engine_over(connection: DriverConnection) -> Engine:
    """An engine whose every transaction runs on `connection`, begun IMMEDIATE.

    hide_parameters keeps notes out of the texts of exceptions.
    """
    engine = create_engine(
        "sqlite://",
        module=sqlcipher3.dbapi2,
        creator=lambda: connection,
        poolclass=StaticPool,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
