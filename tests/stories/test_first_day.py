"""From the empty journal to the first logged interactions, and everything still there the next day."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.interaction import Medium
from reconnect_desktop.views.importing.import_dialog import ImportDialog
from tests.stories.conftest import User
from tests.views.importing.importing_rig import is_at, names, whom

CALLS = """<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>
<calls count="4">
  <call number="5555550104" duration="43" date="1411053850787" type="1" contact_name="Amma" />
  <call number="5555550105" duration="61" date="1411159516747" type="2" contact_name="Somebody" />
  <call number="5555550104" duration="0" date="1411220005294" type="3" contact_name="Amma" />
  <call number="5555550104" duration="1001" date="1429319742235" type="1" contact_name="Amma" />
</calls>
"""


def test_a_call_is_logged_by_six_keys_and_enter(user: User) -> None:
    window = user.start(quick_add=True)
    user.type("c", Qt.Key.Key_Tab, "2", "5", Qt.Key.Key_Tab, "5", Qt.Key.Key_Return)
    user.until(lambda: user.journal.count() == 1)
    (one,) = user.journal.recent()
    assert (one.medium, one.minutes, one.closeness) == (Medium.CALL, 25, 5)
    user.until(lambda: window._shown is not None)
    user.leave()
    user.start()
    assert user.journal.interactions() == [one]


def test_a_call_is_logged_by_three_clicks(user: User) -> None:
    window = user.start(quick_add=True)
    user.click(user.named(window, "In person"))
    user.click(user.named(window, "6 of 7"))
    user.click(user.named(window, "Save"))
    user.until(lambda: user.journal.count() == 1)
    (one,) = user.journal.recent()
    assert (one.medium, one.minutes, one.closeness) == (Medium.VISIT, None, 6)


def test_the_first_day(user: User, tmp_path: Path) -> None:
    file = tmp_path / "calls.xml"
    file.write_text(CALLS, encoding="utf-8")
    window = user.start()
    today = window.page("today")
    user.until(lambda: today._welcome is not None and today._welcome.isVisible())

    # Bring the calls of the phone in, with one contact of the list as her.
    program = user.program
    dialog = ImportDialog(window, program.look, program.background, user.journal, file)  # type: ignore[union-attr]
    dialog.show()
    user.until(lambda: is_at(dialog, "questions"))
    assert names(whom(dialog).model) == ["Amma", "Somebody"]
    QTest.keyClick(whom(dialog).form.list, Qt.Key.Key_Space)
    user.click(dialog.form.next_button)
    user.until(lambda: is_at(dialog, "preview"))
    assert dialog.preview.form.count_label.text().startswith("2 calls to bring in")
    user.click(dialog.form.next_button)
    user.until(lambda: user.journal.count() == 2)
    user.until(lambda: not dialog.isVisible())
    user.until(window.toast.isVisible)

    # Rate them from Today, one key each.
    user.until(today.form.inbox.isVisible)
    window.activateWindow()  # as a window manager does once the dialog is gone
    user.click(today.form.rate_button)
    user.type("6")
    user.until(lambda: user.journal.unrated(0).count == 1)
    user.type("4")
    user.until(lambda: not user.journal.unrated(0).count)
    assert [one.closeness for one in user.journal.interactions()] == [6, 4]

    # Log a call by quick add, beside the main window.
    user.type(Qt.Key.Key_Escape)
    window.form.log_action.trigger()
    user.until(lambda: QApplication.activeWindow() is user.program.quick_add)  # type: ignore[union-attr]
    user.type("c", Qt.Key.Key_Tab, "2", "5", Qt.Key.Key_Tab, "5", Qt.Key.Key_Return)
    user.until(lambda: user.journal.count() == 3)
    user.until(lambda: user.program.quick_add is None)  # type: ignore[union-attr]
    assert window.toast.label.text() == "Saved."

    # Find it in the Log; undo, redo.
    window.show_page("log")
    log = window.page("log")
    user.until(lambda: log.count_text == "3 interactions")
    window.form.undo_action.trigger()
    user.until(lambda: log.count_text == "2 interactions")
    assert user.journal.redo_action() == (Action.LOG, 1)
    window.form.redo_action.trigger()
    user.until(lambda: log.count_text == "3 interactions")
    kept = user.journal.interactions()

    # Close, start again: all there.
    user.leave()
    window = user.start()
    assert user.journal.interactions() == kept
    user.until(lambda: window.page("log") is not None)


def test_a_draft_outlives_closing_the_window(user: User) -> None:
    window = user.start(quick_add=True)
    user.type("v", Qt.Key.Key_Tab, "4", "0")
    user.leave()
    window = user.start(quick_add=True)
    user.until(lambda: window.notices.height > 0)
    user.type(Qt.Key.Key_Return)
    user.until(lambda: user.journal.count() == 1)
    assert (user.journal.recent()[0].medium, user.journal.recent()[0].minutes) == (Medium.VIDEO, 40)
    assert user.journal.draft() is None


def test_an_entry_from_the_command_line_appears_on_the_screen(user: User) -> None:
    from reconnect_desktop import paths
    from reconnect_desktop.handover import address_for, send

    window = user.start()
    address = address_for(user.folder, paths.runtime_folder())
    answers: list[object] = []
    import threading

    words = ["add", "visit", "--minutes", "90", "--note", "tulips"]
    caller = threading.Thread(target=lambda: answers.append(send(address, {"argv": words, "cwd": "/"})))
    caller.start()
    user.until(lambda: bool(answers))
    caller.join()
    assert isinstance(answers[0], dict)
    assert (answers[0]["code"], answers[0]["err"]) == (0, "")
    user.until(window.toast.isVisible)
    assert window.form.undo_action.isEnabled()
    window.form.undo_action.trigger()
    assert user.journal.count() == 0


def test_a_second_start_brings_the_window_or_quick_add(user: User) -> None:
    import threading

    from reconnect_desktop import paths
    from reconnect_desktop.handover import address_for, send

    user.start()
    address = address_for(user.folder, paths.runtime_folder())
    caller = threading.Thread(target=send, args=(address, {"show": "quick_add"}))
    caller.start()
    user.until(lambda: user.program is not None and user.program.quick_add is not None)
    caller.join()


@pytest.mark.parametrize("what", ["main", "quick_add", "memory"])
def test_nothing_heavy_is_loaded_before_the_first_paint_nor_charts_for_today(what: str) -> None:
    import os
    import subprocess
    import sys
    import time

    environment = {
        **os.environ,
        "RECONNECT_BENCH_START": str(time.monotonic()),
        "QT_QPA_PLATFORM": "offscreen",
    }
    subprocess.run(
        [sys.executable, "-m", "benchmarks.probe", what], env=environment, check=True, capture_output=True
    )


def test_look_and_size_of_text_are_as_they_were_left(user: User) -> None:
    from reconnect_desktop.views.preferences import LOOK, TEXT_SIZE

    user.start()
    assert user.program is not None
    points = user.program.look._app.font().pointSizeF()
    user.program.preferences.put(LOOK, "dark")
    user.program.preferences.put(TEXT_SIZE, "150")
    user.leave()
    user.start()
    assert user.program.look.theme.dark
    assert user.program.look._app.font().pointSizeF() == pytest.approx(points * 1.5)
    user.program.look.scale_text(1)
