"""Has Qt speak the chosen language too: forms, `self.tr`, its own dialogs, dates, and the direction of reading."""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from reconnect_desktop import language
from reconnect_desktop.views.preferences import LANGUAGE, Preferences

SYSTEM = LANGUAGE.default


class Interpreter(QTranslator):
    """What forms and `self.tr` ask for; the translations are those of the whole program."""

    def translate(
        self, _context: str, text: str, disambiguation: str | None = None, _count: int = -1
    ) -> str | None:
        """The text as it is said, if it is one of ours. A disambiguation is the context of a text that means two things.

        Of what it doesn't know, Qt then asks its own translations.
        """
        said = language.tr_in(disambiguation, text) if disambiguation else language.tr(text)
        return said if said != text else None

    def isEmpty(self) -> bool:
        """There is something: Qt asks no empty one."""
        return False


def code_for(chosen: str) -> str:
    """The code of the language that is spoken where this was chosen: a code, or as the system."""
    return language.closest([chosen] if chosen != SYSTEM else QLocale.system().uiLanguages())


def take_language(app: QApplication, preferences: Preferences) -> None:
    """Speak what was chosen, or what the system speaks; before the first window is made."""
    code = code_for(preferences.get(LANGUAGE))
    _take_locale(code)
    if code == language.ENGLISH.code:
        return
    language.speak(code)
    take_direction(app, QLocale(code).textDirection())
    for translator in (_of_qt(app, code), Interpreter(app)):
        app.installTranslator(translator)


def take_direction(app: QApplication, direction: Qt.LayoutDirection) -> None:
    """Read from this side; before the first window is made."""
    app.setLayoutDirection(direction)
    language.read_from_right(direction == Qt.LayoutDirection.RightToLeft)
    if direction == Qt.LayoutDirection.RightToLeft:
        from reconnect_desktop.views.mirror import Mirror

        app.installEventFilter(Mirror(app))


def _take_locale(code: str) -> None:
    """Days and times in the language that is spoken, in the order and with the clock of where the user is."""
    place, spoken = _locale_of_days(), QLocale(code)
    if place.language() == QLocale.Language.C:  # it tells no place
        if code != language.ENGLISH.code:
            QLocale.setDefault(spoken)
    elif place.language() != spoken.language():
        QLocale.setDefault(QLocale(spoken.language(), place.territory()))


def _locale_of_days() -> QLocale:
    """What the system writes days in, which may be another language than that of its windows."""
    if sys.platform not in ("win32", "darwin"):
        names = (os.environ.get(name) for name in ("LC_ALL", "LC_TIME", "LANG"))
        if said := next((name for name in names if name), ""):
            return QLocale(said)
    return QLocale.system()


def _of_qt(app: QApplication, code: str) -> QTranslator:
    """Qt's own words, for the buttons of its dialogs and the menus of its fields."""
    translator = QTranslator(app)
    translator.load(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    return translator
