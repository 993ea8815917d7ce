"""The bundle in dist/: how large it is, and how soon it is there beside the program run from source.

The bundle has none of these benchmarks in it; Qt itself tells when it puts the first picture on the screen.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

from benchmarks.journals import make
from benchmarks.measure import Figure, middle, ratio, side_by_side

ROOT = Path(__file__).resolve().parent.parent
NAME = "reconnect-desktop"
BUNDLE = ROOT / "dist" / NAME / NAME
_MEGABYTE = 1_000_000
_PAINTED = b"Flushing"


def run(scratch: Path, rounds: int) -> list[Figure]:
    """Measure all of it; nothing where there is no bundle."""
    if not BUNDLE.exists():
        print("There is no bundle to measure: make bundle.")
        return []
    journal = make(scratch / "4000", 4_000)
    source = [sys.executable, "-m", "reconnect_desktop"]
    told = side_by_side(
        {
            "source": partial(_first_paint, source, journal),
            "bundle": partial(_first_paint, [str(BUNDLE)], journal),
            "source --quick-add": partial(_first_paint, [*source, "--quick-add"], journal),
            "bundle --quick-add": partial(_first_paint, [str(BUNDLE), "--quick-add"], journal),
            "source status": partial(_command, [*source, "status"], journal),
            "bundle status": partial(_command, [str(BUNDLE), "status"], journal),
        },
        rounds,
    )
    starts = [
        Figure(
            f"start of the bundle to {what}, over that from source",
            ratio(told, f"bundle{words}", f"source{words}"),
            1.3,
            f"ms {middle(told, f'bundle{words}')} / {middle(told, f'source{words}')}",
        )
        for what, words in (
            ("its window", ""),
            ("quick add", " --quick-add"),
            ("the end of status", " status"),
        )
    ]
    return [*_sizes(), *starts]


def _sizes() -> list[Figure]:
    files = [path for path in BUNDLE.parent.rglob("*") if path.is_file() and not path.is_symlink()]
    unpacked = sum(path.stat().st_size for path in files) / _MEGABYTE
    figures = [Figure("bundle, unpacked, MB", unpacked, 190, f"{len(files)} files")]
    for kind in ("tar.xz", "deb"):
        packed = sorted(BUNDLE.parent.parent.glob(f"*.{kind}"), key=lambda path: path.stat().st_mtime)
        if packed:
            figures.append(Figure(f"bundle as .{kind}, MB", packed[-1].stat().st_size / _MEGABYTE, 58))
    return figures


def _first_paint(command: list[str], journal: Path) -> float:
    """Milliseconds until the window is on the screen for the first time."""
    logged = {"QT_LOGGING_RULES": "qt.widgets.painting.debug=true", "QT_MESSAGE_PATTERN": "%{message}"}
    begun = time.monotonic()
    with subprocess.Popen(
        command, env={**_surroundings(journal), **logged}, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL
    ) as running:
        assert running.stderr is not None
        painted = any(line.startswith(_PAINTED) for line in running.stderr)
        taken = time.monotonic() - begun
        running.kill()
    if not painted:
        raise RuntimeError(f"{command[0]} painted nothing")
    return taken * 1000


def _command(command: list[str], journal: Path) -> float:
    """Milliseconds that a command takes."""
    begun = time.monotonic()
    subprocess.run(command, env=_surroundings(journal), check=True, capture_output=True)
    return (time.monotonic() - begun) * 1000


def _surroundings(journal: Path) -> dict[str, str]:
    environment = {
        **os.environ,
        "RECONNECT_JOURNAL": str(journal),
        "XDG_CONFIG_HOME": str(journal.parent / "config"),
        "XDG_STATE_HOME": str(journal.parent / "state"),
        "XDG_RUNTIME_DIR": str(journal.parent),
    }
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return environment
