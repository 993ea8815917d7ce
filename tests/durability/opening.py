"""Opens and closes every window of the real program, round after round, and tells what is left of them each time.

python -m tests.durability.opening FOLDER ROUNDS     a line of JSON for each round (see `Left`)
"""

from __future__ import annotations

import gc
import itertools
import json
import os
import sys
import time
import traceback
from collections import Counter, deque
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, qInstallMessageHandler
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QListWidget, QWidget

from reconnect_desktop import clock, collector, paths, sample_journal
from reconnect_desktop.domain.settings import RHYTHM
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.app import Program
from reconnect_desktop.views.dialogs.pause_dialog import PauseDialog
from reconnect_desktop.views.dialogs.rhythm_dialog import RhythmDialog
from reconnect_desktop.views.encryption.encryption_dialog import EncryptionDialog
from reconnect_desktop.views.encryption.flows import Flow
from reconnect_desktop.views.importing.import_dialog import ImportDialog
from reconnect_desktop.views.kit.look import STYLE_ARGUMENTS
from reconnect_desktop.views.opening import open_when_free
from reconnect_desktop.views.plans.plan_dialog import PlanDialog
from reconnect_desktop.views.preferences import IN_TRAY, TRAY_TOLD, Preferences
from tests.stories.tray import FakePlace

PAGES = ("today", "log", "trends", "review", "ideas", "letters")
THEMES = ("light", "dark", "light_contrast", "dark_contrast")
_NOT_WINDOWS = {"quit_action", "lock_action", "hide_action", "timer_action", "undo_action", "redo_action"}
_ROW = 2  # of the Log: an interaction, below a heading
_BEAT = 10  # milliseconds between two looks at what has opened
_PATIENCE = 20.0  # seconds
_TABLE = "Date,Length\n2026-01-02,25\n2026-02-03,35\n"


class Left(NamedTuple):
    """After a round. opened: the windows that were; memory: what the process wrote into it, in kB; the others are counts."""

    opened: list[str]
    memory: int
    windows: int
    widgets: int
    actions: int
    timers: int
    objects: int
    files: int
    blocks: int  # of Python's own memory


