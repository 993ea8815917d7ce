"""Backups of Daylio, of many versions."""

from __future__ import annotations

import base64
import io
import json
import tracemalloc
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from reconnect_desktop.domain.errors import Malformed, UnknownFormat, WhoIsMissing
from reconnect_desktop.domain.interaction import Interaction, Medium
from reconnect_desktop.domain.records import MoodCheckIn
from reconnect_desktop.exchange import formats
from reconnect_desktop.exchange.diaries import daylio_backup
from reconnect_desktop.exchange.draft import Found, Left
from reconnect_desktop.exchange.reader import Whom
from tests.exchange import diary_files as diaries
from tests.exchange.diary_files import HOUR, MOODS, TAGS, day_entry, daylio_json, entries
from tests.exchange.readers import choices, left_out, problems, records

RUTH = "Ruth Example"
EIGHTEENTH = 1_793_475_000_000 + 18 * 24 * HOUR


def read(whole: Mapping[str, Any] | bytes, *who: str, **chosen: Any) -> list[Found]:
    data = whole if isinstance(whole, bytes) else diaries.daylio_backup(whole)
    return list(daylio_backup.read(io.BytesIO(data), replace(choices(*who), **chosen)))


def one(*entry: dict[str, Any], **keys: Any) -> Any:
    """What becomes of a backup with only these entries."""
    (record,) = records(read(daylio_json(dayEntries=list(entry), **keys), RUTH, moods=True))
    return record


def test_entries_with_a_chosen_activity_become_contacts_with_the_mood_and_the_note() -> None:
    items = read(daylio_json(), RUTH)
    (only,) = records(items)
    assert isinstance(only, Interaction)
    assert only.when.isoformat() == "2026-11-20T20:30:00+01:00"
    assert only.when.zone == "Europe/Berlin"
    assert (only.medium, only.minutes, only.closeness) == (Medium.OTHER, None, None)
    assert only.mood == 5  # the id is 6, whose group is 1, the best
    assert only.note == "Call\nWe laughed.\nA lot."
    assert only.source == "daylio"
    assert left_out(items) == [(0, Left.NOT_CHOSEN), (0, Left.NOT_CHOSEN)]


def test_other_days_become_moods_only_if_they_are_wanted() -> None:
    moods = [
        record for record in records(read(daylio_json(), RUTH, moods=True)) if isinstance(record, MoodCheckIn)
    ]
    assert [mood.mood for mood in moods] == [2, 3]  # id 8 is in group 4; id 3 is Daylio's own middle
    assert [mood.note for mood in moods] == ["", ""]
    again = records(read(daylio_json(), RUTH, moods=True))
    assert {mood.id for mood in moods} < {record.id for record in again}


def test_it_asks_for_the_activities_that_were_used() -> None:
    asks = daylio_backup.look(io.BytesIO(diaries.daylio_backup()), "Europe/Berlin")
    assert asks.whom is Whom.ACTIVITIES
    assert [(contact.label, contact.counts[0][1]) for contact in asks.contacts] == [("work", 2), (RUTH, 1)]
    assert asks.moods
    assert not asks.mood_words
    assert not asks.local_times
    with pytest.raises(WhoIsMissing):
        read(daylio_json())


def test_an_activity_that_is_there_twice_is_one() -> None:
    tags = [*TAGS, {"id": 17, "name": " ruth  example "}]
    whole = daylio_json(tags=tags, dayEntries=[*entries(), day_entry(4, 17, 3, [17])])
    assert len(records(read(whole, RUTH))) == 2


# Versions

ANY_ORDER = (("dayEntries", "customMoods", "tags"), ("tags", "dayEntries", "customMoods"))


@pytest.mark.parametrize("order", ANY_ORDER)
def test_the_keys_may_stand_in_any_order(order: tuple[str, ...]) -> None:
    whole = daylio_json()
    turned = {name: whole[name] for name in order} | whole
    assert records(read(turned, RUTH)) == records(read(whole, RUTH))


def test_without_moods_of_its_own_daylios_five_are_known() -> None:
    moods = [one(day_entry(1, 18, number), customMoods=None).mood for number in (1, 2, 3, 4, 5)]
    assert moods == [5, 4, 3, 2, 1]


def test_a_mood_without_a_group_is_known_by_its_first_name() -> None:
    renamed = [{"id": 9, "custom_name": "so", "predefined_name_id": 4}]
    assert one(day_entry(1, 18, 9), customMoods=renamed).mood == 2


def test_a_mood_that_nobody_knows_is_left_open() -> None:
    (only,) = records(read(daylio_json(dayEntries=[day_entry(1, 18, 77, [14])]), RUTH))
    assert isinstance(only, Interaction)
    assert only.mood is None


