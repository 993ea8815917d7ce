"""How long the program lives: until its last window is closed, unless something holds it."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

TRAY, TIMER = "tray", "timer"  # it can be reached without a window; a contact is being timed
_DRAFT = "draft"  # what is written is still to be kept
_HELD, _LEAVING = "held by", "leaving"  # noted at the application


def begin() -> None:
    """Nothing holds the program yet."""
    _application().setProperty(_LEAVING, False)
    _note(set())


def keep_program_alive() -> None:
    """Something is still to be kept although the last window may go."""
    hold(_DRAFT)


def let_program_end() -> None:
    """It is kept."""
    release(_DRAFT)


def hold(by: str) -> None:
    """The program goes on without a window until this is released; once the user has quit, only what is written is waited for."""
    if by == _DRAFT or not is_leaving():
        _note({*_held(), by})


def release(by: str) -> None:
    """End now if no window is left and nothing else holds the program, else with the last one."""
    let_go(by)
    end_without_windows()


def let_go(by: str) -> None:
    """Do not hold it any more when the next window is closed; nothing ends now."""
    _note(_held() - {by})


def is_held(by: str) -> bool:
    """Whether this holds the program."""
    return by in _held()


def is_leaving() -> bool:
    """Whether the user has quit, and windows close because of that."""
    return bool(_application().property(_LEAVING))


def quit_program() -> None:
    """Close every window, and end with the last one; one that asks to stay, or keeps a draft, keeps the program until then."""
    _application().setProperty(_LEAVING, True)
    held = _held()
    _note(held & {_DRAFT})
    _close_windows()
    if is_any_window_shown():
        _application().setProperty(_LEAVING, False)
        _note(held)
    else:
        end_without_windows()


def end_without_windows() -> None:
    """End if nothing holds the program and no window is left."""
    if not (_held() or is_any_window_shown()):
        QApplication.quit()


def is_any_window_shown() -> bool:
    """Whether one is, be it minimised; menus, tips, the timer's pill and what stands in the tray are none."""
    return bool(_windows())


def _windows() -> list[QWidget]:
    from PySide6.QtCore import Qt

    counts = Qt.WidgetAttribute.WA_QuitOnClose
    return [one for one in QApplication.topLevelWidgets() if one.isVisible() and one.testAttribute(counts)]


def _close_windows() -> None:
    """What lies above the others first, until one stays; the timer's pill goes only with the program."""
    while (above := QApplication.activeModalWidget()) is not None:
        if not above.close():
            return
    for one in _windows():
        if one.isVisible() and not one.close():
            return


def _held() -> set[str]:
    return set(_application().property(_HELD) or ())


def _note(held: set[str]) -> None:
    _application().setProperty(_HELD, sorted(held))
    QApplication.setQuitOnLastWindowClosed(not held)


def _application() -> QObject:
    qt = QApplication.instance()
    assert qt is not None
    return qt
