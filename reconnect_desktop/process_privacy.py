"""What keeps other programs of the same user out of this one's memory, as far as the system has a way."""

from __future__ import annotations

import os
import sys
from contextlib import suppress

_SET_DUMPABLE = 4  # PR_SET_DUMPABLE of <sys/prctl.h>


def leave_no_core() -> None:
    """A crash writes nothing of the memory to the disk; first of all."""
    with suppress(ImportError, OSError, ValueError):  # Windows has no such limits
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def close_to_others() -> None:
    """No other program can read the memory or attach itself (Linux), before there is anything in it.

    Not in a Flatpak or a Snap: these keep others out by themselves, and their portals have to look at the process.
    """
    if sys.platform != "linux" or "SNAP" in os.environ or os.path.exists("/.flatpak-info"):  # noqa: PTH110
        return
    import ctypes

    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_SET_DUMPABLE, 0, 0, 0, 0)
