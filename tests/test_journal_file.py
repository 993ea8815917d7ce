"""The journal's file is closed, replaced and opened again, and who comes meanwhile is told in words."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from reconnect_desktop import backing_up, encrypting
from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add
from reconnect_desktop.domain.errors import (
    ChangedMeanwhile,
    DiskTrouble,
    JournalLocked,
    JournalMissing,
    NothingToUndo,
    UserError,
)
from reconnect_desktop.domain.filter import Filter
from reconnect_desktop.journal import Journal
from reconnect_desktop.storage.connection import FILE_NAME
from tests.making import ago, contact

While = Callable[[], AbstractContextManager[None]]
WORDS = "under the old walnut tree"


@pytest.fixture
def away(monkeypatch: pytest.MonkeyPatch) -> While:
    """As when the disk goes away, and comes back afterwards."""

    def fail(*_: object) -> None:
        raise DiskTrouble

    @contextmanager
    def while_away() -> Iterator[None]:
        with monkeypatch.context() as patch:
            patch.setattr("reconnect_desktop.journal_file.connect", fail)
            yield

    return while_away


USES: list[Callable[[Journal], object]] = [
    lambda journal: journal.interactions(),
    lambda journal: journal.find(Filter(text="tulips")),
    lambda journal: journal.apply(Action.LOG, add(contact("2026-11-21"))),
    lambda journal: journal.save_draft({"note": "half a sentence"}),
    lambda journal: journal.check(),
    lambda journal: journal.undo(),
    backing_up.back_up_at_exit,
]


@pytest.mark.parametrize("number", range(len(USES)))
def test_a_file_that_can_not_be_opened_again_is_opened_when_it_is_next_asked(
    journal: Journal, away: While, number: int
) -> None:
    journal.apply(Action.LOG, add(contact("2026-11-20")))
    with away():
        journal.replace_file(lambda: None)
        with pytest.raises(DiskTrouble):
            USES[number](journal)
    USES[number](journal)
    journal.apply(Action.LOG, add(contact("2026-11-22")))
    assert contact("2026-11-22").when in [one.when for one in journal.interactions()]


def test_a_journal_is_encrypted_though_it_can_not_be_opened_right_afterwards(
    journal: Journal, away: While, quick_keys: None
) -> None:
    journal.apply(Action.LOG, add(contact("2026-11-20")))
    with away():
        encrypting.turn_on(journal, WORDS, None)
    assert journal.count() == 1
    encrypting.verify(journal, WORDS)
    with away():
        encrypting.turn_off(journal)
    assert journal.count() == 1
    assert not (journal.folder / "keys.json").exists()


def test_no_empty_journal_is_begun_in_the_place_of_one_that_can_not_be_opened_again(
    journal: Journal, away: While
) -> None:
    journal.apply(Action.LOG, add(contact("2026-11-20")))
    backing_up.back_up_at_exit(journal)
    with away():
        journal.replace_file(lambda: None)
    (journal.folder / FILE_NAME).rename(journal.folder / "elsewhere")
    with pytest.raises(JournalMissing):
        journal.interactions()
    assert not (journal.folder / FILE_NAME).exists()
    (journal.folder / "elsewhere").rename(journal.folder / FILE_NAME)
    assert journal.count() == 1


@pytest.mark.parametrize("number", range(len(USES)))
@pytest.mark.parametrize("is_encrypted", [True, False])
def test_who_comes_after_the_journal_was_closed_is_told_so(
    journal: Journal, quick_keys: None, number: int, *, is_encrypted: bool
) -> None:
    journal.apply(Action.LOG, add(contact("2026-11-20")))
    if is_encrypted:
        encrypting.turn_on(journal, WORDS, None)
    journal.check()
    journal.find(Filter(text="tulips"))
    journal.close()
    with pytest.raises(JournalLocked if is_encrypted else UserError):
        USES[number](journal)


def test_what_is_written_while_the_file_is_replaced_is_not_taken_for_damage(journal: Journal) -> None:
    """A write that had looked before, a look that has begun since: neither disturbs the other, nor waits for ever."""
    troubles: list[UserError] = []
    over = threading.Event()

    def again_and_again(deed: Callable[[], object]) -> threading.Thread:
        def do() -> None:
            while not over.is_set():
                try:
                    deed()
                except UserError as error:
                    troubles.append(error)

        thread = threading.Thread(target=do, daemon=True)
        thread.start()
        return thread

    def log_and_undo() -> None:
        journal.apply(Action.LOG, add(replace(contact("2026-11-20"), id=journal.new_id())))
        journal.undo()

    journal.apply(Action.LOG, *(add(contact(ago(day))) for day in range(300)))
    threads = [again_and_again(deed) for deed in (log_and_undo, log_and_undo, journal.check)]
    for _ in range(10):
        journal.replace_file(lambda: None)
        journal.check()
    over.set()
    for thread in threads:
        thread.join(20)
        assert not thread.is_alive()
    assert {type(trouble) for trouble in troubles} <= {ChangedMeanwhile, NothingToUndo}
    journal.check()


@pytest.mark.parametrize("deed", ["turn_on", "turn_off", "new_data_key"])
def test_a_lock_between_the_backup_and_the_change_changes_nothing(
    journal: Journal, quick_keys: None, monkeypatch: pytest.MonkeyPatch, deed: str
) -> None:
    journal.apply(Action.LOG, add(contact("2026-11-20")))
    if deed != "turn_on":
        encrypting.turn_on(journal, WORDS, None)
    monkeypatch.setattr(Journal, "back_up", lambda self, _: self.let_go())
    before = {path.name: path.read_bytes() for path in files(journal)}
    words = {"turn_on": (WORDS, None), "turn_off": (), "new_data_key": (WORDS, None)}[deed]
    with pytest.raises(UserError):
        getattr(encrypting, deed)(journal, *words)
    assert {path.name: path.read_bytes() for path in files(journal)} == before


def files(journal: Journal) -> list[Path]:
    """Without what SQLite leaves of a write that is over."""
    return [
        path for path in journal.folder.iterdir() if path.is_file() and not path.name.endswith("-journal")
    ]
