from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reconnect_desktop.domain.plan import Again, Plan, PlanKind
from reconnect_desktop.domain.records import (
    Letter,
    MoodCheckIn,
    Need,
    Pause,
    PauseReason,
    Record,
    Reflection,
    Topic,
    Try,
)
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.log import log_finder
from reconnect_desktop.views.log.deleted_rows import face_of
from reconnect_desktop.views.log.log_model import LogModel
from reconnect_desktop.views.log.log_row_painter import RowPainter
from reconnect_desktop.views.log.log_rows import Rows, rows_of
from reconnect_desktop.views.log.recently_deleted import RecentlyDeleted
from tests.making import ago, contact, when
from tests.views.log.log_rig import Rig, some


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Look]:
    made = Look(qapp, "light")
    yield made
    made.choose("light")
    made.scale_text(1)


@pytest.fixture
def rig(qtbot: QtBot, look: Look, journal: Journal) -> Iterator[Rig]:
    made = Rig(qtbot, look, journal)
    yield made
    made.close()


def picture(rig: Rig) -> QImage:
    return rig.page.list.grab().toImage()


def test_a_change_of_theme_or_text_repaints(rig: Rig, look: Look) -> None:
    rig.open(some())
    light = picture(rig)
    look.choose("dark")
    rig.settle()
    assert picture(rig) != light
    height = rig.page.list.sizeHintForRow(0)
    look.scale_text(2)
    rig.until(lambda: rig.page.list.sizeHintForRow(0) > 1.4 * height)


def test_a_narrow_window_gives_up_the_note_first(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    rig.open(some())
    noted: list[str] = []
    paint = RowPainter._paint_note

    def note(self: RowPainter, text: str, left: int, top: int, width: int) -> None:
        noted.append(text)
        paint(self, text, left, top, width)

    monkeypatch.setattr(RowPainter, "_paint_note", note)
    picture(rig)
    assert "The garden and her roses" in noted
    noted.clear()
    rig.page.resize(420, 600)
    rig.settle()
    noted.clear()
    picture(rig)
    assert noted == []


def test_what_was_searched_for_is_marked(rig: Rig) -> None:
    rig.open(
        [contact("2026-11-20", note="Her roses", tags=("roses",)), contact("2026-11-19", note="אמא סיפרה")]
    )
    rig.search("roses")
    amber = rig.page._look.colour("amber_soft")
    image = picture(rig)
    pixels = {image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(64, 128, 2)}
    assert amber.name() in pixels
    rig.page.form.search.clear()
    rig.search("אמא")
    image = picture(rig)
    pixels = {image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(64, 128, 2)}
    assert amber.name() in pixels


def test_many_rows_are_neither_built_nor_asked_about_in_the_gui_thread(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    """22,000 of them: the GUI thread swaps lists, and asks only about rows that can be seen."""
    built: list[threading.Thread] = []
    asked = {"flags": 0, "data": 0, "row": 0}

    def build(*args: object) -> Rows:
        built.append(threading.current_thread())
        return rows_of(*args)  # type: ignore[arg-type]

    def counted(name: str) -> None:
        true = getattr(LogModel, name)

        def count(self: LogModel, *args: object) -> object:
            asked[name] += 1
            return true(self, *args)

        monkeypatch.setattr(LogModel, name, count)

    monkeypatch.setattr(log_finder, "rows_of", build)
    for name in asked:
        counted(name)
    rig.open([contact(ago(day), id=f"{day:06}", note=f"note {day}") for day in range(22_000)])
    rig.search("note 21")
    rig.page.list.selectAll()
    picture(rig)
    assert rig.count() == "1,111 of 22,000 interactions · 1,111 selected"
    assert threading.main_thread() not in built
    assert max(asked.values()) < 2_000
    assert rig.page.model.rowCount(QModelIndex()) == len(rig.page.model.rows)


def test_deleted_records_of_every_kind_have_a_face(qtbot: QtBot, look: Look) -> None:
    moment = when("2026-11-08", "08:15")
    records: list[Record] = [
        some()[0],
        MoodCheckIn(id="m", when=moment, logged=moment, mood=4),
        Topic(id="t", text="Ask about <b>the boat</b>", added=moment),
        Pause(id="p", reason=PauseReason.TRAVEL, start=moment.day),
        Try(id="y", suggestion="a-small-hello", begun=moment),
        Letter(id="l", begun=moment, changed=moment, text="Dear Mom, I think of you"),
        Need(id="n", noted=moment, need="room"),
        Reflection(id="2026-10", changed=moment, text="Tired, and still we laughed"),
        Plan(id="c", kind=PlanKind.CONTACT, text="Sunday call", day=moment.day, added=moment),
        Plan(id="b", kind=PlanKind.BIRTHDAY, day=moment.day, again=Again.YEARLY, added=moment),
    ]
    faces = [(face_of(record).title, face_of(record).facts) for record in records]
    assert faces == [
        ("Friday 20 November 2026", "18:40 · Call · 31 min · The garden and her roses"),
        ("Sunday 8 November 2026", "Mood: Good"),
        ("Ask about <b>the boat</b>", "Topic for next time"),
        ("Pause", "8 Nov 2026"),
        ("An idea that was tried", "8 Nov 2026"),
        ("Dear Mom, I think of you", "Letter, 8 Nov 2026"),
        ("A thought about a need", "8 Nov 2026"),
        ("Tired, and still we laughed", "October 2026"),
        ("Sunday call", "8 Nov 2026"),
        ("A birthday", "8 Nov 2026"),
    ]
    dialog = RecentlyDeleted(look, records)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.form.deleted_list.setFocus()
    dialog.form.deleted_list.setCurrentIndex(dialog.form.deleted_list.model().index(2, 0))
    assert dialog.chosen() == [records[2]]
    assert dialog.grab().width() > 0
    heard = dialog.form.deleted_list.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "Sunday 8 November 2026. Mood: Good"


def test_nothing_deleted_is_said_so(qtbot: QtBot, look: Look) -> None:
    dialog = RecentlyDeleted(look, [])
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.form.hint.text() == "Nothing was deleted in the last 30 days."
    assert not dialog.form.deleted_list.isVisible()
    assert dialog.chosen() == []
