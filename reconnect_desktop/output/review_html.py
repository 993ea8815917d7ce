"""A review as one self-contained page of HTML: nothing in it runs, and nothing is fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import escape
from itertools import chain

from reconnect_desktop.domain.review.month_review import Arrow, MonthReview
from reconnect_desktop.domain.review.year_review import YearReview
from reconnect_desktop.output.circles import apart
from reconnect_desktop.output.pictures import svg_of
from reconnect_desktop.output.review_options import Options
from reconnect_desktop.output.review_words import sheet_of
from reconnect_desktop.output.sheet import Cell, Grid, Items, Paragraph, Part, Picture, Section, Sheet, Voice
from reconnect_desktop.output.theme import load_theme
from reconnect_desktop.paths import resource

_WIDTH = 6.4  # inches that pictures are drawn in
_ARROWS = {Arrow.MORE: "↑", Arrow.LESS: "↓"}
_CLASSES = {Voice.PLAIN: "", Voice.ASIDE: ' class="aside"', Voice.OWN: ' class="own" dir="auto"'}
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}\b")
# Browsers take control characters for errors; a tab is white space like any other.
_UNPRINTABLE = dict.fromkeys((*range(9), *range(0x0B, 0x20), *range(0x7F, 0xA0)))


def html(review: MonthReview | YearReview, options: Options) -> str:
    """The whole page: nothing in it but what `options` let through; the same review gives the same text."""
    return sheet_html(sheet_of(review, options), first_weekday=options.first_weekday)


def sheet_html(sheet: Sheet, *, first_weekday: int = 0) -> str:
    """A sheet as a page. Its colours follow what the reader's system prefers."""
    pictures = _Pictures(first_weekday)
    sections = [one.flowing() if number == 0 else one for number, one in enumerate(sheet.sections)]
    body = "".join(chain.from_iterable(_section(one, pictures) for one in sections))
    notices = "".join(f'<p class="notice">{_text(one)}</p>\n' for one in sheet.notices)
    return (
        f'<!DOCTYPE html>\n<html lang="{_text(sheet.language)}">\n{_head(sheet, pictures.colours)}<body>\n<main>\n'
        f"{_header(sheet)}{notices}{body}<footer>{_text(sheet.foot)}</footer>\n</main>\n</body>\n</html>\n"
    )


def _head(sheet: Sheet, drawn: Mapping[tuple[str, str], str]) -> str:
    css = resource("paper", "review.css").read_text(encoding="utf-8")
    light, dark = (load_theme(name).colours for name in ("light", "dark"))
    used = sorted(set(re.findall(r"var\(--(\w+)\)", css)) | {"you", "her"})
    variables = [(role, light[role], dark[role]) for role in used]
    variables += [(name, *colours) for colours, name in drawn.items()]
    lights = "; ".join(f"--{name}: {bright}" for name, bright, _ in variables)
    darks = "; ".join(f"--{name}: {dim}" for name, _, dim in variables)
    return (
        '<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{_text(sheet.title)}</title>\n<style>\n:root {{ {lights} }}\n"
        f"@media screen and (prefers-color-scheme: dark) {{ :root {{ {darks} }} }}\n{css}</style>\n</head>\n"
    )


def _header(sheet: Sheet) -> str:
    under = f'<p class="under">{_text(sheet.under)}</p>\n' if sheet.under else ""
    return f"<header>\n{_sign()}<div>\n<h1>{_text(sheet.title)}</h1>\n{under}</div>\n</header>\n"


def _sign() -> str:
    """The two circles of the app, in a box of their own size."""
    shift = 30 * apart(5)
    left, right = 32.0, round(32 + 2 * shift, 1)
    circle = '<circle cx="{}" cy="32" r="30" fill="{}" fill-opacity="{}" stroke="{}" stroke-width="2"/>'
    return (
        f'<svg viewBox="0 0 {right + 32:g} 64" aria-hidden="true">'
        f'<clipPath id="you"><circle cx="{left}" cy="32" r="30"/></clipPath>'
        + circle.format(right, "var(--her)", 0.16, "var(--her)")
        + f'<circle cx="{right}" cy="32" r="30" fill="var(--accent)" fill-opacity="0.78" clip-path="url(#you)"/>'
        + circle.format(left, "var(--you)", 0.16, "var(--you)")
        + "</svg>\n"
    )


