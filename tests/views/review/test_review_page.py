"""Looking back on months and years, as a user does it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reconnect_desktop.domain.change import add, edit
from reconnect_desktop.domain.errors import DiskFull
from reconnect_desktop.domain.months import Month
from reconnect_desktop.domain.records import Need, Pause, PauseReason, Reflection, Setting
from reconnect_desktop.domain.rhythm import Interval, Rhythm, write_rhythm
from reconnect_desktop.domain.settings import REVIEW_RHYTHM_KEPT, RHYTHM
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.kit.look import Look
from tests.fakes import FakeClock
from tests.making import contact, when
from tests.views.review.review_rig import ALT, Rig

AUGUST = contact("2026-08-20", closeness=4)
OCTOBER = [contact(f"2026-10-{day:02}", closeness=5, minutes=20) for day in (2, 12, 24)]
NOVEMBER = contact("2026-11-20", closeness=6, win="She laughed <b>& sang</b>")


@pytest.fixture
def rig(qtbot: QtBot, qapp: QApplication, journal: Journal) -> Iterator[Rig]:
    made = Rig(qtbot, Look(qapp, "light"), journal)
    yield made
    made.close()


# Which month


def test_an_empty_journal_has_a_warm_word_and_one_button(rig: Rig, qtbot: QtBot) -> None:
    form = rig.open().page.form
    assert form.stack.currentWidget() is form.empty_page
    with qtbot.waitSignal(rig.page.quick_add_wanted):
        rig.click("Log the last contact")
    assert not rig.page.acts.save.isEnabled()
    form.log_button.setFocus()
    rig.journal.keep(add(NOVEMBER))
    rig.shows("November 2026")
    assert QApplication.focusWidget() is rig.page.month


def test_it_opens_on_the_running_month_and_says_so_far(rig: Rig) -> None:
    rig.open(*OCTOBER, NOVEMBER)
    assert rig.title == "November 2026"
    assert "So far you were in touch on one day of 22: a call." in rig.texts()
    assert "She laughed <b>& sang</b>" in rig.texts()


def test_in_the_first_days_it_opens_on_the_month_just_over(rig: Rig, clock: FakeClock) -> None:
    clock.set("2026-11-03T09:00:00+01:00")
    rig.open(*OCTOBER, contact("2026-11-02"))
    assert rig.title == "October 2026"


def test_it_can_be_turned_to_a_month(rig: Rig) -> None:
    rig.open(*OCTOBER, NOVEMBER)
    rig.page.turn_to(Month(2026, 10))
    rig.shows("October 2026")
    rig.page.turn_to("2026-08")
    rig.shows("August 2026")
    rig.page.turn_to("2031-01")  # it has not begun
    rig.shows("November 2026")
    assert rig.failures == []


def test_keys_and_buttons_go_back_and_on_within_what_there_is(rig: Rig) -> None:
    rig.open(AUGUST, *OCTOBER, NOVEMBER)
    rig.page.setFocus()
    assert not rig.page.form.later_button.isEnabled()
    rig.press(Qt.Key.Key_Left, ALT)
    rig.press(Qt.Key.Key_Left, ALT)  # faster than the first is shown
    rig.shows("September 2026")
    assert "a month can simply go by" in rig.texts()
    rig.click("Month before")
    rig.shows("August 2026")
    assert not rig.page.form.earlier_button.isEnabled()
    rig.press(Qt.Key.Key_Right, ALT)
    rig.shows("September 2026")


def test_the_list_of_months_leads_to_each(rig: Rig) -> None:
    rig.open(AUGUST, *OCTOBER, NOVEMBER)
    box = rig.page.form.month_box
    assert [box.itemText(row) for row in range(box.count())] == [
        "2026",
        "November 2026",
        "October 2026",
        "August 2026",
    ]
    box.setFocus()
    rig.press(Qt.Key.Key_Down)
    rig.until(lambda: "3 of 31 days" in rig.texts())


def test_what_changes_in_the_journal_changes_here(rig: Rig) -> None:
    rig.open(NOVEMBER)
    rig.journal.keep(add(contact("2026-11-21", closeness=3)))
    rig.until(lambda: "2 of 22 days" in rig.texts())


# Years


def test_a_year_is_shown_and_leads_back_to_its_last_month(rig: Rig) -> None:
    rig.open(contact("2025-03-02"), AUGUST, *OCTOBER)
    rig.click("Year")
    rig.shows("2026")
    assert "You were in touch" in rig.texts() or "you were in touch" in rig.texts()
    rig.click("Year before")
    rig.shows("2025")
    rig.click("Month")
    rig.shows("March 2025")


def test_a_month_of_the_years_picture_opens_it(rig: Rig) -> None:
    rig.open(AUGUST, *OCTOBER)
    rig.click("Year")
    rig.shows("2026")
    year = rig.page._year
    assert year is not None
    year.month_wanted.emit(Month(2026, 8))
    rig.shows("August 2026")


# Own words


def test_own_words_are_kept_when_one_turns_the_page(rig: Rig) -> None:
    rig.open(*OCTOBER, NOVEMBER)
    words = rig.page.own_words.form
    QTest.keyClicks(words.text, "A good month")
    QTest.keyClicks(words.intention, "Sundays")
    rig.page.turn_to("2026-10")
    rig.shows("October 2026")
    assert words.text.written() == ""
    rig.page.turn_to("2026-11")
    rig.shows("November 2026")
    assert (words.text.written(), words.intention.written()) == ("A good month", "Sundays")


def test_last_months_intention_stands_above_the_next(rig: Rig) -> None:
    rig.open(NOVEMBER, Reflection(id="2026-10", changed=when("2026-10-31"), intention="Ask about the garden"))
    assert rig.page.own_words.form.intended.said == "You had in mind: Ask about the garden"


def test_typing_does_not_draw_the_page_anew(rig: Rig) -> None:
    rig.open(*OCTOBER)
    cards = dict(rig.page.month.cards)
    QTest.keyClicks(rig.page.own_words.form.text, "Well")
    rig.until(lambda: rig.page.own_words.form.state_label.text() == "Saved")
    assert rig.page.month.cards == cards


def test_what_cannot_be_kept_holds_the_page(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    rig.open(*OCTOBER, NOVEMBER)
    QTest.keyClicks(rig.page.own_words.form.text, "A good month")

    def full(*_changes: object) -> None:
        raise DiskFull

    with monkeypatch.context() as patch:
        patch.setattr(rig.journal, "keep", full)
        patch.setattr("reconnect_desktop.views.kit.question.ask", lambda *_, **__: 0)
        rig.page.turn_to("2026-10")
        assert not rig.page.may_close()
    assert [type(error) for error in rig.failures] == [DiskFull]
    assert rig.title == "November 2026"
    assert rig.page.own_words.written().text == "A good month"
    assert rig.page.may_close()


# Offers


def missed() -> list[object]:
    """Three months in which once a week was wished for, and it was every three weeks or so."""
    calls = [contact(day, closeness=4) for day in ("2026-08-01", "2026-08-25", "2026-09-18", "2026-10-12")]
    rhythm = Setting(id=RHYTHM.id, value=write_rhythm(Rhythm(Interval(7, 10))))
    return [*calls, contact("2026-07-08"), contact("2026-11-05"), rhythm]


def test_the_rhythm_can_be_moved_to_what_is_real_and_back_again(rig: Rig) -> None:
    rig.open(*missed())  # type: ignore[arg-type]
    rig.page.turn_to("2026-10")
    rig.until(lambda: "rhythm" in rig.page.month.cards)
    rig.page.month.cards["rhythm"].buttons[0].setFocus()
    rig.click("Move the rhythm")
    rig.until(lambda: "rhythm" not in rig.page.month.cards)
    moved = rig.journal.setting(RHYTHM).contact
    assert moved is not None
    assert moved.good > 7
    assert rig.said[0].startswith("Your rhythm is now ")
    assert QApplication.focusWidget() is rig.page.month
    rig.journal.undo()
    rig.until(lambda: "rhythm" in rig.page.month.cards)
    assert rig.journal.setting(RHYTHM).contact == Interval(7, 10)


def test_the_rhythm_that_is_to_stay_is_not_asked_about_again(rig: Rig) -> None:
    rig.open(*missed())  # type: ignore[arg-type]
    rig.page.turn_to("2026-10")
    rig.until(lambda: "rhythm" in rig.page.month.cards)
    rig.click("Keep it as it is")
    rig.until(lambda: "rhythm" not in rig.page.month.cards)
    assert rig.journal.setting(RHYTHM).contact == Interval(7, 10)
    assert rig.journal.setting(REVIEW_RHYTHM_KEPT) == "2026-10"


def test_needs_lead_to_the_reflection_on_them(rig: Rig) -> None:
    rig.open(*OCTOBER, NOVEMBER, Need(id="n", noted=when("2026-11-20"), need="To be heard"))
    assert "To be heard" in rig.texts()
    rig.click("What do I need?")
    assert rig.wanted == [("ideas", "needs")]


def test_in_grief_nothing_is_counted_and_nothing_asked(rig: Rig) -> None:
    start = when("2026-10-01").day
    meant = Reflection(id="2026-10", changed=when("2026-10-31"), intention="Ring on Sundays")
    rig.open(*OCTOBER, NOVEMBER, Pause(id="p", reason=PauseReason.GRIEF, start=start), meant)
    words = rig.texts()
    assert "Ring on Sundays" not in words
    assert "in mind" not in words.replace("&", "")
    assert rig.page.own_words.form.text.isVisible()
    assert "of 22 days" not in words
    assert "What do I need" not in words
    assert "compared" not in rig.page.month.cards
    assert "She laughed" in words
    rig.page.turn_to("2026-10")  # what was written then stays one's own
    rig.shows("October 2026")
    assert rig.page.own_words.form.intention.isVisible()


# Seen and unseen


def test_it_reads_only_while_it_is_seen(rig: Rig) -> None:
    rig.open(NOVEMBER)
    rig.page.hide()
    later = contact("2026-11-21")
    rig.journal.keep(add(later))
    rig.journal.keep(edit(later, contact("2026-11-21", closeness=2, id=later.id)))
    with rig.qtbot.waitSignal(rig.page.journal.read):
        rig.page.show()
    rig.until(lambda: "2 of 22 days" in rig.texts())
