"""What the command line tells of a dip and a gap, and what it offers."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import timedelta
from typing import Any, cast

import pytest

from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add
from reconnect_desktop.journal import Journal
from tests.cli.conftest import Shell
from tests.fakes import FakeClock
from tests.making import TODAY, ago, contact

Told = dict[str, Any]


def told(shell: Shell, *words: str) -> Told:
    return cast("Told", shell.json(*words))


@pytest.fixture
def drifting(shell: Shell, clock: FakeClock) -> Shell:
    """A call every week, each logged on its day; the last 4 felt less close, and 26 days ago they stopped."""
    days = [26 + 7 * (15 - place) for place in range(16)]
    calls = [
        contact(ago(day), time="18:40", closeness=6 if place < 12 else 3) for place, day in enumerate(days)
    ]
    journal = Journal.open(shell.folder, clock)
    journal.apply(Action.LOG, *map(add, calls))
    journal.close()
    return shell


def test_status_tells_the_signals_with_their_numbers_and_one_suggestion(drifting: Shell) -> None:
    status = told(drifting, "status")
    dip, gap = status["signals"]
    assert (dip["kind"], dip["recent"], dip["usual"], dip["count"]) == ("dip", 3.0, 6.0, 4)
    assert (gap["kind"], gap["days"], gap["usual"], gap["of"], gap["since"]) == (
        *("gap", 26, 7.0, "contact"),
        ago(26).isoformat(),
    )
    suggestion = status["suggestion"]
    assert {"id", "title", "what", "why", "way", "part"} <= suggestion.keys()
    assert suggestion["way"] in suggestion["ways"]
    assert "{name}" not in json.dumps(status)
    assert (status["quiet"], status["paused"]) == (None, None)
    said = drifting("status")
    assert "Your last 4 talks felt less close than usual: 3 against 6.\n" in said
    assert said.count("26 days since you were last in touch") == 1
    assert f"An idea: {suggestion['title']} ({suggestion['id']})" in said


def test_status_does_not_say_two_things_at_once(shell: Shell, clock: FakeClock) -> None:
    for day in range(3, 90, 9):
        shell("add", "call", "--closeness", "5", "--at", ago(day).isoformat())
    assert "All is as usual." in shell("status")
    shell("rhythm", "1", "2")
    said = shell("status")
    assert "you chose up to 2 as still fine" in said
    assert "All is as usual." not in said


def test_status_writes_nothing_and_has_no_quiet_hours(drifting: Shell, clock: FakeClock) -> None:
    clock.set(f"{TODAY}T23:40")
    before = (drifting.folder / "journal.db").read_bytes()
    assert told(drifting, "status")["suggestion"] == told(drifting, "status")["suggestion"] != None  # noqa: E711
    assert (drifting.folder / "journal.db").read_bytes() == before


def test_status_of_a_past_day_is_as_it_was_then(drifting: Shell) -> None:
    then = told(drifting, "status", "--on", ago(60).isoformat())
    assert (then["signals"], then["suggestion"], then["quiet"]) == ([], None, "as_usual")
    drifting("add", "call", "--at", ago(5).isoformat())
    yesterday = told(drifting, "status", "--on", ago(1).isoformat())
    assert {one["kind"] for one in yesterday["signals"]} == {"dip", "gap"}
    assert {one["kind"] for one in told(drifting, "status")["signals"]} == {"dip"}


def test_her_name_is_filled_in(drifting: Shell, clock: FakeClock) -> None:
    from reconnect_desktop.domain.records import Setting

    journal = Journal.open(drifting.folder, clock)
    journal.apply(Action.SETTING, add(Setting(id="her_name", value="Amma")))
    journal.close()
    ways = told(drifting, "suggest")
    assert "{name}" not in json.dumps(ways)
    assert "Mom" not in json.dumps(ways)


def test_signals_are_told_and_replayed_day_by_day(drifting: Shell) -> None:
    today = told(drifting, "signals")
    assert today["on"] == TODAY.isoformat()
    assert today["signals"] == told(drifting, "status")["signals"]
    days = cast("list[Told]", drifting.json("signals", "--replay"))
    assert (days[0]["on"], days[-1]) == (ago(26 + 7 * 15).isoformat(), today)
    assert len(days) == 26 + 7 * 15 + 1
    assert days[-8] == told(drifting, "signals", "--on", ago(7).isoformat())
    some = cast(
        "list[Told]",
        drifting.json("signals", "--replay", "--since", ago(9).isoformat(), "--until", ago(7).isoformat()),
    )
    assert some == days[-10:-7]
    lines = drifting("signals", "--replay").splitlines()
    assert ["less close" in lines[0], "last in touch" in lines[1], len(lines)] == [True, True, 2]
    drifting("add", "call")
    assert drifting("signals", "--replay").splitlines()[2] == f"{TODAY}  In touch again."


def test_signals_of_little_is_little(shell: Shell) -> None:
    assert shell.json("signals", "--replay") == []
    assert told(shell, "signals")["signals"] == []
    assert shell("signals").startswith("Nothing stands out.\nNine ratings")
    shell("signals", "--on", "November", code=2)
    shell("signals", "--since", "November", code=2)
    assert (
        shell("signals", "--replay", "--since", (TODAY + timedelta(days=3)).isoformat())
        == "Nothing stands out.\n"
    )


def test_suggest_says_what_why_and_how(drifting: Shell) -> None:
    one = told(drifting, "suggest")
    said = drifting("suggest")
    for name in ("title", "what", "why", "way", "id"):
        assert one[name] in said
    assert one["why"]
    assert one["signal"] in ("dip", "gap")
    assert told(drifting, "suggest") == one


def test_suggest_on_an_ordinary_day_has_something_small(shell: Shell) -> None:
    one = told(shell, "suggest")
    assert one["why"] == ""
    assert shell("suggest").startswith(one["title"])


@pytest.mark.parametrize("words", ["unsafe", "afraid of her", "Angst vor ihr"])
def test_with_words_of_harm_only_help_is_suggested(drifting: Shell, words: str) -> None:
    drifting("add", "call", "--tag", words)
    for command in ("suggest", "status"):
        found = told(drifting, command)
        assert found.get("suggestion", found)["asks"] == "support"


def test_beside_a_boundary_status_counts_nothing(drifting: Shell) -> None:
    drifting("pause", "boundary")
    said = drifting("status").splitlines()
    assert said == ["Paused for now. The distance is yours to choose."]


def test_on_a_journey_the_days_stand_beside_nothing(drifting: Shell) -> None:
    drifting("pause", "travel")
    said = drifting("status")
    assert said.splitlines()[1] == "26 days since you were last in touch."
    assert "less close" not in said
    assert "less close" in drifting("signals")  # whoever asks is told


def test_with_words_of_harm_nothing_is_held_against_the_usual(drifting: Shell) -> None:
    drifting("rhythm", "7", "14")
    drifting("add", "call", "--closeness", "3", "--tag", "afraid of her", "--at", ago(26).isoformat())
    said = drifting("status")
    assert "26 days since you were last in touch.\n" in said
    assert not any(word in said for word in ("usual gap", "usually it", "still fine", "less close", "All is"))
    assert "An idea: " in said


def test_in_grief_nothing_is_counted_by_any_command(drifting: Shell) -> None:
    before = drifting("signals", "--replay").splitlines()
    drifting("pause", "grief", "--from", ago(5).isoformat())
    today = told(drifting, "signals")
    assert (today["signals"], told(drifting, "status")["signals"]) == ([], [])
    assert drifting("signals").startswith("Paused for now. Your journal is here")
    days = cast("list[Told]", drifting.json("signals", "--replay"))
    assert [bool(day["signals"]) for day in days[-7:]] == [True] + [False] * 6
    assert drifting("signals", "--replay").splitlines() == before


def test_means_are_told_with_three_digits(shell: Shell) -> None:
    for place, closeness in enumerate((3, 4, 6, 6, 5, 5, 7, 4, 6, 6, 5)):
        shell("add", "call", "--closeness", str(closeness), "--at", ago(7 * place + place % 3).isoformat())
    status = told(shell, "status")
    for name in ("closeness", "usual_closeness", "usual_gap"):
        assert status[name] == round(status[name], 3) is not None


def test_what_is_missing_on_a_past_day_is_what_was_missing_then(shell: Shell, clock: FakeClock) -> None:
    clock.set(f"{ago(30)}T12:00")
    shell("add", "call", "--closeness", "5")
    then = shell("signals")
    clock.set(f"{TODAY}T12:00")
    for days in range(3, 9):
        shell("add", "call", "--closeness", "5", "--at", ago(days).isoformat())
    assert shell("signals", "--on", ago(30).isoformat()) == then != shell("signals")


def test_status_starts_nothing_heavy(drifting: Shell) -> None:
    code = (
        "import sys\n"
        "from reconnect_desktop.cli.start import start\n"
        f"start(['--journal', {str(drifting.folder)!r}, 'status'])\n"
        f"start(['--journal', {str(drifting.folder)!r}, 'suggest'])\n"
        "heavy = {'PySide6', 'sqlalchemy', 'alembic', 'numpy', 'matplotlib', 'multiprocessing'}\n"
        "print(sorted(heavy & {name.split('.')[0] for name in sys.modules}))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_add_knows_nothing_of_signals_and_suggestions(shell: Shell) -> None:
    shell("add", "call")
    code = (
        "import sys\n"
        "from reconnect_desktop.cli.start import start\n"
        f"start(['--journal', {str(shell.folder)!r}, 'add', 'call'])\n"
        "new = {'advising', 'catalogue', 'signals', 'situation', 'choice', 'advice', 'suggestions', 'safety'}\n"
        "print(sorted(new & {name.split('.')[-1] for name in sys.modules if 'reconnect' in name}))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
