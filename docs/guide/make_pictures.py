"""Makes the guide's pictures: the real windows, on the sample journal, always of the same day and size.

Run it from the checkout:  .venv/bin/python docs/guide/make_pictures.py
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ZONE = "Europe/Berlin"
# Qt paints off screen, in British English, at one pixel to the point.
os.environ.update(
    QT_QPA_PLATFORM="offscreen", QT_SCALE_FACTOR="1", LANG="en_GB.UTF-8", LC_CTYPE="C.UTF-8", TZ=ZONE
)
time.tzset()

from reconnect_desktop import clock  # noqa: E402 - the surroundings come first
from reconnect_desktop.domain.when import When, at, parse  # noqa: E402 - the same

NOW = parse("2026-11-22T18:40", ZONE)
clock.now = lambda: NOW  # before anything takes it as a default

from PySide6.QtCore import QLocale, qInstallMessageHandler  # noqa: E402 - the same
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402 - the same

from reconnect_desktop.backing_up import back_up  # noqa: E402 - the same
from reconnect_desktop.domain.backups import Occasion  # noqa: E402 - the same
from reconnect_desktop.domain.interaction import Medium  # noqa: E402 - the same
from reconnect_desktop.journal import Journal  # noqa: E402 - the same
from reconnect_desktop.sample_journal import fill  # noqa: E402 - the same
from reconnect_desktop.views.background import Background  # noqa: E402 - the same
from reconnect_desktop.views.backups.backups_dialog import BackupsDialog  # noqa: E402 - the same
from reconnect_desktop.views.encryption.encryption_dialog import EncryptionDialog  # noqa: E402 - the same
from reconnect_desktop.views.encryption.flows import Flow  # noqa: E402 - the same
from reconnect_desktop.views.importing.import_dialog import ImportDialog  # noqa: E402 - the same
from reconnect_desktop.views.kit.look import STYLE_ARGUMENTS, Look  # noqa: E402 - the same
from reconnect_desktop.views.locking.lock_page import LockPage  # noqa: E402 - the same
from reconnect_desktop.views.main_window import MainWindow  # noqa: E402 - the same
from reconnect_desktop.views.preferences import Preferences  # noqa: E402 - the same
from reconnect_desktop.views.quick_add.quick_add import QuickAdd  # noqa: E402 - the same
from reconnect_desktop.views.quick_add.topic_list import TopicList  # noqa: E402 - the same

HERE = Path(__file__).resolve().parent
PATIENCE = 20.0  # seconds for what comes from the background
PEOPLE = (
    ("Mom", "+49 555 0101", 214),
    ("Mom", "+49 555 0102", 38),
    ("Jonas", "+49 555 0117", 91),
    ("", "555 0140", 6),
)


class Studio:
    """Windows on one sample journal."""

    def __init__(self, qt: QApplication, folder: Path) -> None:
        self.look, self.folder = Look(qt, "light"), folder
        self.background = Background()
        self.journal = Journal.open(folder / "journal", clock.now)
        fill(self.journal)

    def main_window(self, page: str) -> MainWindow:
        """The main window on this page, with its contents."""
        window = MainWindow(self.look, self.background, Preferences(self.folder / "config"))
        window.resize(1080, 760)
        window.show()
        window.complete()
        window.set_journal(self.journal)
        window.show_page(page)
        return window

    def take_today(self) -> None:
        """Today."""
        window = self.main_window("today")
        page: Any = window.page("today")
        until(page.form.mood_scale.isEnabled)
        save(window, "today")

    def take_suggestion(self) -> None:
        """Today's suggestion, with why it is there."""
        window = self.main_window("today")
        window.resize(1080, 1020)
        page: Any = window.page("today")
        until(lambda: page.advice.place is not None and page.advice.place.isVisible())
        save(window, "suggestion")

    def take_trends(self) -> None:
        """The first charts of Trends."""
        window = self.main_window("trends")
        page: Any = window.page("trends")
        until(lambda: bool(page.cards) and page.cards[0].canvas.picture is not None)
        save(window, "trends")

    def take_review(self) -> None:
        """A month, looked back on."""
        window = self.main_window("review")
        window.resize(1080, 1020)
        page: Any = window.page("review")
        page.turn_to("2026-10")
        until(lambda: self.is_drawn(page.month, "closeness"))
        save(window, "review")

    def take_year(self) -> None:
        """A year, in one picture."""
        window = self.main_window("review")
        page: Any = window.page("review")
        until(lambda: page.journal.reading is not None)
        page.head.year_wanted.emit(2026)
        until(lambda: page.form.views.currentWidget() is not page.month)
        until(lambda: self.is_drawn(page.form.views.currentWidget(), "year"))
        save(window, "year")

    @staticmethod
    def is_drawn(view: Any, key: str) -> bool:
        """Whether the picture on this card is there."""
        card = view.cards.get(key)
        return card is not None and card.pictures[0].picture is not None

    def take_ideas(self) -> None:
        """The Ideas page."""
        window = self.main_window("ideas")
        page: Any = window.page("ideas")
        page.turn_to("an-old-photograph")
        until(lambda: page.detail.shown is not None)
        save(window, "ideas")

    def take_letters(self) -> None:
        """A letter and its outline."""
        window = self.main_window("letters")
        page: Any = window.page("letters")
        page.turn_to("a-letter-that-stays")
        until(lambda: bool(page.editor.form.text.toPlainText()))
        save(window, "letters")

    def take_log(self) -> None:
        """The Log, newest first."""
        window = self.main_window("log")
        page: Any = window.page("log")
        until(page.list.hasFocus)
        save(window, "log")

    def take_quick_add(self) -> None:
        """Quick add, with a call of 25 minutes about to be saved."""
        window = QuickAdd(self.look, self.background)
        window.show()
        window.set_journal(self.journal)
        until(lambda: window.form.findChild(TopicList) is not None)
        form = window.form.ui
        form.medium.pick(Medium.CALL)
        form.minutes.setText("25")
        form.closeness.pick(5)
        form.closeness.setFocus()
        save(window, "quick-add")

    def take_import(self) -> None:
        """What would be brought in."""
        file = self.folder / "calls.xml"
        file.write_text("\n".join(call_log()), encoding="utf-8")
        dialog = ImportDialog(None, self.look, self.background, self.journal, file)
        dialog.resize(600, 480)
        dialog.show()
        until(lambda: dialog.questions is not None)
        asked: Any = dialog.questions.questions[0] if dialog.questions else None
        asked.model.tick([0])
        dialog.form.next_button.click()
        until(dialog.preview.isVisible)
        save(dialog, "import")

    def take_passphrase(self) -> None:
        """Choosing a passphrase."""
        dialog = EncryptionDialog(None, self.look, self.background, self.journal, Flow.SET)
        dialog.resize(dialog.sizeHint())
        dialog.show()
        step: Any = dialog.step
        step.form.first.setText("the umbrella stayed on the train")
        until(lambda: step.form.strength_bar.value() > 0)
        save(dialog, "passphrase")

    def take_locked(self) -> None:
        """The main window while the journal is locked."""
        window = self.main_window("today")
        window.resize(1080, 620)
        page = LockPage(self.look)
        window.cover(page)
        page.setFocus()
        save(window, "locked")

    def take_backups(self) -> None:
        """Some backups of the last weeks."""
        for days in (40, 26, 12, 5, 2, 1, 0):
            self.journal.now = standing_still(at(NOW.timestamp - days * 86_400, ZONE, NOW.offset))
            back_up(self.journal, Occasion.DAY if days else Occasion.ASKED)
        dialog = BackupsDialog(None, self.look, self.background, self.journal)
        dialog.resize(dialog.sizeHint())
        dialog.show()
        until(lambda: dialog.reading is not None)
        save(dialog, "backups")

    def close(self) -> None:
        """Let go of the journal."""
        self.background.close()
        self.journal.close()


