"""Settings: the language of the windows, which counts from the next start on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reconnect_desktop.language import LANGUAGES, spoken
from reconnect_desktop.views.forms.language_row import Ui_LanguageRow
from reconnect_desktop.views.preferences import LANGUAGE, Preferences
from reconnect_desktop.views.speaking import SYSTEM, code_for


class LanguageRow(QWidget):
    """Each language under its own name, for who came into the wrong one.

    again_wanted: the user would like to start anew, in the language chosen.
    """

    again_wanted = Signal()

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self.form = Ui_LanguageRow()
        self.form.setupUi(self)
        box, chosen = self.form.language_box, preferences.get(LANGUAGE)
        box.addItem(self.tr("As the system"), SYSTEM)
        for language in LANGUAGES:
            box.addItem(language.name, language.code)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        box.activated.connect(self._take)
        self.form.again_button.clicked.connect(self.again_wanted)
        self._offer(chosen)

    def _take(self, row: int) -> None:
        chosen = str(self.form.language_box.itemData(row))
        self._preferences.put(LANGUAGE, chosen)
        self._offer(chosen)

    def _offer(self, chosen: str) -> None:
        """To start anew, where that would change anything."""
        self.form.again_button.setVisible(code_for(chosen) != spoken().code)
