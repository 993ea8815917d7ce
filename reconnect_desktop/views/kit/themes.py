"""The style sheet, made of a theme's tokens."""

from __future__ import annotations

import re

from PySide6.QtGui import QGuiApplication

from reconnect_desktop.output.theme import Theme
from reconnect_desktop.paths import resource
from reconnect_desktop.views.kit.icons import AIR

# Four sizes of type, as parts of the system's own: small print, body, section, title.
TYPE_SIZES: dict[str, float] = {"size_small": 0.9, "size_body": 1.0, "size_section": 1.2, "size_title": 1.7}
# What grows with the text: check boxes, icons in buttons. Pixels for each point of body text.
PIXEL_SIZES: dict[str, float] = {"box_size": 1.8, "icon_size": 1.6}

_TOKEN = re.compile(r"@([a-z_]+)")


def style_sheet(theme: Theme, points: float) -> str:
    """`base.qss` with its @tokens filled in; `points` is the size of body text. KeyError for an unknown token."""
    tokens = dict(theme.colours)
    tokens.update({name: f"{points * part:.1f}pt" for name, part in TYPE_SIZES.items()})
    tokens.update({name: f"{round(points * part)}px" for name, part in PIXEL_SIZES.items()})
    tokens["dot_radius"] = f"{round(points * PIXEL_SIZES['box_size']) // 2 + 2}px"  # with its border
    start, end = ("right", "left") if QGuiApplication.isRightToLeft() else ("left", "right")
    tokens.update(
        start=start, end=end
    )  # the sides of a line of words; Qt's style sheets know left and right alone
    icon = round(points * PIXEL_SIZES["icon_size"])
    tokens["icon_room"] = f"{icon + AIR}px {icon}px"
    tokens.update(theme="dark" if theme.dark else "light", icons=resource("icons").as_posix())
    base = resource("themes", "base.qss").read_text(encoding="utf-8")
    return _TOKEN.sub(lambda token: tokens[token[1]], base)
