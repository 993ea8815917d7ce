"""From the words of the command line to what they ask for: a command, or a window.

A window is to be painted at once, so nothing is imported here that it does not need.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping

    from reconnect_desktop.domain.errors import UserError
    from reconnect_desktop.handover import Message
    from reconnect_desktop.journal import Journal

_WINDOWS = {(): "main", ("--quick-add",): "quick_add", ("--timer",): "timer", ("--hidden",): "hidden"}
_PATIENCE = (
    1.0  # seconds for the process that has the journal open to say hello, before there is a window of our own
)


def start(argv: list[str]) -> int:
    """Do what `argv` asks for; returns the exit code."""
    window = _WINDOWS.get(tuple(argv))  # the ways it is mostly started need no parser
    if window is not None:
        return _open_window(window, None)
    from reconnect_desktop.cli.parser import make_parser

    parser = make_parser()
    words = parser.parse_args(argv)
    if words.command is not None:
        if words.demo or words.quick_add or words.timer or words.hidden:
            parser.error("a window takes no command")
        return _command(argv, words)
    if words.passphrase_fd is not None:
        parser.error("a window asks for the passphrase itself")
    if words.demo:
        from reconnect_desktop.views.app import run_demo

        return run_demo()
    asked = (name for name in ("quick_add", "timer", "hidden") if getattr(words, name))
    return _open_window(next(asked, "main"), words.journal)


def _open_window(window: str, chosen: str | None) -> int:
    """Show a window: that of the process which has the journal open already, or one of our own."""
    folder = _folder(chosen)
    if folder is None:
        return 1
    if _shown_elsewhere(folder, window):
        return 0
    from reconnect_desktop.views.app import run

    return run(folder, window, _run_for_caller)


def _run_for_caller(
    journal: Journal, argv: list[str], cwd: str, secrets: Mapping[str, str] | None = None
) -> Message:
    """What `cli.reaching` does, loaded when somebody calls."""
    from reconnect_desktop.cli.reaching import run_for_caller

    return run_for_caller(journal, argv, cwd, secrets or {})


def _shown_elsewhere(folder: Path, window: str) -> bool:
    from reconnect_desktop.handover import holder_address, send

    address = holder_address(folder / "lock")
    if not address:
        return False
    from reconnect_desktop.domain.errors import NoAnswer

    try:
        return send(address, {"show": window}, _PATIENCE) is not None
    except NoAnswer:  # it is just closing
        return False


def _command(argv: list[str], words: argparse.Namespace) -> int:
    """Run a command on the journal, or hand it to the process that has the journal open."""
    from reconnect_desktop.cli.printing import put_out
    from reconnect_desktop.cli.reaching import reach
    from reconnect_desktop.domain.errors import UserError
    from reconnect_desktop.paths import keep_matplotlib_here

    keep_matplotlib_here()
    folder = _folder(words.journal)
    if folder is None:
        return 1
    try:
        answer = reach(folder, argv, words, str(_here()))
    except UserError as error:
        return _complain(error)
    code = answer.get("code")
    out, err = str(answer.get("out", "")), str(answer.get("err", ""))
    return put_out(out, err, code if isinstance(code, int) else 1, as_json=words.json)


def _folder(chosen: str | None) -> Path | None:
    """The journal's folder; None, and a sentence, where its name leads nowhere."""
    from reconnect_desktop.paths import journal_folder

    try:
        return journal_folder(chosen)
    except (OSError, RuntimeError):  # a relative name in a folder that is gone; the home of nobody
        from reconnect_desktop.domain.errors import ReadOnly

        _complain(ReadOnly())
        return None


def _here() -> Path:
    """The caller's folder; where that is gone, the name it had, under which nothing can be found or written."""
    try:
        return Path.cwd()
    except FileNotFoundError:
        return Path(os.environ.get("PWD") or os.devnull)


def _complain(error: UserError) -> int:
    from reconnect_desktop.cli.printing import USAGE, WORLD
    from reconnect_desktop.cli.run import complain
    from reconnect_desktop.domain.errors import Invalid

    return complain(error, sys.stderr, USAGE if isinstance(error, Invalid) else WORLD)
