"""The commands that keep the journal safe: backup, backups, restore, verify, forget."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from reconnect_desktop import backing_up, forgetting
from reconnect_desktop.cli.run import Command, Task
from reconnect_desktop.cli.secrets import BACKUP
from reconnect_desktop.cli.words import count_words
from reconnect_desktop.domain.backups import Backup, Occasion, Place
from reconnect_desktop.domain.errors import BackupDamaged, BackupLocked, UserError
from reconnect_desktop.domain.restoring import Comparison
from reconnect_desktop.output.backup_words import (
    difference_words,
    forgotten_words,
    occasion_words,
    size_words,
)

_TROUBLES = (BackupDamaged, BackupLocked)


def back_up(task: Task) -> None:
    """Make a backup now, verified before it counts."""
    made = backing_up.back_up(task.journal, Occasion.ASKED)
    task.say(f"Backed up and verified.  {_line(made)}", _plain(made))


def list_backups(task: Task) -> None:
    """Print all backups, newest first, without those that are to be deleted."""
    for name in task.words.delete or ():
        backing_up.remove(task.journal, name)
    found = backing_up.backups(task.journal)
    lines = [_line(backup) for backup in found]
    task.say(
        "\n".join(lines) if lines else "No backup yet; `backup` makes one.", [_plain(it) for it in found]
    )


def restore(task: Task) -> None:
    """Go back to a backup, or only say what would change."""
    wanted, secret = _name_or_path(task), task.secrets.get(BACKUP)
    found = backing_up.compare(task.journal, wanted, secret)
    if found.changes and not task.words.dry_run:
        backing_up.go_back(task.journal, wanted, secret)
    task.say(_told(found, dry_run=task.words.dry_run), _plain_comparison(found))


def verify(task: Task) -> None:
    """Look whether the journal and its backups are what was written. Raises JournalDamaged, BackupDamaged."""
    task.journal.mend_search()  # looks at all of it
    names = [task.words.backup] if task.words.backup else [it.name for it in backing_up.backups(task.journal)]
    found = {name: _look_at(task, name) for name in names}
    whole, damaged, locked = ([name for name in names if found[name] is what] for what in (None, *_TROUBLES))
    lines = [
        f"The journal is whole, and so {'is' if len(whole) == 1 else 'are'} {count_words(len(whole), 'backup')}.",
        *(f"Damaged: {name}" for name in damaged),
        *(f"Under another passphrase, so not looked at: {name}" for name in locked),
    ]
    plain = {"journal": True, "whole": len(whole), "damaged": damaged, "locked": locked}
    task.say("\n".join(lines), plain)
    if damaged:
        raise BackupDamaged


def forget(task: Task) -> None:
    """Take interactions out of the journal and of every backup in reach, for good."""
    ids = list(dict.fromkeys(task.journal.interaction(record_id).id for record_id in task.words.ids))
    done = forgetting.forget(task.journal, ids)
    plain = {"forgotten": len(ids), "rewritten": done.rewritten, "out_of_reach": done.out_of_reach}
    task.say("\n".join(forgotten_words(len(ids), done)), {**plain, "second_is_away": done.second_is_away})


def _look_at(task: Task, name: str) -> type[UserError] | None:
    """One of `_TROUBLES`, or None where it is whole."""
    try:
        backing_up.verify(task.journal, name)
    except _TROUBLES as trouble:
        return type(trouble)
    return None


def _name_or_path(task: Task) -> str | Path:
    given: str = task.words.backup
    names = {backup.name for backup in backing_up.backups(task.journal)}
    return given if given in names else task.folder / given


def _told(found: Comparison, *, dry_run: bool) -> str:
    if not found.changes:
        return "The journal is already as it was then."
    lines = difference_words(found)
    if not dry_run:
        lines.append(
            "The journal is as it was then. What it was before is backed up; `undo` takes this back."
        )
    return "\n".join(lines)


def _plain_comparison(found: Comparison) -> dict[str, object]:
    return {
        "changes": len(found.changes),
        "interactions_now": found.interactions_now,
        "interactions_then": found.interactions_then,
    }


def _line(backup: Backup) -> str:
    made = datetime.fromtimestamp(backup.made).astimezone()
    holds = "?" if backup.interactions is None else count_words(backup.interactions, "interaction")
    state = "damaged" if backup.damaged else "verified" if backup.verified is not None else "not verified"
    sealed = ", encrypted" if backup.encrypted else ""
    where = ", second folder" if backup.place is Place.SECOND else ""
    why = occasion_words(backup.occasion)
    return f"{backup.name}  {made:%Y-%m-%d %H:%M}  {holds}, {size_words(backup.size)}, {state}{sealed}{where}  ({why})"


def _plain(backup: Backup) -> dict[str, object]:
    return {
        "name": backup.name,
        "made": datetime.fromtimestamp(backup.made).astimezone().isoformat(),
        "occasion": backup.occasion.value,
        "place": backup.place.value,
        "interactions": backup.interactions,
        "bytes": backup.size,
        "encrypted": backup.encrypted,
        "verified": backup.verified is not None,
        "damaged": backup.damaged,
    }


COMMANDS: dict[str, Command] = {
    "backup": back_up,
    "backups": list_backups,
    "restore": restore,
    "verify": verify,
    "forget": forget,
}
