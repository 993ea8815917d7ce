"""Pins what the Flatpak is built from: each wheel that the program stands on, with its address and its hash.

    python packaging/flatpak/dependencies.py     writes dependencies.json beside it; needs the network

Run it anew before a release. Qt and PySide6 are not among them: they come with the base.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
WRITTEN = HERE / "dependencies.json"
PYTHON = "3.13"  # of the runtime that the manifest names
ARCHITECTURES = ("x86_64", "aarch64")
_LIBC = range(17, 40)  # wheels are made for C libraries from 2.17 on; the runtime has a later one than 2.39


def main() -> None:
    """Write the module that flatpak-builder includes."""
    found: dict[str, list[dict[str, Any]]] = {arch: _wheels(arch) for arch in ARCHITECTURES}
    everywhere = [one for one in found[ARCHITECTURES[0]] if all(one in wheels for wheels in found.values())]
    sources = [*everywhere]
    for arch, wheels in found.items():
        sources += [{**one, "only-arches": [arch]} for one in wheels if one not in everywhere]
    module = {
        "name": "python-dependencies",
        "buildsystem": "simple",
        "build-commands": ["pip3 install --no-index --no-deps --prefix=${FLATPAK_DEST} *.whl"],
        "sources": sorted(sources, key=lambda one: str(one["url"]).rpartition("/")[2]),
    }
    WRITTEN.write_text(json.dumps(module, indent=2) + "\n", encoding="utf-8")


def _wheels(arch: str) -> list[dict[str, Any]]:
    """What pip would install there, as sources of a module."""
    project = tomllib.loads((HERE.parent.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [one for one in project["dependencies"] if not one.startswith("PySide6")]
    platforms = [f"--platform=manylinux_2_{minor}_{arch}" for minor in _LIBC]
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        command = [
            *(sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", "install"),
            *(
                "--dry-run",
                "--ignore-installed",
                "--only-binary=:all:",
                f"--target={folder}",
                f"--report={report}",
            ),
            *("--index-url=https://pypi.org/simple", f"--python-version={PYTHON}", "--implementation=cp"),
            *(f"--abi=cp{PYTHON.replace('.', '')}", "--abi=abi3", "--abi=none", *platforms),
            f"--platform=manylinux2014_{arch}",
        ]
        subprocess.run([*command, *wanted], check=True)
        told = json.loads(report.read_text(encoding="utf-8"))
    return [_source(one["download_info"]) for one in told["install"]]


def _source(told: dict[str, Any]) -> dict[str, Any]:
    if not told["url"].startswith("https://files.pythonhosted.org/"):
        raise SystemExit(f"{told['url']} can't be had by others: run this with PIP_CONFIG_FILE=/dev/null.")
    return {"type": "file", "url": told["url"], "sha256": told["archive_info"]["hashes"]["sha256"]}


if __name__ == "__main__":
    main()
