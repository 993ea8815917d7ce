"""The words of the command that plans."""

from __future__ import annotations

import argparse

from reconnect_desktop.domain.measures import Medium
from reconnect_desktop.domain.plan import Again, PlanKind

_KINDS = [kind.value.replace("_", "-") for kind in PlanKind]
_AGAIN = [again.value.replace("_", "-") for again in Again]
_MEDIA = [medium.value for medium in Medium]


def add_plan(parser: argparse.ArgumentParser) -> None:
    """Fill the parser of `plan`."""
    parser.add_argument(
        "deed",
        choices=["add", "list", "done", "remove"],
        metavar="DEED",
        help="add, list, done (tick off the next one) or remove",
    )
    parser.add_argument(
        "what", nargs="?", default="", metavar="TEXT|ID", help="what it is about; of done and remove its id"
    )
    parser.add_argument("--on", metavar="DAY", help="its day; today, if left out")
    parser.add_argument("--at", metavar="TIME", help="its time, as in 18:30")
    parser.add_argument(
        "--kind", choices=_KINDS, default=_KINDS[0], metavar="KIND", help=f"{', '.join(_KINDS)}"
    )
    parser.add_argument("--medium", choices=_MEDIA, metavar="MEDIUM", help="of a contact")
    parser.add_argument("--again", choices=_AGAIN, metavar="AGAIN", help=", ".join(_AGAIN))
    parser.add_argument("--remind", action="store_true", help="a gentle reminder the day before")
