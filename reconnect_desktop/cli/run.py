"""Runs one command on an open journal: what it prints, and its exit code."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

from reconnect_desktop.cli.printing import DONE, USAGE, WORLD
from reconnect_desktop.cli.secrets import BACKUP
from reconnect_desktop.domain.errors import BackupLocked, Invalid, UserError, WrongPassphrase
from reconnect_desktop.journal import Journal
from reconnect_desktop.output.errors_in_words import explain


@dataclass(frozen=True, slots=True)
class Task:
    """One command as given: the parsed words, the journal, where to print, the caller's folder, and what it typed in secret."""

    words: argparse.Namespace
    journal: Journal
    out: TextIO
    folder: Path
    secrets: Mapping[str, str] = field(default_factory=dict, repr=False)

    def say(self, text: str, value: object) -> None:
        """Print `value` as JSON where that was asked for, else `text`."""
        line = json.dumps(value, ensure_ascii=False, indent=2) if self.words.json else text
        print(line, file=self.out)


class Unanswered(Exception):
    """More has to be said before the command can be carried out: what, and the choices there are, a line each."""

    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__(len(lines))
        self.lines = lines


Command = Callable[[Task], None]


def run(task: Task, err: TextIO) -> int:
    """Carry out the command; raises BackupLocked where its passphrase has to be asked for. Returns 0 (done), 1 (the world is in the way) or 2 (the words make no sense)."""
    try:
        _command(task.words.command)(task)
    except BackupLocked:
        if BACKUP in task.secrets:
            return complain(WrongPassphrase(), err, WORLD)
        raise
    except Invalid as error:
        return complain(error, err, USAGE)
    except Unanswered as question:
        print("\n".join(question.lines), file=err)
        return USAGE
    except UserError as error:
        return complain(error, err, WORLD)
    return DONE


def complain(error: UserError, err: TextIO, code: int) -> int:
    """Print the error's one sentence; returns `code`."""
    print(explain(error), file=err)
    return code


def _command(name: str) -> Command:
    """The function for a command; each module is loaded only when it is needed."""
    if name in ("log", "status"):
        from reconnect_desktop.cli.looking import COMMANDS
    elif name in ("signals", "suggest"):
        from reconnect_desktop.cli.noticing import COMMANDS
    elif name in ("pause", "plan", "try", "rhythm"):
        from reconnect_desktop.cli.steps import COMMANDS
    elif name == "chart":
        from reconnect_desktop.cli.charting import COMMANDS
    elif name == "review":
        from reconnect_desktop.cli.reviewing import COMMANDS
    elif name in ("backup", "backups", "restore", "verify", "forget"):
        from reconnect_desktop.cli.keeping import COMMANDS
    elif name in ("encrypt", "decrypt", "passphrase", "recovery-key"):
        from reconnect_desktop.cli.encryption import COMMANDS
    elif name in ("import", "imports"):
        from reconnect_desktop.cli.bringing_in import COMMANDS
    elif name == "export":
        from reconnect_desktop.cli.files import COMMANDS
    else:
        from reconnect_desktop.cli.entries import COMMANDS
    return COMMANDS[name]
