"""The translations are all there, and keep what has to stay: what is filled in, the access keys, and the blanks and marks at the ends."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from types import ModuleType

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from reconnect_desktop.language import ENGLISH, LANGUAGES

ROOT = Path(__file__).resolve().parent.parent
TRANSLATIONS = ROOT / "resources" / "translations"
OTHERS = [one.code for one in LANGUAGES if one is not ENGLISH]
COMPLETE = ("de", "es")  # the languages in which nothing is said in English any more

# What may be said as in English, and why.
SAME = {
    "de": {
        *("April", "August", "September", "November"),  # so the months are called
        *("Name", "Pause", "Plan – Reconnect", "Pause – Reconnect"),  # so the things are called
        *("Passphrase", "&Passphrase", "Passphrase – Reconnect"),  # the usual word, as in other programs
        *(
            "Video",
            "&Video",
            "Desktop",
            "Esc",
            "Letter",
        ),  # the usual words; keys and sizes of paper have names
        *("Reconnect", "Version {version}", "PDF (*.pdf)"),  # names
        *("{hours} h", "{minutes} min", "{hours} h {minutes} min", "10–30 min", "30–60 min"),  # units
    },
    "es": {
        *(
            "Video",
            "&Video",
            "video",
            "Ideas",
            "&Ideas",
            "{count} ideas",
            "{count} plan",
        ),  # so they are called
        *("Enter", "Esc", "Ctrl+{number}"),  # keys have names
        *("Reconnect", "Plan – Reconnect", "PDF (*.pdf)"),  # names
        *("{hours} h", "{minutes} min", "{hours} h {minutes} min", "10–30 min", "30–60 min"),  # units
    },
}
_OF_THE_NAME = "Reconnect"  # what is nothing but places, marks and this may be the same anywhere


@pytest.fixture(params=OTHERS)
def texts(request: pytest.FixtureRequest) -> Catalog:
    return read(request.param)


@pytest.fixture(scope="module")
def collected() -> Catalog:
    spec = importlib.util.spec_from_file_location("collecting", ROOT / "ui" / "translations.py")
    assert spec
    assert spec.loader
    module: ModuleType = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    texts = module.collected()
    assert isinstance(texts, Catalog)
    return texts


def read(code: str) -> Catalog:
    with (TRANSLATIONS / f"{code}.po").open("rb") as file:
        return read_po(file, locale=code)


def pairs(texts: Catalog) -> Iterator[tuple[str, str]]:
    """Each text with each of its translations; what is not translated yet is said in English."""
    for message in texts:
        if message.id:
            yield from ((_said(message), translated) for translated in _translations(message) if translated)


def _said(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[-1]  # of two, the one for many


def _translations(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def test_every_language_has_a_file() -> None:
    assert sorted(file.stem for file in TRANSLATIONS.glob("*.po")) == sorted(OTHERS)


def test_it_has_the_texts_that_are_said_and_no_others(texts: Catalog, collected: Catalog) -> None:
    """If not: `make translations`, then translate what is new."""
    assert which(texts) ^ which(collected) == set()


@pytest.mark.parametrize("id_of_a_chart", ["path", "going-with", "gaps", "months"])
def test_only_what_is_said_is_collected(collected: Catalog, id_of_a_chart: str) -> None:
    """And not what stands inside of it, as the key in `tr(QUESTIONS["path"])`."""
    assert collected.get(id_of_a_chart) is None


@pytest.mark.parametrize("code", COMPLETE)
def test_every_text_is_translated(code: str) -> None:
    texts = read(code)
    missing = [message.id for message in texts if message.id and not all(_translations(message))]
    assert missing == []
    assert [message.id for message in texts if message.id and message.fuzzy] == []
    plurals = [message for message in texts if isinstance(message.id, tuple)]
    assert [message.id for message in plurals if len(_translations(message)) != texts.num_plurals] == []


@pytest.mark.parametrize("code", sorted(SAME))
def test_nothing_is_left_in_english_by_mistake(code: str) -> None:
    left = {
        said
        for said, translated in pairs(read(code))
        if said == translated and has_words(said) and said not in SAME[code]
    }
    assert left == set()


def test_only_what_is_filled_in_is_asked_for(texts: Catalog) -> None:
    """A place more would be an error when it is said; one less may be a plural's "one"."""
    assert [pair for pair in pairs(texts) if not fields(pair[1]) <= fields(pair[0])] == []


def test_a_single_text_keeps_all_that_is_filled_in(texts: Catalog) -> None:
    single = [
        (str(message.id), str(message.string))
        for message in texts
        if isinstance(message.id, str) and message.id and message.string
    ]
    assert [pair for pair in single if fields(pair[0]) != fields(pair[1])] == []


def test_what_has_an_access_key_keeps_one(texts: Catalog) -> None:
    assert [pair for pair in pairs(texts) if keys(pair[0]) != keys(pair[1])] == []


def test_blanks_and_line_ends_stay_at_the_ends(texts: Catalog) -> None:
    assert [pair for pair in pairs(texts) if ends(pair[0]) != ends(pair[1])] == []


def test_more_to_come_is_still_said_by_three_dots(texts: Catalog) -> None:
    assert [pair for pair in pairs(texts) if pair[0].endswith("…") != pair[1].endswith("…")] == []


def fields(text: str) -> set[str | None]:
    return {field for _, field, _, _ in Formatter().parse(text)} - {None}


def keys(text: str) -> int:
    return len(re.findall(r"&[^&\s]", text.replace("&&", "")))


def ends(text: str) -> tuple[str, str]:
    bare = text.strip()
    return text.partition(bare)[0], text.rpartition(bare)[2]


def which(texts: Catalog) -> set[tuple[str | None, str | tuple[str, ...]]]:
    """The texts by what tells them apart: their context, and what is said."""
    return {
        (message.context, message.id if isinstance(message.id, str) else tuple(message.id))
        for message in texts
        if message.id
    }


def has_words(text: str) -> bool:
    """Whether there is more to say than what is filled in, marks, and the program's name."""
    bare = "".join(literal for literal, _, _, _ in Formatter().parse(text)).replace(_OF_THE_NAME, "")
    return any(letter.isalpha() for letter in bare)
