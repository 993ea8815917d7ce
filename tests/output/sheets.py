"""Sheets made by hand, for what sets them."""

from __future__ import annotations

from typing import Any

from reconnect_desktop.domain.review.month_review import Arrow
from reconnect_desktop.output.sheet import (
    Cell,
    Grid,
    Item,
    Items,
    Paragraph,
    Part,
    Row,
    Section,
    Sheet,
    Voice,
)
from tests.output.reviews import LATER

ODD = (
    "{nb} $x^2$ <b>&amp; **bold** [link](https://nowhere.example) \\ % \x07 tab\there\r\nnew line\u2028and one more\n\n"
    "Ω Ж é ﬁ 𝓗ello \u202eright to left\u202c zero\u200bwidth soft\u00adhyphen ❤️ 😀 🦄 👩‍👩‍👧 🇮🇳\n"  # noqa: RUF001
    "அம்மா இன்று சிரித்தாள்; اتصلت بي أمي اليوم. שלום אמא 妈妈今天很开心\n" + "a" * 900
)
GRID = Grid(
    "October beside September and the usual",
    ("", "October", "September", "Usually"),
    (
        Row("Days in touch", (Cell("9"), Cell("7", Arrow.MORE, "more now"), Cell("8"))),
        Row("Longest gap", (Cell("8 days"), Cell("12 days", Arrow.LESS, "shorter now"), Cell("9 days"))),
    ),
)


def sheet(*sections: Section, **fields: Any) -> Sheet:
    """A sheet with these sections."""
    given: dict[str, Any] = {
        "title": "October 2026",
        "under": "Looked back on 2 November",
        "notices": (),
        "made": LATER,
    }
    return Sheet(sections=sections, foot="Made with Reconnect on this computer", **given | fields)


def section(
    *parts: Part, heading: str = "Small good moments", key: str = "wins", apart: bool = False
) -> Section:
    """A section of these parts."""
    return Section(key, heading, parts, apart=apart)


def plain(text: str) -> Paragraph:
    """A paragraph of ours."""
    return Paragraph(text)


def own(text: str) -> Paragraph:
    """A paragraph of the user's."""
    return Paragraph(text, Voice.OWN)


def items(*texts: str) -> Items:
    """A list of the user's words."""
    return Items(tuple(Item("Thursday 8 October, call", (own(text),)) for text in texts))


def full() -> Sheet:
    """One of every kind of part, on two pages."""
    facts = "You were in touch on 9 of 31 days: 6 calls, 4 messages and 2 visits."
    return sheet(
        section(
            plain(facts), plain("Together that came to 6 h 48 min."), heading="What happened", key="happened"
        ),
        section(
            GRID,
            Paragraph("What is marked differs by more than chance.", Voice.ASIDE),
            heading="Beside",
            key="compared",
        ),
        section(
            items(*(f"Moment {number}: {words}" for number, words in enumerate(["She laughed. " * 9] * 7)))
        ),
        section(
            plain("It felt further apart."),
            own("I went quiet,\nand so did she."),
            heading="A harder moment",
            apart=True,
        ),
        section(
            own("Softer than I thought & <kinder>.\n\n  – no list"),
            heading="In my own words",
            key="reflection",
        ),
        notices=("Names and notes are left out.",),
    )
