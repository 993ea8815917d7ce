"""What got in the way, in English."""

from __future__ import annotations

from reconnect_desktop.domain.tag_words.cause_words import CauseWords

ENGLISH = CauseWords(
    transitions=frozenset(
        {
            *("life change", "moving", "new job", "new home", "retirement", "illness", "wedding", "divorce"),
            *("new baby", "baby", "empty nest", "separation", "big change"),
        }
    ),
    styles=frozenset({"different style", "misunderstanding", "misunderstood", "talking past each other"}),
    conflict=frozenset(
        {
            *("conflict", "argument", "argued", "fight", "fought", "quarrel", "tension", "tense"),
            *("disagreement", "old wounds", "hurt"),
        }
    ),
    stress=frozenset(
        {
            *("stress", "stressed", "stressful", "work stress", "exhausted", "overwhelmed", "burnout"),
            *("worn out", "too much work", "money worries"),
        }
    ),
    drained=frozenset({"drained", "tired"}),
)
