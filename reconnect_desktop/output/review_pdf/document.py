"""A PDF document of ours: its paper and margins, its letters, its tags, and what stands at the foot of each page."""

from __future__ import annotations

import logging
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, time
from pathlib import Path
from typing import NamedTuple

from fpdf import FPDF
from fpdf.drawing_primitives import DeviceGray
from fpdf.enums import TextDirection, XPos, YPos
from fpdf.prefs import ViewerPreferences

from reconnect_desktop.language import number, tr
from reconnect_desktop.output.review_options import Options, Paper
from reconnect_desktop.output.review_pdf.lettering import Lettering, own_font, tidied
from reconnect_desktop.output.review_pdf.lines import lines_of
from reconnect_desktop.output.review_pdf.tags import Tags
from reconnect_desktop.output.sheet import Sheet
from reconnect_desktop.output.theme import load_theme

SIDE, TOP, BOTTOM = 70.0, 54.0, 68.0  # margins, in points as all lengths here
_FORMATS = {Paper.A4: "A4", Paper.LETTER: "Letter"}
# It names characters that a font lacks: letters of the user's, which belong in no log.
logging.getLogger("fpdf").setLevel(logging.CRITICAL)
_OURS = "sans"
_FEATURES = {"tnum": True, "lnum": True}  # numbers of one width, as tall as capitals
_EMPTY = 0.6  # the height of an empty line, in lines


class Type(NamedTuple):
    """How text is set. size, leading: points; style: "" upright, "B" semibold, "I" italic; colour: a role of the theme."""

    size: float
    leading: float
    style: str = ""
    colour: str = "text"


BLACK = DeviceGray(0)
FOOT = Type(8.5, 11, "", "muted")


