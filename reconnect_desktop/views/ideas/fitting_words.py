"""When an idea fits, in plain words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reconnect_desktop.domain.circumstances import SIGNALS, Circumstance
from reconnect_desktop.domain.suggestions import Suggestion

_MOST = 3  # circumstances that are told


def when_it_fits(suggestion: Suggestion) -> str:
    """A sentence about what it is good for, the best fit first; empty for a row that is there at any time."""
    words = _words()
    told: list[str] = []
    for fit in sorted(suggestion.fits, key=lambda fit: -fit.weight):
        # What goes with a signal says more than the signal.
        telling = (fit.all_of - SIGNALS) or fit.all_of
        told += [words[one] for one in Circumstance if one in telling and words[one] not in told]
    told = told[:_MOST]
    if not told:
        return ""
    *first, last = told
    joined = _tr("{first}, or {last}").format(first=", ".join(first), last=last) if first else last
    return _tr("When {this}.").format(this=joined)


def _tr(text: str) -> str:
    return QCoreApplication.translate("fitting", text)


def _words() -> dict[Circumstance, str]:
    one = Circumstance
    return {
        one.DIP: _tr("it has felt less close than usual"),
        one.GAP: _tr("it has been quiet for longer than usual"),
        one.TALKS_STOPPED: _tr("there are messages, but few talks"),
        one.RHYTHM: _tr("it has been longer than you wished for"),
        one.RHYTHM_MISSED: _tr("the rhythm you wished for seldom comes about"),
        one.LOW_BEFORE: _tr("it already felt a little distant before"),
        one.SUDDEN: _tr("one talk was quite unlike the others"),
        one.LASTING: _tr("it has felt distant for a while"),
        one.ONE_MEDIUM: _tr("one way of being in touch feels less close than the others"),
        one.SHORT_TALKS: _tr("talks have been short"),
        one.MOSTLY_MESSAGES: _tr("it has mostly been messages"),
        one.TRANSITIONS: _tr("a lot is changing"),
        one.STYLES: _tr("you talk in different ways"),
        one.CONFLICT: _tr("something old still hurts"),
        one.CONFLICT_AGAIN: _tr("the same argument keeps coming back"),
        one.STRESS: _tr("there is a lot on you"),
        one.LOW_MOOD: _tr("you are feeling low"),
        one.UNMET_NEED: _tr("there is something you miss"),
        one.AS_USUAL: _tr("all is as usual"),
        one.RECOVERED: _tr("it feels closer again"),
        one.WIN: _tr("there was a good moment"),
        one.UNSAFE: _tr("something frightens you"),
        one.BOUNDARY: _tr("you would like some distance"),
        one.GRIEF: _tr("you are grieving"),
        one.TRAVEL: _tr("one of you is away"),
        one.PAUSE: _tr("you are taking a break"),
    }
