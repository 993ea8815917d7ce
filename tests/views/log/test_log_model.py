from __future__ import annotations

from datetime import date

import pytest
from PySide6 import QtTest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QApplication

from reconnect_desktop.domain.interaction import Interaction, Medium
from reconnect_desktop.views.log.log_model import ROW_ROLE, LogModel
from reconnect_desktop.views.log.log_rows import Rows, difference, rows_of
from tests.making import TODAY, ago, contact
from tests.views.log.log_rig import some


@pytest.fixture
def model(qapp: QApplication) -> LogModel:
    made = LogModel()
    tester = QtTest.QAbstractItemModelTester
    tester(made, tester.FailureReportingMode.Fatal, made)
    return made


def show(
    model: LogModel, interactions: list[Interaction], words: tuple[str, ...] = (), today: date = TODAY
) -> Rows:
    rows = rows_of(interactions)
    model.show_rows(rows, difference(model.rows, rows), today, words)
    return rows


def test_every_swap_leaves_a_sound_model(model: LogModel) -> None:
    ones = some()
    resets: list[None] = []
    model.modelReset.connect(lambda: resets.append(None))
    for shown in (ones, ones[1:], ones, ones[:3], [], ones, [ones[0], ones[4]], ones):
        rows = show(model, shown)
        assert model.rowCount() == len(rows)
        assert [model.index(row).data(ROW_ROLE) for row in range(len(rows))] == rows.items
    assert len(resets) == 2  # only where nothing was shown before


def test_one_change_is_told_as_one(model: LogModel) -> None:
    ones = some()
    show(model, ones)
    inserted: list[tuple[int, int]] = []
    model.rowsInserted.connect(lambda _parent, first, last: inserted.append((first, last)))
    show(model, [contact("2026-11-21"), *ones])
    assert inserted == [(1, 1)]


def test_a_great_difference_is_a_new_list(model: LogModel) -> None:
    show(model, some())
    many = [contact(ago(day), id=f"{day}") for day in range(600)]
    resets: list[None] = []
    model.modelReset.connect(lambda: resets.append(None))
    show(model, many)
    assert len(resets) == 1
    assert model.rowCount() == len(rows_of(many))


def test_headings_cannot_be_chosen(model: LogModel) -> None:
    show(model, some())
    assert model.flags(model.index(0)) == Qt.ItemFlag.NoItemFlags
    assert model.flags(model.index(1)) & Qt.ItemFlag.ItemIsSelectable
    assert not model.setData(model.index(1), "x")
    chosen = QItemSelectionModel(model)
    chosen.select(model.index(0), QItemSelectionModel.SelectionFlag.Select)
    assert not chosen.selectedIndexes()


def test_rows_can_be_heard(model: LogModel) -> None:
    show(
        model,
        [
            contact(
                "2026-11-08",
                time="18:40",
                minutes=31,
                closeness=5,
                tags=("garden", "busy"),
                note="We talked about the roses.",
                win="She laughed",
            ),
            contact("2026-11-07", medium=Medium.MESSAGE),
        ],
    )
    heard = [model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert heard == [
        "November 2026, 2 contacts",
        "Sunday 8 November 2026, 18:40. Call, 31 minutes. Closeness 5 of 7. Tags: garden, busy. Win: She laughed. Note: We talked about the roses.",
        "Saturday 7 November 2026, 12:00. Message. Not rated.",
    ]


def test_a_note_is_no_markup_in_its_tool_tip(model: LogModel) -> None:
    show(model, [contact("2026-11-08", note="<b>bold</b> & <img src=x>")])
    tip = model.index(1).data(Qt.ItemDataRole.ToolTipRole)
    assert "<b>" not in tip
    assert "&lt;b&gt;bold" in tip


def test_a_new_day_renames_the_rows(model: LogModel) -> None:
    show(model, some())
    changed: list[int] = []
    model.dataChanged.connect(lambda first, last, _roles: changed.append(last.row() - first.row() + 1))
    show(model, some(), today=date(2026, 11, 23))
    assert changed == [model.rowCount()]
