"""Bringing history in from the command line: what has to be said, what came of it, and taking it out again."""

from __future__ import annotations

import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, BinaryIO

import pytest

from reconnect_desktop.domain.change import add
from reconnect_desktop.domain.errors import (
    ColumnsMissing,
    DateOrderMissing,
    LevelsMissing,
    WhoIsMissing,
    WhoIsUnknown,
    Why,
)
from reconnect_desktop.domain.interaction import Medium
from reconnect_desktop.domain.records import Setting
from reconnect_desktop.exchange import formats
from reconnect_desktop.exchange.date_order import DateOrder
from reconnect_desktop.exchange.draft import Draft, Found, Left, LeftOut, Problem
from reconnect_desktop.exchange.reader import Asks, Choices, Mood, Whom
from reconnect_desktop.exchange.tables.columns import Columns, Head, columns_id, to_text
from reconnect_desktop.journal import Journal
from tests.cli.conftest import Shell
from tests.exchange.calls import family
from tests.fakes import FakeClock
from tests.making import contact, mood

HEAD = Head(
    key="k",
    columns=("Datum", "Was", "Text"),
    rows=(("1.11.2026", "Anruf", "Tulpen"), ("2.11.2026", "Besuch", "")),
    words={},
    guess=Columns(at="Datum", medium="Was", media={"Anruf": Medium.CALL}),
)


class FakeReader(ModuleType):
    """A format that asks for all there is to ask; `given` is what was said."""

    given: Choices

    def __init__(self, whom: Whom = Whom.EVENTS) -> None:
        super().__init__("fake")
        self.asks = Asks(
            whom=whom, orders=(DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST), day="03/04/26", table=HEAD
        )
        self.needs: tuple[str, ...] = ()

    def recognise(self, head: bytes) -> bool:
        return head.startswith(b"FAKE")

    def look(self, stream: BinaryIO, zone: str) -> Asks:
        assert stream.read().startswith(b"FAKE")
        return self.asks

    def read(self, stream: BinaryIO, choices: Choices) -> Iterator[Found]:
        self.given = choices
        stream.read()
        if "who" in self.needs and not choices.who:
            raise WhoIsMissing((("Tea with\x1b[2J Mom", 3), ("Dentist", 1)))
        if choices.who == ("Nobody",):
            raise WhoIsUnknown((("Dentist", 1),) * 150)
        if "order" in self.needs and choices.order is None:
            raise DateOrderMissing
        if "levels" in self.needs and not choices.levels:
            raise LevelsMissing(1)
        if "columns" in self.needs and choices.columns is None:
            raise ColumnsMissing
        for day in (1, 2, 3):
            plan = contact(f"2026-11-0{day}", id=choices.new_id(), source="fake", source_key=str(day))
            yield Draft(plan, day, planned=True)
        yield LeftOut(Left.CANCELLED, 4)
        yield Problem(5, "date", Why.NOT_A_TIME)
        yield Draft(mood(3, "2026-11-04"), 6)


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> FakeReader:
    reader = FakeReader()
    row = formats.Format("fake", "Fake calendar", "calendar", (".fake",), "fake")
    monkeypatch.setattr(formats, "FORMATS", (row,))
    monkeypatch.setitem(sys.modules, "reconnect_desktop.exchange.fake", reader)
    return reader


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "a.fake"
    path.write_text("FAKE")
    return str(path)


def told(shell: Shell, *words: str) -> dict[str, Any]:
    found = shell.json(*words)
    assert isinstance(found, dict)
    return found


# What has to be said


