"""The command rescue: what can be had of a damaged or missing journal, and having it. It opens no journal."""

from __future__ import annotations

import argparse
import json
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from reconnect_desktop import clock, rescuing
from reconnect_desktop.cli.asking import Asking
from reconnect_desktop.cli.printing import DONE
from reconnect_desktop.cli.words import count_words
from reconnect_desktop.domain.errors import (
    DiskTrouble,
    JournalDamaged,
    JournalMissing,
    KeysDamaged,
    NothingReadable,
)
from reconnect_desktop.domain.rescues import Choice, Findings
from reconnect_desktop.journal import Journal
from reconnect_desktop.unlocking import is_encrypted, unlock

if TYPE_CHECKING:
    from reconnect_desktop.handover import Message

_WHOLE = "The journal is whole: there is nothing to rescue."


def run_rescue(folder: Path, words: argparse.Namespace, asking: Asking) -> Message:
    """Say what can be had, or have it where `words.take` says what. A whole journal is left alone. Raises UserErrors."""
    typed = asking.passphrase() if rescuing.needs_secret(folder) else None
    if _is_whole(folder, typed):
        return _answer(words, _WHOLE, {"whole": True})
    if words.take and typed is not None and _keys_are_back(folder, typed):
        return _answer(
            words, "The journal's keys are back, out of a backup, and it is whole.", {"whole": True}
        )
    found = rescuing.look(folder, clock.now, typed=typed)
    if not words.take:
        return _answer(words, "\n".join(_offers(found)), _plain(found))
    choice = Choice(words.take)
    if choice not in found.choices:
        raise NothingReadable
    done = rescuing.rescue(folder, clock.now, choice, found.key)
    lines = [f"The journal is in place again, with {count_words(done.interactions, 'interaction')}."]
    if done.moved_to:
        lines.append(f"The damaged file is kept beside it, in {done.moved_to}.")
    return _answer(words, "\n".join(lines), {"interactions": done.interactions, "moved_to": done.moved_to})


def _is_whole(folder: Path, typed: str | None) -> bool:
    try:
        key = unlock(folder, typed) if typed is not None and is_encrypted(folder) else None
        journal = Journal.open(folder, clock.now, key)
    except (JournalDamaged, JournalMissing, KeysDamaged, DiskTrouble):
        return False
    try:
        journal.mend_search()  # looks at all of it
    except (JournalDamaged, DiskTrouble):
        return False
    finally:
        journal.close()
    return True


def _keys_are_back(folder: Path, typed: str) -> bool:
    try:
        unlock(folder, typed)
    except KeysDamaged:
        try:
            rescuing.restore_keys(folder, typed)
        except (KeysDamaged, JournalDamaged):
            return False
        return _is_whole(folder, typed)
    return False


def _offers(found: Findings) -> list[str]:
    """One line for each choice, with the word that takes it."""
    head = "The journal is damaged or missing. Nothing was changed. This can be had, with `rescue --take …`:"
    return [head, *(f"  {choice.value:9} {_offer(choice, found)}" for choice in found.choices)]


def _offer(choice: Choice, found: Findings) -> str:
    backup, salvage = found.backup, found.salvage
    if choice is Choice.TOGETHER:
        return f"both of these: {count_words(found.together, 'interaction')}; something deleted since may be back"
    if choice is Choice.SALVAGE and salvage is not None:
        of = f" of {salvage.of:,}" if salvage.of is not None else ""
        return f"what can be read of the file: {count_words(salvage.interactions, 'interaction')}{of}"
    if choice is Choice.BACKUP and backup is not None:
        made = datetime.fromtimestamp(backup.made).astimezone()
        return f"the backup of {made:%Y-%m-%d %H:%M}: {count_words(backup.interactions or 0, 'interaction')}"
    return "an empty journal; the old file is kept beside it"


def _plain(found: Findings) -> dict[str, object]:
    return {
        "whole": False,
        "choices": [choice.value for choice in found.choices],
        "salvage": found.salvage.interactions if found.salvage else None,
        "backup": found.backup.interactions if found.backup else None,
        "together": found.together,
    }


def _answer(words: argparse.Namespace, text: str, plain: object) -> Message:
    line = json.dumps(plain, ensure_ascii=False, indent=2) if words.json else text
    return {"code": DONE, "out": f"{line}\n", "err": ""}
