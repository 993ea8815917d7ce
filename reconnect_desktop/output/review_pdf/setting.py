"""A sheet set on the pages of a document: head, sections, and each kind of part."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext

from reconnect_desktop.language import tr
from reconnect_desktop.output.review_pdf import ornaments
from reconnect_desktop.output.review_pdf.document import Document, Type
from reconnect_desktop.output.review_pdf.grid import set_grid
from reconnect_desktop.output.review_pdf.lettering import SUBSTITUTE
from reconnect_desktop.output.review_pdf.picture import picture_height, set_picture
from reconnect_desktop.output.sheet import Grid, Item, Items, Paragraph, Part, Picture, Section, Sheet, Voice

TITLE = Type(27, 32, "B")
UNDER = Type(10.5, 15, "", "muted")
NOTICE = Type(10, 14.5, "I")
HEADING = Type(13.5, 18, "B")
LEAD = Type(12, 18.5)
BODY = Type(10.5, 15.5)
ASIDE = Type(9, 13, "", "muted")
ITEM_HEAD = Type(9.5, 14, "B", "muted")
_VOICES = {Voice.PLAIN: BODY, Voice.ASIDE: ASIDE, Voice.OWN: BODY}
_BETWEEN, _APART = 21.0, 7.0  # points before a section, and between its parts
_SEEN = 600  # characters: more than has to stay together
_SIGN, _SIGN_HEIGHT = 46.0, 37.0  # points: the two circles, and some air above
_INDENT = 14.0


def set_sheet(document: Document, sheet: Sheet, progress: Callable[[float], None]) -> None:
    """Set all of it; progress: told the share that is done, 0…1."""
    _set_head(document, sheet)
    for number, section in enumerate(sheet.sections):
        progress(number / len(sheet.sections))
        _set_section(document, section, is_first=number == 0)
    if document.lettering.lost:
        document.skip(_BETWEEN)
        _set_paragraph(document, Paragraph(lost_words(), Voice.ASIDE))
    progress(1.0)


def lost_words() -> str:
    """What is said where a character cannot be set."""
    return tr(
        "Some characters are in none of the fonts on this computer; {sign} stands for each of them here.",
        sign=SUBSTITUTE,
    )


def _set_head(document: Document, sheet: Sheet) -> None:
    top, left = document.y, document.l_margin
    ornaments.draw_sign(document, left, top + 2, _SIGN)
    document.start_section(sheet.title)
    document.y += 0 if sheet.under else 3
    for kind, tag, text in ((TITLE, "H1", sheet.title), (UNDER, "P", sheet.under)):
        if text:
            document.set_x(left + _SIGN + 16)
            with document.tags.content(tag):
                document.set_text(text, kind, document.epw - _SIGN - 16)
    document.set_xy(left, max(document.y, top + _SIGN_HEIGHT) + 12)
    document.rule(left, document.w - document.r_margin, document.y, "accent", 1.1)
    document.skip(14)
    for notice in sheet.notices:
        with document.tags.content("P"):
            document.set_text(notice, NOTICE, document.epw)
        document.skip(12)


def _set_section(document: Document, section: Section, *, is_first: bool) -> None:
    section = section.flowing() if is_first else section
    if section.heading:
        document.skip(_BETWEEN if not is_first else 0)
        document.keep(HEADING.leading + 6 + _first_height(document, section))
        document.start_section(section.heading, level=1)
        with document.tags.content("H2"):
            document.set_text(section.heading, HEADING, document.epw)
        document.skip(5)
    bar: AbstractContextManager[None] = nullcontext()
    if section.apart or section.is_own:
        bar = document.bar("closeness_3" if section.apart else "closeness_5", _INDENT)
    with bar:
        for number, part in enumerate(section.parts):
            document.skip(_APART if number else 0)
            rest = section.parts[number + 1 :]
            _set_part(document, part, lead=is_first, after=_height_after(document, rest))


def _height_after(document: Document, parts: tuple[Part, ...]) -> float:
    """What a table has to be followed by on its page: a short remark."""
    if parts and isinstance(parts[0], Paragraph) and parts[0].voice is Voice.ASIDE:
        return _APART + document.height_of(parts[0].text[:_SEEN], ASIDE, document.epw)
    return 0


def _set_part(document: Document, part: Part, *, lead: bool, after: float) -> None:
    if isinstance(part, Paragraph):
        _set_paragraph(document, part, lead=lead)
    elif isinstance(part, Items):
        _set_items(document, part)
    elif isinstance(part, Grid):
        set_grid(document, part, after)
    else:
        set_picture(document, part)


def _set_paragraph(document: Document, paragraph: Paragraph, *, lead: bool = False) -> None:
    kind = LEAD if lead and paragraph.voice is Voice.PLAIN else _VOICES[paragraph.voice]
    with document.tags.content("P"):
        document.set_text(paragraph.text, kind, document.epw)


def _set_items(document: Document, items: Items) -> None:
    with document.tags.group("L"):
        for number, item in enumerate(items.items):
            if number:
                document.skip(8)
            _set_item(document, item)


def _set_item(document: Document, item: Item) -> None:
    """Its head and what stands under it, together where they fit on a page."""
    width = document.epw - _INDENT
    document.keep(min(_item_height(document, item, width), _AT_LEAST))
    with document.tags.group("LI"):
        ornaments.draw_dot(document, document.l_margin + 3, document.y + ITEM_HEAD.leading / 2)
        left = document.l_margin
        document.set_left_margin(left + _INDENT)
        document.set_x(left + _INDENT)
        if item.head:
            with document.tags.content("Lbl"):
                document.set_text(item.head, ITEM_HEAD, width)
        with document.tags.group("LBody"):
            for paragraph in item.body:
                _set_paragraph(document, paragraph)
        document.set_left_margin(left)
        document.set_x(left)


_AT_LEAST = ITEM_HEAD.leading + 3 * BODY.leading


def _item_height(document: Document, item: Item, width: float) -> float:
    head = document.height_of(item.head, ITEM_HEAD, width) if item.head else 0
    return head + sum(document.height_of(one.text[:_SEEN], _VOICES[one.voice], width) for one in item.body)


def _first_height(document: Document, section: Section) -> float:
    """What has to fit under a heading: the first lines, or what cannot be parted."""
    part = section.parts[0]
    if isinstance(part, Picture):
        return picture_height(part)
    if isinstance(part, Grid):
        return 110.0
    if isinstance(part, Items):
        return min(_item_height(document, part.items[0], document.epw - _INDENT), _AT_LEAST)
    return min(document.height_of(part.text[:_SEEN], BODY, document.epw), 3 * BODY.leading)
