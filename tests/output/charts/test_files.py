from __future__ import annotations

import io
import os
import re
import stat
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PIL import Image

from reconnect_desktop.domain.errors import FileUnwritable, Invalid
from reconnect_desktop.domain.trends.by_month import contacts_by_month
from reconnect_desktop.domain.trends.span import one_year
from reconnect_desktop.output.charts.by_month import draw
from reconnect_desktop.output.charts.chart import Chart
from reconnect_desktop.output.charts.files import format_of, save, write_chart
from tests.making import TODAY
from tests.output.charts.looking import TITLED
from tests.trends_making import twelve

TITLE, MESSAGE = "How are we in touch?", "About 4 <b> & “contacts” a month."


@pytest.fixture(scope="module")
def chart() -> Chart:
    return draw(contacts_by_month(twelve(), one_year(TODAY)), TITLED, size=(6.0, 4.0))


def written(chart: Chart, kind: str) -> bytes:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="")
    save(chart, stream, kind, title=TITLE, message=MESSAGE)
    stream.flush()
    assert isinstance(stream.buffer, io.BytesIO)
    return stream.buffer.getvalue()


def test_a_png_is_fine_enough_for_print_and_says_what_it_shows(chart: Chart) -> None:
    with Image.open(io.BytesIO(written(chart, "png"))) as image:
        assert image.size == (1200, 800)
        assert image.info["Title"] == TITLE
        assert image.info["Description"] == MESSAGE
        assert set(image.info) == {"Title", "Description", "dpi"}


def test_an_svg_can_be_heard(chart: Chart) -> None:
    root = ET.fromstring(written(chart, "svg"))
    name = "{http://www.w3.org/2000/svg}"
    assert root.get("role") == "img"
    assert [child.tag for child in root][:2] == [f"{name}title", f"{name}desc"]
    assert (root[0].text, root[1].text) == (TITLE, MESSAGE)
    assert root.find(f"{name}metadata") is None


def test_a_pdf_has_its_fonts_whole_and_its_title(chart: Chart) -> None:
    pdf = written(chart, "pdf")
    assert b"/Title (How are we in touch?)" in pdf
    assert b"/FontFile2" in pdf
    assert b"/Type3" not in pdf


@pytest.mark.parametrize("kind", ["png", "svg", "pdf"])
def test_nothing_tells_when_or_by_whom(chart: Chart, kind: str) -> None:
    data = written(chart, kind)
    assert data == written(chart, kind)
    assert not re.search(rb"matplotlib.org|CreationDate|dc:date|Software", data, re.IGNORECASE)
    for private in (os.environ.get("USER", "no user"), str(Path.home())):
        assert private == "root" or private.encode() not in data or len(private) < 3


def test_a_file_is_whole_and_its_owners_alone(chart: Chart, tmp_path: Path) -> None:
    folder = tmp_path / "pictures"
    folder.mkdir()
    path = folder / "chart.SVG"
    write_chart(chart, path, title=TITLE, message=MESSAGE)
    assert path.read_bytes() == written(chart, "svg")
    assert os.name == "nt" or stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(folder.iterdir()) == [path]


def test_what_is_no_picture_or_no_place_is_refused(chart: Chart, tmp_path: Path) -> None:
    for name in ("chart", "chart.doc", "chart.png.txt", ".svg"):
        with pytest.raises(Invalid):
            format_of(Path(name))
    with pytest.raises(FileUnwritable):
        write_chart(chart, tmp_path / "not there" / "chart.png", title="", message="")
    assert not list(tmp_path.glob("**/*.p*"))
