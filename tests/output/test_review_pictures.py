"""A month and a year with their real drawings, on paper and as a page."""

from __future__ import annotations

import hashlib
import io
import logging
import os
import re
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from reconnect_desktop.domain.months import Month
from reconnect_desktop.domain.review.month_review import MonthReview
from reconnect_desktop.domain.review.year_review import SmallMonth, YearReview
from reconnect_desktop.domain.trends.calendar import Day
from reconnect_desktop.output.pictures import svg_of
from reconnect_desktop.output.review_html import html
from reconnect_desktop.output.review_options import Options
from reconnect_desktop.output.review_pdf import write_pdf
from reconnect_desktop.output.sheet import Picture
from tests.output.pdfs import alternatives, drawn
from tests.output.pictures_beside import assert_looks_as_before
from tests.output.reviews import LATER, reflection, rich

ROOT = Path(__file__).parent.parent.parent


def a_year() -> YearReview:
    """Contact every third day, each rated."""
    months = tuple(small(Month(2026, number)) for number in range(1, 13))
    return YearReview(year=2026, today=LATER, months=months, grief=False)


def small(month: Month) -> SmallMonth:
    days = [month.first + timedelta(days) for days in range(0, month.days, 3)]
    there = tuple(Day(day, 1, 1, 1 + day.day % 7, (day.isoformat(),)) for day in days if day <= LATER)
    return SmallMonth(
        month=month,
        days=there,
        in_touch=len(there),
        closeness=4.0,
        rated=len(there),
        ahead=month.first > LATER,
    )


def on_paper(review: MonthReview | YearReview) -> bytes:
    stream = io.BytesIO()
    write_pdf(review, Options(), stream)
    return stream.getvalue()


def test_a_month_looks_as_before(tmp_path: Path) -> None:
    assert_looks_as_before(drawn(on_paper(rich()))[0], "review-month.png", tmp_path)


def test_a_year_looks_as_before(tmp_path: Path) -> None:
    assert_looks_as_before(drawn(on_paper(a_year()))[0], "review-year.png", tmp_path)


def test_the_drawings_are_told_to_those_who_only_hear_them() -> None:
    assert alternatives(on_paper(rich())) == ["9 ratings in October, from 2 to 6 of 7; usually 4.6."]
    assert 'role="img"' in html(rich(), Options())
    assert "9 ratings in October, from 2 to 6 of 7; usually 4.6.</title>" in html(rich(), Options())


@pytest.mark.parametrize("review", [rich(), a_year()], ids=["month", "year"])
def test_drawings_are_shapes_alone_that_fpdf2_knows(
    review: MonthReview | YearReview, caplog: pytest.LogCaptureFixture
) -> None:
    svg = svg_of(Picture(review, "words"), 6)
    assert set(re.findall(r"<(\w+)", svg)) <= {"svg", "defs", "style", "g", "path", "use", "clipPath", "rect"}
    assert not re.findall(r'(?:href|src)="(?!#)', svg)
    with caplog.at_level(logging.WARNING, logger="fpdf"):
        assert b"/Subtype /Image" not in on_paper(review)
    assert caplog.records == []


def test_every_run_gives_the_same_bytes() -> None:
    """Another process, in which sets have another order."""
    code = (
        "import hashlib; from tests.output.test_review_pictures import *;"
        "print(hashlib.sha256(on_paper(odd())).hexdigest())"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "1" if os.environ.get("PYTHONHASHSEED") != "1" else "2"}
    other = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, check=True, capture_output=True, text=True
    )
    assert other.stdout.strip() == hashlib.sha256(on_paper(odd())).hexdigest()


def odd() -> MonthReview:
    return rich(reflection=reflection("Ω Ж اتصلت 😀 ❤️"), dots=())
