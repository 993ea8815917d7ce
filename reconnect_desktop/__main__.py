"""`python -m reconnect_desktop` and the command `reconnect-desktop`."""

from __future__ import annotations

import os
import sys


def main() -> None:
    """Start: from here on, every file that is made is the user's alone."""
    os.umask(0o077)
    from reconnect_desktop.cli.start import start

    sys.exit(start(sys.argv[1:]))


if __name__ == "__main__":
    main()
