"""What of ours lies about beside the windows is put away, and what is not ours is left."""

from __future__ import annotations

from functools import lru_cache

import pytest
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from reconnect_desktop.views.locking import putting_away


class Clipboard:
    """The system's clipboard, with something of ours on it or of others."""

    def __init__(self, *, ours: bool) -> None:
        self._ours = ours
        self.cleared: list[QClipboard.Mode] = []

    def ownsClipboard(self) -> bool:
        return self._ours

    def ownsSelection(self) -> bool:
        return self._ours

    def text(self) -> str:
        return "tulips"

    def clear(self, mode: QClipboard.Mode = QClipboard.Mode.Clipboard) -> None:
        self.cleared.append(mode)


@pytest.mark.parametrize("ours", [True, False])
def test_what_was_copied_here_is_taken_back(
    ours: bool, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    clipboard = Clipboard(ours=ours)
    monkeypatch.setattr(QGuiApplication, "clipboard", lambda: clipboard)
    putting_away.clear_clipboard()
    assert clipboard.cleared == ([QClipboard.Mode.Clipboard, QClipboard.Mode.Selection] if ours else [])


def test_a_question_over_a_dialog_goes_first(qtbot: QtBot) -> None:
    window, dialog = QWidget(), QDialog()
    for one in (window, dialog):
        qtbot.addWidget(one)
        one.show()
    inner = QDialog(dialog)
    inner.open()
    menu = QMenu(inner)
    menu.addAction("Copy")
    menu.popup(inner.pos())
    gone: list[str] = []
    dialog.finished.connect(lambda _code: gone.append("dialog"))
    inner.finished.connect(lambda _code: gone.append("question"))
    open_ones = [one for one in putting_away.others([window]) if one in (dialog, menu, inner)]
    assert len(open_ones) == 3
    putting_away.close(open_ones)
    assert gone == ["question", "dialog"]
    assert not menu.isVisible()
    assert window.isVisible()


def test_what_was_remembered_to_save_work_is_forgotten() -> None:
    ours, others = _remembering("reconnect_desktop.somewhere"), _remembering("elsewhere")
    putting_away.clear_memory()
    assert ours.cache_info().currsize == 0
    assert others.cache_info().currsize == 1


def _remembering(module: str):  # type: ignore[no-untyped-def]  # noqa: ANN202 - functools has no name for it
    def word(text: str) -> str:
        return text

    word.__module__ = module
    remembered = lru_cache(word)
    remembered("tulips")
    return remembered
