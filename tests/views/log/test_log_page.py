from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add, delete
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.plan import Plan
from reconnect_desktop.domain.records import (
    Letter,
    MoodCheckIn,
    Need,
    Pause,
    Record,
    Reflection,
    Topic,
    Try,
)
from reconnect_desktop.journal import Journal
from reconnect_desktop.language import speaking
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.log.recently_deleted import RecentlyDeleted
from tests.exchange.samples import one_of_each
from tests.fakes import FakeClock
from tests.making import TODAY, ago, contact
from tests.views.log.log_rig import Rig, some

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


@pytest.fixture
def rig(qtbot: QtBot, journal: Journal) -> Iterator[Rig]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    made = Rig(qtbot, Look(app, "light"), journal)
    yield made
    made.close()


# Showing


def test_months_and_their_contacts_newest_first(rig: Rig) -> None:
    rig.open(some())
    assert rig.headings() == ["November 2026, 3 contacts", "October 2026, 2 contacts"]
    assert rig.shown() == [one.id for one in some()]
    assert rig.count() == "5 interactions"


def test_an_empty_journal_invites(rig: Rig, qtbot: QtBot) -> None:
    rig.open()
    form = rig.page.form
    assert form.empty_label.isVisible()
    assert form.empty_label.text() == "Nothing logged yet. Your first entry will appear here."
    assert not form.search.isVisible()
    with qtbot.waitSignal(rig.page.quick_add_wanted):
        form.add_button.click()
    rig.journal.apply(Action.LOG, add(contact("2026-11-22")))
    rig.wait_for(Action.LOG)
    assert rig.page.list.isVisible()
    assert form.search.isVisible()


def test_no_journal_shows_nothing(rig: Rig) -> None:
    rig.open(some())
    rig.page.set_journal(None)
    assert rig.shown() == []
    assert rig.count() == ""
    rig.page.set_journal(rig.journal)
    rig.until(lambda: len(rig.shown()) == 5)


def test_all_is_read_again_when_nobody_says_what_changed(rig: Rig) -> None:
    rig.open(some())
    rig.page.refresh(None)
    rig.settle()
    assert len(rig.shown()) == 5


# Searching


def test_typing_searches_and_esc_clears_then_leaves(rig: Rig) -> None:
    rig.open(some())
    rig.search("gard")
    assert rig.shown() == [some()[0].id]
    assert rig.count() == "1 of 5 interactions"
    rig.press(Key.Key_Escape)
    rig.settle()
    assert len(rig.shown()) == 5
    rig.press(Key.Key_Escape)
    assert QApplication.focusWidget() is rig.page.list
    assert rig.selected() == [some()[0].id]


def test_words_accents_tags_and_wins_are_found(rig: Rig) -> None:
    rig.open(some())
    for typed, found in (("resume", 3), ("laughed", 1), ("asked me", 3), ("health", 4), ("CAT pic", 2)):
        rig.page.form.search.clear()
        rig.search(typed)
        assert rig.shown() == [some()[found].id], typed


def test_a_built_in_tag_is_found_by_the_name_it_has_here(rig: Rig) -> None:
    rig.open(some())
    with speaking("de"):
        for typed, found in (
            ("gelacht", [1]),
            ("zus gel", [1]),
            ("laughed", [1]),
            ("verletzung", []),
            ("gela katze", []),
        ):
            rig.page.form.search.clear()
            rig.search(typed)
            assert rig.shown() == [some()[one].id for one in found], typed


def test_the_last_of_many_quick_questions_is_answered(rig: Rig) -> None:
    rig.open(some())
    rig.page.find()
    rig.type("garden")
    for _ in range(6):
        rig.press(Key.Key_Backspace)
    rig.type("cat")
    rig.settle()
    assert rig.shown() == [some()[2].id]


def test_what_is_selected_stays_so_while_it_fits(rig: Rig) -> None:
    rig.open(some())
    rig.focus_list(3)
    rig.search("cat")
    assert rig.selected() == [some()[2].id]
    rig.press(Key.Key_Escape)
    rig.settle()
    assert rig.selected() == [some()[2].id]


def test_letters_typed_in_the_list_search(rig: Rig) -> None:
    rig.open(some())
    rig.focus_list()
    rig.type("cat")
    rig.settle()
    assert rig.page.form.search.text() == "cat"
    assert rig.shown() == [some()[2].id]


