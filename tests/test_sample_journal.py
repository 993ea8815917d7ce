from __future__ import annotations

from reconnect_desktop import catalogue, sample_journal
from reconnect_desktop.domain.records import Letter, Need, Topic, Try
from reconnect_desktop.domain.rhythm import NO_RHYTHM
from reconnect_desktop.domain.settings import RHYTHM
from reconnect_desktop.journal import Journal


def test_an_empty_journal_is_filled_in_one_step(journal: Journal) -> None:
    sample_journal.fill(journal)
    assert journal.count() > 3_700
    assert journal.unrated(0).count == 3
    assert len([topic for topic in journal.all(Topic) if topic.done is None]) == 4
    journal.undo()
    assert journal.count() == 0


def test_it_shows_what_reconnect_is_for(journal: Journal) -> None:
    sample_journal.fill(journal)
    (letter,) = journal.all(Letter)
    ideas = catalogue.load()
    assert all(ideas.suggestion(one.suggestion) for one in journal.all(Try))
    assert ideas.suggestion(letter.suggestion)
    assert all(ideas.need(one.need) for one in journal.all(Need))
    assert len({one.outcome for one in journal.all(Try)}) == 3
    assert journal.setting(RHYTHM) != NO_RHYTHM
    advice = journal.advice(journal.now())
    assert [signal.kind for signal in advice.signals] == ["dip"]
    assert advice.chosen is not None
