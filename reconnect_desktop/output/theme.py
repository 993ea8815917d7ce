"""The themes as values: the colours of the screens, the charts and what is printed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from reconnect_desktop.paths import resource

THEMES = ("light", "dark", "light_contrast", "dark_contrast")

# Importing tomllib for two files as simple as these would be a hundredth of the start; a test compares.
_COLOUR = re.compile(r'^(\w+) = "(#[0-9A-F]{6})"', re.MULTILINE)


class Theme(NamedTuple):
    """A named set of colours: role → "#RRGGBB"."""

    name: str
    dark: bool
    colours: Mapping[str, str]


def load_theme(name: str) -> Theme:
    """The theme of `resources/themes/<name>.toml`."""
    text = resource("themes", f"{name}.toml").read_text(encoding="utf-8")
    return Theme(name, "\ndark = true" in text, dict(_COLOUR.findall(text)))
