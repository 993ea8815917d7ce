"""Exporting: choose as what and where to, write it in the background, say what it holds."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from pathlib import Path

from PySide6.QtCore import QSize, QStandardPaths
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QRadioButton, QWidget

from reconnect_desktop.exporting import Exported, Way, export, ways
from reconnect_desktop.journal import Journal
from reconnect_desktop.language import tr
from reconnect_desktop.output.export_words import exported_words
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.dialogs.dialog_size import size_for
from reconnect_desktop.views.early import make_plain
from reconnect_desktop.views.forms.export_dialog import Ui_ExportDialog
from reconnect_desktop.views.kit.below_choice import put_below

_DOCUMENTS = QStandardPaths.StandardLocation.DocumentsLocation
_NAME = "journal"


def ask_and_export(
    parent: QWidget,
    background: Background,
    journal: Journal,
    say: Callable[[str], None],
    fail: Callable[[Exception], None],
) -> None:
    """Ask as what and where to, and write there; `say` is told what was written, or `fail` what was in the way."""
    path = ExportDialog.ask(parent, encrypted=journal.key is not None)
    if path is None:
        return

    def done(exported: Exported) -> None:
        say(exported_words(exported))

    background.run(lambda: export(journal, path), done, fail)


class ExportDialog(QDialog):
    """Writes nothing itself. Use `ExportDialog.ask`. encrypted: whether the journal is."""

    def __init__(self, parent: QWidget | None, *, encrypted: bool) -> None:
        super().__init__(parent)
        self.path: Path | None = None
        self.form = Ui_ExportDialog()
        self.form.setupUi(self)
        self.buttons = [(way, self._add(way)) for way in ways()]
        self.buttons[0][1].setChecked(True)
        self.form.private_label.setText(self._private(encrypted=encrypted))
        self.form.choose_button.clicked.connect(self._choose)
        self.form.cancel_button.clicked.connect(self.reject)

    @classmethod
    def ask(cls, parent: QWidget | None, *, encrypted: bool) -> Path | None:
        """The file to write, by whose ending it is known as what; None where none is wanted after all."""
        dialog = cls(parent, encrypted=encrypted)
        dialog.resize(dialog.sizeHint())
        dialog.buttons[0][1].setFocus()
        wanted = dialog.exec() == QDialog.DialogCode.Accepted
        chosen = dialog.path
        dialog.deleteLater()
        return chosen if wanted else None

    def sizeHint(self) -> QSize:
        """As high as the form, as far as the screen goes."""
        return size_for(self, self.form.form, self.form.bar)

    # Inside

    def _add(self, way: Way) -> QRadioButton:
        button = QRadioButton(f"{way.title} ({way.ending})".replace("&", "&&"), self.form.form)
        writes = tr(way.writes)
        button.setAccessibleDescription(writes)
        holds = QLabel(writes, self.form.form)
        make_plain(holds)
        holds.setWordWrap(True)
        holds.setProperty("kind", "muted")
        self.form.ways.addWidget(button)
        self.form.ways.addWidget(holds)
        put_below(button, holds)
        return button

    def _private(self, *, encrypted: bool) -> str:
        if encrypted:
            return self.tr("Your journal is encrypted; this file won't be. Whoever has it can read it.")
        return self.tr("The file is not encrypted: whoever has it can read it.")

    def _choose(self) -> None:
        way = next(way for way, button in self.buttons if button.isChecked())
        place = Path(QStandardPaths.writableLocation(_DOCUMENTS)) / f"{_NAME}{way.ending}"
        kind = f"{way.title} (*{way.ending})"
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Export"), str(place), kind)
        if chosen:
            self.path = _named(Path(chosen), way)
            self.accept()


def _named(path: Path, way: Way) -> Path:
    """With the ending of what was chosen, unless it has that of another way; what it gets must not be in anyone's way."""
    if path.suffix.casefold() in {one.ending for one in ways()}:
        return path
    names = (f"{path.name}{'' if number == 1 else f'-{number}'}{way.ending}" for number in count(1))
    return next(free for name in names if not (free := path.with_name(name)).exists())
