"""The words of the command line."""

from __future__ import annotations

import argparse
from typing import TypeAlias

from reconnect_desktop import __version__
from reconnect_desktop.domain.interaction import CLOSENESS, MOOD, Medium, ReachedOut
from reconnect_desktop.domain.records import Outcome, PauseReason

_MEDIA = [medium.value for medium in Medium]
_WHO = [who.value for who in ReachedOut]
_REASONS = [reason.value for reason in PauseReason]
_OUTCOMES = [outcome.value.replace("_", "-") for outcome in Outcome]
_PAPERS = ("a4", "letter")
_RESCUES = ("together", "backup", "salvage", "afresh")


def make_parser() -> argparse.ArgumentParser:
    """The parser of the whole command line; without a command, the window opens."""
    parser = argparse.ArgumentParser(
        prog="reconnect-desktop",
        description="A private journal for staying close to your mom. Without a command, its window opens.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"Reconnect {__version__}")
    parser.add_argument("--journal", metavar="DIR", help="the journal's folder (or set RECONNECT_JOURNAL)")
    parser.add_argument(
        "--passphrase-fd",
        type=int,
        metavar="N",
        help="read the passphrase from this file descriptor; else it is asked for",
    )
    window = parser.add_mutually_exclusive_group()
    window.add_argument(
        "--quick-add", action="store_true", help="open only the small window to log an interaction"
    )
    window.add_argument("--timer", action="store_true", help="start the call timer")
    window.add_argument("--hidden", action="store_true", help="start in the tray, without a window")
    window.add_argument(
        "--demo", action="store_true", help="look around in ten years of sample data, thrown away after"
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    _add_entries(commands)
    _add_looking(commands)
    _add_noticing(commands)
    _add_steps(commands)
    _add_chart(commands)
    _add_review(commands)
    _add_files(commands)
    _add_keeping(commands)
    _add_encryption(commands)
    return parser


# The type of what add_subparsers returns has no public name.
Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001


def _command(commands: Commands, name: str, does: str, *, json: bool = True) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=does, description=does, allow_abbrev=False)
    parser.add_argument("--journal", metavar="DIR", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    parser.add_argument(
        "--passphrase-fd", type=int, metavar="N", default=argparse.SUPPRESS, help=argparse.SUPPRESS
    )
    if json:
        parser.add_argument("--json", action="store_true", help="print JSON")
    return parser


def _add_entries(commands: Commands) -> None:
    add = _command(commands, "add", "log an interaction")
    add.add_argument("medium", choices=_MEDIA, metavar="MEDIUM", help=", ".join(_MEDIA))
    _add_fields(add)
    edit = _command(commands, "edit", "change an interaction; a value of - empties a field")
    edit.add_argument("id", metavar="ID", help="its id, or the beginning of it, as `log` prints it")
    edit.add_argument("--medium", choices=_MEDIA)
    _add_fields(edit)
    delete = _command(commands, "delete", "delete interactions; they can be brought back for 30 days")
    delete.add_argument("ids", metavar="ID", nargs="+", help="the id, or the beginning of it")
    mood = _command(commands, "mood", "note how you are yourself")
    mood.add_argument("mood", type=int, metavar=_span(MOOD), help="1 (very low) to 5 (very good)")
    mood.add_argument("--at", metavar="ISO", help="when it was; now, if left out")
    mood.add_argument("--note", default="", metavar="TEXT")
    _command(commands, "undo", "take the last change back")
    _command(commands, "redo", "do again what was undone last")


def _add_fields(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--minutes", metavar="N", help="its length: 25, 1:15 or 1.5h")
    parser.add_argument("--closeness", metavar=_span(CLOSENESS), help="how close it felt, 1 (far apart) to 7")
    parser.add_argument("--at", metavar="ISO", help="when it began: 2026-11-22T18:40, or just the day")
    parser.add_argument("--mood", metavar=_span(MOOD), help="how you were yourself, 1 to 5")
    parser.add_argument(
        "--reached-out", choices=[*_WHO, "-"], metavar="WHO", help="who began it: me, mom or both"
    )
    parser.add_argument(
        "--tag", action="append", dest="tags", metavar="TAG", help="a free word; may be repeated"
    )
    parser.add_argument("--note", metavar="TEXT", help="what stayed with you")
    parser.add_argument("--win", metavar="TEXT", help="a small good moment worth keeping")


def _add_looking(commands: Commands) -> None:
    log = _command(commands, "log", "print interactions, newest first")
    log.add_argument("--since", metavar="DAY", help="from this day on")
    log.add_argument("--until", metavar="DAY", help="up to and with this day")
    log.add_argument("--search", default="", metavar="WORDS", help="words in notes, tags or wins")
    log.add_argument("--medium", choices=_MEDIA, action="append", metavar="MEDIUM", help="may be repeated")
    status = _command(commands, "status", "say how things are: last contact, gap, closeness beside the usual")
    status.add_argument("--on", metavar="DATE", help="as of this day; today, if left out")


def _add_noticing(commands: Commands) -> None:
    signals = _command(commands, "signals", "say what stands out: a dip in closeness, a growing gap")
    signals.add_argument("--on", metavar="DATE", help="as of this day; today, if left out")
    signals.add_argument("--replay", action="store_true", help="day by day, from the first entry on")
    signals.add_argument("--since", metavar="DAY", help="replay from this day on")
    signals.add_argument("--until", metavar="DAY", help="replay up to and with this day")
    _command(commands, "suggest", "one idea that fits now, with its why")


def _add_steps(commands: Commands) -> None:
    from reconnect_desktop.cli.plan_parser import add_plan

    pause = _command(commands, "pause", "a time without suggestions, left out of the count")
    pause.add_argument("reason", nargs="?", choices=_REASONS, metavar="REASON", help=", ".join(_REASONS))
    pause.add_argument("--from", dest="start", metavar="DAY", help="its first day; today, if left out")
    pause.add_argument("--until", metavar="DAY", help="its last day; open, if left out")
    pause.add_argument("--note", default="", metavar="TEXT")
    pause.add_argument(
        "--end", nargs="?", const="", metavar="DAY", help="end the pause now, or with this day as its last"
    )
    pause.add_argument("--list", action="store_true", help="print all pauses")
    attempt = _command(commands, "try", "take a suggestion up, or say how it went")
    attempt.add_argument("id", nargs="?", metavar="ID", help="the suggestion's name, as `suggest` prints it")
    attempt.add_argument("--went", choices=_OUTCOMES, metavar="HOW", help=", ".join(_OUTCOMES))
    attempt.add_argument("--note", default="", metavar="TEXT", help="what came of it")
    attempt.add_argument(
        "--list", action="store_true", help="print all tries, and closeness before and after"
    )
    add_plan(_command(commands, "plan", "what lies ahead with her: plan it, list it, tick it off"))
    rhythm = _command(commands, "rhythm", "how often you would like contact; without numbers, print it")
    rhythm.add_argument(
        "good", nargs="?", type=int, metavar="GOOD", help="days between contacts that are good"
    )
    rhythm.add_argument("fine", nargs="?", type=int, metavar="FINE", help="days that are still fine")
    rhythm.add_argument("--medium", choices=_MEDIA, metavar="MEDIUM", help="for this medium alone")
    rhythm.add_argument("--none", action="store_true", help="have none")


def _add_chart(commands: Commands) -> None:
    chart = _command(commands, "chart", "draw a chart, or say in words what it shows")
    chart.add_argument("name", nargs="?", metavar="NAME", help="without one, all charts are listed")
    chart.add_argument("--out", metavar="FILE", help="a .png, .svg or .pdf file to write it to")
    chart.add_argument(
        "--range", default="1y", metavar="RANGE", help="3m, 1y, all, or days as in 2026-01-01..2026-03-31"
    )
    chart.add_argument("--dark", action="store_true", help="light on dark")
    chart.add_argument(
        "--without-drained", action="store_true", help="leave out days on which you were drained"
    )


def _add_review(commands: Commands) -> None:
    review = _command(commands, "review", "look back on a month, or on a year")
    review.add_argument(
        "month", nargs="?", metavar="MONTH", help="as in 2026-10; the last whole one, if left out"
    )
    review.add_argument("--year", metavar="YEAR", help="a whole year, as in 2026")
    review.add_argument(
        "--counsellor", action="store_true", help="to bring to a counsellor: without names and notes"
    )
    review.add_argument("--names", action="store_true", help="for a counsellor, but with names")
    review.add_argument("--notes", action="store_true", help="for a counsellor, but with notes")
    review.add_argument("--pdf", metavar="FILE", help="write it to a PDF instead")
    review.add_argument("--paper", choices=_PAPERS, default=_PAPERS[0], help="of the PDF; a4, if left out")
    review.add_argument("--html", metavar="FILE", help="write it to a page of HTML instead")


def _add_files(commands: Commands) -> None:
    from reconnect_desktop.cli.import_parser import add_import, add_imports

    export = _command(commands, "export", "write what is in the journal to a file")
    known = "its ending says as what: .json (everything), .csv (a table), .md (to be read), .ics (a calendar), .sqlite"
    export.add_argument("file", metavar="FILE", help=known)
    add_import(_command(commands, "import", "bring history in from a file"))
    add_imports(_command(commands, "imports", "list what was brought in, or take some of it out again"))


def _add_keeping(commands: Commands) -> None:
    _command(commands, "backup", "make a backup now, and verify it")
    backups = _command(commands, "backups", "list the backups, newest first")
    backups.add_argument(
        "--delete",
        action="append",
        metavar="BACKUP",
        help="delete this one, in both folders; may be repeated",
    )
    restore = _command(commands, "restore", "go back to a backup; `undo` takes it back")
    restore.add_argument("backup", metavar="BACKUP", help="its name, as `backups` prints it, or a file")
    restore.add_argument("--dry-run", action="store_true", help="only say what would change")
    verify = _command(commands, "verify", "look whether the journal and its backups are whole")
    verify.add_argument("backup", nargs="?", metavar="BACKUP", help="this backup alone")
    rescue = _command(commands, "rescue", "say what can be had of a damaged or missing journal, or do it")
    rescue.add_argument("--take", choices=_RESCUES, metavar="WHAT", help=f"do it: {', '.join(_RESCUES)}")
    forget = _command(commands, "forget", "take interactions out of the journal and all backups, for good")
    forget.add_argument("ids", metavar="ID", nargs="+", help="the id, or the beginning of it")
    forget.add_argument("--yes", action="store_true", help="don't ask")


def _add_encryption(commands: Commands) -> None:
    encrypt = _command(commands, "encrypt", "set a passphrase, and a recovery key if you like")
    _command(commands, "decrypt", "take the passphrase away")
    _command(commands, "passphrase", "change the passphrase")
    recovery = _command(commands, "recovery-key", "make a new recovery key; the one of before is void")
    for parser in (encrypt, recovery):
        parser.epilog = "The recovery key is shown once, and has to be typed back before it counts."


def _span(allowed: range) -> str:
    return f"{allowed[0]}-{allowed[-1]}"
