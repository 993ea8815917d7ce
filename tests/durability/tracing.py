"""What a process asked of the disk, as strace saw it: every call that changes a file or a folder, with its bytes."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.durability.campaign import ROOT

CALLS = (
    "open openat creat close dup dup2 dup3 lseek write pwrite64 writev pwritev pwritev2 sendfile copy_file_range "
    "ftruncate truncate fallocate fsync fdatasync sync_file_range rename renameat renameat2 link linkat symlink "
    "symlinkat unlink unlinkat mkdir mkdirat rmdir"
)
_LINE = re.compile(r"\d+ +(\w+)\((.*)\) += (\d+)")


class Call(NamedTuple):
    """One system call that succeeded: its name, what was given to it as strace writes it, and its answer."""

    name: str
    given: list[str]
    answer: int


def why_not() -> str:
    """Why nothing can be traced here, or an empty text."""
    if not shutil.which("strace"):
        return "strace is not installed"
    trial = ["strace", "-f", "--seccomp-bpf", "-o", "/dev/null", "true"]
    if subprocess.run(trial, capture_output=True, check=False).returncode:
        return "this system lets no process be traced"
    return ""


def trace(command: Sequence[str], to: Path, environment: Mapping[str, str]) -> None:
    """Run a command, which must do well, and write its calls to a file."""
    options = [
        "-f",
        "--seccomp-bpf",
        "-qq",
        "--successful-only",
        "-xx",
        "-s",
        "100000000",
        "-e",
        "signal=none",
    ]
    watching = ["strace", *options, "-e", f"trace={','.join(CALLS.split())}", "-o", str(to), *command]
    done = subprocess.run(watching, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def calls(trace_file: Path) -> Iterator[Call]:
    """The calls in their order. Threads are taken as one process, as the disk takes them."""
    begun: dict[str, str] = {}
    with trace_file.open(encoding="ascii") as lines:
        for line in lines:
            thread = line.partition(" ")[0]
            if line.endswith("<unfinished ...>\n"):
                begun[thread] = line.removesuffix(" <unfinished ...>\n").rstrip()
                continue
            if " resumed>" in line:
                line = begun.pop(thread) + line.partition(" resumed>")[2]  # noqa: PLW2901
            found = _LINE.match(line)
            assert found, line[:200]
            yield Call(found[1], found[2].split(", "), int(found[3]))


def text(given: str) -> bytes:
    """The bytes of a string as strace writes it with -xx."""
    assert given.startswith('"') and given.endswith('"'), given[:80]  # noqa: PT018
    return bytes.fromhex(given[1:-1].replace("\\x", ""))