@pytest.mark.parametrize(
    ("fields", "when", "zone"),
    [
        ({"timeZoneOffset": -18_000_000}, "2026-11-18T20:30:00-05:00", ""),
        ({"timeZoneOffset": None}, "2026-11-18T20:30:00+01:00", "Europe/Berlin"),
        ({"hour": None, "minute": None}, "2026-11-18T12:00:00+01:00", "Europe/Berlin"),
        ({"year": None}, "2026-11-18T20:30:00+01:00", ""),
        ({"year": None, "timeZoneOffset": None}, "2026-11-18T20:30:00+01:00", "Europe/Berlin"),
        ({"datetime": None}, "2026-11-18T20:30:00+01:00", "Europe/Berlin"),
        ({"timeZoneOffset": 10**15}, "2026-11-18T20:30:00+01:00", "Europe/Berlin"),
    ],
)
def test_the_time_is_the_one_on_the_clock(fields: dict[str, Any], when: str, zone: str) -> None:
    moment = one(day_entry(1, 18, 3, **fields)).when
    assert (moment.isoformat(), moment.zone) == (when, zone)


def test_the_key_is_the_entrys_id_and_moment() -> None:
    contact = one(day_entry(7, 18, 3, [14]))
    assert contact.source_key == f"7:{EIGHTEENTH}"
    assert contact.when.timestamp == EIGHTEENTH // 1000


@pytest.mark.parametrize("version", [2, 10, 12, 15, 20, 99])
def test_what_the_least_and_the_newest_have_is_enough(version: int) -> None:
    whole = {
        "version": version,
        "dayEntries": [{"datetime": EIGHTEENTH, "mood": 2, "tags": [14], "new": {"a": [1]}}],
        "tags": [{"id": 14, "name": RUTH}],
        "somethingNew": [{"deep": {"deeper": [1, 2, {"x": "y"}]}}],
    }
    assert [getattr(record, "mood", None) for record in records(read(whole, RUTH))] == [4]


def test_old_backups_are_the_text_itself_without_line_breaks_or_not_even_encoded() -> None:
    plain = json.dumps(daylio_json()).encode()
    for data in (base64.b64encode(plain), b"\r\n" + base64.encodebytes(plain), plain):
        assert formats.recognise(data).name == "daylio"
        assert records(read(data, RUTH)) == records(read(daylio_json(), RUTH))


@pytest.mark.parametrize("length", [400, 403, 500, 65_536])
def test_its_head_is_enough_to_recognise_it(length: int) -> None:
    assert daylio_backup.recognise(diaries.daylio_backup()[:length])


@pytest.mark.parametrize("content", [{"items": []}, {"version": 15}, [], "dayEntries"])
def test_other_json_is_not_recognised(content: object) -> None:
    plain = json.dumps(content).encode()
    assert not daylio_backup.recognise(plain)
    assert not daylio_backup.recognise(base64.b64encode(plain))


# What is wrong


def test_what_is_wrong_with_an_entry_is_told() -> None:
    broken: list[Any] = [
        day_entry(1, 18, 3, [14], month=12),
        day_entry(2, 18, 3, [14], year=None, datetime=None),
        day_entry(3, 23, 3, [14]),  # tomorrow
        day_entry(4, 18, 3, [14], datetime=10**30, year=None),
        day_entry(5, 18, 3, [14], year=10**20),
        "no entry",
        day_entry(6, 18, "sad", ["14", 14], note=5),  # type: ignore[arg-type, list-item]
    ]
    items = read(daylio_json(dayEntries=broken), RUTH)
    assert [(field, why) for _, field, why in problems(items)] == [
        ("date", "not_a_time"),
        ("date", "empty"),
        ("at", "in_future"),
        ("date", "empty"),  # a number of more than 18 digits comes as a float
        ("date", "empty"),
    ]
    without_a_year, only = records(items)
    assert isinstance(without_a_year, Interaction)
    assert without_a_year.when.isoformat() == "2026-11-18T20:30:00+01:00"
    assert isinstance(only, Interaction)
    assert (only.mood, only.note) == (None, "")


def test_halves_of_an_emoji_are_joined_and_a_single_one_is_replaced() -> None:
    text = json.dumps(daylio_json()).replace("A lot.", "\\ud83d\\ude00 \\ud83d \\u0000.")
    (only,) = records(read(base64.b64encode(text.encode()), RUTH))
    assert isinstance(only, Interaction)
    assert only.note.endswith("\n\U0001f600 \ufffd .")


@pytest.mark.parametrize("cut", [2, 10, 100, 700])
def test_a_backup_that_ends_too_early_is_refused(cut: int) -> None:
    with pytest.raises(Malformed) as caught:
        read(diaries.daylio_backup()[:-cut], RUTH)
    assert caught.value.format_name == "daylio"


@pytest.mark.parametrize("data", [b"", b"====", b"e30=", b"{}x", b"!!!!", base64.b64encode(b"\xff\xfe{")])
def test_what_is_no_backup_is_refused_or_empty(data: bytes) -> None:
    with pytest.raises(UnknownFormat):
        formats.recognise(data)
    if data == b"e30=":
        assert read(data, RUTH) == []
        return
    with pytest.raises(Malformed) as caught:
        read(data, RUTH)
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None


def test_memory_does_not_grow_with_the_backup() -> None:
    many = [day_entry(number, 18, 3, note="a" * 2_000) for number in range(1_000)]
    data = diaries.daylio_backup(daylio_json(dayEntries=many, customMoods=MOODS))
    tracemalloc.start()
    try:
        items = daylio_backup.read(io.BytesIO(data), replace(choices(RUTH), moods=False))
        assert sum(1 for _ in items) == 1_000
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < len(data) / 2