def test_nothing_fits_and_all_is_cleared(rig: Rig) -> None:
    rig.open(some())
    rig.page.filters.unrated.click()
    rig.search("zebra")
    assert rig.page.form.nothing_label.isVisible()
    assert rig.count() == "0 of 5 interactions"
    rig.page.form.clear_button.click()
    rig.settle()
    assert len(rig.shown()) == 5
    assert not rig.page.form.strip.isVisible()


# Keys in the list


def test_keys_never_stop_at_a_heading(rig: Rig) -> None:
    rig.open(some())
    rig.focus_list(1)
    walked = []
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Down, Key.Key_Up, Key.Key_Home, Key.Key_Up, Key.Key_End):
        rig.press(key)
        walked.append(rig.selected())
    assert walked == [[some()[place].id] for place in (1, 2, 3, 2, 0, 0, 4)]


def test_tab_leads_into_the_list_and_selects_by_space(rig: Rig) -> None:
    rig.open(some())
    rig.page.list.setFocus(Qt.FocusReason.TabFocusReason)
    assert isinstance(rig.page.model.row(rig.page.list.currentIndex().row()), Interaction)


def test_digits_rate_in_place_and_0_takes_it_back(rig: Rig) -> None:
    rig.open(some())
    rig.focus_list(3)
    rig.press(Key.Key_6)
    rig.wait_for(Action.RATE)
    assert rig.journal.interaction(some()[2].id).closeness == 6
    assert rig.selected() == [some()[2].id]
    rig.press(Key.Key_7)
    rig.wait_for(Action.EDIT)
    rig.press(Key.Key_0)
    rig.wait_for(Action.EDIT)
    assert rig.journal.interaction(some()[2].id).closeness is None
    rig.press(Key.Key_Backspace)
    rig.settle()
    assert not rig.told


def test_two_digits_in_a_hurry_are_two_steps(rig: Rig) -> None:
    rig.open(some())
    rig.focus_list(3)
    rig.press(Key.Key_3, Key.Key_4)
    rig.wait_for(Action.EDIT)
    assert rig.journal.interaction(some()[2].id).closeness == 4
    assert not rig.failures
    rig.journal.undo()
    assert rig.journal.interaction(some()[2].id).closeness == 3


def test_many_are_rated_in_one_step(rig: Rig) -> None:
    rig.open(some())
    rig.focus_list()
    rig.press(Key.Key_A, modifier=CTRL)
    assert rig.count() == "5 interactions · 5 selected"
    rig.press(Key.Key_4)
    rig.wait_for(Action.EDIT)
    assert {one.closeness for one in rig.journal.interactions()} == {4}
    rig.journal.undo()
    rig.wait_for(Action.EDIT, undone=True)
    assert rig.journal.interactions() == some()


def test_several_are_deleted_undone_and_deleted_again(rig: Rig) -> None:
    rig.open(some())
    rig.focus_list(1)
    rig.press(Key.Key_Down, Key.Key_Down, modifier=SHIFT)
    rig.press(Key.Key_Delete)
    applied = rig.wait_for(Action.DELETE)
    assert len(applied.changes) == 3
    assert rig.shown() == [one.id for one in some()[3:]]
    assert rig.headings() == ["October 2026, 2 contacts"]
    assert rig.selected() == [some()[3].id]
    rig.journal.undo()
    rig.wait_for(Action.DELETE, undone=True)
    assert rig.shown() == [one.id for one in some()]
    assert rig.selected() == [one.id for one in some()[:3]]
    rig.journal.redo()
    rig.wait_for(Action.DELETE)
    assert rig.shown() == [one.id for one in some()[3:]]


def test_what_came_in_elsewhere_is_shown_and_selected(rig: Rig) -> None:
    rig.open(some())
    rig.journal.apply(Action.LOG, add(contact("2026-11-10", id="new")))
    rig.wait_for(Action.LOG)
    assert rig.headings()[0] == "November 2026, 4 contacts"
    assert rig.selected() == ["new"]
    rig.journal.undo()
    rig.wait_for(Action.LOG, undone=True)
    assert "new" not in rig.shown()


