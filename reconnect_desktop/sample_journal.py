"""Fills an empty journal with the sample years, from the words in `resources/sample/`."""

from __future__ import annotations

from reconnect_desktop import catalogue
from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add
from reconnect_desktop.domain.records import Record, Setting
from reconnect_desktop.domain.sample import sample_records
from reconnect_desktop.domain.sample_texts import sample_texts
from reconnect_desktop.domain.settings import HER_NAME
from reconnect_desktop.domain.when import When
from reconnect_desktop.journal import Journal
from reconnect_desktop.language import tr


def fill(journal: Journal) -> None:
    """Add ten years that end some days before the journal's now, as one step; she is called as one does in the language."""
    now, name = journal.now(), journal.setting(HER_NAME)
    records = sample(now) if name == tr(HER_NAME.default) else sample(now, name)
    journal.apply(Action.IMPORT, *(add(record) for record in records))


def sample(now: When, name: str = "") -> list[Record]:
    """The sample years before `now`, in the language that is spoken, with her called `name`, or as one does in it."""
    words = catalogue.load_sample()
    called = name or str(words["name"])
    records = sample_records(now.day, sample_texts(words, called), zone=now.zone or "Europe/Berlin")
    if name or called == HER_NAME.default:
        return records
    return [Setting(id=HER_NAME.id, value=HER_NAME.write(called)), *records]
