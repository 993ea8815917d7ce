"""A journal is written anew beside itself, and takes its own place only where that loses nothing."""

from __future__ import annotations

import shutil
import traceback
from collections.abc import Iterator
from pathlib import Path

import pytest

from reconnect_desktop import encrypting
from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add
from reconnect_desktop.domain.errors import DiskTrouble, JournalDamaged, UserError
from reconnect_desktop.journal import Journal
from reconnect_desktop.storage.connection import FILE_NAME, Connection, connect
from reconnect_desktop.storage.reencrypting import opens, put_durably, written_anew
from reconnect_desktop.storage.vault import new_key
from tests.fakes import FakeClock
from tests.making import TODAY, contact

KEY = new_key()
WORDS = "under the old walnut tree"

pytestmark = pytest.mark.usefixtures("quick_keys")


@pytest.fixture
def journal(tmp_path: Path, clock: FakeClock) -> Iterator[Journal]:
    opened = Journal.open(tmp_path / "journal", clock)
    opened.apply(Action.LOG, add(contact(TODAY, note="tulips")))
    yield opened
    opened.close()


def test_what_is_not_put_in_place_is_gone_afterwards(journal: Journal) -> None:
    file = journal.folder / FILE_NAME
    with journal.held() as connection, written_anew(connection, file, KEY) as part:
        assert part == file.with_name("journal.db.part")
        assert opens(part, KEY)
        assert not opens(part, new_key())
    assert not part.exists()
    assert journal.count() == 1


def test_only_its_own_key_opens_a_file(journal: Journal, tmp_path: Path) -> None:
    encrypting.turn_on(journal, WORDS, None)
    key = journal.key
    assert key is not None
    journal.close()
    file = journal.folder / FILE_NAME
    assert opens(file, key)
    assert not opens(file, new_key())
    assert not opens(tmp_path / "nothing.db", key)
    file.write_bytes(b"\0" * 8192)
    assert not opens(file, key)


def test_a_file_that_is_not_equal_never_takes_the_journals_place(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that keeps something else than what it was given."""

    def lose(path: Path) -> None:
        other = connect(path)
        other.execute("PRAGMA foreign_keys=OFF")
        other.execute("DELETE FROM interactions")
        other.close()

    from reconnect_desktop.storage import reencrypting

    export = reencrypting._export

    def lossy(connection: Connection, part: Path, key: bytes | None) -> None:
        export(connection, part, key)
        lose(part)

    encrypting.turn_on(journal, WORDS, None)
    monkeypatch.setattr(reencrypting, "_export", lossy)
    with pytest.raises(DiskTrouble):
        encrypting.turn_off(journal)
    assert journal.count() == 1
    assert journal.key is not None
    assert not (journal.folder / f"{FILE_NAME}.part").exists()


def test_half_a_write_is_never_put_back_into_another_file(tmp_path: Path) -> None:
    file, part = tmp_path / FILE_NAME, tmp_path / f"{FILE_NAME}.part"
    file.write_bytes(b"old")
    part.write_bytes(b"new")
    rollback = tmp_path / f"{FILE_NAME}-journal"
    rollback.write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(504))
    with pytest.raises(DiskTrouble):
        put_durably(part, file)
    assert file.read_bytes() == b"old"
    rollback.write_bytes(bytes(512))  # what SQLite leaves of one that is over
    assert put_durably(part, file)
    assert file.read_bytes() == b"new"


@pytest.mark.parametrize(
    "damage", ["UPDATE search_data SET block = x'00' WHERE id > 10", "DELETE FROM search_docsize"]
)
def test_a_journal_whose_search_is_damaged_can_be_encrypted_all_the_same(
    journal: Journal, damage: str
) -> None:
    with journal.held() as connection:
        connection.execute(damage)
    encrypting.turn_on(journal, WORDS, None)
    assert journal.key is not None
    assert journal.interactions()[0].note == "tulips"


def test_no_error_says_the_key_or_the_passphrase(journal: Journal, tmp_path: Path) -> None:
    encrypting.turn_on(journal, WORDS, None)
    key = journal.key
    assert key is not None
    told = [repr(journal), str(journal), repr(vars(journal)["folder"])]
    journal.close()
    for damage in (b"", bytes(4096), b"x" * 10_000):
        folder = Path(shutil.copytree(journal.folder, tmp_path / str(len(damage))))
        (folder / FILE_NAME).write_bytes(damage)
        for act in (
            lambda folder=folder: Journal.open(folder, FakeClock(), key),
            lambda folder=folder: connect(folder / FILE_NAME, key),
            lambda folder=folder: connect(folder / FILE_NAME, key[:5]),
        ):
            with pytest.raises((UserError, ValueError)) as caught:
                act()
            told.append("".join(traceback.format_exception(caught.value)))
            told.append(repr(caught.value.__context__))
    assert not [text for text in told for secret in (WORDS, key.hex(), repr(key)[2:-1]) if secret in text]


def test_damage_is_found_before_anything_is_written_anew(journal: Journal) -> None:
    with journal.held() as connection:
        connection.execute("UPDATE interactions SET note = 'roses'")
    journal.close()
    again = Journal.open(journal.folder, FakeClock())
    with pytest.raises(JournalDamaged):
        encrypting.turn_on(again, WORDS, None)
    again.close()
    assert not (journal.folder / "keys.json").exists()
