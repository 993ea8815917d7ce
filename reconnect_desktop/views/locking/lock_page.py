"""What a window shows while the journal is locked."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from reconnect_desktop.domain.errors import UserError
from reconnect_desktop.output.errors_in_words import explain
from reconnect_desktop.views.forms.lock_page import Ui_LockPage
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.locking.caps_lock import CapsLock

_WIDEST = 44  # letters m


class LockPage(QWidget):
    """Asks for what unlocks the journal. unlock_wanted: what was typed."""

    unlock_wanted = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = form = Ui_LockPage()
        form.setupUi(self)
        form.emblem.set_look(look)
        form.eye.setIcon(look.icon("eye", "muted"))
        self._look = look
        form.caps_label.hide()
        keeps_room = form.progress.sizePolicy()
        keeps_room.setRetainSizeWhenHidden(True)  # nothing moves when it comes
        form.progress.setSizePolicy(keeps_room)
        form.field.returnPressed.connect(self._submit)
        form.unlock_button.clicked.connect(self._submit)
        form.eye.toggled.connect(self._show_letters)
        CapsLock(form.field).changed.connect(form.caps_label.setVisible)
        self.setFocusProxy(form.field)
        look.changed.connect(self._fit)
        self._fit()
        self.set_busy(False)

    def set_busy(self, busy: bool) -> None:
        """Something is under way that takes a moment, or something can be typed."""
        form = self.form
        form.progress.setVisible(busy)
        form.unlock_button.setEnabled(not busy)
        form.field.setReadOnly(busy)
        form.unlock_button.setText(self.tr("Unlocking…") if busy else self.tr("&Unlock"))

    def refuse(self, error: UserError) -> None:
        """Say why it stays locked; what was typed is selected, to be typed over."""
        self.set_busy(False)
        self._say(explain(error))
        self.form.field.setFocus()
        self.form.field.selectAll()

    def forget(self) -> None:
        """Begin afresh: what was typed is gone, and what was being unlocked as well."""
        self.set_busy(False)
        self._say("")
        self.form.field.wipe()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that nothing here takes go no further: what is behind the page is not theirs."""
        event.accept()

    def _submit(self) -> None:
        typed = self.form.field.text()
        if self.form.field.isReadOnly():
            return
        self._say("" if typed else self.tr("Type it here, then press Enter."))
        if typed:
            self.unlock_wanted.emit(typed)
        else:
            self.form.field.setFocus()

    def _say(self, sentence: str) -> None:
        form = self.form
        form.problem.say(sentence)
        form.field.setProperty("problem", bool(sentence))
        form.field.setAccessibleDescription(sentence)
        form.field.style().unpolish(form.field)
        form.field.style().polish(form.field)

    def _show_letters(self, shown: bool) -> None:
        self.form.field.show_letters(shown)
        self.form.eye.setIcon(self._look.icon("eye-off" if shown else "eye", "muted"))
        words = self.tr("Hide what is typed") if shown else self.tr("Show what is typed")
        self.form.eye.setToolTip(words)
        self.form.eye.setAccessibleName(words)
        self.form.field.setFocus()

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        self.form.content.setMaximumWidth(metrics.horizontalAdvance("m") * _WIDEST)
        side = max(16, metrics.height())
        self.form.eye.setIconSize(QSize(side, side))
