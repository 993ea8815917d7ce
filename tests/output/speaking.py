"""What sentences are held to that are said in another language than English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from reconnect_desktop.language import speaking
from tests.fakes import Pseudo

_SAID = re.compile(r"⟦[^⟦⟧]*⟧")


@contextmanager
def speaking_pseudo() -> Iterator[None]:
    """Everything that is translated stands in brackets; numbers are written as in German."""
    with speaking("de", Pseudo()):
        yield


def untranslated(text: str, *values: str) -> str:
    """The letters that stand in no brackets, apart from these values: what would stay English."""
    left = _SAID.sub(" ", text)
    for value in sorted(values, key=len, reverse=True):
        left = left.replace(value, " ")
    return " ".join(re.findall(r"[^\W\d_]+", left))
