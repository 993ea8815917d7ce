"""Tables of any kind: guessed at by their columns' names and by what is in them, read as the user says."""

# ruff: noqa: RUF001 - the words of many languages
from __future__ import annotations

import io
import random
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconnect_desktop.domain.errors import (
    ColumnsMissing,
    DateOrderMissing,
    Malformed,
    UserError,
    WhoIsMissing,
    WhoIsUnknown,
)
from reconnect_desktop.domain.interaction import Interaction, Medium, ReachedOut
from reconnect_desktop.exchange import formats
from reconnect_desktop.exchange.date_order import DateOrder
from reconnect_desktop.exchange.draft import Found, Left
from reconnect_desktop.exchange.reader import Asks
from reconnect_desktop.exchange.tables import any_table
from reconnect_desktop.exchange.tables.columns import Columns, Head
from tests.durability.fuzzing import spoilt
from tests.exchange import table_files as tables
from tests.exchange.readers import choices, left_out, problems, records


def as_bytes(content: str | bytes) -> bytes:
    return content.encode() if isinstance(content, str) else content


def look(content: str | bytes) -> Asks:
    return any_table.look(io.BytesIO(as_bytes(content)), "Europe/Berlin")


def head(content: str | bytes) -> Head:
    found = look(content).table
    assert found is not None
    return found


def read(content: str | bytes, *who: str, columns: Columns | None = None, **chosen: Any) -> list[Found]:
    """As it is said, or as it is guessed."""
    said = columns or head(content).guess
    return list(any_table.read(io.BytesIO(as_bytes(content)), replace(choices(*who), columns=said, **chosen)))


def told(items: Sequence[Found]) -> list[tuple[str, str, int | None]]:
    """Of each interaction when, how and how long it was."""
    return [
        (f"{record.when.local:%Y-%m-%d %H:%M}", record.medium.value, record.minutes)
        for record in records(items)
        if isinstance(record, Interaction)
    ]


# Guessing

GUESSED: tuple[tuple[str, dict[str, str]], ...] = (
    (
        "Date,Time,Duration,Type,Who called,Notes\n2026-01-05,18:30,25,Call,Me,Hi\n2026-01-13,9:05 pm,1:15,Visit,Mom,\n",
        {
            "at": "Date",
            "time": "Time",
            "minutes": "Duration",
            "medium": "Type",
            "reached_out": "Who called",
            "note": "Notes",
        },
    ),
    (
        "Datum;Uhrzeit;Dauer;Art;Stimmung;Notiz\n05.01.2026;18:30;1,5 h;Telefon;4;Hallo\n06.01.2026;18:30;;Besuch;gut;x\n",
        {
            "at": "Datum",
            "time": "Uhrzeit",
            "minutes": "Dauer",
            "medium": "Art",
            "mood": "Stimmung",
            "note": "Notiz",
        },
    ),
    (
        "Date;Heure;Durée (min);Moyen;Remarques\n5 janvier 2026;18h30;25;appel;Bonjour\n",
        {"at": "Date", "time": "Heure", "minutes": "Durée (min)", "medium": "Moyen", "note": "Remarques"},
    ),
    (
        "Fecha,Duración,Medio,Comentarios\n05/01/2026,1h 15m,llamada,Hola\n25/01/2026,20 min,visita,\n",
        {"at": "Fecha", "minutes": "Duración", "medium": "Medio", "note": "Comentarios"},
    ),
    (
        "Дата;Длительность;Тип;Заметки\n05.01.2026 18:30;00:12:30;звонок;Привет\n",
        {"at": "Дата", "minutes": "Длительность", "medium": "Тип", "note": "Заметки"},
    ),
    (
        "日付\t種類\t通話時間\tメモ\n2026/1/5 18:30\t電話\t30分\t元気\n",
        {"at": "日付", "medium": "種類", "minutes": "通話時間", "note": "メモ"},
    ),
    (
        "日期,方式,时长,备注\n2026年1月5日,电话,30分钟,好\n",
        {"at": "日期", "medium": "方式", "minutes": "时长", "note": "备注"},
    ),
    (
        "التاريخ,النوع,المدة,ملاحظات\n٥/١/٢٠٢٦,مكالمة,٣٠,مرحبا\n٢٥/١/٢٠٢٦,زيارة,٦٠,\n",
        {"at": "التاريخ", "medium": "النوع", "minutes": "المدة", "note": "ملاحظات"},
    ),
    (
        "date,weekday,time of day,category,rating/amount,detail,notes\n22nd Jan 2022,Saturday,am,Mood,7,,Hi\n",
        {"at": "date", "medium": "category", "note": "detail"},
    ),
    (
        "Start,Hours,Minutes,How\n2026-01-05T18:30,1,15,phone\n2026-01-06T18:30,0,15,text\n",
        {"at": "Start", "hours": "Hours", "minutes": "Minutes", "medium": "How"},
    ),
    ("Day,Zeit\n2026-01-05,25\n2026-01-06,90\n", {"at": "Day", "minutes": "Zeit"}),
    ("When,Talk time\n2026-01-05,45:10\n2026-01-06,0:50\n", {"at": "When", "seconds": "Talk time"}),
    ("When,Length\n2026-01-05,3600\n2026-01-06,59\n", {"at": "When", "seconds": "Length"}),
)


