"""What stands at the head of a line begins with a capital, also where days and months are written without."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QLocale

from reconnect_desktop.domain.records import Letter
from reconnect_desktop.language import speaking
from reconnect_desktop.output.plan_words import when_words
from reconnect_desktop.views.kit.dates import month_words
from reconnect_desktop.views.letters.letter_list import facts_words
from reconnect_desktop.views.log.log_rows import Heading
from reconnect_desktop.views.log.log_words import spoken
from tests.making import when

TODAY = date(2026, 11, 24)


@pytest.fixture(autouse=True)
def _in_spanish() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("es_ES"))
    with speaking("es"):
        yield
    QLocale.setDefault(before)


def test_of_a_plan() -> None:
    assert when_words(date(2026, 11, 27), TODAY, "") == "Viernes"
    assert when_words(date(2026, 11, 29), TODAY, "10:30") == "Domingo a las 10:30"
    assert when_words(date(2026, 12, 20), TODAY, "").startswith("Domingo, 20 de diciembre")


def test_of_a_letter() -> None:
    changed = when(date(2026, 6, 21))
    letter = Letter(id="l", title="A", text="B", begun=changed, changed=changed)
    assert facts_words(letter, TODAY).startswith("Domingo, 21 de junio")


def test_of_a_month() -> None:
    assert month_words(2026, 11) == "noviembre de 2026"  # within a sentence
    assert spoken(Heading(2026, 11, 3)).startswith("Noviembre de 2026, ")
