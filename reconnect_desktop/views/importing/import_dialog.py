"""Bringing history in: choose a file, say who she is, see what would come of it, do it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar
from zoneinfo import available_timezones

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QCompleter, QDialog, QFileDialog, QListWidgetItem, QWidget

from reconnect_desktop.domain.errors import Invalid, UserError, Why
from reconnect_desktop.domain.when import zone_info
from reconnect_desktop.exchange.bringing_in import BroughtIn
from reconnect_desktop.exchange.draft import Left
from reconnect_desktop.exchange.formats import FORMATS
from reconnect_desktop.exchange.reader import Contact, Unit
from reconnect_desktop.journal import Journal
from reconnect_desktop.output.errors_in_words import explain, what_is_wrong
from reconnect_desktop.output.sentences import count_words
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.forms.import_dialog import Ui_ImportDialog
from reconnect_desktop.views.importing.import_work import Cancelled, ImportWork, Looked
from reconnect_desktop.views.importing.people_delegate import BETWEEN, PeopleDelegate
from reconnect_desktop.views.kit.dates import date_words, day_words

_PROBLEMS_SHOWN = 200
_LABEL = Qt.ItemDataRole.UserRole
_ANOTHER = 2  # what the dialog ends with when another file is wanted
_DOWNLOADS = QStandardPaths.StandardLocation.DownloadLocation

_UNITS = {Unit.CALL: "answered call", Unit.MESSAGE: "message", Unit.EVENT: "event", Unit.ENTRY: "entry"}

T = TypeVar("T")


class ImportDialog(QDialog):
    """Four steps in one window: reading, who, preview, and the sentence if something is in the way."""

    _told = Signal(float)

    def __init__(self, parent: QWidget | None, background: Background, journal: Journal, path: Path) -> None:
        super().__init__(parent)
        self._background, self._journal = background, journal
        self._needs_who = self._gone = self._adds = False
        self._told_zone = ""  # with which the preview was made
        self.form = Ui_ImportDialog()
        self.form.setupUi(self)
        self.form.who_list.setItemDelegate(PeopleDelegate(self))
        self.form.zone_problem.hide()
        self.work = ImportWork(journal, path, self._told.emit)
        self._told.connect(self._show_progress)
        self._fill_zones()
        self.form.who_search.textChanged.connect(self._narrow)
        self.form.who_list.itemChanged.connect(self._update_next)
        self.form.who_list.itemActivated.connect(self._take)
        self.form.zone_box.activated.connect(self._take_zone)
        line = self.form.zone_box.lineEdit()
        assert line is not None
        line.editingFinished.connect(self._take_zone)
        self.form.back_button.clicked.connect(lambda: self._show(self.form.who_step))
        self.form.cancel_button.clicked.connect(self.reject)
        self.form.next_button.clicked.connect(self._go_on)
        self._look()

    @classmethod
    def bring_in(
        cls, parent: QWidget | None, background: Background, journal: Journal, path: Path | None = None
    ) -> None:
        """Ask for a file unless one is given, and see it through; ask for another where it can't be read."""
        chosen = path or _ask_for_file(parent)
        while chosen is not None:
            dialog = cls(parent, background, journal, chosen)
            code = dialog.exec()
            dialog.deleteLater()
            chosen = _ask_for_file(parent, chosen) if code == _ANOTHER else None

    # Steps

    def _look(self) -> None:
        self._show(self.form.reading_step)
        self._run(partial(self.work.look, self._zone()), self._show_looked)

    def _show_looked(self, looked: Looked) -> None:
        self._needs_who = bool(looked.asks.contacts)
        self.form.zone_row.setVisible(self._needs_who)
        self.form.title_label.setText(looked.format.title)
        if not self._needs_who:
            self._preview()
            return
        today = self._journal.now().day
        for contact in looked.asks.contacts:
            item = QListWidgetItem(
                _contact_words(contact, day_words(contact.last, today) if contact.last else "")
            )
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            item.setData(_LABEL, contact.label)
            self.form.who_list.addItem(item)
        self.form.who_list.setCurrentRow(0)
        self._show(self.form.who_step)

    def _preview(self) -> None:
        self._start(dry_run=True)

    def _start(self, *, dry_run: bool) -> None:
        self._show(self.form.reading_step)
        self.form.progress_bar.setMaximum(0)
        self._told_zone = self._zone()
        work = partial(self.work.bring_in, self._who(), self._told_zone, dry_run=dry_run)
        self._run(work, self._show_preview if dry_run else self._done)

    def _run(self, work: Callable[[], T], then: Callable[[T], None]) -> None:
        """In the background; what comes when the dialog is gone is nobody's any more."""
        self._background.run(work, lambda result: None if self._gone else then(result), self._show_trouble)

    def _show_preview(self, result: BroughtIn) -> None:
        form = self.form
        form.count_label.setText(self._count_words(result))
        form.detail_label.setText("\n".join(self._detail_words(result)))
        form.problems_list.clear()
        for problem in result.problems[:_PROBLEMS_SHOWN]:
            sentence = what_is_wrong(Invalid(problem.field, problem.why))
            form.problems_list.addItem(self.tr("Line {line}: {why}").format(line=problem.line, why=sentence))
        form.problems_label.setVisible(bool(result.problems))
        form.problems_list.setVisible(bool(result.problems))
        self._adds = result.added > 0
        form.next_button.setEnabled(self._adds)
        self._show(form.preview_step)

    def _done(self, _result: BroughtIn) -> None:
        self.accept()

    def _show_trouble(self, error: Exception) -> None:
        if isinstance(error, Cancelled) or self._gone:
            return
        if not isinstance(error, UserError):
            self.reject()
            raise error
        self.form.problem_label.setText(explain(error))
        self._show(self.form.problem_step)

    def _show(self, step: QWidget) -> None:
        form = self.form
        form.steps.setCurrentWidget(step)
        form.back_button.setVisible(step is form.preview_step and self._needs_who)
        words = {
            form.who_step: self.tr("&Next"),
            form.preview_step: self.tr("Bring &in"),
            form.problem_step: self.tr("Choose another &file…"),
        }
        form.next_button.setVisible(step in words)
        form.next_button.setText(words.get(step, ""))
        form.next_button.setEnabled(step is not form.preview_step or form.next_button.isEnabled())
        form.cancel_button.setText(self.tr("Close") if step is form.problem_step else self.tr("Cancel"))
        if step is form.who_step:
            self._update_next()
            form.who_list.setFocus()
        elif step is form.preview_step:
            (form.next_button if form.next_button.isEnabled() else form.cancel_button).setFocus()

    def _go_on(self) -> None:
        step = self.form.steps.currentWidget()
        if step is self.form.problem_step:
            self.done(_ANOTHER)
        else:
            self._start(dry_run=step is self.form.who_step)

    # What is chosen

    def _who(self) -> tuple[str, ...]:
        items = (self.form.who_list.item(row) for row in range(self.form.who_list.count()))
        return tuple(item.data(_LABEL) for item in items if item.checkState() == Qt.CheckState.Checked)

    def _zone(self) -> str:
        typed = self.form.zone_box.currentText().strip()
        return typed if zone_info(typed) else self._journal.now().zone

    def _take_zone(self) -> None:
        """Look again with the zone that was typed or chosen, or say that there is none of this name."""
        form, typed = self.form, self.form.zone_box.currentText().strip()
        known = zone_info(typed) is not None
        form.zone_problem.setText("" if known else explain(Invalid("zone", Why.UNKNOWN_ZONE)))
        form.zone_problem.setVisible(not known)
        if form.steps.currentWidget() is form.preview_step:
            form.next_button.setEnabled(known and self._adds)
            if known and typed != self._told_zone:
                self._preview()

    def _fill_zones(self) -> None:
        completer = self.form.zone_box.completer()
        assert completer is not None
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.form.zone_box.addItems(sorted(zone for zone in available_timezones() if "/" in zone))
        self.form.zone_box.setCurrentText(self._journal.now().zone)

    def _take(self, item: QListWidgetItem) -> None:
        """Enter goes on: with those who are ticked, or with this one where nobody is."""
        if not self._who():
            item.setCheckState(Qt.CheckState.Checked)

    def _update_next(self) -> None:
        if self.form.steps.currentWidget() is self.form.who_step:
            self.form.next_button.setEnabled(bool(self._who()))

    def _narrow(self, typed: str) -> None:
        wanted = typed.casefold().split()
        for row in range(self.form.who_list.count()):
            item = self.form.who_list.item(row)
            item.setHidden(not all(word in item.text().casefold() for word in wanted))

    # Words

    def _count_words(self, result: BroughtIn) -> str:
        if not result.added:
            return self.tr("Nothing new in this file.")
        words = self.tr("{count} to bring in").format(count=count_words(result.added, "entry"))
        if result.first is None or result.last is None:
            return words
        first, last = date_words(result.first), date_words(result.last)
        return f"{words}, {first}" if first == last else f"{words}, {first} – {last}"

    def _detail_words(self, result: BroughtIn) -> list[str]:
        left = result.left_out
        counted = (
            (result.duplicates, self.tr("{count} already in your journal.")),
            (left[Left.NOT_ANSWERED], self.tr("{count} left out: missed, or not answered.")),
            (left[Left.SOMEBODY_ELSE], self.tr("{count} left out: with other people.")),
        )
        lines = [words.format(count=f"{count:,}") for count, words in counted if count]
        if self._needs_who and result.added:
            lines.append(
                self.tr("They come in without a closeness; you can rate them on Today, or leave it.")
            )
        return lines

    def _show_progress(self, share: float) -> None:
        self.form.progress_bar.setMaximum(1000)
        self.form.progress_bar.setValue(round(share * 1000))

    def done(self, result: int) -> None:
        """However it ends: what is still being read is read no more, and nothing of it is written."""
        self._gone = True
        self.work.cancel()
        super().done(result)


def _contact_words(contact: Contact, last: str) -> str:
    numbers = ", ".join(contact.numbers) if contact.name else ""
    calls = ", ".join(count_words(count, _UNITS[unit]) for unit, count in contact.counts)
    parts = [contact.label, numbers, calls, last]
    return BETWEEN.join(part for part in parts if part)


def _ask_for_file(parent: QWidget | None, before: Path | None = None) -> Path | None:
    folder = str(before.parent) if before else QStandardPaths.writableLocation(_DOWNLOADS)
    endings = " ".join(f"*{ending}" for row in FORMATS for ending in row.endings)
    readable, every = _tr("Files that can be read"), _tr("All files")
    names = f"{readable} ({endings});;{every} (*)"
    chosen, _ = QFileDialog.getOpenFileName(parent, _tr("Bring history in"), folder, names)
    return Path(chosen) if chosen else None


def _tr(text: str) -> str:
    return QCoreApplication.translate("ImportDialog", text)
