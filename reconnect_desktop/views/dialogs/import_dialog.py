"""Bringing history in: choose a file, say who she is, see what would come of it, do it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from zoneinfo import available_timezones

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QListWidgetItem, QWidget

from reconnect_desktop.domain.errors import Invalid, UserError
from reconnect_desktop.domain.when import zone_info
from reconnect_desktop.exchange.bringing_in import BroughtIn
from reconnect_desktop.exchange.draft import Left
from reconnect_desktop.exchange.formats import FORMATS
from reconnect_desktop.exchange.reader import Contact
from reconnect_desktop.journal import Journal
from reconnect_desktop.output.errors_in_words import explain
from reconnect_desktop.output.sentences import count_words
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.dialogs.import_work import Cancelled, ImportWork, Looked
from reconnect_desktop.views.forms.import_dialog import Ui_ImportDialog
from reconnect_desktop.views.kit.dates import day_words

_PROBLEMS_SHOWN = 200
_LABEL = Qt.ItemDataRole.UserRole


class ImportDialog(QDialog):
    """Four steps in one window: reading, who, preview, and the sentence if something is in the way."""

    _told = Signal(float)

    def __init__(self, parent: QWidget | None, background: Background, journal: Journal, path: Path) -> None:
        super().__init__(parent)
        self._background, self._journal = background, journal
        self._needs_who = False
        self.form = Ui_ImportDialog()
        self.form.setupUi(self)
        self.work = ImportWork(journal, path, self._told.emit)
        self._told.connect(self._show_progress)
        self._fill_zones()
        self.form.who_search.textChanged.connect(self._narrow)
        self.form.who_list.itemChanged.connect(self._update_next)
        self.form.who_list.itemActivated.connect(self._toggle)
        self.form.zone_box.activated.connect(self._preview)
        self.form.back_button.clicked.connect(lambda: self._show(self.form.who_step))
        self.form.cancel_button.clicked.connect(self.reject)
        self.form.next_button.clicked.connect(self._go_on)
        self._look()

    @classmethod
    def bring_in(
        cls, parent: QWidget | None, background: Background, journal: Journal, path: Path | None = None
    ) -> None:
        """Ask for a file unless one is given, and see it through."""
        chosen = path or _ask_for_file(parent)
        if chosen is not None:
            dialog = cls(parent, background, journal, chosen)
            dialog.exec()
            dialog.deleteLater()

    # Steps

    def _look(self) -> None:
        self._show(self.form.reading_step)
        self._background.run(partial(self.work.look, self._zone()), self._show_looked, self._show_trouble)

    def _show_looked(self, looked: Looked) -> None:
        self._needs_who = looked.format.needs_who
        self.form.zone_row.setVisible(self._needs_who)
        self.form.title_label.setText(looked.format.title)
        if not self._needs_who:
            self._preview()
            return
        today = self._journal.now().day
        for contact in looked.contacts:
            item = QListWidgetItem(
                _contact_words(contact, day_words(contact.last, today) if contact.last else "")
            )
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            item.setData(_LABEL, contact.label)
            self.form.who_list.addItem(item)
        self.form.who_list.setCurrentRow(0)
        self._show(self.form.who_step)
        self.form.who_list.setFocus()

    def _preview(self) -> None:
        self._start(dry_run=True)

    def _start(self, *, dry_run: bool) -> None:
        self._show(self.form.reading_step)
        self.form.progress_bar.setMaximum(0)
        then = self._show_preview if dry_run else self._done
        work = partial(self.work.bring_in, self._who(), self._zone(), dry_run=dry_run)
        self._background.run(work, then, self._show_trouble)

    def _show_preview(self, result: BroughtIn) -> None:
        form = self.form
        form.count_label.setText(self._count_words(result))
        form.detail_label.setText("\n".join(self._detail_words(result)))
        form.problems_list.clear()
        for problem in result.problems[:_PROBLEMS_SHOWN]:
            sentence = explain(Invalid(problem.field, problem.why))
            form.problems_list.addItem(self.tr("Line {line}: {why}").format(line=problem.line, why=sentence))
        form.problems_label.setVisible(bool(result.problems))
        form.problems_list.setVisible(bool(result.problems))
        form.next_button.setEnabled(result.added > 0)
        self._show(form.preview_step)

    def _done(self, _result: BroughtIn) -> None:
        self.accept()

    def _show_trouble(self, error: Exception) -> None:
        if isinstance(error, Cancelled):
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
        form.next_button.setVisible(step in (form.who_step, form.preview_step))
        form.next_button.setText(self.tr("&Bring in") if step is form.preview_step else self.tr("&Next"))
        form.cancel_button.setText(self.tr("Close") if step is form.problem_step else self.tr("Cancel"))
        if step is form.who_step:
            self._update_next()
        elif step is form.preview_step:
            (form.next_button if form.next_button.isEnabled() else form.cancel_button).setFocus()

    def _go_on(self) -> None:
        if self.form.steps.currentWidget() is self.form.who_step:
            self._preview()
        else:
            self._start(dry_run=False)

    # What is chosen

    def _who(self) -> tuple[str, ...]:
        items = (self.form.who_list.item(row) for row in range(self.form.who_list.count()))
        return tuple(item.data(_LABEL) for item in items if item.checkState() == Qt.CheckState.Checked)

    def _zone(self) -> str:
        typed = self.form.zone_box.currentText().strip()
        return typed if zone_info(typed) else self._journal.now().zone

    def _fill_zones(self) -> None:
        self.form.zone_box.addItems(sorted(zone for zone in available_timezones() if "/" in zone))
        self.form.zone_box.setCurrentText(self._journal.now().zone)

    def _toggle(self, item: QListWidgetItem) -> None:
        checked = item.checkState() == Qt.CheckState.Checked
        item.setCheckState(Qt.CheckState.Unchecked if checked else Qt.CheckState.Checked)

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
        today = self._journal.now().day
        first, last = day_words(result.first, today), day_words(result.last, today)
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

    def reject(self) -> None:
        """Stop reading; nothing was written."""
        self.work.cancel()
        super().reject()


def _contact_words(contact: Contact, last: str) -> str:
    numbers = ", ".join(contact.numbers) if contact.name else ""
    calls = count_words(contact.answered, "answered call")
    parts = [contact.label, numbers, calls, last]
    return "  ·  ".join(part for part in parts if part)


def _ask_for_file(parent: QWidget | None) -> Path | None:
    endings = " ".join(f"*{ending}" for row in FORMATS for ending in row.endings)
    readable, every = _tr("Files that can be read"), _tr("All files")
    names = f"{readable} ({endings});;{every} (*)"
    chosen, _ = QFileDialog.getOpenFileName(parent, _tr("Bring history in"), "", names)
    return Path(chosen) if chosen else None


def _tr(text: str) -> str:
    return QCoreApplication.translate("ImportDialog", text)
