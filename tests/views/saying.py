"""Windows in a made-up language, in which what is said can be told from what is not, and is as long as translations are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication

from reconnect_desktop import language
from reconnect_desktop.views.speaking import Interpreter
from tests.fakes import Pseudo

WORD = re.compile(r"[^\W\d_]{2}")


class Longer(Pseudo):
    """The same, and as much longer as German or Spanish may be."""

    def gettext(self, message: str, /) -> str:
        return super().gettext(_longer(message))

    def ngettext(self, msgid1: str, msgid2: str, n: int, /) -> str:
        return super().ngettext(_longer(msgid1), _longer(msgid2), n)

    def pgettext(self, context: str, message: str, /) -> str:
        return super().pgettext(context, _longer(message))


def _longer(message: str) -> str:
    return f"{message} {'ñ' * max(1, round(len(message) * 0.3))}" if WORD.search(message) else message


@pytest.fixture
def pseudo(qapp: QApplication) -> Iterator[Callable[[Pseudo], None]]:
    interpreter = Interpreter(qapp)
    qapp.installTranslator(interpreter)
    # In English, so that what ships in several languages, as the suggestions do, is known.
    yield lambda translations: language.speak("en", translations)
    language.speak("en")
    qapp.removeTranslator(interpreter)
