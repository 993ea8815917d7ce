"""From the words of the command line to what they ask for: a command, or a window.

A window is to be painted at once, so nothing is imported here that it does not need.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from reconnect_desktop.handover import Message
    from reconnect_desktop.journal import Journal

_PATIENCE = 5.0  # seconds to wait for another command that holds the journal for a moment
_WAIT = 0.05
_WINDOWS = {(): "main", ("--quick-add",): "quick_add"}


def start(argv: list[str]) -> int:
    """Do what `argv` asks for; returns the exit code."""
    window = _WINDOWS.get(tuple(argv))  # the two ways it is mostly started need no parser
    if window is not None:
        return _open_window(window, None)
    from reconnect_desktop.cli.parser import make_parser

    words = make_parser().parse_args(argv)
    if words.command is not None:
        return _command(argv, words.journal)
    if words.demo:
        from reconnect_desktop.views.app import run_demo

        return run_demo()
    return _open_window("quick_add" if words.quick_add else "main", words.journal)


def run_for_caller(journal: Journal, argv: list[str], cwd: str) -> Message:
    """Run a command that another process handed over, on the journal that is open here."""
    import io

    out, err = io.StringIO(), io.StringIO()
    code = _run_on(journal, argv, Path(cwd), out, err)
    return {"code": code, "out": out.getvalue(), "err": err.getvalue()}


def _open_window(window: str, chosen: str | None) -> int:
    """Show a window: that of the process which has the journal open already, or one of our own."""
    from reconnect_desktop.paths import journal_folder

    folder = journal_folder(chosen)
    if _hand_over(folder, {"show": window}) is not None:
        return 0
    from reconnect_desktop.views.app import run

    return run(folder, quick_add=window == "quick_add", run_command=run_for_caller)


def _command(argv: list[str], chosen: str | None) -> int:
    """Run a command on the journal, or hand it to the process that has the journal open."""
    import time

    from reconnect_desktop import clock
    from reconnect_desktop.cli.run import WORLD, complain
    from reconnect_desktop.domain.errors import JournalBusy, UserError
    from reconnect_desktop.journal import Journal
    from reconnect_desktop.paths import journal_folder

    folder = journal_folder(chosen)
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
    from reconnect_desktop.cli.parser import make_parser
    from reconnect_desktop.cli.run import Task, run

    return run(Task(make_parser().parse_args(argv), journal, out, cwd), err)


def _hand_over(folder: Path, message: Message) -> Message | None:
    """The answer of the process that holds the journal in `folder`; None if none does, or it is deaf."""
    from reconnect_desktop.handover import holder_address, send

    address = holder_address(folder / "lock")
    return send(address, message) if address else None


def _repeat(answer: Message) -> int:
    """Print what the other process printed; returns its exit code."""
    sys.stdout.write(str(answer.get("out", "")))
    sys.stderr.write(str(answer.get("err", "")))
    code = answer.get("code")
    return code if isinstance(code, int) else 1