@pytest.mark.parametrize(("content", "roles"), GUESSED)
def test_columns_are_guessed_in_many_languages(content: str, roles: dict[str, str]) -> None:
    assert head(content).guess.named() == roles
    assert any_table.recognise(content.encode())


def test_a_list_of_calls_with_several_people_is_guessed_whole() -> None:
    guessed = head(tables.any_table()).guess
    assert guessed == Columns(
        at="Date and time",
        seconds="Duration (s)",
        reached_out="Call type",
        who="Contact name",
        note="Notes",
        left_out=("missed",),
        otherwise=Medium.CALL,
    )


def test_hours_without_minutes_are_a_time_of_day() -> None:
    content = "Date;Heure;Type\n01/03/2026;18h30;Appel\n15/03/2026;9h05;Visite\n16/03/2026;20h;Appel\n"
    assert head(content).guess.time == "Heure"
    assert [when for when, _, _ in told(read(content))] == [
        "2026-03-01 18:30",
        "2026-03-15 09:05",
        "2026-03-16 20:00",
    ]


def test_a_length_may_be_called_a_time() -> None:
    content = "日付,種類,時間\n2026/3/1,電話,25分\n2026/3/2,ビデオ通話,1時間30分\n"
    assert told(read(content)) == [("2026-03-01 12:00", "call", 25), ("2026-03-02 12:00", "video", 90)]


@pytest.mark.parametrize(
    ("lengths", "minutes"),
    [
        (("725", "0", "30"), [12, 1]),  # a phone counts seconds: nobody calls for twelve hours
        (("75", "0", "30"), [75, 30]),
    ],
)
def test_a_log_of_calls_that_would_be_very_long_counts_seconds(
    lengths: tuple[str, ...], minutes: list[int]
) -> None:
    kinds = ("Incoming", "Missed Call", "Outgoing")
    rows = "".join(
        f"2024-06-0{day},{kind},{length}\n"
        for day, (kind, length) in enumerate(zip(kinds, lengths, strict=True), 1)
    )
    items = read("Call Date,Call type,Call Duration\n" + rows)
    assert [length for _, _, length in told(items)] == minutes


# Of a router (FRITZ!Box): kinds are numbers, whoever is not in its address book has no name, and what was missed took no time.
ROUTER = (
    "sep=;\nTyp;Datum;Name;Rufnummer;Landes-/Ortsnetzbereich;Nebenstelle;Eigene Rufnummer;Dauer\n"
    "1;22.11.24 18:05;Ruth Example;030555113;Berlin;Wohnzimmer;Internet: 030555100;0:12\n"
    "2;21.11.24 18:05;Ruth Example;030555113;Berlin;;030555100;0:00\n"
    "4;20.11.24 09:15;Ruth Example;030555113;Berlin;Wohnzimmer;030555100;1:05\n"
    "4;19.11.24 09:15;Ann;01725550120;Mobilnetz;Wohnzimmer;030555100;0:01\n"
    "10;18.11.24 09:15;;01725550130;Mobilnetz;;030555100;0:00\n"
)


