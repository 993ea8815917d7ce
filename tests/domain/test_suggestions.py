from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconnect_desktop.domain.catalogue_parsing import check_expressions, parse_catalogue, parse_unsafe
from reconnect_desktop.domain.circumstances import Circumstance
from reconnect_desktop.domain.safety import is_unsafe
from reconnect_desktop.domain.suggestions import Asks, LeadsTo, Part, filled
from reconnect_desktop.domain.tags import GOT_IN_THE_WAY

ROW: dict[str, Any] = {
    "id": "a-hello",
    "part": "never_too_late",
    "title": "A hello",
    "what": "One line. No question in it.",
    "ways": ["Hello {name}.", "I thought of you."],
    "follow_up": "How was it?",
    "asks": "contact",
    "gentle": True,
    "fits": [{"when": ["gap"], "weight": 1}, {"when": ["gap", "low_before"], "weight": 1.5}],
    "never": ["grief", "unsafe"],
    "leads_to": "topics",
}

WHOLE: dict[str, Any] = {
    "parts": {part.value: {"name": "A name", "about": "One. Two."} for part in Part},
    "causes": dict.fromkeys(GOT_IN_THE_WAY, "It makes sense."),
    "need": [
        {"id": "safety", "name": "To feel safe", "about": "Not to be hurt.", "phrases": ["Stay, please."]}
    ],
    "suggestion": [ROW],
    "unsafe": {"needs": ["safety"]},
}

UNSAFE: dict[str, Any] = {
    "words": ["unsafe"],
    "phrases": ["{she} hit me"],
    "closed": ["afraid of her"],
    "then": ["when"],
    "not_meant": ["hit me up"],
    "any": {"she": ["she"]},
}


def test_a_row_is_read() -> None:
    catalogue = parse_catalogue(WHOLE, [parse_unsafe(UNSAFE, "en")])
    row = catalogue.suggestion("a-hello")
    assert row is not None
    assert (row.part, row.asks, row.leads_to) == (Part.NEVER_TOO_LATE, Asks.CONTACT, LeadsTo.TOPICS)
    assert row.ways == ("Hello {name}.", "I thought of you.")
    assert row.never == {Circumstance.GRIEF, Circumstance.UNSAFE}
    assert catalogue.parts[Part.STRESS].name == "A name"
    assert catalogue.causes["old hurt"] == "It makes sense."
    assert catalogue.need("safety") == catalogue.needs[0]
    assert catalogue.unsafe.needs == ("safety",)
    assert [words.lists for words in catalogue.unsafe.languages] == [(("she", ("she",)),)]
    assert catalogue.suggestion("gone") is None
    assert catalogue.need("gone") is None


def test_fits_and_the_page_it_leads_to_may_be_left_out() -> None:
    row = parse_catalogue(
        changed(lambda data: [data["suggestion"][0].pop(key) for key in ("fits", "leads_to")])
    )
    assert row.suggestions[0].fits == ()
    assert row.suggestions[0].leads_to is None


def test_the_biggest_weight_of_those_that_fit_is_its_fit() -> None:
    row = parse_catalogue(WHOLE).suggestions[0]
    both = row.best_fit({Circumstance.GAP, Circumstance.LOW_BEFORE, Circumstance.STRESS})
    one = row.best_fit({Circumstance.GAP})
    assert both is not None
    assert one is not None
    assert (both.weight, one.weight) == (1.5, 1)
    assert row.best_fit({Circumstance.LOW_BEFORE}) is None


def test_one_circumstance_is_enough_to_keep_it_from_showing() -> None:
    row = parse_catalogue(WHOLE).suggestions[0]
    assert row.may_show({Circumstance.GAP, Circumstance.STRESS})
    assert not row.may_show({Circumstance.GAP, Circumstance.GRIEF})


