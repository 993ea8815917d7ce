"""The commands of what one decides for oneself: pause, plan, try, rhythm."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from reconnect_desktop import catalogue
from reconnect_desktop.cli.looking import typed_day
from reconnect_desktop.cli.planning import plan
from reconnect_desktop.cli.run import Command, Task
from reconnect_desktop.cli.words import ID_SHOWN, printable, rounded
from reconnect_desktop.domain import answers
from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import Change, add, edit
from reconnect_desktop.domain.errors import Invalid, NoOpenPause, NoOpenTry, NoSuchSuggestion, Why
from reconnect_desktop.domain.measures import Medium
from reconnect_desktop.domain.pauses import end_now
from reconnect_desktop.domain.plain import to_plain
from reconnect_desktop.domain.records import Outcome, Pause, PauseReason, Setting, Try
from reconnect_desktop.domain.rhythm import NO_RHYTHM, Interval, Rhythm, write_rhythm
from reconnect_desktop.domain.settings import HER_NAME, RHYTHM
from reconnect_desktop.domain.situation import pause_on
from reconnect_desktop.domain.suggestions import filled
from reconnect_desktop.domain.tries import Followed, history
from reconnect_desktop.output.pause_words import pause_line, pause_sentence
from reconnect_desktop.output.rhythm_words import rhythm_sentences
from reconnect_desktop.output.suggestion_words import followed_words, outcome_words


def pause(task: Task) -> None:
    """Begin a pause, end the one there is, or list them."""
    words = task.words
    if words.list:
        _list_pauses(task)
    elif words.end is not None:
        _end_pause(task, typed_day("end", words.end))
    else:
        _begin_pause(task)


def _begin_pause(task: Task) -> None:
    words, today = task.words, task.journal.now().day
    if words.reason is None:
        raise Invalid("reason", Why.EMPTY)
    begun = Pause(
        id=task.journal.new_id(),
        reason=PauseReason(words.reason),
        start=typed_day("start", words.start) or today,
        end=typed_day("until", words.until),
        note=words.note,
    )
    task.journal.apply(Action.PAUSE, add(begun))
    is_on = begun.covers(today)
    task.say(pause_sentence(begun, today) if is_on else f"{pause_line(begun, today)}.", to_plain(begun))


def _end_pause(task: Task, last: date | None) -> None:
    """End the pause that covers today: now, so that yesterday was its last day, or with the day named."""
    today = task.journal.now().day
    open_one = pause_on(today, task.journal.all(Pause))
    if open_one is None:
        raise NoOpenPause
    change = edit(open_one, replace(open_one, end=last)) if last else end_now(open_one, today)
    task.journal.apply(Action.PAUSE, change)
    ended = change.after
    if not isinstance(ended, Pause):
        task.say("The pause is over.", None)
        return
    told = pause_sentence(ended, today) if ended.covers(today) else "The pause is over."
    task.say(told, to_plain(ended))


def _list_pauses(task: Task) -> None:
    today = task.journal.now().day
    pauses = sorted(task.journal.all(Pause), key=lambda one: (one.start, one.id), reverse=True)
    lines = [f"{pause_line(one, today)}  {printable(' '.join(one.note.split()))}".rstrip() for one in pauses]
    task.say("\n".join(lines) if lines else "No pauses.", [to_plain(one) for one in pauses])


def attempt(task: Task) -> None:
    """Take a suggestion up, say how it went, or list all tries with what followed."""
    if task.words.list:
        _list_tries(task)
        return
    if not task.words.id:
        raise Invalid("suggestion", Why.EMPTY)
    if task.words.went is None:
        _take_up(task)
    else:
        _tell(task)


def _take_up(task: Task) -> None:
    row = catalogue.load().suggestion(task.words.id)
    if row is None:
        raise NoSuchSuggestion
    title = filled(row.title, task.journal.setting(HER_NAME))
    begun = _open_try(task)
    if begun is None:
        begun = _begin(task)
    task.say(f"Noted: {title}. How it went can be told later: try {row.id} --went HOW", to_plain(begun))


def _begin(task: Task) -> Try:
    """A new try; where this suggestion is the one that is shown just now, that is answered with it."""
    journal, now = task.journal, task.journal.now()
    advice = journal.advice(now, asked=True)
    chosen = advice.chosen
    is_it = chosen is not None and chosen.suggestion.id == task.words.id
    new_id = journal.new_id()
    kind = chosen.kind if chosen and is_it else ""
    changes = answers.take_up(task.words.id, kind, now, new_id, advice.nudge if is_it else None)
    if task.words.note:
        changes = (add(replace(_try_of(changes), note=task.words.note)), *changes[1:])
    journal.apply(Action.TRY, *changes)
    return _try_of(changes)


def _try_of(changes: tuple[Change, ...]) -> Try:
    begun = changes[0].record
    assert isinstance(begun, Try)
    return begun


def _tell(task: Task) -> None:
    begun = _open_try(task)
    if begun is None:
        raise NoOpenTry
    outcome = Outcome(task.words.went.replace("-", "_"))
    change = answers.tell(begun, outcome, task.journal.now(), task.words.note)
    task.journal.apply(Action.TRY, change)
    task.say(f"Noted. {outcome_words(outcome)}", to_plain(change.record))


def _open_try(task: Task) -> Try | None:
    """The newest try of this suggestion of which nobody said how it went."""
    fitting = [
        one for one in task.journal.all(Try) if one.suggestion == task.words.id and one.outcome is None
    ]
    return max(fitting, key=lambda one: (one.begun.timestamp, one.id), default=None)


def _list_tries(task: Task) -> None:
    titles = {row.id: row.title for row in catalogue.load().suggestions}
    name = task.journal.setting(HER_NAME)
    told = history(task.journal.all(Try), task.journal.contacts())
    lines = [
        f"{one.begun.day.isoformat()}  {filled(titles.get(one.suggestion, one.suggestion), name)}"
        f"  {outcome_words(one.outcome)}  {followed_words(found)}  [{one.id[:ID_SHOWN]}]"
        for one, found in told
    ]
    plain = [_plain_try(one, found) for one, found in told]
    task.say("\n".join(printable(line) for line in lines) if lines else "No tries yet.", plain)


def _plain_try(one: Try, found: Followed) -> dict[str, object]:
    return {
        **to_plain(one),
        "before": rounded(found.before),
        "ratings_before": found.n_before,
        "after": rounded(found.after),
        "ratings_after": found.n_after,
    }


def rhythm(task: Task) -> None:
    """Choose how often contact would be good, and how long is still fine; or say what was chosen."""
    words, before = task.words, task.journal.setting(RHYTHM)
    after = before
    if words.none:
        after = _with(before, words.medium, None)
    elif words.good is not None:
        if words.fine is None:
            raise Invalid("fine", Why.EMPTY)
        after = _with(before, words.medium, Interval(words.good, words.fine))
    if after != before:
        _keep(task, after)
    plain = {"any": _plain_interval(after.contact)}
    plain |= {medium.value: _plain_interval(interval) for medium, interval in after.by_medium}
    task.say("\n".join(rhythm_sentences(after)), plain)


def _with(before: Rhythm, medium: str | None, interval: Interval | None) -> Rhythm:
    """The rhythm with this interval for the medium, or for contact of any kind; none for any kind is none at all."""
    if medium is None:
        return NO_RHYTHM if interval is None else replace(before, contact=interval)
    chosen = dict(before.by_medium)
    chosen.pop(Medium(medium), None)
    if interval:
        chosen[Medium(medium)] = interval
    return replace(before, by_medium=tuple(chosen.items()))


def _keep(task: Task, after: Rhythm) -> None:
    kept = task.journal.get(Setting, RHYTHM.id)
    wanted = Setting(id=RHYTHM.id, value=write_rhythm(after))
    task.journal.apply(Action.SETTING, edit(kept, wanted) if kept else add(wanted))


def _plain_interval(interval: Interval | None) -> dict[str, int] | None:
    return {"good": interval.good, "fine": interval.fine} if interval else None


COMMANDS: dict[str, Command] = {"pause": pause, "plan": plan, "try": attempt, "rhythm": rhythm}
