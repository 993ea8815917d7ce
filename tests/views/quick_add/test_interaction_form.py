from __future__ import annotations

import json
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from reconnect_desktop.domain.errors import Invalid
from reconnect_desktop.domain.interaction import Interaction, Medium, ReachedOut
from reconnect_desktop.domain.records import Topic
from reconnect_desktop.domain.when import parse
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.quick_add.interaction_form import EMPTY, InteractionForm
from tests.fakes import ZONE, FakeClock

OLD = Interaction(
    id="a" * 16,
    when=parse("2019-03-31T02:30:15-04:00", "America/New_York"),
    medium=Medium.VISIT,
    logged=parse("2019-04-01T10:00:00-04:00", "America/New_York"),
    minutes=90,
    closeness=6,
    mood=2,
    reached_out=ReachedOut.BOTH,
    tags=("old hurt", "garden"),
    note="Line\nby line",
    win="The cake",
    source="sms_backup_restore",
    source_key="12",
)


@pytest.fixture
def form(qtbot: QtBot, qapp: QApplication, clock: FakeClock) -> InteractionForm:
    made = InteractionForm(Look(qapp, "light"), clock)
    qtbot.addWidget(made)
    made.resize(560, 1400)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is made)
    made.start()
    return made


def read(form: InteractionForm, clock: FakeClock) -> Interaction:
    return form.read("b" * 16, clock(), ZONE)


def test_what_is_filled_in_and_left_alone_comes_back_whole(form: InteractionForm, clock: FakeClock) -> None:
    form.fill(OLD)
    assert read(form, clock) == OLD
    assert not form.is_touched()


def test_an_edit_keeps_what_is_not_shown(form: InteractionForm, clock: FakeClock) -> None:
    form.fill(OLD)
    form.ui.closeness.value = None
    form.ui.minutes.setText("1:15")
    edited = read(form, clock)
    assert (edited.closeness, edited.minutes) == (None, 75)
    assert (edited.id, edited.when, edited.logged) == (OLD.id, OLD.when, OLD.logged)
    assert (edited.source, edited.source_key) == (OLD.source, OLD.source_key)


def test_another_time_is_taken_in_the_computers_zone(form: InteractionForm, clock: FakeClock) -> None:
    form.ui.medium.value = Medium.CALL
    form.ui.minutes.setText("25")
    form.unfold_more(True)
    assert form._more is not None
    field = form._more.ui.when
    QTest.mouseClick(field.now_button, Qt.MouseButton.LeftButton)
    assert field.edit.dateTime().toString("yyyy-MM-dd HH:mm") == "2026-11-22 18:15"  # less the length
    field.edit.setDateTime(field.edit.dateTime().addMonths(-4))
    assert read(form, clock).when.isoformat() == "2026-07-22T18:15:00+02:00"
    QTest.mouseClick(field.again_button, Qt.MouseButton.LeftButton)
    assert read(form, clock).when.isoformat() == "2026-11-22T18:15:00+01:00"


def test_the_time_is_never_mirrored(form: InteractionForm) -> None:
    form.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    form.unfold_more(True)
    assert form._more is not None
    assert form._more.ui.when.edit.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_without_a_medium_it_cannot_be_read(form: InteractionForm, clock: FakeClock) -> None:
    with pytest.raises(Invalid, match="medium"):
        read(form, clock)


def test_the_offered_medium_is_not_something_typed(form: InteractionForm) -> None:
    form.offer_medium(Medium.LETTER)
    assert form.ui.medium.value is Medium.LETTER
    assert not form.is_touched()
    form.ui.minutes.setText("5")
    form.offer_medium(Medium.CALL)
    assert form.ui.medium.value is Medium.LETTER


def test_a_draft_goes_through_json_and_back(form: InteractionForm, clock: FakeClock) -> None:
    topic = Topic(id="1", text="The doctor & the <b>knee</b>", added=clock())
    form.set_topics([topic])
    form.unfold_more(True)
    assert form._more is not None
    assert form._topics is not None
    form.ui.medium.value = Medium.VIDEO
    form.ui.minutes.setText("1 h")
    form.ui.closeness.value = 2
    form._topics.tick(["1"])
    form._more.ui.note.setPlainText("A note")
    form._more.ui.topics.setPlainText("Next\ntime")
    QTest.mouseClick(form._more.ui.when.now_button, Qt.MouseButton.LeftButton)
    draft = json.loads(json.dumps(form.to_draft()))
    form.clear()
    assert not form.is_touched()
    form.from_draft(draft)
    assert form.to_draft() == draft
    assert form.ticked_topics() == (topic,)