def test_what_was_with_a_telephone_number_was_a_call() -> None:
    guessed = head(ROUTER).guess
    assert (guessed.who, guessed.minutes, guessed.otherwise) == ("Name", "Dauer", Medium.CALL)
    items = read(ROUTER, "Ruth Example")
    assert told(items) == [("2024-11-22 18:05", "call", 12), ("2024-11-20 09:15", "call", 65)]
    assert left_out(items) == [
        (4, Left.NOT_ANSWERED),
        (6, Left.SOMEBODY_ELSE),
        (7, Left.SOMEBODY_ELSE),
    ]


def test_what_a_telephone_company_lists_were_calls() -> None:
    content = (
        '"Wireless Number","555-555-0100"\n\nItem,Day,Date,Time,Number Called,Call To,Min.,Rate Code\n'
        "1,MON,06/03/2024,9:01AM,555-555-0113,INCOMI CL,12,SDDV\n"
        "2,TUE,06/18/2024,6:45PM,555-555-0120,SPRINGFI IL,3,SDDV\n"
    )
    guessed = head(content).guess
    assert (guessed.who, guessed.minutes, guessed.otherwise) == ("Number Called", "Min.", Medium.CALL)
    assert told(read(content, "555-555-0113")) == [("2024-06-03 09:01", "call", 12)]


def test_a_column_in_which_i_am_tells_who_began() -> None:
    content = (
        "Timestamp,How did you talk?,How long (minutes)?,Who started?\n"
        "3/1/2026 18:05:12,Phone call,25,Me\n3/13/2026 18:05:12,In person,120,Mom\n"
    )
    guessed = head(content).guess
    assert (guessed.reached_out, guessed.who) == ("Who started?", "")
    assert [record.reached_out for record in records(read(content)) if isinstance(record, Interaction)] == [
        ReachedOut.ME,
        ReachedOut.MOM,
    ]


def test_titles_are_nobody_s_names() -> None:
    content = "Name,Date,Type\nCalled mom,2026-03-01,Call\nLunch,2026-03-13,Visit\n"
    assert head(content).guess.who == ""
    assert told(read(content)) == [("2026-03-01 12:00", "call", None), ("2026-03-13 12:00", "visit", None)]


@pytest.mark.parametrize(
    ("content", "who"),
    [
        ("Datum;Zielrufnummer;Dauer\n01.03.2026;49170555113;00:12:05\n02.03.2026;49170555120;00:01:05\n", 1),
        (
            "通話日,通話先電話番号,通話時間\n2026/03/01,090-1234-5678,0:12:05\n2026/03/13,090-1234-5679,0:00:45\n",
            1,
        ),
        ("Data,Numer,Czas trwania\n2026-03-01,48601234567,00:12:05\n2026-03-13,48601234568,00:01:00\n", 1),
    ],
)
def test_numbers_tell_people_apart(content: str, who: int) -> None:
    guessed = head(content).guess
    assert guessed.who == head(content).columns[who]
    assert guessed.otherwise is Medium.CALL


def test_when_it_began_may_be_called_from() -> None:
    content = "Datum,Von,Bis,Art\n01.03.2026,18:05,18:30,Telefonat\n13.03.2026,12:00,14:30,Besuch\n"
    assert told(read(content)) == [("2026-03-01 18:05", "call", None), ("2026-03-13 12:00", "visit", None)]


def test_an_old_encoding_is_told_by_its_letters_where_the_names_leave_it_open() -> None:
    content = "Data;Usługa;Czas trwania\n01.03.2026;Połączenie głosowe;00:12:05\n02.03.2026;SMS;1\n"
    assert head(content.encode("cp1250")).columns == ("Data", "Usługa", "Czas trwania")
    assert told(read(content.encode("cp1250")))[0] == ("2026-03-01 12:00", "call", 12)


