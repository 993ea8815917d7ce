"""Everything else the journal keeps beside interactions, and the union of all records."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reconnect_desktop.domain.checks import check_members, check_number, check_text
from reconnect_desktop.domain.errors import Invalid, Why
from reconnect_desktop.domain.interaction import MOOD, Interaction
from reconnect_desktop.domain.months import Month, read_month
from reconnect_desktop.domain.plan import Plan
from reconnect_desktop.domain.when import When


@dataclass(frozen=True, slots=True, kw_only=True)
class MoodCheckIn:
    """How I am myself, 1…5, on its own."""

    id: str
    when: When
    logged: When
    mood: int
    note: str = ""

    def __post_init__(self) -> None:
        check_number("mood", self.mood, MOOD)
        check_text("note", self.note)


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """Something to ask or tell her next time; `done` once it was."""

    id: str
    text: str
    added: When
    done: When | None = None

    def __post_init__(self) -> None:
        check_text("topic", self.text, most=1000)
        if not self.text.strip():
            raise Invalid("topic", Why.EMPTY)


class PauseReason(StrEnum):
    """Why no nudge to make contact is shown."""

    TRAVEL = "travel"
    BOUNDARY = "boundary"
    GRIEF = "grief"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """A span of days, both ends included, without nudges; open while `end` is None."""

    id: str
    reason: PauseReason
    start: date
    end: date | None = None
    note: str = ""

    def __post_init__(self) -> None:
        check_text("note", self.note)
        if self.end is not None and self.end < self.start:
            raise Invalid("end", Why.ENDS_BEFORE_START)

    def covers(self, day: date) -> bool:
        """Whether `day` lies in it."""
        return self.start <= day and (self.end is None or day <= self.end)


class Answer(StrEnum):
    """What was said to a nudge."""

    TRY = "try"
    NOT_TODAY = "not_today"
    NOT_FOR_ME = "not_for_me"


@dataclass(frozen=True, slots=True, kw_only=True)
class Nudge:
    """A suggestion that was shown unasked, and what was answered.

    suggestion: its id in the catalogue; signal: "dip", "gap", or "" where there was none.
    """

    id: str
    suggestion: str
    shown: When
    signal: str = ""
    answer: Answer | None = None
    answered: When | None = None

    def __post_init__(self) -> None:
        _check_suggestion(self.suggestion, self.signal)
        if (self.answer is None) != (self.answered is None):
            raise Invalid("answer", Why.EMPTY)


class Outcome(StrEnum):
    """How a try went, in one tap."""

    GOOD = "good"
    SO_SO = "so_so"
    HARD = "hard"
    NOT_DONE = "not_done"


@dataclass(frozen=True, slots=True, kw_only=True)
class Try:
    """A suggestion taken up: `suggestion` and `signal` as in `Nudge`; what followed, once it was told."""

    id: str
    suggestion: str
    begun: When
    signal: str = ""
    outcome: Outcome | None = None
    answered: When | None = None
    note: str = ""

    def __post_init__(self) -> None:
        _check_suggestion(self.suggestion, self.signal)
        check_text("note", self.note)
        if (self.outcome is None) != (self.answered is None):
            raise Invalid("outcome", Why.EMPTY)


def _check_suggestion(suggestion: str, signal: str) -> None:
    check_text("suggestion", suggestion, most=100)
    if not suggestion.strip():
        raise Invalid("suggestion", Why.EMPTY)
    if signal not in ("", "dip", "gap"):
        raise Invalid("signal", Why.UNKNOWN_WORD)


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A draft to organise thoughts: four parts of an outline, and the letter itself; never sent by the app.

    suggestion: the id of the suggestion that led here, or "".
    """

    id: str
    begun: When
    changed: When
    title: str = ""
    happened: str = ""
    felt: str = ""
    wish: str = ""
    grateful: str = ""
    text: str = ""
    suggestion: str = ""

    def __post_init__(self) -> None:
        _check_letter(self)
        check_text("suggestion", self.suggestion, most=100)


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterVersion:
    """A letter as it once was; `letter` is its id, `kept` when this version was set aside."""

    id: str
    letter: str
    kept: When
    title: str = ""
    happened: str = ""
    felt: str = ""
    wish: str = ""
    grateful: str = ""
    text: str = ""

    def __post_init__(self) -> None:
        check_text("letter", self.letter, most=100)
        if not self.letter:
            raise Invalid("letter", Why.EMPTY)
        _check_letter(self)


def _check_letter(letter: Letter | LetterVersion) -> None:
    check_text("title", letter.title, most=200)
    for name in ("happened", "felt", "wish", "grateful", "text"):
        check_text(name, getattr(letter, name))


class Asked(StrEnum):
    """Whether a need was said aloud."""

    YES = "yes"
    NOT_YET = "not_yet"


class Met(StrEnum):
    """Whether a need was met."""

    YES = "yes"
    PARTLY = "partly"
    NOT_YET = "not_yet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """Something I need from the relationship; `need` is an id of the catalogue or a word of one's own.

    asked and met: None while that was not answered. words: how I could say it.
    """

    id: str
    noted: When
    need: str
    asked: Asked | None = None
    met: Met | None = None
    words: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        check_text("need", self.need, most=200)
        if not self.need.strip():
            raise Invalid("need", Why.EMPTY)
        check_text("words", self.words, most=10_000)
        check_text("note", self.note)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reflection:
    """One's own words about a month, and what one intends for the next. `id` is the month, as in 2026-10.

    changed: when it was last written.
    """

    id: str
    changed: When
    text: str = ""
    intention: str = ""

    def __post_init__(self) -> None:
        if read_month(self.id).isoformat() != self.id:
            raise Invalid("month", Why.NOT_A_TIME)
        check_text("reflection", self.text)
        check_text("intention", self.intention)

    @property
    def month(self) -> Month:
        """The month it looks back on."""
        return read_month(self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """That history was brought in from a file, so that it can be taken out again as a whole.

    format: its name among those that can be read; members: (kind, id) of each record that came in, the kind as in
    `domain.plain`; digests: of each of them as it came, in their order (`domain.imported`), so that it can be told which
    were changed since; first, last: the days of the interactions among them.
    """

    id: str
    when: When
    format: str
    members: tuple[tuple[str, str], ...]
    digests: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None

    def __post_init__(self) -> None:
        check_text("format", self.format, most=100)
        check_members(self.members, self.digests)
        if self.first and self.last and self.last < self.first:
            raise Invalid("last", Why.ENDS_BEFORE_START)


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """A personal choice that belongs in the journal; `id` is its name in `domain.settings`."""

    id: str
    value: str

    def __post_init__(self) -> None:
        check_text("value", self.value, most=10_000)


_Told = Interaction | MoodCheckIn | Topic | Plan | Pause | Nudge | Try
_Written = Letter | LetterVersion | Need | Reflection | Import | Setting
Record = _Told | _Written
RECORD_TYPES: tuple[type[Record], ...] = (
    *(Interaction, MoodCheckIn, Topic, Plan, Pause),
    *(Nudge, Try, Letter, LetterVersion, Need, Reflection, Import, Setting),
)
