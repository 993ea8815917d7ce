"""Does to the selected rows of the Log what keys and menus ask for; every write is done in the background."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QMimeData, QObject, QPoint, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from reconnect_desktop.domain.action import Action, Applied
from reconnect_desktop.domain.change import add, delete, edit
from reconnect_desktop.domain.errors import UserError
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.records import Letter, LetterVersion, Nudge, Record
from reconnect_desktop.domain.settings import HER_NAME
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.log.log_actions import LogActions
from reconnect_desktop.views.log.log_list import LogList
from reconnect_desktop.views.log.log_words import copied_table, copied_text
from reconnect_desktop.views.quick_add.editor import Editor, save_edit

_UNLISTED = (LetterVersion, Nudge)  # the one comes back with its letter; the other nobody wrote
_TABLE = "text/tab-separated-values"


class LogDeeds(QObject):
    """Edit, rate, delete, forget, copy, restore.

    tags: those there are, offered while editing; failed: the UserError of a write; said: what was done, in words.
    """

    failed = Signal(object)
    said = Signal(str)

    def __init__(self, look: Look, background: Background, rows: LogList, page: QWidget) -> None:
        super().__init__(page)
        self._look, self._background, self._rows, self._page = look, background, rows, page
        self._journal: Journal | None = None
        self._editor = Editor(look, page)
        self.tags: list[str] = []
        self.acts = LogActions(look, rows)
        self._connect()

    def set_journal(self, journal: Journal | None) -> None:
        """What is acted on."""
        self._journal = journal
        self._editor.forget()

    def _connect(self) -> None:
        acts = self.acts
        acts.edit.triggered.connect(self.edit)
        acts.delete.triggered.connect(self.delete)
        acts.forget.triggered.connect(self.forget)
        acts.copy.triggered.connect(lambda: self._copy(copied_text))
        acts.copy_table.triggered.connect(lambda: self._copy(copied_table))
        acts.select_all.triggered.connect(self._rows.selectAll)
        acts.unrate.triggered.connect(lambda: self.rate(None))
        for closeness, action in acts.rates.items():
            action.triggered.connect(lambda _on=False, closeness=closeness: self.rate(closeness))
        acts.deleted.triggered.connect(self._look_for_deleted)
        self._rows.doubleClicked.connect(self.edit)
        self._rows.menu_wanted.connect(self._show_menu)

    def rate(self, closeness: int | None) -> None:
        """Give the selected rows this closeness, or none."""
        ids = self._ids()
        self._write(lambda journal: _rate(journal, ids, closeness))

    def delete(self) -> None:
        """Delete the selected rows without asking: it can be undone."""
        ids = self._ids()
        self._write(lambda journal: _delete(journal, ids))

    def forget(self) -> None:
        """Take the selected rows out of the journal and of the backups, after a question: there is no way back."""
        from reconnect_desktop.output.backup_words import forgotten_words
        from reconnect_desktop.views.log.forget_dialog import ForgetDialog

        chosen = self._rows.selected_interactions()
        if self._journal is not None and chosen:
            done = ForgetDialog.ask(self._page, self._background, self._journal, chosen)
            if done is not None:
                self.said.emit("\n".join(forgotten_words(len(chosen), done)))

    def edit(self) -> None:
        """Open the one selected row in a dialog."""
        chosen = self._rows.selected_interactions()
        if self._journal is None or len(chosen) != 1:
            return
        before = chosen[0]
        after = self._editor.ask(self._journal, before, self.tags, self._journal.setting(HER_NAME))
        if after is not None:
            self._write(lambda journal: save_edit(journal, before, after), lambda: self._editor.saved(before))

    def _copy(self, words: Callable[[list[Interaction]], str]) -> None:
        chosen = self._rows.selected_interactions()
        if chosen:
            copied = QMimeData()
            copied.setText(words(chosen))
            copied.setData(_TABLE, copied_table(chosen).encode())
            QGuiApplication.clipboard().setMimeData(copied)

    def _show_menu(self, at: QPoint) -> None:
        menu = self.acts.row_menu(self._page)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _look_for_deleted(self) -> None:
        if self._journal is not None:
            self._background.run(self._journal.recently_deleted, self._offer, self._fail)

    def _offer(self, records: list[Record]) -> None:
        from reconnect_desktop.views.log.recently_deleted import RecentlyDeleted

        shown: list[Record] = [record for record in records if not isinstance(record, _UNLISTED)]
        wanted = RecentlyDeleted.ask(self._page, self._look, shown)
        if wanted:
            letters = {record.id for record in wanted if isinstance(record, Letter)}
            theirs = [one for one in records if isinstance(one, LetterVersion) and one.letter in letters]
            back = [add(record) for record in (*wanted, *theirs)]
            self._write(lambda journal: journal.apply(Action.RESTORE, *back))

    def _ids(self) -> list[str]:
        return [interaction.id for interaction in self._rows.selected_interactions()]

    def _write(
        self, work: Callable[[Journal], Applied | None], done: Callable[[], None] | None = None
    ) -> None:
        journal = self._journal
        if journal is not None:
            self._background.run(lambda: work(journal), lambda _: done() if done else None, self._fail)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self.failed.emit(error)


def _rate(journal: Journal, ids: list[str], closeness: int | None) -> Applied | None:
    """Rate in one step; nothing is done where all have this closeness already.

    They are read afresh: two digits typed quickly are two changes, the second of what the first made.
    """
    before = [journal.interaction(one) for one in ids]
    others = [one for one in before if one.closeness != closeness]
    if not others:
        return None
    action = Action.RATE if all(one.closeness is None for one in others) else Action.EDIT
    return journal.apply(action, *(edit(one, replace(one, closeness=closeness)) for one in others))


def _delete(journal: Journal, ids: list[str]) -> Applied | None:
    changes = [delete(journal.interaction(one)) for one in ids]
    return journal.apply(Action.DELETE, *changes) if changes else None
