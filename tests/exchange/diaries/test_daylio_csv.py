"""The table that Daylio exports, in its variants."""

# ruff: noqa: RUF001 - the words of many languages
from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from reconnect_desktop.domain.errors import (
    DateOrderMissing,
    LevelsMissing,
    Malformed,
    UnknownFormat,
    WhoIsMissing,
    WhoIsUnknown,
)
from reconnect_desktop.domain.interaction import Interaction, Medium
from reconnect_desktop.domain.records import MoodCheckIn
from reconnect_desktop.exchange import formats
from reconnect_desktop.exchange.date_order import DateOrder
from reconnect_desktop.exchange.diaries import daylio_csv
from reconnect_desktop.exchange.draft import Found, Left
from reconnect_desktop.exchange.reader import Asks, Whom
from tests.exchange.diary_files import HEADER, daylio_table
from tests.exchange.readers import choices, found, left_out, problems, records

RUTH = "Ruth Example"


def read(content: str | bytes, *who: str, **chosen: Any) -> list[Found]:
    data = content.encode() if isinstance(content, str) else content
    return list(daylio_csv.read(io.BytesIO(data), replace(choices(*who), **chosen)))


def look(content: str) -> Asks:
    return daylio_csv.look(io.BytesIO(content.encode()), "Europe/Berlin")


def times(items: Sequence[Found]) -> list[str]:
    return [f"{record.when.local:%Y-%m-%d %H:%M}" for record in records(items) if hasattr(record, "when")]


def test_entries_with_a_chosen_activity_become_contacts_with_the_mood_and_the_note() -> None:
    items = read(daylio_table(), RUTH)
    first, second = records(items)
    assert isinstance(first, Interaction)
    assert first.when.isoformat() == "2026-11-20T20:30:00+01:00"
    assert (first.medium, first.minutes, first.closeness, first.mood) == (Medium.OTHER, None, None, 4)
    assert first.note == "Call\nWe laughed.\nA lot & long."
    assert (first.source, first.source_key) == ("daylio-csv", "2026-11-20T20:30")
    assert isinstance(second, Interaction)
    assert (second.when.isoformat(), second.mood) == ("2026-11-17T00:15:00+01:00", 5)
    assert left_out(items) == [(3, Left.NOT_CHOSEN), (4, Left.NOT_CHOSEN)]


def test_other_days_become_moods_only_if_they_are_wanted() -> None:
    (_, nineteenth, eighteenth, _) = records(read(daylio_table(), RUTH, moods=True))
    assert isinstance(nineteenth, MoodCheckIn)
    assert isinstance(eighteenth, MoodCheckIn)
    assert (nineteenth.when.isoformat(), nineteenth.mood) == ("2026-11-19T21:05:00+01:00", 1)
    assert (eighteenth.mood, eighteenth.note) == (3, "")  # what was written that day is about something else


def test_moods_alone_can_be_taken() -> None:
    assert [type(record) for record in records(read(daylio_table(), moods=True))] == [MoodCheckIn] * 4


def test_reading_again_finds_the_same() -> None:
    once, again = (records(read(daylio_table(), RUTH, moods=True)) for _ in range(2))
    assert [record.id for record in once if isinstance(record, MoodCheckIn)] == [
        record.id for record in again if isinstance(record, MoodCheckIn)
    ]


def test_keys_do_not_depend_on_what_is_chosen_or_on_how_hours_are_counted() -> None:
    rows = [
        f"2026-11-20,Nov 20,Friday,{time},good,{activity},,,"
        for time, activity in (("8:30 pm", "work"), ("8:30 pm", RUTH))
    ]
    by_12 = records(read(daylio_table(*rows), RUTH))
    by_24 = records(read(daylio_table(*rows).replace("8:30 pm", "20:30"), RUTH, "work"))
    assert [record.source_key for record in by_12 if isinstance(record, Interaction)] == [
        "2026-11-20T20:30#2"
    ]
    assert [record.source_key for record in by_24 if isinstance(record, Interaction)] == [
        "2026-11-20T20:30",
        "2026-11-20T20:30#2",
    ]


