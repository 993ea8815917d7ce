"""The command line as a user meets it: the words in, what is printed, the exit code."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import cast

import pytest

from reconnect_desktop.cli import start as starting
from tests.cli.conftest import Shell


def test_add_keeps_every_field(shell: Shell) -> None:
    shell(
        *("add", "video", "--minutes", "1:15", "--closeness", "6", "--at", "2026-11-20T20:15"),
        *(
            "--mood",
            "4",
            "--reached-out",
            "mom",
            "--tag",
            "laughed",
            "--tag",
            " two  words ",
            "--tag",
            "LAUGHED",
        ),
        *("--note", "Tulips", "--win", "She waved"),
    )
    (told,) = cast("list[dict[str, object]]", shell.json("log"))
    identity = told.pop("id")
    assert len(str(identity)) == 16
    assert told == {
        "kind": "interaction",
        "at": "2026-11-20T20:15:00+01:00",
        "zone": "Europe/Berlin",
        "medium": "video",
        "minutes": 75,
        "closeness": 6,
        "mood": 4,
        "reached_out": "mom",
        "tags": ["laughed", "two words"],
        "note": "Tulips",
        "win": "She waved",
        "messages": None,
        "source": "",
        "source_key": "",
        "logged": "2026-11-22T18:40:00+01:00",
        "logged_zone": "Europe/Berlin",
    }


def test_add_without_a_time_began_its_length_ago(shell: Shell) -> None:
    told = shell.json("add", "call", "--minutes", "25")
    assert told["at"] == "2026-11-22T18:15:00+01:00"  # type: ignore[index]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--closeness", "0"), "from 1"),
        (("--closeness", "8"), "from 1"),
        (("--closeness", "close"), "whole number"),
        (("--minutes", "-5"), ""),
        (("--minutes", "1441"), "24 hours"),
        (("--minutes", "soon"), "length"),
        (("--mood", "6"), "Mood"),
        (("--at", "2026-11-23T18:40"), "not come yet"),
        (("--at", "yesterday"), "time"),
        (("--note", "x" * 100_001), "100,000"),
        (("--tag", "x" * 61), ""),
        (("--reached-out", "dad"), ""),
    ],
)
def test_what_cannot_be_taken_is_told_in_one_sentence_and_changes_nothing(
    shell: Shell, words: tuple[str, str], says: str
) -> None:
    shell("add", "call", *words, code=2)
    assert says in shell.err
    assert shell.json("log") == []
    assert words[1] not in shell.err or words[0] in ("--minutes", "--reached-out")


def test_an_unknown_medium_and_no_sense_at_all_are_usage(shell: Shell) -> None:
    shell("add", "pigeon", code=2)
    shell("dance", code=2)
    shell("add", code=2)


def test_edit_changes_what_was_named_and_empties_on_a_dash(shell: Shell) -> None:
    told = shell.json(
        "add", "call", "--minutes", "25", "--closeness", "5", "--tag", "rain", "--note", "Tulips"
    )
    short = told["id"][:8]  # type: ignore[index]
    edited = shell.json(
        "edit", short, "--medium", "visit", "--closeness", "-", "--tag", "-", "--note", "Roses"
    )
    assert [edited[name] for name in ("medium", "minutes", "closeness", "tags", "note", "id")] == [  # type: ignore[index]
        *("visit", 25, None, [], "Roses"),
        told["id"],  # type: ignore[index]
    ]


def test_delete_takes_all_that_were_named_or_none(shell: Shell) -> None:
    names = [shell.json("add", "call")["id"] for _ in range(3)]  # type: ignore[index]
    shell("delete", names[0], "ffff0000ffff", code=1)
    assert "no" in shell.err.lower()
    assert len(shell.json("log")) == 3  # type: ignore[arg-type]
    assert shell("delete", names[0], names[1]) == "Deleted 2 interactions.\n"
    assert [one["id"] for one in shell.json("log")] == [names[2]]  # type: ignore[attr-defined]
    shell("undo")
    assert len(shell.json("log")) == 3  # type: ignore[arg-type]
    shell("redo")
    assert len(shell.json("log")) == 1  # type: ignore[arg-type]


def test_undo_with_nothing_to_undo_says_so(shell: Shell) -> None:
    shell("undo", code=1)
    assert shell.err == "There is nothing left to undo.\n"


def test_log_is_narrowed(shell: Shell) -> None:
    for day, medium, note in (("01", "call", "tulips"), ("05", "visit", "tulips"), ("09", "call", "roses")):
        shell("add", medium, "--at", f"2026-11-{day}", "--note", note)

    def days(*words: str) -> list[str]:
        return [one["at"][8:10] for one in shell.json("log", *words)]  # type: ignore[attr-defined]

    assert days() == ["09", "05", "01"]
    assert days("--since", "2026-11-05") == ["09", "05"]
    assert days("--until", "2026-11-05") == ["05", "01"]
    assert days("--search", "tul", "--medium", "call") == ["01"]
    assert days("--medium", "call", "--medium", "visit") == ["09", "05", "01"]
    shell("log", "--since", "November", code=2)


def test_log_prints_one_safe_line_for_each(shell: Shell) -> None:
    shell("add", "call", "--minutes", "25", "--closeness", "5", "--note", "one\ntwo \x1b[31mred\u202e")
    (line,) = shell("log").splitlines()
    assert line.startswith("2026-11-22 18:15  Call")
    assert "one two  [31mred" in line
    assert "\x1b" not in line
    assert "\u202e" not in line


def test_mood_and_status(shell: Shell) -> None:
    shell("mood", "6", code=2)
    shell("mood", "4", "--note", "rested")
    shell("add", "call", "--at", "2026-11-15", "--closeness", "5")
    told = shell.json("status")
    assert isinstance(told, dict)
    assert (told["days_since"], told["closeness"], told["mood"]) == (7, 5.0, 4)
    assert "7 days since you were last in touch" in shell("status")
    earlier = shell.json("status", "--on", "2026-11-14")
    assert isinstance(earlier, dict)
    assert earlier["last"] is None


def test_status_of_an_empty_journal_is_kind(shell: Shell) -> None:
    assert shell("status") == "Nothing is logged yet.\n"


def test_the_folder_may_be_named_after_the_command_and_by_the_environment(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell("add", "call", "--journal", str(tmp_path / "other"))
    assert shell.json("log") == []
    monkeypatch.setenv("RECONNECT_JOURNAL", str(tmp_path / "other"))
    assert starting.start(["log"]) == 0


def run(*words: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "reconnect_desktop", "--journal", str(folder), *words],
        capture_output=True,
        text=True,
        check=False,
    )


def test_add_imports_neither_qt_nor_sqlalchemy_nor_matplotlib(shell: Shell) -> None:
    shell("add", "call")
    code = (
        "import sys\n"
        "from reconnect_desktop.cli.start import start\n"
        f"start(['--journal', {str(shell.folder)!r}, 'add', 'call', '--closeness', '5'])\n"
        "heavy = {'PySide6', 'sqlalchemy', 'alembic', 'numpy', 'matplotlib', 'multiprocessing'}\n"
        "print(sorted(heavy & {name.split('.')[0] for name in sys.modules}))\n"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.splitlines()[-1] == "[]"


def test_two_commands_at_once_wait_for_each_other(tmp_path: Path) -> None:
    run("status", folder=tmp_path)
    started = [
        subprocess.Popen(
            [sys.executable, "-m", "reconnect_desktop", "--journal", str(tmp_path), "add", "call"]
        )
        for _ in range(4)
    ]
    assert [process.wait() for process in started] == [0, 0, 0, 0]
    assert len(json.loads(run("log", "--json", folder=tmp_path).stdout)) == 4


def test_the_program_tells_its_version_and_its_words() -> None:
    told = subprocess.run(
        [sys.executable, "-m", "reconnect_desktop", "--version"], capture_output=True, text=True, check=True
    )
    assert told.stdout.startswith("Reconnect ")
