"""What desktops and software centres are told: the entry, the metainfo, the icons."""

from __future__ import annotations

import configparser
import importlib
import shutil
import struct
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from PIL import Image

from reconnect_desktop import APP_ID, APP_NAME, __version__
from reconnect_desktop.cli.parser import make_parser

ROOT = Path(__file__).resolve().parent.parent
ENTRY = ROOT / "resources/desktop" / f"{APP_ID}.desktop"
METAINFO = ROOT / "resources/desktop" / f"{APP_ID}.metainfo.xml"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
LANGUAGES = {None, "de", "es"}


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Any]:
    """Scripts of packaging/, by their names."""
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))

    def load(name: str) -> Any:
        monkeypatch.delitem(sys.modules, name, raising=False)
        return importlib.import_module(name)

    return load


@pytest.fixture(scope="module")
def entry() -> configparser.ConfigParser:
    parser = configparser.ConfigParser(interpolation=None, delimiters=("=",))
    parser.optionxform = str  # type: ignore[assignment, method-assign]  # names are as they are written
    parser.read(ENTRY, encoding="utf-8")
    return parser


@pytest.fixture
def complete(script: Callable[[str], Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The metainfo as it is published, of 8 March 2026."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772960400")
    file = tmp_path / METAINFO.name
    script("metainfo").write(file, "https://example.org/", "https://example.org/pictures/")
    return file


def checked(*command: str) -> None:
    """The system's own program has nothing to say against it."""
    if not shutil.which(command[0]):
        pytest.skip(f"{command[0]} is not installed")
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_desktop_takes_the_entry() -> None:
    checked("desktop-file-validate", str(ENTRY))


def test_software_centres_take_the_metainfo(complete: Path) -> None:
    checked("appstreamcli", "validate", "--no-net", str(METAINFO))
    checked("appstreamcli", "validate", "--no-net", str(complete))


def test_the_entry_starts_what_there_is(entry: configparser.ConfigParser) -> None:
    main = entry["Desktop Entry"]
    assert (main["Name"], main["Icon"], main["Exec"], main["Version"]) == (
        APP_NAME,
        APP_ID,
        "reconnect-desktop",
        "1.4",
    )
    actions = main["Actions"].strip(";").split(";")
    assert actions == ["quick-add", "timer"]
    assert {f"Desktop Action {action}" for action in actions} == set(entry.sections()) - {"Desktop Entry"}
    for action in actions:
        command = entry[f"Desktop Action {action}"]["Exec"].split()
        assert command[0] == main["Exec"]
        assert getattr(make_parser().parse_args(command[1:]), action.replace("-", "_")) is True


def test_the_entry_speaks_each_language(entry: configparser.ConfigParser) -> None:
    for section, keys in (("Desktop Entry", ("Name", "GenericName", "Comment", "Keywords")), *(
        (action, ("Name",)) for action in entry.sections() if action != "Desktop Entry"
    )):  # fmt: skip
        for key in keys:
            said = [entry[section][name] for name in (key, f"{key}[de]", f"{key}[es]")]
            assert all(said)
            assert key == "Name" or len(set(said)) == len(LANGUAGES)
            assert key != "Keywords" or all(words.endswith(";") for words in said)


def test_the_metainfo_is_of_this_program() -> None:
    root = ET.parse(METAINFO).getroot()
    assert root.findtext("id") == APP_ID
    assert root.findtext("name") == APP_NAME
    assert root.findtext("launchable") == ENTRY.name
    assert root.findtext("project_license") == "MIT"
    assert root.find("developer/name") is not None
    assert root.find("content_rating") is not None
    assert {one.text for one in root.iterfind("supports/control")} == {"keyboard", "pointing"}
    assert {one.get("scheme_preference") for one in root.iterfind("branding/color")} == {"light", "dark"}
    assert root.findtext("summary") == dict(read_entry())["Comment"]


def read_entry() -> list[tuple[str, str]]:
    lines = ENTRY.read_text(encoding="utf-8").splitlines()
    return [(line.partition("=")[0], line.partition("=")[2]) for line in lines]


@pytest.mark.parametrize("path", ["summary", "description/p", "description/ul/li"])
def test_the_metainfo_says_all_in_each_language(path: str) -> None:
    said = [one.get(LANG) for one in ET.parse(METAINFO).getroot().iterfind(path)]
    assert len(said) == len(LANGUAGES) * said.count(None)
    assert all(said.count(language) == said.count(None) for language in LANGUAGES)


def test_the_metainfo_names_no_address_of_its_own() -> None:
    assert "http" not in METAINFO.read_text(encoding="utf-8")


def test_releases_are_those_of_the_changelog(complete: Path) -> None:
    releases = ET.parse(complete).getroot().findall("releases/release")
    first = releases[0].attrib
    assert first["version"] == __version__
    assert first["type"] == "stable" or first["date"] == "2026-03-08"
    assert all(date.fromisoformat(one.attrib["date"]) for one in releases)
    changes = [str(one.text) for one in releases[0].iterfind("description/ul/li")]
    assert "Undo and redo of every action, in the window and on the command line" in changes
    assert not [change for change in changes if "](" in change or "`" in change or change.startswith("make ")]


def test_screenshots_are_pictures_of_the_guide(complete: Path) -> None:
    images = list(ET.parse(complete).getroot().iterfind("screenshots/screenshot/image"))
    assert len(images) >= 3
    for image in images:
        name = str(image.text).removeprefix("https://example.org/pictures/")
        head = (ROOT / "docs/guide" / name).read_bytes()[16:24]
        assert struct.unpack(">II", head) == (int(image.attrib["width"]), int(image.attrib["height"]))


def test_icons_are_drawn_in_every_size(script: Callable[[str], Any], tmp_path: Path) -> None:
    icons = script("icons")
    icons.main(tmp_path)
    for size in icons.SIZES:
        with Image.open(tmp_path / f"hicolor/{size}x{size}/apps/{APP_ID}.png") as picture:
            assert picture.size == (size, size)
    assert (tmp_path / f"hicolor/scalable/apps/{APP_ID}.svg").exists()
    assert (tmp_path / f"hicolor/symbolic/apps/{APP_ID}-symbolic.svg").exists()
    with Image.open(tmp_path / "app.ico") as picture:
        assert {(16, 16), (32, 32), (256, 256)} <= set(picture.info["sizes"])
    with Image.open(tmp_path / "app.icns") as picture:
        assert (512, 512, 2) in picture.info["sizes"]


def test_the_icon_is_crisp_at_16_pixels(script: Callable[[str], Any], tmp_path: Path) -> None:
    (tmp_path / "16.png").write_bytes(script("icons").png(16))
    with Image.open(tmp_path / "16.png") as picture:
        pixels = np.asarray(picture.convert("RGBA")).tolist()
    row = pixels[8]
    ground, hers, both, mine = row[0], row[12], row[8], row[4]
    assert len({tuple(one) for one in (ground, hers, both, mine)}) == 4
    assert row[:2] == row[14:] == [ground, ground], "no edge falls within a pixel"
    for edge, inside in ((row[2], mine), (row[13], hers)):
        assert max(abs(one - other) for one, other in zip(edge, inside, strict=True)) < 25, (
            "the round takes but little"
        )


def test_the_drawing_in_one_colour_can_be_tinted() -> None:
    root = ET.parse(ROOT / "resources/desktop" / f"{APP_ID}-symbolic.svg").getroot()
    assert (root.get("width"), root.get("height")) == ("16", "16")
    assert {shape.get("fill") for shape in root} == {"#2e3436"}
    assert not [shape for shape in root if shape.get("stroke")], "only what is filled is tinted"
