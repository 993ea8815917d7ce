from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from reconnect_desktop.domain.errors import DiskFull, JournalTooNew
from reconnect_desktop.domain.interaction import Interaction, Medium, ReachedOut
from reconnect_desktop.domain.records import Topic
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.quick_add.quick_add import QuickAdd
from tests.fakes import FakeClock, FakeJournal

Open = Callable[..., QuickAdd]


@pytest.fixture
def look(qapp: QApplication) -> Look:
    return Look(qapp, "light")


@pytest.fixture
def background(qapp: QApplication) -> Iterator[Background]:
    made = Background()
    yield made
    made.close()


@pytest.fixture
def quick_add(qtbot: QtBot, look: Look, background: Background, clock: FakeClock) -> Open:
    def make(journal: FakeJournal | Journal | None = None, *, standalone: bool = True) -> QuickAdd:
        window = QuickAdd(look, background, standalone=standalone, clock=clock)
        qtbot.addWidget(window, before_close_func=forget)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
        if journal is not None:
            window.set_journal(journal)
            qtbot.waitUntil(lambda: window._offered)
        return window

    return make


def forget(window: QuickAdd) -> None:
    window._keeper.let_go()
    window._asked = None


def press(*keys: str | Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Each key goes to whatever has the focus."""
    for key in keys:
        focus = QApplication.focusWidget()
        assert focus is not None
        if isinstance(key, str):
            QTest.keyClicks(focus, key, modifier)
        else:
            QTest.keyClick(focus, key, modifier)


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def saved_one(journal: FakeJournal | Journal) -> Interaction:
    (one,) = journal.recent()
    return one


def answer(text: str) -> None:
    """Press the button of this text once the question is there."""

    def try_it() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox):
            QTimer.singleShot(10, try_it)
            return
        next(button for button in box.buttons() if button.text() == text).click()

    QTimer.singleShot(0, try_it)


def test_a_call_is_logged_by_seven_keys(qtbot: QtBot, quick_add: Open, journal: Journal) -> None:
    window = quick_add(journal)
    with qtbot.waitSignal(window.saved):
        press("c", Qt.Key.Key_Tab, "2", "5", Qt.Key.Key_Tab, "5", Qt.Key.Key_Return)
    one = saved_one(journal)
    assert (one.medium, one.minutes, one.closeness) == (Medium.CALL, 25, 5)
    assert one.when.local.isoformat() == "2026-11-22T18:15:00"  # just now, less the length
    assert one.logged.local.isoformat() == "2026-11-22T18:40:00"


def test_a_call_is_logged_by_three_clicks(qtbot: QtBot, quick_add: Open, journal: Journal) -> None:
    window = quick_add(journal)
    form = window.form.ui
    with qtbot.waitSignal(window.saved):
        click(form.medium.choices[Medium.CALL])
        click(form.closeness.choices[5])
        click(window.ui.save_button)
    one = saved_one(journal)
    assert (one.medium, one.minutes, one.closeness) == (Medium.CALL, None, 5)


@pytest.mark.parametrize(("letter", "medium"), list(zip("cvpmlo", Medium, strict=True)))
def test_each_letter_chooses_its_medium_from_the_scale_too(
    qtbot: QtBot, quick_add: Open, letter: str, medium: Medium
) -> None:
    window = quick_add()
    window.form.ui.closeness.setFocus()
    press(letter)
    assert window.form.ui.medium.value is medium
    focus = QApplication.focusWidget()
    assert focus is not None
    assert window.form.ui.closeness.isAncestorOf(focus)


def test_letters_in_a_text_field_are_text(qtbot: QtBot, quick_add: Open) -> None:
    window = quick_add()
    window.form.unfold_more(True)
    assert window.form._more is not None
    for field in (window.form.ui.minutes, window.form._more.ui.note, window.form._more.ui.tags):
        field.setFocus()
        press("m")
    assert window.form.ui.medium.value is None


def test_a_save_before_the_journal_is_open_waits_for_it(
    qtbot: QtBot, quick_add: Open, clock: FakeClock
) -> None:
    window = quick_add()
    press("v", Qt.Key.Key_Return)
    assert window.ui.hint.text() == "Opening your journal…"
    assert not window.ui.save_button.isEnabled()
    clock.advance(seconds=5)
    journal = FakeJournal()
    with qtbot.waitSignal(window.saved):
        window.set_journal(journal)
    assert saved_one(journal).medium is Medium.VIDEO
    assert saved_one(journal).when.local.isoformat() == "2026-11-22T18:40:00"  # when Enter was pressed


def test_what_cannot_be_taken_is_said_by_its_field(qtbot: QtBot, quick_add: Open) -> None:
    journal = FakeJournal()
    window = quick_add(journal)
    form = window.form.ui
    press(Qt.Key.Key_Return)
    assert form.medium_problem.isVisible()
    assert "medium" in form.medium_problem.text()
    press("c")
    assert not form.medium_problem.isVisible()
    form.minutes.setText("half an hour")
    press(Qt.Key.Key_Return)
    assert form.minutes_problem.isVisible()
    assert QApplication.focusWidget() is form.minutes
    assert form.minutes.accessibleDescription() == form.minutes_problem.text()
    assert journal.held == []


def test_a_time_that_has_not_come_is_refused(qtbot: QtBot, quick_add: Open) -> None:
    window = quick_add(FakeJournal())
    press("c")
    window.form.unfold_more(True)
    more = window.form._more
    assert more is not None
    click(more.ui.when.now_button)
    more.ui.when.edit.setDateTime(more.ui.when.edit.dateTime().addDays(1))
    press(Qt.Key.Key_Return)
    assert more.ui.when_problem.isVisible()
    assert not window._saving


def test_enter_in_the_note_begins_a_line_and_control_enter_saves(qtbot: QtBot, quick_add: Open) -> None:
    journal = FakeJournal()
    window = quick_add(journal)
    press("c")
    window.form.unfold_more(True)
    assert window.form._more is not None
    window.form._more.ui.note.setFocus()
    press("one", Qt.Key.Key_Return, "two")
    with qtbot.waitSignal(window.saved):
        press(Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    assert saved_one(journal).note == "one\ntwo"


def test_enter_saves_from_the_win_and_the_tags(qtbot: QtBot, quick_add: Open) -> None:
    for name in ("win", "tags"):
        journal = FakeJournal()
        window = quick_add(journal)
        press("c")
        window.form.unfold_more(True)
        assert window.form._more is not None
        getattr(window.form._more.ui, name).setFocus()
        press("xyz")
        with qtbot.waitSignal(window.saved):
            press(Qt.Key.Key_Return)
        forget(window)
        window.close()
        assert "xyz" in (saved_one(journal).win, *saved_one(journal).tags)


def test_more_holds_the_rest_and_topics_are_ticked_in_the_same_step(
    qtbot: QtBot, quick_add: Open, journal: Journal, clock: FakeClock
) -> None:
    from reconnect_desktop.domain.action import Action
    from reconnect_desktop.domain.change import add

    old = Topic(id="0" * 16, text="The doctor", added=clock())
    journal.apply(Action.TOPIC, add(old))
    window = quick_add(journal)
    window.form.unfold_more(True)
    more, topics = window.form._more, window.form._topics
    assert more is not None
    assert topics is not None
    press("p")
    topics.tick([old.id])
    click(more.ui.mood.choices[4])
    click(more.ui.reached_out.choices[ReachedOut.MOM])
    more.ui.tags.setText("garden, Garden,  old   hurt ")
    more.ui.win.setPlainText("She laughed")
    more.ui.topics.setPlainText("Her knee\n\nThe cake\n")
    with qtbot.waitSignal(window.saved):
        window.submit()
    one = saved_one(journal)
    assert (one.mood, one.reached_out, one.win) == (4, ReachedOut.MOM, "She laughed")
    assert one.tags == ("garden", "old hurt")
    open_topics = [topic.text for topic in journal.all(Topic) if topic.done is None]
    assert sorted(open_topics) == ["Her knee", "The cake"]
    journal.undo()
    assert journal.count() == 0
    assert journal.all(Topic) == [old]


def test_a_failed_save_keeps_form_and_draft(qtbot: QtBot, quick_add: Open) -> None:
    journal = FakeJournal()
    window = quick_add(journal)
    press("c", Qt.Key.Key_Tab, "2", "5")
    before = window.form.to_draft()
    journal.trouble = DiskFull()
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(window.notices.strip.isVisible)
    assert "no room left" in window.notices.strip.label.text()
    assert window.form.to_draft() == before
    assert window._keeper.has_unkept
    journal.trouble = None
    with qtbot.waitSignal(window.saved):
        press(Qt.Key.Key_Return)
    assert not window.notices.strip.isVisible()
    assert saved_one(journal).minutes == 25


def test_closing_by_the_window_manager_keeps_the_draft_and_it_comes_back(
    qtbot: QtBot, quick_add: Open, journal: Journal
) -> None:
    window = quick_add(journal)
    press("c", Qt.Key.Key_Tab, "2", "5", Qt.Key.Key_Tab, "5")
    window.form.unfold_more(True)
    assert window.form._more is not None
    window.form._more.ui.note.setPlainText("In the middle of a")
    written = window.form.to_draft()
    with qtbot.waitSignal(window.closed):
        window.close()
    assert journal.draft() == written
    again = quick_add(journal)
    assert again.form.to_draft() == written
    assert again.notices.notice.label.text() == "Your draft from before is back."
    with qtbot.waitSignal(again.saved):
        again.submit()
    assert journal.draft() is None
    assert saved_one(journal).note == "In the middle of a"


def test_a_draft_is_kept_a_second_after_a_change(qtbot: QtBot, quick_add: Open) -> None:
    journal = FakeJournal()
    window = quick_add(journal)
    window._keeper._timer.setInterval(1)
    press("m")
    qtbot.waitUntil(lambda: journal.kept is not None)
    assert journal.kept is not None
    assert journal.kept["medium"] == "message"


def test_closed_before_the_journal_was_open_the_draft_is_kept_once_it_is(
    qtbot: QtBot, quick_add: Open
) -> None:
    window = quick_add()
    told: list[None] = []
    window.closed.connect(lambda: told.append(None))
    press("l")
    window.close()
    assert told == []
    journal = FakeJournal()
    with qtbot.waitSignal(window.closed):
        window.set_journal(journal)
    assert journal.kept is not None
    assert journal.kept["medium"] == "letter"
    assert QApplication.quitOnLastWindowClosed()


def test_saved_then_closed_before_the_journal_was_open_it_is_saved(qtbot: QtBot, quick_add: Open) -> None:
    window = quick_add()
    press("l", Qt.Key.Key_Return)
    window.close()
    journal = FakeJournal()
    with qtbot.waitSignal(window.closed):
        window.set_journal(journal)
    assert saved_one(journal).medium is Medium.LETTER
    assert journal.kept is None


def test_a_draft_that_cannot_be_kept_brings_the_window_back(qtbot: QtBot, quick_add: Open) -> None:
    journal = FakeJournal()
    window = quick_add(journal)
    press("c")
    journal.trouble = DiskFull()
    window.close()
    qtbot.waitUntil(window.isVisible)
    assert window.form.ui.medium.value is Medium.CALL
    assert window.notices.strip.isVisible()


def test_an_older_draft_waits_under_what_is_being_written(qtbot: QtBot, quick_add: Open) -> None:
    journal = FakeJournal()
    journal.kept = {"medium": "visit", "minutes": "90"}
    window = quick_add()
    press("c")
    window.set_journal(journal)
    qtbot.waitUntil(lambda: window._offered)
    assert window.form.ui.medium.value is Medium.CALL
    with qtbot.waitSignal(window.saved):
        press(Qt.Key.Key_Return)
    assert journal.kept == {"medium": "visit", "minutes": "90"}


def test_two_drafts_can_be_swapped_and_both_are_kept(qtbot: QtBot, quick_add: Open) -> None:
    journal = FakeJournal()
    journal.kept = {"medium": "visit", "minutes": "90"}
    window = quick_add()
    press("c")
    window.set_journal(journal)
    qtbot.waitUntil(lambda: window._offered)
    click(window.notices.notice.action_button)
    assert window.form.ui.minutes.text() == "90"
    with qtbot.waitSignal(window.closed):
        window.close()
    assert journal.kept["medium"] == "visit"
    before = journal.kept["before"]
    assert isinstance(before, dict)
    assert before["medium"] == "call"


def test_start_afresh_lets_the_draft_go(qtbot: QtBot, quick_add: Open) -> None:
    journal = FakeJournal()
    journal.kept = {"medium": "visit", "minutes": "90"}
    window = quick_add(journal)
    click(window.notices.notice.action_button)
    assert not window.form.is_touched()
    with qtbot.waitSignal(window.closed):
        window.close()
    assert journal.kept is None


def test_esc_closes_at_once_while_nothing_was_typed(qtbot: QtBot, quick_add: Open) -> None:
    window = quick_add(FakeJournal())
    with qtbot.waitSignal(window.closed):
        press(Qt.Key.Key_Escape)
    assert not window.isVisible()


@pytest.mark.parametrize(
    ("button", "closes", "kept"), [("&Keep as draft", True, True), ("&Discard", True, False)]
)
def test_esc_asks_when_something_was_typed(
    qtbot: QtBot, quick_add: Open, button: str, closes: bool, kept: bool
) -> None:
    journal = FakeJournal()
    window = quick_add(journal)
    press("c")
    answer(button)
    with qtbot.waitSignal(window.closed):
        press(Qt.Key.Key_Escape)
    assert (journal.kept is not None) is kept


def test_one_can_go_on_writing(qtbot: QtBot, quick_add: Open) -> None:
    window = quick_add(FakeJournal())
    press("c")
    answer("Go on &writing")
    press(Qt.Key.Key_Escape)
    assert window.isVisible()
    assert window.form.ui.medium.value is Medium.CALL


def test_after_saving_it_says_so_and_can_be_undone(qtbot: QtBot, quick_add: Open) -> None:
    journal = FakeJournal()
    window = quick_add(journal)
    with qtbot.waitSignal(window.saved):
        press("c", Qt.Key.Key_Tab, "2", "5", Qt.Key.Key_Tab, "5", Qt.Key.Key_Return)
    panel = window._panel
    assert panel is not None
    assert panel.ui.line.text() == "Call · 25 min · 5 of 7"
    assert QApplication.focusWidget() is panel.ui.done_button
    click(panel.ui.undo_button)
    qtbot.waitUntil(window.ui.area.isVisible)
    assert journal.held == []
    assert window.form.ui.minutes.text() == "25"


def test_after_saving_enter_closes(qtbot: QtBot, quick_add: Open) -> None:
    window = quick_add(FakeJournal())
    with qtbot.waitSignal(window.saved):
        press("c", Qt.Key.Key_Return)
    with qtbot.waitSignal(window.closed):
        press(Qt.Key.Key_Return)


def test_another_begins_afresh(qtbot: QtBot, quick_add: Open) -> None:
    journal = FakeJournal()
    window = quick_add(journal)
    with qtbot.waitSignal(window.saved):
        press("c", Qt.Key.Key_Tab, "5", Qt.Key.Key_Return)
    assert window._panel is not None
    click(window._panel.ui.another_button)
    qtbot.waitUntil(lambda: window._offered)
    assert window.form.ui.minutes.text() == ""
    assert window.form.ui.medium.value is Medium.CALL  # the last medium is offered
    assert not window.form.is_touched()


def test_what_was_saved_cannot_be_undone_once_something_else_was_written(
    qtbot: QtBot, quick_add: Open
) -> None:
    from reconnect_desktop.domain.action import Action, Applied

    window = quick_add(FakeJournal())
    with qtbot.waitSignal(window.saved):
        press("c", Qt.Key.Key_Return)
    assert window._panel is not None
    assert window._panel.ui.undo_button.isEnabled()
    window.show_applied(Applied((), Action.IMPORT))
    assert not window._panel.ui.undo_button.isEnabled()


def test_beside_the_main_window_it_closes_after_saving(qtbot: QtBot, quick_add: Open) -> None:
    window = quick_add(FakeJournal(), standalone=False)
    with qtbot.waitSignals([window.saved, window.closed]):
        press("c", Qt.Key.Key_Return)
    assert not window.isVisible()


def test_titles_tell_nothing(quick_add: Open) -> None:
    assert quick_add().windowTitle() == "Log an interaction – Reconnect"


def test_a_journal_that_cannot_be_opened_is_told_again_and_tried_again(qtbot: QtBot, quick_add: Open) -> None:
    window = quick_add()
    window.show_problem(JournalTooNew(9, 1))
    strip = window.notices.strip
    assert strip.again_button.isVisible()
    press("c")
    with qtbot.waitSignal(window.retried):
        press(Qt.Key.Key_Return)
    window.show_problem(JournalTooNew(9, 1))
    assert "newer Reconnect" in strip.label.text()
    assert strip.isVisible()
    assert window.ui.save_button.isEnabled()
    with qtbot.waitSignal(window.retried):
        click(strip.again_button)
    window.set_journal(FakeJournal())
    assert not strip.isVisible()


def test_what_cannot_be_kept_is_not_thrown_away_unasked(quick_add: Open) -> None:
    window = quick_add()
    window.show_problem(JournalTooNew(9, 1))
    press("c")
    answer("Go on &writing")
    assert not window.close()
    assert window.isVisible()
    answer("&Discard")
    assert window.close()
    assert QApplication.quitOnLastWindowClosed()


def test_nothing_is_scrolled_at_first_nor_with_a_notice_above(
    qtbot: QtBot, quick_add: Open, journal: Journal
) -> None:
    journal.save_draft({"medium": "video", "minutes": "40"})
    window = quick_add(journal)
    bar = window.ui.area.verticalScrollBar()
    qtbot.waitUntil(lambda: window.notices.height > 0)
    qtbot.waitUntil(lambda: not bar.isVisible())
    with qtbot.waitSignal(window.saved):
        press(Qt.Key.Key_Return)
    assert window._panel is not None
    click(window._panel.ui.undo_button)
    qtbot.waitUntil(lambda: window.form.isVisible() and window.notices.notice.isVisible())
    qtbot.waitUntil(lambda: not bar.isVisible())
    first, last = window.form.ui.medium.choices[Medium.CALL], window.form.ui.medium.choices[Medium.OTHER]
    assert first.y() == last.y()


def test_the_focus_follows_a_draft_that_came_back(quick_add: Open) -> None:
    journal = FakeJournal()
    journal.kept = {"medium": "visit", "minutes": "90"}
    window = quick_add(journal)
    assert QApplication.focusWidget() is window.form.ui.medium.choices[Medium.VISIT]
