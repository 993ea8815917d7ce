"""Words that are longer in another language have room in every window, at the usual and at twice the size of text."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QMainWindow, QWidget

from reconnect_desktop.views.kit.look import Look
from tests.fakes import Pseudo
from tests.views.saying import Longer
from tests.views.saying import pseudo as pseudo  # noqa: PLC0414 - a fixture, used by its name
from tests.views.test_access import WINDOWS, Room, told, visible
from tests.views.test_access import room as room  # noqa: PLC0414

pytestmark = pytest.mark.usefixtures("quick_keys")


@pytest.fixture(scope="module", params=[100, 200], autouse=True)
def _size(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[None]:
    """The size of text, for all windows one after the other: each change styles anew whatever is there."""
    look = Look(qapp, "light")
    look.scale_text(request.param / 100)
    yield
    look.scale_text(1)


@pytest.mark.parametrize("make", WINDOWS.values(), ids=WINDOWS.keys())
def test_no_words_are_cut(
    room: Room, pseudo: Callable[[Pseudo], None], make: Callable[[Room], QWidget]
) -> None:
    pseudo(Longer())
    window = make(room)
    window.resize(1280, 900) if isinstance(window, QMainWindow) else window.resize(window.sizeHint())
    settle()
    cut = [f"{told(part)} {part.size()}" for part in visible(window) if part.height() and is_cut(part)]
    assert cut == []


def settle() -> None:
    """What was shown or changed has its place."""
    for _ in range(2):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)


def is_cut(part: QWidget) -> bool:
    if isinstance(part, QLabel) and part.text():
        if part.wordWrap():
            needs = part.minimumSizeHint().width(), part.heightForWidth(part.width())
        else:
            needs = part.sizeHint().toTuple()
    elif isinstance(part, QAbstractButton) and part.text():
        if part.hasHeightForWidth():
            needs = part.minimumSizeHint().width(), part.heightForWidth(part.width())
        else:
            needs = part.sizeHint().width(), part.fontMetrics().height() + 4
    elif isinstance(part, QComboBox):
        needs = part.minimumSizeHint().width(), 0
    else:
        return False
    return needs[0] > part.width() + 1 or needs[1] > part.height() + 1
