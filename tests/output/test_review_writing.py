"""A review on paper and as a page, from the value to what somebody reads."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from html import unescape

import pytest

from reconnect_desktop.domain.review.month_review import MonthReview
from reconnect_desktop.output import review_html
from reconnect_desktop.output.review_options import NEUTRAL_NAME, Options, for_counsellor
from reconnect_desktop.output.review_pdf import picture, write_pdf
from reconnect_desktop.output.review_pdf.writing import texts_of
from reconnect_desktop.output.review_words import sheet_of
from tests.output.pdfs import opened
from tests.output.reviews import HER, SECRET, empty, planted, rich

Write = Callable[[Options], str]
DRAWN = '<svg viewBox="0 0 10 10"><path d="M 1 1 L 9 9" style="stroke: #0072b2"/></svg>'


@pytest.fixture(autouse=True)
def quickly_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (review_html, picture):
        monkeypatch.setattr(module, "svg_of", lambda *_, **__: DRAWN)


def on_paper(options: Options) -> str:
    stream = io.BytesIO()
    write_pdf(planted(), options, stream)
    return opened(stream.getvalue()).text


def as_page(options: Options) -> str:
    page = review_html.html(planted(), options)
    return " ".join(unescape(re.sub(r"<style>.*</style>|<[^>]*>", " ", page, flags=re.DOTALL)).split())


@pytest.mark.parametrize("write", [on_paper, as_page])
def test_ones_own_version_tells_all(write: Write) -> None:
    told = write(Options(her_name=HER))
    assert told.count(SECRET) > 5
    assert HER in told
    assert "included" not in told


@pytest.mark.parametrize("write", [on_paper, as_page])
@pytest.mark.parametrize("names", [False, True])
@pytest.mark.parametrize("notes", [False, True])
def test_a_counsellor_reads_what_was_ticked_and_nothing_else(
    write: Write, *, names: bool, notes: bool
) -> None:
    told = write(for_counsellor(Options(her_name=HER), names=names, notes=notes))
    assert (SECRET in told) is notes
    assert bool(re.search("devaki|raman", told, re.IGNORECASE)) is (names and notes)
    assert bool(re.search("(are|is) left out", told)) is not (names and notes)
    assert ("other names stand as they were written" in told) is (notes and not names)
    assert (NEUTRAL_NAME in told) is (notes and not names)
    assert "You were in touch on 9 of 31 days" in told
    assert "old hurt" in told


def test_all_that_the_sheet_tells_stands_on_both() -> None:
    told = [re.sub(r"\s+", "", write(Options())) for write in (on_paper, as_page)]
    wanted = [re.sub(r"\s+", "", text) for text in texts_of(sheet_of(planted(), Options()))]
    assert len(wanted) > 50
    assert [text for text in wanted if not all(text in one for one in told)] == []


def test_progress_is_told_from_the_beginning_to_the_end() -> None:
    told: list[float] = []
    write_pdf(rich(), Options(), io.BytesIO(), told.append)
    assert told == sorted(told)
    assert told[-1] == 1
    assert len(told) > 8


@pytest.mark.parametrize("month", [empty(), empty(so_far=True), empty(grief=True)])
def test_a_month_of_which_there_is_nothing_to_tell_is_a_page_of_its_own(month: MonthReview) -> None:
    stream = io.BytesIO()
    write_pdf(month, Options(), stream)
    assert len(opened(stream.getvalue()).texts) == 1