def test_a_caller_is_somebody() -> None:
    content = (
        "Call Date,Call Type,Caller,Caller #,Call duration (s),Call duration\n"
        '"Jun 3, 2024 9:01:22 AM",Incoming,Ruth Example,+15555550113,725,"12 minutes, 5 seconds"\n'
        '"Jun 4, 2024 9:01:22 AM",Missed,Ann,+15555550120,0,0 seconds\n'
    )
    guessed = head(content).guess
    assert (guessed.who, guessed.reached_out) == ("Caller", "Call Type")
    assert told(read(content, "Ruth Example")) == [("2024-06-03 09:01", "call", 12)]


def test_closeness_is_never_a_column() -> None:
    content = "Date,Closeness,Rating,Close\n2026-01-05,7,7,7\n"
    assert head(content).guess.named() == {"at": "Date"}
    assert [getattr(record, "closeness", 0) for record in records(read(content))] == [None]


def test_the_head_shows_the_first_rows_and_the_words() -> None:
    rows = "".join(f"2026-01-{day:02},{'call' if day % 3 else 'visit'}\n" for day in range(1, 21))
    shown = head("Date,How\n" + rows)
    assert shown.columns == ("Date", "How")
    assert len(shown.rows) == 8
    assert shown.rows[0] == ("2026-01-01", "call")
    assert list(shown.words["How"].items()) == [("call", 14), ("visit", 6)]


def test_columns_without_a_name_or_with_the_same_get_one() -> None:
    shown = head("Date,,Note,Note,\n2026-01-05,a,b,c,d\n")
    assert shown.columns == ("Date", "B", "Note", "Note (2)", "E")


def test_the_same_columns_have_the_same_key() -> None:
    one, same, other = (
        head(f"{names}\n2026-01-05,5\n").key for names in ("Date,Min", "date, MIN", "Date,Sec")
    )
    assert one == same != other


def test_a_long_cell_is_cut_where_it_is_shown() -> None:
    (row,) = head(f"Date,Note\n2026-01-05,{'a' * 5_000}\n").rows
    assert len(row[1]) == 100


# How it is written


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_usual_encodings_and_separators_are_read(encoding: str, separator: str) -> None:
    content = f"Date{separator}Länge{separator}Notiz\n2026-01-05{separator}25{separator}„Grüße“\n"
    (record,) = records(read(content.encode(encoding)))
    assert isinstance(record, Interaction)
    assert (record.minutes, record.note) == (25, "„Grüße“")


@pytest.mark.parametrize(
    ("encoding", "content", "note"),
    [
        ("cp1251", "Дата;Заметки\n05.01.2026;Привет\n", "Привет"),
        ("cp1250", "Data;Długość;Uwagi\n05.01.2026;25;Dzień dobry, miała czas\n", "Dzień dobry, miała czas"),
        ("cp1253", "Ημερομηνία;Σημειώσεις\n05.01.2026;Γεια\n", "Γεια"),
        ("cp1256", "التاريخ;ملاحظات\n05.01.2026;مرحبا\n", "مرحبا"),
        ("cp932", "日付,メモ\n2026/01/05,元気だった\n", "元気だった"),
        ("gb18030", "日期,备注\n2026/01/05,她很好\n", "她很好"),
        ("cp949", "날짜,메모\n2026/01/05,안녕\n", "안녕"),
    ],
)
def test_old_encodings_are_told_by_the_columns_names(encoding: str, content: str, note: str) -> None:
    (record,) = records(read(content.encode(encoding)))
    assert getattr(record, "note", "") == note


def test_lines_before_the_header_are_passed_over() -> None:
    content = "sep=;\nMy calls with Mom;;\n\n;;\nDay;Minutes;Comment\n2026-01-05;20;ok\n"
    items = read(content)
    assert told(items) == [("2026-01-05 12:00", "other", 20)]


def test_without_a_header_columns_are_called_by_letters() -> None:
    content = "2026-01-05,call,20\n2026-01-06,visit,40\n"
    guessed = head(content).guess
    assert guessed.named() == {"at": "A", "medium": "B"}
    items = read(content, columns=replace(guessed, minutes="C"))
    assert told(items) == [("2026-01-05 12:00", "call", 20), ("2026-01-06 12:00", "visit", 40)]


