"""Collects the licences of everything that a bundle brings along."""

from __future__ import annotations

import re
import shutil
import sysconfig
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

TEXTS = Path(__file__).resolve().parent / "licence-texts"  # which some packages come without
_LICENCE = re.compile(r"(licen[cs]e|copying|notice|copyright|authors)", re.IGNORECASE)
_WITHIN = re.compile(r"(^|/)(dist-info|licenses)/|\.dist-info/", re.IGNORECASE)


def collect(program: str, into: Path) -> list[str]:
    """Write each package's licences into a folder of its name; returns the names, without that of the program."""
    shutil.rmtree(into, ignore_errors=True)
    names = sorted(_needed(program) - {program})
    for name in names:
        _write(distribution(name), into / name)
    shutil.copytree(TEXTS, into, dirs_exist_ok=True)
    python = Path(sysconfig.get_path("stdlib"), "LICENSE.txt")
    if python.exists():
        (into / "python").mkdir()
        shutil.copyfile(python, into / "python" / "LICENSE.txt")
    return names


def _needed(program: str) -> set[str]:
    """The names of all packages that the program stands on, where they are installed."""
    found: set[str] = set()
    ask = [program]
    while ask:
        name = _plain(ask.pop())
        if name in found:
            continue
        try:
            wanted = distribution(name).requires or []
        except PackageNotFoundError:
            continue  # for another system
        found.add(name)
        ask += [re.split(r"[\s;<>=!~\[(]", one)[0] for one in wanted if "extra ==" not in one]
    return found


def _write(package: Distribution, into: Path) -> None:
    into.mkdir(parents=True)
    texts = [file for file in package.files or () if _WITHIN.search(str(file)) and _LICENCE.search(file.name)]
    for file in texts:
        name = "-".join(Path(*file.parts[1:]).parts).replace("licenses-", "", 1)
        shutil.copyfile(str(package.locate_file(file)), into / name)
    about = package.metadata
    named = [about[key] for key in ("License-Expression", "License") if key in about]
    named += [one for one in about.get_all("Classifier") or () if one.startswith("License")]
    (into / "ABOUT.txt").write_text(
        "\n".join([f"{about['Name']} {package.version}", *named, ""]), encoding="utf-8"
    )


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
