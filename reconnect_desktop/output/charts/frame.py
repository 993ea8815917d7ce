"""What every chart stands in: a figure with panels, whose margins come from the sizes of their words."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from matplotlib.artist import Artist
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.path import Path
from matplotlib.transforms import IdentityTransform, ScaledTranslation

from reconnect_desktop.output.charts.scales import Scale, Tick
from reconnect_desktop.output.charts.style import ChartStyle
from reconnect_desktop.output.charts.words import BODY, DPI, HEADING, NORMAL, SEMI_BOLD, Type, Upright, Words

if TYPE_CHECKING:
    from matplotlib.transforms import Transform

A = TypeVar("A", bound=Artist)
_PAD = 0.1  # inches around everything
_GAP = 7 / 72  # between an axis and its words
_TICK = 4.0  # points
_BETWEEN = 0.14  # inches between panels, and between them and the titles
_WHOLE, _AS_IT_IS = Path.unit_rectangle(), IdentityTransform()
_LEAST = 0.3  # inches that a panel keeps, however large the words


class Box(NamedTuple):
    """A part of a figure, in inches from below left."""

    x: float
    y: float
    width: float
    height: float


class Room(NamedTuple):
    """What a panel keeps free around its axes beyond the words of its ticks, in inches."""

    left: float = 0.0
    right: float = 0.0
    above: float = 0.0
    below: float = 0.0


def no_room(_inches: float) -> Room:
    """Nothing beyond the ticks."""
    return Room()


@dataclass(kw_only=True)
class Panel:
    """Axes without matplotlib's own lines and ticks, whose drawing costs more than all else.

    across, up: its scales; the ticks of `up` get a light line each if `lined`. room: what it keeps free, for a width of all in inches;
    then: called each time its place is known, to put labels (see `again`). weight: its share of the height, beside panels below and above.
    """

    frame: Frame
    across: Scale
    up: Scale
    lined: bool = True
    room: Callable[[float], Room] = no_room
    then: Callable[[Panel], None] | None = None
    weight: float = 1.0
    inner: Box = field(init=False, default=Box(0, 0, 1, 1))  # the axes
    numbers_width: float = field(
        init=False, default=0.0
    )  # inches left of the axes that the ticks' words take
    _passing: list[Artist] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        self.axes = self.frame.figure.add_axes((0, 0, 1, 1))
        self.axes.set_axis_off()
        self.axes.set_xlim(*self.across.limits)
        self.axes.set_ylim(*self.up.limits)

    def again(self, artist: A, transform: Transform | None = None) -> A:
        """Add what is to be made anew when the size changes; in the data's units if no transform is given."""
        self._passing.append(artist)
        return self.keep(artist, transform)

    def keep(self, artist: A, transform: Transform | None = None) -> A:
        """Add what stays whatever the size; in the data's units if no transform is given. Nothing is cut off at the axes."""
        artist.set_transform(transform or self.axes.transData)
        artist.set_clip_path(
            _WHOLE, _AS_IT_IS
        )  # or else it takes the axes a while to say what it would be clipped to
        self.axes.add_artist(artist)
        artist.set_clip_on(False)
        return artist

    def beside_right(self, inches: float) -> Transform:
        """Across from the axes' left (0) to right end (1) and so much further right, y in the data's units."""
        return self.axes.get_yaxis_transform() + ScaledTranslation(
            inches, 0, self.frame.figure.dpi_scale_trans
        )

    def corner(self, x: float, y: float) -> Transform:
        """So many inches right of and above the axes' upper left corner, which is at 0, 1."""
        return self.axes.transAxes + ScaledTranslation(x, y, self.frame.figure.dpi_scale_trans)

    def above_data(self, inches: float) -> Transform:
        """The data's units, and so much higher."""
        return self.axes.transData + ScaledTranslation(0, inches, self.frame.figure.dpi_scale_trans)

    def left_of_ticks(self, height: float) -> float:
        """Inches that the words left of the axes take."""
        type_ = self.frame.type
        widths = [type_.width(tick.text) for tick in self.up.ticks(height, type_) if tick.text]
        return max(widths) + _GAP if widths else 0.0

    def place(self, box: Box, left: float) -> None:
        """Take this place; `left` inches are kept free left of the axes."""
        for artist in self._passing:
            artist.remove()
        self._passing.clear()
        self.inner = self._inner(box, left)
        self.numbers_width = self.left_of_ticks(self.inner.height)
        width, height = self.frame.figure.get_size_inches()
        self.axes.set_position(
            (
                self.inner.x / width,
                self.inner.y / height,
                self.inner.width / width,
                self.inner.height / height,
            )
        )
        self._draw_up()
        self._draw_across()
        if self.then is not None:
            self.then(self)

    def lines_below(self, width: float) -> int:
        """Lines of words under the axes, for a width in inches."""
        return max(
            (1 + tick.text.count("\n") for tick in self.across.ticks(width, self.frame.type) if tick.text),
            default=0,
        )

    def outer_height(self, width: float) -> Room:
        """All that is kept free for this width."""
        lines = self.lines_below(width)
        room = self.room(width)
        below = self.frame.type.height(lines) + _GAP if lines else 0.0
        half = self.frame.type.height() / 2  # of the words at the axes' corners
        return room._replace(above=max(room.above, half), below=max(room.below + below, half))

    def _inner(self, box: Box, left: float) -> Box:
        room = self.outer_height(box.width - left)
        right = max(room.right, self._over(box.width - left - room.right))
        width = max(box.width - left - right, _LEAST)
        height = max(box.height - room.above - room.below, _LEAST)
        return Box(box.x + left, box.y + room.below, width, height)

    def _over(self, width: float) -> float:
        """How far the words of the last tick reach over the axes' right end."""
        ticks = self.across.ticks(width, self.frame.type)
        if not ticks:
            return 0.0
        low, high = self.across.limits
        return (ticks[-1].at - high) / (high - low) * width + self.frame.type.width(ticks[-1].text) / 2

    def before_across(self, width: float) -> float:
        """How far the words of the first tick reach over the axes' left end, for a width of all right of it, in inches."""
        width -= self.room(width).right
        ticks = self.across.ticks(width, self.frame.type)
        if not ticks:
            return 0.0
        low, high = self.across.limits
        return self.frame.type.width(ticks[0].text) / 2 - (ticks[0].at - low) / (high - low) * width

    def _draw_up(self) -> None:
        ticks = self.up.ticks(self.inner.height, self.frame.type)
        beside = self.beside_right(-_GAP)
        if self.lined:
            rules = _rules([tick.at for tick in ticks], self.frame.style)
            self.again(rules, self.axes.get_yaxis_transform())
        for tick in ticks:
            self.again(self.frame.type.words(0, tick.at, tick.text, ha="right"), beside)

    def _draw_across(self) -> None:
        along = self.axes.get_xaxis_transform()
        ticks = self.across.ticks(self.inner.width, self.frame.type)
        colour = self.frame.style.colour("control")
        places = [tick.at for tick in ticks]
        self.again(
            Line2D(places, [0.0] * len(places), ls="", marker=3, ms=_TICK, mew=0.8, color=colour),
            along,
        )
        self._write_under([tick for tick in ticks if tick.text], along)

    def _write_under(self, ticks: Sequence[Tick], along: Transform) -> None:
        """All words with as many lines, from their foot upwards: their tops are as high as their letters are."""
        lines = max((1 + tick.text.count("\n") for tick in ticks), default=0)
        foot = -_GAP - self.frame.type.height(lines)
        under = along + ScaledTranslation(0, foot, self.frame.figure.dpi_scale_trans)
        for tick in ticks:
            text = tick.text + "\n" * (lines - 1 - tick.text.count("\n"))
            self.again(self.frame.type.words(tick.at, 0, text, ha="center", va="bottom"), under)


