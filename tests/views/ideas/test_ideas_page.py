from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reconnect_desktop.catalogue import load
from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add
from reconnect_desktop.domain.errors import DiskFull
from reconnect_desktop.domain.records import Need, Outcome, Pause, PauseReason, Setting, Try
from reconnect_desktop.domain.retired import retired
from reconnect_desktop.domain.settings import HER_NAME
from reconnect_desktop.domain.suggestions import Asks, Part
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.ideas.idea_rows import Key, Kind, Section
from reconnect_desktop.views.kit.look import Look
from tests.fakes import FakeClock
from tests.making import ago, contact
from tests.views.ideas.ideas_rig import IDEA, OTHER, Rig, a_need, a_try

CATALOGUE = load()


@pytest.fixture
def rig(qtbot: QtBot, qapp: QApplication, journal: Journal) -> Iterator[Rig]:
    font = qapp.font()
    made = Rig(qtbot, Look(qapp, "light"), journal)
    yield made
    made.close()
    qapp.setFont(font)


def title(suggestion_id: str, name: str = "Mom") -> str:
    idea = CATALOGUE.suggestion(suggestion_id)
    assert idea is not None
    return idea.title.replace("{name}", name)


# The book


def test_the_whole_catalogue_stands_there_by_chapter(rig: Rig) -> None:
    rig.open()
    titles = rig.titles()
    for idea in CATALOGUE.suggestions:
        assert titles.index(title(idea.id)) > titles.index(CATALOGUE.parts[idea.part].name)
    chapters = [row.key.id for row in rig.page.model.rows if row.key.kind is Kind.CHAPTER]
    assert chapters == list(Part)
    assert "book of small steps" in rig.texts()


def test_a_chapter_introduces_itself_and_leads_to_its_ideas(rig: Rig) -> None:
    rig.open()
    rig.read(Kind.CHAPTER, Part.TRANSITIONS)
    assert CATALOGUE.parts[Part.TRANSITIONS].about.split(".")[0] in rig.texts()
    rig.click(title(IDEA))
    assert rig.page.detail.shown == Key(Kind.IDEA, IDEA)


def test_an_idea_says_what_it_is_when_it_fits_and_words_with_her_name(rig: Rig) -> None:
    rig.open(Setting(id=HER_NAME.id, value="Amma & <b>co</b>"))
    rig.read(Kind.IDEA, IDEA)
    idea = CATALOGUE.suggestion(IDEA)
    assert idea is not None
    texts = rig.texts()
    assert idea.what.replace("{name}", "Amma & <b>co</b>") in texts
    assert idea.ways[0].replace("{name}", "Amma & <b>co</b>") in texts
    assert "When it fits" in texts
    assert "{name}" not in texts


def test_words_are_copied(rig: Rig) -> None:
    rig.open()
    rig.read(Kind.IDEA, IDEA)
    idea = CATALOGUE.suggestion(IDEA)
    assert idea is not None
    words = idea.ways[1].replace("{name}", "Mom")
    rig.click(f"Copy: {words}")
    assert QGuiApplication.clipboard().text() == words
    assert rig.shows("Copied")


def test_every_idea_can_be_shown(rig: Rig) -> None:
    rig.open()
    for idea in CATALOGUE.suggestions:
        rig.page.turn_to(idea.id)
        assert idea.ways[0].replace("{name}", "Mom") in rig.texts()
        assert rig.shows("I'll try this")


# Searching


def test_typing_narrows_over_titles_texts_and_words(rig: Rig) -> None:
    rig.open()
    rig.page.find()
    idea = CATALOGUE.suggestion(IDEA)
    assert idea is not None
    rig.type(idea.ways[1].replace("{name}", "mom").upper())
    assert rig.titles() == [CATALOGUE.parts[Part.TRANSITIONS].name, title(IDEA)]
    rig.press(Qt.Key.Key_Escape)
    assert len(rig.titles()) == len(CATALOGUE.suggestions) + len(Part)


def test_a_search_without_a_result_says_so_and_offers_to_clear(rig: Rig) -> None:
    rig.open()
    rig.page.find()
    rig.type("xylophone")
    assert "Nothing found for “xylophone”." in rig.texts()
    rig.click("Clear the search")
    assert rig.page.form.search.text() == ""
    assert rig.page.form.search.hasFocus()
    assert title(IDEA) in rig.titles()


def test_letters_in_the_list_go_to_the_search(rig: Rig) -> None:
    rig.open()
    rig.page.list.setFocus()
    rig.press(Qt.Key.Key_T)
    assert rig.page.form.search.text() == "t"
    assert rig.page.form.search.hasFocus()


# Keys, and a narrow window


