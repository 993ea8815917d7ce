"""A review in another language than English: nothing stays English but what the user typed, on the page and on paper."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest

from reconnect_desktop import catalogue
from reconnect_desktop.domain.review.month_review import Arrow, Compared, Measure
from reconnect_desktop.domain.review.year import review_year
from reconnect_desktop.domain.suggestions import filled
from reconnect_desktop.output.review_html import html
from reconnect_desktop.output.review_options import Options, for_counsellor
from reconnect_desktop.output.review_pdf import write_pdf
from reconnect_desktop.output.review_words import month_sheet, year_sheet
from reconnect_desktop.output.review_words.happened import sentences
from reconnect_desktop.output.sheet import Grid, Picture, Sheet
from reconnect_desktop.output.sheet_text import sheet_lines
from tests.output.charts.longer import speaking_longer
from tests.output.pdfs import opened
from tests.output.reviews import FIGURES, NOTHING, empty, reflection, rich
from tests.output.speaking import speaking_pseudo, untranslated
from tests.output.test_review_words import FULL, KINDS, NEEDS, REFLECTION, TRIES
from tests.trends_making import four_hundred

TYPED = (
    *(line for one in FULL for text in (one.win, one.note) for line in text.splitlines()),
    *(line for text in (REFLECTION.text, REFLECTION.intention) for line in text.splitlines()),
    *(text for one in NEEDS for text in (one.need, one.words)),
    *(one.note for one in TRIES),
    *("the move", "She hit me.", "Amma", "Soup with", "A walk with", "and I argued"),
)
LISTED = (
    *(filled(one.title, "Amma") for one in catalogue.load("en").suggestions),
    *(one.name for one in catalogue.load("en").needs),
)


def said(sheet: Sheet) -> list[str]:
    """Every text of it, also those that are only heard."""
    parts = [part for one in sheet.sections for part in one.parts]
    heard = [part.caption for part in parts if isinstance(part, Grid)]
    return [
        *sheet_lines(sheet),
        *heard,
        sheet.foot,
        *(one.words for one in parts if isinstance(one, Picture)),
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_month_is_told_in_the_language(kind: str) -> None:
    with speaking_pseudo():
        told = said(KINDS[kind]())
    left = {text: found for text in told if (found := untranslated(text, *filter(None, TYPED), *LISTED))}
    assert not left
    assert "5.7" not in " ".join(told)


@pytest.mark.parametrize("arrow", Arrow)
@pytest.mark.parametrize("before", [None, 5, 6])
@pytest.mark.parametrize("so_far", [False, True])
def test_every_way_to_say_what_happened_is_in_the_language(
    arrow: Arrow, before: int | None, *, so_far: bool
) -> None:
    for usual in (None, 5, 6.3):
        for figures in (FIGURES, replace(FIGURES, moods=1, rated=1, gap_paused=0), NOTHING):
            rows = tuple(
                Compared(
                    measure=measure,
                    now=5,
                    before=before,
                    usual=usual,
                    beside_before=arrow,
                    beside_usual=arrow,
                )
                for measure in (Measure.LONGEST_GAP, Measure.CLOSENESS)
            )
            review = rich(figures=replace(figures, longest_gap=5), compared=rows, so_far=so_far, pauses=())
            with speaking_pseudo():
                told = sentences(review)
            assert not any(map(untranslated, told)), told


def test_a_page_says_its_language_and_its_pictures_theirs() -> None:
    with speaking_pseudo():
        page = html(rich(), Options())
    assert '<html lang="de">' in page
    assert "<title>⟦October⟧⟦ ⟧2026</title>" in page


def test_paper_says_its_language_and_the_number_of_the_page() -> None:
    long = "She laughed about it with me. " * 300
    review = rich(wins=tuple(replace(one, text=long) for one in rich().wins))
    stream = io.BytesIO()
    with speaking_longer():
        write_pdf(review, Options(), stream)
    pdf = opened(stream.getvalue())
    assert pdf.language == "de"
    assert len(pdf.texts) > 1
    assert f"1 ofä {len(pdf.texts)}" in pdf.texts[0]


def test_a_counsellor_reads_neutral_words_in_the_language() -> None:
    with speaking_pseudo():
        options = for_counsellor(Options(her_name="Devaki"), notes=True)
        sheet = month_sheet(rich(reflection=reflection("Devaki rang.")), options)
        assert options.she == "⟦my mother⟧"
    assert "  ⟦my mother⟧ rang." in sheet_lines(sheet)


def test_a_year_is_told_in_the_language() -> None:
    with speaking_pseudo():
        for year in (2024, 2025, 2026):
            told = said(year_sheet(review_year(year, four_hundred()), Options()))
            assert not any(map(untranslated, told)), told


def test_an_empty_month_is_told_in_the_language() -> None:
    with speaking_pseudo():
        assert not any(map(untranslated, said(month_sheet(empty(), Options()))))
