"""The sentences around a suggestion: why it is offered, why it is quiet, what followed; facts with their numbers."""

from __future__ import annotations

from datetime import date

from reconnect_desktop.domain.advice import Advice, Chosen, Quiet
from reconnect_desktop.domain.circumstances import Circumstance
from reconnect_desktop.domain.interaction import Medium
from reconnect_desktop.domain.records import Outcome
from reconnect_desktop.domain.rhythm import Interval
from reconnect_desktop.domain.signals import Dip, Gap, Of, Signal
from reconnect_desktop.domain.situation import Situation
from reconnect_desktop.domain.tries import Followed
from reconnect_desktop.output.dates import WEEKDAYS, day_and_month, on_day
from reconnect_desktop.output.pause_words import pause_sentence
from reconnect_desktop.output.sentences import count_words, days_words
from reconnect_desktop.output.today_words import closeness_missing, gap_missing, number

MEDIA = {
    Medium.CALL: "calls",
    Medium.VIDEO: "video calls",
    Medium.VISIT: "visits",
    Medium.MESSAGE: "messages",
    Medium.LETTER: "letters",
    Medium.OTHER: "other contacts",
}
_OUTCOMES = {
    Outcome.GOOD: "It went well.",
    Outcome.SO_SO: "It went so-so.",
    Outcome.HARD: "It was hard.",
    Outcome.NOT_DONE: "It didn't come to it.",
}


# Why


def why_sentence(chosen: Chosen) -> str:
    """Why this is offered, in one sentence with its numbers; "" where the user asked on an ordinary day."""
    if chosen.signal:
        return signal_sentence(chosen.signal)
    return next((_ALONE[one] for one in chosen.because if one in _ALONE), "")


def signal_sentence(signal: Signal) -> str:
    """What was noticed: "Your last 4 talks felt less close than usual: 2.8 against 4.6."."""
    return _dip_sentence(signal) if isinstance(signal, Dip) else _gap_sentence(signal)


def why_lines(chosen: Chosen, advice: Advice) -> list[str]:
    """What "Why this?" opens: since when, how rare it is, and each circumstance in a plain clause."""
    lines = _signal_lines(chosen.signal, advice.day) if chosen.signal else []
    return lines + [line for one in chosen.because if (line := circumstance_line(one, advice))]


def circumstance_line(circumstance: Circumstance, advice: Advice) -> str:
    """One circumstance in a sentence; "" for what the signal's own sentence says."""
    if circumstance is Circumstance.ONE_MEDIUM:
        return _one_medium(advice.situation)
    if circumstance is Circumstance.SHORT_TALKS:
        return _short_talks(advice.situation)
    if circumstance is Circumstance.RHYTHM_MISSED:
        return _rhythm_missed(advice.rhythm.contact)
    return _CLAUSES.get(circumstance, "")


# Why not


def quiet_sentence(advice: Advice) -> str:
    """Why nothing is offered, in a sentence or two; "" where something is, and for what needs no words."""
    if advice.quiet in (Quiet.PAUSE, Quiet.KEEPSAKE) and advice.pause:
        return pause_sentence(advice.pause, advice.day)
    if advice.quiet is Quiet.TOO_LITTLE:
        return missing_sentence(advice.situation)
    return _QUIET.get(advice.quiet, "") if advice.quiet else ""


def missing_sentence(situation: Situation) -> str:
    """What it still takes before a change can be noticed; "" once there is enough."""
    missing = (closeness_missing(situation.closeness), gap_missing(situation.gap))
    return " ".join(sentence for sentence in missing if sentence)


# What is asked


def ask_first_sentence(gap: Gap, today: date) -> str:
    """The question that comes first, for it may be forgotten logging: "Were you in touch since Tuesday 3 November?"."""
    return f"Were you in touch since {WEEKDAYS[gap.since.weekday()]} {day_and_month(gap.since, today)}?"


# What followed


def followed_words(followed: Followed) -> str:
    """Closeness around a try, side by side: "Before: 3.8 over 4 ratings. After: 4.5 over 2 ratings."."""
    before = _ratings("Before", followed.before, followed.n_before)
    after = _ratings("After", followed.after, followed.n_after)
    return f"{before} {after}"


def outcome_words(outcome: Outcome | None) -> str:
    """How a try went: "It went well."; "Not told yet." while it is open."""
    return _OUTCOMES[outcome] if outcome else "Not told yet."