def test_arrows_turn_the_leaves_beside_the_list(rig: Rig) -> None:
    rig.open()
    rig.page.list.setFocus()
    rig.press(Qt.Key.Key_Down)
    first = rig.page.detail.shown
    rig.press(Qt.Key.Key_Down)
    assert first is not None
    assert rig.page.detail.shown not in (None, first)
    assert rig.page.list.hasFocus()


def test_in_a_narrow_window_the_leaf_takes_the_lists_place(rig: Rig) -> None:
    rig.open()
    rig.page.resize(460, 700)
    form = rig.page.form
    rig.until(lambda: not form.right.isVisible())
    rig.page.list.setFocus()
    rig.press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert not form.right.isVisible()
    rig.press(Qt.Key.Key_Return)
    assert form.right.isVisible()
    assert not form.left.isVisible()
    rig.press(Qt.Key.Key_Escape)
    assert form.left.isVisible()
    assert not form.right.isVisible()
    assert rig.page.list.hasFocus()
    rig.press(Qt.Key.Key_Return)
    rig.click("Back")
    assert form.left.isVisible()


def test_tab_goes_from_top_to_bottom(rig: Rig) -> None:
    rig.open()
    rig.page.resize(1000, 1400)
    rig.read(Kind.IDEA, OTHER)
    rig.page.turn_to(IDEA)
    rig.click("I'll try this")
    assert rig.page.list.hasFocus()
    heights = []
    for _ in range(12):
        rig.press(Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        if not rig.page.form.right.isAncestorOf(focus):
            break
        heights.append(focus.mapTo(rig.page, QPoint(0, 0)).y())
    assert len(heights) > 5
    assert heights == sorted(heights)


# Trying


def test_an_idea_is_tried_and_shown_at_once(rig: Rig) -> None:
    rig.open()
    rig.read(Kind.IDEA, IDEA)
    rig.click("I'll try this")
    assert "You have been trying this since today" in rig.texts()
    assert not rig.shows("I'll try this")
    assert rig.counted()[Section.TRYING] == "Trying now · 1"
    rig.until(lambda: len(rig.journal.all(Try)) == 1)
    rig.journal.undo()
    rig.until(lambda: rig.shows("I'll try this"))
    assert rig.counted()[Section.TRYING] == "Trying now"


def test_one_tap_says_how_it_went(rig: Rig) -> None:
    rig.open(a_try(), *(contact(ago(day), closeness=4) for day in (15, 12)), contact(ago(3), closeness=6))
    rig.go(Section.TRYING)
    rig.read(Kind.TRY, a_try().id)
    rig.click("It went well")
    assert rig.counted()[Section.TRIED] == "Tried · 1"
    rig.until(lambda: rig.journal.all(Try)[0].outcome is Outcome.GOOD)
    assert "Before: 4.0 over 2 ratings. After: 6.0 over 1 rating." in rig.texts()
    assert "prove nothing" in rig.texts()
    rig.journal.undo()
    rig.until(lambda: rig.counted()[Section.TRYING] == "Trying now · 1")


def test_stop_asking_is_not_done(rig: Rig) -> None:
    rig.open(a_try())
    rig.read(Kind.IDEA, IDEA)
    rig.click("Stop asking")
    rig.until(lambda: rig.journal.all(Try)[0].outcome is Outcome.NOT_DONE)
    assert not rig.shows("Stop asking")


def test_an_outcome_can_be_changed_later(rig: Rig) -> None:
    rig.open(a_try(outcome=Outcome.GOOD, note="She laughed"))
    rig.go(Section.TRIED)
    rig.read(Kind.TRY, a_try().id)
    rig.click("It was hard")
    rig.until(lambda: rig.journal.all(Try)[0].outcome is Outcome.HARD)
    assert rig.journal.all(Try)[0].note == "She laughed"


def test_a_note_goes_with_the_outcome_or_is_kept_by_itself(rig: Rig) -> None:
    rig.open(a_try())
    rig.read(Kind.IDEA, IDEA)
    card = rig.page.detail.leaf(Kind.IDEA).card  # type: ignore[union-attr]
    card.form.note.setFocus()
    rig.type("She told me of her garden")
    rig.press(Qt.Key.Key_Tab)
    rig.until(lambda: rig.journal.all(Try)[0].note == "She told me of her garden")
    assert rig.journal.all(Try)[0].outcome is None
    rig.click("So-so")
    rig.until(lambda: rig.journal.all(Try)[0].outcome is Outcome.SO_SO)
    assert rig.journal.all(Try)[0].note == "She told me of her garden"


def test_a_note_is_kept_when_another_idea_is_opened(rig: Rig) -> None:
    first, second = a_try(), a_try(OTHER, ago(2))
    rig.open(first, second)
    rig.read(Kind.IDEA, IDEA)
    card = rig.page.detail.leaf(Kind.IDEA).card  # type: ignore[union-attr]
    card.form.note.setPlainText("Half a sentence")
    rig.page.turn_to(OTHER)
    rig.until(lambda: rig.journal.get(Try, first.id).note == "Half a sentence")  # type: ignore[union-attr]
    assert card.form.note.toPlainText() == ""
    assert rig.journal.get(Try, second.id).note == ""  # type: ignore[union-attr]


def test_history_is_newest_first_and_knows_what_is_gone(rig: Rig) -> None:
    rig.open(
        a_try(IDEA, ago(40), Outcome.GOOD),
        a_try("no-such-idea", ago(20), Outcome.HARD),
        a_try(OTHER, ago(5), Outcome.SO_SO),
    )
    rig.go(Section.TRIED)
    assert rig.titles() == [title(OTHER), "An earlier idea", title(IDEA)]
    assert [one.split(", ")[1].split(" · ")[0] for one in rig.heard()] == [
        "So-so",
        "It was hard",
        "It went well",
    ]
    rig.read(Kind.TRY, a_try("no-such-idea", ago(20)).id)
    assert "no longer in the book" in rig.texts()
    assert rig.button("It was hard").isChecked()
    assert not rig.shows("I'll try this")


def test_a_try_is_deleted_and_comes_back(rig: Rig) -> None:
    rig.open(a_try(outcome=Outcome.GOOD))
    rig.go(Section.TRIED)
    rig.read(Kind.TRY, a_try().id)
    rig.click("Delete this try")
    rig.until(lambda: rig.journal.all(Try) == [])
    assert "Nothing tried yet" in rig.texts()
    rig.journal.undo()
    rig.until(lambda: rig.titles() == [title(IDEA)])


def test_earlier_tries_of_an_idea_lead_to_them(rig: Rig) -> None:
    rig.open(a_try(IDEA, ago(40), Outcome.GOOD))
    rig.read(Kind.IDEA, IDEA)
    rig.click("It went well · 13 October")
    assert rig.page.detail.shown == Key(Kind.TRY, a_try(IDEA, ago(40)).id)


def test_no_tries_yet_is_said_warmly_with_a_way_on(rig: Rig) -> None:
    rig.open()
    rig.go(Section.TRIED)
    assert "Nothing tried yet, and that is fine." in rig.texts()
    rig.click("See all ideas")
    assert title(IDEA) in rig.titles()


# Not for me


def test_not_for_me_and_back(rig: Rig) -> None:
    rig.open()
    rig.read(Kind.IDEA, IDEA)
    rig.click("Not for me")
    assert title(IDEA) not in rig.titles()
    rig.until(lambda: rig.journal.get(Setting, retired(IDEA).id) is not None)
    rig.go(Section.RETIRED)
    assert rig.titles() == [title(IDEA)]
    rig.click("Bring it back")
    rig.until(lambda: rig.journal.get(Setting, retired(IDEA).id) is None)
    rig.go(Section.ALL)
    assert title(IDEA) in rig.titles()
    rig.journal.undo()
    rig.until(lambda: title(IDEA) not in rig.titles())


# Where an idea leads


@pytest.mark.parametrize(
    ("leads", "words", "wanted"),
    [
        ("letter", "Write a letter", "letters"),
        ("rhythm", "Choose a rhythm", "settings"),
        ("topics", "Note a topic", "today"),
        ("log", "Look into the log", "log"),
    ],
)
def test_an_idea_leads_on(rig: Rig, leads: str, words: str, wanted: str) -> None:
    rig.open()
    idea = next(one for one in CATALOGUE.suggestions if one.leads_to == leads)
    rig.page.turn_to(idea.id)
    rig.click(words)
    assert rig.wanted == [(wanted, {"letters": idea.id, "settings": "rhythm"}.get(wanted))]


def test_an_idea_wanted_before_the_journal_is_read_is_shown_when_it_is(rig: Rig) -> None:
    rig.page.turn_to(OTHER)
    rig.open()
    rig.until(lambda: rig.page.detail.shown == Key(Kind.IDEA, OTHER))


# Safety


@pytest.mark.parametrize(
    ("reason", "words"), [(PauseReason.BOUNDARY, "distance"), (PauseReason.GRIEF, "who can be with you")]
)
def test_in_a_pause_of_distance_or_grief_nothing_asks_for_contact(
    rig: Rig, reason: PauseReason, words: str
) -> None:
    rig.open(Pause(id="p", reason=reason, start=ago(3)), a_try(OTHER, ago(9)))
    ideas = [row.about for row in rig.page.model.rows if row.key.kind is Kind.IDEA]
    assert ideas
    assert all(idea.asks is not Asks.CONTACT for idea in ideas)  # type: ignore[union-attr]
    assert words in rig.texts()
    rig.go(Section.TRYING)
    rig.read(Kind.TRY, a_try(OTHER, ago(9)).id)
    idea = CATALOGUE.suggestion(OTHER)
    assert idea is not None
    assert idea.ways[0].replace("{name}", "Mom") not in rig.texts()
    assert not rig.shows("Write a letter")


def test_in_grief_nothing_is_asked_and_nothing_counted(rig: Rig) -> None:
    rig.open(
        Pause(id="p", reason=PauseReason.GRIEF, start=ago(3)),
        a_try(OTHER, ago(19), Outcome.GOOD),
        contact(ago(25), closeness=4),
        contact(ago(10), closeness=4),
    )
    rig.go(Section.TRIED)
    rig.read(Kind.TRY, a_try(OTHER, ago(19)).id)
    assert "Before:" not in rig.texts()
    assert not rig.page.form.needs_button.isVisible()


def test_a_need_to_feel_safe_leaves_only_support(rig: Rig) -> None:
    rig.open(a_need("safety"))
    ideas = [row.about for row in rig.page.model.rows if row.key.kind is Kind.IDEA]
    assert ideas
    assert {idea.asks for idea in ideas} == {Asks.SUPPORT}  # type: ignore[union-attr]
    assert "only what may help you" in rig.texts()


def test_beside_a_need_that_tells_of_fear_there_is_help_in_whatever_words_it_was_written(rig: Rig) -> None:
    rig.open(a_need("safety"), a_need("not to be afraid of her"), a_need("room"))
    rig.go(Section.NEEDS)
    for need, helped in (("safety", True), ("not to be afraid of her", True), ("room", False)):
        rig.read(Kind.NEED, a_need(need).id)
        assert ("You don't have to carry this alone." in rig.texts()) is helped


def test_what_came_before_the_pause_is_back_after_it(rig: Rig) -> None:
    rig.open(Pause(id="p", reason=PauseReason.BOUNDARY, start=ago(30), end=ago(1)))
    assert title(OTHER) in rig.titles()
    assert not rig.page.form.safety.isVisible()


# Trouble


@pytest.fixture
def full(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    def fail(*_: Any, **__: Any) -> None:
        raise DiskFull

    return lambda: monkeypatch.setattr(rig.journal, "apply", fail)


@pytest.mark.parametrize("words", ["I'll try this", "Not for me"])
def test_what_could_not_be_written_is_taken_back_with_a_sentence(
    rig: Rig, full: Callable[[], None], words: str
) -> None:
    rig.open()
    rig.read(Kind.IDEA, IDEA)
    full()
    rig.click(words)
    rig.until(lambda: bool(rig.failures))
    assert isinstance(rig.failures[0], DiskFull)
    rig.until(lambda: rig.shows(words))
    assert title(IDEA) in rig.titles()
    assert rig.counted()[Section.TRYING] == "Trying now"


def test_an_outcome_that_could_not_be_written_is_taken_back(rig: Rig, full: Callable[[], None]) -> None:
    rig.open(a_try())
    rig.read(Kind.IDEA, IDEA)
    full()
    rig.click("It was hard")
    rig.until(lambda: bool(rig.failures))
    rig.until(lambda: rig.shows("Stop asking"))
    assert not rig.button("It was hard").isChecked()


# Quiet changes


def test_a_page_that_is_not_seen_reads_nothing_until_it_is(rig: Rig) -> None:
    rig.open()
    rig.page.hide()
    before = rig.page.journal.reading
    rig.journal.apply(Action.TRY, add(a_try()))
    QTest.qWait(20)
    assert rig.page.journal.reading is before
    rig.page.show()
    rig.until(lambda: rig.counted()[Section.TRYING] == "Trying now · 1")


def test_past_needs_are_listed_newest_first_and_deleted_with_a_way_back(rig: Rig) -> None:
    rig.open(a_need("warmth", ago(20)), a_need("To hear that I did fine", ago(2)))
    rig.go(Section.NEEDS)
    assert rig.titles() == ["To hear that I did fine", "Warmth"]
    rig.read(Kind.NEED, a_need("warmth", ago(20)).id)
    rig.click("Delete")
    rig.until(lambda: len(rig.journal.all(Need)) == 1)
    assert rig.titles() == ["To hear that I did fine"]
    rig.journal.undo()
    rig.until(lambda: len(rig.titles()) == 2)


def test_the_page_is_made_and_filled_at_once_with_a_hundred_tries(rig: Rig, clock: FakeClock) -> None:
    del clock
    tries = [a_try(IDEA, ago(day), Outcome.GOOD) for day in range(100)]
    rig.open(*tries)
    rig.go(Section.TRIED)
    assert len(rig.titles()) == 100
