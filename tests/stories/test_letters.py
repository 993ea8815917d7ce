"""A letter in the real program: written, closed, killed, on a full disk, gone back to; it is never lost."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reconnect_desktop.clock import now
from reconnect_desktop.domain.records import Letter, LetterVersion
from reconnect_desktop.journal import Journal
from tests.durability.campaign import ROOT
from tests.stories.conftest import User


def letters(user: User) -> Any:
    """Start the program and go to the Letters page."""
    window = user.start()
    window.show_page("letters")
    page = window.page("letters")
    user.until(lambda: page._letters is not None)
    return page


def test_closed_mid_word_and_all_is_there(user: User) -> None:
    page = letters(user)
    user.click(page.form.first_button)
    QTest.keyClicks(page.editor.form.text, "Dear Mom, I was thin")
    page.editor.form.title.setFocus()
    QTest.keyClicks(page.editor.form.title, "Summ")
    QTest.keyClicks(page.editor.form.outline.fields[0], "We quarrelled")
    user.leave()
    page = letters(user)
    (one,) = user.journal.all(Letter)
    assert (one.title, one.happened, one.text) == ("Summ", "We quarrelled", "Dear Mom, I was thin")
    page.open(one.id)
    assert page.editor.written() == ("Summ", "We quarrelled", "", "", "", "Dear Mom, I was thin")


def test_going_to_another_page_keeps_what_was_typed(user: User) -> None:
    page = letters(user)
    page.begin()
    QTest.keyClicks(page.editor.form.text, "Dear Mom")
    page.window().show_page("log")
    user.until(lambda: len(user.journal.all(Letter)) == 1)
    page.window().show_page("letters")
    assert page.editor.form.text.written() == "Dear Mom"


def test_ctrl_q_in_the_midst_of_a_second_letter_keeps_both(user: User) -> None:
    page = letters(user)
    page.begin()
    QTest.keyClicks(page.editor.form.text, "One")
    page.begin()
    QTest.keyClicks(page.editor.form.text, "Two")
    assert user.program is not None
    user.program.main.form.quit_action.trigger()  # type: ignore[union-attr]
    user.leave()
    letters(user)
    assert [one.text for one in user.journal.all(Letter)] == ["One", "Two"]


def test_a_full_disk_is_told_and_the_window_stays(user: User, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def ask(_parent: object, text: str, *_: object, **__: object) -> int:
        asked.append(text)
        return 0

    monkeypatch.setattr("reconnect_desktop.views.kit.question.ask", ask)
    page = letters(user)
    window = page.window()
    page.begin()
    pages = user.journal._connection.execute("PRAGMA page_count").fetchone()[0]
    user.journal._connection.execute(f"PRAGMA max_page_count = {pages}")
    text = "Dear Mom, " * 5_000
    page.editor.form.text.put(text)
    user.until(window.strip.isVisible)
    assert "no room left" in window.strip.label.text()
    assert page.editor.form.state_label.text() == "Not saved yet"
    window.close()
    assert window.isVisible()
    assert len(asked) == 1
    assert page.editor.form.text.written() == text
    user.journal._connection.execute("PRAGMA max_page_count = 1000000")
    user.leave()
    page = letters(user)
    assert [one.text for one in user.journal.all(Letter)] == [text]


def test_delete_says_so_and_the_toast_takes_it_back(user: User) -> None:
    page = letters(user)
    window = page.window()
    page.begin()
    QTest.keyClicks(page.editor.form.text, "Dear Mom")
    page.acts.delete.trigger()
    user.until(window.toast.isVisible)
    assert user.journal.all(Letter) == []
    user.click(window.toast.action_button)
    user.until(lambda: page.form.stack.currentWidget() is page.form.list_page)
    assert [one.text for one in user.journal.all(Letter)] == ["Dear Mom"]


def test_keys_alone_write_soften_and_leave_a_letter(user: User) -> None:
    page = letters(user)
    page.setFocus()
    user.type(Qt.Key.Key_Return)
    user.until(page.editor.form.text.hasFocus)
    QTest.keyClicks(page.editor.form.text, "You always interrupt me.")
    user.type(Qt.Key.Key_F7, Qt.Key.Key_Tab)
    assert page.editor.panel.isAncestorOf(page.window().focusWidget())
    user.type(Qt.Key.Key_Tab, Qt.Key.Key_Return)
    user.until(page.editor.form.text.hasFocus)
    QTest.keyClicks(page.editor.form.text, "small")
    QTest.keyClick(page.editor.form.text, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert [one.text for one in user.journal.all(Letter)] == ["I felt small when you interrupt me."]
    assert page.list.hasFocus()


WRITING = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from PySide6.QtTest import QTest
from reconnect_desktop import clock
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.letters.letters_page import LettersPage
app = QApplication([])
page = LettersPage(Look(app), Background())
page.set_journal(Journal.open(Path(sys.argv[1]), clock.now))
page.show()
while page._letters is None:
    app.processEvents()
page.begin()
for number in range(10_000):
    QTest.keyClicks(page.editor.form.text, f"{number} ")
    print(number, flush=True)
    QTest.qWait(20)
"""


def test_killed_mid_typing_loses_a_second_at_most(tmp_path: Path) -> None:
    folder = tmp_path / "journal"
    writing = subprocess.Popen(
        [sys.executable, "-c", WRITING, str(folder)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert writing.stdout is not None
    typed = [(now().timestamp, int(writing.stdout.readline())) for _ in range(150)]
    writing.kill()
    writing.communicate()
    journal = Journal.open(folder, now)
    (one,) = journal.all(Letter)
    journal.close()
    last = int(one.text.split()[-1])
    assert one.text == "".join(f"{number} " for number in range(last + 1))
    assert typed[-1][0] - typed[last][0] <= 2, "what is older than a second is there"


def test_versions_of_several_days(user: User, monkeypatch: pytest.MonkeyPatch) -> None:
    page = letters(user)
    page.begin()
    QTest.keyClicks(page.editor.form.text, "One")
    user.leave()
    monkeypatch.setattr("reconnect_desktop.domain.letter_versions.SITTING", -1)  # another day
    page = letters(user)
    page.open(user.journal.all(Letter)[0].id)
    QTest.keyClicks(page.editor.form.text, "Two ")
    user.leave()
    letters(user)
    assert [one.text for one in user.journal.all(Letter)] == ["Two One"]
    assert "One" in [version.text for version in user.journal.all(LetterVersion)]