class Opening:
    """Somebody who opens everything there is, and closes it again."""

    def __init__(self, qt: QApplication, folder: Path) -> None:
        self._table = folder / "calls.csv"
        self._table.write_text(_TABLE, encoding="utf-8")
        preferences = Preferences(paths.config_folder())
        preferences.put(IN_TRAY, "yes")
        preferences.put(TRAY_TOLD, "yes")
        journal = folder / "journal"
        with_sample(journal)
        self.opened: Counter[str] = Counter()
        self._closing = False
        self._closers = deque(QTimer(singleShot=True) for _ in range(4))
        for closer in self._closers:
            closer.timeout.connect(self._close_soon)
        self._program: Any = Program(
            qt, lambda: open_when_free(journal, "main", clock.now), None, tray_place=FakePlace()
        )
        self._program.show_main()
        until(lambda: self._program.upkeep is not None and self._program.journal is not None)
        sys.excepthook = stop

    def round(self, theme: str) -> Left:
        """All of it once."""
        self.opened.clear()
        program = self._program
        program.look.choose(theme)
        for page in PAGES:
            program.main.show_page(page)
            settle()
        for act in (*self._menus(), *self._dialogs()):
            self._see(act)
        self._time()
        for hidden in (True, False):
            program.locks.hide()
            settle()
            assert program.locks.is_hidden is hidden
        program.main.close()
        settle()
        program.show_main()
        settle()
        until(self._is_quiet)
        return self._left()

    def _menus(self) -> Iterator[Callable[[], object]]:
        """What the menus have that opens a window."""
        main = self._program.main
        main.show_page("log")
        page = main.page("log")
        until(lambda: page.model.rowCount() > _ROW)
        page.list.setCurrentIndex(page.model.index(_ROW))
        for menu in (main.form.file_menu, main.form.edit_menu, main.form.help_menu):
            for action in menu.actions():
                is_window = action.objectName() not in _NOT_WINDOWS and action is not page.acts.delete
                if action.isEnabled() and not action.menu() and is_window:
                    yield action.trigger

    def _dialogs(self) -> Iterator[Callable[[], object]]:
        """What is opened from within other windows, or needs a file."""
        main, look, journal = self._program.main, self._program.look, self._program.journal
        background, now = self._program.background, self._program.journal.now()
        yield partial(ImportDialog.bring_in, main, look, background, journal, self._table)
        yield partial(PlanDialog.ask, main, look, now)
        yield partial(PauseDialog.ask, main, look, now.day, None, journal.new_id)
        yield partial(RhythmDialog.ask, main, look, journal.setting(RHYTHM), 7.0)
        yield partial(EncryptionDialog.ask, main, look, background, journal, Flow.SET)

    def _see(self, act: Callable[[], object]) -> None:
        """Do it; what opens by that is looked through, and closed."""
        self._closing = True
        self._close_soon()
        act()
        until(self._is_quiet)  # some open only when what they show was read
        self._closing = False
        settle()

    def _close_soon(self) -> None:
        """Some timers in turn: one whose slot waits for a question does not go off again for that question."""
        if self._closing:
            self._closers.rotate()
            self._closers[0].start(_BEAT)
            self._close_others()

    def _is_quiet(self) -> bool:
        return self._program.background.is_idle and not self._others()

    def _others(self) -> list[QWidget]:
        main = self._program.main
        return [
            one
            for one in QApplication.topLevelWidgets()
            if one.isVisible() and one is not main and one.windowType() is not Qt.WindowType.Popup
        ]

    def _close_others(self) -> None:
        for one in reversed(self._others()):
            self.opened[type(one).__name__] += 1
            sections: Any = getattr(getattr(one, "form", None), "sections", None)
            if isinstance(sections, QListWidget):
                for row in range(sections.count()):
                    sections.setCurrentRow(row)
            one.reject() if isinstance(one, QDialog) else one.close()

    def _time(self) -> None:
        """The timer's pill, and quick add from the tray."""
        program = self._program
        program.start_timer()
        settle()
        self.opened.update(type(one).__name__ for one in self._others())
        program.timing.drop()
        program.at_hand.prepare()
        self._see(program.presence.tray.log.trigger)

    def _left(self) -> Left:
        self._program.at_hand.discard()  # the next one is made ahead when there is time for it: now, or later
        settle()
        gc.collect()
        collector.give_memory_back()
        widgets = QApplication.allWidgets()
        kept = [self._program, self._program.main]
        return Left(
            sorted(self.opened),
            own_memory(),
            len(QApplication.topLevelWidgets()),
            len(widgets),
            sum(len(one.findChildren(QAction)) for one in kept),
            sum(len(one.findChildren(QTimer)) for one in kept),
            sum(len(one.findChildren(QObject)) for one in kept),
            len(list(Path("/proc/self/fd").iterdir())),
            sys.getallocatedblocks(),
        )


def stop(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """What goes wrong inside of a slot ends it all: nobody is there to read the program's own words for it."""
    traceback.print_exception(kind, error, trace)
    os._exit(1)


def with_sample(folder: Path) -> None:
    """A journal to look at."""
    journal = Journal.open(folder, clock.now)
    sample_journal.fill(journal)
    journal.close()


def own_memory() -> int:
    """What this process wrote into memory, in kB; not the files it maps, which others may map as well, or not."""
    told = Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in told if line.startswith("Anonymous"))


def until(holds: Callable[[], bool]) -> None:
    """Let events happen until this is so. Raises TimeoutError."""
    late = time.monotonic() + _PATIENCE
    while not holds():
        if time.monotonic() > late:
            raise TimeoutError
        QApplication.processEvents()
        time.sleep(0.001)


def settle() -> None:
    """Let what is under way come to rest, and what is to be deleted go."""
    for _ in range(3):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def main(folder: Path, rounds: int) -> None:
    """Tell of each round as soon as it is done."""
    qInstallMessageHandler(lambda *_: None)  # the screen that is none says what it can't do
    opening = Opening(QApplication([sys.argv[0], *STYLE_ARGUMENTS]), folder)
    for theme in itertools.islice(itertools.cycle(THEMES), rounds):
        print(json.dumps(opening.round(theme)._asdict()), flush=True)
    os._exit(0)  # without the end of the program, which is not what is looked at


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
