"""The translations keep what has to stay: what is filled in, the access keys, and the blanks and marks at the ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from reconnect_desktop.language import ENGLISH, LANGUAGES

TRANSLATIONS = Path(__file__).resolve().parent.parent / "resources" / "translations"
OTHERS = [one.code for one in LANGUAGES if one is not ENGLISH]


@pytest.fixture(params=OTHERS)
def texts(request: pytest.FixtureRequest) -> Catalog:
    with (TRANSLATIONS / f"{request.param}.po").open("rb") as file:
        return read_po(file, locale=request.param)


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
