"""A chart as a file: PNG, SVG or PDF, with its fonts, its title and what it says; nothing of when or by whom."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import TextIO
from xml.sax.saxutils import escape

import matplotlib as mpl
from matplotlib.backends.backend_agg import FigureCanvasAgg

from reconnect_desktop.domain.errors import Invalid, Why
from reconnect_desktop.durable import write_atomically
from reconnect_desktop.output.charts.chart import Chart

FORMATS = ("png", "svg", "pdf")
_DPI = 200
_NOBODY = {
    "png": {"Software": None},
    "svg": {"Date": None, "Creator": None, "Format": None, "Type": None},
    "pdf": {"Creator": None, "Producer": None, "CreationDate": None},
}
# TrueType whole, so that its text can be searched and copied; outlines in SVG, which look the same everywhere.
# Names within an SVG come from a digest of the salt, else of a random number.
mpl.rcParams.update({"pdf.fonttype": 42, "svg.fonttype": "path", "svg.hashsalt": "Reconnect"})


def format_of(path: Path) -> str:
    """By the end of its name. Raises Invalid."""
    found = path.suffix[1:].lower()
    if found not in FORMATS:
        raise Invalid("chart_file", Why.UNKNOWN_WORD)
    return found


def write_chart(chart: Chart, path: Path, *, title: str, message: str) -> None:
    """Write it whole or not at all, readable by its owner only. Raises Invalid, DiskFull, ReadOnly, FileUnwritable."""
    kind = format_of(path)
    write_atomically(path, lambda stream: save(chart, stream, kind, title=title, message=message))


def save(chart: Chart, stream: TextIO, kind: str, *, title: str = "", message: str = "") -> None:
    """Write it into an open file. kind: one of FORMATS; title, message: told to who cannot see the picture."""
    data = _rendered(chart, kind, title, message)
    if kind == "svg":
        data = _described(data.decode(), title, message).encode()
    stream.buffer.write(data)


def _rendered(chart: Chart, kind: str, title: str, message: str) -> bytes:
    told = {"Title": title} | ({"Description": message} if kind == "png" else {})
    metadata = _NOBODY[kind] | {key: text for key, text in told.items() if text and kind != "svg"}
    FigureCanvasAgg(chart.figure)  # one that is on a screen stays out of this
    written = io.BytesIO()
    chart.figure.savefig(written, format=kind, dpi=_DPI, metadata=metadata, facecolor="auto")
    return written.getvalue()


def _described(svg: str, title: str, message: str) -> str:
    """With what a screen reader says, and without what only tells where it comes from."""
    bare = re.sub(r"\s*<metadata>.*?</metadata>", "", svg, flags=re.DOTALL)
    told = f"\n <title>{escape(title)}</title>\n <desc>{escape(message)}</desc>"
    return re.sub(r"(<svg\b[^>]*)>", lambda tag: f'{tag[1]} role="img">{told}', bare, count=1)
