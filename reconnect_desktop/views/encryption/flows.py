"""What can be done with the passphrase: what is asked for in which order, and what is done with the answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from reconnect_desktop.domain.errors import KeysDamaged
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.encryption.remembering import forget_soon


class Ask(Enum):
    """One step of the dialog."""

    PRESENT = auto()  # the passphrase of now, or the recovery key
    PASSPHRASE = auto()  # a new one, twice
    KEY = auto()  # a new recovery key is shown
    TYPED_BACK = auto()


class Flow(Enum):
    """One use of the dialog."""

    SET = auto()
    CHANGE = auto()
    RECOVERY_KEY = auto()
    DATA_KEY = auto()
    TAKE_AWAY = auto()

    @property
    def asks(self) -> tuple[Ask, ...]:
        """Its steps, in order."""
        return _ASKS[self]

    @property
    def may_skip_key(self) -> bool:
        """Whether it can be done without a recovery key."""
        return self is not Flow.RECOVERY_KEY


@dataclass(slots=True, repr=False)
class Answers:
    """What was asked for. recovery: the 16 bytes of a new recovery key, or None where there shall be none."""

    present: str = ""
    passphrase: str = ""
    recovery: bytes | None = None


def do(flow: Flow, journal: Journal, answers: Answers) -> None:
    """Do it; not for the thread that paints. Raises UserErrors; then nothing has changed."""
    _WORKS[flow](journal, answers)
    if flow in (Flow.DATA_KEY, Flow.TAKE_AWAY):
        forget_soon(journal.folder)  # the key that was in force until now


def verify(flow: Flow, journal: Journal, typed: str) -> None:
    """Whether this is the passphrase, or the recovery key; not for the thread that paints. Raises WrongPassphrase, KeysDamaged.

    Where the keys are damaged, that the journal is open has to do for what makes them good again, or needs none.
    """
    from reconnect_desktop import encrypting

    try:
        encrypting.verify(journal, typed)
    except KeysDamaged:
        if flow is Flow.RECOVERY_KEY:
            raise


def _set(journal: Journal, answers: Answers) -> None:
    from reconnect_desktop.encrypting import turn_on

    turn_on(journal, answers.passphrase, answers.recovery)


def _change(journal: Journal, answers: Answers) -> None:
    from reconnect_desktop.encrypting import change_passphrase

    change_passphrase(journal, answers.present, answers.passphrase)


def _set_recovery_key(journal: Journal, answers: Answers) -> None:
    from reconnect_desktop.encrypting import set_recovery_key

    assert answers.recovery is not None
    set_recovery_key(journal, answers.recovery)


def _make_data_key(journal: Journal, answers: Answers) -> None:
    """Whoever knows the passphrase of before is kept out by another one, and by another key behind it."""
    from reconnect_desktop.encrypting import change_passphrase, new_data_key

    change_passphrase(journal, answers.present, answers.passphrase)
    answers.present = answers.passphrase  # so it is from here on, also if the rest has to be tried again
    new_data_key(journal, answers.passphrase, answers.recovery)


def _take_away(journal: Journal, _answers: Answers) -> None:
    from reconnect_desktop.encrypting import turn_off

    turn_off(journal)


_ASKS: dict[Flow, tuple[Ask, ...]] = {
    Flow.SET: (Ask.PASSPHRASE, Ask.KEY, Ask.TYPED_BACK),
    Flow.CHANGE: (Ask.PRESENT, Ask.PASSPHRASE),
    Flow.RECOVERY_KEY: (Ask.PRESENT, Ask.KEY, Ask.TYPED_BACK),
    Flow.DATA_KEY: (Ask.PRESENT, Ask.PASSPHRASE, Ask.KEY, Ask.TYPED_BACK),
    Flow.TAKE_AWAY: (Ask.PRESENT,),
}
_WORKS: dict[Flow, Callable[[Journal, Answers], None]] = {
    Flow.SET: _set,
    Flow.CHANGE: _change,
    Flow.RECOVERY_KEY: _set_recovery_key,
    Flow.DATA_KEY: _make_data_key,
    Flow.TAKE_AWAY: _take_away,
}
