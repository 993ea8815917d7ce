from __future__ import annotations

import logging
import re
from pathlib import Path

import pytest

from reconnect_desktop.output.review_options import Paper
from reconnect_desktop.output.review_pdf import lettering
from reconnect_desktop.output.review_pdf.setting import lost_words
from reconnect_desktop.output.sheet import Part
from reconnect_desktop.output.system_fonts import system_fonts
from tests.output.pdfs import Opened, opened, rows, written
from tests.output.sheets import GRID, ODD, items, own, plain, section, sheet


def told(*parts: Part, paper: Paper = Paper.A4) -> Opened:
    return opened(written(sheet(section(*parts)), paper))


@pytest.mark.parametrize(("paper", "size"), [(Paper.A4, (595.28, 841.89)), (Paper.LETTER, (612, 792))])
def test_it_has_the_size_of_the_paper(paper: Paper, size: tuple[float, float]) -> None:
    pdf = told(plain("A good month."), paper=paper)
    assert pdf.sizes == [pytest.approx(size, abs=0.01)]


def test_it_says_its_title_and_language_and_nothing_personal() -> None:
    data = written(sheet(section(own("Devaki"))))
    pdf = opened(data)
    assert (pdf.title, pdf.language, pdf.tagged) == ("October 2026", "en", True)
    assert b"Devaki" not in data
    assert pdf.outline == [(0, "October 2026"), (1, "Small good moments")]


def test_its_letters_are_embedded() -> None:
    pdf = told(plain("A good month."), own("Ω Ж é"), GRID)
    assert {name.partition("+")[2] for name in pdf.embedded} >= {"ReconnectSans", "ReconnectSansSemiBold"}
    assert all(pdf.embedded.values())


def test_the_same_sheet_gives_the_same_bytes() -> None:
    made = sheet(section(plain("A good month."), own("اتصلت 😀"), GRID, items("one", "two")))
    first = written(made)
    assert written(made) == first
    assert re.findall(rb"\(D:[^)]*\)", first) == [b"(D:20261102000000Z)"], (
        "no clock but the day it was made on"
    )


def test_every_row_of_a_table_is_heard_with_a_cell_under_each_heading() -> None:
    data = written(sheet(section(GRID)))
    assert rows(data) == [["TH"] * 4, ["TH", "TD", "TD", "TD"], ["TH", "TD", "TD", "TD"]]
    assert "7 more now" in opened(data).text


def test_own_words_stand_as_typed() -> None:
    pdf = told(own("First line\n  – second\n\nAfter an empty one, $5 & <b>bold</b> {nb} **stars**"))
    assert "First line – second After an empty one, $5 & <b>bold</b> {nb} **stars**" in pdf.text


def test_anything_can_be_typed() -> None:
    pdf = told(own(ODD), items(ODD, "ok"), paper=Paper.LETTER)
    assert (
        "{nb} $x^2$ <b>&amp; **bold** [link](https://nowhere.example) \\ % tab here new line and one more"
        in pdf.text
    )
    assert "Ω Ж é" in pdf.text
    assert pdf.text.count("a") > 1800
    assert all(pdf.embedded.values())


def test_no_character_of_the_user_gets_into_a_log(caplog: pytest.LogCaptureFixture) -> None:
    written(sheet(section(own("zero\u200d\u200cwidth \u0b95\u200d \ue000 \U000fffff \u0ffe"))))
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []


def test_of_characters_that_no_font_has_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lettering, "system_fonts", list)
    pdf = told(own("அம்மா rang"), own("🦄"))
    assert f"{lettering.SUBSTITUTE * 5} rang [unicorn face]" in pdf.text
    assert lost_words() in pdf.text


# fpdf2 does not close a file that it could not read.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_broken_font_of_the_system_is_done_without(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    broken = tmp_path / "DejaVuSans.ttf"
    whole = next(path for path in system_fonts() if path.name == "DejaVuSans.ttf")
    broken.write_bytes(whole.read_bytes().replace(b"OS/2", b"OS/3", 1).replace(b"post", b"pots", 1))
    monkeypatch.setattr(lettering, "system_fonts", lambda: [broken])
    assert "rang [white chess king]" in told(own("rang \u2654")).text


def test_nothing_is_cut_from_a_long_month() -> None:
    moments = [f"Moment number {number}: " + "she laughed about it with me. " * 12 for number in range(60)]
    pdf = told(items(*moments))
    assert len(pdf.texts) > 4
    assert re.findall(r"Moment number (\d+):", pdf.text) == [str(number) for number in range(60)]
    assert pdf.text.count("she laughed about it with me.") == 60 * 12
    for number, text in enumerate(pdf.texts, start=1):
        assert f"Made with Reconnect on this computer {number} of {len(pdf.texts)}" in text


def test_a_single_page_has_no_number() -> None:
    assert "1 of 1" not in told(plain("A good month.")).text


def test_a_heading_is_never_alone_at_the_end_of_a_page() -> None:
    """Whatever stands above it, a line more each time until the heading goes to the next page and on."""
    places = [place_of_second(lines) for lines in range(26, 34)]
    assert places[0] == 0
    assert places[-1] == 1


def place_of_second(lines: int) -> int:
    first = section(plain("\n".join(["Line."] * lines)), heading="First")
    pdf = opened(
        written(sheet(first, section(own("Words that follow.\nMore.\nAnd more."), heading="Second")))
    )
    page = next(text for text in pdf.texts if "Second" in text)
    assert "Second Words that follow." in page
    return pdf.texts.index(page)


def test_a_table_says_its_arrows_in_words() -> None:
    text = told(GRID).text
    assert (
        "October September Usually Days in touch 9 7 more now 8 Longest gap 8 days 12 days shorter now 9 days"
        in text
    )


def test_lists_of_any_number_keep_their_place_in_the_order() -> None:
    sections = [section(plain(f"Text {number}."), heading=f"Heading {number}") for number in range(40)]
    pdf = opened(written(sheet(*sections)))
    assert [title for level, title in pdf.outline if level] == [f"Heading {number}" for number in range(40)]
    assert re.findall(r"Text (\d+)\.", pdf.text) == [str(number) for number in range(40)]