def test_quoted_cells_may_have_line_breaks_and_lines_are_counted() -> None:
    content = 'Date,Note\n2026-01-05,"one\ntwo, ""three"""\nnever,x\n'
    items = read(content, columns=Columns(at="Date", note="Note"))
    assert getattr(records(items)[0], "note", "") == 'one\ntwo, "three"'
    assert problems(items) == [(4, "at", "not_a_time")]


# Days

ORDERS = (
    (("25/01/2026", "03/02/2026"), ("2026-01-25", "2026-02-03")),
    (("01/25/2026", "02/03/2026"), ("2026-01-25", "2026-02-03")),
    (("25.1.26", "3.2.26"), ("2026-01-25", "2026-02-03")),
    (("3.2.2026", "4.2.2026"), ("2026-02-03", "2026-02-04")),  # with dots, nobody puts the month first
    (
        ("1/2/2026", "1/3/2026", "1/4/2026", "2/1/2026"),
        ("2026-01-02", "2026-01-03", "2026-01-04", "2026-02-01"),
    ),
    (
        ("1/2/2026", "2/2/2026", "3/2/2026", "1/3/2026"),
        ("2026-02-01", "2026-02-02", "2026-02-03", "2026-03-01"),
    ),
    (("2026-02-03", "2026/2/4", "20260205"), ("2026-02-03", "2026-02-04", "2026-02-05")),
    (("02/02/2026", "03/03/2026"), ("2026-02-02", "2026-03-03")),  # the same either way
    (("46027", "46028"), ("2026-01-05", "2026-01-06")),  # days since 1899-12-30
    (("Jan 5, 2026", "Sunday, 18 January 2026"), ("2026-01-05", "2026-01-18")),
    (("5 stycznia 2026", "6 listopada 2025"), ("2026-01-05", "2025-11-06")),
)


@pytest.mark.parametrize(("written", "days"), ORDERS)
def test_the_order_is_found_over_the_whole_column(written: tuple[str, ...], days: tuple[str, ...]) -> None:
    content = "Date;Minutes\n" + "".join(f"{day};5\n" for day in written)
    assert not look(content).orders
    assert [when[:10] for when, _, _ in told(read(content))] == list(days)


def test_an_order_that_stays_open_is_asked() -> None:
    content = "Date,Minutes\n02/02/2026,5\n01/02/2026,5\n03/02/2026,5\n"
    asks = look(content)
    assert asks.orders == (DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST)
    assert asks.day == "01/02/2026"
    with pytest.raises(DateOrderMissing):
        read(content)
    with pytest.raises(DateOrderMissing):
        read(content, order=DateOrder.YEAR_FIRST)
    assert told(read(content, order=DateOrder.MONTH_FIRST))[1][0] == "2026-01-02 12:00"
    assert told(read(content, order=DateOrder.DAY_FIRST))[1][0] == "2026-02-01 12:00"


def test_what_was_said_of_the_order_does_not_go_before_what_the_column_says() -> None:
    content = "Date,Minutes\n25/01/2026,5\n"
    assert told(read(content, order=DateOrder.MONTH_FIRST)) == [("2026-01-25 12:00", "other", 5)]


