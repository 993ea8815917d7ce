"""What the program remembers of how it is used, outside the journal: nothing here is personal."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QByteArray, QSettings


class Preference(NamedTuple):
    """One thing remembered: its key, and its value when nothing was chosen."""

    key: str
    default: str


LOOK = Preference("look", "system")
LANGUAGE = Preference("language", "system")  # or the code of one of `language.LANGUAGES`
TEXT_SIZE = Preference("text_size", "100")  # per cent of the system's
STILL = Preference("still", "no")  # or "yes": nothing moves
PAGE = Preference("page", "today")
TRENDS_RANGE = Preference("trends_range", "year")
NOTICES_PUT_AWAY = Preference("notices_put_away", "")  # of domain/notices.py, with blanks between
IN_TRAY = Preference("in_tray", "no")  # whether it stays in the tray when its last window is closed
TRAY_TOLD = Preference("tray_told", "no")  # whether that was said, the first time
STARTS = Preference("starts_with_computer", "no")  # where the system does not tell
START_HIDDEN = Preference("start_hidden", "yes")  # when it starts with the computer
PILL_PLACE = Preference("timer_pill", "")  # "x,y" of its corner, once it was moved
TEXT_SIZES = (90, 100, 115, 130, 150, 175, 200)
PREFERENCES = (
    LOOK,
    LANGUAGE,
    TEXT_SIZE,
    STILL,
    PAGE,
    TRENDS_RANGE,
    NOTICES_PUT_AWAY,
    IN_TRAY,
    TRAY_TOLD,
    STARTS,
    START_HIDDEN,
    PILL_PLACE,
)


class Preferences:
    """A small file of texts by key, in the user's configuration folder."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        # Qt's own dialogs note the folders they were in; let them do it in our folder, not in plain sight.
        QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(folder))
        self._stopped = False
        self._followers: list[Callable[[Preference], object]] = []
        self._kept = QSettings(str(folder / "preferences.ini"), QSettings.Format.IniFormat)

    def get(self, preference: Preference) -> str:
        """What was chosen, or the default."""
        return str(self._kept.value(preference.key, preference.default))

    def put(self, preference: Preference, value: str) -> None:
        """Remember a choice."""
        if not self._stopped:
            self._kept.setValue(preference.key, value)
            for follower in self._followers:
                follower(preference)

    def follow(self, call: Callable[[Preference], object]) -> None:
        """Call it with each preference that is chosen from now on."""
        self._followers.append(call)

    def stop(self) -> None:
        """Remember nothing more, so that the file can be deleted."""
        self._kept.sync()
        self._stopped = True

    def geometry(self, window: str) -> QByteArray:
        """Size and place of a window as `saveGeometry` told them; empty if never noted."""
        value = self._kept.value(f"geometry/{window}", QByteArray())
        return value if isinstance(value, QByteArray) else QByteArray()

    def put_geometry(self, window: str, geometry: QByteArray) -> None:
        """Remember a window's size and place."""
        if not self._stopped:
            self._kept.setValue(f"geometry/{window}", geometry)


def text_size(preferences: Preferences) -> int:
    """The chosen size of text in per cent: one of `TEXT_SIZES`."""
    kept = preferences.get(TEXT_SIZE)
    return int(kept) if kept.isdecimal() and int(kept) in TEXT_SIZES else 100
