"""The dialogs that the main window's menus and pages ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QTimer

from reconnect_desktop.views.background import Background
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.preferences import Preferences

if TYPE_CHECKING:
    from pathlib import Path

    from reconnect_desktop.journal import Journal
    from reconnect_desktop.views.help.help_window import HelpWindow
    from reconnect_desktop.views.locking.doorkeeper import Doorkeeper
    from reconnect_desktop.views.locking.locks import Locks
    from reconnect_desktop.views.main_window import MainWindow
    from reconnect_desktop.views.quick_add.quick_add import QuickAdd
    from reconnect_desktop.views.timer.timing import Timing

_LATER = 500  # milliseconds after the first paint: what is shown first comes first


class House(Protocol):
    """As much of the program as is concerned."""

    look: Look
    background: Background
    preferences: Preferences
    doorkeeper: Doorkeeper
    locks: Locks
    main: MainWindow | None
    is_sample: bool

    @property
    def journal(self) -> Journal | None: ...  # noqa: D102 - as in Program
    def windows(self) -> list[MainWindow | QuickAdd]: ...  # noqa: D102
    @property
    def timing(self) -> Timing: ...  # noqa: D102
    def start_timer(self) -> None: ...  # noqa: D102
    def renew_quick_add(self) -> None: ...  # noqa: D102
    def lock(self) -> None: ...  # noqa: D102


class Wanted:
    """Each is loaded when it is wanted, and shown as soon as there is a journal."""

    def __init__(self, house: House, main: MainWindow) -> None:
        self._house, self._main = house, main
        self._guide: HelpWindow | None = None
        main.import_wanted.connect(self._show_import)
        QTimer.singleShot(_LATER, main, self._take_files)
        main.settings_wanted.connect(self._show_settings)
        main.demo_wanted.connect(self._start_demo)
        form = main.form
        form.timer_action.triggered.connect(self._toggle_timer)
        form.plans_action.triggered.connect(self._show_plans)
        form.imports_action.triggered.connect(self._show_imports)
        form.export_action.triggered.connect(self._show_export)
        form.backups_action.triggered.connect(self._show_backups)
        form.hide_action.triggered.connect(house.locks.hide)
        form.lock_action.triggered.connect(house.lock)
        form.guide_action.triggered.connect(self._show_guide)
        form.kept_action.triggered.connect(lambda: self._show_settings("privacy"))
        form.keys_action.triggered.connect(self._show_keys)
        form.about_action.triggered.connect(self._show_about)

    def _take_files(self) -> None:
        """From now on a file can be let go over the window."""
        from reconnect_desktop.views.importing.dropping import DropPlace

        form = self._main.form

        def may() -> bool:
            """As the menu says."""
            return form.import_action.isEnabled() and form.file_menu.menuAction().isEnabled()

        DropPlace(self._main, self._house.look, may).dropped.connect(self._show_import)

    def _show_import(self, file: Path | None = None) -> None:
        from reconnect_desktop.views.importing.import_dialog import ImportDialog

        house = self._house
        if (journal := house.journal) is None:
            return
        pairs = ImportDialog.bring_in(self._main, house.look, house.background, journal, file)
        if pairs and house.journal is journal:
            from reconnect_desktop.views.twins.twins_dialog import TwinsDialog

            TwinsDialog.show_for(self._main, house.look, house.background, journal, pairs)

    def _show_plans(self) -> None:
        from reconnect_desktop.views.plans.plans_dialog import PlansDialog

        if (journal := self._house.journal) is not None:
            PlansDialog.show_for(self._main, self._house.look, journal)

    def _show_imports(self) -> None:
        from reconnect_desktop.views.imports.imports_dialog import ImportsDialog

        if (journal := self._house.journal) is not None:
            ImportsDialog.show_for(self._main, self._house.look, self._house.background, journal)

    def _show_export(self) -> None:
        from reconnect_desktop.views.dialogs.export_dialog import ask_and_export

        if (journal := self._house.journal) is not None:
            main = self._main
            ask_and_export(main, self._house.background, journal, main.say, main.show_problem)

    def _show_backups(self) -> None:
        from reconnect_desktop.views.backups.backups_dialog import BackupsDialog

        if (journal := self._house.journal) is not None:
            BackupsDialog.show_for(self._main, self._house.look, self._house.background, journal)

    def _show_settings(self, section: str) -> None:
        from reconnect_desktop.views.settings.settings_dialog import Ending, SettingsDialog

        house = self._house
        if (journal := house.journal) is None:
            return
        wanted = SettingsDialog.show_for(
            *(self._main, house.look, house.preferences, journal, house.background),
            section=section,
            sample=house.is_sample,
        )
        if wanted is Ending.DELETION:
            from reconnect_desktop.views.deleting.deleter import Deleter

            Deleter(house, journal).begin()
        elif wanted is Ending.AGAIN:
            from reconnect_desktop.views.starting_again import start_again

            start_again()

    def _toggle_timer(self) -> None:
        timing = self._house.timing
        timing.stop() if timing.is_running else self._house.start_timer()

    def _show_guide(self) -> None:
        from reconnect_desktop.views.bring_forward import bring_forward
        from reconnect_desktop.views.help.help_window import HelpWindow

        if self._guide is None:
            self._guide = HelpWindow(self._house.look)
            self._main.closed.connect(self._guide.close)
        bring_forward(self._guide)

    def _show_keys(self) -> None:
        from reconnect_desktop.views.dialogs.keys_dialog import KeysDialog

        KeysDialog.show_for(self._main)

    def _show_about(self) -> None:
        from reconnect_desktop.views.dialogs.about_dialog import AboutDialog

        journal = self._house.journal
        AboutDialog.show_for(self._main, self._house.look, journal.folder if journal else None)

    def _start_demo(self) -> None:
        from reconnect_desktop.views.demo import start_demo

        start_demo()
