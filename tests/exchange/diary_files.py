"""Diaries in the shapes that Daylio and Pixy write, about invented days."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping, Sequence
from typing import Any

HEADER = "full_date,date,weekday,time,mood,activities,scales,note_title,note"

# Four entries, newest first: two of them about Ruth, one without an activity, one with another.
ROWS = (
    '2026-11-20,November 20,Friday,20:30,good,"Ruth Example | cooking","Sleep: 8/10 points","Call","We <b>laughed</b>.<br>A lot &amp; long."',
    '2026-11-19,November 19,Thursday,9:05 pm,awful,"","","",""',
    '2026-11-18,November 18,Wednesday,8:00 am,meh,"work","","","Late again"',
    '2026-11-17,November 17,Tuesday,12:15 am,rad,"work | ruth example","","",""',
)


def daylio_table(*rows: str, header: str = HEADER) -> str:
    """What Daylio exports, with these rows or its own four."""
    return "\ufeff" + "\n".join((header, *(rows or ROWS))) + "\n"


MOODS = [
    {"id": 1, "custom_name": "", "mood_group_id": 1, "mood_group_order": 0, "predefined_name_id": 1},
    {"id": 6, "custom_name": "sunny", "mood_group_id": 1, "mood_group_order": 1, "predefined_name_id": -1},
    {"id": 2, "custom_name": "", "mood_group_id": 2, "mood_group_order": 0, "predefined_name_id": 2},
    {"id": 8, "custom_name": "foggy", "mood_group_id": 4, "mood_group_order": 1, "predefined_name_id": -1},
    {"id": 5, "custom_name": "", "mood_group_id": 5, "mood_group_order": 0, "predefined_name_id": 5},
]
TAGS = [
    {"id": 14, "name": "Ruth Example", "icon": 41, "order": 1, "state": 0, "id_tag_group": 0},
    {"id": 15, "name": "work", "icon": 94, "order": 2, "state": 0, "id_tag_group": 0},
    {"id": 16, "name": "never used", "icon": 94, "order": 3, "state": 1, "id_tag_group": 0},
]
HOUR = 3_600_000  # milliseconds


def day_entry(number: int, day: int, mood: int, tags: Sequence[int] = (), **fields: Any) -> dict[str, Any]:
    """An entry of 20:30 on that day of November 2026, in Berlin; a field that is None isn't there."""
    entry = {
        "id": number,
        "minute": 30,
        "hour": 20,
        "day": day,
        "month": 10,
        "year": 2026,
        "datetime": 1_793_475_000_000 + day * 24 * HOUR,  # 2026-10-31T19:30:00Z and so many days
        "timeZoneOffset": HOUR,
        "mood": mood,
        "note": "",
        "note_title": "",
        "tags": list(tags),
        "assets": [],
    }
    return {name: value for name, value in (entry | fields).items() if value is not None}


def entries() -> list[dict[str, Any]]:
    """Three: one about Ruth, in a mood of one's own; one about work; one without anything."""
    return [
        day_entry(3, 20, 6, (14, 15), note="We laughed.<br>A lot.", note_title="Call"),
        day_entry(2, 19, 8, (15,)),
        day_entry(1, 18, 3),
    ]


def daylio_json(**keys: Any) -> dict[str, Any]:
    """What is in a backup, with these keys in place of its own; one that is None isn't there."""
    whole = {
        "version": 15,
        "isReminderOn": True,
        "customMoods": MOODS,
        "tags": TAGS,
        "dayEntries": entries(),
        "achievements": [{"name": "AC_FIRST_ENTRY", "AC_FIRST_ENTRY_SEEN": True}],
        "prefs": [{"key": "PIN_LOCK_STATE", "pref_name": "default", "value": 1}],
        "metadata": {"number_of_entries": 3, "platform": "android"},
    }
    return {name: value for name, value in (whole | keys).items() if value is not None}


def daylio_backup(whole: Mapping[str, Any] | None = None) -> bytes:
    """The member `backup.daylio`: base64 in lines of 76, as the app writes it."""
    return base64.encodebytes(json.dumps(whole or daylio_json()).encode())


def pixy_export(**keys: Any) -> str:
    """What Pixy exports, with these keys in place of its own."""
    whole = {
        "version": "1.86.0",
        "items": [
            {
                "id": "i-3",
                "date": "2026-11-20",
                "dateTime": "2026-11-20T19:30:00.000Z",
                "rating": "very_good",
                "message": "We laughed.",
                "tags": [{"id": "t-1"}],
                "people": [],
            },
            {"id": "i-2", "date": "2026-11-19", "rating": "extremely_bad", "tags": [{"id": "t-2"}]},
            {"id": "i-1", "date": "2026-11-18", "rating": "neutral", "tags": [], "people": [{"id": "p-1"}]},
        ],
        "tags": [
            {"id": "t-1", "title": "Ruth Example", "color": "blue"},
            {"id": "t-2", "title": "work", "color": "green"},
        ],
        "people": [{"id": "p-1", "name": "Ann", "avatar": None}],
        "settings": {"passcodeEnabled": True, "passcode": "1234", "actionsDone": []},
    }
    return json.dumps(whole | keys, indent=1)
