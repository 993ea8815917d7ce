"""What the rescue page says: what happened, what can be had, and what was done."""

from __future__ import annotations

from pathlib import Path

from reconnect_desktop.domain.errors import JournalMissing, KeysDamaged, UserError
from reconnect_desktop.domain.rescues import Choice, Findings, Rescued
from reconnect_desktop.domain.when import When
from reconnect_desktop.language import tr, tr_n
from reconnect_desktop.views.backups.moments import moment_within
from reconnect_desktop.views.kit.dates import number_words


def title_words(trouble: UserError) -> str:
    """What happened, in a line."""
    if isinstance(trouble, JournalMissing):
        return tr("The journal is not in its folder")
    if isinstance(trouble, KeysDamaged):
        return tr("The journal's keys can't be read")
    return tr("The journal is damaged")


def about_words(trouble: UserError) -> str:
    """What it means, and that nothing was deleted."""
    if isinstance(trouble, JournalMissing):
        return tr(
            "Its backups are still there. Perhaps it was moved, or is just being copied: then put it back, and try"
            " again. Reconnect has deleted nothing."
        )
    if isinstance(trouble, KeysDamaged):
        return tr(
            "The journal itself may well be whole, but not the small file with the keys that open it. Backups have"
            " a copy of them. Nothing was deleted, and nothing is written until you choose."
        )
    return tr(
        "Some of what is on the disk is not what Reconnect wrote there; disks do that at times. Nothing was deleted,"
        " and nothing is written until you choose."
    )


def choice_words(choice: Choice) -> str:
    """What can be chosen."""
    return {
        Choice.TOGETHER: tr("&Both together"),
        Choice.SALVAGE: tr("What can be &read of the file"),
        Choice.BACKUP: tr("The &newest backup"),
        Choice.AFRESH: tr("Begin a&fresh"),
    }[choice]


def detail_words(choice: Choice, findings: Findings, now: When) -> str:
    """What would be in the journal then."""
    if choice is Choice.TOGETHER:
        return tr_n(
            "{count} interaction: what can be read of the file, and what only the newest backup has. Something that was"
            " deleted since may be back.",
            "{count} interactions: what can be read of the file, and what only the newest backup has. Something that was"
            " deleted since may be back.",
            findings.together,
        )
    if choice is Choice.SALVAGE and findings.salvage is not None:
        found, of = findings.salvage.interactions, findings.salvage.of
        if findings.salvage.complete:
            return tr_n(
                "{count} interaction: nothing is missing.", "{count} interactions: nothing is missing.", found
            )
        if of is not None and of > found:
            return tr_n(
                "{found} of {count} interaction, each as it was written.",
                "{found} of {count} interactions, each as it was written.",
                of,
                found=number_words(found),
            )
        return tr_n(
            "{count} interaction, each as it was written.",
            "{count} interactions, each as it was written.",
            found,
        )
    if choice is Choice.BACKUP and findings.backup is not None:
        return tr_n(
            "{count} interaction, as of {moment}.",
            "{count} interactions, as of {moment}.",
            findings.backup.interactions or 0,
            moment=moment_within(findings.backup.made, now),
        )
    return tr("An empty journal. A backup from elsewhere can be opened in it, with Backups in the File menu.")


def keys_words() -> str:
    """What was done where the journal itself was whole, and only its keys were not."""
    return tr("The journal was whole. Its keys are back, out of a backup.")


def lost_words() -> str:
    """What is in the way where no copy of the keys can be read, either."""
    return tr("No copy of the keys can be read, so nothing of it can be opened; the file itself is kept.")


def done_words(rescued: Rescued, folder: Path) -> str:
    """What was done, and where the damaged file is; for the screen, never for a title or the log."""
    words = tr_n(
        "Your journal is back, with {count} interaction.",
        "Your journal is back, with {count} interactions.",
        rescued.interactions,
    )
    if not rescued.moved_to:
        return words
    aside = tr("The damaged file was not deleted; it is now in {place}.")
    return f"{words} {aside.format(place=folder / rescued.moved_to)}"
