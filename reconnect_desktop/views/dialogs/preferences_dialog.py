"""The few things to choose for now; each counts at once."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import Change, add, edit
from reconnect_desktop.domain.errors import UserError
from reconnect_desktop.domain.records import Setting
from reconnect_desktop.domain.settings import HER_NAME, MOOD_ON_TODAY
from reconnect_desktop.journal import Journal
from reconnect_desktop.output.errors_in_words import explain
from reconnect_desktop.views.forms.preferences_dialog import Ui_PreferencesDialog
from reconnect_desktop.views.kit.look import CHOICES, Look
from reconnect_desktop.views.preferences import LOOK, TEXT_SIZE, TEXT_SIZES, Preferences, text_size


class PreferencesDialog(QDialog):
    """What you call her, look, size of text, and whether Today asks for your mood."""

    def __init__(
        self, parent: QWidget | None, look: Look, preferences: Preferences, journal: Journal
    ) -> None:
        super().__init__(parent)
        self._look, self._preferences, self._journal = look, preferences, journal
        self.form = Ui_PreferencesDialog()
        self.form.setupUi(self)
        self._fill()
        self.form.name_problem.hide()
        for button in self.form.buttons.buttons():
            button.setProperty("autoDefault", False)  # Enter in the name takes the name, and closes nothing
        self.form.name_edit.editingFinished.connect(self._take_name)
        self.form.look_box.activated.connect(self._take_look)
        self.form.size_box.activated.connect(self._take_size)
        self.form.mood_box.clicked.connect(self._take_mood)

    @classmethod
    def show_for(cls, parent: QWidget | None, look: Look, preferences: Preferences, journal: Journal) -> None:
        """Show it until it is closed."""
        dialog = cls(parent, look, preferences, journal)
        dialog.exec()
        dialog.deleteLater()

    def _fill(self) -> None:
        form = self.form
        form.name_edit.setText(self._journal.setting(HER_NAME))
        form.look_box.setCurrentIndex(CHOICES.index(self._look.choice))
        form.size_box.addItems([self.tr("{size} %").format(size=size) for size in TEXT_SIZES])
        form.size_box.setCurrentIndex(TEXT_SIZES.index(text_size(self._preferences)))
        form.mood_box.setChecked(self._journal.setting(MOOD_ON_TODAY))

    def _take_name(self) -> None:
        self._keep(HER_NAME.id, self.form.name_edit.text())

    def _take_mood(self, wanted: bool) -> None:
        self._keep(MOOD_ON_TODAY.id, MOOD_ON_TODAY.write(wanted))

    def _keep(self, setting_id: str, text: str) -> None:
        """Write the setting if it is another one; say what is wrong with it beside its field."""
        try:
            change = self._change(setting_id, text)
            if change is not None:
                self._journal.apply(Action.SETTING, change)
        except UserError as error:
            self.form.name_problem.setText(explain(error))
            self.form.name_problem.show()
        else:
            self.form.name_problem.hide()

    def _change(self, setting_id: str, text: str) -> Change | None:
        value = HER_NAME.read(text) if setting_id == HER_NAME.id else text
        before = self._journal.get(Setting, setting_id)
        after = Setting(id=setting_id, value=value)
        if before is None:
            return add(after)
        return None if before == after else edit(before, after)

    def _take_look(self, row: int) -> None:
        self._look.choose(CHOICES[row])
        self._preferences.put(LOOK, CHOICES[row])

    def _take_size(self, row: int) -> None:
        self._look.scale_text(TEXT_SIZES[row] / 100)
        self._preferences.put(TEXT_SIZE, str(TEXT_SIZES[row]))
