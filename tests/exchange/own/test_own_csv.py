"""Our CSV: interactions go out and come back exactly, and tables made by hand are understood."""

from __future__ import annotations

import csv
import io
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given

from reconnect_desktop.domain.errors import Malformed
from reconnect_desktop.domain.interaction import Interaction, Medium, ReachedOut
from reconnect_desktop.domain.records import Record
from reconnect_desktop.domain.when import When
from reconnect_desktop.exchange.own import own_csv
from tests import strategies
from tests.exchange.readers import choices, found, now, problems, records
from tests.exchange.samples import bare_interaction, full_interaction, one_of_each

GOLDEN = Path(__file__).parent.parent.parent / "golden"


def written(kept: list[Record]) -> str:
    stream = io.StringIO(newline="")
    own_csv.write(kept, stream, now())
    return stream.getvalue()


def interactions(content: bytes | str, zone: str = "Europe/Berlin") -> list[Interaction]:
    items = found(own_csv.read, content, zone=zone)
    assert problems(items) == []
    return [record for record in records(items) if isinstance(record, Interaction)]


@given(strategies.unique(strategies.interactions()))
def test_interactions_come_back_equal(kept: list[Record]) -> None:
    assert records(found(own_csv.read, written(kept))) == kept


@given(strategies.unique(strategies.interactions(), most=4))
def test_no_cell_begins_like_a_formula(kept: list[Record]) -> None:
    for row in csv.reader(io.StringIO(written(kept), newline="")):
        assert not any(cell.startswith(tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")) for cell in row)


def test_the_golden_export_is_written_and_read() -> None:
    golden = (GOLDEN / "interactions.csv").read_bytes().decode()
    assert written(one_of_each()) == golden
    assert records(found(own_csv.read, golden)) == [full_interaction(), bare_interaction()]


def test_it_says_how_many_interactions_it_wrote() -> None:
    assert own_csv.write(one_of_each(), io.StringIO(), now()) == 2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_every_usual_encoding_is_read(encoding: str) -> None:
    text = written([full_interaction()]).removeprefix("\ufeff")
    assert interactions(text.encode(encoding)) == [full_interaction()]


def test_bytes_that_are_no_utf_8_are_taken_for_windows() -> None:
    content = 'at,medium,note\n2026-11-01T10:00,call,"Café, naïve €"\n'.encode("cp1252")
    assert interactions(content)[0].note == "Café, naïve €"


def test_a_table_made_by_hand_needs_only_time_and_medium() -> None:
    content = "Medium;AT;Reached out;Minutes;Weekday;tags\r\n Call ;2026-07-04 18:30; Mom;1:15;Sat;a b;\r\n"
    content = content.replace("a b;", '"a b; c;;a B"')
    (only,) = interactions(content)
    assert only.when == When(datetime(2026, 7, 4, 18, 30), 7200, "Europe/Berlin")
    assert (only.medium, only.reached_out, only.minutes) == (Medium.CALL, ReachedOut.MOM, 75)
    assert only.tags == ("a b", "c")
    assert only.id == "new-1"
    assert only.logged == now()
    assert only.source == "csv"
    assert only.closeness is None


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("2026-07-04", When(datetime(2026, 7, 4, 12), 7200, "Europe/Berlin")),
        ("2026-07-04T08:00:00Z", When(datetime(2026, 7, 4, 8), 0)),
        ("2026-07-04T08:00:00+02:00", When(datetime(2026, 7, 4, 8), 7200, "Europe/Berlin")),
    ],
)
def test_times_are_completed_by_the_zone_chosen(text: str, when: When) -> None:
    assert interactions(f"at,medium\n{text},call\n")[0].when == when


def test_a_zone_in_the_row_goes_before_the_zone_chosen() -> None:
    (only,) = interactions("at,zone,medium\n2026-07-04T08:00,Asia/Tokyo,call\n")
    assert only.when == When(datetime(2026, 7, 4, 8), 32_400, "Asia/Tokyo")


def keys(content: str, zone: str = "Europe/Berlin") -> list[str]:
    return [interaction.source_key for interaction in interactions(content, zone)]


def test_rows_without_id_are_known_again() -> None:
    first = keys("at,medium,note\n2026-07-04,call,x\n2026-07-05,call,x\n")
    assert len(set(first)) == 2
    assert (
        keys("\ufeffNOTE;Medium;at;win\n x;call;2026-07-04;\n", "Asia/Tokyo")[0] != first[0]
    )  # " x" is not "x"
    assert keys("\ufeffNOTE;Medium;at;win\nx; call;2026-07-04 ;\n", "Asia/Tokyo")[0] == first[0]


