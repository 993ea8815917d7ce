"""Charts on the command line."""

from __future__ import annotations

from typing import Any, cast

import pytest
from PIL import Image

from tests.cli.conftest import Shell
from tests.making import ago


@pytest.fixture
def journal(shell: Shell) -> Shell:
    """A call a week for three months, and a visit."""
    for days in range(4, 90, 7):
        shell("add", "call", "--closeness", "5", "--minutes", "20", "--at", ago(days).isoformat())
    shell("add", "visit", "--closeness", "7", "--at", ago(1).isoformat())
    return shell


def test_without_a_name_all_charts_are_listed(shell: Shell) -> None:
    lines = shell("chart").splitlines()
    assert len(lines) == 7
    assert lines[2] == "months      How are we in touch, and for how long?"
    listed = cast("list[dict[str, str]]", shell.json("chart"))
    assert [one["name"] for one in listed] == [line.split()[0] for line in lines]


def test_a_chart_is_told_in_words(journal: Shell) -> None:
    question, message = journal("chart", "months", "--range", "3m").splitlines()
    assert question == "How are we in touch, and for how long?"
    assert message == "About 5 contacts a month, all calls; about 1 h 30 min a month together."


def test_a_chart_is_told_as_json(journal: Shell) -> None:
    told = cast("dict[str, Any]", journal.json("chart", "calendar", "--range", "2026-11-01..2026-11-22"))
    assert (told["first"], told["last"]) == ("2026-11-01", "2026-11-22")
    assert told["message"].startswith("In touch on 4 of 22 days; ")
    assert told["headings"] == ["Day", "Contacts", "Closeness"]
    assert told["rows"][-1] == ["21 Nov 2026", "1", "7"]


def test_all_is_from_the_first_entry_on(journal: Shell) -> None:
    told = cast("dict[str, Any]", journal.json("chart", "gaps", "--range", "all"))
    assert told["first"] == ago(88).isoformat()
    assert len(told["rows"]) == 14


def test_a_chart_is_written_to_a_file(journal: Shell) -> None:
    path = journal.folder.parent / "months.png"
    said = journal("chart", "months", "--range", "3m", "--out", str(path))
    assert said == "About 5 contacts a month, all calls; about 1 h 30 min a month together.\n"
    with Image.open(path) as light:
        assert light.getpixel((2, 2)) == (255, 255, 255, 255)
        assert light.info["Description"] == said.strip()
    journal("chart", "months", "--dark", "--out", str(path))
    with Image.open(path) as dark:
        assert dark.getpixel((2, 2)) == (36, 41, 42, 255)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["love"], "No chart has this name; `chart` alone lists all of them.\n"),
        (
            ["gaps", "--out", "gaps.doc"],
            "A chart is written to a .png, .svg or .pdf file; let the name end so.\n",
        ),
        (
            ["gaps", "--range", "5 weeks"],
            "Reconnect can't read this range; write 3m, 1y, all, or days like 2026-01-01..2026-03-31.\n",
        ),
    ],
)
def test_what_makes_no_sense_is_said_in_a_sentence(shell: Shell, words: list[str], sentence: str) -> None:
    assert shell("chart", *words, code=2) == ""
    assert shell.err == sentence


def test_days_in_the_wrong_order_are_not_turned_round(shell: Shell) -> None:
    shell("chart", "gaps", "--range", "2026-03-01..2026-01-01", code=2)
    assert "before" in shell.err


def test_a_file_that_cannot_be_written_leaves_nothing(journal: Shell) -> None:
    journal("chart", "gaps", "--out", str(journal.folder.parent / "not there" / "a.svg"), code=1)
    assert journal.err.startswith("The file can't be written there")


def test_an_empty_journal_has_kind_words(shell: Shell) -> None:
    for name in ("gaps", "months", "calendar"):
        assert shell("chart", name).splitlines()[1] == "Nothing is logged in this time."


def test_in_grief_nothing_is_counted_but_what_was_asked_for_is_drawn(journal: Shell) -> None:
    journal("pause", "grief")
    path = journal.folder.parent / "gaps.svg"
    for words in ((), ("--out", str(path))):
        said = journal("chart", "gaps", *words)
        assert said.startswith("Paused for now.")
        assert not any(sign.isdigit() for sign in said)
        told = cast("dict[str, Any]", journal.json("chart", "gaps", *words))
        assert (told["message"], told["rows"]) == (said.strip(), [])
    assert path.exists()