@pytest.mark.parametrize(
    ("at", "when"),
    [
        ("2026-01-05T18:30:00Z", "2026-01-05T19:30:00+01:00"),
        ("2026-01-05T18:30:00+00:00", "2026-01-05T19:30:00+01:00"),
        ("2026-01-05T18:30:00-05:00", "2026-01-05T18:30:00-05:00"),
        ("Mon, 05 Jan 2026 18:30:00 -0500", "2026-01-05T18:30:00-05:00"),
        ("2026-01-05 18:30:00.123", "2026-01-05T18:30:00+01:00"),
        ("1767637800", "2026-01-05T19:30:00+01:00"),  # 18:30 in UTC
        ("1767637800000", "2026-01-05T19:30:00+01:00"),
        ("46027.7708333333", "2026-01-05T18:30:00+01:00"),
        ("46027,7708333333", "2026-01-05T18:30:00+01:00"),
        ("1/25/2026 6:30 PM", "2026-01-25T18:30:00+01:00"),
        ("25. 1. 2026 v 18:30", "2026-01-25T18:30:00+01:00"),
        ("2026年1月5日 下午6:30", "2026-01-05T18:30:00+01:00"),
        ("5 de enero de 2026", "2026-01-05T12:00:00+01:00"),
        ("5 ม.ค. 2569", "2026-01-05T12:00:00+01:00"),
    ],
)
def test_a_moment_is_read_as_it_was_lived(at: str, when: str) -> None:
    (record,) = records(read(f"Date;Minutes\n{at};5\n"))
    assert isinstance(record, Interaction)
    assert record.when.isoformat() == when


@pytest.mark.parametrize(
    ("time", "clock"),
    [
        ("18:30", "18:30"),
        ("6.30 pm", "18:30"),
        ("18h30", "18:30"),
        ("20h", "20:00"),
        ("9 Uhr", "09:00"),
        ("9 Uhr 5", "09:05"),
        ("9時5分", "09:05"),
        ("下午 6 点", "18:00"),
        ("6 PM", "18:00"),
        ("", "12:00"),
        ("00:05:59", "00:05"),
    ],
)
def test_the_time_may_stand_apart(time: str, clock: str) -> None:
    content = f"Date,Clock\n2026-01-05,{time}\n"
    assert told(read(content, columns=Columns(at="Date", time="Clock")))[0][0] == f"2026-01-05 {clock}"


# Lengths

LENGTHS = (
    ("75", "minutes", 75),
    ("1:15", "minutes", 75),
    ("1h 15m", "minutes", 75),
    ("1 Std. 15 Min.", "minutes", 75),
    ("1 h 15", "minutes", 75),
    ("1,25 h", "minutes", 75),
    ("00:12:30", "minutes", 13),
    ("PT1H15M", "minutes", 75),
    ("2時間30分", "minutes", 150),
    ("45 sec", "minutes", 1),
    ("~ 20 min", "minutes", 20),
    ("", "minutes", None),
    ("-", "minutes", None),
    ("750", "seconds", 13),
    ("12:30", "seconds", 13),
    ("1,500", "seconds", 25),
    ("1.5", "hours", 90),
    ("1:30", "hours", 90),
    ("0", "minutes", None),
)


@pytest.mark.parametrize(("cell", "role", "minutes"), LENGTHS)
def test_lengths_are_read_in_any_form(cell: str, role: str, minutes: int | None) -> None:
    columns = {
        "minutes": Columns(at="Day", minutes="Long"),
        "seconds": Columns(at="Day", seconds="Long"),
        "hours": Columns(at="Day", hours="Long"),
    }[role]
    assert told(read(f"Day;Long\n2026-01-05;{cell}\n", columns=columns)) == [
        ("2026-01-05 12:00", "other", minutes)
    ]


def test_hours_and_minutes_of_two_columns_add_up() -> None:
    content = "Day,Hours,Minutes\n2026-01-05,1,15\n2026-01-06,,15\n2026-01-07,,\n"
    assert [minutes for _, _, minutes in told(read(content))] == [75, 15, None]


def test_a_call_of_no_length_was_not_answered() -> None:
    content = "Day,How,Minutes\n2026-01-05,call,0\n2026-01-06,visit,0\n2026-01-07,call,\n"
    items = read(content)
    assert left_out(items) == [(2, Left.NOT_ANSWERED)]
    assert told(items) == [("2026-01-06 12:00", "visit", None), ("2026-01-07 12:00", "call", None)]


# Words


