"""A sheet as the output makes one, by hand."""

from __future__ import annotations

from datetime import date

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

TABLE = Grid(
    caption="October beside September and the usual",
    headings=("", "October", "September", "Usual"),
    rows=(
        Row("Days in touch", (Cell("9"), Cell("6", Arrow.MORE, "more now"), Cell("7.5"))),
        Row("Time together", (Cell("3 h 20 min"), Cell("2 h 5 min"), Cell("2 h 40 min"))),
        Row("Closeness", (Cell("5.1"), Cell("4.8"), Cell("4.3", Arrow.MORE, "closer now"))),
        Row("Longest gap", (Cell("8 days"), Cell("13 days", Arrow.LESS, "shorter now"), Cell("9 days"))),
    ),
)


def section(key: str, heading: str, *parts: Part) -> Section:
    """A section of these parts."""
    return Section(key, heading, parts)


def told(*sections: Section, under: str = "") -> Sheet:
    """A sheet of October."""
    return Sheet(
        title="October 2026",
        under=under,
        notices=(),
        sections=sections,
        foot="",
        made=date(2026, 11, 2),
    )


HAPPENED = section(
    "happened",
    "What happened",
    Paragraph("You were in touch on 9 of 31 days: 6 calls, 2 video calls and a visit."),
    Paragraph("It felt closer than usual: 5.1 of 7 over 8 ratings, against 4.3."),
)
COMPARED = section("compared", "Beside September and the usual", TABLE)
WINS = section(
    "wins",
    "Small good moments",
    Items(
        (
            Item(
                "Sunday 11 October, call",
                (Paragraph("She laughed about the <b>cat & the hat</b>.", Voice.OWN),),
            ),
            Item("Saturday 24 October, visit", (Paragraph("அம்மா\nமழை 🌧️", Voice.OWN),)),
        )
    ),
)
HARD = section(
    "hard",
    "A harder moment",
    Paragraph("On Wednesday 14 October a call felt further apart."),
    Paragraph("We talked about the move again.", Voice.OWN),
)
NEEDS = section("needs", "What I need", Items((Item("To be heard", (Paragraph("Asked, and partly met."),)),)))
RHYTHM = section(
    "rhythm",
    "The rhythm",
    Paragraph("You'd like contact about every 7 days; lately it has been about every 12."),
)
ALL = (HAPPENED, COMPARED, WINS, HARD, NEEDS, RHYTHM)
