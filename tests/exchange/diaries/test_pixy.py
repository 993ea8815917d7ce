"""Exports of Pixy, new and old."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from typing import Any

import pytest

from reconnect_desktop.domain.errors import Malformed, WhoIsMissing, WhoIsUnknown
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.records import MoodCheckIn
from reconnect_desktop.exchange import formats
from reconnect_desktop.exchange.diaries import pixy
from reconnect_desktop.exchange.draft import Found, Left
from reconnect_desktop.exchange.reader import Whom
from tests.exchange.diary_files import pixy_export
from tests.exchange.readers import choices, left_out, problems, records

RUTH = "Ruth Example"


def read(content: str, *who: str, zone: str = "Europe/Berlin", **chosen: Any) -> list[Found]:
    return list(pixy.read(io.BytesIO(content.encode()), replace(choices(*who, zone=zone), **chosen)))


def item(day: str = "2026-11-20", **fields: Any) -> dict[str, Any]:
    return {"date": day, "rating": "good", **fields}


def test_entries_with_a_chosen_tag_become_contacts_with_the_mood_and_the_note() -> None:
    items = read(pixy_export(), RUTH)
    (only,) = records(items)
    assert isinstance(only, Interaction)
    assert only.when.isoformat() == "2026-11-20T20:30:00+01:00"
    assert (only.mood, only.note, only.closeness) == (4, "We laughed.", None)
    assert (only.source, only.source_key) == ("pixy", "i-3")
    assert [why for _, why in left_out(items)] == [Left.NOT_CHOSEN] * 2


def test_people_can_be_chosen_too() -> None:
    (only,) = records(read(pixy_export(), "ann"))
    assert isinstance(only, Interaction)
    assert only.when.isoformat() == "2026-11-18T12:00:00+01:00"


def test_other_days_become_moods_only_if_they_are_wanted() -> None:
    records_ = records(read(pixy_export(), RUTH, moods=True))
    assert [getattr(record, "mood", None) for record in records_] == [4, 1, 3]
    assert [type(record) for record in records_] == [Interaction, MoodCheckIn, MoodCheckIn]
    again = records(read(pixy_export(), RUTH, moods=True))
    assert records_[1].id == again[1].id


def test_it_asks_for_tags_and_people() -> None:
    asks = pixy.look(io.BytesIO(pixy_export().encode()), "Europe/Berlin")
    assert asks.whom is Whom.ACTIVITIES
    assert [contact.label for contact in asks.contacts] == ["Ann", RUTH, "work"]
    assert asks.moods
    with pytest.raises(WhoIsMissing):
        read(pixy_export())
    with pytest.raises(WhoIsUnknown):
        read(pixy_export(), "Bob")


@pytest.mark.parametrize(
    ("rating", "mood"),
    [
        ("extremely_bad", 1),
        ("very_bad", 2),
        ("bad", 2),
        ("neutral", 3),
        ("good", 4),
        ("very_good", 4),
        ("extremely_good", 5),
    ],
)
def test_seven_levels_become_five(rating: str, mood: int) -> None:
    content = pixy_export(items=[item(rating=rating)])
    assert [getattr(record, "mood", None) for record in records(read(content, moods=True))] == [mood]


def test_old_ones_have_their_items_by_day_and_their_tags_in_the_settings() -> None:
    old = json.dumps(
        {
            "items": {
                "2022-01-23": item("2022-01-23", message="test", tags=[{"id": "1"}]),
                "2022-01-24": item("2022-01-24", tags=[{"id": "2", "title": RUTH, "color": "red"}]),
                "2022-01-25": item("2022-01-25"),
            },
            "settings": {"tags": [{"id": "1", "title": RUTH, "color": "red"}], "passcode": "1234"},
        }
    )
    assert formats.recognise(old.encode()).name == "pixy"
    items = read(old, RUTH)
    assert [getattr(record, "source_key", "") for record in records(items)] == ["2022-01-23", "2022-01-24"]
    assert len(left_out(items)) == 1


def test_the_day_stays_the_one_it_was_written_for() -> None:
    late = item(dateTime="2026-11-20T23:30:00.000Z")  # half past midnight in Berlin
    (in_berlin,) = records(read(pixy_export(items=[late]), moods=True))
    (in_london,) = records(read(pixy_export(items=[late]), moods=True, zone="Europe/London"))
    assert isinstance(in_berlin, MoodCheckIn)
    assert isinstance(in_london, MoodCheckIn)
    assert in_berlin.when.isoformat() == "2026-11-20T12:00:00+01:00"
    assert in_london.when.isoformat() == "2026-11-20T23:30:00+00:00"


def test_what_is_wrong_with_an_item_is_told_by_line() -> None:
    content = pixy_export(
        items=[item("2026-11"), item(rating="fine"), item("2026-11-24"), 5, item(rating=None, tags={}), {}]
    )
    items = read(content, moods=True)
    assert [(field, why) for _, field, why in problems(items)] == [
        ("date", "not_a_time"),
        ("mood", "unknown_word"),
        ("at", "in_future"),
        ("date", "empty"),
        ("date", "empty"),
    ]
    assert problems(items)[0][0] == content[: content.index('"2026-11"')].count("\n")
    assert len(left_out(items)) == 1


@pytest.mark.parametrize("cut", [2, 50, 400])
def test_an_export_that_ends_too_early_is_refused(cut: int) -> None:
    with pytest.raises(Malformed):
        read(pixy_export()[:-cut], RUTH)


def test_an_empty_diary_is_recognised() -> None:
    empty = pixy_export(items=[])
    assert formats.recognise(empty.encode()).name == "pixy"
    assert read(empty, RUTH) == []


@pytest.mark.parametrize(
    "content", ['{"items": [{"rating": 5}]}', '{"items": []}', "[]", '{"rating": "good"}']
)
def test_other_json_is_not_recognised(content: str) -> None:
    assert not pixy.recognise(content.encode())
