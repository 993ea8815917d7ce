from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QApplication

from reconnect_desktop import views
from reconnect_desktop.paths import resource
from reconnect_desktop.views.kit.icons import render
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.quick_add.medium_buttons import ICONS

VIEWS = Path(str(views.__file__)).parent
NAMED = sorted(
    {
        name
        for module in VIEWS.rglob("*.py")
        for call in re.findall(r"\.icon\(([^)]*)\)", module.read_text(encoding="utf-8"))
        for name in re.findall(r'"([a-z0-9-]+)"', call.split(",")[0])
    }
    | set(ICONS.values())
)


def colours(pixmap: QPixmap) -> set[str]:
    """Those of the opaque pixels."""
    image = pixmap.toImage()
    return {
        colour.name()
        for x in range(image.width())
        for y in range(image.height())
        if (colour := image.pixelColor(x, y)).alpha() == 255
    }


@pytest.mark.parametrize("name", NAMED)
def test_every_icon_named_in_code_exists_and_can_be_drawn(qapp: QApplication, name: str) -> None:
    assert resource("icons", f"{name}.svg").is_file()
    assert colours(render(name, "#ff0000", 24)) == {"#ff0000"}


def test_the_licence_of_the_icons_is_with_them() -> None:
    text = resource("icons", "LICENSE").read_text(encoding="utf-8")
    assert "Lucide" in text
    assert "ISC License" in text


def test_an_icon_follows_the_theme_and_the_state(qapp: QApplication) -> None:
    look = Look(qapp, "light")
    icon = look.icon("heart", "text", on_role="accent")
    size = QSize(24, 24)
    assert colours(icon.pixmap(size)) == {look.colour("text").name()}
    on = icon.pixmap(size, QIcon.Mode.Normal, QIcon.State.On)
    assert colours(on) == {look.colour("accent").name()}
    look.choose("dark")
    assert colours(icon.pixmap(size)) == {look.colour("text").name()}


def test_an_icon_is_crisp_on_fine_screens(qapp: QApplication) -> None:
    icon = Look(qapp, "light").icon("heart")
    for ratio in (1.0, 1.5, 2.0):
        assert icon.pixmap(QSize(20, 20), ratio).size() == QSize(20, 20) * ratio


def test_a_disabled_icon_is_faded(qapp: QApplication) -> None:
    image = Look(qapp, "light").icon("heart").pixmap(QSize(24, 24), QIcon.Mode.Disabled).toImage()
    strongest = max(QColor(image.pixelColor(x, y)).alpha() for x in range(24) for y in range(24))
    assert 80 < strongest < 130
