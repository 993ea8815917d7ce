"""When an idea fits, in plain words."""

from __future__ import annotations

from reconnect_desktop.domain.circumstances import SIGNALS, Circumstance
from reconnect_desktop.domain.suggestions import Suggestion
from reconnect_desktop.language import tr

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
    joined = tr("{first}, or {last}").format(first=", ".join(first), last=last) if first else last
    return tr("When {this}.").format(this=joined)


def _words() -> dict[Circumstance, str]:
    one = Circumstance
    return {
        one.DIP: tr("it has felt less close than usual"),
        one.GAP: tr("it has been quiet for longer than usual"),
        one.TALKS_STOPPED: tr("there are messages, but few talks"),
        one.RHYTHM: tr("it has been longer than you wished for"),
        one.RHYTHM_MISSED: tr("the rhythm you wished for seldom comes about"),
        one.LOW_BEFORE: tr("it already felt a little distant before"),
        one.SUDDEN: tr("one talk was quite unlike the others"),
        one.LASTING: tr("it has felt distant for a while"),
        one.ONE_MEDIUM: tr("one way of being in touch feels less close than the others"),
        one.SHORT_TALKS: tr("talks have been short"),
        one.MOSTLY_MESSAGES: tr("it has mostly been messages"),
        one.TRANSITIONS: tr("a lot is changing"),
        one.STYLES: tr("you talk in different ways"),
        one.CONFLICT: tr("something old still hurts"),
        one.CONFLICT_AGAIN: tr("the same argument keeps coming back"),
        one.STRESS: tr("there is a lot on you"),
        one.LOW_MOOD: tr("you are feeling low"),
        one.UNMET_NEED: tr("there is something you miss"),
        one.AS_USUAL: tr("all is as usual"),
        one.RECOVERED: tr("it feels closer again"),
        one.WIN: tr("there was a good moment"),
        one.UNSAFE: tr("something frightens you"),
        one.BOUNDARY: tr("you would like some distance"),
        one.GRIEF: tr("you are grieving"),
        one.TRAVEL: tr("one of you is away"),
        one.PAUSE: tr("you are taking a break"),
    }
