"""The catalogue of suggestions: what one row says, when it fits and when it keeps silent."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum

from reconnect_desktop.domain.circumstances import Circumstance


class Part(StrEnum):
    """The parts of the way back to each other: four causes, six steps, patience, and that it is not too late."""

    TRANSITIONS = "transitions"
    STYLES = "styles"
    CONFLICT = "conflict"
    STRESS = "stress"
    CONVERSATION = "conversation"
    COMMON_GROUND = "common_ground"
    EXPECTATIONS = "expectations"
    LISTENING = "listening"
    ELEPHANT = "elephant"
    SUPPORT = "support"
    SETBACKS = "setbacks"
    WINS = "wins"
    NEEDS = "needs"
    NEVER_TOO_LATE = "never_too_late"


class Asks(StrEnum):
    """What a suggestion asks for: contact with her, something of oneself, the help of others."""

    CONTACT = "contact"
    SELF = "self"
    SUPPORT = "support"


class LeadsTo(StrEnum):
    """The page a suggestion goes on to."""

    LETTER = "letter"
    NEEDS = "needs"
    RHYTHM = "rhythm"
    TOPICS = "topics"
    LOG = "log"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """It fits when all of these are the case; a bigger weight is a better fit."""

    all_of: frozenset[Circumstance]
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """One row; its texts may hold `{name}`.

    what: two to four sentences; ways: words one could say or write; follow_up: the question asked later;
    gentle: kind and of little effort, fit for a bad patch; fits: none for a row that is only there to be looked up;
    never: circumstances of which each one keeps it from showing; leads_to: the page it goes on to, if any.
    """

    id: str
    part: Part
    title: str
    what: str
    ways: tuple[str, ...]
    follow_up: str
    asks: Asks
    gentle: bool
    fits: tuple[Fit, ...]
    never: frozenset[Circumstance]
    leads_to: LeadsTo | None

    def may_show(self, circumstances: AbstractSet[Circumstance]) -> bool:
        """Whether nothing in these circumstances keeps it from showing, asked for or not."""
        return self.never.isdisjoint(circumstances)

    def best_fit(self, circumstances: AbstractSet[Circumstance]) -> Fit | None:
        """The fit of the biggest weight among those of which all is the case; None where none fits."""
        fitting = [fit for fit in self.fits if fit.all_of <= circumstances]
        return max(fitting, key=lambda fit: fit.weight, default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class PartWords:
    """What a part is called, and what it is about in two sentences."""

    name: str
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedWords:
    """A need: its name, what it can look like, and drafts of how to say it, which may hold `{name}`."""

    id: str
    name: str
    about: str
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnsafeWords:
    """The words of fear and harm in one language; `domain.safety` says how they are looked for.

    words: what tells it in a tag or a need; phrases: what tells it in a free note; closed: the same where the clause
    ends there, or goes on with a word of `then`; not_meant: what is left out before looking. They are regular
    expressions, in which `{x}` stands for any of the list x in `lists`.
    """

    words: tuple[str, ...]
    phrases: tuple[str, ...]
    closed: tuple[str, ...]
    then: tuple[str, ...]
    not_meant: tuple[str, ...]
    lists: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def expressions(self) -> tuple[str, ...]:
        """All of them, but for what stands in the lists."""
        return (*self.words, *self.phrases, *self.closed, *self.then, *self.not_meant)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsafe:
    """What tells of fear and harm. needs: ids of needs that tell it by themselves; languages: the words of each."""

    needs: tuple[str, ...]
    languages: tuple[UnsafeWords, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """All the words of one language; those of fear and harm are of all of them, since people mix languages.

    causes: for each tag of what got in the way, a line of understanding.
    """

    suggestions: tuple[Suggestion, ...]
    parts: Mapping[Part, PartWords]
    causes: Mapping[str, str]
    needs: tuple[NeedWords, ...]
    unsafe: Unsafe

    def suggestion(self, id: str) -> Suggestion | None:  # noqa: A002 - the record's word
        """The row of this id; None for one that is no longer there."""
        return next((row for row in self.suggestions if row.id == id), None)

    def need(self, id: str) -> NeedWords | None:  # noqa: A002 - the record's word
        """The need of this id; None for one that is no longer there."""
        return next((need for need in self.needs if need.id == id), None)


def filled(text: str, name: str) -> str:
    """The text with what she is called in place of `{name}`; any other brace stays as it is."""
    return text.replace("{name}", name)
