from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from reconnect_desktop.domain.errors import DiskFull
from reconnect_desktop.domain.records import Asked, Met, Need
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.ideas.needs_dialog import NeedsDialog
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.kit.prose import Prose
from tests.views.ideas.ideas_rig import a_need

LEFT = Qt.MouseButton.LeftButton


class Desk:
    """The dialog, and hands."""

    def __init__(self, qtbot: QtBot, look: Look, journal: Journal, *, quiet: bool = False) -> None:
        self.qtbot, self.journal = qtbot, journal
        self.background = Background()
        self.dialog = NeedsDialog(look, self.background, journal, None, quiet=quiet)
        qtbot.addWidget(self.dialog, before_close_func=self._leave)
        self.form = self.dialog.form

    @staticmethod
    def _leave(dialog: NeedsDialog) -> None:
        """A test that failed must not end with a question nobody answers."""
        dialog._untouched = dialog._values()

    def show(self) -> Desk:
        self.dialog.resize(self.dialog.sizeHint())
        self.dialog.show()
        self.qtbot.waitUntil(lambda: QApplication.activeWindow() is self.dialog)
        return self

    def choose(self, need: str) -> None:
        QTest.mouseClick(self.form.choices.choices[need], LEFT)

    def phrases(self) -> list[str]:
        return [card.words.said for card in self.dialog.drafts._cards if card.isVisible()]

    def support(self) -> list[str]:
        return [offer.accessibleName() for offer in self.dialog.support.offers if offer.isVisible()]

    def saved(self) -> list[Need]:
        return self.journal.all(Need)

    def answer(self, words: str) -> list[str]:
        """Answer the question that the next act brings up; what was asked will be in the list."""

        def press() -> None:
            box = QApplication.activeModalWidget()
            if isinstance(box, QMessageBox):
                asked.append(box.text())
                found = [one for one in box.buttons() if one.text().replace("&", "") == words]
                (found or box.buttons())[0].click()

        asked: list[str] = []
        QTimer.singleShot(0, press)
        return asked


@pytest.fixture
def look(qapp: QApplication) -> Look:
    return Look(qapp, "light")


@pytest.fixture
def desk(qtbot: QtBot, look: Look, journal: Journal) -> Iterator[Desk]:
    made = Desk(qtbot, look, journal)
    yield made.show()
    made.background.close()


def test_a_need_is_enough(desk: Desk) -> None:
    desk.choose("warmth")
    QTest.mouseClick(desk.form.save_button, LEFT)
    desk.qtbot.waitUntil(lambda: not desk.dialog.isVisible())
    (need,) = desk.saved()
    assert (need.need, need.asked, need.met, need.words, need.note) == ("warmth", None, None, "", "")
    assert desk.dialog.saved == need


