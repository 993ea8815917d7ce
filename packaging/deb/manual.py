"""The manual page, off the parser of the command line."""

from __future__ import annotations

import argparse
from datetime import date

from reconnect_desktop import __version__
from reconnect_desktop.cli.parser import make_parser

_FILES = """.SH FILES
.TP
.I ~/.local/share/reconnect-desktop/
The journal and its backups, which only their owner can read. They stay when the program is removed.
.TP
.I ~/.config/reconnect-desktop/
What the windows look like, and nothing personal.
.SH ENVIRONMENT
.TP
.B RECONNECT_JOURNAL
Another folder for the journal.
.SH EXIT STATUS
0 when done, 1 when something outside is in the way, 2 when the words make no sense.
"""


def manual(day: date) -> str:
    """The page, in roff, as of this day."""
    parser = make_parser()
    lines = [
        f'.TH RECONNECT\\-DESKTOP 1 "{day:%Y-%m-%d}" "Reconnect {__version__}" "User Commands"',
        ".SH NAME",
        "reconnect\\-desktop \\- a private journal for staying close to your mom",
        ".SH SYNOPSIS",
        ".B reconnect\\-desktop",
        "[\\fIoption\\fR ...] [\\fIcommand\\fR ...]",
        ".SH DESCRIPTION",
        _plain(parser.description or ""),
        ".SH OPTIONS",
        *(line for action in parser._actions if action.option_strings for line in _option(action)),  # noqa: SLF001
        ".SH COMMANDS",
        *(line for name, does in _commands(parser) for line in (".TP", f".B {_plain(name)}", _plain(does))),
        ".PP",
        ".B reconnect\\-desktop",
        "\\fIcommand\\fR \\fB\\-\\-help\\fR tells the rest.",
    ]
    return "\n".join(lines) + "\n" + _FILES


def _option(action: argparse.Action) -> list[str]:
    names = ", ".join(f"\\fB{_plain(name)}\\fR" for name in action.option_strings)
    takes = f" \\fI{action.metavar}\\fR" if isinstance(action.metavar, str) else ""
    return [".TP", names + takes, _plain((action.help or "").replace("%(prog)s", "reconnect-desktop"))]


def _commands(parser: argparse.ArgumentParser) -> list[tuple[str, str]]:
    commands = next(one for one in parser._actions if isinstance(one, argparse._SubParsersAction))  # noqa: SLF001
    return [(one.dest, one.help or "") for one in commands._choices_actions]  # noqa: SLF001


def _plain(text: str) -> str:
    """The text, without what roff would take for its own."""
    plain = text.replace("\\", "\\e").replace("-", "\\-").replace("%%", "%")
    return f"\\&{plain}" if plain.startswith((".", "'")) else plain
