"""The sheet has the key and what it is for, as text that can be copied, and tells nobody's name."""

from __future__ import annotations

import io
import re
import stat
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtWidgets import QApplication

from reconnect_desktop.domain.errors import FileUnwritable
from reconnect_desktop.views.encryption.recovery_sheet import key_lines, save_sheet, set_sheet
from reconnect_desktop.views.letters.letter_paper import pdf_of

KEY = "7K2M-9QXA-0BCD-EFGH-JKMN-PQRS-TVWX"


def words_of(data: bytes) -> str:
    document = pypdfium2.PdfDocument(io.BytesIO(data))
    (page,) = (document[number] for number in range(len(document)))
    text = page.get_textpage().get_text_bounded()
    document.close()
    return str(text)


def test_it_has_the_key_what_it_is_for_and_room_for_the_date(qapp: QApplication) -> None:
    lines = set_sheet(KEY).toPlainText().split("\n")
    assert lines[0] == "Recovery key"
    assert "when the passphrase is forgotten" in lines[1]
    assert f"{lines[2]}-{lines[3]}" == KEY
    assert re.fullmatch(r"Made on _+", lines[-1])


def test_it_tells_nobodys_name(qapp: QApplication) -> None:
    told = set_sheet(KEY).toPlainText().casefold()
    assert not re.search(r"\b(mom|mum|mother|her|she)\b", told)


def test_the_key_is_in_two_lines() -> None:
    assert key_lines(KEY) == ("7K2M-9QXA-0BCD-EFGH", "JKMN-PQRS-TVWX")


def test_the_pdf_is_one_page_with_the_same_words_and_its_own_letters(qapp: QApplication) -> None:
    data = pdf_of(set_sheet(KEY))
    told = re.sub(r"[\s-]", "", words_of(data))
    assert re.sub(r"[\s-]", "", KEY) in told
    assert b"/FontFile" in data
    fonts = re.findall(rb"/Type /FontDescriptor.*?endobj", data, re.DOTALL)
    assert fonts
    assert all(b"/FontFile" in font for font in fonts)


def test_the_file_is_its_owners_and_says_nothing_about_it(qapp: QApplication, tmp_path: Path) -> None:
    file = tmp_path / "recovery-key.pdf"
    save_sheet(KEY, file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert str(tmp_path).encode() not in file.read_bytes()


def test_a_folder_that_is_not_there_is_told(qapp: QApplication, tmp_path: Path) -> None:
    with pytest.raises(FileUnwritable):
        save_sheet(KEY, tmp_path / "no" / "recovery-key.pdf")