class BrokenFont(Exception):
    """A font of the system cannot be put into a PDF: it is damaged, or of a kind that fpdf2 does not know."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path


class Document(FPDF):
    """Pages to set text on, from the top margin down. Its tags say what is what; see `Tags`. Raises BrokenFont."""

    def __init__(self, sheet: Sheet, options: Options, lettering: Lettering) -> None:
        super().__init__(unit="pt", format=_FORMATS[options.paper])
        self._sheet = sheet
        self.first_weekday = options.first_weekday
        self.lettering = lettering
        self.colours = load_theme("light").colours
        self.tags = Tags(self)
        self._bar: _Bar | None = None
        self._widths: dict[tuple[str, str, float], float] = {}
        self._set_properties()
        self._set_letters()
        self.set_margins(SIDE, TOP, SIDE)
        self.set_auto_page_break(auto=True, margin=BOTTOM)
        self.c_margin = 0
        self.add_page()

    def _set_properties(self) -> None:
        sheet = self._sheet
        self.set_title(sheet.title)
        self.set_lang(sheet.language)
        self.set_creator("Reconnect")
        self.set_producer("Reconnect")
        # The day alone: two identical reviews are identical files.
        self.set_creation_date(datetime.combine(sheet.made, time(), UTC))
        self.viewer_preferences = ViewerPreferences(display_doc_title=True)
        self.str_alias_nb_pages = ""  # or it would be replaced in what the user typed

    def _set_letters(self) -> None:
        names = [f"further{number}" for number, _ in enumerate(self.lettering.fonts)]
        for name, path in zip(names, self.lettering.fonts, strict=True):
            try:
                self.add_font(name, "", path)
            except Exception as error:  # whatever is wrong with somebody's font, their words come first
                raise BrokenFont(path) from error
        self.set_fallback_fonts(names, exact_match=False)
        self._direct(TextDirection.LTR)

    # Room

    @property
    def room(self) -> float:
        """What is left of the page."""
        return float(self.page_break_trigger - self.y)

    def keep(self, height: float) -> None:
        """Go on to the next page where this much does not fit here."""
        if height > self.room and self.y > self.t_margin:
            self._turn_page()

    def skip(self, height: float) -> None:
        """Leave white space, but none at the top of a page."""
        if self.y > self.t_margin:
            self.y += height

    # Text

    def use(self, kind: Type) -> None:
        """Set what follows so."""
        if f"{_OURS}{kind.style}" not in self.fonts:
            self.add_font(_OURS, kind.style, own_font(kind.style))
        self.set_font(_OURS, kind.style, kind.size)
        self.set_text_color(self.colours[kind.colour])

    def width_of(self, text: str, kind: Type) -> float:
        """How wide it is in one line."""
        self.use(kind)
        return self._measure(self.lettering.settable(text))

    def height_of(self, text: str, kind: Type, width: float) -> float:
        """How high it is, set in lines of this width."""
        self.use(kind)
        paragraphs = self.lettering.settable(text).split("\n")
        counts = [len(lines_of(one, width, self._measure)) if one.strip() else _EMPTY for one in paragraphs]
        return sum(counts) * kind.leading

    def set_text(self, text: str, kind: Type, width: float, *, right: bool = False) -> None:
        """Set it at the place reached, in lines of this width, on as many pages as it takes."""
        self.use(kind)
        for paragraph in tidied(text).split("\n"):
            if paragraph.strip():
                from_right = _runs_from_the_right(paragraph)
                self._direct(TextDirection.RTL if from_right else TextDirection.LTR)
                self._set_paragraph(paragraph, kind.leading, width, "R" if right or from_right else "L")
            else:
                self.skip(kind.leading * _EMPTY)
        self._direct(TextDirection.LTR)

    def _direct(self, direction: TextDirection) -> None:
        self.set_text_shaping(features=_FEATURES, direction=direction)

    def _set_paragraph(self, text: str, leading: float, width: float, align: str) -> None:
        lines = lines_of(self.lettering.settable(text), width, self._measure)
        for at, line in enumerate(lines):
            if self.room < leading * _together(at, len(lines)):
                self._turn_page()
            self._set_line(line, leading, width, align)

    def _set_line(self, line: str, leading: float, width: float, align: str) -> None:
        if not self.current_font_is_set_on_page and self.current_font:
            # fpdf2 does this with the first line, but then forgets it where that line needs a further font.
            self._out(self._set_font_for_page(self.current_font, self.font_size_pt))
        self.cell(width, leading, line, align=align, new_x=XPos.LEFT, new_y=YPos.NEXT)

    def _turn_page(self) -> None:
        x = self.x
        self.add_page(same=True)
        self.x = x

    def _measure(self, text: str) -> float:
        key = (text, self.font_style, self.font_size_pt)
        if key not in self._widths:
            self._widths[key] = float(self.get_string_width(text))
        return self._widths[key]

    # Drawing

    def rule(self, left: float, right: float, y: float, colour: str, width: float = 0.6) -> None:
        """A quiet line."""
        with self.tags.ornament():
            self.set_draw_color(self.colours[colour])
            self.set_line_width(width)
            self.line(left, y, right, y)

    @contextmanager
    def bar(self, colour: str, indent: float) -> Iterator[None]:
        """A bar at the left of all that is set meanwhile, which is indented."""
        self._bar = _Bar(self.x, self.y, colour)
        left = self.l_margin
        self.set_left_margin(self.x + indent)
        yield
        self._draw_bar()
        self._bar = None
        self.set_left_margin(left)
        self.x = left

    def _draw_bar(self, *, within: bool = True) -> None:
        """Draw it from where it began, or the page, to the place reached. within: tagged text may be open."""
        bar = self._bar
        if bar is None or self.y <= bar.top:
            return
        with self.tags.ornament() if within else self.tags.aside():
            self.set_fill_color(self.colours[bar.colour])
            height = self.y - bar.top - 2
            self.rect(bar.left, bar.top + 1, 2.4, height, style="F", round_corners=True, corner_radius=1.2)

    # Pages

    def footer(self) -> None:
        """What has to be closed before a page ends; fpdf calls it."""
        self.tags.suspend()
        self._draw_bar(within=False)

    def header(self) -> None:
        """What goes on at the top of the next page; fpdf calls it."""
        if self._bar:
            self._bar = self._bar._replace(top=self.t_margin)
        self.tags.resume()

    def finish(self) -> bytes:
        """The file. Nothing can be added afterwards."""
        self._set_feet()
        written = bytes(self.output())
        for font in self.fonts.values():
            font.ttfont.close()  # type: ignore[union-attr]  # only the core fonts, which are never used, have none
        return written

    def _set_feet(self) -> None:
        """What stands at the foot of each page, with its number; done last, when it is known how many there are."""
        self.set_auto_page_break(auto=False)
        last = self.page
        for page in self.pages:
            self.page = page
            self._begin_anew()
            told = tr("{page} of {pages}", page=number(page), pages=number(last))
            self._set_foot(told if last > 1 else "")

    def _begin_anew(self) -> None:
        """Draw on in black and in no font yet: fpdf2 says only what changes, but remembers the state of another page."""
        self.draw_color = self.fill_color = BLACK
        self._out(BLACK.serialize().upper())
        self._out(BLACK.serialize().lower())
        self.line_width = 0
        self.current_font_is_set_on_page = False

    def _set_foot(self, number: str) -> None:
        y = self.h - BOTTOM + 30
        self.rule(SIDE, self.w - SIDE, y - 8, "line")
        with self.tags.ornament():
            for text, right in ((self._sheet.foot, False), (number, True)):
                self.set_xy(SIDE, y)
                self.set_text(text, FOOT, self.w - 2 * SIDE, right=right)


class _Bar(NamedTuple):
    left: float
    top: float
    colour: str


def _together(number: int, lines: int) -> int:
    """How many lines stay on one page from this one on: neither the first nor the last is left alone."""
    is_short = lines <= 3
    return lines - number if is_short or number == lines - 2 else 2 if number == 0 else 1


def _runs_from_the_right(text: str) -> bool:
    """Whether its first letter does."""
    strong = (one for one in map(unicodedata.bidirectional, text) if one in ("L", "R", "AL"))
    return next(strong, "L") != "L"
