"""What stands in a chart's place while there is too little to draw: one sentence, no empty axes."""

from __future__ import annotations

from reconnect_desktop.output.charts.chart import Chart
from reconnect_desktop.output.charts.frame import Frame
from reconnect_desktop.output.charts.style import ChartStyle
from reconnect_desktop.output.charts.words import BODY, Words

_MARGIN = 0.3  # inches left and right


def sentence_chart(message: str, style: ChartStyle, size: tuple[float, float], *, question: str) -> Chart:
    """The message in the middle, and the question above it in a titled style."""
    frame = Frame(style, size, question)
    drawn: list[Words] = []

    def fit() -> None:
        for words in drawn:
            words.remove()
        drawn.clear()
        frame.fit()
        width = frame.figure.get_size_inches()[0] - 2 * _MARGIN
        text = "\n".join(frame.type.wrapped(message, width))
        words = frame.type.words(0.5, 0.5, text, size=BODY, ha="center")
        words.set_transform(frame.figure.transFigure)
        frame.figure.add_artist(words)
        drawn.append(words)

    fit()
    return Chart(figure=frame.figure, spots=(), fit=fit)
