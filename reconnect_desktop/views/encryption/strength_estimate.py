"""How hard a passphrase is to guess, told while it is typed, by a thread of its own."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from reconnect_desktop.output.passphrase_strength import Strength
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.kit.errands import Errands

_REST = 250  # milliseconds without a key, before it is looked at: typing never waits


class StrengthEstimate(QObject):
    """told: the Strength of what was followed last, or None where that is empty."""

    told = Signal(object)

    def __init__(self, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._errands = Errands(background, self)
        self._text = ""
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(_REST)
        self._resting.timeout.connect(self._estimate)

    def follow(self, text: str) -> None:
        """This is what is typed now."""
        self._text = text
        if text:
            self._resting.start()
        else:
            self._resting.stop()
            self.told.emit(None)

    def forget(self) -> None:
        """Tell nothing any more."""
        self._text = ""
        self._resting.stop()
        self._errands.leave()

    def _estimate(self) -> None:
        text = self._text
        self._errands.run(lambda: _strength(text), lambda found: self._tell(text, found), aside=True)

    def _tell(self, text: str, found: Strength) -> None:
        if text == self._text:
            self.told.emit(found)


def _strength(text: str) -> Strength:
    from reconnect_desktop.output.passphrase_strength import strength

    return strength(text)
