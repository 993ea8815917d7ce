"""What is worth a word about where the journal lies; where nothing speaks for it, nothing is said."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from reconnect_desktop.domain.notices import Notice
from reconnect_desktop.output.notice_words import notice_sentence
from reconnect_desktop.storage import surroundings
from reconnect_desktop.storage.surroundings import file_system, is_network, is_synced, notices
from tests.fakes import FakeClock
from tests.storage.test_reserve import free

MOUNTS = """\
22 1 254:1 / / rw,relatime shared:1 - ext4 /dev/vda1 rw
30 22 0:25 / /home rw,relatime shared:2 - ext4 /dev/vdb1 rw
41 30 0:40 / /home/ann/our\\040files rw,relatime shared:9 - nfs4 server:/ann rw
42 30 0:41 / /home/ann/mnt rw,nosuid shared:10 master:1 - fuse.sshfs host: rw
43 22 0:42 / /srv/share rw - cifs //box/share rw
44 22 0:43 / /srv/share rw - ext4 /dev/vdc1 rw
a line of another kind
""".splitlines()


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/ann/.local/share/reconnect-desktop", "ext4"),
        ("/home/ann/our files/journal", "nfs4"),
        ("/home/ann/our filesystem", "ext4"),
        ("/home/ann/mnt", "fuse.sshfs"),
        ("/srv/share/journal", "ext4"),  # what was mounted last hides what was there
        ("/", "ext4"),
    ],
)
def test_the_innermost_mount_tells_the_file_system(path: str, kind: str) -> None:
    assert file_system(path, MOUNTS) == kind


def test_without_a_list_of_mounts_nothing_is_known() -> None:
    assert file_system("/home/ann", []) == ""


@pytest.mark.parametrize("kind", ["nfs", "nfs4", "cifs", "smb3", "9p", "fuse.sshfs", "davfs"])
def test_other_computers_file_systems_are_known(kind: str) -> None:
    assert is_network("/home/ann", kind)


@pytest.mark.parametrize("kind", ["ext4", "btrfs", "tmpfs", "fuseblk", "fuse.gocryptfs", "overlay", ""])
def test_those_of_this_computer_are_not_among_them(kind: str) -> None:
    assert not is_network("/home/ann", kind)


def test_a_share_of_windows_tells_it_by_its_name() -> None:
    assert is_network("\\\\server\\ann", "")


@pytest.mark.parametrize(
    "name",
    [
        *("Dropbox", "Dropbox (Personal)", "OneDrive", "OneDrive - Example Ltd", "Nextcloud", "Google Drive"),
        *("Library/Mobile Documents", "Library/CloudStorage/GoogleDrive-ann"),
    ],
)
def test_folders_of_services_are_known_by_name(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name / "journals" / "mom"
    folder.mkdir(parents=True)
    assert is_synced(folder)


@pytest.mark.parametrize(
    ("mark", "is_folder"),
    [
        *((".dropbox", False), (".dropbox.cache", True), (".stfolder", True), (".stfolder", False)),
        *((".sync_a1b2c3.db", False), ("._sync_a1b2c3.db", False), (".owncloudsync.log", False)),
    ],
)
def test_and_by_what_they_leave_there(tmp_path: Path, mark: str, *, is_folder: bool) -> None:
    folder = tmp_path / "files" / "journal"
    folder.mkdir(parents=True)
    assert not is_synced(folder)
    path = tmp_path / "files" / mark
    path.mkdir() if is_folder else path.touch()
    assert is_synced(folder)


@pytest.mark.parametrize("name", [".dropbox", "onedrive notes", "my dropbox", ".sync_", "sync"])
def test_what_only_sounds_like_it_is_not_taken_for_one(tmp_path: Path, name: str) -> None:
    """A home with Dropbox has a folder .dropbox, too, and is not synced for that."""
    (tmp_path / name).mkdir()
    folder = tmp_path / "journal"
    folder.mkdir()
    assert not is_synced(folder)


def test_all_is_told_together_and_in_a_sentence_each(
    tmp_path: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "Dropbox"
    folder.mkdir()
    last = clock()
    free(monkeypatch, 1_000_000)
    clock.advance(hours=-25)
    assert notices(folder, last, clock()) == (
        Notice.SYNCED_FOLDER,
        Notice.CLOCK_BEHIND,
        Notice.DISK_NEARLY_FULL,
    )
    monkeypatch.setattr(surroundings, "_mounts", lambda: ["1 0 0:1 / / rw - nfs server:/ rw"])
    assert notices(folder, None, clock())[0] is Notice.NETWORK_FOLDER
    for notice in Notice:
        assert notice_sentence(notice).endswith(".")


def test_most_often_there_is_nothing_to_tell(tmp_path: Path, clock: FakeClock) -> None:
    last = clock()
    assert notices(tmp_path, None, last) == ()
    assert notices(tmp_path, last, clock.advance(hours=-23)) == ()
    assert notices(tmp_path, last, clock.advance(days=400)) == ()


def test_a_folder_that_is_gone_has_nothing_to_tell(tmp_path: Path, clock: FakeClock) -> None:
    assert notices(tmp_path / "gone", None, clock()) == ()
    assert shutil.disk_usage(tmp_path).free
