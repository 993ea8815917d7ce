"""Nobody reads the memory of the program: it leaves no core behind, and other programs of the user are kept out."""

from __future__ import annotations

import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems have other ways")


def told(code: str, **environment: str) -> list[str]:
    """What a process of its own prints."""
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment or None
    )
    return run.stdout.split()


def test_a_crash_leaves_no_core() -> None:
    code = """if True:
    import resource
    from reconnect_desktop.process_privacy import leave_no_core
    leave_no_core()
    print(*resource.getrlimit(resource.RLIMIT_CORE))
    """
    assert told(code) == ["0", "0"]


LOOK = """if True:
    import ctypes
    from reconnect_desktop.process_privacy import close_to_others
    close_to_others()
    print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
    """


def test_other_programs_are_kept_out() -> None:
    assert told(LOOK) == ["0"]


def test_what_a_snap_s_portals_look_at_stays_open() -> None:
    assert told(LOOK, SNAP="/snap/reconnect/1", PYTHONPATH=":".join(sys.path)) == ["1"]


def test_the_program_closes_itself_before_the_journal_is_opened() -> None:
    code = """if True:
    import ctypes, os, sys
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from pathlib import Path
    from PySide6.QtWidgets import QApplication
    from reconnect_desktop.views.app import Program
    app = QApplication([])

    def open_journal():
        print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0), flush=True)
        os._exit(0)

    program = Program(app, open_journal, None)
    program.show_main()
    app.exec()
    """
    assert told(code) == ["0"]