def test_words_mean_what_they_seem_unless_something_else_was_said() -> None:
    content = "Day,How,By\n2026-01-05,Telefon,ich\n2026-01-06,Kirche,Mutti\n2026-01-07,,\n"
    columns = Columns(at="Day", medium="How", reached_out="By", otherwise=Medium.LETTER)
    first, second, third = records(read(content, columns=columns))
    assert isinstance(first, Interaction)
    assert isinstance(second, Interaction)
    assert isinstance(third, Interaction)
    assert (first.medium, first.reached_out) == (Medium.CALL, ReachedOut.ME)
    assert (second.medium, second.reached_out) == (Medium.LETTER, ReachedOut.MOM)
    assert (third.medium, third.reached_out) == (Medium.LETTER, None)
    said = replace(columns, media={"Kirche": Medium.VISIT}, began={"Mutti": ReachedOut.BOTH})
    (_, second, _) = records(read(content, columns=said))
    assert isinstance(second, Interaction)
    assert (second.medium, second.reached_out) == (Medium.VISIT, ReachedOut.BOTH)
    unsaid = records(read(content, columns=replace(columns, began={"ich": None})))[0]
    assert getattr(unsaid, "reached_out", "") is None


def test_rows_with_a_word_that_is_not_wanted_are_left_out() -> None:
    content = "Day,How\n2026-01-05,call\n2026-01-06,missed call\n2026-01-07,dentist\n"
    columns = Columns(at="Day", medium="How", left_out=("dentist",))
    assert left_out(read(content, columns=columns)) == [(3, Left.NOT_ANSWERED), (4, Left.NOT_CHOSEN)]
    counted = replace(columns, left_out=(), media={"missed call": Medium.CALL})
    assert len(records(read(content, columns=counted))) == 3


def test_moods_are_numbers_or_words() -> None:
    content = "Day,Mood\n2026-01-05,4\n2026-01-06,gut\n2026-01-07,foggy\n2026-01-08,\n2026-01-09,7\n"
    items = read(content, columns=Columns(at="Day", mood="Mood"))
    assert [getattr(record, "mood", 0) for record in records(items)] == [4, 4, None, None]
    assert problems(items) == [(6, "mood", "out_of_range")]


def test_tags_and_notes_are_kept_as_they_are() -> None:
    content = 'Day;Labels;Text\n2026-01-05;"garden; Work | garden";\'=SUM(1)\n'
    (record,) = records(read(content, columns=Columns(at="Day", tags="Labels", note="Text")))
    assert isinstance(record, Interaction)
    assert record.tags == ("garden", "Work")
    assert record.note == "=SUM(1)"


# Who


def test_only_rows_with_her_are_taken() -> None:
    content = tables.any_table()
    items = read(content, "ruth example")
    assert told(items) == [("2026-11-20 18:30", "call", 25), ("2026-11-17 21:05", "call", 1)]
    assert left_out(items) == [(3, Left.SOMEBODY_ELSE), (4, Left.NOT_ANSWERED)]
    hers = replace(head(content).guess, hers=("Ann",))
    assert len(records(read(content, columns=hers))) == 1
    assert len(records(read(content, "Ruth Example", columns=hers))) == 3


def test_without_a_name_it_asks() -> None:
    with pytest.raises(WhoIsMissing) as caught:
        read(tables.any_table())
    assert caught.value.contacts == (("Ruth Example", 3), ("Ann", 1))
    with pytest.raises(WhoIsUnknown):
        read(tables.any_table(), "Bob")


def test_the_only_person_need_not_be_named() -> None:
    content = "Day,Name\n2026-01-05,Ruth\n2026-01-06,ruth\n"
    assert len(records(read(content, columns=Columns(at="Day", who="Name")))) == 2


def test_a_name_that_means_her_is_chosen_already() -> None:
    content = "Day,With\n2026-01-05,Mom\n2026-01-06,Dad\n"
    assert head(content).guess.hers == ("Mom",)
    assert len(records(read(content))) == 1


# Again, and what is wrong


def test_a_row_is_known_again_whatever_was_said_of_its_columns() -> None:
    content = "Day,How\n2026-01-05,call\n2026-01-05,call\n2026-01-06,call\n"
    once = records(read(content, columns=Columns(at="Day")))
    again = records(read(content, columns=Columns(at="Day", medium="How")))
    keys = [record.source_key for record in once if isinstance(record, Interaction)]
    assert keys == [record.source_key for record in again if isinstance(record, Interaction)]
    assert len(set(keys)) == 3
    assert keys[1] == f"{keys[0]}:2"


