"""Looking for contacts that stand there twice, through the whole journal."""

from __future__ import annotations

from typing import Any

import pytest

from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add
from reconnect_desktop.domain.twins import apart, twins
from reconnect_desktop.journal import Journal
from reconnect_desktop.journal_reading import JournalReading
from reconnect_desktop.views.twins.finding import find
from tests.making import contact


def test_pairs_of_all_years_are_found_also_over_the_end_of_a_month(journal: Journal) -> None:
    def brought(day: str, time: str, source: str) -> Any:
        key = f"{day} {time}" if source else ""
        return contact(day, time=time, source=source, source_key=key, id=f"{source} {day}")

    pairs = [
        (brought("2026-10-31", "23:58", "sms-calls"), brought("2026-11-01", "00:01", "whatsapp")),
        (brought("2011-03-02", "18:00", ""), brought("2011-03-02", "18:05", "sms-calls")),
    ]
    journal.apply(Action.IMPORT, *(add(one) for pair in pairs for one in pair))
    assert [{twin.one, twin.other} for twin in find(journal)] == [set(pair) for pair in pairs]
    journal.apply(Action.APART, add(apart(find(journal)[0])))
    assert [{twin.one, twin.other} for twin in find(journal)] == [set(pairs[1])]
    assert find(journal) == twins([pairs[1][0], pairs[1][1]], ())
    assert find(journal, lambda: False) == []


def test_what_came_from_one_place_is_not_read(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    journal.apply(Action.IMPORT, add(contact("2026-10-31")))
    monkeypatch.delattr(JournalReading, "tellings")
    assert find(journal) == []
