"""How long a passphrase would withstand guessing, as one kind sentence; none is ever refused."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from reconnect_desktop.language import mark, tr

_LOOKED_AT: Final = (
    40  # characters; what is longer is strong already, and with many signs in it takes seconds
)
_GUESSES_A_SECOND: Final = 10_000  # with many fast computers: each guess takes 64 MiB, and ours 0.2 s
_HOUR, _MONTH, _YEAR = 3_600, 2_600_000, 31_600_000
# How long (seconds), at most, for each level below the highest.
_LEVELS: Final = (_HOUR, _MONTH, 2 * _YEAR, 200 * _YEAR)

_NOTHING_YET: Final = mark("A few words in a row are easy to remember and hard to guess.")
_SENTENCES: Final = (
    mark("This would be guessed within the hour; a few more words would help."),
    mark("This would take days to guess; another word or two would help."),
    mark("This would take months to guess; one more word would help."),
    mark("This would take years to guess."),
    mark("This would take centuries to guess."),
)
_EASY: Final = ("reconnect", "mom", "mum", "mother", "mama", "journal")


@dataclass(frozen=True, slots=True)
class Strength:
    """level: 0 (soon guessed) to 4. sentence: what to say of it."""

    level: int
    sentence: str


def strength(text: str) -> Strength:
    """By the zxcvbn estimate, over the first 40 characters; mostly some hundredths of a second."""
    if not text.strip():
        return Strength(0, tr(_NOTHING_YET))
    from zxcvbn import zxcvbn

    guesses = zxcvbn(text[:_LOOKED_AT], user_inputs=list(_EASY))["guesses"]
    level = sum(guesses >= limit * _GUESSES_A_SECOND for limit in _LEVELS)
    return Strength(level, tr(_SENTENCES[level]))
