"""What the main window says, quietly, of the journal's backups and of the place it lies in."""

from __future__ import annotations

from PySide6.QtCore import QObject

from reconnect_desktop.domain.errors import UserError
from reconnect_desktop.domain.notices import Notice
from reconnect_desktop.output.errors_in_words import explain
from reconnect_desktop.output.notice_words import notice_sentence
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.kit.quiet_notice import QuietNotice
from reconnect_desktop.views.main_window import MainWindow
from reconnect_desktop.views.preferences import NOTICES_PUT_AWAY, Preferences
from reconnect_desktop.views.upkeep import Upkeep

_LASTING = (Notice.NETWORK_FOLDER, Notice.SYNCED_FOLDER)  # once put away, not told again at each start


class Tidings(QObject):
    """Tells what `upkeep` finds."""

    def __init__(self, upkeep: Upkeep, main: MainWindow, look: Look, preferences: Preferences) -> None:
        super().__init__(main)
        self._main, self._look, self._preferences = main, look, preferences
        upkeep.noticed.connect(self._tell_notice)
        upkeep.damaged.connect(self._tell_damaged)
        upkeep.unsaved.connect(self._tell_unsaved)

    def _tell_notice(self, notice: Notice) -> None:
        if notice not in self._put_away():
            line = self._say(notice_sentence(notice))
            line.dismissed.connect(lambda: self._note_put_away(notice))

    def _tell_damaged(self) -> None:
        self._say(
            self.tr(
                "One of the backups is damaged, so it won't be used. Backups in the File menu shows which."
            )
        )

    def _tell_unsaved(self, error: UserError) -> None:
        words = self.tr("What you logged is saved, but a backup could not be made. {why}")
        self._say(words.format(why=explain(error)))

    def _say(self, sentence: str) -> QuietNotice:
        line = QuietNotice(self._look, sentence, self._main)
        self._main.put_notice(line)
        return line

    def _put_away(self) -> list[str]:
        return self._preferences.get(NOTICES_PUT_AWAY).split()

    def _note_put_away(self, notice: Notice) -> None:
        if notice in _LASTING:
            self._preferences.put(NOTICES_PUT_AWAY, " ".join([*self._put_away(), notice]))
