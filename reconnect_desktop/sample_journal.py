"""Fills an empty journal with the sample years, from the words in `resources/sample/`."""

from __future__ import annotations

import tomllib

from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add
from reconnect_desktop.domain.records import Record
from reconnect_desktop.domain.sample import sample_records
from reconnect_desktop.domain.sample_texts import sample_texts
from reconnect_desktop.domain.settings import HER_NAME
from reconnect_desktop.domain.when import When
from reconnect_desktop.journal import Journal
from reconnect_desktop.paths import resource


def fill(journal: Journal) -> None:
    """Add ten years that end some days before the journal's now, as one step."""
    now = journal.now()
    journal.apply(Action.IMPORT, *(add(record) for record in sample(now, journal.setting(HER_NAME))))


def sample(now: When, name: str = "Mom") -> list[Record]:
    """The sample years before `now`, in English, with her called `name`."""
    data = tomllib.loads(resource("sample", "en.toml").read_text(encoding="utf-8"))
    return sample_records(now.day, sample_texts(data, name), zone=now.zone or "Europe/Berlin")
