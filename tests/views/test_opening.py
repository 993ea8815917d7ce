"""A window waits for a journal that is held for a moment, and leaves to another window what that has open."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from reconnect_desktop.domain.errors import JournalBusy
from reconnect_desktop.handover import Message, Reception, address_for
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.opening import ShownElsewhere, open_when_free
from tests.fakes import FakeClock


def test_a_journal_held_for_a_moment_is_waited_for(journal: Journal, clock: FakeClock) -> None:
    letting_go = threading.Timer(0.2, journal.close)
    letting_go.start()
    opened = open_when_free(journal.folder, "main", clock)
    letting_go.join()
    assert opened.count() == 0
    opened.close()


def test_one_held_for_long_is_told(journal: Journal, clock: FakeClock) -> None:
    with pytest.raises(JournalBusy):
        open_when_free(journal.folder, "main", clock, patience=0.1)


def test_the_window_that_has_it_open_is_brought_to_the_front(journal: Journal, clock: FakeClock) -> None:
    asked: list[Message] = []

    def answer(message: Message) -> Message:
        asked.append(message)
        return {}

    reception = Reception(address_for(journal.folder, Path(os.environ["XDG_RUNTIME_DIR"])), answer)
    journal.publish(reception.address)
    with pytest.raises(ShownElsewhere):
        open_when_free(journal.folder, "quick_add", clock)
    reception.close()
    assert asked == [{"show": "quick_add"}]
