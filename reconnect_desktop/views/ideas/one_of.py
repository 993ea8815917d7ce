"""Words of which one stays chosen."""

from __future__ import annotations

from reconnect_desktop.views.kit.word_choices import WordChoices


class OneOf(WordChoices):
    """The chosen one clicked again stays; before the first choice there may be none."""

    clearable = False
