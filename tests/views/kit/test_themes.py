from __future__ import annotations

import re
import tomllib

import pytest
from PySide6.QtWidgets import QApplication

from reconnect_desktop.output.theme import THEMES, load_theme
from reconnect_desktop.paths import resource
from reconnect_desktop.views.kit.look import _PALETTE, Look
from reconnect_desktop.views.kit.themes import style_sheet

ROLES = [
    "bg",
    "surface",
    "text",
    "muted",
    "control",
    "line",
    "faint",
    "accent",
    "accent_hover",
    "on_accent",
    "soft",
    "focus",
    "sel",
    "amber",
    "amber_soft",
    "you",
    "her",
    "medium_call",
    "medium_video",
    "medium_visit",
    "medium_message",
    "medium_letter",
    "medium_other",
    *(f"closeness_{rating}" for rating in range(1, 8)),
    *(f"on_closeness_{rating}" for rating in range(1, 8)),
]

# (what is written or drawn, on what, the least contrast of WCAG 2.2: 4.5 for text, 3 for what must be told apart)
PAIRS = [
    *((ink, ground, 4.5) for ink in ("text", "muted", "accent", "amber") for ground in ("bg", "surface")),
    *((ink, ground, 4.5) for ink in ("text", "accent") for ground in ("soft", "sel")),
    ("text", "amber_soft", 4.5),
    ("on_accent", "accent", 4.5),
    ("on_accent", "accent_hover", 4.5),
    *(
        (ink, ground, 3.0)
        for ink in ("control", "focus", "accent", "you", "her")
        for ground in ("bg", "surface")
    ),
    ("accent", "soft", 3.0),
    *((f"on_closeness_{rating}", f"closeness_{rating}", 4.5) for rating in range(1, 8)),
    *((role, ground, 3.0) for role in ROLES if role.startswith("medium_") for ground in ("bg", "surface")),
]


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("name", THEMES)
def test_a_theme_has_every_role_and_is_read_as_toml_says(name: str) -> None:
    theme = load_theme(name)
    told = tomllib.loads(resource("themes", f"{name}.toml").read_text(encoding="utf-8"))
    assert sorted(theme.colours) == sorted(ROLES)
    assert theme.colours == told["colours"]
    assert theme.dark is told["dark"] is name.startswith("dark")


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS)
def test_what_is_seen_stands_out_from_its_ground(name: str, ink: str, ground: str, least: float) -> None:
    colours = load_theme(name).colours
    assert contrast(colours[ink], colours[ground]) >= least


@pytest.mark.parametrize("name", [name for name in THEMES if name.endswith("contrast")])
@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS)
def test_where_high_contrast_is_wanted_it_is_high(name: str, ink: str, ground: str, least: float) -> None:
    colours = load_theme(name).colours
    wanted = {"closeness": 4.5}.get(ground.partition("_")[0], 7.0 if least == 4.5 else 4.5)
    assert contrast(colours[ink], colours[ground]) >= wanted


@pytest.mark.parametrize("name", THEMES)
def test_the_style_sheet_has_no_token_left_and_names_files_that_are_there(name: str) -> None:
    sheet = style_sheet(load_theme(name), 10.0)
    assert "@" not in sheet
    files = re.findall(r'url\("([^"]+)"\)', sheet)
    assert files
    for file in files:
        assert resource("icons", file.rpartition("/")[2]).is_file()


def test_an_unknown_token_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    from reconnect_desktop.views.kit import themes

    monkeypatch.setattr(themes, "_TOKEN", re.compile(r"(QLabel)"))
    with pytest.raises(KeyError):
        style_sheet(load_theme("light"), 10.0)


def test_qt_takes_the_style_sheet_without_a_word(qapp: QApplication, qtbot: object) -> None:
    # A mistake in it would be a warning, and a warning fails a test.
    Look(qapp, "light").choose("dark")


def test_the_look_changes_palette_and_colours_and_tells(qapp: QApplication) -> None:
    look = Look(qapp, "light")
    told: list[None] = []
    look.changed.connect(lambda: told.append(None))
    look.choose("light")
    assert told == []
    look.choose("dark")
    assert told == [None]
    assert look.theme.dark
    assert look.colour("text").name().upper() == look.theme.colours["text"]
    for role, name in _PALETTE.items():
        assert qapp.palette().color(role) == look.colour(name)


def test_the_look_follows_the_system_only_where_it_is_to(qapp: QApplication) -> None:
    from PySide6.QtCore import Qt

    class Hints:
        scheme = Qt.ColorScheme.Dark

        def colorScheme(self) -> Qt.ColorScheme:
            return self.scheme

    class App:
        def styleHints(self) -> Hints:
            return Hints()

        def __getattr__(self, name: str) -> object:
            return getattr(qapp, name)

    look = Look(qapp, "light")
    look._app = App()  # type: ignore[assignment]
    look._follow_system()
    assert not look.theme.dark
    look.choose("system")
    assert look.theme.dark
    Hints.scheme = Qt.ColorScheme.Light
    look._follow_system()
    assert not look.theme.dark


def test_the_look_follows_the_systems_wish_for_contrast(qapp: QApplication) -> None:
    from PySide6.QtCore import QObject, Qt, Signal

    class Accessibility(QObject):
        contrastPreferenceChanged = Signal(object)  # noqa: N815 - as in Qt
        wanted = Qt.ContrastPreference.HighContrast

        def contrastPreference(self) -> Qt.ContrastPreference:
            return self.wanted

    system = Accessibility()

    class Hints:
        def accessibility(self) -> Accessibility:
            return system

    class App:
        def styleHints(self) -> Hints:
            return Hints()

        def __getattr__(self, name: str) -> object:
            return getattr(qapp, name)

    look = Look(qapp, "system")
    ground = "dark" if look.theme.dark else "light"
    look._app = App()  # type: ignore[assignment]
    look.follow_contrast()
    assert look.theme.name == f"{ground}_contrast"
    system.contrastPreferenceChanged.emit(Qt.ContrastPreference.NoPreference)
    assert look.theme.name == ground
    look.choose("dark")
    system.contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
    assert look.theme.name == "dark"


def test_text_grows_with_the_size_that_is_chosen(qapp: QApplication) -> None:
    before = qapp.font()
    look = Look(qapp, "light")
    try:
        look.scale_text(2.0)
        assert qapp.font().pointSizeF() == pytest.approx(before.pointSizeF() * 2)
    finally:
        qapp.setFont(before)
