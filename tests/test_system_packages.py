from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

READING = ["xvfb", "at-spi2-core", "python3-pyatspi", "gir1.2-atspi-2.0"]
SCRIPT = Path(__file__).resolve().parent.parent / ".ci/system_packages.py"


@pytest.fixture
def packages(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script as a module, on a Linux machine where no library can be loaded and nothing can be installed."""
    spec = importlib.util.spec_from_file_location("system_packages", SCRIPT)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, spec.name, module)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module.sys, "platform", "linux")
    monkeypatch.setattr(module, "loads", lambda soname: False)
    monkeypatch.setattr(module, "has_venv", lambda: False)
    monkeypatch.setattr(module.shutil, "which", lambda name, mode=0: None)
    return module


def test_where_all_is_there_nothing_is_said(
    packages: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(packages, "loads", lambda soname: True)
    monkeypatch.setattr(packages, "has_venv", lambda: True)
    assert packages.main(["venv", "run"]) == 0
    assert capsys.readouterr().err == ""


def test_what_only_some_tests_need_is_no_hindrance(
    packages: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(packages, "loads", lambda soname: True)
    assert packages.main(["test"]) == 0
    told = capsys.readouterr().err.splitlines()[0]
    assert "Tests that need dbus-run-session (tests of what a desktop says); Xvfb" in told
    assert "strace (tests of power cuts" in told


def test_without_apt_get_it_says_what_is_needed_and_what_for(
    packages: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    assert packages.main(["venv", "run"]) == 1
    told = capsys.readouterr().err
    assert "libGL.so.1, libEGL.so.1 (OpenGL)" in told
    assert "no apt-get" in told
    for library in (*packages.PAINTING, *packages.WINDOWS):
        assert f" {library.package}" in told
    assert f" python{sys.version_info.major}.{sys.version_info.minor}-venv" in told


def test_without_root_and_sudo_it_says_so(
    packages: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(packages.shutil, "which", lambda name, mode=0: name if name == "apt-get" else None)
    monkeypatch.setattr(packages.os, "geteuid", lambda: 1000)
    assert packages.main(["test"]) == 1
    assert "no sudo" in capsys.readouterr().err


def test_painting_without_a_screen_needs_no_window_libraries(packages: ModuleType) -> None:
    assert packages.missing_for(["test"]) == list(packages.PAINTING)
    assert packages.missing_for(["run"]) == [*packages.PAINTING, *packages.WINDOWS]


def test_elsewhere_qt_brings_what_it_needs(packages: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages.sys, "platform", "darwin")
    assert packages.missing_for(["run"]) == []


def test_programs_that_only_tests_need_are_installed_with_the_rest(
    packages: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[list[str]] = []

    def install(wanted: list[str]) -> str:
        asked.append(wanted)
        return ""

    monkeypatch.setattr(packages, "loads", lambda soname: True)
    monkeypatch.setattr(packages, "install", install)
    assert packages.main(["test"]) == 0
    assert asked == [["dbus", *READING, "strace", "gcc", "libc6-dev", "desktop-file-utils", "appstream"]]
    assert capsys.readouterr().err == ""


def test_a_bundle_needs_windows_and_the_programs_that_make_it(packages: ModuleType) -> None:
    wanted = [*packages.BUNDLING, *packages.PAINTING, *packages.WINDOWS]
    assert packages.missing_for(["bundle"]) == wanted


def test_windows_for_the_tests_are_no_hindrance_either(
    packages: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[str]] = []

    def fail(wanted: list[str]) -> str:
        asked.append(wanted)
        return "It could not be done."

    painting = {library.soname for library in packages.PAINTING}
    monkeypatch.setattr(packages, "loads", lambda soname: soname in painting)
    monkeypatch.setattr(packages.shutil, "which", lambda name, mode=0: name)
    monkeypatch.setattr(packages, "install", fail)
    assert packages.main(["test"]) == 0
    assert asked == [[library.package for library in packages.WINDOWS]]