def test_all_of_it_is_kept(desk: Desk) -> None:
    desk.choose("listening")
    QTest.mouseClick(desk.form.asked.choices[Asked.NOT_YET], LEFT)
    QTest.mouseClick(desk.form.met.choices[Met.PARTLY], LEFT)
    QTest.keyClicks(desk.form.words, "Could you just listen?")
    QTest.keyClicks(desk.form.note, "On Sunday, perhaps")
    QTest.keyClick(desk.form.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.qtbot.waitUntil(lambda: not desk.dialog.isVisible())
    (need,) = desk.saved()
    assert (need.asked, need.met) == (Asked.NOT_YET, Met.PARTLY)
    assert (need.words, need.note) == ("Could you just listen?", "On Sunday, perhaps")


def test_a_need_in_ones_own_words(desk: Desk) -> None:
    assert not desk.form.own.isVisible()
    desk.choose("")
    assert desk.form.own.hasFocus()
    QTest.keyClicks(desk.form.own, "To hear that I did fine")
    QTest.keyClick(desk.form.own, Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: not desk.dialog.isVisible())
    assert desk.saved()[0].need == "To hear that I did fine"


def test_without_a_need_it_says_what_is_missing(desk: Desk) -> None:
    QTest.keyClicks(desk.form.note, "Only a note")
    QTest.mouseClick(desk.form.save_button, LEFT)
    assert desk.form.need_problem.isVisible()
    assert "in your own words" in desk.form.need_problem.text()
    assert desk.dialog.isVisible()
    assert desk.saved() == []
    desk.choose("room")
    assert not desk.form.need_problem.isVisible()


def test_phrases_have_her_name_and_are_a_place_to_start(desk: Desk) -> None:
    desk.choose("listening")
    first, second, _ = desk.phrases()
    assert first.startswith("Mom, ")
    QTest.mouseClick(desk.dialog.drafts._cards[0].button, LEFT)
    assert desk.form.words.toPlainText() == first
    QTest.mouseClick(desk.dialog.drafts._cards[1].button, LEFT)
    assert desk.form.words.toPlainText() == second
    desk.form.words.setPlainText("My own sentence.")
    QTest.mouseClick(desk.dialog.drafts._cards[0].button, LEFT)
    assert desk.form.words.toPlainText() == f"My own sentence.\n{first}"
    QTest.mouseClick(desk.form.copy_button, LEFT)
    assert QGuiApplication.clipboard().text() == f"My own sentence.\n{first}"


@pytest.mark.parametrize("own", ["", "no more violence"])
def test_to_feel_safe_leads_only_to_support(desk: Desk, own: str) -> None:
    if own:
        desk.choose("")
        QTest.keyClicks(desk.form.own, own)
    else:
        desk.choose("safety")
    assert desk.support()
    assert desk.phrases() == []
    for part in (desk.form.words, desk.form.asked, desk.form.met):
        assert not part.isVisible()
    texts = [label.said for label in desk.dialog.findChildren(Prose) if label.isVisible()]
    assert not any("Mom" in text for text in texts)


def test_support_can_be_read_and_what_was_written_is_kept(desk: Desk) -> None:
    desk.choose("safety")
    QTest.mouseClick(desk.dialog.support.offers[0], LEFT)
    desk.qtbot.waitUntil(lambda: not desk.dialog.isVisible())
    assert desk.dialog.idea == "someone-on-your-side"
    assert desk.saved()[0].need == "safety"


def test_another_need_brings_everything_back(desk: Desk) -> None:
    desk.choose("safety")
    desk.choose("warmth")
    assert desk.support() == []
    assert desk.phrases()
    assert desk.form.asked.isVisible()


def test_where_contact_rests_there_are_no_words_to_say_to_her(
    qtbot: QtBot, look: Look, journal: Journal
) -> None:
    desk = Desk(qtbot, look, journal, quiet=True).show()
    desk.choose("listening")
    assert desk.phrases() == []
    desk.background.close()


def test_esc_asks_only_when_something_was_typed(desk: Desk) -> None:
    desk.choose("honesty")
    desk.answer("Go on writing")
    QTest.keyClick(desk.dialog, Qt.Key.Key_Escape)
    assert desk.dialog.isVisible()
    asked = desk.answer("Discard")
    QTest.keyClick(desk.dialog, Qt.Key.Key_Escape)
    assert asked
    assert not desk.dialog.isVisible()
    assert desk.saved() == []


def test_esc_on_an_untouched_one_just_closes(desk: Desk) -> None:
    QTest.keyClick(desk.dialog, Qt.Key.Key_Escape)
    assert not desk.dialog.isVisible()


def test_a_save_that_fails_keeps_all_that_was_typed(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise DiskFull

    desk.choose("warmth")
    QTest.keyClicks(desk.form.words, "A hug, please")
    with monkeypatch.context() as trouble:
        trouble.setattr(desk.journal, "apply", full)
        QTest.mouseClick(desk.form.save_button, LEFT)
        desk.qtbot.waitUntil(desk.dialog.notices.strip.isVisible)
    assert desk.dialog.isVisible()
    assert desk.form.words.toPlainText() == "A hug, please"
    again = desk.dialog.notices.strip.again_button
    assert isinstance(again, QAbstractButton)
    QTest.mouseClick(again, LEFT)
    desk.qtbot.waitUntil(lambda: not desk.dialog.isVisible())
    assert desk.saved()[0].words == "A hug, please"


def test_an_earlier_one_is_shown_whole_and_changed(qtbot: QtBot, look: Look, journal: Journal) -> None:
    from reconnect_desktop.domain.action import Action
    from reconnect_desktop.domain.change import add

    before = a_need("my own need", words="Words", note="Note", asked=Asked.YES, met=Met.NOT_YET)
    journal.apply(Action.NEED, add(before))
    desk = Desk(qtbot, look, journal)
    desk.dialog.fill(before)
    desk.show()
    assert desk.form.own.text() == "my own need"
    assert not desk.dialog.is_touched()
    QTest.mouseClick(desk.form.met.choices[Met.YES], LEFT)
    QTest.mouseClick(desk.form.save_button, LEFT)
    qtbot.waitUntil(lambda: not desk.dialog.isVisible())
    (need,) = journal.all(Need)
    assert (need.id, need.met, need.words, need.note) == (before.id, Met.YES, "Words", "Note")
    desk.background.close()


def test_tab_goes_from_top_to_bottom(desk: Desk) -> None:
    desk.choose("listening")
    heights = []
    for _ in range(14):
        focus = QApplication.focusWidget()
        assert focus is not None
        heights.append(
            focus.mapTo(desk.dialog, QPoint(0, 0)).y() + desk.form.area.verticalScrollBar().value()
        )
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    # The note leads to Cancel and Save at the bottom, and Save to the first step again.
    assert heights[0] == heights[-1]
    assert heights[:10] == sorted(heights[:10])


def test_what_was_begun_is_there_again_after_the_program_was_killed(
    desk: Desk, qtbot: QtBot, look: Look, journal: Journal
) -> None:
    desk.choose("room")
    QTest.mouseClick(desk.form.asked.choices[Asked.NOT_YET], LEFT)
    QTest.keyClicks(desk.form.words, "Some evenings to myself")
    QTest.keyClicks(desk.form.note, "Since the move")
    qtbot.waitUntil(lambda: (journal.draft("need") or {}).get("note") == "Since the move")
    again = Desk(qtbot, look, journal)
    again.dialog.take_up_draft()
    again.show()
    assert again.dialog._values() == (
        "room",
        Asked.NOT_YET,
        None,
        "Some evenings to myself",
        "Since the move",
    )
    assert again.dialog.is_touched()
    assert again.dialog.notices.notice.label.text() == "What you had begun is here again."
    again.dialog.save()
    qtbot.waitUntil(lambda: journal.draft("need") is None)
    assert [one.words for one in journal.all(Need)] == ["Some evenings to myself"]
    again.background.close()


def test_what_is_thrown_away_does_not_come_back(desk: Desk, qtbot: QtBot, journal: Journal) -> None:
    journal.save_draft({"note": "in quick add"})
    desk.choose("room")
    qtbot.waitUntil(lambda: journal.draft("need") is not None)
    QTest.keyClicks(desk.form.note, "Oh")
    asked = desk.answer("Discard")
    desk.dialog.reject()
    assert len(asked) == 1
    qtbot.waitUntil(lambda: journal.draft("need") is None)
    assert journal.draft() == {"note": "in quick add"}


def test_a_change_to_what_was_saved_is_a_draft_of_its_own(desk: Desk, journal: Journal) -> None:
    desk.dialog.fill(a_need())
    assert desk.dialog.keep_now() is None
    assert journal.draft("need changed") is None
    QTest.keyClicks(desk.form.note, "Later")
    assert desk.dialog.keep_now() is None
    assert journal.draft("need") is None
    kept = journal.draft("need changed")
    assert kept is not None
    assert (kept["id"], "Later" in str(kept["note"])) == (a_need().id, True)


def test_what_was_kept_of_another_one_is_not_shown(desk: Desk, journal: Journal) -> None:
    journal.save_draft({"id": "another", "note": "Later"}, "need changed")
    desk.dialog.fill(a_need())
    assert "Later" not in desk.form.note.toPlainText()


def test_a_draft_that_makes_no_sense_is_an_empty_form(desk: Desk, journal: Journal) -> None:
    blank = desk.dialog._values()
    journal.save_draft({"asked": "perhaps", "met": 7, "need": None}, "need")
    desk.dialog.take_up_draft()
    assert desk.dialog._values() == blank
