"""What was noticed and what is offered, as lines and as JSON."""

from __future__ import annotations

from dataclasses import fields
from datetime import date

from reconnect_desktop.cli.words import rounded
from reconnect_desktop.domain.advice import Advice, Chosen
from reconnect_desktop.domain.looking_up import is_quiet
from reconnect_desktop.domain.plain import to_plain
from reconnect_desktop.domain.signals import Gap, Of, Signal
from reconnect_desktop.domain.suggestions import filled
from reconnect_desktop.output.signal_words import signal_sentence
from reconnect_desktop.output.suggestion_words import why_lines, why_sentence

Plain = dict[str, object]


def in_order(signals: frozenset[Signal]) -> list[Signal]:
    """A dip first, then the gaps."""
    return sorted(signals, key=lambda signal: (signal.kind, repr(signal)))


def plain_signal(signal: Signal) -> Plain:
    """The signal with its evidence; days as ISO 8601."""
    told = {field.name: _plain(getattr(signal, field.name)) for field in fields(signal)}
    return {"kind": signal.kind, **told}


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return rounded(value) if isinstance(value, float) else value


def plain_advice(advice: Advice, name: str) -> Plain:
    """What `status` adds: the signals, the suggestion, why there is none, the pause; none of it counts in a keepsake."""
    signals = [] if advice.keepsake else [plain_signal(one) for one in in_order(advice.signals)]
    return {
        "signals": signals,
        "suggestion": plain_chosen(advice.chosen, advice, name) if advice.chosen else None,
        "quiet": advice.quiet.value if advice.quiet else None,
        "paused": to_plain(advice.pause) if advice.pause else None,
    }


def plain_chosen(chosen: Chosen, advice: Advice, name: str) -> Plain:
    """The suggestion with her name filled in; `way` is the one way to say it that comes first."""
    row = chosen.suggestion
    ways = [filled(way, name) for way in row.ways]
    return {
        "id": row.id,
        "title": filled(row.title, name),
        "what": filled(row.what, name),
        "why": why_sentence(chosen),
        "because": why_lines(chosen, advice),
        "circumstances": [circumstance.value for circumstance in chosen.because],
        "way": ways[chosen.way],
        "ways": ways,
        "part": row.part.value,
        "asks": row.asks.value,
        "signal": chosen.kind or None,
        "leads_to": row.leads_to.value if row.leads_to else None,
    }


def advice_lines(advice: Advice, name: str) -> list[str]:
    """What stands out beyond what the other lines of `status` say, and what is offered.

    In a pause, or with words of fear or harm, nothing is held against the usual.
    """
    found = [] if advice.pause or is_quiet(advice.circumstances) else in_order(advice.signals)
    told = [signal_sentence(one) for one in found if not _is_told(one)]
    if advice.chosen:
        row = advice.chosen.suggestion
        told.append(f"An idea: {filled(row.title, name)} ({row.id})")
    return told


def chosen_lines(chosen: Chosen, name: str) -> list[str]:
    """The suggestion as `suggest` prints it."""
    row = chosen.suggestion
    lines = [filled(row.title, name), filled(row.what, name), why_sentence(chosen)]
    lines += [f"In words: {filled(row.ways[chosen.way], name)}", f"To take it up: try {row.id}"]
    return [line for line in lines if line]


def _is_told(signal: Signal) -> bool:
    """Whether the sentence on the last contact says it already."""
    return isinstance(signal, Gap) and signal.of is Of.CONTACT and signal.fine is None
