"""The language of the windows, and the days, the clock and the direction that go with it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QObject, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from reconnect_desktop import language
from reconnect_desktop.views.preferences import LANGUAGE, Preferences
from reconnect_desktop.views.speaking import Interpreter, take_language
from tests.fakes import Pseudo

SPEAKING = """
import sys
from datetime import date, datetime
from pathlib import Path
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from reconnect_desktop import language
from reconnect_desktop.views.kit import dates
from reconnect_desktop.views.preferences import LANGUAGE, Preferences
from reconnect_desktop.views.speaking import take_language
app = QApplication(["x"])
preferences = Preferences(Path(sys.argv[1]))
preferences.put(LANGUAGE, sys.argv[2])
take_language(app, preferences)
told = [language.spoken().code, dates.date_words(date(2026, 11, 8)), dates.time_words(datetime(2026, 11, 8, 18, 40))]
print("|".join([*told, QLocale().firstDayOfWeek().name]))
"""


@pytest.fixture(autouse=True)
def _as_before(qapp: QApplication) -> Iterator[None]:
    before = QLocale().name()
    yield
    language.speak("en")
    QLocale.setDefault(QLocale(before))
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()


@pytest.mark.parametrize(
    ("system", "chosen", "said"),
    [
        ({"LANG": "de_AT.UTF-8"}, "system", "de|8. November 2026|18:40|Monday"),
        ({"LANG": "en_US.UTF-8"}, "de", "de|8. November 2026|18:40|Monday"),
        ({"LANG": "C.UTF-8"}, "de", "de|8. November 2026|18:40|Monday"),
        ({"LANG": "de_DE.UTF-8"}, "en", "en|8 November 2026|18:40|Monday"),
        ({"LANG": "en_US.UTF-8", "LC_TIME": "de_DE.UTF-8"}, "system", "en|8 November 2026|18:40|Monday"),
        ({"LANG": "en_US.UTF-8"}, "system", "en|November 8, 2026|6:40\u202fPM|Sunday"),
        ({"LANG": "fr_FR.UTF-8"}, "system", "en|8 November 2026|18:40|Monday"),
        ({"LANG": "es_MX.UTF-8"}, "system", "es|8 de noviembre de 2026|6:40\u202fp.m.|Sunday"),
    ],
)
def test_days_are_said_in_the_language_spoken_as_where_one_is(
    tmp_path: Path, system: dict[str, str], chosen: str, said: str
) -> None:
    environment = {**os.environ, **system, "LC_CTYPE": "C.UTF-8", "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-c", SPEAKING, str(tmp_path), chosen]
    done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.strip().replace("\xa0", " ") == said


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path)


def test_qt_is_asked_for_what_is_not_ours(qapp: QApplication, preferences: Preferences) -> None:
    preferences.put(LANGUAGE, "de")
    take_language(qapp, preferences)
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"
    assert QCoreApplication.translate("Anything", "Nobody says this") == "Nobody says this"


@pytest.mark.usefixtures("qapp")
def test_forms_and_objects_say_what_the_catalogue_says(qapp: QApplication) -> None:
    qapp.installTranslator(Interpreter(qapp))
    language.speak("de", Pseudo())
    assert QObject().tr("Call") == "⟦Call⟧"
    assert QCoreApplication.translate("Form", "Letter", "paper") == "⟦Letter⟧"


def test_the_direction_is_that_of_the_language(qapp: QApplication, preferences: Preferences) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    preferences.put(LANGUAGE, "es")
    take_language(qapp, preferences)
    assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight
