"""`make bench`: all figures, or those named: python -m benchmarks [starting] [adding] [quick_add_again] [idle] [saving] [search] [signals] [review] [charts] [trends_page] [keeping] [importing] [bringing_in] [bundle] [--rounds N]."""

from __future__ import annotations

import argparse
import importlib
import tempfile
from pathlib import Path

BENCHES = (
    "starting",
    "adding",
    "quick_add_again",
    "idle",
    "saving",
    "search",
    "signals",
    "review",
    "charts",
    "trends_page",
    "keeping",
    "importing",
    "bringing_in",
    "bundle",
)


def main() -> None:
    """Print a table of what was seen beside what is to be reached."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(BENCHES))
    parser.add_argument("--rounds", type=int, default=15)
    words = parser.parse_args()
    if unknown := set(words.names) - set(BENCHES):
        parser.error(f"there is no {', '.join(sorted(unknown))}")
    for name in words.names or BENCHES:
        with tempfile.TemporaryDirectory() as scratch:
            bench = importlib.import_module(f"benchmarks.{name}")
            for figure in bench.run(Path(scratch), words.rounds):
                print(figure.line(), flush=True)


if __name__ == "__main__":
    main()
