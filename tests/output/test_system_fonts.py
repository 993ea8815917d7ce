from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from matplotlib import ft2font, get_data_path

from reconnect_desktop.output import system_fonts
from reconnect_desktop.output.charts import fonts
from reconnect_desktop.output.review_pdf.lettering import own_font

NOBODY_HAS = [chr(0xE100 + place) for place in range(40)]  # of the private use area


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Iterator[Counter[str]]:
    """How often each font is opened, beginning with none known."""
    found: Counter[str] = Counter()

    def open_font(path: str, *more: Any, **named: Any) -> ft2font.FT2Font:
        found[path] += 1
        return real(path, *more, **named)

    real = ft2font.FT2Font
    monkeypatch.setattr(ft2font, "FT2Font", open_font)
    _forget()
    yield found
    _forget()


def test_what_a_font_has_is_told_from_what_it_lacks() -> None:
    assert system_fonts.has(own_font(""), "é")
    assert not system_fonts.has(own_font(""), "字")


def test_what_is_no_font_has_nothing(tmp_path: Path) -> None:
    broken = tmp_path / "broken.ttf"
    broken.write_bytes(b"no font")
    assert not system_fonts.has(broken, "a")


def test_many_characters_that_no_font_has_open_no_font_again_and_again(opened: Counter[str]) -> None:
    assert fonts.families_for("".join(NOBODY_HAS), (fonts.ALWAYS,))
    assert max(opened.values()) <= 2  # matplotlib itself opens the one it sets type in
    own = Path(get_data_path())  # matplotlib's fonts, which are there on a computer without any
    of_the_system = [path for path in opened if not Path(path).is_relative_to(own)]
    assert len(of_the_system) <= len(set(system_fonts.system_fonts()))


def test_the_script_in_a_name_comes_before_what_is_broad_and_what_is_neither() -> None:
    files = [Path("Comic.ttf"), Path("NotoSans-Regular.ttf"), Path("Lohit-Tamil.ttf")]
    assert system_fonts.likely_first("ப", files) == [files[2], files[1], files[0]]


def test_of_a_thousand_fonts_few_are_looked_into() -> None:
    assert len(system_fonts.likely_first("字", [Path(f"{place}.ttf") for place in range(1000)])) == 60


def _forget() -> None:
    system_fonts._code_points.cache_clear()
    fonts.families_for.cache_clear()
    fonts._others.cache_clear()
