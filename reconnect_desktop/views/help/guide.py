"""The pages of the guide in the language spoken, and what is found in them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from reconnect_desktop import paths
from reconnect_desktop.language import mark, spoken, tr

# In the order in which one may want them; a file that is not named here is no page.
_PAGES = (
    ("first-steps", mark("First steps")),
    ("bringing-history-in", mark("Bring your history in")),
    ("suggestions", mark("Suggestions and letters")),
    ("trends-and-review", mark("Trends and review")),
    ("plans-and-dates", mark("Plans and dates")),
    ("rhythm-and-pauses", mark("Rhythm and pauses")),
    ("on-your-desktop", mark("On your desktop")),
    ("passphrase-and-backups", mark("Passphrase, lock and backups")),
)
_MARKUP = re.compile(r"!\[[^\]]*\]\([^)]*\)|\]\([^)]*\)|[*`#>|\[\]]")


@dataclass(frozen=True)
class Page:
    """One page. key: the name of its file, less the ending; title: in the language spoken."""

    key: str
    title: str
    file: Path

    @cached_property
    def markdown(self) -> str:
        """Its text as written."""
        return self.file.read_text(encoding="utf-8")

    @cached_property
    def words(self) -> str:
        """What of it is read, for looking something up."""
        return _bare(" ".join((self.title, *_MARKUP.sub(" ", self.markdown).split())))


def pages() -> tuple[Page, ...]:
    """Those that are there; in English, where one is in no other language yet."""
    files = ((key, title, _file(f"{key}.md")) for key, title in _PAGES)
    return tuple(Page(key, tr(title), file) for key, title, file in files if file.is_file())


def found(among: tuple[Page, ...], wanted: str) -> tuple[Page, ...]:
    """The pages in which every one of these words stands; all, where none is wanted."""
    words = _bare(wanted).split()
    return tuple(page for page in among if all(word in page.words for word in words))


def _file(name: str) -> Path:
    translated = paths.guide(f"{spoken().code}/{name}")
    return translated if translated.is_file() else paths.guide(name)


def _bare(text: str) -> str:
    """As one types who is in a hurry: "ultima" finds "Última"."""
    return "".join(
        letter
        for letter in unicodedata.normalize("NFKD", text.casefold())
        if not unicodedata.combining(letter)
    )
