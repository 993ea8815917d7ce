"""What is worth a word about the journal's surroundings, in a sentence each."""

from __future__ import annotations

from reconnect_desktop.domain.notices import Notice
from reconnect_desktop.language import mark, tr

_SENTENCES = {
    Notice.NETWORK_FOLDER: mark(
        "The journal is on a network drive, where a lost connection can get in the way of saving; a folder on this computer is safer."
    ),
    Notice.SYNCED_FOLDER: mark(
        "The journal is in a folder that is synced; close Reconnect and let the syncing finish before you open it on another computer."
    ),
    Notice.CLOCK_BEHIND: mark(
        "The computer's clock is behind your last entry; see if its date is right, so that new entries get the right day."
    ),
    Notice.DISK_NEARLY_FULL: mark(
        "There is little room left on the disk; free some soon, so that everything can still be saved."
    ),
}


def notice_sentence(notice: Notice) -> str:
    """The one sentence a person is shown for `notice`."""
    return tr(_SENTENCES[notice])
