"""Settings: whether it stays in the tray, and whether it starts with the computer; kept outside the journal."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from reconnect_desktop import autostart, paths
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.forms.desktop_section import Ui_DesktopSection
from reconnect_desktop.views.preferences import IN_TRAY, START_HIDDEN, STARTS, Preferences
from reconnect_desktop.views.tray.place import Place, SystemPlace


class DesktopSection(QWidget):
    """folder: that of the journal which is to be opened at a start. place, start: stand-ins for this desktop's."""

    def __init__(
        self,
        preferences: Preferences,
        folder: Path,
        background: Background,
        *,
        place: Place | None = None,
        start: autostart.Autostart | None = None,
    ) -> None:
        super().__init__()
        self._preferences, self._folder, self._background = preferences, folder, background
        self._place, self._start = place or SystemPlace(), start or autostart.of_this_system()
        self.form = Ui_DesktopSection()
        self.form.setupUi(self)
        self._show()
        self.form.tray_box.clicked.connect(self._take_tray)
        self.form.start_box.clicked.connect(self._take_start)
        self.form.hidden_box.clicked.connect(self._take_hidden)

    def _show(self) -> None:
        """As it is."""
        form, preferences = self.form, self._preferences
        form.tray_box.setChecked(preferences.get(IN_TRAY) == "yes")
        form.no_tray_words.setVisible(form.tray_box.isChecked() and not self._place.is_there(at_last=True))
        told = self._start.is_on()
        starts = preferences.get(STARTS) == "yes" if told is None else told
        form.start_box.setChecked(starts)
        form.hidden_box.setChecked(preferences.get(START_HIDDEN) == "yes")
        form.hidden_box.setEnabled(starts)
        form.hidden_words.setEnabled(starts)

    def _take_tray(self, wanted: bool) -> None:
        self._preferences.put(IN_TRAY, "yes" if wanted else "no")
        self._show()

    def _take_hidden(self, wanted: bool) -> None:
        self._preferences.put(START_HIDDEN, "yes" if wanted else "no")
        self._take_start(wanted=True)

    def _take_start(self, wanted: bool) -> None:
        """Beside everything else: a desktop that is asked may ask the user."""
        start, command = self._start, self._command()

        def switch() -> None:
            start.switch_on(command) if wanted else start.switch_off()

        def done(_: None) -> None:
            self._preferences.put(STARTS, "yes" if wanted else "no")
            self.form.problem.say("")
            self._show()

        self._background.beside().run(switch, done, self._not_done)

    def _not_done(self, error: Exception) -> None:
        if not isinstance(error, (OSError, ImportError)):
            raise error
        self.form.problem.say(self.tr("That could not be changed here: your system does not allow it."))
        self._show()

    def _command(self) -> list[str]:
        words = ["--hidden"] if self._preferences.get(START_HIDDEN) == "yes" else []
        if self._folder != paths.usual_journal_folder():
            words += ["--journal", str(self._folder)]
        return autostart.own_command(*words)
