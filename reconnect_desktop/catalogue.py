"""The catalogue of suggestions, and the phrases of letters, as they ship with the program."""

from __future__ import annotations

import tomllib
from functools import cache

from reconnect_desktop.domain.catalogue_parsing import parse_catalogue
from reconnect_desktop.domain.letters import Phrases, parse_phrases
from reconnect_desktop.domain.suggestions import Catalogue
from reconnect_desktop.paths import resource


@cache
def load(language: str = "en") -> Catalogue:
    """The catalogue in this language, read once. Raises FileNotFoundError where there is none."""
    file = resource("suggestions", f"{language}.toml")
    return parse_catalogue(tomllib.loads(file.read_text(encoding="utf-8")))


@cache
def load_phrases(language: str = "en") -> Phrases:
    """What has a gentler way to be put, in this language, read once. Raises FileNotFoundError where there is none."""
    file = resource("letters", f"{language}.toml")
    return parse_phrases(tomllib.loads(file.read_text(encoding="utf-8")))
