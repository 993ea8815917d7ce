"""The whole suite without a network, and watched: python -m tests.offline ARGUMENTS FOR PYTEST (`make test-offline`).

It runs where there is no network at all, and strace notes every call that could ask for one. Tests that trace a process
themselves are skipped in it: a process is traced by one tracer.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
TRACE: Final = ROOT / "build/network.strace"
# The filter in the kernel stops a process at these calls alone; else it would stop at each, and take ten times as long.
STRACE: Final = ("strace", "-f", "--seccomp-bpf", "-qq", "-e", "trace=network", "-e", "signal=none")
ALONE: Final = (("unshare", "-n"), ("unshare", "-Un", "--map-current-user"))  # as root; as anybody
_LOCAL: Final = "AF_UNIX"


def families(trace: str) -> Counter[str]:
    """The address families that were named, and how often."""
    return Counter(re.findall(r"\b[AP]F_[A-Z0-9]+", trace))


def without_network() -> tuple[str, ...]:
    """What to put before a command so that it has no network; nothing where the system does not allow it."""
    for command in ALONE:
        try:
            if subprocess.run([*command, "true"], capture_output=True, check=False).returncode == 0:
                return command
        except FileNotFoundError:
            continue
    return ()


def main() -> int:
    """Run the suite; 0 if it does well and asks for local sockets alone."""
    TRACE.parent.mkdir(exist_ok=True)
    alone = without_network()
    tests = [sys.executable, "-m", "pytest", "-n", "auto", "--dist", "worksteal", *sys.argv[1:]]
    done = subprocess.run([*alone, *STRACE, "-o", str(TRACE), *tests], cwd=ROOT, check=False)
    with TRACE.open(encoding="utf-8", errors="replace") as lines:
        found = sum((families(line) for line in lines), Counter())
    others = found.total() - found[_LOCAL]
    where = "no network was there" if alone else "this system lets nobody be without a network"
    print(f"Offline: {found[_LOCAL]:,} local sockets, {others:,} others; {where}. The trace is in {TRACE}.")  # noqa: T201
    return done.returncode or bool(others) or not alone


if __name__ == "__main__":
    sys.exit(main())
