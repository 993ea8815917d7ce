"""The main window as somebody at the keyboard meets it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu

from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add, delete
from reconnect_desktop.domain.errors import FileUnwritable
from reconnect_desktop.domain.records import Topic
from reconnect_desktop.views.dialogs.keys_dialog import KeysDialog
from tests.making import contact
from tests.stories.conftest import User


def words(menu: QMenu) -> list[str]:
    """What stands in a menu."""
    return [action.text().replace("&", "") for action in menu.actions() if not action.isSeparator()]


def test_nothing_is_marked_until_a_key_is_pressed(user: User) -> None:
    window = user.start()
    user.until(lambda: window.page("today") is not None)
    assert not isinstance(QApplication.focusWidget(), QAbstractButton)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert window.form.pages.isAncestorOf(focus) or focus is window.form.pages


def test_undo_says_how_many_it_takes_back(user: User) -> None:
    window = user.start()
    three = [contact(f"2026-01-0{day}") for day in (1, 2, 3)]
    user.journal.apply(Action.IMPORT, *(add(one) for one in three))
    user.journal.apply(Action.DELETE, *(delete(one) for one in three[:2]))
    user.until(lambda: window.form.undo_action.text() == "&Undo deleting 2 interactions")
    window.form.undo_action.trigger()
    user.until(lambda: window.form.redo_action.text() == "&Redo deleting 2 interactions")
    assert window.form.undo_action.text() == "&Undo bringing in 3 entries"


def test_the_edit_menu_has_what_can_be_done_on_the_page(user: User) -> None:
    window = user.start()
    window.show_page("log")
    assert words(window.form.edit_menu)[3:] == [
        "Edit…",
        "Closeness",
        "Delete",
        "Forget for good…",
        "Copy",
        "Copy as a table",
        "Select all",
        "Recently deleted…",
    ]
    window.show_page("today")
    assert words(window.form.edit_menu) == ["Undo", "Redo", "Find"]


def test_the_keys_are_listed_once_each_and_by_what_they_always_do(user: User) -> None:
    window = user.start()
    window.show_page("log")
    user.journal.apply(Action.LOG, add(contact("2026-01-01")))
    user.until(lambda: window.form.undo_action.text() != "&Undo")
    dialog = KeysDialog(window)
    everywhere = dialog.form.keys_tree.topLevelItem(0)
    assert everywhere is not None
    rows = [everywhere.child(row) for row in range(everywhere.childCount())]
    listed = [row.text(1) for row in rows if row is not None]
    assert {"Undo", "Redo", "Find", "Usual size of text"} <= set(listed)
    assert not {"Delete", "1", "Not rated"} & set(listed)
    dialog.deleteLater()


def test_the_sample_journal_says_that_nothing_is_kept(user: User) -> None:
    window = user.start(sample=True)
    (notice,) = (label for label in window.findChildren(QLabel) if "Sample data" in label.text())
    user.until(notice.isVisible)
    window.show_page("log")
    assert notice.isVisible()
    assert "nothing you do here is kept" in notice.text()


def test_the_icon_is_given_once_the_window_is_painted(user: User) -> None:
    QApplication.setWindowIcon(type(QApplication.windowIcon())())
    user.start()
    user.until(lambda: not QApplication.windowIcon().isNull())


def test_text_goes_back_to_its_usual_size(user: User) -> None:
    window = user.start()
    sizes = {
        action.text().replace("&", ""): action
        for action in window.findChildren(QAction)
        if "text" in action.text()
    }
    usual = QApplication.font().pointSizeF()
    sizes["Larger text"].trigger()
    assert QApplication.font().pointSizeF() > usual
    sizes["Usual size of text"].trigger()
    assert QApplication.font().pointSizeF() == usual


def test_a_foreign_file_in_the_journals_place_is_told_with_a_way_to_try_again(user: User) -> None:
    user.folder.mkdir()
    file: Path = user.folder / "journal.db"
    file.write_bytes(b"A shopping list\n" * 100)
    window = user.start(opened=False)
    user.until(lambda: window.strip is not None and window.strip.isVisible())
    assert "is not a journal" in window.strip.label.text()
    assert not window.form.settings_action.isEnabled()
    file.unlink()
    QTest.mouseClick(window.strip.again_button, Qt.MouseButton.LeftButton)
    user.until(lambda: not window.strip.isVisible())
    assert file.exists()


def test_the_log_of_last_time_takes_the_keys_and_marks_nothing(user: User) -> None:
    window = user.start()
    user.journal.apply(Action.LOG, add(contact("2026-01-01")))
    window.show_page("log")
    user.leave()
    window = user.start()
    log = window.page("log")
    user.until(lambda: log.model.rowCount() > 0)
    user.until(log.list.hasFocus)


def test_an_empty_log_marks_nothing(user: User) -> None:
    window = user.start()
    window.show_page("log")
    user.until(window.page("log").form.empty_page.isVisible)
    assert not isinstance(QApplication.focusWidget(), QAbstractButton)


def test_enter_presses_the_button_that_has_the_focus(user: User) -> None:
    window = user.start()
    window.form.add_button.setFocus()
    user.type(Qt.Key.Key_Return)
    user.until(lambda: user.program is not None and user.program.quick_add is not None)


def test_a_journal_that_cannot_be_opened_is_told_and_can_be_tried_again(user: User) -> None:
    user.folder.mkdir()
    foreign = user.folder / "journal.db"
    foreign.write_bytes(b"Somebody's recipes, in a file of this name by chance.")
    window = user.start(opened=False)
    user.until(lambda: window.strip is not None and window.strip.isVisible())
    assert "not a journal" in window.strip.label.text()
    assert not window.page("today").isVisible()
    assert foreign.read_bytes().startswith(b"Somebody's recipes")
    foreign.unlink()
    user.click(window.strip.again_button)
    user.until(lambda: user.program is not None and user.program.doorbell is not None)
    assert not window.strip.isVisible()
    assert window.page("today").isVisible()


def test_undo_reaches_the_journal_from_a_field_in_which_nothing_was_typed(user: User) -> None:
    window = user.start()
    user.journal.apply(Action.IMPORT, add(contact("2026-01-01")))
    page = window.page("today")
    user.until(page.topics.form.new_topic.isVisible)
    page.topics.form.new_topic.setFocus()
    user.type(*"Garden", Qt.Key.Key_Return)
    user.until(lambda: len(user.journal.all(Topic)) == 1)
    user.until(lambda: page.topics.form.new_topic.text() == "")
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(page.topics.form.new_topic, Qt.Key.Key_Z, control)
    user.until(lambda: not user.journal.all(Topic))
    QTest.keyClick(page.topics.form.new_topic, Qt.Key.Key_Z, control | Qt.KeyboardModifier.ShiftModifier)
    user.until(lambda: len(user.journal.all(Topic)) == 1)
    user.type("x")
    QTest.keyClick(page.topics.form.new_topic, Qt.Key.Key_Z, control)
    assert page.topics.form.new_topic.text() == ""
    assert len(user.journal.all(Topic)) == 1


def test_tab_walks_the_whole_window_and_comes_back(user: User) -> None:
    window = user.start()
    user.journal.apply(Action.IMPORT, add(contact("2026-01-01")))
    form, page = window.form, window.page("today")
    user.until(page.topics.form.new_topic.isVisible)
    start = form.add_button
    start.setFocus()
    walked = []
    for _ in range(20):
        user.type(Qt.Key.Key_Tab)
        walked.append(QApplication.focusWidget())
        if walked[-1] is start:
            break
    today = [page.gap.form.more_button, page.topics.form.new_topic]
    today += [page.form.mood_off, page.form.mood_scale.choices[1]]
    assert walked[-5:] == [*today, start]


def test_a_narrow_window_leaves_its_room_to_the_page(user: User) -> None:
    window = user.start()
    add, trends = window.form.add_button, window.side_bar._buttons["trends"]
    wide = window.form.side_bar.width()
    window.resize(560, 600)
    user.until(lambda: window.form.side_bar.width() < wide / 2)
    assert (add.text(), trends.text()) == ("", "")
    assert (add.accessibleName(), trends.accessibleName()) == ("Log an interaction", "Trends")
    assert trends.toolTip() == "Trends (Ctrl+3)"
    user.click(trends)
    assert window.windowTitle() == "Trends – Reconnect"
    window.resize(1200, 800)
    user.until(lambda: trends.text() == "Trends")
    assert trends.toolTip() == "Ctrl+3"
    assert window.form.private_label.isVisible()


def test_what_failed_and_what_went_well_do_not_stand_side_by_side(user: User) -> None:
    window = user.start()
    window.say("Saved.")
    window.show_problem(FileUnwritable())
    assert window.strip.isVisible()
    assert not window.toast.isVisible()
    window.say("Saved.")  # in another place
    assert window.toast.isVisible()
    assert not window.strip.isVisible()
