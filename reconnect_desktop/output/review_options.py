"""How a review is told: on the page, on paper, and to a counsellor."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

from reconnect_desktop.domain.settings import HER_NAME
from reconnect_desktop.language import mark, spoken, tr

NEUTRAL_NAME = mark("my mother")


class Paper(StrEnum):
    """The size of a sheet."""

    A4 = "a4"
    LETTER = "letter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What is told of a review.

    counsellor: it is made for somebody else, so the page says what was left out; names: her name is used, otherwise
    `NEUTRAL_NAME`; notes: what was typed about interactions, tries and needs is shown, tags included;
    first_weekday: 0 (Monday) to 6; language: the tag of BCP 47 that the page carries, that of the language spoken
    if no other is given.
    """

    counsellor: bool = False
    names: bool = True
    notes: bool = True
    paper: Paper = Paper.A4
    her_name: str = HER_NAME.default
    first_weekday: int = 0
    language: str = field(default_factory=lambda: spoken().code)

    @property
    def she(self) -> str:
        """What she is called: "Amma", or "my mother" where names are left out."""
        return self.her_name if self.names else tr(NEUTRAL_NAME)


def for_counsellor(options: Options, *, names: bool = False, notes: bool = False) -> Options:
    """The same, made for a counsellor: names and notes are left out unless they are asked for."""
    return replace(options, counsellor=True, names=names, notes=notes)
