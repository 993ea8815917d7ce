"""The sections of the rhythm and the pauses: what is kept, what can be taken back, what could not be kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add
from reconnect_desktop.domain.errors import DiskFull
from reconnect_desktop.domain.measures import Medium
from reconnect_desktop.domain.records import Pause, PauseReason, Setting
from reconnect_desktop.domain.rhythm import NO_RHYTHM, Interval, Rhythm, write_rhythm
from reconnect_desktop.domain.settings import RHYTHM
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.dialogs.pause_dialog import PauseDialog
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.preferences import Preferences
from reconnect_desktop.views.settings.pause_card import PauseCard
from reconnect_desktop.views.settings.pauses_section import PausesSection
from reconnect_desktop.views.settings.rhythm_section import RhythmSection
from reconnect_desktop.views.settings.settings_dialog import SettingsDialog
from tests.making import TODAY, ago, contact

AWAY = Pause(id="away", reason=PauseReason.TRAVEL, start=ago(3), end=TODAY + timedelta(days=4))
DISTANCE = Pause(id="distance", reason=PauseReason.BOUNDARY, start=ago(60), note="Until I feel calmer")
LONG_AGO = Pause(id="old", reason=PauseReason.OTHER, start=date(2025, 3, 2), end=date(2025, 3, 2))


@pytest.fixture
def dialog(
    qtbot: QtBot, qapp: QApplication, journal: Journal, tmp_path: Path, background: Background
) -> SettingsDialog:
    journal.apply(Action.LOG, *(add(contact(ago(8 * times))) for times in range(1, 8)))
    preferences = Preferences(tmp_path / "config")
    made = SettingsDialog(None, Look(qapp, "light"), preferences, journal, background)
    qtbot.addWidget(made)
    made.show()
    return made


def pauses_of(dialog: SettingsDialog, journal: Journal, *pauses: Pause) -> PausesSection:
    for pause in pauses:
        journal.apply(Action.PAUSE, add(pause))
    shown = dialog.turn_to("pauses")
    assert isinstance(shown, PausesSection)
    return shown


def rhythm_of(dialog: SettingsDialog) -> RhythmSection:
    shown = dialog.turn_to("rhythm")
    assert isinstance(shown, RhythmSection)
    return shown


def card_of(section: PausesSection, pause: Pause) -> PauseCard:
    (card,) = (card for card in section.cards if card.pause.id == pause.id)
    return card


def answering(answer: Callable[[PauseDialog], None]) -> None:
    """Do this in the dialog that opens next."""

    def act() -> None:
        opened = QApplication.activeModalWidget()
        assert isinstance(opened, PauseDialog)
        try:
            answer(opened)
        finally:
            opened.done(0)  # or the test would wait for ever

    QTimer.singleShot(0, act)


def is_full(*_changes: object) -> None:
    raise DiskFull


# The pauses


def test_each_says_what_it_is_for_and_when(dialog: SettingsDialog, journal: Journal) -> None:
    section = pauses_of(dialog, journal, LONG_AGO, DISTANCE, AWAY)
    told = [(card.form.reason.text(), card.form.days.text()) for card in section.cards]
    assert told == [
        ("Away", "19 November 2026 to 26 November 2026"),
        ("Some distance", "Since 23 September 2026"),
        ("A pause", "2 March 2025"),
    ]
    assert [card.form.note.isVisible() for card in section.cards] == [False, True, False]
    assert [card.end_button.isVisible() for card in section.cards] == [True, True, False]


def test_one_that_is_yet_to_come_says_from_when(dialog: SettingsDialog, journal: Journal) -> None:
    planned = Pause(id="planned", reason=PauseReason.TRAVEL, start=date(2026, 12, 20))
    (card,) = pauses_of(dialog, journal, planned).cards
    assert card.form.days.text() == "From 20 December 2026 on"
    assert not card.end_button.isVisible()


def test_one_is_taken(dialog: SettingsDialog, journal: Journal) -> None:
    section = pauses_of(dialog, journal)

    def take(opened: PauseDialog) -> None:
        opened.form.reasons.choose(PauseReason.BOUNDARY)
        opened.submit()

    answering(take)
    section.form.add_button.click()
    (pause,) = journal.all(Pause)
    assert (pause.reason, pause.start, pause.end) == (PauseReason.BOUNDARY, TODAY, None)
    assert [card.pause for card in section.cards] == [pause]
    assert dialog.focusWidget() is section.cards[0].change_button
    journal.undo()
    assert journal.all(Pause) == []


def test_one_is_changed_and_a_cancelled_change_is_none(dialog: SettingsDialog, journal: Journal) -> None:
    section = pauses_of(dialog, journal, DISTANCE)

    def note(opened: PauseDialog) -> None:
        opened.form.note.setPlainText("As long as it takes")
        opened.submit()

    answering(PauseDialog.reject)
    section.cards[0].change_button.click()
    assert journal.all(Pause) == [DISTANCE]
    answering(note)
    section.cards[0].change_button.click()
    assert [pause.note for pause in journal.all(Pause)] == ["As long as it takes"]
    assert [card.form.note.text() for card in section.cards] == ["As long as it takes"]
    journal.undo()
    assert journal.all(Pause) == [DISTANCE]


def test_one_ends_now_and_goes_on_after_all(dialog: SettingsDialog, journal: Journal) -> None:
    section = pauses_of(dialog, journal, AWAY, DISTANCE)
    card_of(section, AWAY).end_button.click()
    assert journal.get(Pause, "away") is not None
    assert not any(pause.id == "away" and pause.covers(TODAY) for pause in journal.all(Pause))
    assert not card_of(section, AWAY).end_button.isVisible()
    assert section.form.told.isVisible()
    assert dialog.focusWidget() is section.form.undo_button
    section.form.undo_button.click()
    assert journal.get(Pause, "away") == AWAY
    assert not section.form.told.isVisible()
    assert dialog.focusWidget() is card_of(section, AWAY).change_button


def test_one_is_deleted_and_brought_back(dialog: SettingsDialog, journal: Journal) -> None:
    section = pauses_of(dialog, journal, AWAY, DISTANCE)
    card_of(section, DISTANCE).delete_button.click()
    assert journal.all(Pause) == [AWAY]
    # Something else is changed before: that stays.
    rhythm_of(dialog).form.rhythm.changed.emit(Rhythm(Interval(7, 14)))
    section.form.undo_button.click()
    assert {pause.id for pause in journal.all(Pause)} == {"away", "distance"}
    assert journal.setting(RHYTHM) == Rhythm(Interval(7, 14))


def test_what_could_not_be_kept_is_told(
    dialog: SettingsDialog, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    section = pauses_of(dialog, journal, DISTANCE)
    with monkeypatch.context() as trouble:
        trouble.setattr(journal, "apply", is_full)
        section.cards[0].delete_button.click()
    assert section.form.problem.isVisible()
    assert not section.form.told.isVisible()
    assert [card.pause for card in section.cards] == [DISTANCE]
    section.cards[0].delete_button.click()
    assert not section.form.problem.isVisible()


def test_a_reader_of_the_screen_hears_which_pause(dialog: SettingsDialog, journal: Journal) -> None:
    section = pauses_of(dialog, journal, AWAY, DISTANCE)
    names = [card.delete_button.accessibleName() for card in section.cards]
    assert names == [
        "Delete: Away, 19 November 2026 to 26 November 2026",
        "Delete: Some distance, Since 23 September 2026",
    ]


# The rhythm


def test_a_rhythm_is_chosen_beside_the_usual_and_let_go(dialog: SettingsDialog, journal: Journal) -> None:
    form = rhythm_of(dialog).form.rhythm
    assert "about 8 days" in form.form.usual.text()
    form.form.contact.form.wanted.click()
    form.form.contact.form.good.setValue(7)
    form._tell()
    assert journal.setting(RHYTHM).contact == Interval(7, 16)
    form.form.contact.form.wanted.click()
    form._tell()
    assert journal.setting(RHYTHM) == NO_RHYTHM
    journal.undo()
    assert journal.setting(RHYTHM).contact == Interval(7, 16)


def test_what_was_chosen_a_moment_ago_is_kept_when_the_dialog_closes(
    dialog: SettingsDialog, journal: Journal
) -> None:
    rhythm_of(dialog).form.rhythm.form.contact.form.wanted.click()
    dialog.close()
    assert journal.setting(RHYTHM).contact == Interval(8, 16)


def test_the_rhythm_that_is_kept_is_shown(dialog: SettingsDialog, journal: Journal) -> None:
    kept = Rhythm(Interval(7, 14), ((Medium.VISIT, Interval(90, 120)),))
    journal.apply(Action.SETTING, add(Setting(id=RHYTHM.id, value=write_rhythm(kept))))
    form = rhythm_of(dialog).form.rhythm
    assert form.rhythm() == kept
    assert form.form.media.isVisible()


def test_a_rhythm_that_could_not_be_kept_goes_back(
    dialog: SettingsDialog, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    section = rhythm_of(dialog)
    monkeypatch.setattr(journal, "apply", is_full)
    section.form.rhythm.form.contact.form.wanted.click()
    section.form.rhythm._tell()
    assert section.form.problem.isVisible()
    assert section.form.rhythm.rhythm() == NO_RHYTHM