def _section(section: Section, pictures: _Pictures) -> Iterator[str]:
    kinds = [section.key, *(["apart"] if section.apart else []), *(["words"] if section.is_own else [])]
    yield f'<section class="{" ".join(kinds)}">\n'
    if section.heading:
        yield f"<h2>{_text(section.heading)}</h2>\n"
    yield "<div>\n"
    for part in section.parts:
        yield from _part(part, pictures)
    yield "</div>\n</section>\n"


def _part(part: Part, pictures: _Pictures) -> Iterator[str]:
    if isinstance(part, Paragraph):
        yield _paragraph(part)
    elif isinstance(part, Items):
        yield from _items(part)
    elif isinstance(part, Grid):
        yield from _grid(part)
    else:
        yield f"<figure>\n{pictures.take(part)}\n</figure>\n"


def _paragraph(paragraph: Paragraph) -> str:
    return f"<p{_CLASSES[paragraph.voice]}>{_text(paragraph.text)}</p>\n"


def _items(items: Items) -> Iterator[str]:
    yield "<ul>\n"
    for item in items.items:
        head = f'<p class="head">{_text(item.head)}</p>\n' if item.head else ""
        yield f"<li>\n{head}{''.join(map(_paragraph, item.body))}</li>\n"
    yield "</ul>\n"


def _grid(grid: Grid) -> Iterator[str]:
    yield f'<div class="table"><table>\n<caption>{_text(grid.caption)}</caption>\n<thead>\n<tr>'
    for heading in grid.headings:
        yield f'<th scope="col">{_text(heading)}</th>' if heading else "<td></td>"
    yield "</tr>\n</thead>\n<tbody>\n"
    for row in grid.rows:
        cells = "".join(map(_cell, row.cells))
        yield f'<tr><th scope="row">{_text(row.head)}</th>{cells}</tr>\n'
    yield "</tbody>\n</table></div>\n"


def _cell(cell: Cell) -> str:
    if cell.arrow is Arrow.NONE:
        return f"<td>{_text(cell.text)}</td>"
    arrow = f'<span class="arrow" aria-hidden="true">{_ARROWS[cell.arrow]}</span>'
    return f'<td>{_text(cell.text)} <span class="beside">{arrow} {_text(cell.beside)}</span></td>'


class _Pictures:
    """Drawings whose colours are variables: each pair of a light and a dark colour has a name."""

    def __init__(self, first_weekday: int) -> None:
        self._first_weekday = first_weekday
        self.colours: dict[tuple[str, str], str] = {}
        self._count = 0

    def take(self, picture: Picture) -> str:
        """The drawing as an <svg> with its message, light and dark in one."""
        self._count += 1
        light, dark = (self._svg(picture, theme) for theme in ("light", "dark"))
        dims = iter(_COLOUR.findall(dark))
        svg = _COLOUR.sub(lambda found: self._variable(found.group(), next(dims, found.group())), light)
        name = f"picture{self._count}"
        opening = f'<svg role="img" aria-labelledby="{name}"'
        titled = f'<title id="{name}">{_text(picture.words)}</title>'
        return re.sub(r"<svg([^>]*)>", lambda found: f"{opening}{found.group(1)}>\n{titled}", svg, count=1)

    def _svg(self, picture: Picture, theme: str) -> str:
        return svg_of(picture, _WIDTH, theme, first_weekday=self._first_weekday)

    def _variable(self, bright: str, dim: str) -> str:
        pair = (bright.lower(), dim.lower())
        return f"var(--{self.colours.setdefault(pair, f'drawn{len(self.colours)}')})"


def _text(text: str) -> str:
    return escape(text.translate(_UNPRINTABLE))