def test_it_asks_for_activities_and_the_words_for_moods() -> None:
    asks = look(daylio_table())
    assert asks.whom is Whom.ACTIVITIES
    assert [(contact.label, contact.counts[0][1]) for contact in asks.contacts] == [
        (RUTH, 2),
        ("work", 2),
        ("cooking", 1),
    ]
    assert str(asks.contacts[1].last) == "2026-11-18"
    assert [(mood.word, mood.count, mood.guess) for mood in asks.mood_words] == [
        ("good", 1, 4),
        ("awful", 1, 1),
        ("meh", 1, 3),
        ("rad", 1, 5),
    ]
    assert asks.moods
    assert asks.local_times
    assert asks.needs_an_answer
    assert asks.medium is Medium.OTHER


def test_without_an_activity_it_asks() -> None:
    with pytest.raises(WhoIsMissing) as caught:
        read(daylio_table())
    assert caught.value.contacts == ((RUTH, 2), ("work", 2), ("cooking", 1))
    with pytest.raises(WhoIsUnknown):
        read(daylio_table(), "Ann")


def test_a_diary_without_activities_needs_none() -> None:
    content = daylio_table("2026-11-20,Nov 20,Friday,20:30,good,,,,")
    assert not look(content).contacts
    assert left_out(read(content)) == [(2, Left.NOT_CHOSEN)]


def test_the_medium_is_the_one_that_was_said() -> None:
    (first, _) = records(read(daylio_table(), RUTH, medium=Medium.VISIT))
    assert isinstance(first, Interaction)
    assert first.medium is Medium.VISIT


# Words for moods

FOGGY = "2026-11-20,Nov 20,Friday,20:30,foggy,Ruth Example,,,"
MUDDY = "2026-11-19,Nov 19,Thursday,20:30,muddy,,,,"


def test_words_of_ones_own_are_needed_only_where_moods_are_wanted() -> None:
    with pytest.raises(LevelsMissing) as caught:
        read(daylio_table(FOGGY, MUDDY), RUTH, moods=True)
    assert caught.value.words == 2
    levels = {"foggy": 2, "muddy": 3}
    both = records(read(daylio_table(FOGGY, MUDDY), RUTH, moods=True, levels=levels))
    assert [getattr(record, "mood", None) for record in both] == [2, 3]
    (open_,) = records(read(daylio_table(FOGGY, MUDDY), RUTH))
    assert getattr(open_, "mood", 0) is None


def test_what_was_said_of_a_word_goes_before_a_guess_and_0_leaves_it_open() -> None:
    row = "2026-11-20,Nov 20,Friday,20:30,good,Ruth Example,,,"
    moods = [
        getattr(records(read(daylio_table(row), RUTH, levels={"good": level}))[0], "mood", "")
        for level in (2, 0)
    ]
    assert moods == [2, None]


# Variants

LOCALISED = (
    ("2026-11-20,20. November,Freitag,20:30,Super,Mama,,,", "20:30", 5),
    ("2026-11-20,20 novembre,vendredi,20:30,génial,Mama,,,", "20:30", 5),
    ("2026-11-20,20 de noviembre,viernes,8:30 p. m.,regular,Mama,,,", "20:30", 3),
    ("2026-11-20,20 nov.,viernes,8:30\u202fp.\u00a0m.,mal,Mama,,,", "20:30", 2),
    ("2026-11-20,11月20日,金曜日,午後8:30,最悪,Mama,,,", "20:30", 1),
    ("2026-11-20,11월 20일,금요일,오후 8:30,좋음,Mama,,,", "20:30", 4),
    ("2026-11-20,11月20日,星期五,下午8:30,超烂,Mama,,,", "20:30", 1),
    ("2026-11-20,20 ноября,пятница,20:30,так себе,Mama,,,", "20:30", 3),
    ("2026-11-20,20 Kasım,Cuma,20.30,kötü,Mama,,,", "20:30", 2),
    ("٢٠٢٦-١١-٢٠,٢٠ نوفمبر,الجمعة,٨:٣٠ م,سيئ,Mama,,,", "20:30", 2),
    ("2026-11-20,20 Νοεμβρίου,Παρασκευή,8:30 μ.μ.,καλά,Mama,,,", "20:30", 4),
)


@pytest.mark.parametrize(("row", "time", "mood"), LOCALISED)
def test_any_language_is_read(row: str, time: str, mood: int) -> None:
    items = read(daylio_table(row), "mama")
    assert times(items) == [f"2026-11-20 {time}"]
    assert [getattr(record, "mood", None) for record in records(items)] == [mood]