def _ratings(when: str, mean: float | None, count: int) -> str:
    if mean is None:
        return f"{when}: no ratings yet." if when == "After" else f"{when}: no ratings."
    return f"{when}: {number(mean)} over {count_words(count, 'rating')}."


# The sentences of the signals


def _dip_sentence(dip: Dip) -> str:
    lately, usually = number(dip.recent), number(dip.usual)
    return f"Your last {dip.count} talks felt less close than usual: {lately} against {usually}."


def _gap_sentence(gap: Gap) -> str:
    days = count_words(gap.days, "day") if gap.days < 60 else days_words(gap.days).capitalize()
    since = "since you were last in touch" if gap.of is Of.CONTACT else "since you last talked or met"
    if gap.fine is not None:
        fine = gap.fine if gap.days < 60 else count_words(gap.fine, "day")
        return f"{days} {since}; you chose up to {fine} as still fine."
    if gap.of is Of.TALKS:
        return f"{days} {since}, with messages in between; usually it is {days_words(gap.usual)}."
    return f"{days} {since}; usually it is {days_words(gap.usual)}."


def _signal_lines(signal: Signal, today: date) -> list[str]:
    if isinstance(signal, Dip):
        return [
            f"These are your ratings since {day_and_month(signal.since, today)}; the ratings before them make your usual.",
            f"Noticed {on_day(signal.began, today)}.",
        ]
    last = "contact" if signal.of is Of.CONTACT else "talk"
    is_paused = signal.days < (today - signal.since).days
    left_out = "; days of pauses are left out" if is_paused else ""
    lines = [f"The last {last} was {on_day(signal.since, today)}{left_out}."]
    if signal.fine is None and signal.years:
        lines.append(_how_rare(signal.years))
    return lines


def _how_rare(years: float) -> str:
    if years < 1.5:
        return "A gap this long comes up about once a year for you."
    if years > 20:
        return "A gap this long is rare for you."
    return f"A gap this long comes up about once in {round(years)} years for you."


def _one_medium(situation: Situation) -> str:
    if situation.medium is None:
        return ""
    return f"It is mostly the {MEDIA[situation.medium]} that felt less close; the rest is much as usual."


def _short_talks(situation: Situation) -> str:
    if situation.length is None:
        return ""
    return f"Your last calls were short: about {count_words(round(situation.length), 'minute')}."


def _rhythm_missed(interval: Interval | None) -> str:
    if interval is None:
        return "Your last three gaps were longer than what you chose as still fine."
    return f"Your last three gaps were longer than the {count_words(interval.fine, 'day')} you chose as still fine."


_ALONE = {
    Circumstance.UNSAFE: "Something you noted sounds hard, perhaps frightening; this is only here to support you.",
    Circumstance.GRIEF: "Your journal is paused while you grieve.",
    Circumstance.BOUNDARY: "You asked for some distance for now.",
    Circumstance.RECOVERED: "Things are closer to your usual again.",
    Circumstance.WIN: "You kept a good moment lately.",
    Circumstance.CONFLICT_AGAIN: "Something that hurts came up in several of the last months.",
    Circumstance.CONFLICT: "Something that hurts came up in the last weeks.",
    Circumstance.LOW_MOOD: "Your last two moods were low.",
    Circumstance.STRESS: "You noted that there is a lot on you.",
    Circumstance.UNMET_NEED: "You noted something you need that is still open.",
    Circumstance.TRANSITIONS: "You noted that life is changing for you or for her.",
    Circumstance.STYLES: "You noted that you two talk in different ways.",
    Circumstance.MOSTLY_MESSAGES: "Lately you have mostly written to each other.",
    Circumstance.SHORT_TALKS: "Your last calls were short.",
}
_CLAUSES = {
    **_ALONE,
    Circumstance.LOW_BEFORE: "Your last talks before this felt less close than usual.",
    Circumstance.SUDDEN: "One talk stands out as hard; the ones before it felt as usual.",
    Circumstance.LASTING: "It has been so for more than three months.",
    Circumstance.AS_USUAL: "Closeness itself is as usual.",
    Circumstance.TRAVEL: "You are on the way.",
    Circumstance.PAUSE: "You asked for a pause.",
}
_QUIET = {
    Quiet.AS_USUAL: "All is as usual.",
    Quiet.NOTHING_CLEAR: "Nothing stands out.",
    Quiet.RESTING: "Nothing new for now.",
    Quiet.NOTHING_FITS: "Nothing that fits for now; there is more under Ideas, whenever you like.",
}
