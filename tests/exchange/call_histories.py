"""Databases of calls of the shape that iPhones and Macs keep, with invented people."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

APPLE = 978_307_200
SCHEMA = """
CREATE TABLE ZCALLDBPROPERTIES (Z_PK INTEGER PRIMARY KEY, Z_ENT INTEGER, Z_OPT INTEGER, ZTIMER_ALL FLOAT);
CREATE TABLE ZCALLRECORD (
  Z_PK INTEGER PRIMARY KEY, Z_ENT INTEGER, Z_OPT INTEGER, ZANSWERED INTEGER, ZCALL_CATEGORY INTEGER, ZCALLTYPE INTEGER,
  ZDISCONNECTED_CAUSE INTEGER, ZFACE_TIME_DATA INTEGER, ZHANDLE_TYPE INTEGER, ZORIGINATED INTEGER, ZREAD INTEGER,
  ZDATE TIMESTAMP, ZDURATION FLOAT, ZADDRESS VARCHAR, ZISO_COUNTRY_CODE VARCHAR, ZLOCATION VARCHAR, ZNAME VARCHAR,
  ZSERVICE_PROVIDER VARCHAR, ZUNIQUE_ID VARCHAR);
CREATE TABLE ZHANDLE (Z_PK INTEGER PRIMARY KEY, Z_ENT INTEGER, Z_OPT INTEGER, ZTYPE INTEGER, ZNORMALIZEDVALUE VARCHAR, ZVALUE VARCHAR);
CREATE TABLE Z_2REMOTEPARTICIPANTHANDLES (
  Z_2REMOTEPARTICIPANTCALLS INTEGER, Z_4REMOTEPARTICIPANTHANDLES INTEGER,
  PRIMARY KEY (Z_2REMOTEPARTICIPANTCALLS, Z_4REMOTEPARTICIPANTHANDLES));
CREATE INDEX Z_CallRecord_date ON ZCALLRECORD (ZDATE COLLATE BINARY ASC);
"""
PHONE, FACETIME_VIDEO, FACETIME_AUDIO = 1, 8, 16


def call(
    address: str | bytes | None, at: str | float | None, duration: object, *, mine: bool, **more: Any
) -> dict[str, Any]:
    """A row; at: UTC in ISO 8601, or seconds since 2001."""
    if isinstance(at, str):
        at = datetime.fromisoformat(at).replace(tzinfo=UTC).timestamp() - APPLE + 0.25
    said = {"ZADDRESS": address, "ZDATE": at, "ZDURATION": duration, "ZORIGINATED": int(mine)}
    return {"ZANSWERED": int(not mine), "ZCALLTYPE": PHONE, "ZCALL_CATEGORY": 1, **said, **more}


def database(*calls: dict[str, Any], schema: str = SCHEMA, more: str = "") -> bytes:
    """The file of these rows, in order."""
    return made(lambda connection: _fill(connection, calls, schema, more))


def made(fill: Callable[[sqlite3.Connection], object]) -> bytes:
    """The file that is filled so."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "CallHistory.storedata"
        connection = sqlite3.connect(path)
        fill(connection)
        connection.commit()
        connection.close()
        return path.read_bytes()


def _fill(connection: sqlite3.Connection, calls: tuple[dict[str, Any], ...], schema: str, more: str) -> None:
    connection.executescript(schema)
    for number, row in enumerate(calls, start=1):
        whole = {"Z_PK": number, "ZUNIQUE_ID": f"CALL-{number}", **row}
        columns, marks = ", ".join(whole), ", ".join("?" * len(whole))
        connection.execute(f"INSERT INTO ZCALLRECORD ({columns}) VALUES ({marks})", tuple(whole.values()))
    connection.executescript(more)


def family() -> bytes:
    """Ruth by phone (as text and as bytes) and by FaceTime, Ann, and a call of three.

    Answered: Ruth 5 (the last with Ann, too), Ann 2.
    """
    ruth = {"ZNAME": "Ruth Example"}
    return database(
        call("+15555550113", "2026-03-01T17:00:00", 600.4, mine=True, **ruth),  # 1
        call(b"5555550113", "2026-03-02T17:00:00", 30, mine=False),  # 2
        call("+15555550113", "2026-03-03T17:00:00", 0, mine=True, **ruth),  # 3
        call("+15555550113", "2026-03-04T17:00:00", 0, mine=False, ZANSWERED=0, **ruth),  # 4
        call(
            "+15555550113",
            "2026-03-05T17:00:00",
            3600,
            mine=False,
            ZCALLTYPE=FACETIME_VIDEO,
            ZCALL_CATEGORY=2,
        ),  # 5
        call("+15555550113", "2026-03-06T17:00:00", 61, mine=True, ZCALLTYPE=FACETIME_AUDIO, **ruth),  # 6
        call("5555550120", "2026-03-07T17:00:00", 61, mine=True, ZNAME="Ann"),  # 7
        call(None, "2026-03-08T17:00:00", 90, mine=False),  # 8: three
        call(None, "2026-03-09T17:00:00", 90, mine=False),  # 9: hidden
        more=(
            "INSERT INTO ZHANDLE (Z_PK, ZVALUE) VALUES (1, '+15555550113'), (2, '5555550120');"
            "INSERT INTO Z_2REMOTEPARTICIPANTHANDLES VALUES (8, 1), (8, 2);"
        ),
    )