def standing_still(moment: When) -> clock.Clock:
    """A clock that shows this moment."""
    return lambda: moment


def call_log() -> Iterator[str]:
    """A made-up call log with some people in it."""
    yield "<?xml version='1.0' encoding='UTF-8'?>"
    yield f'<calls count="{sum(calls for _, _, calls in PEOPLE)}">'
    for who, (name, number, calls) in enumerate(PEOPLE):
        for call in range(calls):
            date = (NOW.timestamp - (call * 9 + who) * 86_400) * 1000
            yield (
                f'<call number="{number}" duration="{600 + call}" date="{date}" type="{1 + call % 2}" '
                f'contact_name="{name}" />'
            )
    yield "</calls>"


def until(holds: Callable[[], bool]) -> None:
    """Let events happen until this is so. Raises TimeoutError."""
    late = time.monotonic() + PATIENCE
    while not holds():
        if time.monotonic() > late:
            raise TimeoutError
        QApplication.processEvents()


def save(window: QWidget, name: str) -> None:
    """Take the picture once nothing is waiting to be painted."""
    for _ in range(20):
        QApplication.processEvents()
        time.sleep(0.01)
    file = HERE / f"{name}.png"
    window.grab().save(str(file))
    window.hide()


@contextmanager
def studio() -> Iterator[Studio]:
    """A studio in a folder that is thrown away."""
    QLocale.setDefault(QLocale("en_GB"))
    qInstallMessageHandler(lambda *_: None)  # the screen that is none says what it can't do
    qt = QApplication([sys.argv[0], *STYLE_ARGUMENTS])
    with tempfile.TemporaryDirectory() as folder:
        made = Studio(qt, Path(folder))
        yield made
        made.close()


def main() -> None:
    """Take them all."""
    with studio() as pictures:
        pictures.take_today()
        pictures.take_suggestion()
        pictures.take_trends()
        pictures.take_review()
        pictures.take_year()
        pictures.take_ideas()
        pictures.take_letters()
        pictures.take_log()
        pictures.take_quick_add()
        pictures.take_import()
        pictures.take_passphrase()
        pictures.take_locked()
        pictures.take_backups()


if __name__ == "__main__":
    main()
