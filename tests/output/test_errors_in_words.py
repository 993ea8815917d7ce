from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from reconnect_desktop.domain import errors
from reconnect_desktop.domain.errors import Invalid, UserError, Why
from reconnect_desktop.domain.interaction import Interaction, Medium
from reconnect_desktop.domain.plain import to_plain
from reconnect_desktop.domain.plan import Plan, PlanKind
from reconnect_desktop.domain.records import (
    Import,
    Letter,
    LetterVersion,
    MoodCheckIn,
    Need,
    Nudge,
    Pause,
    PauseReason,
    Reflection,
    Setting,
    Topic,
    Try,
)
from reconnect_desktop.domain.settings import SETTINGS
from reconnect_desktop.output.errors_in_words import explain
from reconnect_desktop.output.field_words import knows_field
from tests.fakes import FakeClock

SOURCES = sorted((Path(errors.__file__).parent.parent).rglob("*.py"))
CHECKS = ("Invalid", "check_number", "check_text")
FALLBACK = "Something outside"


def _all_subclasses(kind: type[UserError]) -> Iterator[type[UserError]]:
    for subclass in kind.__subclasses__():
        yield subclass
        yield from _all_subclasses(subclass)


def _made(kind: type[UserError]) -> UserError:
    if issubclass(kind, errors.Invalid):
        return kind("note", Why.TOO_LONG)
    if issubclass(kind, errors.JournalTooNew):
        return kind(9, 1)
    if issubclass(kind, errors.Malformed):
        return kind("JSON", 3)
    if issubclass(kind, errors.LevelsMissing):
        return kind(3)
    if issubclass(kind, errors.WhoIsMissing):
        return kind((("Somebody Secret", 3), ("+49 170 0000000", 2)))
    return kind()


@cache
def _fields_in_code() -> list[str]:
    fields = {setting.id for setting in SETTINGS} | _fields_by_variable()
    for text in (source.read_text(encoding="utf-8") for source in SOURCES):
        for node in ast.walk(ast.parse(text)) if any(f"{check}(" in text for check in CHECKS) else ():
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
                first = node.args[0]
                if node.func.id in CHECKS and isinstance(first, ast.Constant):
                    fields.add(str(first.value))
    return sorted(fields)


def _fields_by_variable() -> set[str]:
    """Fields that reach `Invalid` in a variable: of records as JSON and CSV have them, of calls, of `log`."""
    moment = FakeClock()()
    records = (
        Interaction(id="1", when=moment, logged=moment, medium=Medium.CALL),
        MoodCheckIn(id="2", when=moment, logged=moment, mood=3),
        Topic(id="3", text="tea", added=moment, done=moment),
        Pause(id="4", reason=PauseReason.TRAVEL, start=moment.day),
        Nudge(id="5", suggestion="tea", shown=moment),
        Try(id="6", suggestion="tea", begun=moment),
        Letter(id="7", begun=moment, changed=moment),
        LetterVersion(id="8", letter="7", kept=moment),
        Need(id="9", noted=moment, need="rest"),
        Reflection(id="2026-10", changed=moment),
        Import(id="10", when=moment, format="json", members=()),
        Setting(id="her_name", value="Amma"),
        Plan(id="11", kind=PlanKind.CONTACT, day=moment.day, added=moment),
    )
    plain = {field for record in records for field in to_plain(record)}
    return plain | {"row", "date", "duration", "number", "type", "since", "until", "on"} | _OF_FILES


_OF_FILES = {"address", "calendar_end", "end", "event", "length", "repeats", "start"}


@pytest.mark.parametrize("kind", sorted(set(_all_subclasses(UserError)), key=str))
def test_every_error_has_one_sentence_of_its_own(kind: type[UserError]) -> None:
    sentence = explain(_made(kind))
    assert_is_a_sentence(sentence)
    assert not sentence.startswith(FALLBACK)
    assert "Secret" not in sentence
    assert "+49" not in sentence


@pytest.mark.parametrize("why", list(Why))
def test_every_field_has_a_sentence_for_every_why(why: Why) -> None:
    for field in _fields_in_code():
        assert knows_field(field)
        assert_is_a_sentence(explain(Invalid(field, why)))


def test_the_common_ones_are_said_exactly() -> None:
    assert "1 (far apart) to 7" in explain(Invalid("closeness", Why.OUT_OF_RANGE))
    assert "24 hours" in explain(Invalid("minutes", Why.OUT_OF_RANGE))
    assert "not come yet" in explain(Invalid("when", Why.IN_FUTURE))
    assert "100,000" in explain(Invalid("note", Why.TOO_LONG))
    assert "can't be saved in the note" in explain(Invalid("note", Why.UNSTORABLE))
    assert "60 characters" in explain(Invalid("tags", Why.TOO_LONG))
    assert "what you call her" in explain(Invalid("her_name", Why.EMPTY))


def test_a_field_from_elsewhere_still_gets_a_sentence() -> None:
    assert explain(Invalid("something new", Why.EMPTY)) == "This value is still missing; please fill it in."


def test_what_to_do_can_be_done() -> None:
    """Read-only folders are those of exports, too; and there are no backups to point to."""
    assert "journal" not in explain(errors.ReadOnly())
    assert "backup" not in explain(errors.JournalDamaged())
    assert "cells" in explain(Invalid("row", Why.TOO_LONG))


def test_numbers_are_told_where_they_help() -> None:
    assert explain(errors.NotFound(3)).startswith("3 entries")
    assert "at line 1,204" in explain(errors.Malformed("CSV", 1204))
    assert "line" not in explain(errors.Malformed("JSON"))


def assert_is_a_sentence(text: str) -> None:
    assert text[0].isupper()
    assert text.endswith(".")
    assert text.count(". ") == 0, "one sentence"
    assert "{" not in text
    assert "\n" not in text
    assert len(text) < 140