OLD = "year,date,weekday,time,mood,activities,note"


@pytest.mark.parametrize(
    ("day", "other"),
    [
        ("18 May", "17 May"),
        ("May 18", "May 17"),
        ("18. Mai", "17. Mai"),
        ("18 мая", "17 мая"),
        ("18 de mayo", "17 de mayo"),
    ],
)
def test_the_oldest_ones_have_a_year_apart(day: str, other: str) -> None:
    rows = [f'2018,{one},Friday,11:54 pm,good,"clean | Mom","We talked"' for one in (day, other)]
    items = read(daylio_table(*rows, header=OLD), "Mom")
    assert times(items) == ["2018-05-18 23:54", "2018-05-17 23:54"]
    assert [getattr(record, "note", "") for record in records(items)] == ["We talked"] * 2


def test_a_month_that_two_languages_call_alike_is_told_by_the_others() -> None:
    def old(*days: str) -> str:
        return daylio_table(*(f"2018,{day},x,20:00,super,Mama," for day in days), header=OLD)

    assert times(read(old("5 listopada", "5 grudnia"), "Mama")) == ["2018-11-05 20:00", "2018-12-05 20:00"]
    assert times(read(old("5. listopada", "5. prosinca"), "Mama"))[0] == "2018-10-05 20:00"


def test_a_table_saved_anew_by_a_spreadsheet_is_read() -> None:
    header = HEADER.replace(",", ";")
    rows = [f"{day}/05/2026;x;y;20:30;good;Mom;;;" for day in ("30", "04")]
    content = daylio_table(*rows, header=header)
    assert daylio_csv.recognise(content.encode())
    assert times(read(content[1:].encode("utf-16"), "Mom")) == ["2026-05-30 20:30", "2026-05-04 20:30"]


def test_an_order_that_stays_open_is_asked() -> None:
    content = daylio_table("03/05/2026,x,y,20:30,good,Mom,,,", header=HEADER)
    asks = look(content)
    assert asks.orders == (DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST)
    assert asks.day == "03/05/2026"
    with pytest.raises(DateOrderMissing):
        read(content, "Mom")
    assert times(read(content, "Mom", order=DateOrder.MONTH_FIRST)) == ["2026-03-05 20:30"]


def test_what_is_wrong_with_an_entry_is_told_by_line() -> None:
    content = daylio_table(
        "2026-11-31,x,y,20:30,good,Mom,,,",  # 2: November has 30 days
        ",x,y,20:30,good,Mom,,,",  # 3
        "2026-11-23,x,y,20:30,good,Mom,,,",  # 4: tomorrow
        "2026-11-20,x,y,20:30,good,Mom,,,,one too many",  # 5
        "2026-11-20,x,y,,good,Mom,,,",  # 6: no time, so noon
        f"2026-11-20,x,y,1:00,good,Mom,,,{'a' * 100_001}",  # 7
    )
    items = read(content, "Mom")
    assert problems(items) == [
        (2, "date", "not_a_time"),
        (3, "date", "not_a_time"),
        (4, "at", "in_future"),
        (5, "row", "too_long"),
        (7, "note", "too_long"),
    ]
    assert times(items) == ["2026-11-20 12:00"]


# What is no such file


@pytest.mark.parametrize(
    "head",
    [
        HEADER,
        "\ufeff" + HEADER,
        HEADER.replace("scales,note_title,", ""),
        HEADER.replace(",", "\t"),
        OLD,
        HEADER.upper(),
    ],
)
def test_it_is_recognised_by_its_columns(head: str) -> None:
    assert formats.recognise(f"{head}\n".encode()).name == "daylio-csv"
    assert formats.recognise(f"{head}\n".encode("utf-16")).name == "daylio-csv"


def test_noise_is_refused() -> None:
    noise = bytes((number * 167 + number // 251) % 256 for number in range(10_240))
    assert not daylio_csv.recognise(noise)
    with pytest.raises(UnknownFormat):
        formats.recognise(noise)
    with pytest.raises(Malformed):
        found(daylio_csv.read, noise, "Mom")


def test_a_table_that_ends_in_the_middle_of_a_note_is_refused() -> None:
    with pytest.raises(Malformed):
        read(daylio_table()[:180], RUTH)