def test_the_affected_row_is_scrolled_to_and_others_stay_put(rig: Rig) -> None:
    many = [contact(ago(day), id=f"{day:03}") for day in range(300)]
    rig.open(many)
    rig.page.list.verticalScrollBar().setValue(3_000)
    top = rig.page.list.place()
    rig.journal.apply(Action.DELETE, delete(many[5]))
    rig.wait_for(Action.DELETE)
    assert rig.page.list.place().top == top.top
    assert rig.page.list.place().offset == top.offset
    rig.journal.undo()
    rig.wait_for(Action.DELETE, undone=True)
    visible = rig.page.list.viewport().rect()
    assert visible.contains(rig.page.list.visualRect(rig.page.list.currentIndex()))
    assert rig.selected() == ["005"]


def test_a_filter_holds_for_what_changes(rig: Rig) -> None:
    rig.open(some())
    rig.page.filters.unrated.click()
    rig.settle()
    assert len(rig.shown()) == 2
    rig.focus_list(1)
    rig.press(Key.Key_5)
    rig.wait_for(Action.RATE)
    assert rig.shown() == [some()[3].id]
    assert rig.selected() == [some()[3].id]


def test_copied_rows_are_readable_and_tabular(rig: Rig) -> None:
    rig.open(some())
    rig.focus_list(1)
    rig.press(Key.Key_Down, modifier=SHIFT)
    rig.press(Key.Key_C, modifier=CTRL)
    copied = QApplication.clipboard().mimeData()
    assert copied.text().splitlines() == [
        "Friday 20 November 2026, 18:40 · Call · 31 min · closeness 5 of 7: The garden and her roses",
        "Sunday 8 November 2026, 12:00 · In person · 2 h · closeness 6 of 7 · laughed together",
    ]
    table = bytes(copied.data("text/tab-separated-values").data()).decode()
    rig.press(Key.Key_C, modifier=CTRL | SHIFT)
    assert QApplication.clipboard().text() == table
    # The offscreen platform crashes at the program's end over data that Python made.
    QApplication.clipboard().clear()
    lines = [line.split("\t") for line in table.splitlines()]
    assert lines[0] == ["Day", "Time", "Medium", "Minutes", "Closeness", "Tags", "Win", "Note"]
    assert lines[2] == ["2026-11-08", "12:00", "In person", "120", "6", "laughed together", "", ""]


# Menus and dialogs


