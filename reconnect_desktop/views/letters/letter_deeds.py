"""What is done with a whole letter: copied, printed, saved as PDF, looked up as it was, brought back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QMimeData, QObject, QStandardPaths, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add, edit
from reconnect_desktop.domain.errors import UserError
from reconnect_desktop.domain.records import Letter, LetterVersion, Setting
from reconnect_desktop.domain.settings import GENTLER_WAYS
from reconnect_desktop.journal import Journal
from reconnect_desktop.output.letter_words import letter_as_text
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.letters.letter_actions import LetterActions
from reconnect_desktop.views.letters.letter_desk import LetterDesk, versions_of
from reconnect_desktop.views.letters.letter_editor import LetterEditor

T = TypeVar("T")

_DOCUMENTS = QStandardPaths.StandardLocation.DocumentsLocation


class LetterDeeds(QObject):
    """Acts on the letter that is open in `editor`.

    failed: the UserError of a write.
    """

    failed = Signal(object)

    def __init__(
        self, look: Look, background: Background, editor: LetterEditor, acts: LetterActions, page: QWidget
    ) -> None:
        super().__init__(page)
        self._look, self._background, self._editor, self._page = look, background, editor, page
        self._journal: Journal | None = None
        editor.form.copy_button.clicked.connect(self.copy)
        editor.form.print_button.clicked.connect(self.print)
        editor.gentler_chosen.connect(self._keep_gentler)
        acts.versions.triggered.connect(self.look_for_versions)
        acts.copy.triggered.connect(self.copy)
        acts.print.triggered.connect(self.print)
        acts.pdf.triggered.connect(self.save_pdf)
        acts.deleted.triggered.connect(self.look_for_deleted)

    def set_journal(self, journal: Journal | None) -> None:
        """What is acted on."""
        self._journal = journal

    def copy(self) -> None:
        """Put the letter on the clipboard, as plain text."""
        title, *_, text = self._editor.written()
        copied = QMimeData()
        copied.setText(letter_as_text(title, text))
        QGuiApplication.clipboard().setMimeData(copied)
        self._editor.say(self.tr("Copied"))

    def print(self) -> None:
        """Ask for the printer, and print."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        from reconnect_desktop.views.letters.letter_paper import RESOLUTION, page_layout, paint, set_letter

        title, *_, text = self._editor.written()
        if self._journal is None:
            return
        printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        printer.setResolution(RESOLUTION)
        printer.setPageLayout(page_layout())
        printer.setDocName(self.tr("Letter"))  # what a print queue shows: nothing of what is in it
        dialog = QPrintDialog(printer, self._page)
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            paint(set_letter(title, text, self._journal.now().day), printer)
        dialog.deleteLater()

    def save_pdf(self) -> None:
        """Ask where to, and write it there."""
        from reconnect_desktop.views.letters.letter_paper import save_pdf

        title, *_, text = self._editor.written()
        path = self._ask_for_pdf() if self._journal is not None else None
        if self._journal is None or path is None:
            return
        try:
            save_pdf(title, text, self._journal.now().day, path)
        except UserError as error:
            self.failed.emit(error)
        else:
            self._editor.say(self.tr("Saved as PDF"))

    def look_for_versions(self) -> None:
        """Show what was set aside of this letter, and go back to one of them if that is wanted."""
        journal, desk = self._journal, self._editor.keeper.desk
        if journal is not None and desk is not None and self._editor.keeper.keep_now() is None:
            self.run(lambda: versions_of(journal, desk.id), lambda found: self._offer(journal, desk, found))

    def look_for_deleted(self) -> None:
        """Show the letters that were deleted lately, and bring back those that are wanted."""
        journal = self._journal
        if journal is not None:
            self.run(lambda: _gone(journal)[0], lambda gone: self._offer_gone(journal, gone))

    def _offer(self, journal: Journal, desk: LetterDesk, versions: list[LetterVersion]) -> None:
        from reconnect_desktop.views.letters.letter_versions_dialog import LetterVersionsDialog

        chosen = LetterVersionsDialog.ask(self._page, versions, journal.now().day)
        if chosen is not None and desk is self._editor.keeper.desk:
            self.run(desk.set_aside, lambda _: self._editor.go_back_to(chosen))

    def _offer_gone(self, journal: Journal, gone: list[Letter]) -> None:
        from reconnect_desktop.views.log.recently_deleted import RecentlyDeleted

        wanted = {record.id for record in RecentlyDeleted.ask(self._page, self._look, list(gone))}
        self.run(lambda: _bring_back(journal, wanted))

    def _ask_for_pdf(self) -> Path | None:
        """None if it is not wanted after all. The name that is offered says nothing of what is in it."""
        place = Path(QStandardPaths.writableLocation(_DOCUMENTS)) / self.tr("letter.pdf")
        asked, kind = self.tr("Save as PDF"), self.tr("PDF (*.pdf)")
        chosen, _ = QFileDialog.getSaveFileName(self._page, asked, str(place), kind)
        path = Path(chosen)
        return (path if path.suffix else path.with_suffix(".pdf")) if chosen else None

    def _keep_gentler(self, on: bool) -> None:
        journal = self._journal
        if journal is not None:
            self.run(lambda: _keep_gentler(journal, on=on))

    def run(self, work: Callable[[], T], then: Callable[[T], None] = lambda _: None) -> None:
        """Work in the background; what the world hinders is told as `failed`."""
        self._background.run(work, then, self._fail)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self.failed.emit(error)


def _gone(journal: Journal) -> tuple[list[Letter], list[LetterVersion]]:
    """The recently deleted letters, and the versions that went with them."""
    gone = journal.recently_deleted()
    letters = [one for one in gone if isinstance(one, Letter)]
    return letters, [one for one in gone if isinstance(one, LetterVersion)]


def _bring_back(journal: Journal, wanted: set[str]) -> None:
    """Bring these letters back, with their versions."""
    letters, versions = _gone(journal)
    changes = [add(one) for one in letters if one.id in wanted]
    changes += [add(one) for one in versions if one.letter in wanted]
    if changes:
        journal.apply(Action.RESTORE, *changes)


def _keep_gentler(journal: Journal, *, on: bool) -> None:
    """Remember the switch; no step to undo, for it is at hand."""
    before = journal.get(Setting, GENTLER_WAYS.id)
    after = Setting(id=GENTLER_WAYS.id, value=GENTLER_WAYS.write(on))
    if before != after:
        journal.keep(edit(before, after) if before else add(after))
