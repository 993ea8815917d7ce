"""Two interactions line by line, in words: what is the same, and what differs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.twins import Twin
from reconnect_desktop.language import tr, tr_n
from reconnect_desktop.output.sentences import (
    closeness_word,
    length_words,
    medium_word,
    mood_word,
    reached_out_word,
)
from reconnect_desktop.output.tag_names import shown_tags
from reconnect_desktop.views.kit.dates import full_day_words, time_words
from reconnect_desktop.views.today.imported_words import source_words

_MOST = 600  # characters of a note


@dataclass(frozen=True, slots=True)
class Line:
    """name: what it is about; one, other: what each says, "" for nothing; differs: both say something, and not the same."""

    name: str
    one: str
    other: str

    @property
    def differs(self) -> bool:
        """Whether the two speak against each other: where one of them says nothing, they don't."""
        return bool(self.one and self.other and self.one != self.other)


def lines(one: Interaction, other: Interaction) -> list[Line]:
    """What there is to compare; what neither of them says is left out."""
    said = (Line(name, words(one), words(other)) for name, words in _facts())
    return [line for line in said if line.one or line.other]


def written_words(interaction: Interaction) -> str:
    """Who wrote it down."""
    if not interaction.source:
        return tr("Written by you")
    return tr("From {source}").format(source=source_words(interaction.source))


def whole_words(whole: Interaction) -> str:
    """What the two would be as one: "Friday 20 November 2026, 18:04 · Call · 41 min · 5 of 7"."""
    facts = [_when(whole), *(words(whole) for _, words in _facts()[1:5])]
    return " · ".join(fact for fact in facts if fact)


def spoken_words(twin: Twin) -> str:
    """Both, one after the other, for who hears them."""
    told = lines(twin.one, twin.other)
    sides = (twin.one, [line.one for line in told]), (twin.other, [line.other for line in told])
    return " ".join(
        f"{written_words(side)}: {', '.join(fact for fact in facts if fact)}." for side, facts in sides
    )


def _facts() -> tuple[tuple[str, Callable[[Interaction], str]], ...]:
    return (
        (tr("When"), _when),
        (tr("How"), lambda one: medium_word(one.medium)),
        (tr("How long"), lambda one: _or_nothing(one.minutes, length_words)),
        (
            tr("Messages"),
            lambda one: _or_nothing(
                one.messages, lambda many: tr_n("{count} message", "{count} messages", many)
            ),
        ),
        (tr("Closeness"), lambda one: _or_nothing(one.closeness, closeness_word)),
        (tr("My mood"), lambda one: _or_nothing(one.mood, mood_word)),
        (tr("Who reached out"), lambda one: reached_out_word(one.reached_out) if one.reached_out else ""),
        (tr("Tags"), lambda one: ", ".join(shown_tags(one.tags))),
        (tr("A good moment"), lambda one: _shortened(one.win)),
        (tr("Note"), lambda one: _shortened(one.note)),
    )


def _when(one: Interaction) -> str:
    return f"{full_day_words(one.when.day)}, {time_words(one.when.local)}"


def _or_nothing(value: int | None, words: Callable[[int], str]) -> str:
    return "" if value is None else words(value)


def _shortened(text: str) -> str:
    text = text.strip()
    return text if len(text) <= _MOST else f"{text[:_MOST]}…"