def open_menu(rig: Rig) -> QMenu:
    rig.until(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


@pytest.mark.qt_log_ignore("does not support grabbing the keyboard")
def test_the_context_menu_comes_by_key_and_acts(rig: Rig) -> None:
    rig.open(some())
    rig.focus_list(3)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    QApplication.sendEvent(rig.page.list.viewport(), event)
    menu = open_menu(rig)
    words = [action.text().replace("&", "") for action in menu.actions() if not action.isSeparator()]
    assert words == ["Edit…", "Closeness", "Copy", "Copy as a table", "Delete", "Forget for good…"]
    menu.close()
    rig.page.acts.rates[7].trigger()
    rig.wait_for(Action.RATE)
    assert rig.journal.interaction(some()[2].id).closeness == 7


def test_actions_are_offered_only_where_they_can_act(rig: Rig) -> None:
    rig.open(some())
    assert not any(action.isEnabled() for action in rig.page.acts.on_rows)
    rig.focus_list(1)
    assert all(action.isEnabled() for action in rig.page.acts.on_rows)
    rig.press(Key.Key_A, modifier=CTRL)
    assert not rig.page.acts.edit.isEnabled()
    assert rig.page.acts.deleted in rig.page.menu_actions


def edit_by(
    monkeypatch: pytest.MonkeyPatch, change: Callable[[Interaction], Interaction | None]
) -> list[Interaction]:
    from reconnect_desktop.views.quick_add.edit_dialog import EditDialog

    asked: list[Interaction] = []

    def ask(
        _parent: object, _look: object, interaction: Interaction, *_rest: object, **_named: object
    ) -> object:
        asked.append(interaction)
        return change(interaction)

    monkeypatch.setattr(EditDialog, "ask", ask)
    return asked


def test_enter_and_double_click_edit(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    from dataclasses import replace

    asked = edit_by(
        monkeypatch, lambda one: replace(one, note="Another note", when=contact("2026-10-15").when)
    )
    rig.open(some())
    rig.focus_list(1)
    rig.press(Key.Key_Return)
    rig.wait_for(Action.EDIT)
    assert rig.journal.interaction(some()[0].id).note == "Another note"
    assert rig.headings() == ["November 2026, 2 contacts", "October 2026, 3 contacts"]
    assert rig.selected() == [some()[0].id]
    view = rig.page.list
    place = view.visualRect(rig.page.model.index(1)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert [one.id for one in asked] == [some()[0].id, some()[1].id]


def test_an_edit_that_could_not_be_saved_is_offered_again(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    from dataclasses import replace

    asked = edit_by(monkeypatch, lambda one: replace(one, note="Long thought about"))
    rig.open(some())
    rig.focus_list(1)
    meanwhile = replace(some()[0], closeness=1)
    monkeypatch.setattr(rig.page, "refresh", lambda _applied: None)
    from reconnect_desktop.domain.change import edit

    rig.journal.apply(Action.EDIT, edit(some()[0], meanwhile))
    rig.press(Key.Key_Return)
    rig.until(lambda: bool(rig.failures))
    rig.press(Key.Key_Return)
    assert asked[1].note == "Long thought about"


def test_recently_deleted_come_back(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    rig.open(some())
    rig.focus_list(1)
    rig.press(Key.Key_Down, modifier=SHIFT)
    rig.press(Key.Key_Delete)
    rig.wait_for(Action.DELETE)

    def choose() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, RecentlyDeleted)
        assert not dialog.form.restore_button.isEnabled()
        dialog.form.deleted_list.setFocus()
        dialog.form.deleted_list.selectAll()
        QTest.mouseClick(dialog.form.restore_button, Qt.MouseButton.LeftButton)

    when_open(rig, choose)
    rig.page.acts.deleted.trigger()
    rig.wait_for(Action.RESTORE)
    assert rig.shown() == [one.id for one in some()]
    assert sorted(rig.selected()) == sorted(one.id for one in some()[:2])


def test_what_was_only_shown_is_not_among_the_deleted(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    rig.open(some())
    rig.journal.apply(Action.IMPORT, *map(add, one_of_each()))
    rig.journal.undo()
    listed: list[Record] = []

    def ask(_parent: object, _look: object, records: list[Record]) -> list[Record]:
        listed.extend(records)
        return []

    monkeypatch.setattr(RecentlyDeleted, "ask", ask)
    rig.page.acts.deleted.trigger()
    rig.until(lambda: bool(listed))
    shown = {type(record) for record in listed}
    assert shown == {Interaction, MoodCheckIn, Topic, Pause, Plan, Try, Letter, Need, Reflection}


def when_open(rig: Rig, act: Callable[[], None]) -> None:
    """Act as soon as a dialog is open."""
    watch = QTimer(rig.page)

    def look() -> None:
        if QApplication.activeModalWidget() is not None:
            watch.stop()
            act()

    watch.timeout.connect(look)
    watch.start(0)


def test_a_dialog_closed_without_a_change_changes_nothing(rig: Rig) -> None:
    from reconnect_desktop.views.quick_add.edit_dialog import EditDialog

    def save() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, EditDialog)
        dialog.submit()

    rig.open(some())
    rig.focus_list(1)
    when_open(rig, save)
    rig.press(Key.Key_Return)
    rig.settle()
    assert not rig.told
    assert rig.journal.interactions() == some()


def test_screen_readers_meet_a_list(rig: Rig) -> None:
    rig.open(some())
    found = QAccessible.queryAccessibleInterface(rig.page.list)
    assert found.role() == QAccessible.Role.List
    assert found.text(QAccessible.Text.Name) == "Interactions"
    assert found.childCount() == rig.page.model.rowCount()
    item = found.child(1)
    assert item.role() == QAccessible.Role.ListItem
    assert item.text(QAccessible.Text.Name) == rig.heard(1)
    assert item.state().selectable
    assert not found.child(0).state().selectable


def test_the_days_are_renamed_at_midnight(rig: Rig, clock: FakeClock) -> None:
    rig.open([contact("2026-11-22", time="18:00")])
    assert rig.page.model.today == TODAY
    clock.advance(days=1)
    assert rig.page._midnight is not None
    rig.page._midnight.look()
    rig.settle()
    assert rig.page.model.today == TODAY + timedelta(days=1)