def test_who_is_asked_for_with_the_word_that_says_it(shell: Shell, fake: FakeReader, file: str) -> None:
    fake.needs = ("who",)
    shell("import", file, code=2)
    first, *choices = shell.err.splitlines()
    assert "--who" in first
    assert "calendar" in first
    assert choices == ["  Tea with [2J Mom (3)", "  Dentist (1)"]
    fake.asks = Asks(whom=Whom.ACTIVITIES)
    shell("import", file, code=2)
    assert "diary" in shell.err
    shell("import", file, "--who", "Nobody", code=2)
    assert "Nothing in this diary" in shell.err
    assert shell.err.splitlines()[-1] == "  and 50 more"
    shell("import", file, "--who", "Tea", "--who", "Dentist")
    assert fake.given.who == ("Tea", "Dentist")


def test_which_number_is_the_month_is_asked_for_by_what_each_would_be(
    shell: Shell, fake: FakeReader, file: str
) -> None:
    fake.needs = ("order",)
    shell("import", file, code=2)
    assert shell.err.splitlines()[1:] == [
        "  --dates dmy: 03/04/26 is 3 April",
        "  --dates mdy: 03/04/26 is 4 March",
    ]
    assert "--dates" in shell.err.splitlines()[0]
    shell("import", file, "--dates", "mdy")
    assert fake.given.order is DateOrder.MONTH_FIRST


def test_the_columns_of_a_table_are_asked_for_with_what_they_look_like(
    shell: Shell, fake: FakeReader, file: str
) -> None:
    fake.needs = ("columns",)
    shell("import", file, code=2)
    lines = shell.err.splitlines()
    assert "--column" in lines[0]
    assert lines[1] == "  Datum: 1.11.2026, 2.11.2026"
    assert lines[-2] == '  It looks like: --column "at=Datum" --column "medium=Was"'
    assert "minutes" in lines[-1]
    words = ("--column", "note=Text", "--medium", "letter", "--medium", "Besuch=visit")
    shell("import", file, *words)
    media = {"Anruf": Medium.CALL, "Besuch": Medium.VISIT}
    assert fake.given.columns == Columns(
        at="Datum", medium="Was", note="Text", media=media, otherwise=Medium.LETTER
    )
    shell("import", file, "--column", "note=Gibtsnicht", code=2)
    assert shell.err.splitlines()[1:] == ["  Datum", "  Was", "  Text"]


def test_what_was_said_of_such_a_table_in_the_window_need_not_be_said_again(
    shell: Shell, fake: FakeReader, file: str, clock: FakeClock
) -> None:
    fake.needs = ("columns",)
    journal = Journal.open(shell.folder, clock)
    journal.keep(add(Setting(id=columns_id("k"), value=to_text(columns := Columns(at="Datum", note="Text")))))
    journal.close()
    shell("import", file)
    assert fake.given.columns == columns


def test_words_for_moods_are_asked_for_by_the_ones_that_are_not_known(
    shell: Shell, fake: FakeReader, file: str
) -> None:
    fake.needs = ("levels",)
    fake.asks = Asks(mood_words=(Mood("blah\x1b[31m", 12), Mood("rad", 3, guess=5)))
    shell("import", file, code=2)
    assert "--level" in shell.err.splitlines()[0]
    assert shell.err.splitlines()[1:] == ["  blah [31m (12)"]
    shell("import", file, "--level", "blah=2", "--level", "a=b=5")
    assert fake.given.levels == {"blah": 2, "a=b": 5}


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--zone", "Mars/Olympus"), "zone"),
        (("--silence", "4"), "5 minutes"),
        (("--silence", "long"), "silence"),
        (("--level", "rad"), "rad=5"),
        (("--level", "rad=6"), "Mood"),
        (("--column", "Datum"), "at=Date"),
        (("--column", "closeness=Datum"), "at=Date"),
        (("--medium", "pigeon"), "medium"),
        (("--not-on", "Monday"), "day"),
        (("--dates", "ydm"), ""),
    ],
)
def test_a_slip_is_told(shell: Shell, fake: FakeReader, file: str, words: tuple[str, ...], says: str) -> None:
    shell("import", file, *words, code=2)
    assert says in shell.err
    assert shell.json("log") == []


