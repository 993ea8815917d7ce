"""The commands of the passphrase: encrypt, decrypt, passphrase, recovery-key."""

from __future__ import annotations

from reconnect_desktop import backing_up, encrypting
from reconnect_desktop.cli.run import Command, Task
from reconnect_desktop.cli.secrets import NEW, PASSPHRASE, RECOVERY
from reconnect_desktop.domain import recovery_key


def encrypt(task: Task) -> None:
    """Set a passphrase, and the recovery key that was typed back."""
    recovery = _recovery(task)
    encrypting.turn_on(task.journal, task.secrets[NEW], recovery)
    lines = ["The journal is encrypted."]
    if recovery is None:
        lines.append(
            "It has no recovery key: without the passphrase nobody can open it. `recovery-key` makes one."
        )
    if plain := sum(not backup.encrypted for backup in backing_up.backups(task.journal)):
        lines.append(
            f"Backups of before are not encrypted ({plain}): `backups` lists them, and with --delete it deletes them."
        )
    task.say(
        "\n".join(lines), {"encrypted": True, "recovery_key": recovery is not None, "plain_backups": plain}
    )


def decrypt(task: Task) -> None:
    """Take the passphrase away."""
    encrypting.verify(task.journal, task.secrets[PASSPHRASE])
    encrypting.turn_off(task.journal)
    lines = ["The journal has no passphrase any more."]
    if sealed := sum(backup.encrypted for backup in backing_up.backups(task.journal)):
        lines.append(f"Backups of before still need it ({sealed}); `backups` lists them.")
    task.say("\n".join(lines), {"encrypted": False, "encrypted_backups": sealed})


def change_passphrase(task: Task) -> None:
    """Set another passphrase; what opens older backups stays."""
    encrypting.change_passphrase(task.journal, task.secrets[PASSPHRASE], task.secrets[NEW])
    text = "The passphrase is changed. Backups of before still open with the old one."
    task.say(text, {"changed": True})


def make_recovery_key(task: Task) -> None:
    """Set the recovery key that was typed back."""
    recovery = _recovery(task)
    if recovery is not None:
        encrypting.verify(task.journal, task.secrets[PASSPHRASE])
        encrypting.set_recovery_key(task.journal, recovery)
    text = (
        "The recovery key is set."
        if recovery is not None
        else "Nothing was changed: the key has to be typed back."
    )
    task.say(text, {"changed": recovery is not None})


def _recovery(task: Task) -> bytes | None:
    typed = task.secrets.get(RECOVERY)
    return recovery_key.read(typed) if typed else None


COMMANDS: dict[str, Command] = {
    "encrypt": encrypt,
    "decrypt": decrypt,
    "passphrase": change_passphrase,
    "recovery-key": make_recovery_key,
}
