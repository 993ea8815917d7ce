"""Import and export as a user meets them."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from tests.cli.conftest import Shell

CALLS = """<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>
<calls count="6">
  <call number="+4930123456" duration="43" date="1794816600000" type="1" contact_name="Mama" />
  <call number="030123456" duration="0" date="1794903000000" type="3" contact_name="Mama" />
  <call number="+4930123456" duration="754" date="1794989400000" type="2" contact_name="Mama" />
  <call number="+4930999999" duration="60" date="1794989500000" type="2" contact_name="Work &#55357;&#56396;" />
  <call number="+4930123456" duration="soon" date="1794989600000" type="2" contact_name="Mama" />
</calls>
"""


@pytest.fixture
def calls(tmp_path: Path) -> Path:
    file = tmp_path / "calls.xml"
    file.write_text(CALLS, encoding="utf-8")
    return file


def test_everything_comes_back_from_its_export(shell: Shell, tmp_path: Path) -> None:
    shell("add", "call", "--minutes", "25", "--closeness", "5", "--tag", "rain", "--note", "=1+1\nTulips")
    shell("add", "letter", "--at", "1999-12-31T23:59:59-03:00", "--win", "A pressed flower")
    shell("mood", "4")
    before = shell.json("log")
    assert shell.json("export", str(tmp_path / "all.json")) == {
        "records": 3,
        "format": "Reconnect journal",
        "counts": {"interaction": 2, "mood": 1},
    }
    assert shell.json("export", str(tmp_path / "all.csv")) == {
        "records": 2,
        "format": "CSV",
        "counts": {"interaction": 2},
    }
    assert stat.S_IMODE((tmp_path / "all.json").stat().st_mode) == 0o600
    for name, added in (("all.json", 3), ("all.csv", 2)):
        other = Shell(tmp_path / f"from-{name}", shell.capture)
        assert other.json("import", str(tmp_path / name))["added"] == added  # type: ignore[index]
        assert other.json("log") == before
        again = other.json("import", str(tmp_path / name))
        assert isinstance(again, dict)
        assert (again["added"], again["duplicates"], again["import"]) == (0, added, None)
        assert (again["skipped"], again["problems"]) == (0, [])


def test_a_call_log_asks_who_mom_is_and_then_brings_her_calls_in(shell: Shell, calls: Path) -> None:
    shell("import", str(calls), code=2)
    assert "Mama (2)" in shell.err
    assert "Work" in shell.err
    shell("import", str(calls), "--who", "Nobody", code=2)
    told = shell.json("import", str(calls), "--who", "mama", "--dry-run")
    assert isinstance(told, dict)
    assert (told["added"], told["duplicates"], told["skipped"]) == (2, 0, 2)
    (problem,) = told["problems"]
    assert problem["line"] == 7
    assert shell.json("log") == []
    done = shell.json("import", str(calls), "--who", "030 123456", "--zone", "Asia/Kathmandu")
    assert isinstance(done, dict)
    assert {**done, "import": None} == told
    log = shell.json("log")
    assert isinstance(log, list)
    assert [(one["minutes"], one["closeness"], one["reached_out"], one["zone"]) for one in log] == [
        (13, None, "me", "Asia/Kathmandu"),
        (1, None, "mom", "Asia/Kathmandu"),
    ]
    again = shell.json("import", str(calls), "--who", "Mama")
    assert isinstance(again, dict)
    assert (again["added"], again["duplicates"]) == (0, 2)
    shell("undo")
    assert shell.json("log") == []


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("doctype.xml", b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><calls/>', "harm"),
        ("cut.xml", CALLS.encode()[:300], "line"),
        ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(100), "kind of file"),
        ("broken.json", b'{"format": "reconnect-journal", "version": 1, "records": [', ""),
        ("newer.json", b'{"format": "reconnect-journal", "version": 99, "records": []}', ""),
        ("empty.csv", b"", "kind of file"),
    ],
)
def test_a_bad_file_is_told_in_a_sentence_and_changes_nothing(
    shell: Shell,
    tmp_path: Path,
    name: str,
    content: bytes,
    says: str,
) -> None:
    (tmp_path / name).write_bytes(content)
    shell("import", str(tmp_path / name), "--who", "Mama", code=1)
    assert says in shell.err
    assert len(shell.err.splitlines()) == 1
    assert name not in shell.err
    assert shell.json("log") == []


def test_files_that_cannot_be_are_told(shell: Shell, tmp_path: Path) -> None:
    shell("import", str(tmp_path / "nowhere.json"), code=1)
    shell("import", str(tmp_path), code=1)
    shell("export", str(tmp_path / "nowhere" / "all.json"), code=1)
    shell("export", str(tmp_path / "all.docx"), code=1)
    (tmp_path / "x.json").write_text("{}")
    shell("import", str(tmp_path / "x.json"), "--zone", "Mars/Olympus", code=2)
