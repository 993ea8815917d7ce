"""With text of twice the size, and in the language with the longest words, every window is whole on a small screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from reconnect_desktop import language
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.main_window import MainWindow
from reconnect_desktop.views.speaking import Interpreter
from tests.views.test_access import WINDOWS, Room
from tests.views.test_access import room as room  # noqa: PLC0414 - a fixture, used by its name
from tests.views.test_room_for_words import settle

pytestmark = pytest.mark.usefixtures("quick_keys", "_german", "_twice")

WIDTH, HEIGHT = 800, 600  # pixels


@pytest.fixture(scope="module")
def _german(qapp: QApplication) -> Iterator[None]:
    interpreter = Interpreter(qapp)
    qapp.installTranslator(interpreter)
    language.speak("de")
    yield
    language.speak("en")
    qapp.removeTranslator(interpreter)


@pytest.fixture(scope="module")
def _twice(qapp: QApplication) -> Iterator[None]:
    look = Look(qapp, "light")
    look.scale_text(2)
    yield
    look.scale_text(1)


@pytest.mark.parametrize("make", WINDOWS.values(), ids=WINDOWS.keys())
def test_a_window_fits(room: Room, make: Callable[[Room], QWidget]) -> None:
    window: Any = make(room).window()
    if isinstance(window, MainWindow) and window.toast is not None:
        window.toast.dismiss()  # of what is said, the strip stays, which is there for longer
    settle()
    least = window.minimumSizeHint().expandedTo(window.minimumSize())
    assert least.width() <= WIDTH
    assert least.height() <= HEIGHT
