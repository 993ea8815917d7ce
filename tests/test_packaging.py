"""What is shipped: the wheel, and the sdist that makes the very same wheel."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from reconnect_desktop import __version__

ROOT = Path(__file__).resolve().parent.parent
FORMS = {form.stem for form in (ROOT / "ui").glob("*.ui")}


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist and the wheel of this checkout."""
    folder = tmp_path_factory.mktemp("shipped")
    build(ROOT, folder, "sdist")
    build(ROOT, folder, "wheel")
    return folder


@pytest.fixture(scope="module")
def wheel(shipped: Path) -> zipfile.ZipFile:
    return zipfile.ZipFile(next(shipped.glob("*.whl")))


def build(source: Path, into: Path, target: str) -> None:
    """Build without an environment of its own: what it needs is here already."""
    command = [sys.executable, "-m", "hatchling", "build", "--target", target, "--directory", str(into)]
    subprocess.run(command, cwd=source, check=True, capture_output=True)


def contents(wheel: zipfile.ZipFile) -> dict[str, bytes]:
    return {name: wheel.read(name) for name in wheel.namelist()}


def test_the_wheel_is_one_package(wheel: zipfile.ZipFile) -> None:
    tops = {name.split("/")[0] for name in wheel.namelist()}
    assert tops == {"reconnect_desktop", f"reconnect_desktop-{__version__}.dist-info"}
    assert not [name for name in wheel.namelist() if "test" in name.lower() or "__pycache__" in name]


def test_the_wheel_has_every_form_compiled(wheel: zipfile.ZipFile) -> None:
    forms = "reconnect_desktop/views/forms/"
    compiled = {Path(name).stem for name in wheel.namelist() if name.startswith(forms)}
    assert compiled == FORMS | {"__init__"}


def test_the_wheel_has_every_resource(wheel: zipfile.ZipFile) -> None:
    resources = {f"reconnect_desktop/{name}" for name in files("resources")}
    assert resources
    assert resources <= set(wheel.namelist())


def test_the_wheel_has_the_guide_in_every_language(wheel: zipfile.ZipFile) -> None:
    guide = {name for name in files("docs/guide") if name.endswith((".md", ".png"))}
    assert "docs/guide/first-steps.md" in guide
    shipped = {name.replace("docs/", "reconnect_desktop/resources/", 1) for name in guide}
    assert shipped == {name for name in wheel.namelist() if "/resources/guide/" in name}


def test_the_wheel_has_every_module(wheel: zipfile.ZipFile) -> None:
    assert files("reconnect_desktop") <= set(wheel.namelist())


def test_the_wheel_has_licences_and_the_command(wheel: zipfile.ZipFile) -> None:
    about = f"reconnect_desktop-{__version__}.dist-info"
    assert f"{about}/licenses/LICENSE" in wheel.namelist()
    assert f"{about}/licenses/resources/icons/LICENSE" in wheel.namelist()
    assert f"{about}/licenses/resources/fonts/LICENSE" in wheel.namelist()
    commands = wheel.read(f"{about}/entry_points.txt").decode()
    assert "reconnect-desktop = reconnect_desktop.__main__:main" in commands


def test_the_sdist_makes_the_same_wheel(shipped: Path, wheel: zipfile.ZipFile, tmp_path: Path) -> None:
    with tarfile.open(next(shipped.glob("*.tar.gz"))) as sdist:
        # An attribute, since the Python of Debian 12 does not know it as an argument yet.
        sdist.extraction_filter = getattr(tarfile, "data_filter", None)
        sdist.extractall(tmp_path)
    source = tmp_path / f"reconnect_desktop-{__version__}"
    assert not (source / "reconnect_desktop/views/forms").exists()
    build(source, tmp_path, "wheel")
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as again:
        assert contents(again) == contents(wheel)


def test_the_unpacked_wheel_runs(wheel: zipfile.ZipFile, tmp_path: Path) -> None:
    wheel.extractall(tmp_path / "site")
    code = (
        "import sys, reconnect_desktop.paths as paths; print(paths.resource('icons'));"
        "from reconnect_desktop.__main__ import main; sys.argv = ['reconnect-desktop', '--version']; sys.exit(main())"
    )
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "site")}
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    assert str(tmp_path / "site/reconnect_desktop/resources/icons") in done.stdout
    assert __version__ in done.stdout


def files(folder: str) -> set[str]:
    """The files of `folder` that belong to the project, as paths from its root."""
    made = {"__pycache__", "forms"}
    paths = [path.relative_to(ROOT) for path in (ROOT / folder).rglob("*") if path.is_file()]
    return {path.as_posix() for path in paths if not made & set(path.parts)}
