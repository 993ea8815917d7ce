"""Every row of every catalogue: that there is one for each situation, that it keeps silent where it must, and how it speaks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations, product

import pytest

from reconnect_desktop import catalogue
from reconnect_desktop.domain import circumstances as c
from reconnect_desktop.domain.circumstances import Circumstance
from reconnect_desktop.domain.suggestions import Asks, Part, Suggestion, filled
from reconnect_desktop.domain.tags import GOT_IN_THE_WAY
from reconnect_desktop.language import speaking
from reconnect_desktop.paths import resource

CATALOGUE = catalogue.load()
ROWS = CATALOGUE.suggestions
C = Circumstance

CONTEXTS = frozenset(Circumstance) - c.SIGNALS
SIGNAL_OR_NONE = (*sorted(c.SIGNALS), None)
SITUATIONS = [
    frozenset(contexts) | ({signal} if signal else set())
    for signal, count in product(SIGNAL_OR_NONE, range(3))
    for contexts in combinations(sorted(CONTEXTS), count)
]

# Talk about what stands between the two: not in a bad patch of one's own.
HARD_TALKS = {
    "say-what-you-miss",
    "ask-for-a-quiet-moment",
    "open-the-subject-softly",
    "a-break-in-the-quarrel",
    "after-it-went-badly",
    "one-need-one-sentence",
    "someone-between",
}


def by_id(row: Suggestion) -> str:
    return row.id


def shown_unasked(situation: frozenset[Circumstance]) -> list[Suggestion]:
    """The rows that may be offered, the best fit first, under the rules of safety."""
    fitting = [
        (fit.weight, row)
        for row in ROWS
        if row.may_show(situation)
        and (row.gentle or situation.isdisjoint(c.BAD_PATCH))
        and (fit := row.best_fit(situation))
    ]
    return [row for _, row in sorted(fitting, key=lambda one: -one[0])]


def told(situation: frozenset[Circumstance]) -> str:
    return " + ".join(sorted(situation)) or "nothing"


def test_there_is_enough_of_everything() -> None:
    assert len(ROWS) >= 28
    ways = [way for row in ROWS for way in row.ways]
    assert len(ways) >= 70
    parts = Counter(row.part for row in ROWS)
    assert {part for part in Part if parts[part] < 2} == set()
    assert list(CATALOGUE.causes) == list(GOT_IN_THE_WAY)
    assert len(CATALOGUE.needs) >= 8


def test_nothing_is_said_twice() -> None:
    words = [way for row in ROWS for way in row.ways]
    words += [text for row in ROWS for text in (row.title, row.what, row.follow_up)]
    words += [phrase for need in CATALOGUE.needs for phrase in need.phrases]
    assert [text for text, count in Counter(words).items() if count > 1] == []


def test_every_language_is_read() -> None:
    languages = [file.stem for file in resource("suggestions").glob("*.toml")]
    assert "en" in languages
    for language in languages:
        assert {row.id for row in catalogue.load(language).suggestions} == {row.id for row in ROWS}


def test_it_is_read_once_in_each_language() -> None:
    assert catalogue.load() is catalogue.load("en")
    with speaking("de"):
        assert catalogue.load() is catalogue.load("de")
    assert catalogue.load() is catalogue.load("en")
    assert catalogue.load_phrases("de") is catalogue.load_phrases("de")


def test_what_is_in_no_other_language_is_said_in_english() -> None:
    assert catalogue.load("xx") is catalogue.load("en")
    assert catalogue.load_phrases("xx") is catalogue.load_phrases("en")


# --- when they show ---------------------------------------------------------------------------------------------------


def test_something_may_show_in_every_situation() -> None:
    empty = [told(one) for one in SITUATIONS if not any(row.may_show(one) for row in ROWS)]
    assert empty == []


def test_something_fits_every_signal_outside_a_pause() -> None:
    noticed = [one for one in SITUATIONS if one & c.SIGNALS and not one & c.PAUSES]
    assert [told(one) for one in noticed if not shown_unasked(one)] == []


def test_fear_and_harm_lead_to_support_alone() -> None:
    for situation in SITUATIONS:
        if C.UNSAFE in situation:
            rows = [row for row in ROWS if row.may_show(situation)]
            assert {row.asks for row in rows} == {Asks.SUPPORT}, told(situation)
            if C.GRIEF not in situation:
                assert rows == [row for row in rows if row.best_fit(situation)], told(situation)


def test_in_no_pause_and_no_fear_is_contact_asked_for() -> None:
    for situation in SITUATIONS:
        if situation & c.SAFETY:
            assert Asks.CONTACT not in {row.asks for row in ROWS if row.may_show(situation)}, told(situation)


@pytest.mark.parametrize("silence", [C.UNSAFE, C.BOUNDARY, C.GRIEF])
def test_what_is_shown_there_is_not_about_being_in_touch(silence: Circumstance) -> None:
    about_contact = re.compile(
        r"\{name\}|\b(call|write to|text|message|visit|meet|talk to|reach|contact|invite|ask) (her|mom|them both)\b"
        r"|\bmediat\w*|\btogether\b|\bfamily counsel\w*|\bcloser?\b|\breconcil\w*",
        re.IGNORECASE,
    )
    for row in ROWS:
        if row.may_show({silence}):
            assert not about_contact.search(" ".join(texts_of(row))), row.id
            assert row.leads_to in (None, "letter"), row.id
            assert row.gentle, row.id


@pytest.mark.parametrize("row", ROWS, ids=by_id)
def test_each_row_keeps_silent_where_it_must(row: Suggestion) -> None:
    if row.asks is Asks.CONTACT:
        assert row.never >= {C.UNSAFE, C.BOUNDARY, C.GRIEF, C.TRAVEL, C.PAUSE}
    if row.asks is Asks.SELF:
        assert C.UNSAFE in row.never
    if row.id in HARD_TALKS:
        assert row.never >= c.BAD_PATCH
        assert not row.gentle


def test_the_hard_talks_are_rows() -> None:
    assert {row.id for row in ROWS} >= HARD_TALKS


def test_where_all_is_as_usual_nothing_is_asked() -> None:
    for good in ({C.AS_USUAL}, {C.RECOVERED}, {C.WIN}, {C.RECOVERED, C.WIN}):
        assert {row.part for row in shown_unasked(frozenset(good))} <= {Part.WINS}
        assert {row.asks for row in shown_unasked(frozenset(good))} <= {Asks.SELF}


@pytest.mark.parametrize(
    ("situation", "first"),
    [
        ({C.GAP}, {Part.NEVER_TOO_LATE}),
        ({C.GAP, C.AS_USUAL}, {Part.NEVER_TOO_LATE}),
        ({C.RHYTHM}, {Part.NEVER_TOO_LATE}),
        ({C.RHYTHM, C.RHYTHM_MISSED}, {Part.EXPECTATIONS}),
        ({C.GAP, C.RHYTHM_MISSED, C.AS_USUAL}, {Part.EXPECTATIONS}),
        ({C.GAP, C.LOW_BEFORE}, {Part.CONVERSATION}),
        ({C.TALKS_STOPPED}, {Part.COMMON_GROUND}),
        ({C.TALKS_STOPPED, C.MOSTLY_MESSAGES}, {Part.COMMON_GROUND}),
        ({C.DIP}, {Part.LISTENING}),
        ({C.DIP, C.SHORT_TALKS}, {Part.LISTENING}),
        ({C.DIP, C.MOSTLY_MESSAGES}, {Part.LISTENING}),
        ({C.DIP, C.STYLES}, {Part.STYLES}),
        ({C.DIP, C.CONFLICT}, {Part.ELEPHANT}),
        ({C.DIP, C.SUDDEN}, {Part.SETBACKS}),
        ({C.DIP, C.SUDDEN, C.CONFLICT}, {Part.ELEPHANT, Part.SETBACKS}),
        ({C.DIP, C.TRANSITIONS}, {Part.COMMON_GROUND}),
        ({C.DIP, C.STRESS}, {Part.STRESS}),
        ({C.DIP, C.LOW_MOOD}, {Part.STRESS}),
        ({C.GAP, C.STRESS}, {Part.STRESS}),
        ({C.DIP, C.LASTING}, {Part.SUPPORT}),
        ({C.DIP, C.CONFLICT, C.CONFLICT_AGAIN}, {Part.SUPPORT}),
        ({C.DIP, C.LASTING, C.LOW_MOOD}, {Part.SUPPORT}),
        ({C.DIP, C.ONE_MEDIUM}, {Part.STYLES}),
        ({C.UNMET_NEED}, {Part.NEEDS}),
        ({C.DIP, C.UNMET_NEED}, {Part.NEEDS}),
        ({C.RECOVERED}, {Part.WINS}),
        ({C.WIN}, {Part.WINS}),
        ({C.DIP, C.CONFLICT, C.UNSAFE}, {Part.SUPPORT}),
        ({C.GAP, C.UNSAFE, C.STRESS}, {Part.SUPPORT}),
    ],
    ids=lambda value: told(frozenset(value)),
)
def test_what_was_noticed_brings_up_its_step(situation: set[Circumstance], first: set[Part]) -> None:
    assert shown_unasked(frozenset(situation))[0].part in first


@pytest.mark.parametrize(
    ("situation", "among"),
    [
        ({C.GAP, C.LOW_BEFORE}, {Part.CONVERSATION, Part.NEVER_TOO_LATE}),
        ({C.DIP, C.SHORT_TALKS}, {Part.LISTENING, Part.STYLES}),
        ({C.DIP, C.CONFLICT}, {Part.ELEPHANT, Part.SETBACKS}),
        ({C.DIP, C.SUDDEN}, {Part.ELEPHANT, Part.SETBACKS}),
        ({C.DIP, C.TRANSITIONS}, {Part.COMMON_GROUND, Part.TRANSITIONS}),
        ({C.DIP, C.LASTING}, {Part.SUPPORT, Part.NEEDS}),
        ({C.CONFLICT_AGAIN}, {Part.SUPPORT, Part.NEEDS}),
        ({C.DIP, C.ONE_MEDIUM}, {Part.STYLES, Part.EXPECTATIONS}),
    ],
    ids=lambda value: told(frozenset(value)),
)
def test_the_step_beside_it_comes_close_behind(situation: set[Circumstance], among: set[Part]) -> None:
    assert among <= {row.part for row in shown_unasked(frozenset(situation))[:4]}


# --- how they speak ---------------------------------------------------------------------------------------------------


def texts_of(row: Suggestion) -> tuple[str, ...]:
    return (row.title, row.what, *row.ways, row.follow_up)


def all_texts() -> Iterator[tuple[str, str]]:
    """Every text a person may read, with where it stands."""
    for row in ROWS:
        yield from ((row.id, text) for text in texts_of(row))
    for part, words in CATALOGUE.parts.items():
        yield from ((part, text) for text in (words.name, words.about))
    for need in CATALOGUE.needs:
        yield from ((need.id, text) for text in (need.name, need.about, *need.phrases))
    yield from CATALOGUE.causes.items()


REFUSED = {
    "a command": r"should(n't)?|must(n't)?|ought|need to|needs to|had better|make sure|be sure to|remember to|don't forget",
    "a command that frees is none": r"(?<!don't )(?<!doesn't )ha(ve|s) to",
    "about all times": r"always|never|every time",
    "blame": r"fault|blam\w+|guilt\w*|asham\w+|selfish|neglect\w*|overdue|fail\w*|wrong with|toxic|cold|distant|bad (mother|daughter|son|child)",
    "a promise": r"will (fix|heal|help|bring|make|solve|save|work)|guarantee\w*|works? for everyone|heal(s|ed|ing)?|repair\w*",
    "alarm": r"urgent\w*|warning|alarm\w*|crisis|risk\w*|serious(ly)?|immediately|too late",
    "a diagnosis": r"trauma\w*|narciss\w*|depress\w*|anxiety|disorder\w*|codependen\w*|attachment|dysfunction\w*|symptom\w*|therap\w*|clinical|coping|trigger\w*|validat\w+|vulnerab\w+|process(ing)? (your|my) (feelings|emotions)|boundar\w+|emotional\w*",
    "cheering": r"amazing|awesome|well done|congrat\w*|great job|proud of yourself|positive|gratitude|cherish|journey|bond\w*",
    "making it small": r"simply do|all you|at least|get over|move on from|it's easy|obviously|of course",
    "numbers and addresses": r"\d{2,}|www|https?|\.com",
    "an exclamation": r"\w+!",
}

# What is refused above, and stands all the same, each with its reason.
ALLOWED = {
    ("never_too_late", "too late"): "the part says that it is not",
    ("help-where-you-live", "serious"): "one's own doubt, in one's own words",
    ("a-picture-that-made-you-grin", "laugh!"): "as one would text it",
}


@pytest.mark.parametrize("pattern", REFUSED.values(), ids=list(REFUSED))
def test_it_speaks_as_a_kind_friend(pattern: str) -> None:
    refused = re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE)
    found = [
        (where, match[0], text)
        for where, text in all_texts()
        for match in refused.finditer(text)
        if (where, match[0].lower()) not in ALLOWED
    ]
    assert found == []


def test_each_exception_is_made_use_of() -> None:
    for where, word in ALLOWED:
        assert any(place == where and word in text.lower() for place, text in all_texts()), (where, word)


@pytest.mark.parametrize("row", ROWS, ids=by_id)
def test_lengths(row: Suggestion) -> None:
    assert len(row.title) <= 40
    assert 2 <= len(row.title.split()) <= 6
    assert len(filled(row.what, "Grandmother Ines")) <= 420
    assert 2 <= len(sentences(row.what)) <= 4
    assert 2 <= len(row.ways) <= 3
    assert max(len(way) for way in row.ways) <= 240
    assert len(row.follow_up) <= 120
    assert row.follow_up.endswith("?")
    assert row.follow_up.startswith("How "), "answered by: went well, so-so, hard, didn't get to it"


def sentences(text: str) -> list[str]:
    return [one for one in re.split(r"(?<=[.!?])\"?\s+", text) if one]


def test_sentences_are_short() -> None:
    assert [one for _, text in all_texts() for one in sentences(text) if len(one.split()) > 30] == []


def test_her_name_is_filled_in_and_nothing_else_is_left() -> None:
    for where, text in all_texts():
        assert not re.search(r"[{}]", filled(text, "Amma")), where
    assert sum("{name}" in way for row in ROWS for way in row.ways) >= 30


def test_texts_are_typed_as_everywhere_else() -> None:
    for where, text in all_texts():
        assert not re.search("[\u2018\u2019\u201c\u201d\u2014]|  | \\.{3}|\\.\\.", text), where
        assert text == text.strip(), where
    for row in ROWS:
        assert not row.title.endswith((".", "!")), row.id
        assert row.what.endswith((".", "?")), row.id
        assert all(way.endswith((".", "?", "!", ")")) for way in row.ways), row.id


def test_each_part_and_cause_is_introduced_briefly() -> None:
    for part, words in CATALOGUE.parts.items():
        assert len(sentences(words.about)) == 2, part
        assert len(words.name) <= 40, part
        assert len(words.about) <= 320, part
    assert all(len(line) <= 160 for line in CATALOGUE.causes.values())
