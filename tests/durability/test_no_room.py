"""Files that may not grow: what SQLite says of them by the way of the driver's backup and SQLCipher's export is told as well."""

from __future__ import annotations

import resource
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from reconnect_desktop import encrypting
from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.backups import Occasion
from reconnect_desktop.domain.change import add
from reconnect_desktop.domain.errors import DiskTrouble
from reconnect_desktop.journal import Journal
from tests.making import ago, contact

SIZES = range(0, 120_000, 20_000)  # bytes; the journal has more


@pytest.fixture
def filled(journal: Journal) -> Journal:
    journal.apply(Action.LOG, *(add(contact(ago(day), note="tulips " * 100)) for day in range(1, 40)))
    return journal


@contextmanager
def files_up_to(size: int) -> Iterator[None]:
    """No file of this process can be written to beyond `size` bytes; Python ignores the signal that tells so."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_backup_that_cannot_be_written_is_no_damage(filled: Journal) -> None:
    for size in SIZES:
        with files_up_to(size), pytest.raises(DiskTrouble):
            filled.back_up(Occasion.ASKED)
    assert filled.back_up(Occasion.ASKED).verified


@pytest.mark.usefixtures("quick_keys")
def test_a_journal_that_could_not_be_encrypted_goes_on(
    filled: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Journal, "back_up", lambda *_: None)
    for size in SIZES:
        with files_up_to(size), pytest.raises(DiskTrouble):
            encrypting.turn_on(filled, "walnut", None)
        assert filled.count() == 39
        filled.save_draft({"note": f"{size}"})
    encrypting.turn_on(filled, "walnut", None)
    assert filled.count() == 39
