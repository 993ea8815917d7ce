"""The words of the Ideas page for records: outcomes, states, what a row of the list says."""

from __future__ import annotations

from datetime import date

from reconnect_desktop.domain.records import Asked, Met, Need, Outcome, Try
from reconnect_desktop.domain.suggestions import Suggestion
from reconnect_desktop.language import tr
from reconnect_desktop.views.ideas.idea_rows import Kind, Row
from reconnect_desktop.views.ideas.ideas_reading import Reading
from reconnect_desktop.views.kit.dates import date_words, day_words


def outcome_words() -> dict[Outcome, str]:
    """How a try went, as on its buttons."""
    return {
        Outcome.GOOD: tr("It went well"),
        Outcome.SO_SO: tr("So-so"),
        Outcome.HARD: tr("It was hard"),
        Outcome.NOT_DONE: tr("It didn't happen"),
    }


def asked_words() -> dict[Asked, str]:
    """Whether a need was said aloud."""
    return {Asked.YES: tr("Yes"), Asked.NOT_YET: tr("Not yet")}


def met_words() -> dict[Met, str]:
    """Whether a need was met."""
    return {Met.YES: tr("Yes"), Met.PARTLY: tr("Partly"), Met.NOT_YET: tr("Not yet")}


def title_of(row: Row) -> str:
    """What the row is called; for what is no longer in the catalogue, a word that stands for it."""
    return row.title or tr("An earlier idea")


def facts_of(row: Row, reading: Reading) -> str:
    """The quiet line under a row's title; empty where there is nothing to say."""
    about = row.about
    if isinstance(about, Suggestion):
        return _idea_facts(about, reading)
    if isinstance(about, Try):
        return try_line(about, reading.today)
    if isinstance(about, Need):
        return need_line(about, reading.today)
    return ""


def need_line(need: Need, today: date) -> str:
    """When it was written, and what was answered: "Today · asked for · partly met"."""
    day = need.noted.day
    when = day_words(day, today) if 0 <= (today - day).days <= 1 else short_day(day, today)
    return " · ".join([when, *_need_facts(need)])


def _need_facts(need: Need) -> list[str]:
    asked = {Asked.YES: tr("asked for"), Asked.NOT_YET: tr("not asked for yet")}
    met = {Met.YES: tr("met"), Met.PARTLY: tr("partly met"), Met.NOT_YET: tr("not met yet")}
    facts = [asked[need.asked]] if need.asked else []
    return [*facts, met[need.met]] if need.met else facts


def short_day(day: date, today: date) -> str:
    """A day in few words: "today", "yesterday", "8 November", with its year if it is another one."""
    if (today - day).days in (0, 1):
        return tr("yesterday") if day < today else tr("today")
    return date_words(day, year=day.year != today.year)


def spoken(row: Row, reading: Reading) -> str:
    """The row as a screen reader says it."""
    kind = tr("Chapter: {name}").format(name=row.title) if row.key.kind is Kind.CHAPTER else title_of(row)
    facts = facts_of(row, reading)
    return f"{kind}, {facts}" if facts else kind


def _idea_facts(idea: Suggestion, reading: Reading) -> str:
    tries = reading.tries_of(idea.id)
    if any(one.outcome is None for one in tries):
        return tr("Trying now")
    if idea.id in reading.retired:
        return ""
    facts = [tr("Fits just now")] if idea.id in reading.fitting else []
    if tries and tries[0].outcome not in (None, Outcome.NOT_DONE):
        facts.append(_tried_words()[tries[0].outcome])
    return " · ".join(facts)


def try_line(one: Try, today: date) -> str:
    """How it went and when it was begun: "It went well · 8 November"."""
    day = short_day(one.begun.day, today)
    if one.outcome is None:
        return tr("Since {day}").format(day=day)
    return f"{outcome_words()[one.outcome]} · {day}"


def _tried_words() -> dict[Outcome | None, str]:
    return {
        Outcome.GOOD: tr("Tried: it went well"),
        Outcome.SO_SO: tr("Tried: so-so"),
        Outcome.HARD: tr("Tried: it was hard"),
    }
