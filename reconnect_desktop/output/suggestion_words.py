"""The sentences around a suggestion: why it is offered, why it is quiet, what followed; facts with their numbers."""

from __future__ import annotations

from datetime import date

from reconnect_desktop.domain.advice import Advice, Chosen, Quiet
from reconnect_desktop.domain.circumstances import Circumstance
from reconnect_desktop.domain.interaction import Medium
from reconnect_desktop.domain.records import Outcome
from reconnect_desktop.domain.rhythm import Interval
from reconnect_desktop.domain.signals import Gap
from reconnect_desktop.domain.situation import Situation
from reconnect_desktop.domain.tries import Followed
from reconnect_desktop.language import mark, tr, tr_n
from reconnect_desktop.output.dates import day_and_month, weekday_name
from reconnect_desktop.output.pause_words import pause_sentence
from reconnect_desktop.output.signal_words import signal_lines, signal_sentence
from reconnect_desktop.output.today_words import closeness_missing, gap_missing, number

_ONE_MEDIUM = {
    Medium.CALL: mark("It is mostly the calls that felt less close; the rest is much as usual."),
    Medium.VIDEO: mark("It is mostly the video calls that felt less close; the rest is much as usual."),
    Medium.VISIT: mark("It is mostly the visits that felt less close; the rest is much as usual."),
    Medium.MESSAGE: mark("It is mostly the messages that felt less close; the rest is much as usual."),
    Medium.LETTER: mark("It is mostly the letters that felt less close; the rest is much as usual."),
    Medium.OTHER: mark("It is mostly the other contacts that felt less close; the rest is much as usual."),
}
_OUTCOMES = {
    Outcome.GOOD: mark("It went well."),
    Outcome.SO_SO: mark("It went so-so."),
    Outcome.HARD: mark("It was hard."),
    Outcome.NOT_DONE: mark("It didn't come to it."),
}


# Why


def why_sentence(chosen: Chosen) -> str:
    """Why this is offered, in one sentence with its numbers; "" where the user asked on an ordinary day."""
    if chosen.signal:
        return signal_sentence(chosen.signal)
    return next((tr(_ALONE[one]) for one in chosen.because if one in _ALONE), "")


def why_lines(chosen: Chosen, advice: Advice) -> list[str]:
    """What "Why this?" opens: since when, how rare it is, and each circumstance in a plain clause."""
    lines = signal_lines(chosen.signal, advice.day) if chosen.signal else []
    return lines + [line for one in chosen.because if (line := circumstance_line(one, advice))]


def circumstance_line(circumstance: Circumstance, advice: Advice) -> str:
    """One circumstance in a sentence; "" for what the signal's own sentence says."""
    if circumstance is Circumstance.ONE_MEDIUM:
        return _one_medium(advice.situation)
    if circumstance is Circumstance.SHORT_TALKS:
        return _short_talks(advice.situation)
    if circumstance is Circumstance.RHYTHM_MISSED:
        return _rhythm_missed(advice.rhythm.contact)
    return tr(_CLAUSES.get(circumstance, ""))


# Why not


def quiet_sentence(advice: Advice) -> str:
    """Why nothing is offered, in a sentence or two; "" where something is, and for what needs no words."""
    if advice.quiet in (Quiet.PAUSE, Quiet.KEEPSAKE) and advice.pause:
        return pause_sentence(advice.pause, advice.day)
    if advice.quiet is Quiet.TOO_LITTLE:
        return missing_sentence(advice.situation)
    return tr(_QUIET.get(advice.quiet, "")) if advice.quiet else ""


def missing_sentence(situation: Situation) -> str:
    """What it still takes before a change can be noticed; "" once there is enough."""
    missing = (closeness_missing(situation.closeness), gap_missing(situation.gap))
    return " ".join(sentence for sentence in missing if sentence)


# What is asked


