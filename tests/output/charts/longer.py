"""A language whose texts are two fifths longer than the English ones, as German ones may be."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from math import ceil
from string import Formatter

from reconnect_desktop.language import speaking

_MORE = "äußerñ¿ÖÄÜÑ¡"


class Longer:
    """Every word has letters added to it, what is filled in stays."""

    def gettext(self, message: str, /) -> str:
        return _longer(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int, /) -> str:
        return _longer(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str, /) -> str:
        return _longer(message)


@contextmanager
def speaking_longer() -> Iterator[None]:
    """Say everything in it."""
    with speaking("de", Longer()):
        yield


def _longer(message: str) -> str:
    told = []
    for literal, field, form, _ in Formatter().parse(message):
        told.append("\n".join(" ".join(map(_word, line.split(" "))) for line in literal.split("\n")))
        if field is not None:
            told.append(f"{{{field}:{form}}}" if form else f"{{{field}}}")
    return "".join(told)


def _word(word: str) -> str:
    return word + _MORE[: ceil(len(word) * 0.4)] if any(map(str.isalpha, word)) else word
