"""A quiet strip that says what was done and offers to take it back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from reconnect_desktop.views.kit.heard import announce
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.kit.motion import fade_in


class Toast(QWidget):
    """Stays until another text replaces it or it is dismissed: nobody has to hurry.

    dismissed: closed by its button or after its action.
    """

    heard_as = "StatusBar"
    dismissed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("toast")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._on_action: Callable[[], None] | None = None
        self.label = QLabel(self)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.action_button = QPushButton(self)
        self.action_button.setProperty("kind", "text")
        self.close_button = QToolButton(self)
        self.close_button.setIcon(look.icon("x", "muted"))
        self.close_button.setAccessibleName(self.tr("Dismiss"))
        self.close_button.setToolTip(self.tr("Dismiss"))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.addWidget(self.label, 1)
        row.addWidget(self.action_button)
        row.addWidget(self.close_button)
        self.action_button.clicked.connect(self._act)
        self.close_button.clicked.connect(self.dismiss)
        self.hide()

    def show_text(
        self, text: str, action: str | None = None, on_action: Callable[[], None] | None = None
    ) -> None:
        """Say `text`; `action` names a button that calls `on_action` and takes the toast away."""
        self.label.setText(text)
        self.setAccessibleName(text)
        self._on_action = on_action
        self.action_button.setText(action or "")
        self.action_button.setVisible(bool(action and on_action))
        came = self.isHidden()
        self.show()
        self.raise_()
        if came:
            fade_in(self)
        announce(self, text)

    def offers(self) -> bool:
        """Whether something can be done about what it says."""
        return self._on_action is not None

    def dismiss(self) -> None:
        """Take it away."""
        self._on_action = None
        self.hide()
        self.dismissed.emit()

    def _act(self) -> None:
        call = self._on_action
        self.dismiss()
        if call:
            call()
