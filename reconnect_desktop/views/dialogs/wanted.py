"""The dialogs that the main window's menus and pages ask for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from reconnect_desktop.views.background import Background
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.preferences import Preferences

if TYPE_CHECKING:
    from reconnect_desktop.journal import Journal
    from reconnect_desktop.views.main_window import MainWindow


class Wanted:
    """Each is loaded when it is wanted, and shown as soon as there is a journal."""

    def __init__(
        self,
        main: MainWindow,
        look: Look,
        background: Background,
        preferences: Preferences,
        journal: Callable[[], Journal | None],
    ) -> None:
        self._main, self._look, self._background = main, look, background
        self._preferences, self._journal = preferences, journal
        main.import_wanted.connect(self._show_import)
        main.export_wanted.connect(self._show_export)
        main.backups_wanted.connect(self._show_backups)
        main.settings_wanted.connect(self._show_settings)
        main.demo_wanted.connect(self._start_demo)

    def _show_import(self) -> None:
        from reconnect_desktop.views.dialogs.import_dialog import ImportDialog

        if (journal := self._journal()) is not None:
            ImportDialog.bring_in(self._main, self._background, journal)

    def _show_export(self) -> None:
        from reconnect_desktop.views.dialogs.export_dialog import ask_and_export

        if (journal := self._journal()) is not None:
            ask_and_export(self._main, self._background, journal)

    def _show_backups(self) -> None:
        from reconnect_desktop.views.backups.backups_dialog import BackupsDialog

        if (journal := self._journal()) is not None:
            BackupsDialog.show_for(self._main, self._look, self._background, journal)

    def _show_settings(self, section: str) -> None:
        from reconnect_desktop.views.settings.settings_dialog import SettingsDialog

        if (journal := self._journal()) is not None:
            SettingsDialog.show_for(
                self._main, self._look, self._preferences, journal, self._background, section=section
            )

    def _start_demo(self) -> None:
        from reconnect_desktop.views.demo import start_demo

        start_demo()
