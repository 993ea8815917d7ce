"""What is made for those who have no Python: what goes into a bundle, and the recipes of its packages."""

from __future__ import annotations

import importlib
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import yaml

from reconnect_desktop import APP_ID, __version__

ROOT = Path(__file__).resolve().parent.parent
FLATPAK = ROOT / "packaging/flatpak"
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
ICU = Path(next(iter(getattr(find_spec("PySide6"), "submodule_search_locations", [])))) / "Qt/lib"
SORTING = """
import ctypes, functools, sys
for name in ("data", "uc", "i18n"):
    library = ctypes.CDLL(f"{sys.argv[1]}/libicu{name}.so." + sys.argv[2], ctypes.RTLD_GLOBAL)
of = lambda name: getattr(library, f"{name}_{sys.argv[2]}")
of("ucol_open").restype = ctypes.c_void_p
def utf16(text):
    units = text.encode("utf-16-le")
    return (ctypes.c_uint16 * (len(units) // 2)).from_buffer_copy(units), len(units) // 2
for place in ("en", "de", "es", "sv", "cs", "ja", "zh", "fr_CA"):
    problem = ctypes.c_int(0)
    collator = ctypes.c_void_p(of("ucol_open")(place.encode(), ctypes.byref(problem)))
    assert problem.value <= 0, (place, problem.value)
    order = functools.cmp_to_key(lambda one, other: of("ucol_strcoll")(collator, *utf16(one), *utf16(other)))
    print(ascii(sorted("zebra öl ol åt ät côte coté čaj cukr ñandú nube 中 文 あ ア 10 9".split(), key=order)))
"""


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Any]:
    """Scripts of packaging/, by their names."""
    for folder in ("packaging", "packaging/deb"):
        monkeypatch.syspath_prepend(str(ROOT / folder))

    def load(name: str) -> Any:
        monkeypatch.delitem(sys.modules, name, raising=False)
        return importlib.import_module(name)

    return load


@pytest.fixture
def linux() -> None:
    """Where libraries are as on Linux, and the programs are there that make them small."""
    if sys.platform != "linux":
        pytest.skip("libraries of other systems are left as they are")
    if missing := [one for one in ("as", "ld", "strip") if not shutil.which(one)]:
        pytest.skip(f"{', '.join(missing)} not installed")


def test_small_collation_data_sorts_as_the_whole(
    script: Callable[[str], Any], linux: None, tmp_path: Path
) -> None:
    (whole,) = ICU.glob("libicudata.so.*")
    version = whole.name.rpartition(".")[2]
    small = script("icu").shrink(whole, tmp_path)
    assert small.stat().st_size < whole.stat().st_size / 5
    for name in ("uc", "i18n"):
        shutil.copy(ICU / f"libicu{name}.so.{version}", tmp_path)
    found = [
        subprocess.run(
            [sys.executable, "-c", SORTING, str(folder), version], check=True, capture_output=True, text=True
        ).stdout
        for folder in (ICU, tmp_path)
    ]
    assert len(set(found[0].splitlines())) > 3, "languages sort in their own ways"
    assert found[1] == found[0]


def test_what_is_left_of_the_data_is_as_it_was(script: Callable[[str], Any], linux: None) -> None:
    icu = script("icu")
    (whole,) = ICU.glob("libicudata.so.*")
    library = whole.read_bytes()
    _, before = icu.items(library)
    _, after = icu.items(icu.without(re.compile(r".*/.*"), library))
    assert list(after) == sorted(after)
    last = list(after)[-1]
    assert all(
        before[name][: len(item)].rstrip(b"\0") == item.rstrip(b"\0")
        for name, item in after.items()
        if name != last
    )
    assert len(after) < len(before)


def test_a_stripped_library_is_smaller_and_loads(
    script: Callable[[str], Any], linux: None, tmp_path: Path
) -> None:
    (library,) = Path(next(iter(find_spec("kiwisolver").submodule_search_locations))).glob("*.so")  # type: ignore[union-attr, arg-type]
    made = script("stripping").stripped(library, tmp_path)
    assert made.stat().st_size < library.stat().st_size
    subprocess.run([sys.executable, "-c", f"import ctypes; ctypes.CDLL({str(made)!r})"], check=True)


