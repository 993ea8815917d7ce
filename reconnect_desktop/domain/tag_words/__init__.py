"""Which tags, in small letters, tell what got in the way: the built-in ones, and plain words people use for the same.

The words of every language are looked for at once: people mix languages, and a journal outlives a choice of language.
"""

from __future__ import annotations

from reconnect_desktop.domain.tag_words.english import ENGLISH
from reconnect_desktop.domain.tag_words.german import GERMAN
from reconnect_desktop.domain.tag_words.spanish import SPANISH
from reconnect_desktop.domain.tags import GOT_IN_THE_WAY

_LIFE, _STYLES, _HURT, _STRESS = GOT_IN_THE_WAY
LANGUAGES = (ENGLISH, GERMAN, SPANISH)

TRANSITIONS = frozenset({_LIFE}).union(*(words.transitions for words in LANGUAGES))
STYLES = frozenset({_STYLES}).union(*(words.styles for words in LANGUAGES))
CONFLICT = frozenset({_HURT}).union(*(words.conflict for words in LANGUAGES))
STRESS = frozenset({_STRESS}).union(*(words.stress for words in LANGUAGES))
DRAINED = STRESS.union(*(words.drained for words in LANGUAGES))
