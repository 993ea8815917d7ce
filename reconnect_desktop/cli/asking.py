"""What must not be seen: asked for at the terminal, or read from a file descriptor, never from words or environment."""

from __future__ import annotations

import os
import sys

from reconnect_desktop.domain.errors import BackupLocked, FileUnreadable, Invalid, JournalLocked, Why

_MOST = 100_000  # bytes read from a descriptor


class Asking:
    """Answers in the order in which they are asked for: the descriptor's lines, or what is typed.

    descriptor: of `--passphrase-fd`, or None. Each method raises JournalLocked where nobody can be asked.
    """

    def __init__(self, descriptor: int | None = None) -> None:
        self._descriptor = descriptor
        self._lines: list[str] | None = None

    @property
    def is_typed(self) -> bool:
        """Whether somebody sits at a terminal, and sees what is shown there."""
        return self._descriptor is None

    def passphrase(self) -> str:
        """The one that is set (or the recovery key)."""
        return self._next("Passphrase, or recovery key: ")

    def passphrase_of_backup(self) -> str:
        """That of a backup which has another one. Raises BackupLocked where nobody can be asked."""
        try:
            return self._next("The backup's own passphrase, or recovery key: ")
        except JournalLocked:
            raise BackupLocked from None

    def new_passphrase(self) -> str:
        """A new one, typed twice. Raises Invalid if the two differ, or it is none."""
        from reconnect_desktop.encrypting import check_passphrase

        typed = self._next("New passphrase: ")
        check_passphrase(typed)
        if self.is_typed and self._next("The same again: ") != typed:
            raise Invalid("passphrase", Why.DIFFERENT)
        return typed

    def typed_back(self, key: str) -> bool:
        """Show a recovery key and have it typed back; False where nothing is typed, or nobody is there to see it.

        Raises Invalid where it is another one.
        """
        from reconnect_desktop.domain import recovery_key

        if not self.is_typed:
            return False
        self._tell(
            f"Your recovery key:\n\n    {key}\n\n"
            "It opens the journal if the passphrase is forgotten. Write it down, and keep it where you would keep a spare key."
        )
        typed = self._next("Type it here, or just Enter to do without one: ")
        if not typed.strip():
            return False
        if recovery_key.read(typed) != recovery_key.read(key):
            raise Invalid("recovery_key", Why.DIFFERENT)
        return True

    def agrees(self, question: str) -> bool:
        """Whether "yes" is typed, at a terminal; where there is none, nobody has agreed."""
        try:
            return self.is_typed and _shown(f'{question} Type "yes": ').strip() == "yes"
        except (EOFError, OSError):
            return False

    def _next(self, prompt: str) -> str:
        if self._descriptor is None:
            try:
                return _hidden(prompt)
            except (EOFError, OSError):
                raise JournalLocked from None
        if self._lines is None:
            self._lines = _lines_of(self._descriptor)
        if not self._lines:
            raise JournalLocked
        return self._lines.pop(0)

    @staticmethod
    def _tell(text: str) -> None:
        """On the terminal, not among the command's output."""
        sys.stderr.write(f"{text}\n")
        sys.stderr.flush()


def _hidden(prompt: str) -> str:
    import getpass
    import warnings

    with warnings.catch_warnings():
        # Without a terminal it would echo what is typed, and only warn.
        warnings.simplefilter("error", getpass.GetPassWarning)
        try:
            return getpass.getpass(prompt)
        except getpass.GetPassWarning:
            raise EOFError from None


def _shown(prompt: str) -> str:
    if not sys.stdin or not sys.stdin.isatty():
        raise EOFError
    sys.stderr.write(prompt)
    sys.stderr.flush()
    return sys.stdin.readline()


def _lines_of(descriptor: int) -> list[str]:
    try:
        with os.fdopen(descriptor, "rb", closefd=False) as stream:
            data = stream.read(_MOST)
        return data.decode().removesuffix("\n").replace("\r\n", "\n").split("\n")
    except (OSError, ValueError):
        raise FileUnreadable from None
