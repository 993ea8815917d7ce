from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconnect_desktop.output import review_html
from reconnect_desktop.output.review_html import sheet_html
from reconnect_desktop.output.sheet import Picture
from tests.output.reviews import rich
from tests.output.sheets import GRID, ODD, full, items, own, plain, section, sheet

GOLDEN = Path(__file__).parent.parent / "golden" / "review.html"


class Read(HTMLParser):
    """The elements of a page, with their attributes, and its text; fails where one is not closed."""

    EMPTY = frozenset({"meta", "circle", "path", "use", "rect"})

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self._open: list[str] = []
        self.feed(page)
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in self.EMPTY:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert tag in self.EMPTY or self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self._open:
            self.text += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def test_the_page_is_as_it_was_written_down() -> None:
    page = re.sub(r"<style>.*</style>", "<style></style>", sheet_html(full()), flags=re.DOTALL)
    assert page == GOLDEN.read_text(encoding="utf-8")


def test_it_has_a_language_a_title_and_headings_in_their_order() -> None:
    page = Read(
        sheet_html(sheet(section(plain("Text."), heading="First"), section(plain("Text."), heading="Second")))
    )
    assert page.all("html") == [{"lang": "en"}]
    assert [name for name, _ in page.elements if name in ("title", "h1", "h2", "h3")] == [
        "title",
        "h1",
        "h2",
        "h2",
    ]


def test_a_table_says_what_each_number_belongs_to() -> None:
    page = Read(sheet_html(sheet(section(GRID))))
    assert [cell["scope"] for cell in page.all("th")] == ["col"] * 3 + ["row"] * 2
    assert len(page.all("caption")) == 1
    assert "7 ↑ more now" in page.text


def test_nothing_runs_and_nothing_is_fetched() -> None:
    text = sheet_html(sheet(section(own('<script>alert(1)</script><img src="https://nowhere.example">'))))
    page = Read(text)
    allowed = {
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "main",
        "header",
        "svg",
        "clippath",
        "circle",
    }
    allowed |= {"div", "h1", "p", "section", "h2", "footer"}
    assert {name for name, _ in page.elements} == allowed
    assert "https:" not in text.replace("https://nowhere.example", "")
    assert "@import" not in text
    assert {
        "http-equiv": "Content-Security-Policy",
        "content": "default-src 'none'; style-src 'unsafe-inline'",
    } in page.all("meta")


def test_it_is_light_and_dark_and_printed_light() -> None:
    text = sheet_html(full())
    assert "@media screen and (prefers-color-scheme: dark)" in text
    used = set(re.findall(r"var\(--(\w+)\)", text))
    for scheme in re.findall(r":root \{([^}]*)\}", text):
        assert used <= set(re.findall(r"--(\w+):", scheme))


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_anything_can_be_typed(text: str) -> None:
    page = Read(sheet_html(sheet(section(own(text), items(text)))))
    assert len(page.all("p")) == 4
    assert len(page.all("li")) == 1


def test_own_words_stand_as_typed() -> None:
    assert (
        "  – second\n\n  third & <last> $5"
        in Read(sheet_html(sheet(section(own("First\n  – second\n\n  third & <last> $5"))))).text
    )
    assert "\x07" not in sheet_html(sheet(section(own(ODD))))


def test_a_picture_has_its_message_and_follows_the_colours_of_the_system(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    drawn = {"light": "#FFFFFF", "dark": "#1B1F20"}
    svg = '<svg width="10pt" viewBox="0 0 1 1"><path d="M 0 0" style="fill: {0}; stroke: #0072b2"/></svg>'
    monkeypatch.setattr(review_html, "svg_of", lambda _picture, _width, theme, **_: svg.format(drawn[theme]))
    text = sheet_html(sheet(section(Picture(rich(), 'Nine ratings, "5" & more'))))
    page = Read(text)
    picture = page.all("svg")[1]
    assert picture["role"] == "img"
    assert {"id": picture["aria-labelledby"]} in page.all("title")
    assert 'Nine ratings, "5" & more' in page.text
    assert "fill: var(--drawn0); stroke: var(--drawn1)" in text
    assert "--drawn0: #ffffff; --drawn1: #0072b2" in text
    assert "--drawn0: #1b1f20; --drawn1: #0072b2" in text
