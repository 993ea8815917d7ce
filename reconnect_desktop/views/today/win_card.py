"""The card on Today that shows the last small win."""

from __future__ import annotations

from reconnect_desktop.domain.glance import Glance
from reconnect_desktop.output.capitals import opening
from reconnect_desktop.views.forms.today_page import Ui_TodayPage
from reconnect_desktop.views.kit.dates import day_words
from reconnect_desktop.views.kit.line_breaks import breakable

_MOST = 400  # characters; all of it is in the Log


def show_win(form: Ui_TodayPage, glance: Glance) -> None:
    """Show it, if there is one."""
    form.win.setVisible(glance.win is not None)
    if glance.win is not None:
        text = glance.win.win.strip()
        short = text if len(text) <= _MOST else f"{text[:_MOST].rstrip()}…"
        form.win_text.setText(breakable(short))
        form.win_day.setText(opening(day_words(glance.win.when.day, glance.today)))
