"""The dialog on a file, with a user before it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reconnect_desktop.journal import Journal
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.importing.import_dialog import ImportDialog
from reconnect_desktop.views.importing.question import Question
from reconnect_desktop.views.importing.tick_model import TickModel
from reconnect_desktop.views.importing.whom_question import WhomQuestion
from reconnect_desktop.views.importing.zone_question import ZoneQuestion
from reconnect_desktop.views.kit.look import Look

# Amma has one call that can be read and is answered, and one in line 6 whose length is no number; one was missed.
CALLS = """<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>
<calls count="5">
  <call number="+4930123456" duration="43" date="1794816600000" type="1" contact_name="Amma" />
  <call number="030999999" duration="754" date="1794989400000" type="2" contact_name="Work" />
  <call number="+4930777777" duration="90" date="1790989400000" type="2" contact_name="" />
  <call number="+4930123456" duration="soon" date="1794989600000" type="2" contact_name="Amma" />
  <call number="+4930123456" duration="0" date="1794989600000" type="3" contact_name="Amma" />
</calls>
"""


class Room:
    """Opens files, and looks at what the dialog says."""

    def __init__(
        self, qtbot: QtBot, look: Look, background: Background, journal: Journal, folder: Path
    ) -> None:
        self.qtbot, self.look, self.background, self.journal = qtbot, look, background, journal
        self.folder = folder

    def open(self, content: str | bytes, name: str = "file.xml") -> ImportDialog:
        file = self.folder / name
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        dialog = ImportDialog(None, self.look, self.background, self.journal, file)
        self.qtbot.addWidget(dialog)
        dialog.show()
        self.qtbot.waitActive(dialog)
        return dialog

    def asked(self, content: str | bytes = CALLS) -> ImportDialog:
        """The dialog, once it asks."""
        dialog = self.open(content)
        self.until(dialog, "questions")
        return dialog

    def previewed(self, dialog: ImportDialog) -> Any:
        """The form of the preview, once it is there."""
        self.until(dialog, "preview")
        return dialog.preview.form

    def until(self, dialog: ImportDialog, step: str) -> None:
        """Wait for one of the steps."""
        self.qtbot.waitUntil(lambda: is_at(dialog, step))

    def until_gone(self, dialog: ImportDialog) -> None:
        """Wait for the end."""
        self.qtbot.waitUntil(lambda: not dialog.isVisible())


def is_at(dialog: ImportDialog, step: str) -> bool:
    """Whether this step is shown: "reading", "questions", "preview", "happened", "trouble"."""
    shown: QWidget | None = getattr(dialog, step)
    return shown is not None and dialog.shown is shown and shown.isVisible()


def question(dialog: ImportDialog, kind: type[Question]) -> Any:
    """The question of this kind."""
    assert dialog.questions is not None
    return next(one for one in dialog.questions.questions if isinstance(one, kind))


def whom(dialog: ImportDialog) -> WhomQuestion:
    """Who she is."""
    asked = question(dialog, WhomQuestion)
    assert isinstance(asked, WhomQuestion)
    return asked


def zone_line(dialog: ImportDialog) -> Any:
    """Where the zone is typed."""
    return question(dialog, ZoneQuestion).form.zone_box.lineEdit()


def rows(model: TickModel) -> list[str]:
    """What is written in the rows that are shown."""
    return [str(model.data(model.index(row))) for row in range(model.rowCount())]


def names(model: TickModel) -> list[str]:
    """How these rows begin."""
    return [row.split("  ·  ")[0] for row in rows(model)]


def click(button: QWidget) -> None:
    """A click in the middle of it."""
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def press(widget: QObject, *keys: Qt.Key) -> None:
    """These keys, one after the other."""
    for key in keys:
        QTest.keyClick(widget, key)  # type: ignore[call-overload]
