"""Interactions written as a calendar: what other programs are given, and that it reads back."""

from __future__ import annotations

import io
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from reconnect_desktop.domain.interaction import Interaction, Medium
from reconnect_desktop.domain.records import Record
from reconnect_desktop.domain.when import When
from reconnect_desktop.exchange import ics
from reconnect_desktop.exchange.ics.writing import escaped, folded
from tests.exchange.readers import found, now, problems, records
from tests.exchange.samples import bare_interaction, full_interaction, one_of_each
from tests.strategies import interactions

BREAKS = "\r\x0b\x0c\x85\u2028\u2029"


def written(*all_of_them: Record) -> str:
    stream = io.StringIO(newline="")
    ics.write(all_of_them, stream, now())
    return stream.getvalue()


def read_back(content: str) -> list[Interaction]:
    """Whatever they are called."""
    who = [contact.label for contact in ics.look(io.BytesIO(content.encode()), "").contacts]
    items = found(ics.read, content, *who)
    assert problems(items) == []
    return [record for record in records(items) if isinstance(record, Interaction)]


def shown(text: str) -> str:
    """What a calendar can hold of it."""
    for mark in ("\r\n", *BREAKS):
        text = text.replace(mark, "\n")
    return "".join(
        char if char in "\n\t" or not (ord(char) < 32 or ord(char) == 127) else "\ufffd" for char in text
    )


def test_it_is_written_as_other_programs_read_it() -> None:
    assert written(full_interaction()) == (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Reconnect//Reconnect Desktop//EN\r\nCALSCALE:GREGORIAN\r\n"
        "X-WR-CALNAME:Reconnect\r\n"
        "BEGIN:VEVENT\r\nUID:0f3c9d1e7a6b4c52@reconnect-desktop\r\nDTSTAMP:20261122T174000Z\r\n"
        "DTSTART:20261114T170500Z\r\nDURATION:PT25M\r\nX-RECONNECT-ZONE:Europe/Berlin\r\nSUMMARY:Call with Mom\r\n"
        'CATEGORIES:call,listened,work\\; stress\r\nDESCRIPTION:=She said "come over"\\,\\nand laughed.\r\n'
        "CLASS:PRIVATE\r\nTRANSP:TRANSPARENT\r\nSTATUS:CONFIRMED\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )


def test_only_interactions_and_plans_are_written_and_counted() -> None:
    stream = io.StringIO(newline="")
    assert ics.write(one_of_each(), stream, now()) == 4
    assert stream.getvalue().count("BEGIN:VEVENT") == 4


def test_it_reads_back() -> None:
    full, bare = read_back(written(full_interaction(), bare_interaction()))
    one = full_interaction()
    assert (full.when, full.medium, full.minutes, full.note, full.tags) == (
        one.when,
        one.medium,
        one.minutes,
        one.note,
        one.tags,
    )
    assert full.closeness is None
    assert (bare.when.timestamp, bare.medium) == (bare_interaction().when.timestamp, Medium.MESSAGE)


def test_a_second_export_is_known_again() -> None:
    keys = [[one.source_key for one in read_back(written(full_interaction()))] for _ in range(2)]
    assert keys[0] == keys[1]


@given(interactions())
def test_hostile_text_reads_back(interaction: Interaction) -> None:
    (back,) = read_back(written(interaction))
    assert back.note == shown(interaction.note)
    assert back.when.timestamp == interaction.when.timestamp
    assert back.medium is interaction.medium
    assert back.minutes == (interaction.minutes or None)


@given(st.text())
def test_another_library_reads_the_same(note: str) -> None:
    moment = When(datetime(2026, 3, 1, 12), 0, "UTC")
    one = Interaction(id="1", when=moment, logged=moment, medium=Medium.CALL, note=note.replace("\0", ""))
    calendar = Calendar.from_ical(written(one))
    (component,) = calendar.walk("VEVENT")
    assert str(component.get("DESCRIPTION", "")) == shown(one.note)


@given(st.text(st.characters(exclude_characters="\r\n", exclude_categories=["Cs"])))
def test_lines_are_at_most_75_bytes_and_part_no_letter(text: str) -> None:
    lines = folded(text).encode().split(b"\r\n")
    assert lines.pop() == b""
    assert all(len(line) <= 75 for line in lines)
    assert all(line.decode() for line in lines[1:])
    assert folded(text).replace("\r\n ", "").removesuffix("\r\n") == text


@pytest.mark.parametrize("mark", ["\r\n", *BREAKS])
def test_every_line_break_becomes_one_that_calendars_know(mark: str) -> None:
    assert escaped(f"a{mark}b") == "a\\nb"
