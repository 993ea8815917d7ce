"""All backups, newest first: make one, look at one again, go back to one, delete some."""

from __future__ import annotations

import threading
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QMenu, QPushButton, QWidget

from reconnect_desktop import backing_up
from reconnect_desktop.domain.backups import Backup, Occasion, SecondFolder
from reconnect_desktop.domain.errors import BackupDamaged, NoSuchBackup, UserError
from reconnect_desktop.journal import Journal
from reconnect_desktop.output.errors_in_words import explain
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.backups.backup_questions import ask_for_file, may_delete
from reconnect_desktop.views.backups.backup_table import BackupTable
from reconnect_desktop.views.backups.backups_reading import BackupsReading, last_words, read_backups
from reconnect_desktop.views.backups.go_back_dialog import GoBackDialog
from reconnect_desktop.views.backups.moments import moment_within
from reconnect_desktop.views.forms.backups_dialog import Ui_BackupsDialog
from reconnect_desktop.views.kit.errands import Errands
from reconnect_desktop.views.kit.flow_layout import FlowLayout
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.kit.sign import Sign

_LETTERS = 72  # letters m of the width it opens with


class BackupsDialog(QDialog):
    """Use `BackupsDialog.show_for`. What is read and written is read and written in the background."""

    def __init__(self, parent: QWidget | None, look: Look, background: Background, journal: Journal) -> None:
        super().__init__(parent)
        self._look, self._background, self._journal = look, background, journal
        self._errands, self._gone = Errands(background, self), threading.Event()
        self.reading: BackupsReading | None = None
        self.form = Ui_BackupsDialog()
        self.form.setupUi(self)
        self.table = BackupTable(self.form.table, look, self)
        self._make_parts()
        self._connect()
        self._show()
        self.refresh()

    @classmethod
    def show_for(cls, parent: QWidget | None, look: Look, background: Background, journal: Journal) -> bool:
        """Show it until it is closed, or the journal is as it was in a backup: then True."""
        dialog = cls(parent, look, background, journal)
        dialog.resize(dialog.sizeHint())
        answer = dialog.exec()
        dialog.deleteLater()
        return answer == QDialog.DialogCode.Accepted

    def refresh(self) -> None:
        """List what there is."""
        self._errands.run(partial(read_backups, self._journal), self._take, aside=True)

    # What the buttons do

    def make(self) -> None:
        """Back up now."""

        def work() -> Backup:
            return backing_up.back_up(self._journal, Occasion.ASKED)

        def done(_backup: Backup) -> None:
            self._say(self.tr("Backed up, and found whole."))
            self.refresh()

        self._errands.run(work, done)

    def go_back(self) -> None:
        """Show what going back to the chosen one would change, and do it if that is wanted."""
        chosen = self.table.chosen()
        if len(chosen) == 1:
            moment = moment_within(chosen[0].made, self._journal.now())
            self._see_through(chosen[0].name, self.tr("Back to {moment}").format(moment=moment))

    def open_file(self) -> None:
        """The same with a backup from elsewhere."""
        path = ask_for_file(self)
        if path is not None:
            self._see_through(path, self.tr("Back to this backup"))

    def check(self) -> None:
        """Look at the chosen ones again, from the first byte to the last."""
        names = [backup.name for backup in self.table.chosen()]

        def work() -> int:
            return sum(_is_whole(self._journal, name) for name in names if not self._gone.is_set())

        def done(whole: int) -> None:
            self._say(self._checked_words(len(names), len(names) - whole))
            self.refresh()

        if names:
            self._errands.run(work, done, aside=True)

    def delete(self) -> None:
        """Delete the chosen ones, after a question: there is no way back."""
        chosen = self.table.chosen()
        if not chosen or self.reading is None or not may_delete(self, chosen, self.reading):
            return

        def work() -> None:
            for backup in chosen:
                with suppress(NoSuchBackup):  # it went meanwhile, thinned or by somebody's hand
                    backing_up.remove(self._journal, backup.name)

        def done(_nothing: None) -> None:
            self._say(self.tr("Deleted."))
            self.refresh()

        self._errands.run(work, done)

    # Inside

    def _make_parts(self) -> None:
        form = self.form
        bar = form.progress_bar
        policy = bar.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        bar.setSizePolicy(policy)
        form.sign_place.addWidget(Sign(self._look, self))
        flow = FlowLayout(form.row_buttons)
        words = (self.tr("&Go back to this one…"), self.tr("C&heck it"), self.tr("&Delete…"))
        self.go_back_button, self.check_button, self.delete_button = (
            QPushButton(text, form.row_buttons) for text in words
        )
        for button in (self.go_back_button, self.check_button, self.delete_button):
            button.setAutoDefault(False)
            flow.addWidget(button)
        form.told_label.hide()
        form.away_label.hide()

    def _connect(self) -> None:
        form = self.form
        form.make_button.clicked.connect(self.make)
        form.file_button.clicked.connect(self.open_file)
        form.close_button.clicked.connect(self.reject)
        self.go_back_button.clicked.connect(self.go_back)
        self.check_button.clicked.connect(self.check)
        self.delete_button.clicked.connect(self.delete)
        form.table.doubleClicked.connect(self.go_back)
        form.table.customContextMenuRequested.connect(self._show_menu)
        form.table.installEventFilter(self)
        self.table.changed.connect(self._show)
        self._errands.changed.connect(self._show)
        self._errands.failed.connect(self._show_trouble)

    def _take(self, reading: BackupsReading) -> None:
        first, self.reading = self.reading is None, reading
        self.table.show_backups(reading.backups, reading.now)
        page = self.form.table_page if reading.backups else self.form.empty_page
        self.form.stack.setCurrentWidget(page)
        if first:
            (self.form.table if reading.backups else self.form.make_button).setFocus()
        self._show()

    def _show(self) -> None:
        """Words and buttons that fit what there is, and what is chosen."""
        chosen, reading = len(self.table.chosen()), self.reading
        self.go_back_button.setEnabled(chosen == 1)
        self.check_button.setEnabled(chosen > 0)
        self.delete_button.setEnabled(chosen > 0)
        self.form.progress_bar.setVisible(self._errands.under_way)
        if reading is not None:
            self.form.last_label.setText(last_words(reading))
            self.form.away_label.setVisible(reading.second is SecondFolder.MISSING)

    def _see_through(self, source: str | Path, title: str) -> None:
        if GoBackDialog.go_back(self, self._look, self._background, self._journal, source, title=title):
            self.accept()  # the main window says what was done, and offers to take it back

    def _show_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        for button in (self.go_back_button, self.check_button, self.delete_button):
            action = menu.addAction(button.text(), button.click)
            action.setEnabled(button.isEnabled())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.form.table.viewport().mapToGlobal(at))

    def _show_trouble(self, error: UserError) -> None:
        self.form.told_label.hide()
        self.form.problem.say(explain(error))

    def _say(self, words: str) -> None:
        self.form.problem.say("")
        self.form.told_label.setText(words)
        self.form.told_label.show()

    def _checked_words(self, count: int, damaged: int) -> str:
        if not damaged:
            return (
                self.tr("Whole: all is as it was written.")
                if count == 1
                else self.tr("All of them are whole.")
            )
        if count == 1:
            return self.tr("This one is damaged and won't be used. The others are not touched by that.")
        return self.tr("{damaged} of {count} are damaged and won't be used.").format(
            damaged=damaged, count=count
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in the table goes back, Delete deletes."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            acts = {
                Qt.Key.Key_Return: self.go_back,
                Qt.Key.Key_Enter: self.go_back,
                Qt.Key.Key_Delete: self.delete,
            }
            if act := acts.get(Qt.Key(event.key())):
                act()
                return True
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        """Comfortable at any size of text, as far as the screen goes."""
        width = self.fontMetrics().horizontalAdvance("m") * _LETTERS
        return QSize(width, round(width * 0.66)).boundedTo(self.screen().availableSize() * 0.9)

    def done(self, result: int) -> None:
        """Whatever is still being done is done, but not told here; of several to be looked at, no other one is begun."""
        self._gone.set()
        self._errands.leave()
        super().done(result)


def _is_whole(journal: Journal, name: str) -> bool:
    """Look at this one; raises UserErrors other than that it is damaged."""
    try:
        backing_up.verify(journal, name)
    except BackupDamaged:
        return False
    return True
