"""The catalogue of suggestions as it ships with the program."""

from __future__ import annotations

import tomllib
from functools import cache

from reconnect_desktop.domain.catalogue_parsing import parse_catalogue
from reconnect_desktop.domain.suggestions import Catalogue
from reconnect_desktop.paths import resource


@cache
def load(language: str = "en") -> Catalogue:
    """The catalogue in this language, read once. Raises FileNotFoundError where there is none."""
    file = resource("suggestions", f"{language}.toml")
    return parse_catalogue(tomllib.loads(file.read_text(encoding="utf-8")))
