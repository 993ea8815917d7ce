"""Another language is chosen in the settings, and the program starts anew in it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from reconnect_desktop import language
from reconnect_desktop.domain.records import Setting
from reconnect_desktop.domain.settings import HER_NAME
from reconnect_desktop.views.letters.letters_page import LettersPage
from reconnect_desktop.views.preferences import LANGUAGE
from reconnect_desktop.views.settings.her_section import HerSection
from reconnect_desktop.views.settings.kept import Kept
from reconnect_desktop.views.settings.look_section import LookSection
from reconnect_desktop.views.settings.settings_dialog import SettingsDialog
from reconnect_desktop.views.starting_again import AGAIN, code_of, followed
from tests.stories.conftest import User

# It chooses German and starts again in its first life; in its second one it says what it speaks, and ends.
TWICE = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from reconnect_desktop import language
from reconnect_desktop.views import app
from reconnect_desktop.views.preferences import LANGUAGE
from reconnect_desktop.views.starting_again import start_again

class Watched(app.Program):
    def _checked(self):
        super()._checked()
        if "SECOND" in os.environ:
            print(language.spoken().code, self.journal is not None, os.getpid())
            QTimer.singleShot(0, QApplication.closeAllWindows)
        else:
            os.environ["SECOND"] = "yes"
            print(language.spoken().code, self.journal is not None, os.getpid())
            self.preferences.put(LANGUAGE, "de")
            QTimer.singleShot(0, start_again)

app.Program = Watched
sys.exit(app.run(Path(sys.argv[1]), "main", lambda *_: {}))
"""


@pytest.fixture(autouse=True)
def _as_before(qapp: QApplication) -> Iterator[None]:
    yield
    qapp.setProperty("starts_again", False)


def test_the_same_process_becomes_the_program_in_the_other_language(tmp_path: Path) -> None:
    script = tmp_path / "twice.py"
    script.write_text(TWICE, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, str(script), str(tmp_path / "journal")]
    done = subprocess.run(
        command, env=environment, capture_output=True, encoding="utf-8", timeout=60, check=False
    )
    first, second = (line.split() for line in done.stdout.splitlines())
    assert (first[0], second[0]) == ("en", "de")
    assert first[1:] == second[1:], "the journal is open again, and it is the same process"
    assert done.returncode == 0


def test_a_run_that_is_over_keeps_its_code(qapp: QApplication) -> None:
    assert followed(code_of(qapp, 3)) == 3


def test_the_button_closes_everything_to_begin_anew(user: User, qapp: QApplication) -> None:
    window = user.start()
    QTimer.singleShot(0, choose_german)
    window.settings_wanted.emit("look")
    assert user.program is not None
    assert user.program.preferences.get(LANGUAGE) == "de"
    assert not window.isVisible()
    assert code_of(qapp, 0) == AGAIN


def test_what_was_begun_is_kept_as_a_draft(user: User, qapp: QApplication) -> None:
    window = user.start()
    user.click(window.form.add_button)
    user.until(lambda: user.program is not None and user.program.quick_add is not None)
    quick_add = user.program.quick_add  # type: ignore[union-attr]
    assert quick_add is not None
    user.until(lambda: QApplication.activeWindow() is quick_add)
    user.type("v", Qt.Key.Key_Tab)
    user.until(quick_add.form.is_touched)
    QTimer.singleShot(0, choose_german)
    window.settings_wanted.emit("look")
    user.until(lambda: user.program is not None and user.program.quick_add is None)
    assert user.journal.draft() is not None
    assert code_of(qapp, 0) == AGAIN


def choose_german() -> None:
    dialog = cast("SettingsDialog", QApplication.activeModalWidget())
    row = cast("LookSection", dialog.turn_to("look")).language.form
    place = row.language_box.findData("de")
    row.language_box.setCurrentIndex(place)
    row.language_box.activated.emit(place)
    row.again_button.click()


@pytest.fixture
def in_german() -> Iterator[None]:
    """The windows of this process speak German."""
    language.speak("de")
    yield
    language.speak("en")


@pytest.mark.usefixtures("in_german")
def test_a_new_journal_calls_her_as_one_does_in_the_language_until_a_name_is_chosen(user: User) -> None:
    welcome = user.start().page("today")._welcome
    user.until(welcome.isVisible)
    name = welcome.form.name
    assert (name.currentText(), name.itemText(0)) == ("Mama", "Mama")
    assert user.journal.setting(HER_NAME) == "Mama"
    name.setFocus()
    name.setEditText("Mom")
    welcome.keep_name()
    user.until(lambda: user.journal.setting(HER_NAME) == "Mom")


@pytest.mark.usefixtures("in_german")
def test_taking_a_name_back_brings_the_word_of_the_language_back(user: User) -> None:
    window = user.start()
    window.show_page("letters")
    letters = window.page("letters")
    assert isinstance(letters, LettersPage)
    user.until(lambda: letters._letters is not None)
    window.page("today").journal.name_her("Amma")
    user.until(lambda: letters._her_name == "Amma")
    user.journal.undo()
    user.until(lambda: letters._her_name == "Mama")


@pytest.mark.usefixtures("in_german")
def test_looking_at_the_settings_chooses_no_name(user: User) -> None:
    section = HerSection(user.start()._look, Kept(user.journal))
    assert section.form.name_edit.text() == "Mama"
    section.form.name_edit.editingFinished.emit()
    assert user.journal.get(Setting, HER_NAME.id) is None
