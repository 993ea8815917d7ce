"""A command's way to the journal: opened here for a moment, or in the process that has it open already."""

from __future__ import annotations

import argparse
import time
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from reconnect_desktop.cli.asking import Asking
from reconnect_desktop.cli.secrets import BACKUP, PASSPHRASE, Secrets, gather
from reconnect_desktop.domain.errors import BackupLocked, JournalBusy, JournalLocked, UserError

if TYPE_CHECKING:
    from reconnect_desktop.domain.action import Applied
    from reconnect_desktop.handover import Message
    from reconnect_desktop.journal import Journal

_PATIENCE = 5.0  # seconds to wait for another command that holds the journal for a moment
_WAIT = 0.05
_KEYRING = 5.0  # seconds that the system's keyring may take
_NOTHING: Secrets = {}


def reach(folder: Path, argv: list[str], words: argparse.Namespace, cwd: str) -> Message:
    """What the command says, here or there. Raises UserErrors."""
    asking = Asking(words.passphrase_fd)
    if words.command == "rescue":
        from reconnect_desktop.cli.rescue import run_rescue

        return run_rescue(folder, words, asking)
    if words.command == "forget" and not words.yes and not asking.agrees(_FORGET):
        return {
            "code": 1,
            "out": "",
            "err": "Nothing was changed; with --yes it is done without a question.\n",
        }
    call = _Call(folder, argv, cwd, asking, gather(words, folder, asking))
    return call.answer()


_FORGET = "This takes them out of the journal and of all backups, and can't be undone."


class _Call:
    """One command, said again with one secret more where that is asked for."""

    def __init__(self, folder: Path, argv: list[str], cwd: str, asking: Asking, secrets: Secrets) -> None:
        self._folder, self._argv, self._cwd = folder, argv, cwd
        self._asking, self._secrets = asking, secrets

    def answer(self) -> Message:
        """Here or there, as soon as the journal is free."""
        give_up = time.monotonic() + _PATIENCE
        while True:
            try:
                found = self._said()
            except JournalBusy:
                if time.monotonic() > give_up:
                    raise
                time.sleep(_WAIT)
                continue
            if not self._more(found):
                return found
            give_up = time.monotonic() + _PATIENCE  # typing may have taken long

    def _said(self) -> Message:
        try:
            return self._here()
        except JournalBusy:
            found = self._there()
            # It asks for what it was given while it is just being locked, or opened.
            if found is None or str(found.get("needs")) in self._secrets:
                raise
            return found

    def _more(self, found: Message) -> bool:
        """Whether a passphrase was missing, and is there now. Raises JournalLocked or BackupLocked where nobody can be asked."""
        needs = found.get("needs")
        if needs not in (PASSPHRASE, BACKUP):
            return False
        ask = self._asking.passphrase if needs == PASSPHRASE else self._asking.passphrase_of_backup
        self._secrets[str(needs)] = ask()
        return True

    def _here(self) -> Message:
        from reconnect_desktop import clock
        from reconnect_desktop.journal import Journal

        try:
            journal = Journal.open(self._folder, clock.now)
        except JournalLocked:
            key = self._key()
            if key is None:
                return {"needs": PASSPHRASE}
            journal = Journal.open(self._folder, clock.now, key)
        changed: list[Applied] = []
        journal.listen(changed.append)
        try:
            answer = run_for_caller(journal, self._argv, self._cwd, self._secrets)
            return _backed_up(journal, answer) if changed else answer
        finally:
            journal.close()

    def _key(self) -> bytes | None:
        """By what was typed, or what this computer remembers; None where it has to be asked for. Raises WrongPassphrase."""
        from reconnect_desktop.unlocking import unlock

        if PASSPHRASE in self._secrets:
            return unlock(self._folder, self._secrets[PASSPHRASE])
        return _recalled(self._folder) if self._asking.is_typed else None

    def _there(self) -> Message | None:
        from reconnect_desktop.handover import holder_address, send

        address = holder_address(self._folder / "lock")
        message: Message = {"argv": self._argv, "cwd": self._cwd, "secrets": dict(self._secrets)}
        return send(address, message) if address else None


def _recalled(folder: Path) -> bytes | None:
    """What the system's keyring has; it may be locked itself, and wait for its own password."""
    import threading

    from reconnect_desktop.storage import remembered

    found: list[bytes | None] = []
    thread = threading.Thread(target=lambda: found.append(remembered.recall(folder)), daemon=True)
    thread.start()
    thread.join(_KEYRING)
    return found[0] if found else None


def run_for_caller(
    journal: Journal, argv: list[str], cwd: str, secrets: Mapping[str, str] = _NOTHING
) -> Message:
    """Run a command, of this process or handed over by another one, on the open journal; its code and its words.

    {"needs": …} where it takes a passphrase that is not among the secrets. What it says is in English, whatever the windows
    of this process speak.
    """
    import io

    from reconnect_desktop.cli.parser import make_parser
    from reconnect_desktop.cli.printing import USAGE
    from reconnect_desktop.cli.run import Task, run
    from reconnect_desktop.language import ENGLISH, speaking

    out, err = io.StringIO(), io.StringIO()
    try:
        words = make_parser().parse_args(argv)
    except SystemExit:  # the caller is of another version
        return {"code": USAGE, "out": "", "err": ""}
    try:
        with speaking(ENGLISH.code):
            code = run(Task(words, journal, out, Path(cwd), secrets), err)
    except BackupLocked:
        return {"needs": BACKUP}
    return {"code": code, "out": out.getvalue(), "err": err.getvalue()}


def _backed_up(journal: Journal, answer: Message) -> Message:
    """After the first change of a day a backup is made; where that can't be, it is said, and the command was done all the same."""
    from reconnect_desktop.backing_up import back_up_if_due
    from reconnect_desktop.output.errors_in_words import explain

    try:
        back_up_if_due(journal)
    except UserError as error:
        return {**answer, "err": f"{answer.get('err', '')}No backup could be made. {explain(error)}\n"}
    return answer
