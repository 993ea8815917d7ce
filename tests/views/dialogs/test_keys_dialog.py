"""The sheet of all keys."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from reconnect_desktop.views.dialogs.keys_dialog import KeysDialog
from reconnect_desktop.views.kit.look import Look


@pytest.mark.parametrize("percent", [100, 150])
def test_no_line_is_cut_off(percent: int, qtbot: QtBot, qapp: QApplication) -> None:
    look = Look(qapp, "light")
    look.scale_text(percent / 100)
    window = QMainWindow()
    qtbot.addWidget(window)
    dialog = KeysDialog(window)
    dialog.show()
    tree = dialog.form.keys_tree
    assert all(tree.columnWidth(column) >= tree.sizeHintForColumn(column) for column in (0, 1))
    there = dialog.screen().availableGeometry().width()
    assert tree.horizontalScrollBar().maximum() == 0 or dialog.width() >= there
    look.scale_text(1)
