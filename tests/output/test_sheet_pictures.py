"""The pages as pictures: that they are laid out as they were when somebody looked at them and found them good."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from reconnect_desktop.output.review_options import Paper
from tests.output.pdfs import drawn, written
from tests.output.pictures_beside import assert_looks_as_before
from tests.output.sheets import full, own, section, sheet


@pytest.mark.parametrize("paper", list(Paper))
def test_a_full_sheet_looks_as_before(paper: Paper, tmp_path: Path) -> None:
    pages = drawn(written(full(), paper))
    assert len(pages) == 2
    for number, page in enumerate(pages, start=1):
        assert_looks_as_before(page, f"sheet-{paper}-{number}.png", tmp_path)


def test_what_is_missing_moved_or_cut_is_seen(tmp_path: Path) -> None:
    page = drawn(written(full()))[0]
    without = page.copy()
    ImageDraw.Draw(without).rectangle((80, 80, 260, 170), fill=255)  # the sign and the title
    moved = Image.new("L", page.size, 255)
    moved.paste(page, (0, 24))
    other = drawn(written(sheet(section(own("Another month.")))))[0]
    for wrong in (without, moved, other):
        with pytest.raises(AssertionError, match="looks different"):
            assert_looks_as_before(wrong, "sheet-a4-1.png", tmp_path)
