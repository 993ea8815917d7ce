"""Settings: the backups, and a second folder for them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from reconnect_desktop import backing_up
from reconnect_desktop.domain.backups import Backup, Occasion
from reconnect_desktop.domain.errors import UserError
from reconnect_desktop.domain.settings import BACKUP_FOLDER
from reconnect_desktop.language import tr_n
from reconnect_desktop.output.backup_words import second_folder_words, size_words
from reconnect_desktop.output.errors_in_words import explain
from reconnect_desktop.storage.backups.second_folder import check_folder
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.backups.backups_reading import BackupsReading, last_words, read_backups
from reconnect_desktop.views.forms.backups_section import Ui_BackupsSection
from reconnect_desktop.views.kit.errands import Errands
from reconnect_desktop.views.kit.flow_layout import FlowLayout
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.settings.kept import Kept


class BackupsSection(QWidget):
    """What there is, and where else it is kept."""

    def __init__(self, look: Look, kept: Kept, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._kept, self._background = look, kept, background
        self._errands = Errands(background, self)
        self._errands.failed.connect(self._show_trouble)
        self.form = Ui_BackupsSection()
        self.form.setupUi(self)
        self.make_button = self._button(self.tr("Back up &now"), self.make)
        self.all_button = self._button(self.tr("&All backups…"), self._show_all)
        self.choose_button = self._button(self.tr("Choose a &folder…"), self._ask_folder)
        self.leave_button = self._button(self.tr("&Stop using it"), self._leave_folder)
        for place, buttons in (
            (self.form.buttons, (self.make_button, self.all_button)),
            (self.form.folder_buttons, (self.choose_button, self.leave_button)),
        ):
            flow = FlowLayout(place)
            for button in buttons:
                flow.addWidget(button)
        self.form.told_label.hide()
        self.form.plain_about.setVisible(kept.journal.key is None)
        self._show_folder()
        self.refresh()

    def refresh(self) -> None:
        """Count what there is."""
        self._errands.run(partial(read_backups, self._kept.journal), self._show, aside=True)

    def make(self) -> None:
        """Back up now."""
        self._back_up(self.tr("Backed up, and found whole."))

    def choose(self, folder: Path) -> None:
        """Keep backups there as well from now on, if it can be written to; the first one goes there at once."""
        journal = self._kept.journal

        def take(_nothing: None) -> None:
            if self._kept.choose(BACKUP_FOLDER, str(folder), self.form.problem.say):
                self._show_folder()
                self._back_up(self.tr("A first backup is there now."))

        self._errands.run(partial(check_folder, folder, journal.folder), take)

    # Inside

    def _back_up(self, words: str) -> None:
        def done(_backup: Backup) -> None:
            self._say(words)
            self.refresh()

        self._errands.run(partial(backing_up.back_up, self._kept.journal, Occasion.ASKED), done)

    def _ask_folder(self) -> None:
        title = self.tr("A second folder for backups")
        chosen = QFileDialog.getExistingDirectory(self, title, self._kept.value(BACKUP_FOLDER))
        if chosen:
            self.choose(Path(chosen))

    def _leave_folder(self) -> None:
        if self._kept.choose(BACKUP_FOLDER, "", self.form.problem.say):
            self._say(self.tr("What lies there stays there."))
            self._show_folder()
            self.choose_button.setFocus()
            self.refresh()

    def _show_all(self) -> None:
        from reconnect_desktop.views.backups.backups_dialog import BackupsDialog

        if BackupsDialog.show_for(self, self._look, self._background, self._kept.journal):
            self.window().close()  # what is shown here is no longer so
        else:
            self.refresh()

    def _show(self, reading: BackupsReading) -> None:
        self.form.last_label.setText(last_words(reading))
        self.form.room_label.setText(self._room_words(reading))
        self._show_folder(second_folder_words(reading.second))

    def _show_folder(self, state: str = "") -> None:
        folder = self._kept.value(BACKUP_FOLDER)
        self.form.folder_edit.setText(folder)
        self.form.folder_edit.setVisible(bool(folder))
        self.form.state_label.setText(state)
        self.form.state_label.setVisible(bool(folder and state))
        self.leave_button.setVisible(bool(folder))

    def _room_words(self, reading: BackupsReading) -> str:
        backups = reading.backups
        if not backups:
            return self.tr("There is no backup yet.")
        size = size_words(sum(backup.size for backup in backups))
        return tr_n(
            "{count} backup, of {size}.", "{count} backups, of {size} together.", len(backups), size=size
        )

    def _button(self, text: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        return button

    def _say(self, words: str) -> None:
        self.form.problem.say("")
        self.form.told_label.setText(words)
        self.form.told_label.show()

    def _show_trouble(self, error: UserError) -> None:
        self.form.told_label.hide()
        self.form.problem.say(explain(error))
