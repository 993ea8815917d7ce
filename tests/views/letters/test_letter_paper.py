"""A letter on paper has its words, in order, and nothing else; its file is its owner's."""

from __future__ import annotations

import re
import stat
import zlib
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QPageSize
from PySide6.QtWidgets import QApplication

from reconnect_desktop.domain.errors import FileUnwritable
from reconnect_desktop.views.letters.letter_paper import page_layout, pdf, save_pdf, set_letter

GOLDEN = Path(__file__).resolve().parents[2] / "golden" / "letter.txt"
DAY = date(2026, 11, 22)
TEXT = "Dear Mom,\n\nI felt left out when we did not talk. Grüße!\n\nWhat I'd wish for is a walk."


def words_of(data: bytes) -> str:
    """The text of a PDF as Qt writes it, a line for each page: glyphs, and a map for each font to letters."""
    objects = {
        int(number): body
        for number, body in re.findall(rb"(?:^|\n)(\d+) 0 obj\b(.*?)\nendobj", data, re.DOTALL)
    }
    maps = {
        number: _letters(_stream(objects[int(to[1])]))
        for number, body in objects.items()
        if (to := re.search(rb"/ToUnicode (\d+) 0 R", body))
    }
    fonts = {int(name): int(number) for name, number in re.findall(rb"/F(\d+) (\d+) 0 R", data)}
    pages = []
    for stream in (stream for body in objects.values() if b" Tj" in (stream := _stream(body))):
        font, said = 0, ""
        for name, code in re.findall(rb"/F(\d+) |<([0-9a-fA-F]{4})> Tj", stream):
            if name:
                font = fonts[int(name)]
            else:
                said += maps[font].get(int(code, 16), "?")
        pages.append(said)
    return "\n".join(pages)


def _stream(body: bytes) -> bytes:
    found = re.search(rb"stream\r?\n(.*)\r?\nendstream", body, re.DOTALL)
    if found is None:
        return b""
    return zlib.decompress(found[1]) if b"/FlateDecode" in body else found[1]


def _letters(stream: bytes) -> dict[int, str]:
    found: dict[int, str] = {}
    for first, last, to in re.findall(rb"<([0-9a-fA-F]{4})> <([0-9a-fA-F]{4})> <([0-9a-fA-F]{4})>", stream):
        for step in range(int(last, 16) - int(first, 16) + 1):
            found[int(first, 16) + step] = chr(int(to, 16) + step)
    for first, last, several in re.findall(rb"<([0-9a-fA-F]{4})> <([0-9a-fA-F]{4})> \[([^\]]*)\]", stream):
        for step, to in enumerate(re.findall(rb"<([0-9a-fA-F]{4})>", several)):
            found[int(first, 16) + step] = chr(int(to, 16))
        del last
    return found


def test_the_page_is_date_title_and_text(qapp: QApplication) -> None:
    assert set_letter("About the summer", TEXT, DAY).toPlainText() == GOLDEN.read_text(
        encoding="utf-8"
    ).rstrip("\n")


def test_without_a_title_the_text_follows_the_date(qapp: QApplication) -> None:
    assert set_letter(" ", "Dear Mom", DAY).toPlainText() == "22 November 2026\nDear Mom"


def test_the_file_is_whole_and_its_owners_only(qapp: QApplication, tmp_path: Path) -> None:
    file = tmp_path / "letter.pdf"
    save_pdf("About the summer", TEXT, DAY, file)
    data = file.read_bytes()
    assert data.startswith(b"%PDF-")
    assert data.rstrip().endswith(b"%%EOF")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert b"About" not in data
    assert [path.name for path in tmp_path.glob("*.pdf")] == ["letter.pdf"]


def test_a_folder_that_is_not_there_is_told(qapp: QApplication, tmp_path: Path) -> None:
    with pytest.raises(FileUnwritable):
        save_pdf("", TEXT, DAY, tmp_path / "no" / "letter.pdf")


def test_the_pdf_holds_every_word_in_order(qapp: QApplication) -> None:
    told = re.sub(r"\s", "", words_of(pdf("About the summer", TEXT, DAY)))
    assert told == re.sub(r"\s", "", GOLDEN.read_text(encoding="utf-8"))


def test_a_long_letter_takes_several_numbered_pages(qapp: QApplication) -> None:
    data = pdf("", "Some words that go on. " * 600, DAY)
    pages = len(re.findall(rb"/Type /Page\b", data))
    assert 3 <= pages <= 6
    told = words_of(data).split("\n")
    assert [page[-1] for page in told] == [str(number + 1) for number in range(pages)]
    assert re.sub(r"\s", "", "".join(page[:-1] for page in told)).count("Somewordsthatgoon.") == 600


@pytest.mark.parametrize(
    ("name", "size"),
    [
        ("en_US", QPageSize.PageSizeId.Letter),
        ("en_GB", QPageSize.PageSizeId.A4),
        ("de_DE", QPageSize.PageSizeId.A4),
    ],
)
def test_the_paper_is_the_locales(name: str, size: QPageSize.PageSizeId) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(name))
    try:
        assert page_layout().pageSize().id() == size
    finally:
        QLocale.setDefault(before)
