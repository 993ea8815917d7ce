"""What a window shows while it is hidden: nothing that says what it is for."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from reconnect_desktop.views.forms.hidden_page import Ui_HiddenPage
from reconnect_desktop.views.kit.look import Look

_BACK = (Qt.Key.Key_Escape, Qt.Key.Key_F9)


class HiddenPage(QWidget):
    """Two circles and a button. show_wanted: what is behind it may be seen again."""

    show_wanted = Signal()

    def __init__(self, look: Look, sentence: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_HiddenPage()
        self.form.setupUi(self)
        self.form.emblem.set_look(look)
        self.form.sentence.setText(sentence)
        self.form.sentence.setVisible(bool(sentence))
        self.form.show_button.setToolTip(self.tr("F9 or Esc"))
        self.form.show_button.clicked.connect(self.show_wanted)
        self.setFocusProxy(self.form.show_button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In front of a small dialog there is room for the button alone."""
        super().resizeEvent(event)
        self.form.emblem.setVisible(self.height() >= 3 * self.form.emblem.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc, and the key that hid it; other keys go no further."""
        event.accept()
        if event.key() in _BACK:
            self.show_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.form.show_button.click()
