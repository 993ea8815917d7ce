"""Is everything as it was written? Asked at each start, before the first write, and of each backup."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from hashlib import blake2b

from reconnect_desktop.domain.errors import JournalDamaged, ReadOnly, SearchDamaged
from reconnect_desktop.storage.connection import Connection, schema_version
from reconnect_desktop.storage.rows import row_text, text_checksum
from reconnect_desktop.storage.trouble import told

_ROWS_A_STEP = 500
_OF_THE_SEARCH = ("inverted index for FTS5 table main.search", 'table "search"')

# What `schema_digest` tells of a journal with the schema of each version; a test holds them equal to what the migrations make.
SCHEMA_DIGESTS = {
    1: "6a9e44366947db41e19e73150f9562df",
    2: "68731f9447947e7d24c33be849f39f14",
    3: "5aafeb22e83424bf8d8e9eeed1462623",
    4: "f816eee9dc23886725b323e72c7c0fb7",
    5: "5f500950cf88ab98e4c0874bd9c18531",
    6: "cabbeca821a75b0a31758f696ea982be",
}


def check(connection: Connection) -> Iterator[None]:
    """Compare every row with its checksum, every table with its tally and its indexes, the schema with what it should be.

    A journal of an older schema is compared with what was kept then. The search's own tables and the free pages are
    left out: they take longest, and hold nothing that is not in the rows.

    Yields after each few milliseconds of work, so that others may have their turn.
    Raises JournalDamaged.
    """
    version = schema_version(connection)
    if schema_digest(connection) != SCHEMA_DIGESTS.get(version):
        raise JournalDamaged
    yield
    tallies = _tallies(connection)
    summed = _summed_tables(connection)
    if (
        tallies.keys() != set(summed)
        or _one(connection, "SELECT version_num FROM alembic_version") != f"{version:04}"
    ):
        raise JournalDamaged
    for name in (*summed, "tallies"):
        if name in tallies and (yield from _sum(connection, name)) != tallies[name]:
            raise JournalDamaged
        if _one(connection, f"PRAGMA integrity_check({name})") != "ok":
            raise JournalDamaged
        yield


def full_check(connection: Connection) -> None:
    """The same of the whole file, free pages and the search too; some 0.4 s with 22,000 interactions.

    Of a file that is open for reading only, the search is not compared with the rows, but with itself.
    Raises SearchDamaged where it is the search alone that is not right, else JournalDamaged.
    """
    for _ in check(connection):
        pass
    with told():
        found = [row[0] for row in connection.execute("PRAGMA integrity_check").fetchall()]
    if found != ["ok"]:
        of_the_search = all(any(words in line for words in _OF_THE_SEARCH) for line in found)
        raise SearchDamaged if of_the_search else JournalDamaged
    try:
        with told():
            connection.execute("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
    except JournalDamaged:
        raise SearchDamaged from None
    except ReadOnly:
        pass


def schema_digest(connection: Connection) -> str:
    """Of the text of every table, index and trigger, but of those that SQLite makes for the search by itself."""
    with told():
        rows = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master").fetchall()
    lines = sorted(
        f"{name} {kind} {table} {_words(f'{kind} {name}', sql)}" for kind, name, table, sql in rows
    )
    return blake2b("\n".join(lines).encode(), digest_size=16).hexdigest()


def _words(what: str, sql: str | None) -> str:
    """Without line breaks and quotation marks, which other versions of what writes them put elsewhere."""
    return "" if what.startswith("table search_") else " ".join(str(sql).replace('"', "").split())


def _tallies(connection: Connection) -> dict[str, tuple[int, int]]:
    """The number of rows and the combined checksum of each table, as they were kept."""
    with told():
        rows = connection.execute("SELECT name, rows, xor FROM tallies").fetchall()
    try:
        return {name: (rows, int.from_bytes(xor)) for name, rows, xor in rows}
    except TypeError:
        raise JournalDamaged from None


def _summed_tables(connection: Connection) -> list[str]:
    """Those whose rows carry a checksum."""
    sql = (
        "SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c"
        " WHERE m.type = 'table' AND c.name = 'checksum' ORDER BY m.rowid"
    )
    with told():
        return [row[0] for row in connection.execute(sql).fetchall()]


def _sum(connection: Connection, name: str) -> Generator[None, None, tuple[int, int]]:
    """The number of rows and the combined checksum of a table, every row of which is as its checksum says."""
    sql = f"{_rows_of(connection, name)} WHERE rowid > ? ORDER BY rowid LIMIT {_ROWS_A_STEP}"
    last, count, xor = -1, 0, 0
    while True:
        before = count
        with told():
            for number, summed, is_odd, text, *blobs in connection.execute(sql, (last,)):
                if number <= last or is_odd or text_checksum(text, *blobs) != summed:
                    raise JournalDamaged
                last, count, xor = number, count + 1, xor ^ int.from_bytes(summed)
        yield
        if count == before:
            return count, xor


def _rows_of(connection: Connection, name: str) -> str:
    """SELECT of a row's number, its checksum, whether a cell is of a type that is never written, and all that is summed.

    One flipped bit makes a text a blob, or a blob a text, of the same letters. SQLite holds every blob for greater than any text.
    """
    with told():
        columns = connection.execute(f"SELECT name, type FROM pragma_table_info('{name}')").fetchall()
    kinds = {f'"{column}"': kind for column, kind in columns if column not in ("seq", "checksum")}
    blobs = [column for column, kind in kinds.items() if kind == "BLOB"]
    texts = "".join(f", ifnull({column}, '')" for column, kind in kinds.items() if kind == "TEXT")
    odd = " OR ".join((f"max(''{texts}) >= x''", *(f"typeof({column}) <> 'blob'" for column in blobs)))
    summed = row_text([column for column in kinds if column not in blobs])
    return f"SELECT {', '.join(('rowid', 'checksum', odd, summed, *blobs))} FROM {name}"


def _one(connection: Connection, sql: str) -> object:
    with told():
        row = connection.execute(sql).fetchone()
    return row[0] if row else None
