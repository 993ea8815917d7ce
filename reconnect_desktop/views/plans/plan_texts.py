"""Times and icons of plans as the screens have them."""

from __future__ import annotations

from datetime import date, datetime
from datetime import time as Time  # noqa: N812 - a plan has a time

from reconnect_desktop.domain.plan import Plan, PlanKind
from reconnect_desktop.views.kit.dates import time_words
from reconnect_desktop.views.quick_add.medium_buttons import ICONS

_ICONS = {
    PlanKind.CONTACT: "phone",
    PlanKind.FOLLOW_UP: "message-circle",
    PlanKind.BIRTHDAY: "calendar-heart",
    PlanKind.DATE: "calendar",
}


def clock(at: Time | None) -> str:
    """The time of day as the locale writes it; "" for none."""
    return time_words(datetime.combine(date.min, at)) if at else ""


def icon_of(plan: Plan) -> str:
    """The name of an icon of the set."""
    return ICONS[plan.medium] if plan.medium else _ICONS[plan.kind]
