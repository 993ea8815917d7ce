"""What the command line tells of a month and of a year."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import pytest

from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add
from reconnect_desktop.domain.interaction import Medium
from reconnect_desktop.journal import Journal
from tests.cli.conftest import Shell
from tests.fakes import FakeClock
from tests.making import ago, contact
from tests.output.pdfs import opened


@pytest.fixture
def year(shell: Shell, clock: FakeClock) -> Shell:
    """A call every four days for over a year, one of October's with a win, one with a hard note."""
    calls = [contact(ago(days), closeness=4 + days % 3, minutes=20) for days in range(2, 420, 4)]
    visit = contact("2026-10-04", medium=Medium.VISIT, closeness=7, win="Soup\x1b[31m together")
    hard = contact(
        "2026-10-15", time="13:00", closeness=1, note="Mom and the move", tags=("secret",), id="hard"
    )
    journal = Journal.open(shell.folder, clock)
    journal.apply(Action.IMPORT, *map(add, [*calls, visit, hard]))
    journal.close()
    return shell


def told(shell: Shell, *words: str) -> dict[str, Any]:
    return cast("dict[str, Any]", shell.json("review", *words))


def test_the_last_whole_month_is_told_when_none_is_named(year: Shell) -> None:
    said = year("review")
    assert said.startswith("October 2026\n\nWhat happened\n  You were in touch on ")
    assert said == year("review", "2026-10")
    assert "- Sunday 4 October, visit\n    Soup [31m together\n" in said  # nothing steers the terminal
    assert "A harder moment\n  On Thursday 15 October, a call felt further apart: 1 of 7.\n" in said


def test_json_has_the_same_numbers(year: Shell) -> None:
    october = told(year, "2026-10")
    figures = october["figures"]
    assert (october["month"], figures["days"], figures["contacts"]["visit"]) == ("2026-10", 31, 1)
    assert figures["in_touch"] <= sum(figures["contacts"].values())
    assert f"on {figures['in_touch']} of 31 days" in october["sentences"][0]
    assert october["usual_months"] == 12
    row = next(one for one in october["compared"] if one["measure"] == "days in touch")
    assert (row["now"], row["beside_usual"]) == (figures["in_touch"], "none")
    assert [win["text"] for win in october["wins"]] == ["Soup\x1b[31m together"]
    assert october["hard"]["tags"] == ["secret"]


def test_for_a_counsellor_notes_and_names_are_left_out_unless_asked_for(year: Shell) -> None:
    for said in (year("review", "--counsellor"), year("review", "--counsellor", "--json")):
        assert "Soup" not in said
        assert "the move" not in said
        assert "secret" not in said
    assert "Names and notes are left out." in year("review", "--counsellor")
    assert "the move" in year("review", "--counsellor", "--notes")
    assert "Names and notes are included." in year("review", "--counsellor", "--notes", "--names")


def test_it_is_written_to_files_that_nobody_else_can_read(
    year: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    said = year("review", "2026-10", "--pdf", "here.pdf", "--html", "here.html", "--paper", "letter")
    assert said == "Wrote the review.\n"
    pdf, page = tmp_path / "here.pdf", tmp_path / "here.html"
    assert [path.stat().st_mode & 0o777 for path in (pdf, page)] == [0o600, 0o600]
    written = opened(pdf.read_bytes())
    assert (written.title, written.sizes[0]) == ("October 2026", (612, 792))
    assert "Mom and the move" in written.text
    assert "Mom and the move" in page.read_text(encoding="utf-8")
    year("review", "2026-10", "--counsellor", "--pdf", "here.pdf", "--html", "here.html")
    assert "the move" not in opened(pdf.read_bytes()).text
    assert "the move" not in page.read_text(encoding="utf-8")
    assert told(year, "--year", "2025", "--html", "year.html")["year"] == 2025
    assert "<title>2025</title>" in (tmp_path / "year.html").read_text(encoding="utf-8")


def test_where_nothing_can_be_written_it_is_told(year: Shell, tmp_path: Path) -> None:
    year("review", "--html", str(tmp_path / "nowhere" / "here.html"), code=1)
    assert year.err


def test_a_year_is_told(year: Shell) -> None:
    said = year("review", "--year", "2026")
    assert said.startswith("2026 so far\n\nThe year\n  So far you were in touch on ")
    months = told(year, "--year", "2026")["months"]
    assert [one["month"] for one in months] == [f"2026-{number:02}" for number in range(1, 12)]
    assert months[9]["in_touch"] == len(months[9]["days"]) > 0


def test_in_grief_nothing_is_counted(year: Shell) -> None:
    year("pause", "grief")
    october = told(year, "2026-10")
    assert (october["figures"], october["before"], october["compared"], october["hard"]) == (
        None,
        None,
        [],
        None,
    )
    assert all("in_touch" not in one for one in told(year, "--year", "2026")["months"])
    assert "Nothing is counted here" in year("review")


def test_an_empty_journal_has_an_empty_month(shell: Shell) -> None:
    assert (
        shell("review")
        == "October 2026\n\nWhat happened\n  Nothing is logged for October; a month can simply go by.\n"
    )
    assert shell("review", "2026-11").startswith("November 2026 so far\nSo far, up to 22 November\n")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("2026-13",), "write it like 2026-10"),
        (("1066-10",), "The month is outside"),
        (("October",), "write it like 2026-10"),
        (("2026-12",), "The month has not come yet"),
        (("--year", "2027"), "The year has not come yet"),
        (("--year", "26"), "Reconnect can't read this year; write it like 2026."),
        (("2026-10", "--year", "2026"), "either a month or a year"),
        (("2026-10", "--pdf", "review.doc"), "A review as PDF is written to a .pdf file"),
        (("2026-10", "--pdf", "a.pdf", "--html", "review"), "A review as a page is written to a .html file"),
    ],
)
def test_what_makes_no_sense_is_told(shell: Shell, words: tuple[str, ...], said: str) -> None:
    assert shell("review", *words, code=2) == ""
    assert said in shell.err
