from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add
from reconnect_desktop.domain.errors import DiskFull, Invalid
from reconnect_desktop.domain.glance import LOOKED_AT
from reconnect_desktop.domain.interaction import Interaction, Medium
from reconnect_desktop.domain.records import MoodCheckIn, Record, Setting, Topic
from reconnect_desktop.domain.settings import HER_NAME
from reconnect_desktop.domain.settled import settled
from reconnect_desktop.encrypting import turn_on
from reconnect_desktop.journal import Journal
from reconnect_desktop.language import speaking
from reconnect_desktop.views.today.today_page import TodayPage
from tests.fakes import FakeClock
from tests.making import TODAY, ago, contact, mood, rated, topic

Key = Qt.Key


class Room:
    """The page beside a journal, acted on as a user does."""

    def __init__(self, qtbot: QtBot, page: TodayPage, journal: Journal) -> None:
        self.qtbot, self.page, self.journal = qtbot, page, journal
        self.failures: list[object] = []
        page.failed.connect(self.failures.append)

    def open(self, *records: Record) -> None:
        if records:
            self.journal.apply(Action.IMPORT, *[add(record) for record in records])
        with self.qtbot.waitSignal(self.page.journal.read):
            self.page.set_journal(self.journal)

    def until(self, true: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(lambda: bool(true()))

    def key(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(_focused(), key)

    def click(self, widget: QWidget) -> None:
        assert widget.isVisible()
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    def all(self, kind: type[Any]) -> list[Any]:
        return self.journal.all(kind)

    def picture(self) -> QImage:
        for _ in range(3):  # layouts are laid out by events, and may ask for more of them
            QApplication.processEvents()
        return self.page.grab().toImage()

    def texts(self) -> str:
        return "\n".join(
            label.text().replace("\u00a0", " ")
            for label in self.page.findChildren(QLabel)
            if label.isVisible()
        )


def _focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


@pytest.fixture
def room(qtbot: QtBot, today_page: TodayPage, journal: Journal) -> Room:
    return Room(qtbot, today_page, journal)


def test_before_the_journal_is_there_the_frame_says_nothing_untrue(room: Room) -> None:
    assert "Sunday 22 November" in room.texts()
    for word in ("Nothing", "rating", "Welcome", "since"):
        assert word not in room.texts()


def test_without_an_entry_it_welcomes(room: Room) -> None:
    room.open()
    assert "Welcome" in room.texts()
    assert room.page.form.stack.currentWidget() is room.page._welcome


def test_the_first_entry_ends_the_welcome_and_undo_brings_it_back(room: Room) -> None:
    room.open()
    room.journal.apply(Action.LOG, add(contact(TODAY, closeness=5)))
    room.until(room.page.form.scroll.isVisible)
    room.journal.undo()
    room.until(lambda: not room.page.form.scroll.isVisible())


def test_a_clock_that_was_set_back_does_not_make_the_journal_look_empty(room: Room, clock: FakeClock) -> None:
    entries = [contact(ago(700)), *[contact(ago(day)) for day in range(LOOKED_AT)]]
    room.journal.apply(Action.IMPORT, *[add(entry) for entry in entries])
    clock.advance(days=-300)
    room.open()
    room.until(room.page.form.scroll.isVisible)


def test_the_welcome_keeps_her_name_and_hands_on(room: Room) -> None:
    room.open()
    welcome = room.page._welcome
    assert welcome is not None
    welcome.form.name.setFocus()
    room.key(Key.Key_End, *[Key.Key_Backspace] * len("Mom"))
    QTest.keyClicks(_focused(), "Amma")
    with room.qtbot.waitSignal(room.page.quick_add_wanted):
        room.click(welcome.log_offer)
    room.until(lambda: room.journal.setting(HER_NAME) == "Amma")


@pytest.mark.usefixtures("quick_keys")
@pytest.mark.parametrize("encrypted", [False, True])
def test_the_welcome_offers_a_passphrase_unless_there_is_one(room: Room, encrypted: bool) -> None:
    if encrypted:
        turn_on(room.journal, "tulips", None)
    room.open()
    welcome = room.page._welcome
    assert welcome is not None
    assert welcome.form.protect_button.isVisible() is not encrypted


def test_the_welcome_asks_again_for_an_empty_name(room: Room) -> None:
    room.open()
    welcome = room.page._welcome
    assert welcome is not None
    welcome.form.name.setFocus()
    welcome.form.name.clearEditText()
    with room.qtbot.assertNotEmitted(room.page.import_wanted):
        room.click(welcome.import_offer)
    assert "what you call her" in room.texts()
    assert room.all(Setting) == []


def test_words_and_pictures_agree(room: Room) -> None:
    room.open(*rated([5, 5, 6, 5, 5, 4, 5, 6, 5, 3, 3, 3], every=6, today=ago(5)))
    told = room.texts()
    assert "5 days" in told
    assert "since you were last in touch; usually it is about 6 days." in told
    assert "Lately 3.5, usually 5.1, over your last 12 ratings." in told
    gap, picture = room.page.gap.form.bar, room.page.closeness.form.picture
    assert "usually it is about 6 days" in gap.accessibleDescription()
    assert "Lately 3.5" in picture.accessibleDescription()
    assert "3.50" in picture.toolTip()


def test_all_is_as_usual_is_said_only_when_it_is(room: Room) -> None:
    room.open(*rated([5] * 12))
    assert room.page.form.usual.isVisible()
    room.journal.apply(Action.LOG, *[add(contact(TODAY, time=f"1{n}:30", closeness=2)) for n in range(4)])
    room.until(lambda: not room.page.form.usual.isVisible())


def test_it_says_what_is_still_missing(room: Room) -> None:
    room.open(*rated([5, 5, 6]))
    assert "Six more ratings and Reconnect can tell what is usual for you." in room.texts()


def test_the_day_changes_at_midnight(room: Room, clock: FakeClock) -> None:
    room.open(contact(TODAY))
    clock.set("2026-11-23T00:00:05")
    room.page._midnight.look()
    room.until(lambda: "Yesterday" in room.texts())
    assert "Monday 23 November" in room.texts()


def test_a_topic_is_typed_ticked_and_opened_again(room: Room) -> None:
    room.open(contact(TODAY))
    line = room.page.topics.form.new_topic
    room.click(line)
    QTest.keyClicks(line, "  The garden ")
    room.key(Key.Key_Return)
    room.until(lambda: [one.text for one in room.all(Topic)] == ["The garden"])
    room.until(lambda: line.text() == "")
    topics = room.page.topics.list
    assert topics is not None
    topics.setFocus()
    topics.setCurrentRow(0)
    room.key(Key.Key_Space)
    room.until(lambda: room.all(Topic)[0].done is not None)
    room.key(Key.Key_Space)
    room.until(lambda: room.all(Topic)[0].done is None)


def test_a_topic_is_ticked_and_deleted_by_mouse(room: Room) -> None:
    room.open(contact(TODAY), topic("garden"), topic("knee"))
    topics = room.page.topics.list
    assert topics is not None
    first = topics.visualItemRect(topics.item(0))
    spot = QPoint(first.left() + 18, first.center().y())
    QTest.mouseClick(topics.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    room.until(lambda: sum(one.done is not None for one in room.all(Topic)) == 1)
    spot = QPoint(first.right() - 16, first.center().y())
    QTest.mouseClick(topics.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    room.until(lambda: len(room.all(Topic)) == 1)


def test_a_topic_is_edited_in_place_and_deleted_by_key(room: Room) -> None:
    room.open(contact(TODAY), topic("garden"))
    topics = room.page.topics.list
    assert topics is not None
    topics.setFocus()
    topics.setCurrentRow(0)
    room.key(Key.Key_Return)
    QTest.keyClicks(_focused(), "Plum cake")
    room.key(Key.Key_Return)
    room.until(lambda: room.all(Topic)[0].text == "Plum cake")
    room.key(Key.Key_Delete)
    room.until(lambda: room.all(Topic) == [])
    room.journal.undo()
    room.until(lambda: topics.count() == 1)


def test_a_topic_emptied_stays_as_it_was(room: Room) -> None:
    room.open(contact(TODAY), topic("garden"))
    topics = room.page.topics.list
    assert topics is not None
    topics.item(0).setText(" ")
    assert isinstance(room.failures[0], Invalid)
    assert topics.item(0).text() == "garden"


def test_the_mood_is_one_key_and_can_be_changed(room: Room) -> None:
    room.open(contact(TODAY))
    room.page.form.mood_scale.setFocus()
    room.key(Key.Key_4)
    room.key(Key.Key_2)
    room.until(lambda: [one.mood for one in room.all(MoodCheckIn)] == [2])
    room.key(Key.Key_Backspace)
    room.until(lambda: room.all(MoodCheckIn) == [])
    assert room.failures == []


def test_yesterdays_mood_is_not_todays(room: Room) -> None:
    room.open(contact(TODAY), mood(2, ago(1)))
    assert room.page.form.mood_scale.value is None


def test_the_mood_question_can_be_switched_off_and_on(room: Room) -> None:
    room.open(contact(TODAY))
    room.click(room.page.form.mood_off)
    room.until(lambda: not room.page.form.mood.isVisible())
    room.click(room.page.form.mood_on)
    room.until(room.page.form.mood.isVisible)
    room.until(lambda: [one.value for one in room.all(Setting)] == ["yes"])


def test_tab_goes_from_top_to_bottom(room: Room) -> None:
    room.open(contact(TODAY), topic("Garden"))
    page = room.page
    stops: list[QWidget] = [page.gap.form.more_button]
    stops[0].setFocus()
    for _ in range(5):
        room.key(Key.Key_Tab)
        stops.append(_focused())
    topics = [page.topics.list, page.topics.form.new_topic]
    mood = [page.form.mood_off, page.form.mood_scale.choices[1]]
    assert stops == [stops[0], *topics, *mood, stops[0]]
    first: Any = page.nextInFocusChain()
    while not (first.isVisible() and first.focusPolicy() & Qt.FocusPolicy.TabFocus):
        first = first.nextInFocusChain()
    assert first is stops[0], "who comes from the side bar begins at the top"


def test_whoever_puts_the_question_away_stands_at_the_way_back(room: Room) -> None:
    room.open(contact(TODAY))
    form = room.page.form
    form.mood_off.setFocus()
    room.key(Key.Key_Space)
    room.until(form.mood_on.isVisible)
    assert _focused() is form.mood_on
    room.key(Key.Key_Space)
    room.until(form.mood.isVisible)
    assert _focused() is form.mood_off


def test_the_last_win_is_shown_as_plain_text(room: Room) -> None:
    room.open(contact(ago(1), win="<b>She</b> laughed & sang"))
    assert room.page.form.win_text.text() == "<b>She</b> laughed & sang"
    assert room.page.form.win_text.textFormat() == Qt.TextFormat.PlainText
    assert room.page.form.win_day.text() == "Yesterday"


def test_what_cannot_be_saved_stays_and_is_told(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    room.open(contact(TODAY))

    def full(*_: object) -> None:
        raise DiskFull

    monkeypatch.setattr(room.journal, "apply", full)
    line = room.page.topics.form.new_topic
    QTest.keyClicks(line, "The garden")
    QTest.keyClick(line, Key.Key_Return)
    room.until(lambda: bool(room.failures))
    assert isinstance(room.failures[0], DiskFull)
    assert line.text() == "The garden"
    topics = room.page.topics.list
    assert topics is not None
    room.until(lambda: topics.count() == 0)


# Rating a batch


def _imported(count: int, *, medium: Medium = Medium.CALL) -> list[Interaction]:
    return [
        contact(
            ago(place + 1), medium=medium, id=f"call {place}", source="sms", source_key=str(place), minutes=9
        )
        for place in range(count)
    ]


def _rating(room: Room) -> Any:
    room.click(room.page.form.rate_button)
    rater = room.page.inbox.rater
    assert rater is not None
    assert rater.isVisible()
    return rater


def _tells(rater: Any, told: str) -> bool:
    return bool(rater.form.progress.text() == told)


def _kept(room: Room) -> list[int | None]:
    return [one.closeness for one in room.journal.interactions()]


def test_a_batch_is_rated_with_one_key_each(room: Room) -> None:
    room.open(*_imported(3))
    assert "3 calls without a rating" in room.texts()
    rater = _rating(room)
    assert rater.form.progress.text() == "1 of 3"
    assert "Yesterday" in room.texts()
    assert "12:00 · Call · 9 min · SMS Backup & Restore" in room.texts()
    room.key(Key.Key_5, Key.Key_Space, Key.Key_3)
    assert "That was the last one" in room.texts()
    room.until(lambda: _kept(room) == [5, None, 3])
    room.click(rater.form.done_button)
    room.until(lambda: room.page.form.scroll.isVisible() and not room.page.form.inbox.isVisible())
    assert room.failures == []


def test_each_rating_is_one_step_to_undo_and_is_shown_again(room: Room) -> None:
    room.open(*_imported(3))
    rater = _rating(room)
    room.key(Key.Key_5, Key.Key_6)
    room.until(lambda: _kept(room) == [5, 6, None])
    room.journal.undo()
    room.until(lambda: rater.form.progress.text() == "2 of 3")
    assert rater.form.scale.value is None
    assert _kept(room) == [5, None, None]


def test_left_goes_back_to_change_one(room: Room) -> None:
    room.open(*_imported(2))
    rater = _rating(room)
    room.key(Key.Key_5, Key.Key_Left)
    assert rater.form.scale.value == 5
    assert rater.form.leave_button.text() == "&Next"
    room.key(Key.Key_7)
    assert rater.form.progress.text() == "2 of 2"
    room.until(lambda: _kept(room) == [7, None])


def test_going_on_over_a_rated_one_keeps_it(room: Room) -> None:
    room.open(*_imported(2))
    _rating(room)
    room.key(Key.Key_5, Key.Key_Left, Key.Key_Space, Key.Key_Space)
    room.until(lambda: _kept(room) == [5, None])
    assert "That was the last one" in room.texts()


def test_escape_is_enough_and_the_rest_is_still_asked_for(room: Room) -> None:
    room.open(*_imported(4))
    _rating(room)
    room.key(Key.Key_5, Key.Key_Space, Key.Key_Escape)
    assert room.page.form.scroll.isVisible()
    room.until(lambda: "2 calls without a rating" in room.texts())


def test_a_click_rates_too(room: Room) -> None:
    room.open(*_imported(2))
    rater = _rating(room)
    room.click(rater.form.scale.choices[6])
    assert rater.form.progress.text() == "2 of 2"
    room.click(rater.form.leave_button)
    room.until(lambda: _kept(room) == [6, None])


def test_all_can_be_left_and_new_ones_are_asked_for_again(room: Room, clock: FakeClock) -> None:
    room.open(*_imported(2))
    room.click(room.page.form.leave_button)
    room.until(lambda: not room.page.form.inbox.isVisible())
    later = contact(TODAY, id="new", source="sms", source_key="new", logged=clock())
    room.journal.apply(Action.IMPORT, add(later))
    room.until(lambda: "1 call without a rating" in room.texts())


def test_a_rating_that_cannot_be_saved_comes_back(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    room.open(*_imported(2))
    rater = _rating(room)

    def full(*_: object) -> None:
        raise DiskFull

    monkeypatch.setattr(room.journal, "apply", full)
    room.key(Key.Key_5)
    room.until(lambda: rater.form.progress.text() == "1 of 2")
    assert rater.form.scale.value is None
    assert isinstance(room.failures[0], DiskFull)


def test_arrows_move_over_those_that_are_not_rated_yet(room: Room) -> None:
    room.open(*_imported(3))
    rater = _rating(room)
    room.key(Key.Key_Right, Key.Key_Right, Key.Key_6, Key.Key_Left, Key.Key_Left)
    assert rater.form.progress.text() == "2 of 3"
    room.key(Key.Key_4)
    room.until(lambda: _kept(room) == [None, 4, 6])


def test_what_was_with_somebody_else_goes_and_stays_away(room: Room) -> None:
    amma, calls = Setting(id=HER_NAME.id, value="Amma & co"), _imported(3)
    room.open(amma, *calls)
    rater = _rating(room)
    assert rater.form.not_her_button.text() == "&Wasn't Amma && co"
    room.key(Key.Key_Right, Key.Key_W)
    assert rater.form.progress.text() == "2 of 2"
    room.until(lambda: room.journal.count() == 2)
    assert settled(calls[1]) in room.all(Setting)
    room.click(rater.form.not_her_button)
    room.until(lambda: room.journal.count() == 1)
    assert "That was the last one" in room.texts()
    # Undone while rating, they are asked about again, in their place.
    for told in ("2 of 2", "2 of 3"):
        room.journal.undo()
        room.until(partial(_tells, rater, told))
    assert room.all(Setting) == [amma]
    room.key(Key.Key_5)
    room.until(lambda: _kept(room) == [None, 5, None])
    assert room.failures == []


def test_what_was_with_somebody_else_has_the_letter_on_its_button_in_any_language(room: Room) -> None:
    with speaking("es"):
        room.open(*_imported(2))
        rater = _rating(room)
        room.key(Key.Key_W)
        assert rater.form.progress.text() == "1 of 2"  # as it was
        room.key(Key.Key_N)
        room.until(lambda: room.journal.count() == 1)


def test_what_could_not_go_is_back_in_its_place(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    room.open(*_imported(3))
    rater = _rating(room)

    def full(*_: object) -> None:
        raise DiskFull

    monkeypatch.setattr(room.journal, "apply", full)
    room.key(Key.Key_Right, Key.Key_W)
    room.until(lambda: rater.form.progress.text() == "2 of 3")
    assert isinstance(room.failures[0], DiskFull)


def test_many_are_no_debt(room: Room, clock: FakeClock) -> None:
    chats = [
        contact(
            ago(place // 9),
            time=f"{9 + place % 9:02}:00",
            medium=Medium.MESSAGE,
            messages=23,
            id=f"{place:03}",
            source="sms",
            source_key=str(place),
            logged=clock(),
        )
        for place in range(45)
    ]
    room.open(*chats)
    assert "Brought in without a rating" in room.texts()
    assert "45 message exchanges. They count as they are;" in room.texts()
    assert room.page.form.rate_button.text() == "&Rate the newest 20"
    rater = _rating(room)
    assert rater.form.progress.text() == "1 of 20"
    assert "23 messages" in rater.form.details.text()
    room.key(*[Key.Key_4] * 20)
    assert rater.form.more_button.text() == "The next &20"
    room.click(rater.form.more_button)
    assert rater.form.progress.text() == "1 of 20"
    room.key(*[Key.Key_Right] * 20)
    assert "They stay as they are." in room.texts()
    room.click(rater.form.rest_button)
    room.until(lambda: room.page.form.scroll.isVisible() and not room.page.form.inbox.isVisible())
    assert room.journal.unrated(0).count == 0


def test_different_media_are_called_interactions(room: Room) -> None:
    room.open(*_imported(1), contact(TODAY, medium=Medium.MESSAGE, source="sms", source_key="m"))
    assert "2 interactions without a rating" in room.texts()


# At any size, for everybody


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("width", [420, 640, 1400])
def test_it_never_scrolls_sideways(room: Room, width: int, scale: float, qapp: QApplication) -> None:
    room.open(*rated([5] * 12), topic("x" * 300), contact(TODAY, id="win", win="y" * 400), *_imported(2))
    look = room.page._look
    look.scale_text(scale)
    room.page.resize(width, 480)
    room.picture()
    assert room.page.form.scroll.verticalScrollBar().maximum() > 0
    assert room.page.form.scroll.horizontalScrollBar().maximum() == 0


def test_everything_that_takes_the_focus_has_a_name_and_can_be_hit(room: Room) -> None:
    room.open(*rated([5] * 12), topic("garden"), *_imported(2))
    for widget in room.page.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            name = widget.accessibleName() or getattr(widget, "text", str)()
            assert name, widget.objectName()
            assert widget.height() >= 32, widget.objectName()


def test_a_change_of_theme_is_followed(room: Room) -> None:
    room.open(*rated([5] * 12))
    light = room.picture()
    room.page._look.choose("dark")
    assert room.picture() != light
    room.page._look.choose("light")
    assert room.picture() == light


def test_it_repaints_nothing_when_nothing_changed(room: Room) -> None:
    room.open(*rated([5] * 12), topic("garden"))
    before = room.picture()
    with room.qtbot.waitSignal(room.page.journal.read):
        room.page.refresh(None)
    assert room.picture() == before
