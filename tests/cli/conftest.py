"""A shell of one journal."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from reconnect_desktop import clock as real_clock
from reconnect_desktop.cli import parser
from reconnect_desktop.cli import start as starting
from tests.fakes import FakeClock


class Shell:
    """Runs commands in this process on one journal, with a clock that stands still."""

    def __init__(self, folder: Path, capture: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.capture = capture
        self.err = ""

    def __call__(self, *words: str, code: int = 0) -> str:
        try:
            found = starting.start(["--journal", str(self.folder), *words])
        except SystemExit as left:
            found = int(left.code or 0)
        told = self.capture.readouterr()
        self.err = told.err
        assert found == code, told.err
        return told.out

    def json(self, *words: str, code: int = 0) -> object:
        return json.loads(self(*words, "--json", code=code))


@pytest.fixture
def shell(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> Shell:
    monkeypatch.setattr(real_clock, "now", clock)
    # Within a test it is the same each time, and making it takes longer than most of the commands.
    monkeypatch.setattr(parser, "make_parser", cache(parser.make_parser))
    return Shell(tmp_path / "journal", capsys)
