"""A second folder for backups is taken only where files can be written to, and never in the journal's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from reconnect_desktop.domain.errors import Invalid, ReadOnly
from reconnect_desktop.storage.backups.second_folder import check_folder


def test_a_folder_elsewhere_is_taken_and_stays_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    check_folder(tmp_path / "stick", tmp_path / "journal")
    assert list((tmp_path / "stick").iterdir()) == []


@pytest.mark.parametrize("place", ["journal", "journal/backups", "stick/../journal", "link"])
def test_the_journals_own_is_refused_by_whatever_name(tmp_path: Path, place: str) -> None:
    (tmp_path / "journal" / "backups").mkdir(parents=True)
    (tmp_path / "stick").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "journal")
    with pytest.raises(Invalid) as refused:
        check_folder(tmp_path / place, tmp_path / "journal")
    assert refused.value.field == "backup_folder"


@pytest.mark.parametrize("place", ["missing", "a file"])
def test_what_is_no_folder_is_refused(tmp_path: Path, place: str) -> None:
    (tmp_path / "a file").touch()
    with pytest.raises(ReadOnly):
        check_folder(tmp_path / place, tmp_path / "journal")


@pytest.mark.skipif(
    not Path("/proc/self").is_dir(), reason="a folder that nobody can write to, not even root"
)
def test_one_that_cannot_be_written_to_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReadOnly):
        check_folder(Path("/proc/self"), tmp_path / "journal")
