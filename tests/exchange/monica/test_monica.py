"""Exports of Monica: calls, what was done together, conversations, and days with a face."""

from __future__ import annotations

import io
import json
import tracemalloc
from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconnect_desktop.domain.errors import Malformed, WhoIsMissing, WhoIsUnknown
from reconnect_desktop.domain.interaction import Interaction, Medium, ReachedOut
from reconnect_desktop.domain.records import MoodCheckIn
from reconnect_desktop.domain.when import When
from reconnect_desktop.exchange import monica
from reconnect_desktop.exchange.draft import Found, Left
from reconnect_desktop.exchange.reader import Asks, Contact, Unit
from tests.exchange.monica_files import (
    Plain,
    call,
    contact,
    conversation,
    day,
    export,
    family,
    group,
    rated,
    thing,
    written,
)
from tests.exchange.readers import choices, found, left_out, now, problems, records

SOMEBODY_ELSE, NOT_CHOSEN, NOTICE = Left.SOMEBODY_ELSE, Left.NOT_CHOSEN, Left.NOTICE


def read(content: Plain | str, *who: str, zone: str = "Europe/Berlin", **more: object) -> list[Found]:
    if more:
        stream = io.BytesIO(written(content).encode() if isinstance(content, dict) else content.encode())
        return list(monica.read(stream, replace(choices(*who, zone=zone), **more)))  # type: ignore[arg-type]
    return found(monica.read, written(content) if isinstance(content, dict) else content, *who, zone=zone)


def look(content: Plain) -> Asks:
    return monica.look(io.BytesIO(written(content).encode()), "Europe/Berlin")


def interactions(items: list[Found]) -> list[Interaction]:
    return [record for record in records(items) if isinstance(record, Interaction)]


def told(items: list[Found]) -> list[tuple[str, str, int | None, str | None, str]]:
    """Each as (local time, medium, messages, who reached out, key)."""
    return [
        (
            one.when.local.isoformat()[:16],
            one.medium.value,
            one.messages,
            one.reached_out.value if one.reached_out else None,
            one.source_key,
        )
        for one in interactions(items)
    ]


def of_ruth(*groups: Plain, journal: tuple[Plain, ...] = ()) -> Plain:
    return export(group("contact", contact("c1", *groups, first_name="Ruth")), journal=journal)


def test_what_was_hers_is_found() -> None:
    items = read(family(), "Mom")
    assert told(items) == [
        ("2026-03-01T12:00", "call", None, "mom", "k1"),
        ("2026-03-02T18:30", "call", None, "me", "k2"),
        ("2026-03-03T12:00", "call", None, "me", "k3"),
        ("2026-03-04T12:00", "message", 2, "mom", "v1:2026-03-04"),
        ("2026-03-05T12:00", "message", 1, "me", "v1:2026-03-05"),
        ("2026-03-06T12:00", "message", 1, "mom", "v2:2026-03-06"),
        ("2026-03-07T12:00", "visit", None, None, "a1"),
        ("2026-03-08T12:00", "visit", None, None, "a2"),
    ]
    # Ann's call, what was done with Ann alone; and the three entries of the journal.
    assert [why for _, why in left_out(items)] == [SOMEBODY_ELSE, SOMEBODY_ELSE, *[NOT_CHOSEN] * 3]
    assert problems(items) == []


def test_a_call_becomes_an_unrated_interaction_of_unknown_length() -> None:
    assert interactions(read(family(), "Mom"))[0] == Interaction(
        id="new-1",
        when=When(datetime(2026, 3, 1, 12), 3600, "Europe/Berlin"),
        medium=Medium.CALL,
        reached_out=ReachedOut.MOM,
        note="The garden.",
        source="monica",
        source_key="k1",
        logged=now(),
    )


def test_the_users_own_words_are_kept_and_what_was_written_to_each_other_only_if_it_is_to_be() -> None:
    notes = ["The garden.", "", "", "", "", "", "A walk\nBy the river.", "Dinner"]
    assert [one.note for one in interactions(read(family(), "Mom"))] == notes
    kept = interactions(read(family(), "Mom", keep_texts=True))
    assert [one.note for one in kept][3:6] == ["Hello\nHi", "Well?", "Yes"]


