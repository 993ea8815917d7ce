"""Tells, without Qt's locales, where nothing is to be done for the language: loading those takes a tenth of the start."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

from PySide6.QtWidgets import QApplication

from reconnect_desktop.language import ENGLISH
from reconnect_desktop.views.preferences import LANGUAGE, Preferences

_NO_LANGUAGE = ("C", "POSIX", "")


def take_language(app: QApplication, preferences: Preferences) -> None:
    """Speak what was chosen, or what the system speaks; before the first window is made."""
    chosen = preferences.get(LANGUAGE)
    if chosen in (LANGUAGE.default, ENGLISH.code) and is_english_all_through(os.environ):
        return
    from reconnect_desktop.views import speaking

    speaking.take_language(app, preferences)


def is_english_all_through(environment: Mapping[str, str]) -> bool:
    """Whether this desktop speaks English, and writes days in it too; False where it is not the environment that tells."""
    if sys.platform in ("win32", "darwin"):
        return False
    names = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LC_TIME", "LANG")
    said = [environment[name] for name in names if environment.get(name)]
    return all(_is_english(name) for name in said)  # where nothing is said, Qt takes it for English


def _is_english(name: str) -> bool:
    """Of a locale, or of several with colons between, of which the first counts."""
    first = name.partition(":")[0].partition(".")[0]
    return first in _NO_LANGUAGE or first.partition("_")[0].lower() == ENGLISH.code