def test_all_that_can_be_said_reaches_the_reader(shell: Shell, fake: FakeReader, file: str) -> None:
    shell(
        "import", file, "--keep-texts", "--moods", "--silence", "30", "--medium", "visit", "--level", "a=b=4"
    )
    given = fake.given
    assert (given.keep_texts, given.moods, given.silence, given.medium) == (True, True, 30, Medium.VISIT)
    assert (given.levels, given.zone, given.order, given.columns) == ({"a=b": 4}, "Europe/Berlin", None, None)
    shell("import", file, "--zone", "Asia/Kathmandu")
    assert (fake.given.zone, fake.given.silence, fake.given.keep_texts) == ("Asia/Kathmandu", 120, False)


# What came of it


def test_plans_come_in_once_it_is_said_that_they_took_place(
    shell: Shell, fake: FakeReader, file: str
) -> None:
    text = shell("import", file)
    assert "Brought in 1 mood." in text
    assert "--happened" in text
    assert "--not-on" in text
    assert text.count("2026-11-0") == 3
    assert "Left out, cancelled: 1." in text
    assert "Line 5: " in text
    done = told(shell, "import", file, "--not-on", "2026-11-02")
    assert (done["interactions"], done["first"], done["last"]) == (2, "2026-11-01", "2026-11-03")
    assert [one["at"][:10] for one in done["planned"]] == ["2026-11-02"]
    assert done["left_out"] == {"cancelled": 1}
    assert done["format"] == "fake"
    done = told(shell, "import", file, "--happened")
    assert (done["interactions"], done["planned"], done["duplicates"]) == (1, [], 3)
    assert shell("import", file, "--happened").startswith("Nothing new in this file.\nAlready there: 4.\n")


def test_a_zip_is_read_like_what_is_in_it(shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "calls.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("IMG.jpg", b"\xff\xd8")
        archive.writestr("calls.xml", family())
    assert told(shell, "import", str(path), "--who", "Ruth Example")["format"] == "sms-calls"
    assert told(shell, "import", str(path), "--who", "Ruth Example", "--format", "sms-calls")["added"] == 0


# What was brought in


def test_imports_are_listed_and_taken_out_again(shell: Shell, fake: FakeReader, file: str) -> None:
    assert "import FILE" in shell("imports")
    assert shell.json("imports") == []
    done = told(shell, "import", file, "--happened", "--dry-run")
    assert done["import"] is None
    text = shell("import", file, "--happened")
    listed = shell.json("imports")[0]  # type: ignore[index]
    assert f"`imports --take-out {listed['id'][:8]}`" in text
    assert (listed["interactions"], listed["changed"], listed["others"]) == (3, 0, 1)
    entry = shell.json("log")[0]  # type: ignore[index]
    shell("edit", entry["id"], "--closeness", "6")
    line = shell("imports").strip()
    assert line == (
        "2026-11-22 18:40  Fake calendar  3 interactions, 1 Nov 2026 – 3 Nov 2026, 1 mood, "
        f"1 rated or changed since  [{listed['id'][:8]}]"
    )
    shell("imports", "--take-out", "nonsense", code=1)
    text = shell("imports", "--take-out", listed["id"][:8])
    assert text.splitlines() == [
        "Took out 2 interactions and 1 mood; `undo` takes this back.",
        "Kept, as you rated or changed them since: 1.",
    ]
    assert [one["id"] for one in shell.json("log")] == [entry["id"]]  # type: ignore[attr-defined]
    shell("undo")
    assert shell.json("imports", "--take-out", listed["id"], "--all") == {
        "taken_out": 4,
        "interactions": 3,
        "kept": 0,
    }
    assert shell.json("log") == []


def test_what_is_left_of_an_import_is_told(shell: Shell, fake: FakeReader, file: str) -> None:
    shell("import", file, "--happened")
    for entry in shell.json("log")[:2]:  # type: ignore[index]
        shell("delete", entry["id"])
    assert "1 of 3 interactions" in shell("imports")
