"""Colours and sizes of charts, from a theme: what every chart is drawn in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reconnect_desktop.domain.measures import Medium

# Shape tells media apart as well as colour does; matplotlib's names.
MARKERS: Mapping[Medium, str] = {
    Medium.CALL: "o",
    Medium.VIDEO: "s",
    Medium.VISIT: "D",
    Medium.MESSAGE: "^",
    Medium.LETTER: "v",
    Medium.OTHER: "X",
}


@dataclass(frozen=True, slots=True)
class ChartStyle:
    """colours: those of a theme, by role; points: size of body text; fonts: families, the first that is there is taken.

    first_weekday: 0 (Monday) … 6. titled: whether the question and the message stand in the figure itself.
    """

    colours: Mapping[str, str]
    points: float = 10.0
    fonts: tuple[str, ...] = ("DejaVu Sans",)
    first_weekday: int = 0
    titled: bool = False

    def colour(self, role: str) -> str:
        """The colour of a role, as #RRGGBB. KeyError for any other."""
        return self.colours[role]

    def faint(self, colour: str, strength: float) -> str:
        """The colour, mixed with the ground so that nothing under it shines through: 1 as it is, 0 the ground alone."""
        ink, paper = bytes.fromhex(colour[1:]), bytes.fromhex(self.colour("surface")[1:])
        mixed = (
            round(one * strength + other * (1 - strength)) for one, other in zip(ink, paper, strict=True)
        )
        return f"#{bytes(mixed).hex()}"

    def medium(self, medium: Medium) -> str:
        """The colour of a medium."""
        return self.colours[f"medium_{medium.value}"]
