"""The last ratings as dots, or the last gaps as bars, beside what is usual."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from reconnect_desktop.output.today_words import number
from reconnect_desktop.views.kit.ink import box, disc, fill, pen, tint
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.today.why_facts import DipFacts, Facts, GapFacts

_LINES = 8.5  # lines of small text that it is high
_LEAST_WIDTH = 200


class WhyPicture(QWidget):
    """Quiet: one colour for what is now, grey for what was before, a labelled line for the usual.

    What it shows is its accessible description, number for number.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._facts: Facts | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def show_facts(self, facts: Facts) -> None:
        """Draw these."""
        self._facts = facts
        is_dip = isinstance(facts, DipFacts)
        self.setAccessibleName(
            self.tr("Picture: your last ratings") if is_dip else self.tr("Picture: the last gaps")
        )
        self.setAccessibleDescription(self.in_words())
        self.setToolTip(self.in_words())
        self.update()

    def in_words(self) -> str:
        """The same as sentences."""
        facts = self._facts
        if isinstance(facts, DipFacts):
            told = self.tr(
                "Your last {n} ratings, the oldest first: {ratings}. The last {count} come to {recent}; usually it is {usual}."
            )
            return told.format(
                n=len(facts.ratings),
                ratings=_listed(facts.ratings),
                count=facts.count,
                recent=number(facts.recent),
                usual=number(facts.usual),
            )
        if isinstance(facts, GapFacts):
            return self._gaps_in_words(facts)
        return ""

    def sizeHint(self) -> QSize:
        """As high as some lines of text."""
        return QSize(360, round(_LINES * QFontMetricsF(self._small()).height()))

    def minimumSizeHint(self) -> QSize:
        """Narrower still shows it."""
        return QSize(_LEAST_WIDTH, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the dots or the bars."""
        facts = self._facts
        if facts is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._small())
        if isinstance(facts, DipFacts):
            self._paint_dip(painter, facts)
        else:
            self._paint_gaps(painter, facts)
        painter.end()

    # Ratings

    def _paint_dip(self, painter: QPainter, facts: DipFacts) -> None:
        usual = self.tr("usually {level}").format(level=number(facts.usual))
        lately = self.tr("lately {level}").format(level=number(facts.recent))
        plot = self._plot(painter, [usual, lately])
        step = plot.width() / max(len(facts.ratings), 1)

        def y(closeness: float) -> float:
            return plot.bottom() - (closeness - 1) / 6 * plot.height()

        radius = min(step * 0.32, plot.height() / 20, 5.0)
        for closeness in (1, 7):
            self._paint_tick(painter, plot, y(closeness), str(closeness))
        begin = plot.left() + step * max(len(facts.ratings) - facts.count, 0)
        band = QRectF(
            QPointF(begin, plot.top() - radius * 2), QPointF(plot.right(), plot.bottom() + radius * 2)
        )
        fill(painter, box(self._mirrored(band), 6), self._look.colour("soft"))
        self._paint_level(painter, plot.left(), plot.right(), y(facts.usual), dashed=True)
        self._paint_level(painter, begin, plot.right(), y(facts.recent), dashed=False)
        for place, rating in enumerate(facts.ratings):
            is_recent = place >= len(facts.ratings) - facts.count
            centre = self._point(plot.left() + step * (place + 0.5), y(rating))
            fill(painter, disc(centre, radius), self._look.colour("accent" if is_recent else "control"))
        self._paint_labels(
            painter, plot, [(y(facts.usual), usual, "muted"), (y(facts.recent), lately, "accent")]
        )

    # Gaps

    def _gaps_in_words(self, facts: GapFacts) -> str:
        before = self.tr("The last gaps in days, the oldest first: {gaps}.").format(gaps=_listed(facts.gaps))
        now = self.tr("The one now: {days}; usually {usual}.").format(
            days=facts.now, usual=number(facts.usual)
        )
        fine = (
            self.tr("Chosen as still fine: {days}.").format(days=facts.fine) if facts.fine is not None else ""
        )
        return " ".join(filter(None, (before if facts.gaps else "", now, fine)))

    def _paint_gaps(self, painter: QPainter, facts: GapFacts) -> None:
        lines = [(facts.usual, self.tr("usually {days}").format(days=number(facts.usual)), "muted")]
        if facts.fine is not None:
            lines.append((facts.fine, self.tr("still fine {days}").format(days=facts.fine), "accent"))
        plot = self._plot(painter, [word for _, word, _ in lines])
        bars = (*facts.gaps, facts.now)
        most = float(max(*bars, facts.usual, facts.fine or 0, 1))
        high = float(painter.fontMetrics().height())
        plot.setTop(high + 2.0)
        step = plot.width() / len(bars)
        width = min(step * 0.6, 28.0)

        def y(days: float) -> float:
            return plot.bottom() - days / most * plot.height()

        for place, days in enumerate(bars):
            middle = plot.left() + step * (place + 0.5)
            is_now = place == len(bars) - 1
            bar = QRectF(
                middle - width / 2, min(y(days), plot.bottom() - 2), width, max(plot.bottom() - y(days), 2)
            )
            fill(painter, box(self._mirrored(bar), 3), self._look.colour("accent" if is_now else "line"))
            words = QRectF(middle - step / 2, bar.top() - high - 1, step, high)
            if is_now or painter.fontMetrics().horizontalAdvance(str(days)) <= step:
                self._write(painter, words, str(days), "accent" if is_now else "muted")
        for days, _, role in lines:
            self._paint_level(painter, plot.left(), plot.right(), y(days), dashed=True, role=role)
        self._paint_labels(painter, plot, [(y(days), word, role) for days, word, role in lines])

    # Both

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 0.9)
        return font

    def _plot(self, painter: QPainter, labels: list[str]) -> QRectF:
        """Where dots and bars may be: the labels stand after it."""
        metrics = painter.fontMetrics()
        after = max(metrics.horizontalAdvance(label) for label in labels) + 8
        before = metrics.horizontalAdvance("7") + 8 if isinstance(self._facts, DipFacts) else 0
        half = metrics.height() / 2 + 2
        return QRectF(before, half, self.width() - before - after, self.height() - 2 * half)

    def _point(self, x: float, y: float) -> QPointF:
        return QPointF(self.width() - x if self.isRightToLeft() else x, y)

    def _mirrored(self, rect: QRectF) -> QRectF:
        if self.isRightToLeft():
            return QRectF(self.width() - rect.right(), rect.top(), rect.width(), rect.height())
        return rect

    def _paint_level(
        self, painter: QPainter, start: float, end: float, y: float, *, dashed: bool, role: str = ""
    ) -> None:
        made = pen(self._look.colour(role or ("muted" if dashed else "accent")), 1.5)
        if dashed:
            made.setDashPattern([4.0, 3.0])
        painter.setPen(made)
        painter.drawLine(self._point(start, y), self._point(end, y))

    def _paint_tick(self, painter: QPainter, plot: QRectF, y: float, word: str) -> None:
        high = float(painter.fontMetrics().height())
        self._write(painter, QRectF(0, y - high / 2, plot.left() - 8, high), word, "muted")
        line = pen(tint(self._look.colour("control"), 0.35), 1)
        painter.setPen(line)
        painter.drawLine(self._point(plot.left(), y), self._point(plot.right(), y))

    def _paint_labels(self, painter: QPainter, plot: QRectF, labels: list[tuple[float, str, str]]) -> None:
        """Each beside its line, apart from each other."""
        high = float(painter.fontMetrics().height())
        tops = _apart([y - high / 2 for y, _, _ in labels], high, self.height())
        for top, (_, word, role) in zip(tops, labels, strict=True):
            place = QRectF(plot.right() + 8, top, self.width() - plot.right() - 8, high)
            self._write(painter, place, word, role, left=True)

    def _write(self, painter: QPainter, place: QRectF, word: str, role: str, *, left: bool = False) -> None:
        flag = Qt.AlignmentFlag
        aside = flag.AlignRight if self.isRightToLeft() else flag.AlignLeft
        painter.setPen(self._look.colour(role))
        aligned = (aside if left else flag.AlignHCenter) | flag.AlignVCenter | flag.AlignAbsolute
        painter.drawText(self._mirrored(place), aligned, word)


def _listed(numbers: tuple[int, ...]) -> str:
    return ", ".join(map(str, numbers))


def _apart(tops: list[float], high: float, height: float) -> list[float]:
    """Each where it was, or moved just so far that no two overlap and none leaves the picture."""
    order = sorted(range(len(tops)), key=lambda place: tops[place])
    placed = list(tops)
    least = 0.0
    for place in order:
        placed[place] = max(placed[place], least)
        least = placed[place] + high
    most = height - high
    for place in reversed(order):
        placed[place] = min(placed[place], most)
        most = placed[place] - high
    return placed
