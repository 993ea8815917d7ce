"""Which tags, in small letters, tell what got in the way: the built-in ones, and plain words people use for the same."""

from __future__ import annotations

from reconnect_desktop.domain.tags import GOT_IN_THE_WAY

_LIFE, _STYLES, _HURT, _STRESS = GOT_IN_THE_WAY

TRANSITIONS = frozenset(
    {
        *(
            _LIFE,
            "life change",
            "moving",
            "new job",
            "new home",
            "retirement",
            "illness",
            "wedding",
            "divorce",
        ),
        *("new baby", "baby", "empty nest", "separation", "big change"),
    }
)
STYLES = frozenset(
    {_STYLES, "different style", "misunderstanding", "misunderstood", "talking past each other"}
)
CONFLICT = frozenset(
    {
        *(_HURT, "conflict", "argument", "argued", "fight", "fought", "quarrel", "tension", "tense"),
        *("disagreement", "old wounds", "hurt"),
    }
)
STRESS = frozenset(
    {
        *(_STRESS, "stress", "stressed", "stressful", "work stress", "exhausted", "overwhelmed", "burnout"),
        *("worn out", "too much work", "money worries"),
    }
)
