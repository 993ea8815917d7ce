"""Pauses, tries and the rhythm, from the command line."""

from __future__ import annotations

from typing import Any, cast

import pytest

from tests.cli.conftest import Shell
from tests.fakes import FakeClock
from tests.making import ago

Told = dict[str, Any]


def told(shell: Shell, *words: str) -> Told:
    return cast("Told", shell.json(*words))


def listed(shell: Shell, command: str) -> list[Told]:
    return cast("list[Told]", shell.json(command, "--list"))


@pytest.fixture
def quiet(shell: Shell) -> Shell:
    """A call every week until 26 days ago."""
    for place in range(8):
        shell(
            "add",
            "call",
            "--closeness",
            "5",
            "--at",
            ago(26 + 7 * (7 - place)).isoformat(),
            "--win",
            "Tulips",
        )
    return shell


# Pauses


def test_a_pause_stops_suggestions_until_it_ends(quiet: Shell) -> None:
    assert told(quiet, "status")["suggestion"]
    begun = told(quiet, "pause", "travel", "--until", "2026-12-05", "--note", "to the sea")
    assert begun == {
        "kind": "pause",
        "id": begun["id"],
        "reason": "travel",
        "start": "2026-11-22",
        "end": "2026-12-05",
        "note": "to the sea",
    }
    status = told(quiet, "status")
    assert (status["suggestion"], status["quiet"], status["paused"]) == (None, "pause", begun)
    assert quiet("status").startswith("Paused until 5 December.")
    assert quiet("pause", "--end") == "The pause is over.\n"
    assert told(quiet, "status")["suggestion"]
    quiet("undo")
    assert told(quiet, "status")["paused"] == begun


def test_a_pause_ends_yesterday_or_on_the_day_named(quiet: Shell) -> None:
    quiet("pause", "other", "--from", "2026-11-01")
    assert told(quiet, "pause", "--end", "2026-11-30")["end"] == "2026-11-30"
    assert told(quiet, "status")["paused"]["end"] == "2026-11-30"
    assert told(quiet, "pause", "--end")["end"] == "2026-11-21"
    assert told(quiet, "status")["paused"] is None
    quiet("pause", "--end", code=1)
    assert quiet.err.startswith("There is no pause today")


def test_pauses_are_listed_newest_first(shell: Shell) -> None:
    assert shell("pause", "--list") == "No pauses.\n"
    shell("pause", "travel", "--from", "2026-08-01", "--until", "2026-08-14", "--note", "one\ntwo\x1b")
    shell("pause", "boundary")
    assert shell("pause", "--list").splitlines() == [
        "From 22 November on: a boundary",
        "From 1 August to 14 August: travel  one two",
    ]
    assert [one["reason"] for one in listed(shell, "pause")] == ["boundary", "travel"]


def test_what_makes_no_pause_is_told(shell: Shell) -> None:
    for words in (
        ("pause",),
        ("pause", "boredom"),
        ("pause", "travel", "--from", "soon"),
        ("pause", "travel", "--until", "2026-11-01"),
    ):
        shell(*words, code=2)
        assert shell.err
    assert listed(shell, "pause") == []


def test_in_grief_the_journal_is_a_keepsake(quiet: Shell) -> None:
    quiet("pause", "grief")
    lines = quiet("status").splitlines()
    assert lines == [
        "Paused for now. Your journal is here to look back in, whenever you like.",
        "Worth keeping, on 27 October: Tulips",
    ]
    status = told(quiet, "status")
    for name in ("last", "days_since", "usual_gap", "closeness", "usual_closeness", "ratings", "to_rate"):
        assert status[name] is None
    assert (status["signals"], status["topics"], status["suggestion"]) == ([], [], None)
    assert quiet("signals").splitlines() == lines[:1]
    assert told(quiet, "suggest")["asks"] == "support"


def test_within_a_boundary_nothing_speaks_of_contact(quiet: Shell) -> None:
    quiet("pause", "boundary", "--from", "2026-11-20")
    said = quiet("status")
    assert said.startswith("Paused for now. The distance is yours to choose.")
    assert "idea" not in said.lower()
    assert told(quiet, "suggest")["asks"] == "support"


