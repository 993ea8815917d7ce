"""What draws each chart of Trends, by its key. Loading this loads matplotlib."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from reconnect_desktop.output.charts import by_month, calendar, closeness, gaps, going_with, mood, path
from reconnect_desktop.output.charts.chart import Chart

DRAW: Mapping[str, Callable[..., Chart]] = {
    "closeness": closeness.draw,
    "gaps": gaps.draw,
    "months": by_month.draw,
    "calendar": calendar.draw,
    "going-with": going_with.draw,
    "path": path.draw,
    "mood": mood.draw,
}
