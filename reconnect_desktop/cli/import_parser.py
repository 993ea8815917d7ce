"""The words of `import` and `imports`."""

from __future__ import annotations

import argparse

from reconnect_desktop.domain.interaction import MOOD, Medium
from reconnect_desktop.exchange import formats
from reconnect_desktop.exchange.date_order import DateOrder

_MEDIA = ", ".join(medium.value for medium in Medium)


def add_import(parser: argparse.ArgumentParser) -> None:
    """What can be said of a file: which it is, who she is in it, and what it leaves open."""
    names = [row.name for row in formats.FORMATS]
    parser.add_argument("file", metavar="FILE", help="the file, or the .zip around it")
    parser.add_argument(
        "--format", choices=names, metavar="F", help=f"{', '.join(names)}; found out if left out"
    )
    parser.add_argument(
        "--who",
        action="append",
        default=[],
        metavar="NAME",
        help="who in the file is Mom, by name or number; in a calendar or a diary, what is with her; may be repeated",
    )
    parser.add_argument(
        "--zone", metavar="Z", help="the time zone of the phone, as in Europe/Berlin; else this computer's"
    )
    parser.add_argument(
        "--dates",
        choices=[order.value for order in DateOrder],
        metavar="ORDER",
        help="how the file writes its days, where it can't be told: dmy, mdy or ymd",
    )
    parser.add_argument(
        "--silence", metavar="MINUTES", help="so long without a message ends an exchange; 120, if left out"
    )
    parser.add_argument("--keep-texts", action="store_true", help="keep what was written, as notes")
    parser.add_argument(
        "--medium",
        action="append",
        default=[],
        metavar="M",
        help=f"what it was, where the file doesn't say it: {_MEDIA}; or WORD=M for a word of a table",
    )
    parser.add_argument(
        "--moods", action="store_true", help="take in a diary's other days too, as your own moods"
    )
    parser.add_argument(
        "--level",
        action="append",
        default=[],
        metavar="WORD=N",
        help=f"how good a diary's own word for a mood is, {MOOD[0]} to {MOOD[-1]}; may be repeated",
    )
    parser.add_argument(
        "--column",
        action="append",
        default=[],
        metavar="FIELD=NAME",
        help="what is in a column of a table, as in at=Date; may be repeated",
    )
    parser.add_argument("--happened", action="store_true", help="what stands in the calendar took place")
    parser.add_argument(
        "--not-on",
        action="append",
        default=[],
        metavar="DAY",
        help="the same, but for this day; may be repeated",
    )
    parser.add_argument("--dry-run", action="store_true", help="only say what would be brought in")


def add_imports(parser: argparse.ArgumentParser) -> None:
    """The list of what was brought in, and taking some of it out again."""
    parser.add_argument(
        "--take-out", metavar="ID", help="take out what this one brought; `undo` takes it back"
    )
    parser.add_argument("--all", action="store_true", help="also what you rated or changed since")
