"""Completes what software centres show: the releases, off the changelog, and the addresses of where it is published.

    python packaging/metainfo.py FILE [--home URL --pictures URL]

URL of the pictures: the address under which this version's `docs/guide/` can be read. Without it there are no
screenshots, and without a home no link: the project names no address that nobody has taken yet.
"""

from __future__ import annotations

import argparse
import os
import re
import struct
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from reconnect_desktop import APP_ID, __version__  # noqa: E402 - found only now

SOURCE = ROOT / "resources" / "desktop" / f"{APP_ID}.metainfo.xml"
CHANGELOG = ROOT / "CHANGELOG.md"
PICTURES = ROOT / "docs" / "guide"
CAPTIONS = {
    "today": ("Today, in one look", "Heute, auf einen Blick", "Hoy, de un vistazo"),
    "quick-add": ("Log a call in seconds", "Ein Anruf, in Sekunden notiert", "Anota una llamada en segundos"),
    "suggestion": ("One fitting idea, with its why", "Eine passende Idee, mit ihrem Warum", "Una idea, con su porqué"),
    "trends": ("Closeness over the years", "Die Nähe über die Jahre", "La cercanía a lo largo de los años"),
    "review": ("A month, looked back on", "Ein Monat im Rückblick", "Un mes, en retrospectiva"),
}  # fmt: skip


class Release(NamedTuple):
    """One version of the changelog. date: as YYYY-MM-DD; changes: a short line each."""

    version: str
    date: str
    changes: list[str]
    published: bool


def write(file: Path, home: str = "", pictures: str = "") -> None:
    """Write the complete file."""
    now = os.environ.get("SOURCE_DATE_EPOCH")
    day = datetime.fromtimestamp(float(now), UTC) if now else datetime.now(UTC)
    complete = with_releases(SOURCE.read_text(encoding="utf-8"), releases(f"{day:%Y-%m-%d}"))
    if home:
        complete = _before_the_end(complete, f'  <url type="homepage">{escape(home)}</url>')
    if pictures:
        complete = _before_the_end(complete, screenshots(pictures.rstrip("/")))
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(complete, encoding="utf-8")


def releases(today: str) -> list[Release]:
    """The changelog's versions, newest first; what is not released yet is a version in the making, of `today`."""
    parts = re.split(
        r"^## \[(.+?)\](?: - (\S+))?$", CHANGELOG.read_text(encoding="utf-8"), flags=re.MULTILINE
    )
    found = [
        Release(__version__ if name == "Unreleased" else name, date or today, _changes(text), bool(date))
        for name, date, text in zip(parts[1::3], parts[2::3], parts[3::3], strict=True)
    ]
    return [one for one in found if one.changes]


def _changes(text: str) -> list[str]:
    """The first sentence of each line of the changelog, without its markup; how it is built concerns developers alone."""
    lines = [
        " ".join(line.split()) for line in re.findall(r"^- ((?:.+\n?)(?:^ +.+\n?)*)", text, re.MULTILINE)
    ]
    bare = [re.sub(r"\[([^\]]+)\]\([^)]*\)|`([^`]+)`", r"\1\2", line) for line in lines]
    return [re.split(r"[;.](?= |$)", line)[0] for line in bare if not line.startswith("make ")]


def with_releases(text: str, found: list[Release]) -> str:
    """The file's text with these releases in it."""
    lines = ["  <releases>"]
    for one in found:
        kind = "stable" if one.published else "development"
        lines.append(f'    <release version="{one.version}" date="{one.date}" type="{kind}">')
        lines.append("      <description>\n        <ul>")
        lines += [f"          <li>{escape(change)}</li>" for change in one.changes]
        lines.append("        </ul>\n      </description>\n    </release>")
    return _before_the_end(text, "\n".join([*lines, "  </releases>"]))


def screenshots(address: str) -> str:
    """The guide's pictures that tell most, with what they show in each language."""
    lines = ["  <screenshots>"]
    for place, (name, (english, german, spanish)) in enumerate(CAPTIONS.items()):
        width, height = struct.unpack(">II", (PICTURES / f"{name}.png").read_bytes()[16:24])
        lines += [
            '    <screenshot type="default">' if place == 0 else "    <screenshot>",
            f"      <caption>{english}</caption>",
            f'      <caption xml:lang="de">{german}</caption>',
            f'      <caption xml:lang="es">{spanish}</caption>',
            f'      <image type="source" width="{width}" height="{height}">{escape(f"{address}/{name}.png")}</image>',
            "    </screenshot>",
        ]
    return "\n".join([*lines, "  </screenshots>"])


def _before_the_end(text: str, more: str) -> str:
    head, end, rest = text.rpartition("</component>")
    return f"{head}{more}\n{end}{rest}"


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("file", type=Path)
    parser.add_argument("--home", metavar="URL", default="")
    parser.add_argument("--pictures", metavar="URL", default="")
    words = parser.parse_args()
    write(words.file, words.home, words.pictures)