def ask_first_sentence(gap: Gap, today: date) -> str:
    """The question that comes first, for it may be forgotten logging: "Were you in touch since Tuesday 3 November?"."""
    weekday, day = weekday_name(gap.since), day_and_month(gap.since, today)
    return tr("Were you in touch since {weekday} {day}?", weekday=weekday, day=day)


# What followed


def followed_words(followed: Followed) -> str:
    """Closeness around a try, side by side: "Before: 3.8 over 4 ratings. After: 4.5 over 2 ratings."."""
    return f"{_before(followed.before, followed.n_before)} {_after(followed.after, followed.n_after)}"


def outcome_words(outcome: Outcome | None) -> str:
    """How a try went: "It went well."; "Not told yet." while it is open."""
    return tr(_OUTCOMES[outcome]) if outcome else tr("Not told yet.")


def _before(mean: float | None, count: int) -> str:
    if mean is None:
        return tr("Before: no ratings.")
    return tr_n(
        "Before: {mean} over {count} rating.",
        "Before: {mean} over {count} ratings.",
        count,
        mean=number(mean),
    )


def _after(mean: float | None, count: int) -> str:
    if mean is None:
        return tr("After: no ratings yet.")
    return tr_n(
        "After: {mean} over {count} rating.", "After: {mean} over {count} ratings.", count, mean=number(mean)
    )


def _one_medium(situation: Situation) -> str:
    return tr(_ONE_MEDIUM[situation.medium]) if situation.medium else ""


def _short_talks(situation: Situation) -> str:
    if situation.length is None:
        return ""
    return tr_n(
        "Your last calls were short: about {count} minute.",
        "Your last calls were short: about {count} minutes.",
        round(situation.length),
    )


def _rhythm_missed(interval: Interval | None) -> str:
    if interval is None:
        return tr("Your last three gaps were longer than what you chose as still fine.")
    return tr_n(
        "Your last three gaps were longer than the {count} day you chose as still fine.",
        "Your last three gaps were longer than the {count} days you chose as still fine.",
        interval.fine,
    )


_ALONE = {
    Circumstance.UNSAFE: mark(
        "Something you noted sounds hard, perhaps frightening; this is only here to support you."
    ),
    Circumstance.GRIEF: mark("Your journal is paused while you grieve."),
    Circumstance.BOUNDARY: mark("You asked for some distance for now."),
    Circumstance.RECOVERED: mark("Things are closer to your usual again."),
    Circumstance.WIN: mark("You kept a good moment lately."),
    Circumstance.CONFLICT_AGAIN: mark("Something that hurts came up in several of the last months."),
    Circumstance.CONFLICT: mark("Something that hurts came up in the last weeks."),
    Circumstance.LOW_MOOD: mark("Your last two moods were low."),
    Circumstance.STRESS: mark("You noted that there is a lot on you."),
    Circumstance.UNMET_NEED: mark("You noted something you need that is still open."),
    Circumstance.TRANSITIONS: mark("You noted that life is changing for you or for her."),
    Circumstance.STYLES: mark("You noted that you two talk in different ways."),
    Circumstance.MOSTLY_MESSAGES: mark("Lately you have mostly written to each other."),
    Circumstance.SHORT_TALKS: mark("Your last calls were short."),
}
_CLAUSES = {
    **_ALONE,
    Circumstance.LOW_BEFORE: mark("Your last talks before this felt less close than usual."),
    Circumstance.SUDDEN: mark("One talk stands out as hard; the ones before it felt as usual."),
    Circumstance.LASTING: mark("It has been so for more than three months."),
    Circumstance.AS_USUAL: mark("Closeness itself is as usual."),
    Circumstance.TRAVEL: mark("You are on the way."),
    Circumstance.PAUSE: mark("You asked for a pause."),
}
_QUIET = {
    Quiet.AS_USUAL: mark("All is as usual."),
    Quiet.NOTHING_CLEAR: mark("Nothing stands out."),
    Quiet.RESTING: mark("Nothing new for now."),
    Quiet.NOTHING_FITS: mark("Nothing that fits for now; there is more under Ideas, whenever you like."),
}
