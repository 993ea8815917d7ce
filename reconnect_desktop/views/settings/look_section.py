"""Settings: light or dark, the size of text, the language, and whether anything moves; kept outside the journal, for they say nothing personal."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from reconnect_desktop.views.forms.look_section import Ui_LookSection
from reconnect_desktop.views.kit.look import CHOICES, Look
from reconnect_desktop.views.kit.motion import keep_still
from reconnect_desktop.views.preferences import LOOK, STILL, TEXT_SIZE, TEXT_SIZES, Preferences, text_size
from reconnect_desktop.views.settings.language_row import LanguageRow


class LookSection(QWidget):
    """Look, size of text and language."""

    def __init__(self, look: Look, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._preferences = look, preferences
        self.form = Ui_LookSection()
        self.form.setupUi(self)
        self.language = LanguageRow(preferences, self)
        self.form.column.insertWidget(self.form.column.indexOf(self.form.still_box), self.language)
        self.form.look_box.setCurrentIndex(CHOICES.index(look.choice))
        self.form.size_box.addItems([self.tr("{size} %").format(size=size) for size in TEXT_SIZES])
        self.form.size_box.setCurrentIndex(TEXT_SIZES.index(text_size(preferences)))
        self.form.still_box.setChecked(preferences.get(STILL) == "yes")
        self.form.look_box.activated.connect(self._take_look)
        self.form.size_box.activated.connect(self._take_size)
        self.form.still_box.clicked.connect(self._take_still)

    def _take_look(self, row: int) -> None:
        self._look.choose(CHOICES[row])
        self._preferences.put(LOOK, CHOICES[row])

    def _take_size(self, row: int) -> None:
        self._look.scale_text(TEXT_SIZES[row] / 100)
        self._preferences.put(TEXT_SIZE, str(TEXT_SIZES[row]))

    def _take_still(self, wanted: bool) -> None:
        keep_still(wanted)
        self._preferences.put(STILL, "yes" if wanted else "no")
