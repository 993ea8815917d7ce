"""The windows of plans and dates, each with all that can be in it."""

from __future__ import annotations

from datetime import time, timedelta

from PySide6.QtWidgets import QWidget

from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add
from reconnect_desktop.domain.measures import Medium
from reconnect_desktop.domain.plan import Again, Plan, PlanKind
from reconnect_desktop.domain.plans import Coming
from reconnect_desktop.views.plans.move_dialog import MoveDialog
from reconnect_desktop.views.plans.plan_dialog import PlanDialog
from reconnect_desktop.views.plans.plans_dialog import PlansDialog
from tests.making import TODAY, when
from tests.views.backups.safety_windows import Room

NOW = when(TODAY)
CALL = Plan(
    id="call",
    kind=PlanKind.CONTACT,
    text="Tulips",
    day=TODAY + timedelta(days=1),
    time=time(18, 30),
    medium=Medium.CALL,
    again=Again.WEEKLY,
    remind=True,
    added=NOW,
)
WALK = Plan(id="walk", kind=PlanKind.CONTACT, text="Garden", day=TODAY - timedelta(days=1), added=NOW)
ASK = Plan(id="ask", kind=PlanKind.FOLLOW_UP, text="Tulips", day=TODAY - timedelta(days=2), added=NOW)
BORN = Plan(id="born", kind=PlanKind.BIRTHDAY, day=TODAY.replace(year=1957), again=Again.YEARLY, added=NOW)
PLANS = (CALL, WALK, ASK, BORN)


def no_plans(room: Room) -> QWidget:
    dialog = PlansDialog(None, room.look, room.journal)
    room.show(dialog)
    return dialog


def plans(room: Room) -> QWidget:
    """One of them is deleted, and can be had back."""
    room.journal.apply(Action.PLAN, *map(add, PLANS))
    dialog = PlansDialog(None, room.look, room.journal)
    room.show(dialog)
    dialog.delete()
    return dialog


def new_plan(room: Room) -> QWidget:
    """It should say what it is about."""
    dialog = PlanDialog(None, room.look, NOW)
    dialog.begin(PlanKind.FOLLOW_UP)
    room.show(dialog)
    dialog.submit()
    return dialog


def a_plan(room: Room) -> QWidget:
    dialog = PlanDialog(None, room.look, NOW)
    dialog.fill(CALL)
    room.show(dialog)
    return dialog


def moving(room: Room) -> QWidget:
    dialog = MoveDialog(None, Coming(CALL, CALL.day), TODAY, "Mom")
    room.show(dialog)
    return dialog
