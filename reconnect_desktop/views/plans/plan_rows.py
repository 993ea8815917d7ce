"""The plans as rows like those of the Log: what comes next at the top, what is over at the end."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time

from PySide6.QtCore import QObject

from reconnect_desktop.domain.plan import Plan
from reconnect_desktop.domain.recurring import next_day
from reconnect_desktop.output.plan_words import facts_words, plan_title
from reconnect_desktop.views.log.face_delegate import Face, FaceModel
from reconnect_desktop.views.plans.plan_texts import clock, icon_of


class PlanModel(FaceModel):
    """Their days are told as of `today`."""

    def __init__(
        self, plans: Iterable[Plan], today: date, her_name: str, parent: QObject | None = None
    ) -> None:
        self.plans = in_order(plans, today)
        self._today, self._her_name = today, her_name
        super().__init__([""] * len(self.plans), parent)

    def face_at(self, row: int) -> Face:
        """What it is about, when it is next, and how it comes again."""
        plan = self.plans[row]
        role = "accent" if next_day(plan, self._today) else "muted"
        facts = facts_words(plan, self._today, clock(plan.time))
        return Face(icon_of(plan), role, plan_title(plan, self._her_name), facts)


def in_order(plans: Iterable[Plan], today: date) -> list[Plan]:
    """By their next day; those that have none left come last, the newest first."""
    some = list(plans)
    ahead = [plan for plan in some if next_day(plan, today)]
    over = [plan for plan in some if not next_day(plan, today)]
    ahead.sort(key=lambda plan: (next_day(plan, today) or today, plan.time or time.min, plan.id))
    over.sort(key=lambda plan: (plan.day, plan.id), reverse=True)
    return [*ahead, *over]
