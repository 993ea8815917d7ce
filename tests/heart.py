"""Signals, nudges, tries and rows of the catalogue for tests, with as little said as the test needs."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from reconnect_desktop.domain.circumstances import Circumstance
from reconnect_desktop.domain.records import Answer, Nudge, Outcome, Pause, PauseReason, Try
from reconnect_desktop.domain.signals import Dip, Gap, Of
from reconnect_desktop.domain.suggestions import Asks, Fit, Part, Suggestion
from tests.making import TODAY, ago, when


def dip(began: int = 3, **fields: Any) -> Dip:
    """A dip that came on so many days ago: 2.8 against 4.6 over 4 ratings."""
    given = {"since": ago(began + 14), "recent": 2.8, "usual": 4.6, "count": 4}
    return Dip(began=ago(began), **{**given, **fields})


def gap(began: int = 3, **fields: Any) -> Gap:
    """A gap that came on so many days ago: 19 days, usually about 8."""
    given = {"since": ago(19), "days": 19, "usual": 8.3, "of": Of.CONTACT, "years": 12.0, "fine": None}
    return Gap(began=ago(began), **{**given, **fields})


def nudge(
    days_ago: int, suggestion: str = "hello", signal: str = "gap", answer: Answer | None = None, **fields: Any
) -> Nudge:
    """One shown so many days ago at noon; an answer was given on the same day, unless `answered` says when."""
    shown = when(ago(days_ago))
    answered = fields.pop("answered", shown if answer else None)
    given = {"id": f"{suggestion} {days_ago}", "suggestion": suggestion, "signal": signal, "shown": shown}
    return Nudge(**{**given, "answer": answer, "answered": answered, **fields})


def tried(days_ago: int, suggestion: str = "hello", outcome: Outcome | None = None, **fields: Any) -> Try:
    """One begun so many days ago at noon, and told of on the same day."""
    begun = when(ago(days_ago))
    answered = begun if outcome else None
    given = {"id": f"{suggestion} try {days_ago}", "suggestion": suggestion, "begun": begun}
    return Try(**{**given, "outcome": outcome, "answered": answered, **fields})


def row(name: str, *fits: tuple[str, float], **fields: Any) -> Suggestion:
    """A row that fits where all of the circumstances in a text ("dip conflict") are the case."""
    given: dict[str, Any] = {
        "part": Part.NEVER_TOO_LATE,
        "title": name,
        "what": f"What {name} is.",
        "ways": (f"{name} one", f"{name} two"),
        "follow_up": f"How was {name}?",
        "asks": Asks.CONTACT,
        "gentle": True,
        "never": frozenset(),
        "leads_to": None,
    }
    made = tuple(Fit(all_of=words(text), weight=weight) for text, weight in fits)
    return Suggestion(id=name, fits=made, **{**given, **fields})


def words(text: str) -> frozenset[Circumstance]:
    """The circumstances named in a text."""
    return frozenset(Circumstance(word) for word in text.split())


def paused(reason: str = "travel", start: date | None = None, end: date | None = None) -> Pause:
    """A pause, from yesterday on if not said otherwise."""
    return Pause(id=f"pause {reason}", reason=PauseReason(reason), start=start or ago(1), end=end)


def ids(chosen: Iterable[Any]) -> list[str]:
    """The ids of rows that were chosen."""
    return [one.suggestion.id for one in chosen]


__all__ = ["TODAY", "ago", "dip", "gap", "ids", "nudge", "paused", "row", "tried", "when", "words"]
