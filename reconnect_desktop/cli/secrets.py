"""Which secrets a command needs beforehand: asked for where the user is, carried out where the journal is."""

from __future__ import annotations

import argparse
from pathlib import Path

from reconnect_desktop.cli.asking import Asking
from reconnect_desktop.domain.errors import AlreadyEncrypted, NotEncrypted

Secrets = dict[str, str]

PASSPHRASE, NEW, RECOVERY, BACKUP = "passphrase", "new", "recovery", "backup"
_OF_ENCRYPTED = ("decrypt", "passphrase", "recovery-key")


def gather(words: argparse.Namespace, folder: Path, asking: Asking) -> Secrets:
    """What `words.command` needs before it begins. Raises AlreadyEncrypted, NotEncrypted, Invalid, JournalLocked."""
    command = words.command
    if command not in ("encrypt", *_OF_ENCRYPTED):
        return {}
    from reconnect_desktop.unlocking import is_encrypted

    encrypted = is_encrypted(folder)
    if command == "encrypt" and encrypted:
        raise AlreadyEncrypted
    if command in _OF_ENCRYPTED and not encrypted:
        raise NotEncrypted
    secrets = {PASSPHRASE: asking.passphrase()} if encrypted else {}
    if command in ("encrypt", "passphrase"):
        secrets[NEW] = asking.new_passphrase()
    if command in ("encrypt", "recovery-key"):
        secrets |= _recovery(asking)
    return secrets


def _recovery(asking: Asking) -> Secrets:
    import os

    from reconnect_desktop.domain import recovery_key

    key = recovery_key.write(os.urandom(recovery_key.SECRET_BYTES))
    return {RECOVERY: key} if asking.typed_back(key) else {}
