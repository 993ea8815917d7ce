"""Fills an empty journal with the sample years, from the words in `resources/sample/`."""

from __future__ import annotations

from reconnect_desktop import catalogue
from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add
from reconnect_desktop.domain.records import Record
from reconnect_desktop.domain.sample import sample_records
from reconnect_desktop.domain.sample_texts import sample_texts
from reconnect_desktop.domain.settings import HER_NAME
from reconnect_desktop.domain.when import When
from reconnect_desktop.journal import Journal


def fill(journal: Journal) -> None:
    """Add ten years that end some days before the journal's now, as one step."""
    now = journal.now()
    journal.apply(Action.IMPORT, *(add(record) for record in sample(now, journal.setting(HER_NAME))))


def sample(now: When, name: str = "Mom") -> list[Record]:
    """The sample years before `now`, in the language that is spoken, with her called `name`."""
    texts = sample_texts(catalogue.load_sample(), name)
    return sample_records(now.day, texts, zone=now.zone or "Europe/Berlin")
