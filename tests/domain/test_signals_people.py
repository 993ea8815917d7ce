"""A handful of simulated people, stored as they were lived; tests need none of what simulates them."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from reconnect_desktop.domain.interaction import Medium
from reconnect_desktop.domain.records import Pause, PauseReason
from reconnect_desktop.domain.signals import Contact, Of, Signal, replay

START = date(2023, 1, 2)
MEDIA = {"m": Medium.MESSAGE, "c": Medium.CALL, "v": Medium.VIDEO, "i": Medium.VISIT}
PEOPLE = json.loads(Path(__file__).with_name("simulated_people.json").read_text("utf-8"))
CALM = [one for one in PEOPLE if one["start"] is None]
TROUBLED = [one for one in PEOPLE if one["start"] is not None]


def _told(person: dict[str, Any]) -> list[frozenset[Signal]]:
    contacts = [_contact(place, *values) for place, values in enumerate(person["contacts"])]
    pauses = [
        Pause(id=str(start), reason=PauseReason.TRAVEL, start=_day(start), end=_day(end))
        for start, end in person["pauses"]
    ]
    return replay(contacts, pauses, [_day(place) for place in range(person["days"])])


def _contact(place: int, minute: int, late: int, medium: str, closeness: int | None) -> Contact:
    day = _day(minute // 1440)
    return Contact(day, minute * 60, str(place), day + timedelta(late), MEDIA[medium], closeness)


def _day(number: int) -> date:
    return START + timedelta(number)


@pytest.mark.parametrize("person", CALM, ids=lambda person: person["who"])
def test_two_years_in_which_nothing_happens_stay_silent(person: dict[str, Any]) -> None:
    assert len(person["contacts"]) > 40
    assert not any(_told(person))


@pytest.mark.parametrize("person", TROUBLED, ids=lambda person: person["who"])
def test_what_happens_is_noticed_while_it_lasts_and_not_before(person: dict[str, Any]) -> None:
    kind = "dip" if person["who"].startswith("dip") else "gap"
    shown = [any(one.kind == kind for one in signals) for signals in _told(person)]
    assert any(shown[person["start"] : person["recovery"]])
    assert not any(shown[person["start"] - 120 : person["start"]])
    assert not all(shown[person["recovery"] : person["recovery"] + 90])


def test_talks_that_stop_are_told_as_such() -> None:
    (person,) = [one for one in PEOPLE if one["who"].startswith("voice")]
    found = set().union(*_told(person)[person["start"] : person["recovery"]])
    assert Of.TALKS in {one.of for one in found if one.kind == "gap"}
