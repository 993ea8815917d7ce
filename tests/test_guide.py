"""The guide says the same in each language: page by page, heading by heading, table by table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parent.parent
GUIDE = ROOT / "docs" / "guide"
TRANSLATED = sorted(file.stem for file in (ROOT / "resources" / "translations").glob("*.po"))
PAGES = sorted(page.name for page in GUIDE.glob("*.md"))
NAMED = re.compile(r"[\"„“]([^\"„“”\n]+?…)[\"“”]")  # what is asked for a name or a word: "Export…"


def shape(text: str) -> dict[str, list[str]]:
    """What of a page is alike in every language, in its order."""
    return {
        "headings": re.findall(r"^#+", text, re.MULTILINE),
        "tables": [str(row.count("|")) for row in re.findall(r"^\|.*\|$", text, re.MULTILINE)],
        "pictures": [Path(name).name for name in re.findall(r"!\[[^\]]+\]\(([^)]+)\)", text)],
        "links": [Path(name).name for name in re.findall(r"[^!]\[[^\]]+\]\(([^)#]+)[^)]*\)", text)],
        "commands": re.findall(r"^ {4}(.+)$", text, re.MULTILINE),
        "points": re.findall(r"^(?:- |\d\. )", text, re.MULTILINE),
    }


@pytest.mark.parametrize("language", TRANSLATED)
@pytest.mark.parametrize("page", PAGES)
def test_a_page_has_all_that_the_english_one_has(language: str, page: str) -> None:
    english = shape((GUIDE / page).read_text(encoding="utf-8"))
    assert shape((GUIDE / language / page).read_text(encoding="utf-8")) == english


@pytest.mark.parametrize("language", TRANSLATED)
def test_what_is_to_be_chosen_is_called_as_on_the_screen(language: str) -> None:
    with (ROOT / "resources" / "translations" / f"{language}.po").open("rb") as file:
        said = {text.replace("&", "") for message in read_po(file) for text in texts(message.string)}
    for page in PAGES:
        text = (GUIDE / language / page).read_text(encoding="utf-8")
        names = [name for name in NAMED.findall(text) if name[0].isupper() and ":" not in name]
        unknown = [name for name in names if name not in said]
        assert unknown == [], page


def texts(translated: str | Sequence[str] | None) -> Iterator[str]:
    yield from [translated] if isinstance(translated, str) else translated or ()
