"""What is kept where, as a list to read and to copy from."""

from __future__ import annotations

from reconnect_desktop import paths
from reconnect_desktop.domain.settings import BACKUP_FOLDER
from reconnect_desktop.journal import Journal
from reconnect_desktop.language import tr


def kept_where(journal: Journal) -> str:
    """Each place with what lies there, a paragraph each."""
    from reconnect_desktop.storage.remembered import is_remembered

    second = journal.setting(BACKUP_FOLDER)
    places = [
        (
            str(journal.folder),
            f"{_journal_words(encrypted=journal.key is not None)}\n"
            + tr("While the call timer runs: when it was started, and what is timed."),
        ),
        *([(second, tr("Copies of the backups, in a folder of their own."))] if second else []),
        (
            str(paths.config_folder()),
            tr(
                "How the windows look and where they were, and the folders in which you chose files. Nothing you wrote."
            ),
        ),
        (
            str(paths.log_folder()),
            tr("After a crash one line: when, and where in the program. Nothing you wrote."),
        ),
        (
            str(paths.runtime_folder()),
            tr(
                "While Reconnect is open: how a second start reaches it. Gone when the computer is switched off."
            ),
        ),
        (str(paths.cache_folder()), tr("A list of this computer's fonts, for the charts.")),
        *([(tr("The system's keyring"), tr("The journal's key."))] if is_remembered(journal.folder) else []),
        (tr("Elsewhere"), tr("What you exported, saved or printed lies where you put it.")),
    ]
    return "\n\n".join(f"{place}\n{words}" for place, words in places)


def _journal_words(*, encrypted: bool) -> str:
    if encrypted:
        return tr(
            "The journal with all you enter, encrypted; its keys, which only the passphrase or the recovery key opens, and"
            " a copy of them; backups, with the day, the number of interactions and the size of each in plain sight; and"
            " what was set aside if the journal was ever damaged."
        )
    return tr(
        "The journal with all you enter; backups of it; and what was set aside if it was ever damaged. Whoever can use"
        " your account, or has the disk, can read them."
    )
