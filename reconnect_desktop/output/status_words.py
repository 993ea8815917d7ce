"""What `status` prints: the sentences of Today, and those about what has a card of its own there."""

from __future__ import annotations

from dataclasses import replace

from reconnect_desktop.domain.glance import Glance
from reconnect_desktop.domain.records import Pause, PauseReason
from reconnect_desktop.language import mark, tr, tr_n
from reconnect_desktop.output.dates import on_day
from reconnect_desktop.output.pause_words import pause_sentence
from reconnect_desktop.output.today_words import (
    closeness_missing,
    closeness_sentence,
    gap_missing,
    gap_sentence,
    last_contact,
    usual_sentence,
)

_MOODS = {
    1: mark("Your mood today: very low."),
    2: mark("Your mood today: low."),
    3: mark("Your mood today: so-so."),
    4: mark("Your mood today: good."),
    5: mark("Your mood today: great."),
}


def status_lines(glance: Glance, pause: Pause | None = None, *, compared: bool = True) -> list[str]:
    """What `status` prints, line by line: the sentences of Today that have something to say.

    pause: the one that covers the day; one for grief or a boundary leaves nothing that counts, only what is worth
    keeping. compared: False where the days stand beside nothing, as in every pause.
    """
    paused = [pause_sentence(pause, glance.today)] if pause else []
    if pause and pause.reason in (PauseReason.GRIEF, PauseReason.BOUNDARY):
        return [*paused, *_said(_win_line(glance), _mood_line(glance))]
    if glance.is_empty:
        return [*paused, tr("Nothing is logged yet.")]
    compared = compared and pause is None
    gap = glance.gap if compared else replace(glance.gap, usual=None, missing=0)
    lines = [
        gap_sentence(gap),
        last_contact(glance),
        gap_missing(gap),
        closeness_sentence(glance.closeness),
        closeness_missing(glance.closeness) if compared else "",
        usual_sentence(glance) if compared else "",
        _topics_line(len(glance.topics)),
        _win_line(glance),
        _mood_line(glance),
        _to_rate_line(glance.to_rate),
    ]
    return [*paused, *_said(*lines)]


def _win_line(glance: Glance) -> str:
    win = glance.win
    if win is None:
        return ""
    return tr("Worth keeping, {day}: {win}", day=on_day(win.when.day, glance.today), win=win.win)


def _mood_line(glance: Glance) -> str:
    return tr(_MOODS[glance.mood.mood]) if glance.mood else ""


def _topics_line(topics: int) -> str:
    return tr_n("{count} topic for next time.", "{count} topics for next time.", topics) if topics else ""


def _to_rate_line(unrated: int) -> str:
    if not unrated:
        return ""
    return tr_n("{count} interaction without a rating.", "{count} interactions without a rating.", unrated)


def _said(*lines: str) -> list[str]:
    return [line for line in lines if line]
