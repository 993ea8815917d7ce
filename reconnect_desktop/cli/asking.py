"""What must not be seen: asked for at the terminal, or read from a file descriptor, never from words or environment."""

from __future__ import annotations

import io
import sys

from reconnect_desktop.domain.errors import BackupLocked, FileUnreadable, Invalid, JournalLocked, Why

_MOST = 10_000  # bytes of one line from a descriptor


class Asking:
    """Answers in the order in which they are asked for: the descriptor's lines, or what is typed.

    descriptor: of `--passphrase-fd`, or None. Each method raises Invalid for what is no text, and FileUnreadable.
    """

    def __init__(self, descriptor: int | None = None) -> None:
        self._descriptor = descriptor

    @property
    def is_typed(self) -> bool:
        """Whether somebody sits at a terminal, and sees what is shown there."""
        return self._descriptor is None

    def passphrase(self) -> str:
        """The one that is set (or the recovery key). Raises JournalLocked where nobody can be asked."""
        typed = self._next("Passphrase, or recovery key: ")
        if typed is None:
            raise JournalLocked
        return typed

    def passphrase_of_backup(self) -> str:
        """That of a backup which has another one. Raises BackupLocked where nobody can be asked."""
        typed = self._next("The backup's own passphrase, or recovery key: ")
        if typed is None:
            raise BackupLocked
        return typed

    def new_passphrase(self) -> str:
        """A new one, typed twice. Raises Invalid if the two differ, or it is none."""
        from reconnect_desktop.encrypting import check_passphrase

        typed = self._next("New passphrase: ") or ""
        check_passphrase(typed)
        if self.is_typed and self._next("The same again: ") != typed:
            raise Invalid("passphrase", Why.DIFFERENT)
        return typed

    def typed_back(self, key: str) -> bool:
        """Show a recovery key and have it typed back; False where nothing is typed, or nobody is there to see it.

        A slip is told, and can be made good. Raises Invalid where the terminal is closed meanwhile.
        """
        if not self.is_typed:
            return False
        _tell(
            f"Your recovery key:\n\n    {key}\n\n"
            "It opens the journal if the passphrase is forgotten. Write it down, and keep it where you would keep a spare key."
        )
        while typed := self._typed_key():
            if _is_same(typed, key):
                return True
        return False

    def agrees(self, question: str) -> bool:
        """Whether "yes" is typed, at a terminal; where there is none, nobody has agreed."""
        try:
            return self.is_typed and _shown(f'{question} Type "yes": ').strip() == "yes"
        except (EOFError, OSError, UnicodeDecodeError):
            return False

    def _typed_key(self) -> str:
        typed = self._next("Type it here, or just Enter to do without one: ")
        if typed is None:
            raise Invalid("recovery_key", Why.EMPTY)
        return typed.strip()

    def _next(self, prompt: str) -> str | None:
        """None where nobody can be asked, or no line is left."""
        try:
            return _hidden(prompt) if self._descriptor is None else _line_of(self._descriptor)
        except UnicodeDecodeError:  # without what it quotes
            raise Invalid("passphrase", Why.UNSTORABLE) from None


def _tell(text: str) -> None:
    """On the terminal, not among the command's output."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


def _is_same(typed: str, key: str) -> bool:
    """Whether it is this recovery key; if not, that is told."""
    from reconnect_desktop.domain import recovery_key
    from reconnect_desktop.output.errors_in_words import explain

    slip = Invalid("recovery_key", Why.DIFFERENT)
    try:
        if recovery_key.read(typed) == recovery_key.read(key):
            return True
    except Invalid as mistyped:
        slip = mistyped
    _tell(explain(slip))
    return False


def _hidden(prompt: str) -> str | None:
    import getpass
    import warnings

    with warnings.catch_warnings():
        # Without a terminal it would echo what is typed, and only warn.
        warnings.simplefilter("error", getpass.GetPassWarning)
        try:
            return getpass.getpass(prompt)
        except (EOFError, OSError, getpass.GetPassWarning):
            return None


def _shown(prompt: str) -> str:
    if not sys.stdin or not sys.stdin.isatty():
        raise EOFError
    sys.stderr.write(prompt)
    sys.stderr.flush()
    return sys.stdin.readline()


def _line_of(descriptor: int) -> str | None:
    """The next line; what comes after it is not waited for. Raises FileUnreadable, UnicodeDecodeError."""
    try:
        with io.FileIO(descriptor, closefd=False) as stream:
            data = stream.readline(_MOST)
    except (OSError, ValueError, TypeError):  # the last of a number beyond all descriptors
        raise FileUnreadable from None
    return data.decode().removesuffix("\n").removesuffix("\r") if data else None