def changed(change: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
    data = copy.deepcopy(WHOLE)
    change(data)
    return data


def in_row(**values: Any) -> Callable[[dict[str, Any]], object]:
    return lambda data: data["suggestion"][0].update(values)


@pytest.mark.parametrize(
    ("change", "named", "what"),
    [
        (in_row(colour="red"), "suggestion a-hello", "unknown colour"),
        (in_row(part="weather"), "suggestion a-hello", "unknown word"),
        (in_row(asks=["contact"]), "suggestion a-hello", "unknown word"),
        (in_row(never=["gap", "rain"]), "suggestion a-hello", "unknown word"),
        (in_row(never=["grief", "grief"]), "suggestion a-hello", "twice"),
        (in_row(never="grief"), "suggestion a-hello", "not a list"),
        (in_row(never=["gap"]), "suggestion a-hello", "fits where it never shows"),
        (in_row(leads_to="moon"), "suggestion a-hello", "unknown word"),
        (in_row(title=" "), "suggestion a-hello", "empty"),
        (in_row(title="A hello "), "suggestion a-hello", "spaces around"),
        (in_row(title=7), "suggestion a-hello", "not a text"),
        (in_row(ways=[]), "suggestion a-hello", "ways is empty"),
        (in_row(ways=["Hello.", "Hello."]), "suggestion a-hello", "twice"),
        (in_row(ways=["Hello {mom}."]), "suggestion a-hello", "brace"),
        (in_row(what="Hello {name."), "suggestion a-hello", "brace"),
        (in_row(gentle="yes"), "suggestion a-hello", "neither true nor false"),
        (in_row(id="A Hello"), "suggestion A Hello", "lower-case"),
        (in_row(fits=[{"when": ["gap"], "weight": 0}]), "suggestion a-hello, fits 1", "above 0"),
        (in_row(fits=[{"when": ["gap"], "weight": True}]), "suggestion a-hello, fits 1", "above 0"),
        (
            in_row(fits=[{"when": ["gap"], "weight": 1, "why": "so"}]),
            "suggestion a-hello, fits 1",
            "unknown why",
        ),
        (in_row(fits=["gap"]), "suggestion a-hello", "not a table"),
        (lambda data: data["suggestion"][0].pop("what"), "suggestion a-hello", "what is missing"),
        (lambda data: data["suggestion"].append(ROW), "suggestion a-hello", "twice"),
        (lambda data: data["need"].append(data["need"][0]), "need safety", "twice"),
        (lambda data: data["need"][0].update(phrases=["{her}"]), "need safety", "brace"),
        (lambda data: data["parts"].pop("stress"), "parts", "stress is missing"),
        (lambda data: data["parts"].update(luck={}), "parts", "unknown luck"),
        (lambda data: data["parts"]["stress"].update(colour="red"), "parts, stress", "unknown colour"),
        (lambda data: data["causes"].pop("old hurt"), "causes", "old hurt is missing"),
        (lambda data: data["causes"].update(weather="Rain."), "causes", "unknown weather"),
        (lambda data: data.update(weather={}), "the catalogue", "unknown weather"),
        (lambda data: data.update(suggestion=[]), "the catalogue", "suggestion is empty"),
        (lambda data: data["unsafe"].update(needs=["rain"]), "unsafe", "unknown need rain"),
        (lambda data: data["unsafe"].update(words=["unsafe"]), "unsafe", "unknown words"),
    ],
)
def test_what_is_not_right_is_refused_with_the_row_s_name(
    change: Callable[[dict[str, Any]], object], named: str, what: str
) -> None:
    with pytest.raises(ValueError, match=what) as refused:
        parse_catalogue(changed(change))
    assert str(refused.value).startswith(f"{named}: ")


@pytest.mark.parametrize(
    ("values", "what"),
    [
        ({"phrases": ["{he} hit me"]}, "unknown list he"),
        ({"closed": ["afraid", "afraid"]}, "twice"),
        ({"any": {"she": ["{her}"]}}, "unknown list her"),
        ({"any": {"she": []}}, "she is empty"),
        ({"needs": ["safety"]}, "unknown needs"),
    ],
)
def test_words_of_fear_that_are_not_right_are_refused(values: dict[str, Any], what: str) -> None:
    with pytest.raises(ValueError, match=what) as refused:
        parse_unsafe(UNSAFE | values, "nn")
    assert str(refused.value).startswith("safety nn")


@pytest.mark.parametrize("values", [{"phrases": ["(hit me"]}, {"any": {"she": ["*"]}}])
def test_what_cannot_be_looked_for_is_told(values: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="not a regular expression"):
        check_expressions(parse_unsafe(UNSAFE | values, "nn"))


def test_a_language_may_have_no_words_of_fear_yet() -> None:
    empty = parse_unsafe({key: [] for key in UNSAFE} | {"any": {}}, "nn")
    unsafe = parse_catalogue(WHOLE, [empty, parse_unsafe(UNSAFE, "en")]).unsafe
    assert is_unsafe((), (), ("She hit me.",), unsafe)
    assert not is_unsafe((), (), ("", "We talked."), unsafe)


@given(st.text(), st.text())
def test_only_her_name_is_filled_in(text: str, name: str) -> None:
    assert filled(text, name) == name.join(text.split("{name}"))


def test_other_braces_stay_as_they_are() -> None:
    assert filled("{name} {Name} {0} {name!r} {", "{name}") == "{name} {Name} {0} {name!r} {"
