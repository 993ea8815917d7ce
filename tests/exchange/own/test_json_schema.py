"""docs/journal.schema.json says of every export of ours that it is right, and of no more files than we read."""

from __future__ import annotations

import copy
import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from reconnect_desktop.domain.plain import KINDS, kind_of, to_plain
from reconnect_desktop.domain.records import Record
from reconnect_desktop.exchange.own import own_json
from tests import strategies
from tests.exchange.readers import found, now, problems
from tests.exchange.samples import one_of_each

TESTS = Path(__file__).parent.parent.parent
SCHEMA = json.loads((TESTS.parent / "docs" / "journal.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)
VERSIONS = sorted((TESTS / "databases").glob("version-*.json"))
WHOLE = next(to_plain(one) for one in one_of_each())
PLAN = next(to_plain(one) for one in one_of_each() if kind_of(one) == "plan")


def exported(records: list[Record]) -> dict[str, Any]:
    stream = io.StringIO(newline="")
    own_json.write(records, stream, now())
    made: dict[str, Any] = json.loads(stream.getvalue())
    return made


def with_record(plain: object) -> dict[str, Any]:
    return {"format": own_json.FORMAT, "version": own_json.VERSION, "records": [plain]}


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["properties"]["version"]["maximum"] == own_json.VERSION


def test_it_knows_every_kind_and_every_field() -> None:
    assert SCHEMA["properties"]["records"]["items"]["properties"]["kind"]["enum"] == list(KINDS)
    for record in one_of_each():
        assert list(SCHEMA["$defs"][kind_of(record)]["properties"]) == list(to_plain(record))


@given(strategies.unique(strategies.records()))
def test_every_export_is_as_it_says(records: list[Record]) -> None:
    VALIDATOR.validate(exported(records))


@pytest.mark.parametrize("stored", VERSIONS, ids=lambda path: path.stem)
def test_files_of_every_version_are_as_it_says(stored: Path) -> None:
    records = json.loads(stored.read_text(encoding="utf-8"))
    VALIDATOR.validate({"format": own_json.FORMAT, "version": 1, "records": records})


def test_the_golden_export_is_as_it_says() -> None:
    VALIDATOR.validate(json.loads((TESTS / "golden" / "journal.json").read_text(encoding="utf-8")))


WRONG = [
    {**WHOLE, "colour": "red"},
    {**WHOLE, "kind": "dream"},
    {**WHOLE, "medium": "telegram"},
    {**WHOLE, "minutes": 1441},
    {**WHOLE, "minutes": "25"},
    {**WHOLE, "minutes": 2.5},
    {**WHOLE, "closeness": 0},
    {**WHOLE, "messages": 0},
    {**WHOLE, "at": "2026-11-14T18:05:00"},
    {**WHOLE, "at": None},
    {**WHOLE, "tags": "garden"},
    {**WHOLE, "note": "x" * 100_001},
    {**WHOLE, "reached_out": "dad"},
    {**WHOLE, "id": ""},
    {name: value for name, value in WHOLE.items() if name != "medium"},
    {"kind": "import", "id": "b", "at": "2026-11-14T18:05:00+01:00", "members": ["nothing"]},
    {"kind": "reflection", "id": "2026-13", "changed": "2026-11-14T18:05:00+01:00"},
    {"kind": "pause", "id": "p", "reason": "rain", "start": "2026-11-14"},
    {**PLAN, "about": "party"},
    {**PLAN, "time": "25:00"},
    {**PLAN, "remind": 1},
    {**PLAN, "again": "daily"},
    {**PLAN, "text": "x" * 201},
    {**PLAN, "about": "follow_up", "text": "", "medium": None},
    {**PLAN, "about": "date"},
    {**PLAN, "about": "birthday", "medium": None},
    [],
    "interaction",
]


@pytest.mark.parametrize("plain", WRONG, ids=lambda plain: str(WRONG.index(plain)))
def test_what_we_do_not_read_it_refuses(plain: object) -> None:
    assert not VALIDATOR.is_valid(with_record(plain))
    assert problems(found(own_json.read, json.dumps(with_record(plain))))


def test_what_may_be_left_out_it_does_not_want() -> None:
    """As docs/formats.md has it: what is marked there may be left out, or be null."""
    least = {
        "interaction": {"at", "medium"},
        "mood": {"at", "mood"},
        "topic": {"text", "added"},
        "plan": {"about", "day", "added"},
        "pause": {"reason", "start"},
        "nudge": {"suggestion", "shown"},
        "try": {"suggestion", "begun"},
        "letter": {"begun"},
        "letter_version": {"letter", "kept"},
        "need": {"noted", "need"},
        "reflection": {"changed"},
        "import": {"at"},
        "setting": set(),
    }
    for kind, names in least.items():
        whole = next(to_plain(record) for record in one_of_each() if kind_of(record) == kind)
        needed = {name: whole[name] for name in whole if name in {"kind", "id", *names}}
        nothing = {name: needed.get(name) for name in whole}
        for plain in (needed, nothing):
            VALIDATOR.validate(with_record(plain))
            assert not problems(found(own_json.read, json.dumps(with_record(plain))))
        for name in names:
            less = copy.deepcopy(needed)
            del less[name]
            assert not VALIDATOR.is_valid(with_record(less))
            assert problems(found(own_json.read, json.dumps(with_record(less))))
