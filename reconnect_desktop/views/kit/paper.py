"""The paper that is usual where one lives."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from reconnect_desktop.output.review_options import Paper

# Where one writes and prints on Letter paper rather than on A4.
_LETTER = {
    QLocale.Country.UnitedStates,
    QLocale.Country.Canada,
    QLocale.Country.Mexico,
    QLocale.Country.Philippines,
}


def usual_paper() -> Paper:
    """A4, or Letter where that is usual."""
    return Paper.LETTER if QLocale().territory() in _LETTER else Paper.A4
