"""What about the journal's surroundings is worth a word, though nothing is wrong yet."""

from __future__ import annotations

from enum import StrEnum


class Notice(StrEnum):
    """Each is told in one sentence; `output.notice_words` has them."""

    NETWORK_FOLDER = "network_folder"
    SYNCED_FOLDER = "synced_folder"
    CLOCK_BEHIND = "clock_behind"
    DISK_NEARLY_FULL = "disk_nearly_full"