def test_what_is_wrong_with_a_row_is_told_by_line() -> None:
    content = (
        "Day,Clock,Long,Note\n"
        "31/11/2026,,,\n"  # 2: November has 30 days
        ",,5,\n"  # 3
        "25/12/2026,,,\n"  # 4: to come
        "13/11/2026,99:99,,\n"  # 5
        "13/11/2026,,long,\n"  # 6
        "13/11/2026,,25:00,\n"  # 7: more than a day
        "13/11/2026,,,,too many\n"  # 8
        f"13/11/2026,,,{'a' * 100_001}\n"  # 9
        "13/11/2026,,,\n"  # 10
        "13/11/2026\n"  # 11
    )
    items = read(content, columns=Columns(at="Day", time="Clock", minutes="Long", note="Note"))
    assert problems(items) == [
        (2, "at", "not_a_time"),
        (3, "at", "empty"),
        (4, "at", "in_future"),
        (5, "time", "not_a_time"),
        (6, "minutes", "not_a_number"),
        (7, "minutes", "out_of_range"),
        (8, "row", "too_long"),
        (9, "note", "too_long"),
    ]
    assert len(records(items)) == 2


@pytest.mark.parametrize(
    "columns", [None, Columns(at=""), Columns(at="Nope"), Columns(at="Day", note="Nope")]
)
def test_without_its_columns_it_is_not_read(columns: Columns | None) -> None:
    with pytest.raises(ColumnsMissing):
        list(any_table.read(io.BytesIO(b"Day,How\n2026-01-05,call\n"), replace(choices(), columns=columns)))


@pytest.mark.parametrize(
    "content",
    [
        "",
        "hello",
        "date,mood\n",
        "Name,Age\nRuth,61\n",
        "Dear Ann, how are you,\ntoday is 2026-01-05, a fine day, and\nI write\n",
        '{"a": 1, "b": "2026-01-05"}',
        "<a>2026-01-05,x</a>\n<b>1,2</b>",
        "\x00\x01,\x02\n2026-01-05,5\n",
        "id,amount\n46027,5\n46028,6\n",
    ],
)
def test_what_has_no_days_is_no_table_of_contacts(content: str) -> None:
    assert not any_table.recognise(content.encode())


def test_what_is_more_than_a_table_is_read_as_that() -> None:
    own = "At,Medium,Minutes\n2026-11-01 18:30,call,25\n"
    daylio = "full_date,date,weekday,time,mood,activities,note\n2026-11-01,x,y,20:00,good,a,b\n"
    assert [formats.recognise(content.encode()).name for content in (own, daylio)] == ["csv", "daylio-csv"]
    assert formats.recognise(tables.any_table().encode()).name == "table"
    assert formats.FORMATS[-1].name == "table"


def test_a_table_that_never_ends_a_quote_is_refused() -> None:
    content = 'Date,Note\n2026-01-05,a\n2026-01-06,"' + "a\n" * 100_000
    with pytest.raises(Malformed):
        read(content, columns=Columns(at="Date"))


@given(st.binary(max_size=300))
def test_recognising_never_fails(content: bytes) -> None:
    any_table.recognise(content)


def test_damaged_tables_are_read_in_part_or_refused_in_words() -> None:
    """What is read of them can be kept: an interaction checks itself."""
    samples = [tables.any_table().encode(), *(content.encode() for content, _ in GUESSED)]
    chance = random.Random(6)
    taken = 0
    for _ in range(400):
        content = spoilt(chance.choice(samples), chance)
        with suppress(UserError):
            asks = any_table.look(io.BytesIO(content), "Europe/Berlin")
            assert asks.table is not None
            said = replace(choices("Ruth Example"), columns=asks.table.guess, order=DateOrder.DAY_FIRST)
            taken += len(records(any_table.read(io.BytesIO(content), said)))
    assert taken > 100
