"""The composition root, to be read from top to bottom as the start-up order.

1. Qt, and PySide6's import hook off.  2. Look and window: painted at once.  3. After the first paint the
page is made and the journal opened in the background; its contents follow, then the start check.
4. A second start is answered.  5. At the end: draft, preferences, reception, background, journal.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QWidget

from reconnect_desktop.views.unhook import unhook

unhook()

from reconnect_desktop import APP_ID, paths  # noqa: E402 - after the hook is off
from reconnect_desktop.views.background import Background  # noqa: E402
from reconnect_desktop.views.first_paint import FirstPaint  # noqa: E402
from reconnect_desktop.views.kit.look import STYLE_ARGUMENTS, Look  # noqa: E402
from reconnect_desktop.views.preferences import LOOK, Preferences, text_size  # noqa: E402

if TYPE_CHECKING:
    from reconnect_desktop.domain.action import Applied
    from reconnect_desktop.handover import Message, Reception
    from reconnect_desktop.journal import Journal
    from reconnect_desktop.views.crash import CrashHook
    from reconnect_desktop.views.main_window import MainWindow
    from reconnect_desktop.views.quick_add.quick_add import QuickAdd

RunCommand = Callable[["Journal", list[str], str], "Message"]
Open = Callable[[], "Journal"]
_SETTLED = 1_500  # milliseconds after the first contents: what Today reads beside them is there


def run(folder: Path, *, quick_add: bool, run_command: RunCommand) -> int:
    """Open a window on the journal in `folder` and stay until it is closed; returns the exit code."""

    def open_journal() -> Journal:
        from reconnect_desktop import clock
        from reconnect_desktop.views.opening import open_when_free

        return open_when_free(folder, "quick_add" if quick_add else "main", clock.now)

    return _run(open_journal, quick_add=quick_add, run_command=run_command)


def run_demo() -> int:
    """Open the main window on ten years of sample data, which are gone when it is closed."""
    from reconnect_desktop.views.demo import Demo

    with Demo() as demo:
        return _run(demo.open_journal, quick_add=False, run_command=None, sample=True)


def _run(open_journal: Open, *, quick_add: bool, run_command: RunCommand | None, sample: bool = False) -> int:
    qt = QApplication([*sys.argv[:1], *STYLE_ARGUMENTS])
    qt.setApplicationName("Reconnect")
    qt.setDesktopFileName(APP_ID)
    program = Program(qt, open_journal, run_command, sample=sample)
    program.show_quick_add() if quick_add else program.show_main()
    code = qt.exec()
    program.close()
    return code


class Program(QObject):
    """What is alive while windows are open: look, background, journal, and the windows themselves."""

    _applied = Signal(object)  # from whichever thread wrote, to the GUI thread
    _asked = Signal(str)  # another start asks for a window

    def __init__(
        self, qt: QApplication, open_journal: Open, run_command: RunCommand | None, *, sample: bool = False
    ) -> None:
        super().__init__()
        self._open_journal, self._run_command, self._sample = open_journal, run_command, sample
        self.journal: Journal | None = None
        self.main: MainWindow | None = None
        self.quick_add: QuickAdd | None = None
        self._reception: Reception | None = None
        self._opening = False
        self._hook: CrashHook | None = None
        self.preferences = Preferences(paths.config_folder())
        self.look = Look(qt, self.preferences.get(LOOK))
        if (size := text_size(self.preferences)) != 100:
            self.look.scale_text(size / 100)
        self.background = Background(self)
        self._applied.connect(self._show_applied)
        self._asked.connect(self._show_asked)

    # Windows

    def show_main(self) -> None:
        """Show the main window, making it the first time."""
        if self.main is None:
            self.main = self._make_main()
        _bring_forward(self.main)

    def show_quick_add(self) -> None:
        """Show the quick-add window: on its own, or beside the main window."""
        if self.quick_add is None:
            self.quick_add = self._make_quick_add()
        _bring_forward(self.quick_add)

    def _make_main(self) -> MainWindow:
        from reconnect_desktop.views.main_window import MainWindow

        main = MainWindow(self.look, self.background, self.preferences)
        main.quick_add_wanted.connect(self.show_quick_add)
        main.import_wanted.connect(self._show_import)
        main.export_wanted.connect(self._show_export)
        main.backups_wanted.connect(self._show_backups)
        main.settings_wanted.connect(self._show_settings)
        main.demo_wanted.connect(self._start_demo)
        main.retried.connect(self._open)
        main.closed.connect(self._close_with_main)
        FirstPaint(main, self._complete_main)
        return main

    def _complete_main(self) -> None:
        assert self.main is not None
        self.main.complete()
        if self._sample:
            self.main.show_sample_notice()
        self.main.set_journal(self.journal)
        self._prepare()
        QTimer.singleShot(_SETTLED, self, self._load_ahead)

    def _load_ahead(self) -> None:
        from reconnect_desktop.views.trends.loading import ChartsAhead

        if self.main is not None:
            ChartsAhead(self.background, partial(self.main.prepare_page, "trends"), self)

    def _make_quick_add(self) -> QuickAdd:
        from reconnect_desktop.views.quick_add.quick_add import QuickAdd

        window = QuickAdd(self.look, self.background, standalone=self.main is None)
        window.closed.connect(self._forget_quick_add)
        window.retried.connect(self._open)
        if self.main is not None:  # over it, and not where a window manager has room
            window.move(self.main.frameGeometry().center() - window.rect().center())
        FirstPaint(window, self._complete_quick_add)
        return window

    def _complete_quick_add(self) -> None:
        if self.quick_add is not None:
            self.quick_add.set_journal(self.journal)
        self._prepare()

    def _forget_quick_add(self) -> None:
        if self.quick_add is not None:
            self.quick_add.deleteLater()
            self.quick_add = None

    def _close_with_main(self) -> None:
        if self.quick_add is not None:
            self.quick_add.close()

    # The journal

    def _prepare(self) -> None:
        """After the first paint of the first window."""
        if self._hook is None:
            from reconnect_desktop.views.crash import CrashHook

            self._hook = CrashHook(paths.log_folder(), self)
            QApplication.setWindowIcon(QIcon(str(paths.resource("icons", "app.svg"))))
        self._open()

    def _open(self) -> None:
        if self.journal is None and not self._opening:
            self._opening = True
            self.background.run(self._open_journal, self._opened, self._not_opened)

    def _opened(self, journal: Journal) -> None:
        self._opening = False
        self.journal = journal
        journal.listen(self._applied.emit)
        for window in self._windows():
            window.set_journal(journal)
        self.background.run(journal.check, lambda _: self._checked(), self._show_problem)

    def _not_opened(self, error: Exception) -> None:
        from reconnect_desktop.domain.errors import JournalBusy
        from reconnect_desktop.views.opening import ShownElsewhere

        self._opening = False
        if not isinstance(error, ShownElsewhere):
            self._show_problem(error)
        elif self.quick_add is not None and self.quick_add.form.is_touched():
            self._show_problem(JournalBusy())  # what is typed here stays here
        else:
            QApplication.closeAllWindows()

    def _checked(self) -> None:
        """All is well: answer other starts."""
        assert self.journal is not None
        self._receive(self.journal)

    def _show_applied(self, applied: Applied) -> None:
        for window in self._windows():
            window.show_applied(applied)

    def _show_problem(self, error: Exception) -> None:
        for window in self._windows():
            window.show_problem(error)

    def _windows(self) -> list[MainWindow | QuickAdd]:
        return [window for window in (self.main, self.quick_add) if window is not None]

    # Other starts

    def _receive(self, journal: Journal) -> None:
        if self._run_command is None or self._reception is not None:
            return
        from reconnect_desktop.handover import Reception, address_for

        try:
            self._reception = Reception(address_for(journal.folder, paths.runtime_folder()), self._answer)
            journal.publish(self._reception.address)
        except OSError:
            return  # without it, a second start says that the journal is open

    def _answer(self, message: Message) -> Message:
        """Called in the reception's thread."""
        argv, cwd = message.get("argv"), message.get("cwd")
        if isinstance(argv, list) and isinstance(cwd, str) and self.journal and self._run_command:
            return self._run_command(self.journal, [str(word) for word in argv], cwd)
        self._asked.emit(str(message.get("show", "show")))
        return {}

    def _show_asked(self, what: str) -> None:
        self.show_quick_add() if what == "quick_add" else self.show_main()

    # Dialogs and the end

    def _show_import(self) -> None:
        from reconnect_desktop.views.dialogs.import_dialog import ImportDialog

        if self.journal is not None:
            ImportDialog.bring_in(self.main, self.background, self.journal)

    def _show_export(self) -> None:
        from reconnect_desktop.views.dialogs.export_dialog import ask_and_export

        if self.journal is not None and self.main is not None:
            ask_and_export(self.main, self.background, self.journal)

    def _show_backups(self) -> None:
        from reconnect_desktop.views.backups.backups_dialog import BackupsDialog

        if self.journal is not None:
            BackupsDialog.show_for(self.main, self.look, self.background, self.journal)

    def _show_settings(self, section: str) -> None:
        from reconnect_desktop.views.settings.settings_dialog import SettingsDialog

        if self.journal is not None:
            SettingsDialog.show_for(
                self.main, self.look, self.preferences, self.journal, self.background, section=section
            )

    def _start_demo(self) -> None:
        from reconnect_desktop.views.demo import start_demo

        start_demo()

    def close(self) -> None:
        """Let everything go in the opposite order."""
        if self._reception is not None:
            self._reception.close()
        self.background.close()
        if self.journal is not None:
            self.journal.close()


def _bring_forward(window: QWidget) -> None:
    window.show()
    window.raise_()
    window.activateWindow()
