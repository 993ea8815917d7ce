"""Settings: how often I would like to be in touch."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from reconnect_desktop.domain import usual
from reconnect_desktop.domain.glance import LOOKED_AT
from reconnect_desktop.domain.records import Pause
from reconnect_desktop.domain.rhythm import Rhythm
from reconnect_desktop.domain.settings import RHYTHM
from reconnect_desktop.views.forms.rhythm_section import Ui_RhythmSection
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.settings.kept import Kept


class RhythmSection(QWidget):
    """The form of the rhythm, beside the usual gap."""

    def __init__(self, look: Look, kept: Kept, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._kept = look, kept
        self.form = Ui_RhythmSection()
        self.form.setupUi(self)
        self._show()
        self.form.rhythm.changed.connect(self._take)

    def _show(self) -> None:
        """As it is kept."""
        journal = self._kept.journal
        gap = usual.gap(journal.recent(LOOKED_AT), journal.now().day, journal.all(Pause))
        self.form.rhythm.set_up(self._look, self._kept.value(RHYTHM), gap.usual)

    def _take(self, rhythm: Rhythm) -> None:
        if not self._kept.choose(RHYTHM, rhythm, self.form.problem.say):
            self._show()