def test_everybody_is_listed_but_the_user() -> None:
    assert look(family()) == Asks(
        contacts=(
            Contact(
                "Ruth M. Example",
                "Ruth M. Example",
                (),
                ((Unit.CALL, 3), (Unit.EVENT, 2), (Unit.MESSAGE, 4)),
                date(2026, 3, 8),
            ),
            Contact("Ann", "Ann", (), ((Unit.CALL, 1), (Unit.EVENT, 2), (Unit.MESSAGE, 0)), date(2026, 3, 9)),
        ),
        messages=True,
        medium=Medium.VISIT,
        moods=True,
    )


def test_who_is_named_in_any_way() -> None:
    for who in ("mom", "Ruth M. Example", "c1"):
        assert len(records(read(family(), who))) == 8
    assert len(records(read(family(), "Ann"))) == 3
    with pytest.raises(WhoIsMissing) as caught:
        read(family())
    assert caught.value.contacts == (("Ruth M. Example", 9), ("Ann", 3))
    with pytest.raises(WhoIsUnknown):
        read(family(), "Sam Example")


def test_a_thing_done_with_both_comes_once() -> None:
    items = read(family(), "Mom", "Ann")
    assert [one.source_key for one in interactions(items)].count("a2") == 1
    assert len(records(items)) == 8 + 2


def test_the_days_are_the_same_wherever_they_are_read_and_times_are_not() -> None:
    here, there = told(read(family(), "Mom")), told(read(family(), "Mom", zone="America/Los_Angeles"))
    assert here[0][0] == there[0][0] == "2026-03-01T12:00"
    assert there[1][0] == "2026-03-02T09:30"
    assert [one[-1] for one in here] == [one[-1] for one in there]


def test_what_was_done_together_is_of_the_medium_that_is_chosen() -> None:
    items = read(family(), "Mom", medium=Medium.OTHER)
    assert [one.medium.value for one in interactions(items)][-2:] == ["other", "other"]


def test_days_with_a_face_become_moods_only_if_they_are_wanted() -> None:
    items = read(family(), "Mom", moods=True)
    moods = [record for record in records(items) if isinstance(record, MoodCheckIn)]
    assert [(one.when.day, one.mood, one.note) for one in moods] == [
        (date(2026, 3, 11), 1, ""),
        (date(2026, 3, 12), 5, ""),
    ]
    assert [why for _, why in left_out(items)].count(NOT_CHOSEN) == 1  # what was written in the journal
    again = [
        record.id for record in records(read(family(), "Mom", moods=True)) if isinstance(record, MoodCheckIn)
    ]
    assert [one.id for one in moods] == again
    middle = read(of_ruth(journal=(rated("j1", 2, 2026, 3, 1),)), moods=True)
    assert [getattr(record, "mood", None) for record in records(middle)] == [3]


def test_a_day_counts_from_its_morning_on() -> None:
    # Now is 2026-11-22 18:40; read in the morning, noon lies ahead.
    early = When(datetime(2026, 11, 22, 9), 3600, "Europe/Berlin")
    items = read(
        of_ruth(group("call", call("k1", day("2026-11-22")), call("k2", day("2026-11-23")))), now=early
    )
    assert [one.when for one in interactions(items)] == [early]
    assert [why for _, _, why in problems(items)] == ["in_future"]


def test_plurals_are_read_as_singulars() -> None:
    text = written(family())
    for one, many in (
        ("call", "calls"),
        ("activity", "activities"),
        ("contact", "contacts"),
        ("conversation", "conversations"),
    ):
        text = text.replace(f'"type": "{one}"', f'"type": "{many}"')
    assert told(read(text, "Mom")) == told(read(family(), "Mom"))


def test_calls_of_the_earliest_exports_have_no_uuid() -> None:
    content = of_ruth(group("call", call("", day("2026-03-01")), call("", day("2026-03-02"))))
    keys = [one.source_key for one in interactions(read(content))]
    assert len(set(keys)) == 2
    assert [one.source_key for one in interactions(read(content, zone="Asia/Tokyo"))] == keys


def test_messages_without_a_time_take_that_of_their_conversation() -> None:
    content = of_ruth(
        group("conversation", conversation("v1", day("2026-03-04"), ("", True, "a"), ("", False, "b")))
    )
    assert told(read(content)) == [("2026-03-04T12:00", "message", 2, "me", "v1:2026-03-04")]
    with_times = conversation(
        "v1", day("2026-03-04"), ("2026-03-04T20:00:00Z", True, "b"), ("2026-03-04T08:00:00Z", False, "a")
    )
    items = read(of_ruth(group("conversation", with_times)), keep_texts=True)
    assert told(items) == [("2026-03-04T09:00", "message", 2, "mom", "v1:2026-03-04")]
    assert interactions(items)[0].note == "a\nb"


