"""Faults that are planted in the recorded process: each must be found, or the proof proves nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from typing import Final
from unittest.mock import patch

from reconnect_desktop import durable, encrypting
from reconnect_desktop.journal import Journal
from reconnect_desktop.storage import connection


@contextmanager
def nothing() -> Iterator[None]:
    """The program as it is."""
    yield


@contextmanager
def pragmas(**changes: str) -> Iterator[None]:
    """Journals that are opened with other settings."""
    wanted = {name: value for name, _, value in (one.partition("=") for one in connection._PRAGMAS)} | changes
    with patch.object(connection, "_PRAGMAS", tuple(f"{name}={value}" for name, value in wanted.items())):
        yield


@contextmanager
def folders_not_synced() -> Iterator[None]:
    """New names that are left to chance."""
    with patch.object(durable, "sync_folder", lambda folder: None):
        yield


@contextmanager
def keys_last() -> Iterator[None]:
    """Encrypted journals that are in their place before there is anything to open them with."""
    really = encrypting._change_key

    def change_key(
        journal: Journal,
        key: bytes | None,
        keep: Callable[[], None] = lambda: None,
        take_back: Callable[[], None] = lambda: None,
    ) -> bool:
        done = really(journal, key, take_back=take_back)
        keep()
        return done

    with patch.object(encrypting, "_change_key", change_key):
        yield


MUTANTS: Final[Mapping[str, Callable[[], AbstractContextManager[None]]]] = {
    "": nothing,
    # EXTRA makes the end of a rollback journal durable. Behind an exclusive lock it is overwritten and synced anyhow, so
    # that either alone would do; this is what SQLite does by itself, with neither.
    "as-sqlite-comes": lambda: pragmas(synchronous="FULL", locking_mode="NORMAL"),
    "not-synced": lambda: pragmas(synchronous="OFF"),
    "keys-last": keys_last,
    "folders-not-synced": folders_not_synced,
}
