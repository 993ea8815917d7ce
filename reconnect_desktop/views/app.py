"""The composition root, to be read from top to bottom as the start-up order.

1. Qt, and PySide6's import hook off.  2. Look and window: painted at once.  3. After the first paint the
page is made and the journal opened in the background, once it is unlocked; its contents follow, then the start check.
4. Other starts are answered, backups looked after.  5. At the end: draft, preferences, doorbell, background, journal.
"""

from __future__ import annotations

import sys
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from reconnect_desktop.views.unhook import unhook

unhook()

from reconnect_desktop import APP_ID, paths, process_privacy  # noqa: E402 - after the hook is off
from reconnect_desktop.views.background import Background  # noqa: E402
from reconnect_desktop.views.bring_forward import bring_forward  # noqa: E402
from reconnect_desktop.views.first_paint import FirstPaint  # noqa: E402
from reconnect_desktop.views.kit.look import STYLE_ARGUMENTS, Look  # noqa: E402
from reconnect_desktop.views.lifetime import quit_program  # noqa: E402
from reconnect_desktop.views.locking.doorkeeper import Doorkeeper, Open  # noqa: E402
from reconnect_desktop.views.locking.locks import Locks  # noqa: E402
from reconnect_desktop.views.plain_english import take_language  # noqa: E402
from reconnect_desktop.views.preferences import LOOK, Preferences, text_size  # noqa: E402
from reconnect_desktop.views.quick_add.at_hand import QuickAddAtHand  # noqa: E402
from reconnect_desktop.views.rescue.rescuer import Rescuer  # noqa: E402
from reconnect_desktop.views.starting_again import code_of, followed  # noqa: E402
from reconnect_desktop.views.tray.presence import Presence  # noqa: E402

if TYPE_CHECKING:
    from reconnect_desktop.domain.action import Applied
    from reconnect_desktop.journal import Journal
    from reconnect_desktop.views.crash import CrashHook
    from reconnect_desktop.views.dialogs.wanted import Wanted
    from reconnect_desktop.views.doorbell import Doorbell, RunCommand
    from reconnect_desktop.views.main_window import MainWindow
    from reconnect_desktop.views.quick_add.quick_add import QuickAdd
    from reconnect_desktop.views.timer.timing import Timing
    from reconnect_desktop.views.tray.place import Place
    from reconnect_desktop.views.upkeep import Upkeep

_SETTLED = 1_500  # milliseconds after the first contents: what Today reads beside them is there


def run(folder: Path, window: str, run_command: RunCommand) -> int:
    """Open a window ("main" or "quick_add") on the journal in `folder`, and stay until it is closed; returns the exit code."""

    def open_journal() -> Journal:
        from reconnect_desktop import clock
        from reconnect_desktop.views.opening import open_when_free

        return open_when_free(folder, window, clock.now)

    return followed(_run(open_journal, window, run_command))


def run_demo() -> int:
    """Open the main window on ten years of sample data, which are gone when it is closed."""
    from reconnect_desktop.views.demo import Demo

    with Demo() as demo:
        code = _run(demo.open_journal, "main", None, sample=True)
    return followed(code)


def _run(open_journal: Open, window: str, run_command: RunCommand | None, *, sample: bool = False) -> int:
    qt = QApplication([*sys.argv[:1], *STYLE_ARGUMENTS])
    qt.setApplicationName("Reconnect")
    qt.setDesktopFileName(APP_ID)
    program = Program(qt, open_journal, run_command, sample=sample)
    program.show(window)
    code = qt.exec()
    program.close()
    return code_of(qt, code)


