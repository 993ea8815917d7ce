"""A section of the review as a card: its paragraphs, lists, tables and pictures."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from reconnect_desktop.output.sheet import Grid, Items, Paragraph, Part, Picture, Section, Voice
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.early import make_plain
from reconnect_desktop.views.kit.flow import Flow
from reconnect_desktop.views.kit.line_breaks import breakable
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.kit.prose import Prose
from reconnect_desktop.views.review.chart_picture import ChartPicture
from reconnect_desktop.views.review.grid_view import GridView


class SectionCard(QFrame):
    """What it says is plain text, whoever wrote it. `body` is what a fold can close; buttons are below it."""

    def __init__(
        self,
        look: Look,
        background: Background,
        section: Section,
        picture_lines: float,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._background, self._picture_lines = look, background, picture_lines
        self.section = section
        self.setProperty("kind", "card")
        self.setAccessibleName(section.heading)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 16, 24, 24)
        self._column.setSpacing(10)
        if section.heading:
            self._column.addWidget(_label(section.heading, "section"))
        self.body = QWidget(self)
        self._parts = QVBoxLayout(self.body)
        self._parts.setContentsMargins(0, 0, 0, 0)
        self._parts.setSpacing(10)
        self._column.addWidget(self.body)
        self.pictures: list[ChartPicture] = []
        self._grids: list[GridView] = []
        for part in section.parts:
            self._add(part)
        self.buttons: list[QPushButton] = []
        self._below = Flow(self)
        self._below.hide()
        self._column.addWidget(self._below)

    def set_narrow(self, *, narrow: bool) -> None:
        """Lay it out for much, or little width."""
        side = 16 if narrow else 24
        self._column.setContentsMargins(side, 16, side, 24)
        for grid in self._grids:
            grid.set_narrow(narrow=narrow)

    def stops(self) -> list[QWidget]:
        """Where Tab stops in it."""
        return [*self.pictures, *self.buttons]

    def add_button(self, text: str) -> QPushButton:
        """A button below all that is there, beside the others."""
        button = QPushButton(text, self._below)
        self._below.parts.append(button)
        self._below.show()
        self._below.updateGeometry()
        self.buttons.append(button)
        return button

    def fold(self, show: str, hide: str) -> None:
        """Close it behind a button that says `show`, and `hide` once it is open."""
        button = self.add_button(show)
        self.body.hide()

        def turn() -> None:
            is_open = self.body.isHidden()
            self.body.setVisible(is_open)
            button.setText(hide if is_open else show)

        button.clicked.connect(turn)

    def _add(self, part: Part) -> None:
        if isinstance(part, Paragraph):
            self._parts.addWidget(_paragraph(part))
        elif isinstance(part, Items):
            for item in part.items:
                self._parts.addLayout(_item(item.head, item.body))
        elif isinstance(part, Grid):
            self._grids.append(GridView(self._look, part, self))
            self._parts.addWidget(self._grids[-1])
        elif isinstance(part, Picture):
            picture = ChartPicture(self._look, self._background, self._picture_lines, self)
            picture.show_chart(part)
            self.pictures.append(picture)
            self._parts.addWidget(picture)
            self._parts.addWidget(_label(part.words, "muted"))


def _item(head: str, body: tuple[Paragraph, ...]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(2)
    if head:
        column.addWidget(_label(head, "small"))
    for paragraph in body:
        column.addWidget(_paragraph(paragraph))
    return column


def _paragraph(paragraph: Paragraph) -> QLabel:
    if paragraph.voice is Voice.ASIDE:
        return _label(paragraph.text, "muted")
    prose = Prose()
    prose.say(paragraph.text)
    return prose


def _label(text: str, kind: str) -> QLabel:
    label = QLabel(breakable(text))
    make_plain(label)
    label.setWordWrap(True)
    label.setProperty("kind", kind)
    return label
