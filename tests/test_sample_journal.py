from __future__ import annotations

from reconnect_desktop import sample_journal
from reconnect_desktop.domain.records import Topic
from reconnect_desktop.journal import Journal


def test_an_empty_journal_is_filled_in_one_step(journal: Journal) -> None:
    sample_journal.fill(journal)
    assert journal.count() > 3_700
    assert len(journal.to_rate()) == 3
    assert len([topic for topic in journal.all(Topic) if topic.done is None]) == 4
    journal.undo()
    assert journal.count() == 0