def test_equal_rows_are_told_apart_and_known_again() -> None:
    content = "at,medium\n2026-07-04,message\n2026-07-04,message\n"
    assert len(set(keys(content))) == 2
    assert keys(content) == keys(content)


def test_an_exported_row_that_lost_its_id_keeps_its_source() -> None:
    (only,) = interactions("at,medium,source,source_key\n2026-07-04,call,sms-calls,1:2:3:1\n")
    assert (only.source, only.source_key) == ("sms-calls", "1:2:3:1")


def test_bad_rows_are_told_by_line_and_the_others_taken() -> None:
    content = (
        "id,at,medium,minutes,closeness,tags,note\n"  # 1
        "a,2026-11-01,call,,,,fine\n"  # 2
        'b,2026-11-01,call,,,,"two\nlines"\n'  # 3, 4
        "c,2026-11-01,telegram,,,,\n"  # 5
        "d,1/11/2026,call,,,,\n"  # 6
        "\n"  # 7
        "e,,call,,,,\n"  # 8
        "f,2026-11-01,call,1441,,,\n"  # 9
        "g,2026-11-01,call,,8,,\n"  # 10
        "h,2026-11-01,call,,5.5,,\n"  # 11
        "i,2026-11-23,call,,,,\n"  # 12
        "a,2026-11-01,call,,,,\n"  # 13
        "j,2026-11-01,call,,,,,more,\n"  # 14
        "k,2026-11-01,call,,,,a\0b\n"  # 15
        "l,2026-11-01\n"  # 16
        f"m,2026-11-01,call,,,{'t' * 61},\n"  # 17
        "n,2026-11-01,call,,,,,,,\n"  # 18
    )
    items = found(own_csv.read, content)
    assert problems(items) == [
        (5, "medium", "unknown_word"),
        (6, "when", "not_a_time"),
        (8, "at", "empty"),
        (9, "minutes", "out_of_range"),
        (10, "closeness", "out_of_range"),
        (11, "closeness", "not_a_number"),
        (12, "when", "in_future"),
        (13, "id", "repeated"),
        (14, "row", "too_long"),
        (15, "note", "unstorable"),
        (16, "medium", "empty"),
        (17, "tags", "too_long"),
    ]
    assert [record.id for record in records(items)] == ["a", "b", "n"]
    assert [item.line for item in items if not problems([item])] == [2, 3, 18]


def test_a_zone_that_is_not_known_is_told() -> None:
    items = found(own_csv.read, "at,zone,medium\n2026-07-04T08:00,Mars/Olympus,call\n")
    assert problems(items) == [(2, "zone", "unknown_zone")]


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"", 1),
        (b"date,kind\n", 1),
        (b"at,medium,note,note\n", 1),
        (b'at,medium\n2026-07-04,call\n2026-07-04,"call\n', 3),
        (b'at,medium\n2026-07-04,"call"x\n', 2),
        (b"at,medium,note\n2026-07-04,call," + b"x" * 140_000 + b"\n", 2),
        (b"at,medium,note\n2026-07-04,call," + b"x" * 2_100_000 + b"\n", 2),
        (b"at,medium\n2026-07-04,\x81\xff\n", 1),
        ("at,medium\n".encode("utf-16") + b"\x00\xd8\x00", 2),
    ],
)
def test_what_is_no_such_table_is_refused_with_its_line(content: bytes, line: int) -> None:
    with pytest.raises(Malformed) as caught:
        found(own_csv.read, content)
    assert caught.value.line == line


def test_the_stream_stays_open() -> None:
    stream = io.BytesIO(b"at,medium\n2026-07-04,call\n")
    next(own_csv.read(stream, choices()))
    assert not stream.closed


@pytest.mark.parametrize(
    ("head", "known"),
    [
        ("at,medium\n", True),
        ('"Medium";"At"', True),
        ("note\tat\tmedium\r\n", True),
        ("at,what\n", False),
        ("", False),
        ('"at,medium\n', False),
    ],
)
def test_it_is_recognised_by_its_header(head: str, known: bool) -> None:
    assert own_csv.recognise(head.encode("utf-8-sig")) is known
    assert own_csv.recognise(head.encode("utf-16")) is known
