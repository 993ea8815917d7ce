"""A letter as text: what it is called in a list, and what is copied of it."""

from __future__ import annotations

from reconnect_desktop.domain.records import Letter, LetterVersion

_FAR, _SHOWN = 1_000, 120  # characters that are looked at, and that may come into view


def opening_words(text: str) -> str:
    """How it begins, on one line."""
    return " ".join(text[:_FAR].split())[:_SHOWN]


def letter_title(letter: Letter | LetterVersion) -> str:
    """Its title, or its first words, or "" where nothing stands in it yet."""
    parts = (letter.title, letter.text, letter.happened, letter.felt, letter.wish, letter.grateful)
    return next((words for part in parts if (words := opening_words(part))), "")


def letter_as_text(title: str, text: str) -> str:
    """The letter to be copied: title and text; the outline is the writer's own."""
    return "\n\n".join(part.strip("\n") for part in (title.strip(), text) if part.strip())
