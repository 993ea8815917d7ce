"""Backups from before the passphrase, which open without it: told, and deleted if that is wanted."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reconnect_desktop.domain.errors import UserError
from reconnect_desktop.journal import Journal
from reconnect_desktop.language import tr_n
from reconnect_desktop.output.errors_in_words import explain
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.forms.plain_backups import Ui_PlainBackups
from reconnect_desktop.views.kit.errands import Errands


class PlainBackups(QWidget):
    """Hidden where there are none. resized: it came, went, or says something else."""

    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._errands: Errands | None = None
        self._journal: Journal | None = None
        self._names: list[str] = []
        self.form = Ui_PlainBackups()
        self.form.setupUi(self)
        self.form.delete_button.clicked.connect(self._delete)
        self.hide()

    def look(self, background: Background, journal: Journal) -> None:
        """Look in the background whether there are any."""
        self._journal = journal
        if self._errands is None:
            self._errands = Errands(background, self)
            self._errands.failed.connect(self._fail)
        self._errands.run(lambda: _plain(journal), self._show)

    def _show(self, names: list[str]) -> None:
        self._names = names
        self.form.about.setText(
            tr_n(
                "{count} backup from before the passphrase can be opened without it, and so read by others.",
                "{count} backups from before the passphrase can be opened without it, and so read by others.",
                len(names),
            )
        )
        deed = tr_n("&Delete this backup…", "&Delete these backups…", len(names))
        self.form.delete_button.setText(deed)
        self.form.delete_button.setEnabled(True)
        self.form.problem.say("")
        self.setVisible(bool(names))
        self.resized.emit()

    def _delete(self) -> None:
        if self._errands is not None and self._journal is not None and self._is_sure():
            journal, names = self._journal, self._names
            self.form.delete_button.setEnabled(False)
            self._errands.run(lambda: _delete(journal, names), self._show)

    def _is_sure(self) -> bool:
        from reconnect_desktop.views.kit.question import ask

        text = tr_n(
            "Delete {count} backup? An encrypted backup of what the journal holds now is made first. Deleting can't be"
            " undone.",
            "Delete {count} backups? An encrypted backup of what the journal holds now is made first. Deleting can't be"
            " undone.",
            len(self._names),
        )
        answers = (tr_n("&Keep it", "&Keep them", len(self._names)), self.tr("&Delete"))
        return ask(self, text, answers, escape=0) == 1

    def _fail(self, error: UserError) -> None:
        self.form.delete_button.setEnabled(True)
        self.form.problem.say(explain(error))
        self.resized.emit()


def _plain(journal: Journal) -> list[str]:
    """The names of those that need no key."""
    from reconnect_desktop.backing_up import backups

    return [one.name for one in backups(journal) if not one.encrypted] if journal.key is not None else []


def _delete(journal: Journal, names: list[str]) -> list[str]:
    """Make an encrypted one, then delete these; returns the names of those that are left."""
    from reconnect_desktop.backing_up import back_up, remove
    from reconnect_desktop.domain.backups import Occasion
    from reconnect_desktop.domain.errors import NoSuchBackup

    back_up(journal, Occasion.ENCRYPTION)
    for name in names:
        try:
            remove(journal, name)
        except NoSuchBackup:
            continue  # thinned, or deleted elsewhere meanwhile
    return _plain(journal)
