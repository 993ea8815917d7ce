"""Has Qt speak the chosen language too: forms, `self.tr`, its own dialogs, dates and figures, and the direction of reading."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from reconnect_desktop import language
from reconnect_desktop.views.preferences import LANGUAGE, Preferences

SYSTEM = "system"


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


def take_language(app: QApplication, preferences: Preferences) -> None:
    """Speak what was chosen, or what the system speaks; before the first window is made."""
    chosen = preferences.get(LANGUAGE)
    code = language.closest([chosen] if chosen != SYSTEM else QLocale.system().uiLanguages())
    if code == language.ENGLISH.code:
        if chosen == code:
            _take_locale(code)
        return
    language.speak(code)
    _take_locale(code)
    for translator in (_of_qt(app, code), Interpreter(app)):
        app.installTranslator(translator)


def _take_locale(code: str) -> None:
    """Dates and figures as where the user is, if that is spoken there; else as where most speak it."""
    if QLocale.languageToCode(QLocale.system().language()) != code:
        QLocale.setDefault(QLocale(code))


def _of_qt(app: QApplication, code: str) -> QTranslator:
    """Qt's own words, for the buttons of its dialogs and the menus of its fields."""
    translator = QTranslator(app)
    translator.load(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    return translator
