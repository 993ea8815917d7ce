"""Buttons that a single letter presses, too: the one underlined on them, in the language that is spoken."""

from __future__ import annotations

from reconnect_desktop.language import mark, tr

MERGE = mark("&Merge into one")
KEEP_BOTH = mark("&Keep both")
NOT_HER = mark("&Wasn't {name}")


def letter_of(words: str) -> str:
    """The letter that is underlined in the words of a button, as it is typed; "" where there is none."""
    return words.partition("&")[2][:1].casefold()


def letter_for(button: str) -> str:
    """The letter for one of the buttons above, as it is typed."""
    return letter_of(tr(button))


def shown_letter(button: str) -> str:
    """The same, as a key has it."""
    return letter_for(button).upper()