def test_a_library_that_would_not_load_is_left(
    script: Callable[[str], Any], linux: None, tmp_path: Path
) -> None:
    numpy = Path(next(iter(find_spec("numpy").submodule_search_locations)))  # type: ignore[union-attr, arg-type]
    moved = list(numpy.with_name("numpy.libs").glob("libscipy_openblas*"))
    if not moved:
        pytest.skip("this numpy comes without a library of its own")
    assert script("stripping").stripped(moved[0], tmp_path) == moved[0]


def test_what_is_no_library_is_left(script: Callable[[str], Any], tmp_path: Path) -> None:
    file = tmp_path / "readme.so"
    file.write_text("nothing", encoding="utf-8")
    assert script("stripping").stripped(file, tmp_path / "made") == file


@pytest.mark.parametrize(
    ("place", "source"),
    [
        ("PySide6/Qt/plugins/platforms/libqvnc.so", "/venv/PySide6/Qt/plugins/platforms/libqvnc.so"),
        ("PySide6\\plugins\\imageformats\\qpdf.dll", "C:\\venv\\PySide6\\plugins\\imageformats\\qpdf.dll"),
        ("PySide6/Qt/lib/libQt6Network.so.6", "/venv/PySide6/Qt/lib/libQt6Network.so.6"),
        ("PySide6/Qt/translations/qtbase_fr.qm", "/venv/PySide6/Qt/translations/qtbase_fr.qm"),
        ("matplotlib/mpl-data/sample_data/goog.npz", "/venv/matplotlib/mpl-data/sample_data/goog.npz"),
        ("libgtk-3.so.0", "/usr/lib/x86_64-linux-gnu/libgtk-3.so.0"),
        ("libstdc++.so.6", "/lib/x86_64-linux-gnu/libstdc++.so.6"),
        ("reconnect_desktop/resources/translations/de.po", "/src/resources/translations/de.po"),
    ],
)
def test_what_nobody_needs_is_left_out(script: Callable[[str], Any], place: str, source: str) -> None:
    assert script("trimming").needed([(place, source, "BINARY")]) == []


@pytest.mark.parametrize(
    ("place", "source"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", "/venv/PySide6/Qt/plugins/platforms/libqxcb.so"),
        ("PySide6\\plugins\\platforms\\qwindows.dll", "C:\\venv\\PySide6\\plugins\\platforms\\qwindows.dll"),
        ("PySide6/Qt/lib/libQt6Widgets.so.6", "/venv/PySide6/Qt/lib/libQt6Widgets.so.6"),
        ("PySide6/Qt/translations/qtbase_de.qm", "/venv/PySide6/Qt/translations/qtbase_de.qm"),
        (
            "matplotlib/mpl-data/fonts/ttf/DejaVuSans.ttf",
            "/venv/matplotlib/mpl-data/fonts/ttf/DejaVuSans.ttf",
        ),
        ("libxcb-cursor.so.0", "/lib/x86_64-linux-gnu/libxcb-cursor.so.0"),
        ("libpython3.11.so.1.0", "/usr/lib/x86_64-linux-gnu/libpython3.11.so.1.0"),
        ("reconnect_desktop/resources/translations/de.mo", "/src/resources/translations/de.mo"),
    ],
)
def test_what_is_needed_stays(script: Callable[[str], Any], place: str, source: str) -> None:
    assert script("trimming").needed([(place, source, "BINARY")]) == [(place, source, "BINARY")]


def test_each_library_brings_its_licence(script: Callable[[str], Any], tmp_path: Path) -> None:
    names = script("licences").collect("reconnect-desktop", tmp_path)
    assert {"numpy", "matplotlib", "pyside6-essentials", "sqlalchemy", "sqlcipher3"} <= set(names)
    assert not {"pytest", "pyinstaller"} & set(names), "tools are not brought along"
    for name in names:
        about = (tmp_path / name / "ABOUT.txt").read_text(encoding="utf-8")
        assert len(list((tmp_path / name).iterdir())) > 1 or "LGPL-3.0" in about, name
    assert {one.name for one in (tmp_path / "qt").iterdir()} == {"QT.txt", "LGPL-3.0.txt", "GPL-3.0.txt"}


def test_windows_and_macos_are_told_what_it_is(script: Callable[[str], Any]) -> None:
    told = script("particulars").of_windows("reconnect-desktop")
    compile(told, "version", "eval")
    assert all(
        text in told for text in (f"'{__version__}'", "'reconnect-desktop.exe'", "'The Reconnect founders'")
    )
    about = script("particulars").of_macos()
    assert about["LSBackgroundOnly"] is about["LSUIElement"] is False, "it has a place in the Dock"
    assert about["CFBundleLocalizations"] == ["en", "de", "es"]


