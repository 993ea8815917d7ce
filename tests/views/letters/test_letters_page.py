"""Writing letters: begun, kept, gentler, gone back to, deleted and brought back, as a user does it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from reconnect_desktop.domain.change import edit
from reconnect_desktop.domain.errors import DiskFull
from reconnect_desktop.domain.letters import Finding
from reconnect_desktop.domain.records import Letter, LetterVersion, Setting
from reconnect_desktop.domain.settings import GENTLER_WAYS
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.kit.keeper import State
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.letters.letter_versions_dialog import LetterVersionsDialog
from reconnect_desktop.views.log.recently_deleted import RecentlyDeleted
from tests.fakes import FakeClock
from tests.views.letters.letters_rig import Rig, letter

CONTROL = Qt.KeyboardModifier.ControlModifier
BLAME = "You always interrupt me. It is late.\nYou never call."


@pytest.fixture
def rig(qtbot: QtBot, qapp: QApplication, journal: Journal) -> Iterator[Rig]:
    made = Rig(qtbot, Look(qapp, "light"), journal)
    yield made
    made.close()


# The list


def test_an_empty_journal_offers_to_begin_and_says_that_nothing_is_sent(rig: Rig) -> None:
    form = rig.open().page.form
    assert form.stack.currentWidget() is form.empty_page
    assert "never sends" in form.private_label.text()
    form.first_button.click()
    assert form.stack.currentWidget() is rig.editor
    assert QApplication.focusWidget() is rig.editor.form.text
    assert rig.journal.all(Letter) == []


def test_the_letter_changed_last_is_on_top_with_title_or_first_words(rig: Rig) -> None:
    older = letter(id="a", text="Dear Mom,\nthe garden")
    newer = replace(letter(id="b", title="Summer"), changed=rig.journal.now())
    rows = rig.open(older, newer).page.list.rows
    told = [rows.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(2)]
    assert told[0].startswith("Summer. Today, 18:40 · Dear Mom, I miss you.")
    assert told[1] == "Dear Mom, the garden. Friday 20 November, 12:00"
    assert rig.page.form.count_label.text() == "2 letters"


def test_enter_opens_and_alt_left_goes_back_to_the_same_row(rig: Rig) -> None:
    rig.open(letter(id="a", text="One"), letter(id="b", text="Two"))
    rig.page.setFocus()
    rig.press(Qt.Key.Key_Down)
    opened = rig.page.list.current_id()
    rig.press(Qt.Key.Key_Return)
    assert rig.editor.keeper.desk is not None
    assert rig.editor.keeper.desk.id == opened
    rig.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert rig.page.form.stack.currentWidget() is rig.page.form.list_page
    assert rig.page.list.current_id() == opened
    assert rig.page.list.hasFocus()


# Keeping


def test_what_is_typed_is_kept_within_a_second_and_is_no_step_to_undo(rig: Rig) -> None:
    rig.begin().type("Dear Mom")
    assert rig.editor.keeper.state is State.UNSAVED
    rig.until(lambda: rig.editor.keeper.state is State.SAVED)
    assert rig.kept().text == "Dear Mom"
    assert rig.editor.form.state_label.text() == "Saved"
    assert rig.journal.undo_action() is None


def test_leaving_hiding_and_beginning_another_keep_at_once(rig: Rig) -> None:
    rig.begin().type("One")
    rig.page.back()
    assert [one.text for one in rig.journal.all(Letter)] == ["One"]
    rig.page.begin()
    rig.type("Two")
    rig.page.begin()
    assert sorted(one.text for one in rig.journal.all(Letter)) == ["One", "Two"]
    rig.type("Three")
    rig.page.hide()
    rig.until(lambda: len(rig.journal.all(Letter)) == 3)


def test_spaces_and_letters_of_all_kinds_are_kept_as_they_are(rig: Rig) -> None:
    text = "Chère\u00a0maman,\n\n\tça va ? 👩‍👧 \n  – oui\n"
    rig.begin(letter(text=text))
    assert rig.text() == text
    rig.editor.form.text.add_paragraphs("👋")
    assert rig.kept().text == text + "\n👋"


def test_what_cannot_be_kept_stays_and_is_said_once_and_kept_later(rig: Rig) -> None:
    rig.begin()
    connection = rig.journal._connection
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")
    rig.editor.form.text.put("Dear Mom, " * 5_000)
    rig.until(lambda: rig.editor.keeper.state is State.FAILED)
    assert [type(error) for error in rig.failures] == [DiskFull]
    assert rig.editor.form.state_label.text() == "Not saved yet"
    rig.page.back()
    assert rig.page.form.stack.currentWidget() is rig.editor
    assert rig.text() == "Dear Mom, " * 5_000
    rig.type("more")
    rig.until(lambda: not rig.editor.keeper._timer.isActive())
    assert len(rig.failures) == 1
    connection.execute("PRAGMA max_page_count = 1000000")
    rig.editor.form.again_button.click()
    rig.until(lambda: rig.editor.keeper.state is State.SAVED)
    assert rig.kept().text == rig.text()
    assert not rig.editor.form.again_button.isVisible()


@pytest.mark.parametrize(
    ("answer", "goes"), [("Go on &writing", False), ("&Discard what is not saved", True)]
)
def test_the_window_stays_unless_what_cannot_be_kept_is_let_go(
    rig: Rig, monkeypatch: pytest.MonkeyPatch, answer: str, goes: bool
) -> None:
    asked: list[str] = []

    def ask(_parent: object, text: str, answers: tuple[str, ...], **_: object) -> int:
        asked.append(text)
        return answers.index(answer)

    monkeypatch.setattr("reconnect_desktop.views.kit.question.ask", ask)
    rig.begin()
    rig.editor.form.text.put("a" * 100_001)
    assert rig.page.may_close() is goes
    assert len(asked) == 1
    rig.editor.form.text.put("short")
    assert rig.page.may_close()
    assert rig.kept().text == "short"


def test_a_change_from_elsewhere_is_shown_or_kept_as_a_version(rig: Rig) -> None:
    one = letter()
    rig.begin(one)
    theirs = replace(one, text="Theirs")
    rig.journal.keep(edit(one, theirs))
    rig.until(lambda: rig.text() == "Theirs")
    rig.type("Mine. ")
    rig.journal.keep(edit(theirs, replace(theirs, text="Theirs, longer")))
    assert rig.kept().text == "Mine. Theirs"
    assert [version.text for version in rig.journal.all(LetterVersion)] == ["Theirs, longer"]


# The outline


def test_the_outline_begins_an_empty_letter_and_is_never_put_over_one(rig: Rig) -> None:
    rig.begin()
    outline = rig.editor.form.outline
    assert not outline.form.take_button.isEnabled()
    for field, text in zip(outline.fields, ("We quarrelled.", "", " A walk. ", "The songs."), strict=True):
        QTest.keyClicks(field, text)
    outline.form.take_button.click()
    assert rig.text() == "We quarrelled.\n\nA walk.\n\nThe songs."
    outline.form.take_button.click()
    assert rig.text().count("A walk.") == 2
    rig.editor.form.text.undo()
    assert rig.text() == "We quarrelled.\n\nA walk.\n\nThe songs."
    kept = rig.kept()
    assert (kept.happened, kept.felt, kept.wish, kept.grateful) == (
        "We quarrelled.",
        "",
        " A walk. ",
        "The songs.",
    )


def test_tab_leaves_the_fields_and_indents_nothing(rig: Rig) -> None:
    rig.begin()
    for field in (*rig.editor.form.outline.fields, rig.editor.form.text):
        field.setFocus()
        rig.press(Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is not field
        assert field.document().isEmpty()


def test_the_outline_stands_beside_or_above_and_folds(rig: Rig) -> None:
    rig.begin(letter())
    outline, text = rig.editor.form.outline, rig.editor.form.text
    assert (
        outline.mapTo(rig.page, outline.rect().topRight()).x()
        < text.mapTo(rig.page, text.rect().topLeft()).x()
    )
    rig.page.resize(420, 700)
    rig.until(lambda: not outline.form.inside.isVisible())
    outline.form.fold_button.click()
    assert outline.form.inside.isVisible()
    rig.until(
        lambda: (
            outline.mapTo(rig.page, outline.rect().bottomLeft()).y() < text.mapTo(rig.page, text.pos()).y()
        )
    )


# Gentler ways


def marked(rig: Rig) -> list[str]:
    """What is underlined, line by line."""
    block = rig.editor.form.text.document().begin()
    found = []
    while block.isValid():
        found += [block.text()[one.start : one.start + one.length] for one in block.layout().formats()]
        block = block.next()
    return found


def test_phrases_are_underlined_as_they_are_typed(rig: Rig) -> None:
    rig.begin().type("You always interrupt me")
    assert marked(rig) == ["You always"]
    rig.editor.form.text.undo()
    assert marked(rig) == []


def test_a_phrase_over_two_lines_is_underlined_in_both(rig: Rig) -> None:
    rig.begin(letter(text="I know you\nalways say so"))
    assert marked(rig) == ["you", "always"]
    assert rig.editor.marks.count() == 1


def test_letters_beyond_the_basic_plane_move_nothing(rig: Rig) -> None:
    rig.begin(letter(text="👩‍👧 you always 👩‍👧 you never"))
    layout = rig.editor.form.text.document().begin().layout()
    assert [(one.start, one.length) for one in layout.formats()] == [(6, 10), (23, 9)]


def test_at_the_cursor_the_hint_shows_and_a_draft_takes_the_phrases_place(rig: Rig) -> None:
    rig.begin(letter(text=BLAME))
    assert not rig.editor.panel.isVisible()
    rig.stand_at("always")
    panel = rig.editor.panel
    assert panel.isVisible()
    assert "“Always”" in panel.form.hint.text()
    assert rig.editor.form.text.accessibleDescription() == panel.form.hint.text()
    panel.use_buttons[0].click()
    assert rig.text().startswith("I felt … when you interrupt me.")
    assert rig.editor.form.text.textCursor().selectedText() == "…"
    rig.type("small")
    assert rig.kept().text.startswith("I felt small when you interrupt me.")
    for _ in range(2):
        rig.editor.form.text.undo()
    assert rig.text() == BLAME


def test_f7_goes_from_one_to_the_next_and_round(rig: Rig) -> None:
    rig.begin(letter(text=BLAME))
    seen = []
    for _ in range(3):
        rig.press(Qt.Key.Key_F7)
        mark = rig.editor._here()
        assert mark is not None
        seen.append(mark.phrase.id)
    assert seen == ["always", "never", "always"]
    rig.until(lambda: rig.editor.form.next_button.text() == "2 to look at")


def test_what_is_left_is_left_while_the_letter_is_open(rig: Rig) -> None:
    rig.begin(letter(text=BLAME))
    rig.stand_at("always")
    rig.editor.panel.form.leave_button.click()
    assert marked(rig) == ["You never"]
    assert not rig.editor.panel.isVisible()
    rig.page.back()
    rig.page.open("1")
    assert marked(rig) == ["You always", "You never"]


def test_the_switch_is_remembered(rig: Rig) -> None:
    rig.begin(letter(text=BLAME))
    QTest.keyClick(rig.editor.form.gentler_box, Qt.Key.Key_Space)
    assert marked(rig) == []
    rig.until(lambda: rig.journal.get(Setting, GENTLER_WAYS.id) is not None)
    rig.page.set_journal(rig.journal)
    rig.until(lambda: rig.page._letters is not None)
    assert not rig.editor.form.gentler_box.isChecked()


def test_underlining_is_no_change_of_the_letter(rig: Rig) -> None:
    rig.begin(letter(text=BLAME))
    rig.editor.marks.mark_all()
    assert rig.editor.keeper.state is State.FRESH
    assert not rig.editor.form.text.document().isUndoAvailable()


@pytest.mark.parametrize("part", ["A quiet line of a letter.\n", "A quiet line of a letter.\n\n"])
def test_a_key_in_a_long_letter_looks_through_little(rig: Rig, part: str) -> None:
    rig.begin(letter(text=(part * 4_000)[:99_000] + "\n\nYou never call."))
    rig.until(lambda: rig.editor.marks._from < 0)
    assert marked(rig) == ["You never"]
    finder, looked = rig.editor.marks._finder, list[int]()
    find = finder.findings

    def look(text: str) -> tuple[Finding, ...]:
        looked.append(len(text))
        return find(text)

    finder.findings = look  # type: ignore[method-assign]
    rig.type("x")
    rig.until(lambda: rig.editor.marks._from < 0)
    assert 0 < max(looked) <= 3 * 8_000
    assert sum(looked) <= 6 * 8_000


# Versions, deleting, the idea, the way out


def test_go_back_to_a_version_and_return(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    rig.begin(letter(text="Before")).type("After. ")
    rig.kept()
    assert [version.text for version in rig.journal.all(LetterVersion)] == ["Before"]
    shown: list[str] = []

    def choose(dialog: LetterVersionsDialog) -> int:
        shown.append(dialog.form.versions_list.item(0).text())
        assert dialog.form.preview.toPlainText() == "Before"
        return QDialog.DialogCode.Accepted.value

    monkeypatch.setattr(LetterVersionsDialog, "exec", choose)
    rig.page.acts.versions.trigger()
    rig.until(lambda: rig.text() == "Before")
    assert shown == ["Until today, 18:40\nBefore"]
    rig.kept()
    assert {version.text for version in rig.journal.all(LetterVersion)} == {"Before", "After. Before"}
    rig.editor.form.text.undo()
    assert rig.text() == "After. Before"


def test_an_emptied_letter_has_its_versions_and_can_be_gone_back_to(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    rig.begin(letter(text="Before"))
    rig.editor.form.text.selectAll()
    rig.press(Qt.Key.Key_Delete)
    rig.until(lambda: rig.kept().text == "")
    acts = rig.page.acts
    assert [action.isEnabled() for action in (acts.versions, acts.delete, acts.copy)] == [True, True, False]
    monkeypatch.setattr(LetterVersionsDialog, "exec", lambda _dialog: QDialog.DialogCode.Accepted.value)
    acts.versions.trigger()
    rig.until(lambda: rig.text() == "Before")


def test_delete_goes_to_the_list_and_undo_brings_all_back(rig: Rig, clock: FakeClock) -> None:
    rig.begin(letter(text="One")).type("Two. ")
    rig.page.acts.delete.trigger()
    rig.until(lambda: rig.journal.all(Letter) == [])
    rig.until(lambda: rig.page.form.stack.currentWidget() is rig.page.form.empty_page)
    rig.journal.undo()
    rig.until(lambda: rig.page.form.stack.currentWidget() is rig.page.form.list_page)
    assert [one.text for one in rig.journal.all(Letter)] == ["Two. One"]
    assert [one.text for one in rig.journal.all(LetterVersion)] == ["One"]


def test_delete_in_the_list_and_bring_back_what_was_deleted(
    rig: Rig, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    rig.begin(letter(text="One")).type("Two. ")
    rig.page.back()
    rig.press(Qt.Key.Key_Delete)
    rig.until(lambda: rig.journal.all(Letter) == [])

    def choose(dialog: RecentlyDeleted) -> int:
        qtbot.addWidget(dialog)
        listed = dialog.form.deleted_list
        (row,) = (listed.model().index(row, 0).data() for row in range(listed.model().rowCount()))
        assert row == "Two. One. Letter, 22 Nov 2026"
        listed.selectAll()
        return QDialog.DialogCode.Accepted.value

    monkeypatch.setattr(RecentlyDeleted, "exec", choose)
    rig.page.acts.deleted.trigger()
    rig.until(lambda: len(rig.journal.all(Letter)) == 1)
    assert [one.text for one in rig.journal.all(LetterVersion)] == ["One"]


def test_an_idea_begins_a_letter_and_leads_back(rig: Rig) -> None:
    from reconnect_desktop.catalogue import load

    row = load().suggestions[0]
    rig.page.turn_to(row.id)  # before the letters are there
    rig.open()
    rig.until(lambda: rig.page.form.stack.currentWidget() is rig.editor)
    assert rig.editor.form.idea_button.isVisible()
    rig.type("Dear Mom")
    begun = rig.kept()
    assert begun.suggestion == row.id
    rig.editor.form.idea_button.click()
    assert rig.wanted == [("ideas", row.id)]
    rig.page.back()
    rig.page.turn_to(row.id)
    assert rig.text() == "Dear Mom"
    rig.page.begin()
    assert not rig.editor.form.idea_button.isVisible()


def test_copy_is_plain_and_says_so(rig: Rig) -> None:
    rig.begin(letter(title="Summer", happened="Secret", text="Dear Mom,\n\nTea?"))
    rig.page.acts.copy.trigger()
    mime = QApplication.clipboard().mimeData()
    assert (mime.text(), mime.hasHtml()) == ("Summer\n\nDear Mom,\n\nTea?", False)
    assert rig.editor.form.state_label.text() == "Copied"
    rig.editor.form.text.selectAll()
    rig.editor.form.text.copy()
    assert (QApplication.clipboard().mimeData().text(), QApplication.clipboard().mimeData().hasHtml()) == (
        "Dear Mom,\n\nTea?",
        False,
    )


def test_redo_by_ctrl_y_is_the_texts_own(rig: Rig) -> None:
    rig.begin().type("Dear")
    rig.press(Qt.Key.Key_Z, CONTROL)
    assert rig.text() == ""
    rig.press(Qt.Key.Key_Y, CONTROL)
    assert rig.text() == "Dear"


def test_what_can_be_done_is_offered_when_it_can(rig: Rig) -> None:
    acts = rig.open().page.acts
    assert [action.isEnabled() for action in (acts.begin, acts.back, acts.delete, acts.print)] == [
        True,
        False,
        False,
        False,
    ]
    rig.page.begin()
    assert not acts.delete.isEnabled()
    rig.type("Dear")
    assert acts.delete.isEnabled()
    assert acts.print.isEnabled()
