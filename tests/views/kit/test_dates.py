from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

import pytest
from PySide6.QtCore import QLocale

from reconnect_desktop.language import speaking
from reconnect_desktop.views.kit.dates import (
    day_words,
    field_format,
    full_day_words,
    month_words,
    number_words,
    short_date_words,
    time_words,
)

TODAY = date(2026, 11, 22)
SUNDAY = date(2026, 11, 8)
EVENING = datetime(2026, 11, 8, 18, 40)


@pytest.fixture(autouse=True)
def the_usual_locale() -> Iterator[None]:
    before = QLocale().name()  # QLocale() itself would change with the default
    yield
    QLocale.setDefault(QLocale(before))


@pytest.mark.parametrize(
    ("locale", "day", "full", "rest"),
    [
        ("en_GB", "Sunday 8 November", "Sunday 8 November 2026", ("18:40", "November 2026")),
        (
            "en_US",
            "Sunday, November 8",
            "Sunday, November 8, 2026",
            ("6:40\u202fPM", "November 2026"),
        ),
        ("de_DE", "Sonntag, 8. November", "Sonntag, 8. November 2026", ("18:40", "November 2026")),
        (
            "ar_EG",
            "الأحد، ٨ نوفمبر",
            "الأحد، ٨ نوفمبر ٢٠٢٦",
            ("٦:٤٠ م", "نوفمبر ٢٠٢٦"),
        ),
    ],
)
def test_words_are_the_locales(locale: str, day: str, full: str, rest: tuple[str, str]) -> None:
    QLocale.setDefault(QLocale(locale))
    assert day_words(SUNDAY, TODAY) == day
    assert full_day_words(SUNDAY) == full
    assert (time_words(EVENING), month_words(2026, 11)) == rest


def test_numbers_are_those_of_the_language_as_in_all_that_is_said() -> None:
    QLocale.setDefault(QLocale("en_DE"))
    assert number_words(22_000) == "22,000"
    with speaking("de"):
        assert number_words(22_000) == "22.000"


@pytest.mark.parametrize(
    ("locale", "words"),
    [("es_ES", "noviembre de 2026"), ("pt_BR", "novembro de 2026"), ("ja_JP", "2026年11月")],
)
def test_a_month_is_joined_to_its_year_as_the_language_has_it(locale: str, words: str) -> None:
    QLocale.setDefault(QLocale(locale))
    assert month_words(2026, 11) == words


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("en_GB", "8 Nov 2026"),
        ("en_US", "Nov 8, 2026"),
        ("de_DE", "8. Nov. 2026"),
        ("es_ES", "8 de nov de 2026"),
    ],
)
def test_a_short_day_has_the_order_and_the_marks_of_the_locale(locale: str, words: str) -> None:
    QLocale.setDefault(QLocale(locale))
    assert short_date_words(SUNDAY) == words


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("ja_JP", "11月8日日曜日"),
        ("hu_HU", "november 8., vasárnap"),
        ("es_ES", "domingo, 8 de noviembre"),
        ("ru_RU", "воскресенье, 8 ноября"),
        ("lv_LV", "svētdiena, 8. novembris"),
    ],
)
def test_a_year_goes_with_what_joins_it(locale: str, words: str) -> None:
    QLocale.setDefault(QLocale(locale))
    assert day_words(SUNDAY, TODAY) == words


def test_near_days_have_names_and_far_ones_a_year() -> None:
    assert day_words(TODAY, TODAY) == "Today"
    assert day_words(date(2026, 11, 21), TODAY) == "Yesterday"
    assert day_words(date(2025, 11, 8), TODAY) == "Saturday 8 November 2025"
    assert day_words(date(2025, 11, 8), TODAY, year=False) == "Saturday 8 November"
    assert day_words(date(2025, 12, 31), date(2026, 1, 1)) == "Yesterday"


def test_short_dates_follow_the_order_of_the_locale() -> None:
    assert short_date_words(SUNDAY) == "8 Nov 2026"
    QLocale.setDefault(QLocale("en_US"))
    assert short_date_words(SUNDAY) == "Nov 8, 2026"


@pytest.mark.parametrize("locale", ["en_GB", "en_US", "de_DE", "ar_EG"])
def test_fields_show_all_digits_of_the_year(locale: str) -> None:
    QLocale.setDefault(QLocale(locale))
    assert "yyyy" in field_format()


def test_years_lead_where_the_language_has_it_so() -> None:
    QLocale.setDefault(QLocale("ja_JP"))
    assert month_words(2026, 11) == "2026年11月"
