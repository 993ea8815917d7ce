"""Words in a chart: how large they are, and an artist that draws the same words again at no cost."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

import numpy as np
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.text import Text

from reconnect_desktop.output.charts.fonts import families_for, readable, weight_of
from reconnect_desktop.output.charts.style import ChartStyle

if TYPE_CHECKING:
    from matplotlib.backend_bases import RendererBase
    from numpy.typing import NDArray

NORMAL, SEMI_BOLD = 400, 600
SMALL, BODY, HEADING = 0.9, 1.0, 1.15  # of the style's points
DPI = 96  # as Qt counts points
_AIR = 2  # pixels around a kept picture, for letters that reach over their box
Side = Literal["left", "center", "right"]
Upright = Literal["bottom", "center", "top"]
_ACROSS = {"left": 0.0, "center": 0.5, "right": 1.0}
_UP = {"bottom": 0.0, "center": 0.5, "top": 1.0}


class _Look(NamedTuple):
    """All that tells two pictures of the same words apart."""

    families: tuple[str, ...]
    points: float
    weight: int
    colour: str
    align: Side
    dpi: float


class Words(Text):
    """One line of text or more, upright, never read as mathematics.

    To set type takes matplotlib about a millisecond for each word, each time: on the screen the picture of the words is kept.
    """

    def draw(self, renderer: RendererBase) -> None:
        """A kept picture on the screen; text in files."""
        if not isinstance(renderer, RendererAgg):
            super().draw(renderer)
        elif self.get_visible() and self.get_text():
            self._draw_picture(renderer)
        self.stale = False

    def _draw_picture(self, renderer: RendererAgg) -> None:
        picture, width, height = _picture(self.get_text(), self._look(renderer.dpi))
        x, y = self.get_transform().transform(self.get_position())
        left = x - width * _ACROSS[self.get_horizontalalignment()]
        below = y - height * _UP[self.get_verticalalignment()]
        gc = renderer.new_gc()
        renderer.draw_image(gc, round(left) - _AIR, round(below) - _AIR, picture)
        gc.restore()

    def _look(self, dpi: float) -> _Look:
        return _Look(
            tuple(self.get_fontfamily()),
            float(self.get_fontsize()),
            int(self.get_fontweight()),
            str(self.get_color()),
            self.get_horizontalalignment(),
            dpi,
        )


@lru_cache(maxsize=1024)
def _picture(text: str, look: _Look) -> tuple[NDArray[np.uint8], float, float]:
    """The words alone with air around them, rows of RGBA from below; width and height without the air, in pixels."""
    words = Text(
        text=text,
        color=look.colour,
        fontproperties=_font(look.families, look.points, look.weight),
        horizontalalignment="left",
        multialignment=look.align,
        verticalalignment="bottom",
        parse_math=False,
    )
    words.set_figure(_figure(look.dpi))
    box = words.get_window_extent(_ruler(look.dpi))
    words.set_position((_AIR - box.x0, _AIR - box.y0))
    sheet = RendererAgg(int(box.width) + 2 * _AIR + 1, int(box.height) + 2 * _AIR + 1, look.dpi)
    words.draw(sheet)
    return np.asarray(sheet.buffer_rgba())[::-1].copy(), box.width, box.height


@lru_cache(maxsize=256)
def _font(families: tuple[str, ...], points: float, weight: int) -> FontProperties:
    return FontProperties(family=list(families), size=points, weight=weight_of(families, weight))


@lru_cache(maxsize=8)
def _ruler(dpi: float) -> RendererAgg:
    return RendererAgg(8, 8, dpi)


@lru_cache(maxsize=8)
def _figure(dpi: float) -> Figure:
    return Figure(dpi=dpi)


@lru_cache(maxsize=4096)
def _width(text: str, families: tuple[str, ...], points: float, weight: int) -> float:
    return (
        float(_ruler(DPI).get_text_width_height_descent(text, _font(families, points, weight), False)[0])
        / DPI
    )


@lru_cache(maxsize=256)
def _height(lines: int, families: tuple[str, ...], points: float) -> float:
    words = Text(text="\n".join(["Ág"] * lines), fontproperties=_font(families, points, NORMAL))
    words.set_figure(_figure(DPI))
    return float(words.get_window_extent(_ruler(DPI)).height) / DPI


def forget() -> None:
    """Keep no pictures and widths of words any more."""
    _picture.cache_clear()
    _width.cache_clear()
    _height.cache_clear()


class Type:
    """The type of a chart: measures words and makes them, in the sizes and fonts of its style."""

    def __init__(self, style: ChartStyle) -> None:
        self._style = style

    def width(self, text: str, size: float = SMALL, weight: int = NORMAL) -> float:
        """Of the longest line, in inches."""
        return max(self._line_width(line, size, weight) for line in text.split("\n"))

    def height(self, lines: int = 1, size: float = SMALL) -> float:
        """Of so many lines, in inches."""
        families = families_for("", self._style.fonts)
        return _height(lines, families, self._style.points * size) if lines else 0.0

    def words(
        self, x: float, y: float, text: str, *, size: float = SMALL, weight: int = NORMAL, role: str = "muted",
        ha: Side = "left",
        va: Upright = "center",
    ) -> Words:  # fmt: skip
        """Words to be added to a figure or to axes, with a transform; each line made readable."""
        fonts = self._style.fonts
        shown = "\n".join(readable(line, fonts) for line in text.split("\n"))
        return Words(
            x=x,
            y=y,
            text=shown,
            color=self._style.colour(role),
            fontproperties=_font(families_for(shown, fonts), self._style.points * size, weight),
            horizontalalignment=ha,
            verticalalignment=va,
            parse_math=False,
            clip_on=False,
        )

    def wrapped(self, text: str, width: float, size: float = BODY, weight: int = NORMAL) -> list[str]:
        """The text in lines no wider than that, in inches; a word that alone is wider is broken."""
        lines: list[str] = []
        for word in readable(text, self._style.fonts).split():
            if lines and self._line_width(f"{lines[-1]} {word}", size, weight) <= width:
                lines[-1] += f" {word}"
            else:
                lines.extend(self._broken(word, width, size, weight))
        return lines

    def shortened(self, text: str, width: float, size: float = SMALL, weight: int = NORMAL) -> str:
        """The text on one line no wider than that, in inches, with … for what is left out."""
        whole = readable(text[: self._most(width, size)], self._style.fonts)
        if whole == readable(text, self._style.fonts) and self._line_width(whole, size, weight) <= width:
            return whole
        return f"{whole[: self._fits(whole, width, size, weight, '…')].rstrip()}…"

    def _broken(self, word: str, width: float, size: float, weight: int) -> list[str]:
        pieces, rest = [], word
        while len(rest) > 1 and (fits := max(1, self._fits(rest, width, size, weight))) < len(rest):
            pieces.append(rest[:fits])
            rest = rest[fits:]
        return [*pieces, rest]

    def _fits(self, text: str, width: float, size: float, weight: int, end: str = "") -> int:
        """How many of its letters fit, `end` after them."""
        letters = range(1, min(len(text), self._most(width, size)) + 1)
        return bisect_right(
            letters, width, key=lambda many: self._line_width(text[:many].rstrip() + end, size, weight)
        )

    def _most(self, width: float, size: float) -> int:
        """More letters than fit, none of them being narrower than a tenth of their height."""
        return int(width * 72 / (self._style.points * size) * 10) + 1

    def _line_width(self, line: str, size: float, weight: int) -> float:
        families = families_for(line, self._style.fonts)
        return _width(line, families, self._style.points * size, weight) if line else 0.0
