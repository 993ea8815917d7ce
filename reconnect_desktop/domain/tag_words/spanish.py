"""What got in the way, in Spanish."""

from __future__ import annotations

from reconnect_desktop.domain.tag_words.cause_words import CauseWords

SPANISH = CauseWords()