@cache
def lasting_form() -> InteractionForm:
    """One for all examples."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return InteractionForm(Look(app, "light"), FakeClock())


rubbish = st.one_of(
    st.none(), st.booleans(), st.integers(), st.text(max_size=5), st.lists(st.integers(), max_size=2)
)


@given(st.dictionaries(st.sampled_from([*EMPTY, "medium", "minutes", "closeness", "ticked", "odd"]), rubbish))
def test_a_draft_from_elsewhere_never_breaks_the_form(qapp: QApplication, draft: dict[str, object]) -> None:
    form = lasting_form()
    form.from_draft(draft)
    assert set(form.to_draft()) >= set(EMPTY)


def test_the_form_unfolds_by_its_access_key(qtbot: QtBot, form: InteractionForm) -> None:
    assert form._more is None
    QTest.keyClick(form, Qt.Key.Key_M, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: form._more is not None and form._more.isVisible())


def test_the_tab_chain_is_in_the_order_of_the_eye(form: InteractionForm, clock: FakeClock) -> None:
    form.set_topics([Topic(id="1", text="The doctor", added=clock())])
    form.unfold_more(True)
    assert form._more is not None
    assert form._topics is not None
    more = form._more.ui
    wanted: list[QWidget] = [
        form.ui.medium,
        form.ui.minutes,
        form.ui.closeness,
        form.ui.more_button,
        more.when,
        more.mood,
        more.reached_out,
        more.tags,
        more.note,
        more.win,
        more.topics,
        form._topics,
    ]
    for widget in wanted:
        focus = form.focusWidget()
        assert focus is not None
        assert widget is focus or widget.isAncestorOf(focus), widget.objectName()
        QTest.keyClick(focus, Qt.Key.Key_Tab)


def test_everything_has_a_name_a_size_and_a_key_of_its_own(form: InteractionForm, clock: FakeClock) -> None:
    form.set_topics([Topic(id="1", text="The doctor", added=clock())])
    form.unfold_more(True)
    for widget in form.findChildren(QWidget):
        if not widget.isVisible() or widget.focusPolicy() == Qt.FocusPolicy.NoFocus:
            continue
        if type(widget).__name__ in ("QScrollArea", "QWidget"):
            continue
        told = QAccessible.queryAccessibleInterface(widget)
        assert told.text(QAccessible.Text.Name), widget.objectName()
        assert widget.height() >= 32, widget.objectName()
        assert widget.width() >= 32, widget.objectName()
    texts = [label.text() for label in form.findChildren(QLabel) if label.buddy() is not None]
    keys = [text[text.index("&") + 1].casefold() for text in [*texts, form.ui.more_button.text(), "&Save"]]
    assert len(set(keys)) == len(keys), keys


def test_nothing_is_cut_off_with_text_twice_as_large(
    qtbot: QtBot, qapp: QApplication, clock: FakeClock
) -> None:
    font = qapp.font()
    look = Look(qapp, "light")
    try:
        look.scale_text(2.0)
        form = InteractionForm(look, clock)
        qtbot.addWidget(form)
        form.unfold_more(True)
        form.resize(1000, form.heightForWidth(1000))
        form.show()
        assert form._more is not None
        for widget in form.findChildren(QWidget):
            if widget.isVisible() and type(widget).__name__ in (
                "MediumButton",
                "WordChoice",
                "QPushButton",
                "QLabel",
            ):
                assert widget.width() >= widget.minimumSizeHint().width(), widget.objectName()
                assert form.rect().contains(widget.mapTo(form, widget.rect().bottomRight())), (
                    widget.objectName()
                )
    finally:
        qapp.setFont(font)


def test_at_most_five_topics_are_seen_and_the_rest_scroll(form: InteractionForm, clock: FakeClock) -> None:
    form.set_topics([Topic(id=str(place), text=f"Topic {place}", added=clock()) for place in range(30)])
    assert form._topics is not None
    assert form._topics.height() < 320
    form.set_topics([])
    assert form._topics is None


def test_built_in_tags_are_buttons_and_text_at_once(form: InteractionForm, clock: FakeClock) -> None:
    form.ui.medium.value = Medium.CALL
    form.unfold_more(True)
    assert form._more is not None
    more = form._more.ui
    more.tags.setText("Garden, OLD HURT")
    chips = {chip.text(): chip for chip in more.in_the_way.parts}  # type: ignore[attr-defined]
    assert chips["old hurt"].isChecked()  # type: ignore[attr-defined]
    QTest.mouseClick(chips["old hurt"], Qt.MouseButton.LeftButton)
    QTest.mouseClick(chips["life changes"], Qt.MouseButton.LeftButton)
    assert read(form, clock).tags == ("Garden", "life changes")


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_tags_are_completed_from_what_is_known(qtbot: QtBot, form: InteractionForm) -> None:
    form.set_known_tags(["garden", "grandma"])
    form.unfold_more(True)
    assert form._more is not None
    field = form._more.ui.tags
    field.setFocus()
    QTest.keyClicks(field, "cake, gar")
    qtbot.waitUntil(field._popup.isVisible)
    QTest.keyClick(field._popup, Qt.Key.Key_Down)
    QTest.keyClick(field._popup, Qt.Key.Key_Return)
    assert field.tags() == ("cake", "garden")


def test_her_name_is_used_on_the_screen(form: InteractionForm) -> None:
    form.set_her_name("Amma")
    form.unfold_more(True)
    assert form._more is not None
    assert form._more.ui.reached_out.choices[ReachedOut.MOM].accessibleName() == "Amma did"


def test_a_chip_fills_the_length_in(form: InteractionForm, clock: FakeClock) -> None:
    form.ui.medium.value = Medium.CALL
    QTest.mouseClick(form.ui.length._chips[30], Qt.MouseButton.LeftButton)
    assert read(form, clock).minutes == 30
    assert form.ui.length._chips[30].isChecked()
    form.ui.minutes.setText("31")
    assert not form.ui.length._chips[30].isChecked()


@pytest.mark.parametrize(
    ("text", "key", "after"),
    [
        ("", Qt.Key.Key_Up, "5"),
        ("7", Qt.Key.Key_Up, "10"),
        ("10", Qt.Key.Key_Up, "15"),
        ("7", Qt.Key.Key_Down, "5"),
        ("10", Qt.Key.Key_Down, "5"),
        ("0", Qt.Key.Key_Down, "0"),
        ("1440", Qt.Key.Key_Up, "1440"),
        ("1 h", Qt.Key.Key_Up, "65"),
        ("soon", Qt.Key.Key_Up, "soon"),
    ],
)
def test_arrows_step_the_length(form: InteractionForm, text: str, key: Qt.Key, after: str) -> None:
    form.ui.minutes.setText(text)
    QTest.keyClick(form.ui.minutes, key)
    assert form.ui.minutes.text() == after