# Tries


def test_a_try_is_begun_told_and_listed_with_what_followed(quiet: Shell, clock: FakeClock) -> None:
    begun = told(quiet, "try", "a-small-hello")
    assert (begun["suggestion"], begun["outcome"]) == ("a-small-hello", None)
    assert told(quiet, "try", "a-small-hello") == begun, "it is under way already"
    clock.advance(days=3)
    quiet("add", "call", "--closeness", "6")
    went = told(quiet, "try", "a-small-hello", "--went", "so-so", "--note", "short")
    assert (went["id"], went["outcome"], went["note"]) == (begun["id"], "so_so", "short")
    (one,) = listed(quiet, "try")
    assert [one[name] for name in ("before", "ratings_before", "after", "ratings_after")] == [5.0, 4, 6.0, 1]
    assert quiet("try", "--list").startswith(
        "2026-11-22  A small hello  It went so-so.  Before: 5 over 4 ratings. After: 6 over 1 rating.  ["
    )
    quiet("undo")
    assert listed(quiet, "try")[0]["outcome"] is None


def test_a_try_of_what_fits_now_remembers_its_signal(quiet: Shell) -> None:
    one = told(quiet, "suggest")
    assert told(quiet, "try", one["id"], "--note", "on Sunday")["signal"] == one["signal"] == "gap"
    (kept,) = listed(quiet, "try")
    assert kept["note"] == "on Sunday"


def test_a_try_answers_what_was_shown(quiet: Shell, clock: FakeClock) -> None:
    from reconnect_desktop.domain import answers
    from reconnect_desktop.domain.records import Answer, Nudge
    from reconnect_desktop.journal import Journal

    journal = Journal.open(quiet.folder, clock)
    chosen = journal.advice(clock()).chosen
    assert chosen is not None
    journal.keep(answers.shown(chosen, clock(), "n1"))
    journal.close()
    quiet("try", chosen.suggestion.id)
    journal = Journal.open(quiet.folder, clock)
    (nudge,) = journal.all(Nudge)
    journal.close()
    assert nudge.answer is Answer.TRY
    assert told(quiet, "status")["quiet"] == "resting"


def test_what_is_no_try_is_told(shell: Shell) -> None:
    shell("try", code=2)
    shell("try", "dance", code=1)
    assert shell.err.startswith("No suggestion has this name")
    shell("try", "a-small-hello", "--went", "good", code=1)
    assert shell.err.startswith("No try of this suggestion is open")
    shell("try", "a-small-hello", "--went", "perfectly", code=2)
    assert shell("try", "--list") == "No tries yet.\n"


# The rhythm


def test_a_rhythm_is_chosen_said_and_dropped(quiet: Shell) -> None:
    assert quiet("rhythm") == "No rhythm is chosen.\n"
    assert quiet("rhythm", "7", "14") == "Contact: every 7 days or so; up to 14 days are still fine.\n"
    assert "26 days since you were last in touch; you chose up to 14 as still fine." in quiet("status")
    quiet("rhythm", "10", "21", "--medium", "call")
    assert told(quiet, "rhythm") == {"any": {"good": 7, "fine": 14}, "call": {"good": 10, "fine": 21}}
    quiet("rhythm", "--none", "--medium", "call")
    assert told(quiet, "rhythm") == {"any": {"good": 7, "fine": 14}}
    assert quiet("rhythm", "--none") == "No rhythm is chosen.\n"
    quiet("undo")
    assert told(quiet, "rhythm")["any"] == {"good": 7, "fine": 14}


def test_what_makes_no_rhythm_is_told(shell: Shell) -> None:
    for words in (("7",), ("14", "7"), ("0", "7"), ("7", "4000"), ("often", "7")):
        shell("rhythm", *words, code=2)
        assert shell.err
    assert told(shell, "rhythm") == {"any": None}
