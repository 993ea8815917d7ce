"""The language is chosen under its own name, and counts from the next start on."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reconnect_desktop.language import LANGUAGES
from reconnect_desktop.views.kit.letter_keys import letter_of
from reconnect_desktop.views.preferences import LANGUAGE, Preferences
from reconnect_desktop.views.settings.language_row import LanguageRow


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path)


def row_of(qtbot: QtBot, preferences: Preferences) -> LanguageRow:
    row = LanguageRow(preferences)
    qtbot.addWidget(row)
    row.show()
    return row


def choose(row: LanguageRow, place: int) -> None:
    row.form.language_box.setCurrentIndex(place)
    row.form.language_box.activated.emit(place)


def test_each_language_has_its_own_name(qtbot: QtBot, preferences: Preferences) -> None:
    row = row_of(qtbot, preferences)
    box = row.form.language_box
    names = [box.itemText(place) for place in range(box.count())]
    assert names == ["As the system", *(language.name for language in LANGUAGES)]
    assert box.currentIndex() == 0


def test_its_label_leads_to_it_by_a_key(qtbot: QtBot, preferences: Preferences) -> None:
    row = row_of(qtbot, preferences)
    assert row.form.language_label.buddy() is row.form.language_box
    assert letter_of(row.form.language_label.text())


def test_to_start_again_is_offered_where_that_would_change_anything(
    qtbot: QtBot, preferences: Preferences
) -> None:
    row = row_of(qtbot, preferences)
    assert not row.form.again_button.isVisible()
    choose(row, 1)  # English, as the system
    assert not row.form.again_button.isVisible()
    choose(row, 2)
    assert preferences.get(LANGUAGE) == "de"
    assert row.form.again_button.isVisible()
    choose(row, 0)
    assert preferences.get(LANGUAGE) == "system"
    assert not row.form.again_button.isVisible()


def test_who_looks_again_finds_what_was_chosen_and_the_button(qtbot: QtBot, preferences: Preferences) -> None:
    preferences.put(LANGUAGE, "es")
    row = row_of(qtbot, preferences)
    assert row.form.language_box.currentText() == "Español"
    with qtbot.waitSignal(row.again_wanted):
        row.form.again_button.click()


def test_a_language_there_is_no_more_counts_as_the_systems(qtbot: QtBot, preferences: Preferences) -> None:
    preferences.put(LANGUAGE, "xx")
    row = row_of(qtbot, preferences)
    assert row.form.language_box.currentIndex() == 0
    assert not row.form.again_button.isVisible()
