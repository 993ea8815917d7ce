"""What the dialog says in each of its uses."""

from __future__ import annotations

from typing import NamedTuple

from reconnect_desktop.language import tr
from reconnect_desktop.views.encryption.flows import Flow


class Words(NamedTuple):
    """Of one use.

    title, about: over the question for the present passphrase. last: on the button that does it. working: while it is
    done; done: afterwards.
    """

    title: str
    about: str
    last: str
    working: str
    done: str


def words_of(flow: Flow) -> Words:
    """The words for this use."""
    return {
        Flow.SET: _set,
        Flow.CHANGE: _change,
        Flow.RECOVERY_KEY: _recovery_key,
        Flow.DATA_KEY: _data_key,
        Flow.TAKE_AWAY: _take_away,
    }[flow]()


def opens_words(*, recovery: bool) -> str:
    """What opens the journal from now on."""
    if recovery:
        return tr("It opens with the passphrase, or with the recovery key.")
    return tr(
        "There is no recovery key: the passphrase alone opens it. You can make one at any time, in Settings under"
        " Privacy."
    )


def _set() -> Words:
    return Words(
        title="",
        about="",
        last=tr("&Encrypt the journal"),
        working=tr("Encrypting your journal…"),
        done=tr("Your journal is encrypted"),
    )


def _change() -> Words:
    return Words(
        title=tr("Change the passphrase"),
        about=tr("The new passphrase takes the place of the old one. The recovery key stays as it is."),
        last=tr("C&hange it"),
        working=tr("Changing the passphrase…"),
        done=tr("The passphrase is changed"),
    )


def _recovery_key() -> Words:
    return Words(
        title=tr("A new recovery key"),
        about=tr("It takes the place of the one there was, if there was one."),
        last=tr("&Use this key"),
        working=tr("Keeping the recovery key…"),
        done=tr("The new recovery key counts from now on"),
    )


def _data_key() -> Words:
    return Words(
        title=tr("A new data key"),
        about=tr(
            "For when somebody has come to know your passphrase. The journal is encrypted anew, so that nothing of"
            " before opens it, and you choose another passphrase."
        ),
        last=tr("&Encrypt anew"),
        working=tr("Encrypting your journal anew…"),
        done=tr("Your journal has a new data key"),
    )


def _take_away() -> Words:
    return Words(
        title=tr("Take the passphrase away"),
        about=tr(
            "The journal will no longer be encrypted: whoever can use your account on this computer, or has its disk,"
            " can read it. Nothing in it changes."
        ),
        last=tr("&Take it away"),
        working=tr("Writing your journal without encryption…"),
        done=tr("Your journal has no passphrase any more"),
    )


def backups_words(flow: Flow) -> str:
    """What became of the backups there are, "" where that is told elsewhere."""
    if flow is Flow.SET:
        return ""
    if flow is Flow.RECOVERY_KEY:
        return tr("Backups made before open with the key of then.")
    if flow is Flow.DATA_KEY:
        return tr(
            "Backups made before keep the old key: whoever has one of them and the old passphrase can read what was"
            " in the journal then."
        )
    return tr("Backups made before open with the passphrase of then.")
