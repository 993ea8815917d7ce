"""The computer's clock and zone; everything below is handed what this says."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

from reconnect_desktop.domain.when import When, at, zone_info

Clock = Callable[[], When]

_LOCALTIME = Path("/etc/localtime")


def now() -> When:
    """This moment, to the second, in the computer's zone."""
    timestamp = int(time.time())
    return at(timestamp, system_zone(), fallback_offset=time.localtime(timestamp).tm_gmtoff)


def system_zone() -> str:
    """The IANA name of the computer's zone, or "" where it does not tell."""
    named = os.environ.get("TZ", "").removeprefix(":")
    if named:
        return named if zone_info(named) else ""
    parts = _localtime_target().split("zoneinfo/")
    return parts[-1] if len(parts) > 1 and zone_info(parts[-1]) else ""


def _localtime_target() -> str:
    try:
        return str(_LOCALTIME.resolve(strict=True).as_posix())
    except OSError:
        return ""