class Program(QObject):
    """What is alive while windows are open: look, background, doorkeeper, and the windows themselves."""

    _applied = Signal(object)  # from whichever thread wrote, to the GUI thread

    def __init__(
        self,
        qt: QApplication,
        open_journal: Open,
        run_command: RunCommand | None,
        *,
        sample: bool = False,
        tray_place: Place | None = None,
    ) -> None:
        super().__init__()
        self._run_command, self.is_sample = run_command, sample
        self.main: MainWindow | None = None
        self.doorbell: Doorbell | None = None
        self._wanted: Wanted | None = None
        self._hook: CrashHook | None = None
        self.upkeep: Upkeep | None = None
        paths.keep_matplotlib_here()
        self.preferences = Preferences(paths.config_folder())
        take_language(qt, self.preferences)
        self.look = Look(qt, self.preferences.get(LOOK))
        if (size := text_size(self.preferences)) != 100:
            self.look.scale_text(size / 100)
        self.background = Background(self)
        self.doorkeeper = Doorkeeper(self.background, open_journal, self)
        self.doorkeeper.opened.connect(self._opened)
        for held in (self.doorkeeper.asked, self.doorkeeper.held):
            held.connect(self._listen)
        self.doorkeeper.failed.connect(self._not_opened)
        self.doorkeeper.damaged.connect(self._listen)
        self.locks, self.rescuer = Locks(self), Rescuer(self)
        self.at_hand = QuickAddAtHand(self, self)
        self.presence = Presence(self, tray_place, self)
        self.at_hand.shown.connect(self.presence.note_showing)
        self.at_hand.closed.connect(self.presence.note_closing)
        self.doorkeeper.locked.connect(self.presence.set_journal)
        self.doorkeeper.locked.connect(self.at_hand.discard)
        self.rescuer.unconcerned.connect(self._show_problem)
        self._applied.connect(self._show_applied)

    @property
    def journal(self) -> Journal | None:
        """The journal, while it is open."""
        return self.doorkeeper.journal

    # Windows

    def show(self, what: str) -> None:
        """Show what a start asks for: "quick_add", the running "timer", nothing ("hidden"), or the main window."""
        shown = {"quick_add": self.show_quick_add, "timer": self.start_timer, "hidden": self.start_hidden}
        shown.get(what, self.show_main)()

    def show_main(self, *, minimised: bool = False) -> None:
        """Show the main window, making it the first time."""
        self.presence.note_showing()
        if self.main is None:
            self.main = self._make_main()
        self.main.showMinimized() if minimised else bring_forward(self.main)

    def show_quick_add(self) -> None:
        """Show the quick-add window: on its own, or beside the main window."""
        self.at_hand.show()

    @property
    def quick_add(self) -> QuickAdd | None:
        """The quick-add window, while it is open."""
        return self.at_hand.window

    @cached_property
    def timing(self) -> Timing:
        """What times a contact; made when it is first asked for."""
        from reconnect_desktop.views.timer.timing import Timing

        return Timing(self, self)

    def start_timer(self) -> None:
        """Begin to time a contact; without a window, too."""
        self.timing.start()
        QTimer.singleShot(0, self, self._prepare)

    def start_hidden(self) -> None:
        """Begin in the tray, without a window; a program that began already goes on as it is."""
        if self._hook is None and not self.windows():
            self.presence.begin_hidden()
            QTimer.singleShot(0, self, self._prepare)

    def _make_main(self) -> MainWindow:
        from reconnect_desktop.views.main_window import MainWindow

        main = MainWindow(self.look, self.background, self.preferences)
        main.quick_add_wanted.connect(self.show_quick_add)
        main.retried.connect(self.doorkeeper.open)
        main.closed.connect(self.at_hand.close)
        main.closed.connect(self.presence.note_closing)
        FirstPaint(main, self._complete_main)
        return main

    def _complete_main(self) -> None:
        from reconnect_desktop.views.dialogs.wanted import Wanted
        from reconnect_desktop.views.looking_after import load_ahead

        assert self.main is not None
        self.main.complete()
        self._wanted = Wanted(self, self.main)
        if self.is_sample:
            self.main.show_sample_notice()
        self.locks.join(self.main)
        self.rescuer.join(self.main)
        self.begin_with(self.main)
        QTimer.singleShot(_SETTLED, self.main, partial(load_ahead, self, self.main))

    def windows(self) -> list[MainWindow | QuickAdd]:
        """Those that are open."""
        return [window for window in (self.main, self.quick_add) if window is not None]

    def begin_with(self, window: MainWindow | QuickAdd) -> None:
        """Give it the journal, after its first paint."""
        window.set_journal(self.journal)
        self._prepare()

    # The journal

    def _prepare(self) -> None:
        """After the first paint of a window."""
        first = self._hook is None
        if first:
            from reconnect_desktop.views.crash import CrashHook

            process_privacy.close_to_others()
            self._hook = CrashHook(paths.log_folder(), self)
        if self.doorkeeper.trouble is None:  # a damaged one is looked at again when that is asked for
            self.doorkeeper.open(unseen=not self.windows())
        if first:
            from reconnect_desktop.views.looking_after import look_after

            self.upkeep = look_after(self)
            if not self.is_sample:
                self.presence.begin()

    def _opened(self, journal: Journal) -> None:
        journal.listen(self._applied.emit)
        windows = self.windows()
        self.locks.opened()  # one that comes back gets the journal when it is painted, as all do
        for window in windows:
            window.set_journal(journal)
        self.rescuer.opened()
        self.presence.set_journal()
        self.background.run(journal.check, lambda _: self._checked(), self.rescuer.not_whole)

    def _not_opened(self, error: Exception) -> None:
        from reconnect_desktop.domain.errors import JournalBusy
        from reconnect_desktop.views.opening import ShownElsewhere

        if not isinstance(error, ShownElsewhere):
            self._show_problem(error)
        elif self.quick_add is not None and self.quick_add.form.is_touched():
            self._show_problem(JournalBusy())  # what is typed here stays here
        else:
            quit_program()

    def _checked(self) -> None:
        """All is well: answer other starts, and look after the journal."""
        if self.journal is None:
            return
        self._listen()
        self.locks.watch()
        if self.upkeep is not None:
            self.upkeep.begin()

    def _show_applied(self, applied: Applied) -> None:
        self.locks.watch()
        if self.upkeep is not None:
            self.upkeep.note_change()
        self.presence.set_journal()
        for window in self.windows():
            window.show_applied(applied)

    def _show_problem(self, error: Exception) -> None:
        for window in self.windows():
            window.show_problem(error)

    # Locking

    def lock(self) -> None:
        """Asked for by the user: close the journal until its passphrase is typed."""
        self.locks.lock(by_hand=True)

    def renew_quick_add(self) -> None:
        """In the place of one that shows what was written, an empty one; beside the main window, none."""
        self.at_hand.renew()

    # Other starts

    def _listen(self) -> None:
        """Other starts may want a window, bring a command or the passphrase, or be meant for the rescue."""
        if self._run_command is not None and self.doorbell is None:
            from reconnect_desktop.views.doorbell import Doorbell

            self.doorbell = Doorbell(self.doorkeeper, self._run_command, self)
            self.doorbell.asked.connect(self.show)
        if self.doorbell is not None:
            self.doorbell.listen()

    def close(self) -> None:
        """Let everything go in the opposite order."""
        from reconnect_desktop.views.upkeep import back_up_at_the_end

        self.presence.close()
        if self.doorbell is not None:
            self.doorbell.close()
        self.background.close()
        self.doorkeeper.close(back_up_at_the_end if self.upkeep is not None else None)
