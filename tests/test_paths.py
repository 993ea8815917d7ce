from __future__ import annotations

import os
from pathlib import Path

import pytest

from reconnect_desktop import paths


def test_resources_are_found() -> None:
    assert paths.resource("icons", "LICENSE").is_file()


def test_the_journal_lies_where_it_was_chosen_to(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert paths.journal_folder() == home / ".local/share/reconnect-desktop"
    monkeypatch.setenv("RECONNECT_JOURNAL", "~/elsewhere")
    assert paths.journal_folder() == home / "elsewhere"
    assert paths.journal_folder(str(tmp_path)) == tmp_path


def test_matplotlib_keeps_its_list_of_fonts_in_our_cache(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.delenv("MPLCONFIGDIR", raising=False)
    paths.keep_matplotlib_here()
    assert os.environ["MPLCONFIGDIR"] == str(home / ".cache/reconnect-desktop/matplotlib")


def test_the_running_program_is_reached_in_the_session_s_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    assert paths.runtime_folder() == tmp_path / "reconnect-desktop"


def test_without_a_session_it_is_the_folder_for_temporary_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "gone"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert paths.runtime_folder() == tmp_path / f"reconnect-desktop-{os.getuid()}"