def test_the_manual_page_knows_every_option_and_command(script: Callable[[str], Any]) -> None:
    from datetime import date

    from tests.test_documents import commands

    page = script("manual").manual(date(2026, 3, 8)).replace("\\-", "-")
    assert page.startswith('.TH RECONNECT-DESKTOP 1 "2026-03-08"')
    assert all(f".B {command}\n" in page for command in commands())
    assert all(option in page for option in ("--journal", "--quick-add", "--passphrase-fd"))


def test_the_story_tells_when_something_is_wrong(tmp_path: Path) -> None:
    if missing := [one for one in ("Xvfb", "xdotool") if not shutil.which(one)]:
        pytest.skip(f"{', '.join(missing)} not installed")
    program = tmp_path / "reconnect-desktop"
    program.write_text("#!/bin/sh\necho Reconnect 0\necho 'Traceback: no' >&2\n", encoding="utf-8")
    program.chmod(0o755)
    command = [sys.executable, str(ROOT / "packaging/smoke.py"), str(program)]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, "HOME": str(tmp_path)}
    )
    assert done.returncode == 1
    assert "complained: Traceback" in done.stderr


def test_the_flatpak_reaches_no_network_and_no_files() -> None:
    recipe = yaml.safe_load((FLATPAK / f"{APP_ID}.yaml").read_text(encoding="utf-8"))
    assert (recipe["id"], recipe["command"]) == (APP_ID, "reconnect-desktop")
    assert recipe["base"] == "io.qt.PySide.BaseApp"
    assert recipe["base-version"] == recipe["runtime-version"] < "6.12", (
        "which loses references: pyproject.toml"
    )
    asked = recipe["finish-args"]
    assert {"--socket=wayland", "--socket=fallback-x11", "--share=ipc"} <= set(asked)
    known = r"--(socket=(wayland|fallback-x11)|share=ipc|(system-)?talk-name=org\.(freedesktop|gnome|kde)\.\w+(\.\w+)*)"
    assert not [one for one in asked if not re.fullmatch(known, one)]


def test_the_flatpak_is_built_from_what_there_is() -> None:
    recipe = yaml.safe_load((FLATPAK / f"{APP_ID}.yaml").read_text(encoding="utf-8"))
    dependencies, program = recipe["modules"]
    assert (FLATPAK / dependencies).exists()
    paths = [FLATPAK / source["path"] for source in program["sources"]]
    made = {
        "dist": f"reconnect_desktop-{__version__}-py3-none-any.whl",
        "packaging": f"{APP_ID}.metainfo.xml",
    }
    for path in paths:
        assert path.exists() or made[path.resolve().parent.name] == path.name


def test_the_flatpaks_wheels_are_pinned_and_complete(script: Callable[[str], Any]) -> None:
    module = json.loads((FLATPAK / "dependencies.json").read_text(encoding="utf-8"))
    names = set()
    for source in module["sources"]:
        assert re.fullmatch(r"https://files\.pythonhosted\.org/packages/.+\.whl", source["url"])
        assert re.fullmatch(r"[0-9a-f]{64}", source["sha256"])
        names.add(re.sub(r"[-_.]+", "-", source["url"].rpartition("/")[2].split("-")[0]).lower())
    wanted = {
        one
        for one in script("licences")._needed("reconnect-desktop")
        if not one.startswith(("pyside6", "shiboken6"))
    }
    assert wanted - {"reconnect-desktop"} <= names, "run packaging/flatpak/dependencies.py"


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_workflows_are_pinned_and_may_little(path: Path) -> None:
    workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert workflow["permissions"] == {"contents": "read"}
    for name, job in workflow["jobs"].items():
        assert name == "publish" or "permissions" not in job
        for step in job["steps"]:
            assert re.fullmatch(r"actions/[\w-]+@v\d+\.\d+\.\d+", step.get("uses", "actions/none@v0.0.0"))


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_workflows_run_what_there_is(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    asked = {
        word for line in re.findall(r"run: make ([^$\n]+)", text) for word in line.split() if "=" not in word
    }
    assert asked
    assert asked <= targets
    assert all((ROOT / script).exists() for script in re.findall(r"packaging/[\w/]+\.py", text))
