"""Draws the program's icon in every form that a system takes, from `resources/icons/app.svg`.

    python packaging/icons.py FOLDER

FOLDER gets hicolor/ (PNG of each size, SVG, and the drawing in one colour), and app.ico and app.icns for Windows and macOS.
"""

from __future__ import annotations

import io
import os
import shutil
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from reconnect_desktop import APP_ID  # noqa: E402 - found only now

DRAWING = ROOT / "resources" / "icons" / "app.svg"
SYMBOLIC = ROOT / "resources" / "desktop" / f"{APP_ID}-symbolic.svg"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
OF_WINDOWS = (16, 20, 24, 32, 40, 48, 64, 256)
OF_MACOS = (16, 32, 64, 128, 256, 512, 1024)
_MARGIN_OF_MACOS = 0.1  # on each side, as its own icons have


def main(folder: Path) -> None:
    """Write all of them."""
    hicolor(folder / "hicolor")
    largest, *smaller = (_picture(size) for size in sorted(OF_WINDOWS, reverse=True))
    largest.save(folder / "app.ico", sizes=[(size, size) for size in OF_WINDOWS], append_images=smaller)
    largest, *smaller = (_picture(size, _MARGIN_OF_MACOS) for size in sorted(OF_MACOS, reverse=True))
    largest.save(folder / "app.icns", append_images=smaller)


def hicolor(folder: Path) -> None:
    """Write what belongs into an icon theme's folder, under the program's id."""
    for size in SIZES:
        apps = folder / f"{size}x{size}" / "apps"
        apps.mkdir(parents=True, exist_ok=True)
        (apps / f"{APP_ID}.png").write_bytes(png(size))
    for place, drawing, name in (
        ("scalable", DRAWING, f"{APP_ID}.svg"),
        ("symbolic", SYMBOLIC, SYMBOLIC.name),
    ):
        apps = folder / place / "apps"
        apps.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(drawing, apps / name)


def png(size: int, margin: float = 0.0) -> bytes:
    """The icon as a PNG of `size` by `size` pixels; margin: the share of it that stays empty on each side."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    empty = round(size * margin)
    painter.translate(empty, empty)
    painter.scale((size - 2 * empty) / size, (size - 2 * empty) / size)
    QSvgRenderer(str(DRAWING)).render(painter, image.rect().toRectF())
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # its stub knows only bytes
    return bytes(data.data())


def _picture(size: int, margin: float = 0.0) -> Image.Image:
    return Image.open(io.BytesIO(png(size, margin)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
