"""The settings that live in the journal, each declared once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

from reconnect_desktop.domain.errors import Invalid, Why
from reconnect_desktop.domain.months import read_month
from reconnect_desktop.domain.quiet_hours import QuietHours, read_quiet_hours, write_quiet_hours
from reconnect_desktop.domain.reminding import EVERY_CHOICES, Told, read_told, write_told
from reconnect_desktop.domain.rhythm import NO_RHYTHM, read_rhythm, write_rhythm

T = TypeVar("T")

NAME_MOST = 40


@dataclass(frozen=True, slots=True)
class Declared(Generic[T]):
    """One setting: its id, what it is when nothing was chosen, and its form as text."""

    id: str
    default: T
    read: Callable[[str], T]
    write: Callable[[T], str] = str


def _read_name(text: str) -> str:
    name = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    if not name:
        raise Invalid("her_name", Why.EMPTY)
    if len(name) > NAME_MOST:
        raise Invalid("her_name", Why.TOO_LONG)
    return name


def _read_flag(text: str) -> bool:
    if text not in ("yes", "no"):
        raise Invalid("setting", Why.UNKNOWN_WORD)
    return text == "yes"


def _write_flag(value: bool) -> str:
    return "yes" if value else "no"


def _read_whole(text: str) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > 15:
        raise Invalid("setting", Why.NOT_A_NUMBER)
    return int(text)


def _read_most(text: str) -> int:
    most = _read_whole(text)
    if most not in NUDGES_MOST_CHOICES:
        raise Invalid("setting", Why.OUT_OF_RANGE)
    return most


def _read_every(text: str) -> int:
    days = _read_whole(text)
    if days not in EVERY_CHOICES:
        raise Invalid("setting", Why.OUT_OF_RANGE)
    return days


def _read_minutes(text: str) -> int:
    minutes = _read_whole(text)
    if minutes not in LOCK_AFTER_CHOICES:
        raise Invalid("lock_after", Why.OUT_OF_RANGE)
    return minutes


def _read_silence(text: str) -> int:
    minutes = _read_whole(text)
    if minutes not in SILENCE_ALLOWED:
        raise Invalid("silence", Why.OUT_OF_RANGE)
    return minutes


def _read_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise Invalid("setting", Why.NOT_A_TIME) from None


def _write_day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _read_month(text: str) -> str:
    return read_month(text).isoformat() if text else ""


NUDGES_MOST_CHOICES = (1, 2, 4)
SILENCE_ALLOWED = range(5, 24 * 60 + 1)  # minutes
LOCK_AFTER_CHOICES = (0, 1, 2, 5, 10, 15, 30, 60, 120, 480)  # minutes; 0: never by itself

HER_NAME = Declared("her_name", "Mom", _read_name)
MOOD_ON_TODAY = Declared("mood_on_today", True, _read_flag, _write_flag)

# Imported interactions logged up to this moment (seconds since 1970, UTC) are not asked to be rated: see domain/rating.py.
RATING_LEFT_UNTIL = Declared("rating_left_until", 0, _read_whole)

# The moment up to which nothing that was logged is asked about: whether it is the same as another; see domain/twins.py.
TWINS_LEFT_UNTIL = Declared("twins_left_until", 0, _read_whole)
# The day on which it was said of those: not now.
TWINS_PUT_OFF: Declared[date | None] = Declared("twins_put_off", None, _read_day, _write_day)

RHYTHM = Declared("rhythm", NO_RHYTHM, read_rhythm, write_rhythm)
NUDGES = Declared("nudges", True, _read_flag, _write_flag)
NUDGES_MOST = Declared("nudges_most", 2, _read_most)  # in 30 days
QUIET_HOURS = Declared("quiet_hours", QuietHours(22, 7), read_quiet_hours, write_quiet_hours)
NOTIFY = Declared("notify", False, _read_flag, _write_flag)
NOTIFY_EVERY = Declared("notify_every", 7, _read_every)  # days at least from one notification to the next
NOTIFY_HOURS = Declared("notify_hours", QuietHours(17, 20), read_quiet_hours, write_quiet_hours)  # in which
NOTIFIED = Declared("notified", Told(), read_told, write_told)
CAUSES_ASKED = Declared("causes_asked", True, _read_flag, _write_flag)  # after a low rating
CAUSES_LEFT = Declared("causes_left", "", str)  # the id of the interaction of which it was said: don't ask
TRYING_HIDDEN = Declared("trying_hidden", "", str)  # the id of the try of which Today does not speak
GENTLER_WAYS = Declared("gentler_ways", True, _read_flag, _write_flag)  # underlined in letters
REVIEW_ON_TODAY = Declared("review_on_today", True, _read_flag, _write_flag)
REVIEW_SEEN = Declared(
    "review_seen", "", _read_month
)  # the month whose card on Today was put away, as in 2026-10
# The month in whose review the rhythm was to stay as it is, so that it is not asked there again.
REVIEW_RHYTHM_KEPT = Declared("review_rhythm_kept", "", _read_month)

SILENCE = Declared("silence", 120, _read_silence)  # minutes without a message that end an exchange

LOCK_AFTER = Declared(
    "lock_after", 10, _read_minutes
)  # minutes without a key or a mouse, of an encrypted journal
LOCK_WITH_SESSION = Declared(
    "lock_with_session", True, _read_flag, _write_flag
)  # with the screen, and before sleep
BACKUP_FOLDER = Declared("backup_folder", "", str)  # a second place for backups, or ""

# "It has been quiet since then" was answered about the silence after this day, so it is not asked again.
NO_CONTACT_SINCE: Declared[date | None] = Declared("no_contact_since", None, _read_day, _write_day)

# Any: each has a type of its own.
SETTINGS: tuple[Declared[Any], ...] = (
    HER_NAME,
    MOOD_ON_TODAY,
    RATING_LEFT_UNTIL,
    TWINS_LEFT_UNTIL,
    TWINS_PUT_OFF,
    RHYTHM,
    NUDGES,
    NUDGES_MOST,
    QUIET_HOURS,
    NOTIFY,
    NOTIFY_EVERY,
    NOTIFY_HOURS,
    NOTIFIED,
    CAUSES_ASKED,
    CAUSES_LEFT,
    TRYING_HIDDEN,
    GENTLER_WAYS,
    REVIEW_ON_TODAY,
    REVIEW_SEEN,
    REVIEW_RHYTHM_KEPT,
    SILENCE,
    LOCK_AFTER,
    LOCK_WITH_SESSION,
    BACKUP_FOLDER,
    NO_CONTACT_SINCE,
)

# What names a place on this computer is no part of what was written, and no file from elsewhere may choose it.
OF_THIS_COMPUTER = frozenset({BACKUP_FOLDER.id})


def value_of(setting: Declared[T], kept: Mapping[str, str]) -> T:
    """What was chosen, or the default where nothing (or nothing readable) is kept."""
    text = kept.get(setting.id)
    if text is None:
        return setting.default
    try:
        return setting.read(text)
    except Invalid:
        return setting.default