def _rules(places: Sequence[float], style: ChartStyle) -> Line2D:
    """Light lines through the whole width, as one artist."""
    y = [value for place in places for value in (place, place, math.nan)]
    return Line2D([0.0, 1.0, math.nan] * len(places), y, color=style.colour("line"), lw=0.8, zorder=0.5)


@dataclass
class Frame:
    """A figure of `size` in inches, with panels one above the other.

    question, message: stand above and below in a titled style.
    """

    style: ChartStyle
    size: tuple[float, float]
    question: str = ""
    message: str = ""
    panels: list[Panel] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        self.figure = Figure(figsize=self.size, dpi=DPI, facecolor=self.style.colour("surface"))
        self.type = Type(self.style)
        self._titles: list[Words] = []

    def panel(
        self,
        across: Scale,
        up: Scale,
        *,
        lined: bool = True,
        room: Callable[[float], Room] = no_room,
        then: Callable[[Panel], None] | None = None,
        weight: float = 1.0,
    ) -> Panel:
        """One more panel, below the others; see Panel."""
        made = Panel(frame=self, across=across, up=up, lined=lined, room=room, then=then, weight=weight)
        self.panels.append(made)
        return made

    def fit(self) -> None:
        """Set all margins and what hangs on them for the size that the figure has now."""
        body = self._draw_titles()
        left = self._left(body)
        rooms = [panel.outer_height(body.width - left) for panel in self.panels]
        taken = [room.above + room.below for room in rooms]
        free = max(body.height - sum(taken) - _BETWEEN * (len(taken) - 1), 0.0)
        whole = sum(panel.weight for panel in self.panels)
        y = body.y + body.height
        for panel, words in zip(self.panels, taken, strict=True):
            height = free * panel.weight / whole + words
            y -= height
            panel.place(Box(body.x, y, body.width, height), left)
            y -= _BETWEEN

    def _left(self, body: Box) -> float:
        """Inches left of the axes that all panels keep free, so that their days stand under one another."""
        height = body.height / max(len(self.panels), 1)
        left = max((panel.left_of_ticks(height) + panel.room(1.0).left for panel in self.panels), default=0.0)
        return max([left, *(panel.before_across(body.width - left) for panel in self.panels)])

    def _draw_titles(self) -> Box:
        """The question above and the message below; gives what is left between."""
        for words in self._titles:
            words.remove()
        self._titles.clear()
        width, height = self.figure.get_size_inches()
        box = Box(_PAD, _PAD, width - 2 * _PAD, height - 2 * _PAD)
        if not self.style.titled:
            return box
        above = self._title(self.question, box, HEADING, SEMI_BOLD)
        below = self._title(self.message, box, BODY, NORMAL)
        return Box(box.x, box.y + below, box.width, box.height - above - below)

    def _title(self, text: str, box: Box, size: float, weight: int) -> float:
        """A question at the top or a message at the foot of the box; the inches it takes, with air."""
        lines = self.type.wrapped(text, box.width, size, weight)
        if not lines:
            return 0.0
        va: Upright = "top" if size == HEADING else "bottom"
        y = box.y + box.height if size == HEADING else box.y
        words = self.type.words(box.x, y, "\n".join(lines), size=size, weight=weight, role="text", va=va)
        words.set_transform(self.figure.dpi_scale_trans)
        self.figure.add_artist(words)
        self._titles.append(words)
        return self.type.height(len(lines), size) + _BETWEEN
