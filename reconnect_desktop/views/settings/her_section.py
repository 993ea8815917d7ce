"""Settings: what she is called, her birthday, and whether Today asks how I am."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from reconnect_desktop.domain.settings import HER_NAME, MOOD_ON_TODAY
from reconnect_desktop.views.forms.her_section import Ui_HerSection
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.kit.tab_order import chain
from reconnect_desktop.views.plans.birthday_row import BirthdayRow
from reconnect_desktop.views.settings.kept import Kept


class HerSection(QWidget):
    """Her name for the screens, her birthday, and the mood."""

    def __init__(self, look: Look, kept: Kept, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = kept
        self.form = Ui_HerSection()
        self.form.setupUi(self)
        self.form.name_edit.setText(kept.value(HER_NAME))
        self.birthday = BirthdayRow(look, kept.journal, self)
        self.form.birthday_place.addWidget(self.birthday)
        chain(self.form.name_edit, [self.birthday.form.birthday_button])
        self.form.mood_box.setChecked(kept.value(MOOD_ON_TODAY))
        self.form.name_edit.editingFinished.connect(self._take_name)
        self.form.mood_box.clicked.connect(self._take_mood)

    def _take_name(self) -> None:
        if self.form.name_edit.isModified():  # what nobody chose stays as one says it in the language
            self._kept.take_text(HER_NAME, self.form.name_edit.text(), self.form.problem.say)

    def _take_mood(self, wanted: bool) -> None:
        if not self._kept.choose(MOOD_ON_TODAY, wanted, self.form.mood_problem.say):
            self.form.mood_box.setChecked(not wanted)
