"""The running timer, beside the journal, so that it survives whatever ends the program: a moment and a medium, nothing else."""

from __future__ import annotations

import json
from pathlib import Path

from reconnect_desktop.domain.call_timer import CallTimer
from reconnect_desktop.domain.errors import Invalid
from reconnect_desktop.domain.measures import Medium
from reconnect_desktop.durable import make_folder, write_bytes
from reconnect_desktop.storage.trouble import told

TIMER = "timer.json"


def read(folder: Path) -> CallTimer | None:
    """The timer that was kept; None where there is none, or nothing that can be understood."""
    try:
        kept = json.loads((folder / TIMER).read_bytes()[:1000])
        started, stopped = kept["started"], kept["stopped"]
        if not (isinstance(started, int) and (stopped is None or isinstance(stopped, int))):
            return None
        return CallTimer(started, Medium(kept["medium"]), stopped)
    except (OSError, ValueError, TypeError, KeyError, Invalid):
        return None


def keep(folder: Path, timer: CallTimer | None) -> None:
    """Keep it durably (0600), or keep none any more. Raises DiskFull, ReadOnly, DiskTrouble."""
    file = folder / TIMER
    with told():
        if timer is None:
            file.unlink(missing_ok=True)
            return
        make_folder(folder)
        plain = {"started": timer.started, "medium": timer.medium.value, "stopped": timer.stopped}
        write_bytes(file, json.dumps(plain).encode())