def test_a_conversation_of_nothing_is_left_out() -> None:
    items = read(of_ruth(group("conversation", conversation("v1", day("2026-03-04")))))
    assert [why for _, why in left_out(items)] == [NOTICE]


def test_what_cannot_be_read_is_told_by_line() -> None:
    content = of_ruth(
        group(
            "call",
            call("k1", ""),
            call("k2", "soon"),
            call("k3", day("2026-12-24")),
            call("k4", day("2026-03-01")),
        ),
        journal=(rated("j1", 4, 2026, 3, 1), rated("j2", "good", 2026, 3, 1), rated("j3", 1, 2026, 2, 30)),
    )
    lines = written(content).splitlines()
    starts = [next(n for n, line in enumerate(lines, start=1) if f'"uuid": "{key}"' in line) - 1 for key in
              ("k1", "k2", "k3", "j1", "j2", "j3")]  # fmt: skip
    items = read(content)
    assert problems(items) == [
        (starts[0], "date", "empty"),
        (starts[1], "date", "not_a_time"),
        (starts[2], "date", "in_future"),
        (starts[3], "mood", "out_of_range"),
        (starts[4], "mood", "not_a_number"),
        (starts[5], "date", "not_a_time"),
    ]
    assert [one.source_key for one in interactions(items)] == ["k4"]


def test_a_picture_of_any_size_is_stepped_over() -> None:
    content = written(of_ruth(group("call", call("k1", day("2026-03-01")))))
    picture = (
        '{"count": 1, "type": "photo", "values": [{"properties": {"dataUrl": "'
        + (("A" * 60 + "\\/") * 50_000)
        + '"}}]},'
    )
    data = content.replace('"data": [', '"data": [' + picture, 1).encode()
    stream = io.BytesIO(data)
    tracemalloc.start()  # the picture has some 3 MB
    try:
        assert len(list(monica.read(stream, choices()))) == 1
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()


@given(
    st.lists(st.tuples(st.integers(0, 40), st.booleans(), st.sampled_from("cva")), min_size=1, max_size=20),
    st.text(max_size=20),
)
def test_all_that_is_hers_is_there_once(entries: list[tuple[int, bool, str]], name: str) -> None:
    calls, talks, things = [], [], []
    for number, (ago, mine, kind) in enumerate(entries):
        at = day(date.fromordinal(date(2026, 11, 1).toordinal() - ago).isoformat())
        if kind == "c":
            calls.append(call(f"k{number}", at, hers=not mine, content=name))
        elif kind == "v":
            talks.append(conversation(f"v{number}", at, (at, mine, name)))
        else:
            things.append(thing(f"a{number}", summary=name, happened_at=at))
    ruth = contact(
        "c1",
        group("call", *calls),
        group("conversation", *talks),
        group("activity", *(one["uuid"] for one in things)),
        first_name="Ruth",
    )
    items = read(export(group("contact", ruth), group("activity", *things)))
    assert problems(items) == []
    assert len(interactions(items)) == len(entries)


@pytest.mark.parametrize(
    "content", ["", "{}", "[]", '{"account": 3}', '{"account": {"data": [1]}}', written(family())[:-9]]
)
def test_what_is_no_such_file_is_refused(content: str) -> None:
    with pytest.raises(Malformed) as caught:
        read(content, "Ruth")
    assert caught.value.format_name == "monica"


@pytest.mark.parametrize(
    ("head", "known"),
    [
        (written(family()), True),
        (json.dumps(family()), True),
        (json.dumps(family(), sort_keys=True), True),
        (written(family())[:400], True),
        ("\ufeff" + written(family()), True),
        ('{"account": {"givenName": "Sam"}}\n{"recipient": {"id": "1"}}\n', False),
        ('{"app_version": "1", "records": []}', False),
        ("", False),
    ],
)
def test_it_is_recognised_by_what_is_in_it(head: str, known: bool) -> None:
    assert monica.recognise(head.encode()) is known


def test_things_that_are_not_what_they_should_be_do_no_harm() -> None:
    odd = export(
        group(
            "contact", {"uuid": 3, "properties": [], "data": None}, contact("c1", group("call", "x", 3, None))
        ),
        group("activity", "a", {"properties": {"rate": []}}),
        journal=(thing("j", type="day", rate=[]),),
    )
    assert records(read(odd, "c1")) == []
