"""From the words of the command line to what they ask for: a command, or a window."""

from __future__ import annotations

import io
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from reconnect_desktop import clock, paths
from reconnect_desktop.cli.parser import make_parser
from reconnect_desktop.domain.errors import JournalBusy, UserError

if TYPE_CHECKING:
    from reconnect_desktop.journal import Journal

_PATIENCE = 5.0  # seconds to wait for another command that holds the journal for a moment
_WAIT = 0.05


def start(argv: list[str]) -> int:
    """Do what `argv` asks for; returns the exit code."""
    words = make_parser().parse_args(argv)
    folder = paths.journal_folder(words.journal)
    if words.command is not None:
        return _command(argv, folder)
    if words.demo:
        from reconnect_desktop.views.app import run_demo

        return run_demo()
    request = "quick_add" if words.quick_add else "show"
    if _hand_over(folder, {"show": request}) is not None:
        return 0
    from reconnect_desktop.views.app import run

    return run(folder, quick_add=words.quick_add, run_command=run_for_caller)


def run_for_caller(journal: Journal, argv: list[str], cwd: str) -> dict[str, object]:
    """Run a command that another process handed over, on the journal that is open here."""
    out, err = io.StringIO(), io.StringIO()
    code = _run_on(journal, argv, Path(cwd), out, err)
    return {"code": code, "out": out.getvalue(), "err": err.getvalue()}


def _command(argv: list[str], folder: Path) -> int:
    from reconnect_desktop.cli.run import WORLD, complain
    from reconnect_desktop.journal import Journal

    give_up = time.monotonic() + _PATIENCE
    while True:
        try:
            journal = Journal.open(folder, clock.now)
        except JournalBusy as error:
            answer = _hand_over(folder, {"argv": argv, "cwd": str(Path.cwd())})
            if answer is not None:
                return _repeat(answer)
            if time.monotonic() > give_up:
                return complain(error, sys.stderr, WORLD)
            time.sleep(_WAIT)
        except UserError as error:
            return complain(error, sys.stderr, WORLD)
        else:
            try:
                return _run_on(journal, argv, Path.cwd(), sys.stdout, sys.stderr)
            finally:
                journal.close()


def _run_on(journal: Journal, argv: list[str], cwd: Path, out: TextIO, err: TextIO) -> int:
    from reconnect_desktop.cli.run import Task, run

    return run(Task(make_parser().parse_args(argv), journal, out, cwd), err)


def _hand_over(folder: Path, message: dict[str, object]) -> dict[str, object] | None:
    """The answer of the process that holds the journal in `folder`; None if none does, or it is deaf."""
    from reconnect_desktop.storage.lock import holder_address

    address = holder_address(folder / "lock")
    if not address:
        return None
    from reconnect_desktop.handover import send

    return send(address, message)


def _repeat(answer: dict[str, object]) -> int:
    """Print what the other process printed; returns its exit code."""
    sys.stdout.write(str(answer.get("out", "")))
    sys.stderr.write(str(answer.get("err", "")))
    code = answer.get("code")
    return code if isinstance(code, int) else 1
