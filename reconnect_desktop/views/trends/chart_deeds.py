"""What can be done with a chart: enlarge it, copy it, save it, read it as a table."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from reconnect_desktop.output.charts.kinds import ChartKind
from reconnect_desktop.output.charts.style import ChartStyle
from reconnect_desktop.output.theme import load_theme
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.trends.chart_card import ChartCard
from reconnect_desktop.views.trends.chart_desk import ChartDesk
from reconnect_desktop.views.trends.sheet import Sheet, style_for

PAPER = (960, 540)  # pixels of a screen, that what is copied or saved is made for
_FINE = 2.0  # of them to one
_DOCUMENTS = QStandardPaths.StandardLocation.DocumentsLocation


class ChartDeeds(QObject):
    """What takes a while is done beside the GUI thread.

    said: what was done, where the screen does not show it. failed: the UserError of a file that could not be written.
    windowed: the canvas of a window that was opened.
    """

    said = Signal(str)
    failed = Signal(object)
    windowed = Signal(object)

    def __init__(self, look: Look, background: Background, desk: ChartDesk, page: QWidget) -> None:
        super().__init__(page)
        self._look, self._beside, self._desk, self._page = look, background.beside(), desk, page

    def serve(self, card: ChartCard) -> None:
        """Do what is chosen in this card's menu."""
        card.enlarged.connect(partial(self.enlarge, card))
        card.copied.connect(partial(self.copy, card))
        card.saved.connect(partial(self.save, card))
        card.tabled.connect(partial(self.show_table, card))

    def enlarge(self, card: ChartCard) -> None:
        """Open a window that shows nothing else."""
        from reconnect_desktop.views.trends.chart_window import ChartWindow

        if card.value is None:
            return
        window = ChartWindow(card, self._look)
        window.canvas.outdated.connect(self._desk.go_on)
        window.closed.connect(lambda: self._desk.remove(window))
        window.closed.connect(window.deleteLater)
        window.resize(window.sizeHint())
        self.windowed.emit(window.canvas)
        window.show()
        window.canvas.setFocus()
        self._desk.add(window)

    def copy(self, card: ChartCard) -> None:
        """Put a picture for light paper into the clipboard, with its question and its sentence."""
        if card.value is not None:
            work = partial(_image, card.kind, card.value, self._style())
            self._beside.run(work, self._copied, self.failed.emit)

    def save(self, card: ChartCard) -> None:
        """Ask where to, and write there."""
        path = self._ask_for_file() if card.value is not None else None
        if path is not None:
            work = partial(_save, card.kind, card.value, self._style(), path)
            self._beside.run(work, lambda _: self.said.emit(self.tr("Saved.")), self.failed.emit)

    def show_table(self, card: ChartCard) -> None:
        """The same numbers in rows."""
        from reconnect_desktop.views.trends.table_dialog import TableDialog

        if card.value is not None:
            TableDialog.show_for(self._page, card.kind, card.value)

    def _copied(self, image: QImage) -> None:
        QGuiApplication.clipboard().setImage(image)
        self.said.emit(self.tr("Copied."))

    def _style(self) -> ChartStyle:
        """What leaves the screen is light, and says what it is."""
        style = style_for(self._page, self._look)
        return replace(style, colours=load_theme("light").colours, points=10.0, titled=True)

    def _ask_for_file(self) -> Path | None:
        kinds = {
            self.tr("Picture (*.png)"): ".png",
            self.tr("Drawing (*.svg)"): ".svg",
            "PDF (*.pdf)": ".pdf",
        }
        place = Path(QStandardPaths.writableLocation(_DOCUMENTS)) / "chart.png"
        chosen, kind = QFileDialog.getSaveFileName(
            self._page, self.tr("Save the chart"), str(place), ";;".join(kinds)
        )
        if not chosen:
            return None
        path = Path(chosen)
        return (
            path
            if path.suffix.lower() in kinds.values()
            else path.with_name(path.name + kinds.get(kind, ".png"))
        )


def _image(kind: ChartKind[Any], value: Any, style: ChartStyle) -> QImage:
    """For the thread beside, as the next one."""
    from reconnect_desktop.views.trends.chart_picture import take_picture

    image = take_picture(kind, value, Sheet(*PAPER, _FINE, style)).image
    image.setDevicePixelRatio(1.0)
    return image


def _save(kind: ChartKind[Any], value: Any, style: ChartStyle, path: Path) -> None:
    from reconnect_desktop.output.charts.files import write_chart

    chart = kind.draw(value, style, Sheet(*PAPER, _FINE, style).inches)
    write_chart(chart, path, title=kind.question, message=kind.message(value))
