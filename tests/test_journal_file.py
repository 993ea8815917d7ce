from __future__ import annotations

import pytest

from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add
from reconnect_desktop.domain.errors import DiskTrouble
from reconnect_desktop.journal import Journal
from tests.making import contact


def test_a_file_that_can_not_be_opened_again_is_opened_before_the_next_write(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As when the disk went away while a passphrase was set, and came back."""

    def fail(*_: object) -> None:
        raise DiskTrouble

    journal.apply(Action.LOG, add(contact("2026-11-20")))
    with monkeypatch.context() as patch:
        patch.setattr("reconnect_desktop.journal_file.connect", fail)
        with pytest.raises(DiskTrouble):
            journal.replace_file(lambda: None)
        with pytest.raises(DiskTrouble):
            journal.interactions()
        with pytest.raises(DiskTrouble):
            journal.apply(Action.LOG, add(contact("2026-11-21")))
    journal.apply(Action.LOG, add(contact("2026-11-21")))
    assert len(journal.interactions()) == 2
