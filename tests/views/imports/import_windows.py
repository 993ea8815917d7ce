"""The windows of what was brought in, and of what stands there twice, each with all that can be in it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add, edit
from reconnect_desktop.exchange.draft import Draft
from reconnect_desktop.importing import imports
from reconnect_desktop.views.imports.imports_dialog import ImportsDialog
from reconnect_desktop.views.imports.take_out_dialog import TakeOutDialog
from reconnect_desktop.views.twins.twins_card import TwinsCard
from reconnect_desktop.views.twins.twins_dialog import TwinsDialog
from tests.making import contact
from tests.views.backups.safety_windows import Room

TYPED = contact("2026-11-20", time="18:00", id="typed", minutes=30, closeness=5, mood=4, note="Tulips")
CALL = contact("2026-11-20", time="18:04", id="call", minutes=31, source="sms-calls", source_key="1")


def twins(room: Room) -> QWidget:
    others = [replace(one, id=f"{one.id} 2", source_key=one.source_key * 2) for one in (TYPED, CALL)]
    earlier = [replace(one, when=one.when.minus(60 * 24 * 9)) for one in others]
    room.journal.apply(Action.IMPORT, *(add(one) for one in (TYPED, CALL, *earlier)))
    dialog = no_twins(room)
    dialog.say(merging=True)
    return dialog


def no_twins(room: Room) -> TwinsDialog:
    dialog = TwinsDialog(None, room.look, room.background, room.journal)
    room.show(dialog)
    room.qtbot.waitUntil(lambda: not dialog.form.looking_page.isVisible())
    return dialog


def twins_on_today(room: Room) -> QWidget:
    card = TwinsCard()
    card.show_count(3)
    room.show(card)
    return card


def imported(room: Room) -> QWidget:
    room.journal.bring_in([Draft(CALL, 1)], format="sms-calls")
    room.journal.apply(Action.RATE, edit(CALL, replace(CALL, closeness=4)))
    return nothing_imported(room)


def nothing_imported(room: Room) -> QWidget:
    dialog = ImportsDialog(None, room.look, room.background, room.journal)
    room.show(dialog)
    room.qtbot.waitUntil(lambda: not dialog._errands.under_way)
    return dialog


def taking_out(room: Room) -> QWidget:
    imported(room)
    dialog = TakeOutDialog(None, imports(room.journal)[0])
    room.show(dialog)
    return dialog
