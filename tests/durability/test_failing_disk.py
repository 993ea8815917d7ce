"""Whatever fails while keys are changed leaves the journal whole, open and usable, and opened by one thing for certain."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from reconnect_desktop import encrypting
from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add
from reconnect_desktop.domain.errors import UserError
from reconnect_desktop.journal import Journal
from reconnect_desktop.storage.connection import FILE_NAME
from reconnect_desktop.unlocking import unlock
from tests.fakes import FakeClock
from tests.making import ago, contact, topic

WORDS, OTHER, SECRET = "under the old walnut tree", "a quite different sentence", bytes(range(16))
Act = Callable[[Journal], None]

pytestmark = pytest.mark.usefixtures("quick_keys")

# Each with what opens the journal before it, and after it was done; None: it is plain.
ACTS: dict[str, tuple[Act, str | None, str | None]] = {
    "turn_on": (lambda journal: encrypting.turn_on(journal, WORDS, SECRET), None, WORDS),
    "turn_off": (encrypting.turn_off, WORDS, None),
    "new_data_key": (lambda journal: encrypting.new_data_key(journal, WORDS, bytes(16)), WORDS, WORDS),
    "change_passphrase": (lambda journal: encrypting.change_passphrase(journal, WORDS, OTHER), WORDS, OTHER),
    "set_recovery_key": (lambda journal: encrypting.set_recovery_key(journal, bytes(16)), WORDS, WORDS),
}


class FailingDisk:
    """A disk that does not take the program's writes from this one on, or this one alone; what is there can be opened still."""

    NAMES = ("open", "fsync", "replace", "unlink")

    def __init__(self, failing: int, *, for_good: bool) -> None:
        self.calls = 0
        self._failing, self._for_good = failing, for_good

    def put_under(self, patch: pytest.MonkeyPatch) -> None:
        for name in self.NAMES:
            patch.setattr(os, name, self._call(getattr(os, name)))

    def _call(self, really: Callable[..., object]) -> Callable[..., object]:
        def call(*words: object, **named: object) -> object:
            if str(words[0]).endswith(FILE_NAME):
                return really(*words, **named)
            self.calls += 1
            if self.calls == self._failing or (self._for_good and self.calls > self._failing):
                raise OSError(5, "Input/output error")
            return really(*words, **named)

        return call


def make(folder: Path, typed: str | None) -> None:
    journal = Journal.open(folder, FakeClock())
    journal.apply(Action.LOG, *(add(contact(ago(day), note="tulips")) for day in range(1, 4)))
    journal.save_draft({"note": "half a sentence"})
    if typed is not None:
        encrypting.turn_on(journal, typed, SECRET)
    journal.close()


def opened(folder: Path, typed: str | None) -> Journal:
    return Journal.open(folder, FakeClock(), unlock(folder, typed) if typed else None)


def content(journal: Journal) -> list[object]:
    return [*journal.records(), journal.draft()]


@pytest.fixture(autouse=True)
def _no_backups(monkeypatch: pytest.MonkeyPatch) -> None:
    """What may fail there is tested with them."""
    monkeypatch.setattr(Journal, "back_up", lambda journal, occasion: None)


@pytest.mark.parametrize("for_good", [False, True])
@pytest.mark.parametrize("name", ACTS)
def test_whatever_call_fails_nothing_is_lost(
    disk: Path, monkeypatch: pytest.MonkeyPatch, name: str, *, for_good: bool
) -> None:
    _, before, _ = ACTS[name]
    make(disk / "made", before)
    failing, calls, ended = 0, 1, []
    while failing <= calls:  # the last time, none fails
        failing += 1
        folder = Path(shutil.copytree(disk / "made", disk / f"{failing}"))
        failing_disk = FailingDisk(failing, for_good=for_good)
        ended.append(act(folder, name, failing_disk, monkeypatch))
        calls = max(calls, failing_disk.calls)
        shutil.rmtree(folder)
    assert ended[0] is False
    assert ended[-1] is True
    assert len(ended) > 10


def act(folder: Path, name: str, disk: FailingDisk, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether it was done; either way all that is promised holds."""
    change, before, after = ACTS[name]
    journal = opened(folder, before)
    held = content(journal)
    journal.check()
    with monkeypatch.context() as patch:
        disk.put_under(patch)
        try:
            change(journal)
            done = True
        except UserError:
            done = False
    assert content(journal) == held
    journal.apply(Action.TOPIC, add(topic("still usable")))
    held = content(journal)
    journal.close()
    again = opened(folder, after if done else before)
    again.check()
    assert content(again) == held
    again.close()
    assert not list(folder.glob("*.part"))
    assert not (done and name == "turn_off") or b"tulips" in (folder / FILE_NAME).read_bytes()
    return done
