"""Plans, from the command line."""

from __future__ import annotations

from typing import Any, cast

import pytest

from reconnect_desktop.cli.printing import USAGE, WORLD
from tests.cli.conftest import Shell
from tests.making import TODAY

Told = dict[str, Any]


def told(shell: Shell, *words: str) -> Told:
    return cast("Told", shell.json("plan", *words))


def listed(shell: Shell) -> list[Told]:
    return cast("list[Told]", shell.json("plan", "list"))


def test_a_sunday_call_is_planned_and_listed(shell: Shell) -> None:
    words = ("--on", "2026-11-29", "--at", "18:30", "--medium", "call", "--again", "weekly", "--remind")
    begun = told(shell, "add", "Sunday  call", *words)
    assert begun == {
        "kind": "plan",
        "id": begun["id"],
        "about": "contact",
        "text": "Sunday call",
        "day": "2026-11-29",
        "time": "18:30",
        "medium": "call",
        "again": "weekly",
        "remind": True,
        "settled": None,
        "added": begun["added"],
        "added_zone": begun["added_zone"],
    }
    assert listed(shell) == [{**begun, "next": "2026-11-29"}]
    assert shell("plan", "list") == (
        "2026-11-29  Sunday call  ·  Sunday, 29 November at 18:30 · Every week · A gentle reminder the day before"
        f"  [{begun['id'][:8]}]\n"
    )


def test_a_birthday_needs_no_words_and_comes_every_year(shell: Shell) -> None:
    begun = told(shell, "add", "--kind", "birthday", "--on", "1952-02-29")
    assert (begun["text"], begun["again"]) == ("", "yearly")
    assert "Mom's birthday" in shell("plan", "list")
    assert listed(shell)[0]["next"] == "2027-02-28"


def test_what_comes_next_is_listed_first_and_what_is_over_last(shell: Shell) -> None:
    for day in ("2026-11-01", "2026-12-24", "2026-11-23"):
        shell("plan", "add", day, "--on", day)
    assert [one["text"] for one in listed(shell)] == ["2026-11-23", "2026-12-24", "2026-11-01"]
    assert "Was on Sunday, 1 November" in shell("plan", "list")


def test_a_day_of_a_series_is_ticked_off(shell: Shell) -> None:
    begun = told(shell, "add", "Call", "--again", "weekly")
    assert begun["day"] == TODAY.isoformat()
    assert told(shell, "done", begun["id"][:8])["settled"] == TODAY.isoformat()
    assert listed(shell)[0]["next"] == "2026-11-29"
    shell("undo")
    assert listed(shell)[0]["next"] == TODAY.isoformat()


def test_what_has_passed_is_ticked_off_once(shell: Shell) -> None:
    begun = told(shell, "add", "her appointment", "--kind", "follow-up", "--on", "2026-11-20")
    assert shell("plan", "done", begun["id"]).startswith("Ticked off.")
    assert shell("plan", "done", begun["id"]) == "That is done already.\n"


def test_a_plan_is_removed_and_brought_back(shell: Shell) -> None:
    begun = told(shell, "add", "Call")
    assert shell("plan", "remove", begun["id"]) == "Taken off; `undo` brings it back.\n"
    assert shell("plan", "list") == "Nothing is planned.\n"
    shell("undo")
    assert len(listed(shell)) == 1


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("add", "--kind", "date"), USAGE, "still empty"),
        (("add", "Call", "--at", "six"), USAGE, "18:30"),
        (("add", "Call", "--on", "Sunday"), USAGE, "2026-11-22"),
        (("add", "--kind", "birthday", "--again", "weekly"), USAGE, "every year"),
        (("add", "Tea", "--kind", "date", "--medium", "call"), USAGE, "medium"),
        (("done", "nothing"), WORLD, ""),
        (("remove",), WORLD, ""),
    ],
)
def test_what_makes_no_sense_is_said(shell: Shell, words: tuple[str, ...], code: int, said: str) -> None:
    shell("plan", *words, code=code)
    assert said in shell.err
    assert listed(shell) == []
