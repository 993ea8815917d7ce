"""`python -m reconnect_desktop` and the command `reconnect-desktop`."""

from __future__ import annotations

import os
import sys

from reconnect_desktop.process_privacy import leave_no_core


def main() -> None:
    """Start: from here on, every file that is made is the user's alone, and a crash makes none."""
    os.umask(0o077)
    leave_no_core()
    from reconnect_desktop.cli.start import start

    try:
        sys.exit(start(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)  # as shells expect after Ctrl+C; what was begun and not yet saved is taken back


if __name__ == "__main__":
    main()
