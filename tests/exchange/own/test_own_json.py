"""Our JSON: everything goes out and comes back in, and whatever else comes is refused in words."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconnect_desktop.domain.errors import JournalTooNew, Malformed, UnknownFormat, UserError
from reconnect_desktop.domain.plain import from_plain, to_plain
from reconnect_desktop.domain.records import Import, Record
from reconnect_desktop.exchange.own import own_json
from reconnect_desktop.exchange.reading.json_text import VALUE_MOST
from tests import strategies
from tests.exchange.readers import found, now, problems, records
from tests.exchange.samples import one_of_each

GOLDEN = Path(__file__).parent.parent.parent / "golden"
STORED = Path(__file__).parent.parent.parent / "databases"


def written(kept: list[Record]) -> str:
    stream = io.StringIO(newline="")
    assert own_json.write(kept, stream, now()) == len(kept)
    return stream.getvalue()


def file(*rows: str, head: str = '"format": "reconnect-journal", "version": 1') -> str:
    return "{" + head + ', "records": [\n' + ",\n".join(rows) + "\n]}\n"


MOOD = '{"kind": "mood", "id": "m", "at": "2026-11-01T08:00:00+01:00", "mood": 4}'


@pytest.mark.parametrize("version", range(1, own_json.VERSION + 1))
def test_a_file_of_every_version_comes_in_whole(version: int) -> None:
    rows = json.loads((STORED / f"version-{version}.json").read_text("utf-8"))
    head = f'"format": "reconnect-journal", "version": {version}'
    read = records(found(own_json.read, file(*map(json.dumps, rows), head=head)))
    assert read == [from_plain(row) for row in rows]
    assert len(read) == len(rows) > 0


@given(strategies.unique(strategies.records()))
def test_everything_comes_back_equal(kept: list[Record]) -> None:
    items = found(own_json.read, written(kept))
    assert records(items) == kept
    assert len(items) == len(kept)


@given(
    strategies.unique(strategies.records(), most=4),
    st.sampled_from([None, 0, 1, 7, "\t", " \r\n"]),
    st.booleans(),
    st.booleans(),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]),
)
def test_any_layout_of_the_same_json_is_read(
    kept: list[Record], indent: int | str | None, sort: bool, ascii_only: bool, encoding: str
) -> None:
    tree = json.loads(written(kept))
    text = json.dumps(tree, indent=indent, sort_keys=sort, ensure_ascii=ascii_only)
    assert records(found(own_json.read, text.encode(encoding))) == kept


def test_the_golden_export_is_written_and_read() -> None:
    golden = (GOLDEN / "journal.json").read_bytes().decode()
    assert written(one_of_each()) == golden
    assert records(found(own_json.read, golden)) == one_of_each()


def test_each_record_has_its_line() -> None:
    text = written(one_of_each())
    assert [json.loads(line.rstrip(","))["kind"] for line in text.splitlines()[1:-1]] == [
        "interaction",
        "interaction",
        "mood",
        "topic",
        "topic",
        "plan",
        "plan",
        "pause",
        "pause",
        "nudge",
        "nudge",
        "try",
        "try",
        "letter",
        "letter_version",
        "need",
        "need",
        "reflection",
        "import",
        "import",
        "setting",
    ]
    assert [item.line for item in found(own_json.read, text)] == list(range(2, 23))


def test_bad_records_are_told_by_line_and_the_others_taken() -> None:
    rows = [
        '{"kind": "mood", "id": "a", "at": "2026-11-01T08:00:00+01:00", "mood": 6}',
        '{"kind": "mood", "id": "b", "at": "2026-11-01T08:00:00+01:00", "mood": "4"}',
        '{"kind": "mood", "id": "c", "at": "2026-11-01", "mood": 4}',
        '{"kind": "mood", "id": "d", "at": "2026-11-01T08:00:00+01:00", "mood": 4, "colour": "red"}',
        '{"kind": "dream", "id": "e"}',
        '{"kind": ["mood"], "id": "f"}',
        "17",
        '{"kind": "topic", "id": "g", "added": "2026-11-01T08:00:00+01:00", "text": "\\ud83d"}',
        '{"kind": "mood", "id": "h", "id": "i", "at": "2026-11-01T08:00:00+01:00", "mood": 4}',
        '{"kind": "mood", "id": "j", "at": "2026-11-23T08:00:00+01:00", "mood": 4}',
        '{"kind": "mood", "id": "k", "at": "2026-11-01T08:00:00+01:00", "zone": "\\ud800", "mood": 4}',
        '{"kind": "mood", "id": "l", "at": "2026-11-01T08:00:00+01:00", "mood": 99999999999999999999999}',
        '{"kind": "setting", "id": "a secret", "value": "\\u0000"}',
        '{"kind": "topic", "id": "o", "added": "9999-12-31T23:59:59-12:00", "text": "x"}',
        MOOD,
        MOOD,
    ]
    items = found(own_json.read, file(*rows))
    assert problems(items) == [
        (2, "mood", "out_of_range"),
        (3, "mood", "not_a_number"),
        (4, "at", "not_a_time"),
        (5, "field", "unknown_word"),
        (6, "kind", "unknown_word"),
        (7, "kind", "unknown_word"),
        (8, "kind", "empty"),
        (9, "topic", "unstorable"),
        (10, "field", "repeated"),
        (11, "when", "in_future"),
        (12, "zone", "unknown_zone"),
        (13, "mood", "not_a_number"),
        (14, "value", "unstorable"),
        (15, "when", "out_of_range"),
        (17, "id", "repeated"),
    ]
    assert [record.id for record in records(items)] == ["m"]


def test_two_kinds_may_share_an_id() -> None:
    setting = '{"kind": "setting", "id": "m", "value": "x"}'
    assert len(records(found(own_json.read, file(MOOD, setting)))) == 2


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ('{"format": "something-else", "version": 1, "records": []}', UnknownFormat),
        ('{"version": 1, "records": []}', UnknownFormat),
        ("{}", UnknownFormat),
        ('{"records": [], "version": 1, "format": "other"}', UnknownFormat),
        (file(head='"format": "reconnect-journal", "version": 6'), JournalTooNew),
        ('{"records": [], "version": 6, "format": "reconnect-journal"}', JournalTooNew),
        (file(head='"format": "reconnect-journal", "version": "1"'), Malformed),
        (file(head='"format": "reconnect-journal", "version": true'), Malformed),
        (file(head='"format": "reconnect-journal", "version": 0'), Malformed),
        (file(head='"format": "reconnect-journal"'), Malformed),
        ('{"format": "reconnect-journal", "version": 1}', Malformed),
        ('{"format": "reconnect-journal", "version": 1, "records": {}}', Malformed),
        ('{"format": "reconnect-journal", "version": 1, "records": [], "records": []}', Malformed),
        (file() + "x", Malformed),
        ("[]", Malformed),
        ("", Malformed),
        ("{1: 2}", Malformed),
        (file("NaN"), Malformed),
        (file("1 2"), Malformed),
        (file("[1,]"), Malformed),
    ],
)
def test_what_is_no_export_of_ours_is_refused(text: str, error: type[UserError]) -> None:
    with pytest.raises(error):
        found(own_json.read, text)


@pytest.mark.parametrize("end", [10, 60, 200, -3, -1])
def test_a_truncated_file_is_refused(end: int) -> None:
    with pytest.raises(Malformed):
        found(own_json.read, written(one_of_each()).strip()[:end])


def test_the_line_of_what_is_broken_is_told() -> None:
    with pytest.raises(Malformed) as caught:
        found(own_json.read, file(MOOD, MOOD.replace('"m"', '"n"').replace(":", ";", 1)))
    assert caught.value.line == 3


def test_bytes_that_are_no_text_are_refused_with_their_line() -> None:
    with pytest.raises(Malformed) as caught:
        found(own_json.read, b"x" * 0 + file(MOOD).encode() + b"\xff")
    assert caught.value.format_name == "json"


@pytest.mark.parametrize("bomb", ["[" * 200_000, '{"a":' * 200_000, "[" * 200_000 + "]" * 200_000])
def test_a_value_nested_beyond_sense_is_refused(bomb: str) -> None:
    with pytest.raises(Malformed):
        found(own_json.read, file(bomb))


def test_a_value_beyond_all_size_is_refused_before_it_fills_the_memory() -> None:
    class Endless(io.RawIOBase):
        given = 0

        def readable(self) -> bool:
            return True

        def read(self, size: int = -1) -> bytes:
            self.given += 1
            return (file().split("\n")[0].encode() + b'"') if self.given == 1 else b"x" * size

        def tell(self) -> int:
            return 0

    endless = Endless()
    with pytest.raises(Malformed):
        list(own_json.read(endless, None))  # type: ignore[arg-type]
    assert endless.given * 65_536 < 4 * VALUE_MOST


def test_the_longest_record_comes_back() -> None:
    longest = one_of_each()[0]
    plain = {**to_plain(longest), "note": "\U0001f469" * 100_000, "win": "\\" * 100_000}
    items = found(own_json.read, file(json.dumps(plain)))
    assert len(records(items)) == 1


def test_what_an_import_of_a_hundred_thousand_is_remembered_by_comes_back() -> None:
    many = tuple(("interaction", f"{number:032x}") for number in range(100_000))
    one = Import(id="i", when=now(), format="whatsapp", members=many, digests=("9f3c1d7e",) * 100_000)
    assert records(found(own_json.read, written([one]))) == [one]


@pytest.mark.parametrize(
    ("head", "known"),
    [
        ('{"format": "reconnect-journal", "version": 1', True),
        ('\ufeff\n {\n "exported": "x",\n "format" : "reconnect-journal"', True),
        ('{"records": [', True),
        ('{"format": "else"}', False),
        ('["format", "reconnect-journal"]', False),
        ("", False),
    ],
)
def test_it_is_recognised_by_what_is_in_it(head: str, known: bool) -> None:
    assert own_json.recognise(head.encode()) is known
    assert own_json.recognise(head.removeprefix("\ufeff").encode("utf-16")) is known
