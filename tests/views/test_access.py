"""Every window, as a screen reader and a hand on the keyboard find it: names, sizes, access keys."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenuBar,
    QPushButton,
    QScrollArea,
    QScrollBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reconnect_desktop import clock
from reconnect_desktop.backing_up import back_up
from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.backups import Occasion
from reconnect_desktop.domain.change import add, delete
from reconnect_desktop.domain.measures import Medium
from reconnect_desktop.domain.records import (
    Letter,
    LetterVersion,
    Outcome,
    Pause,
    PauseReason,
    Record,
    Setting,
    Try,
)
from reconnect_desktop.domain.retired import retired
from reconnect_desktop.domain.rhythm import Interval, Rhythm, write_rhythm
from reconnect_desktop.domain.settings import BACKUP_FOLDER, QUIET_HOURS, RHYTHM
from reconnect_desktop.domain.trends.ranges import Range
from reconnect_desktop.domain.trends.sources import Sources
from reconnect_desktop.domain.trends.span import one_year
from reconnect_desktop.encrypting import turn_on
from reconnect_desktop.journal import Journal
from reconnect_desktop.language import tr
from reconnect_desktop.output.charts.kinds import BY_KEY, ChartOptions
from reconnect_desktop.output.review_options import Options
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.dialogs.about_dialog import AboutDialog
from reconnect_desktop.views.dialogs.keys_dialog import KeysDialog
from reconnect_desktop.views.dialogs.pause_dialog import PauseDialog
from reconnect_desktop.views.dialogs.rhythm_dialog import RhythmDialog
from reconnect_desktop.views.encryption.encryption_dialog import EncryptionDialog
from reconnect_desktop.views.encryption.flows import Flow
from reconnect_desktop.views.ideas.idea_rows import Key, Kind, Section
from reconnect_desktop.views.ideas.needs_dialog import NeedsDialog
from reconnect_desktop.views.importing.import_dialog import ImportDialog
from reconnect_desktop.views.importing.moods_question import MoodsQuestion
from reconnect_desktop.views.kit.heard import be_heard
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.kit.secret_field import SecretField
from reconnect_desktop.views.letters.letter_versions_dialog import LetterVersionsDialog
from reconnect_desktop.views.log.recently_deleted import RecentlyDeleted
from reconnect_desktop.views.main_window import MainWindow
from reconnect_desktop.views.preferences import Preferences
from reconnect_desktop.views.quick_add.edit_dialog import EditDialog
from reconnect_desktop.views.quick_add.quick_add import QuickAdd
from reconnect_desktop.views.review.counsellor_dialog import CounsellorDialog
from reconnect_desktop.views.settings.settings_dialog import SettingsDialog
from reconnect_desktop.views.today.advice_reading import Card
from reconnect_desktop.views.trends.table_dialog import TableDialog
from tests.exchange import calendars
from tests.fakes import FakeClock
from tests.making import ago, contact, rated, topic, when
from tests.views import desktop_windows
from tests.views.backups import safety_windows
from tests.views.hearing import problems_heard
from tests.views.ideas.ideas_rig import IDEA, OTHER, a_need, a_try
from tests.views.importing.importing_rig import question, whom
from tests.views.imports import import_windows
from tests.views.plans import plan_windows
from tests.views.review import sheets
from tests.views.today.advice_rig import dipped

pytestmark = pytest.mark.usefixtures("quick_keys")

WISH = Rhythm(Interval(7, 14), ((Medium.VISIT, Interval(90, 120)),))
LEAST, LEAST_BUTTON = 24, 32  # pixels
BLAMING = "You never call. Du hörst nie zu. Nunca llamas."  # in each language that has gentler ways to put it
CALLS = """<?xml version='1.0' encoding='UTF-8'?>
<calls count="4">
  <call number="5555550104" duration="43" date="1411053850787" type="1" contact_name="Amma" />
  <call number="5555550105" duration="soon" date="1411053850787" type="1" contact_name="Amma" />
  <call number="5555550106" duration="60" date="1431053850787" type="1" contact_name="Work" />
  <call number="5555550104" duration="43" date="1431053850787" type="1" contact_name="Amma" />
</calls>
"""
CHAT = """03/04/2022, 14:56 - Ruth Example: Hello
03/04/2022, 14:58 - Me: hi
"""
DIARY = """full_date,date,weekday,time,mood,activities,note_title,note
2026-11-20,November 20,Friday,20:15,rad,Mom | tea,,
2026-11-19,November 19,Thursday,20:15,Zmęczony & so,work,,
"""


@dataclass(frozen=True)
class Room:
    """What windows are made of, and a journal with a little of everything."""

    qtbot: QtBot
    look: Look
    background: Background
    journal: Journal
    clock: FakeClock
    folder: Path
    # Held, or they would be collected in the midst of their events.
    windows: list[QWidget] = field(default_factory=list)

    def fill(self) -> None:
        """An interaction with all fields, an imported one to rate, one deleted, a topic."""
        full = contact(
            "2026-11-20", closeness=5, minutes=25, tags=("walk",), note="Tulips", win="She laughed"
        )
        bare, gone = contact("2026-11-12", source="sms-calls", source_key="1"), contact("2026-11-01")
        self.journal.apply(Action.LOG, *(add(one) for one in (full, bare, gone)))
        self.journal.apply(Action.DELETE, delete(gone))
        self.journal.apply(Action.TOPIC, add(topic("Garden", added="2026-11-20")))

    def show(self, window: QWidget) -> None:
        self.windows.append(window)
        self.qtbot.addWidget(window)
        window.show()
        self.qtbot.waitExposed(window)


@pytest.fixture(scope="module", autouse=True)
def _heard(qapp: QApplication) -> None:
    be_heard()


@pytest.fixture
def room(
    qtbot: QtBot, qapp: QApplication, journal: Journal, clock: FakeClock, tmp_path: Path
) -> Iterator[Room]:
    background = Background()
    yield Room(qtbot, Look(qapp, "light"), background, journal, clock, tmp_path)
    background.close()


def main_window(room: Room) -> MainWindow:
    window = MainWindow(room.look, room.background, Preferences(room.folder / "config"))
    room.show(window)
    window.complete()
    window.set_journal(room.journal)
    window.toast.show_text("Saved.", "Undo", lambda: None)  # type: ignore[union-attr]
    window.strip.show_text("Something is in the way.", again=True)  # type: ignore[union-attr]
    return window


def welcome(room: Room) -> QWidget:
    window = main_window(room)
    today = window.page("today")
    room.qtbot.waitUntil(lambda: today._welcome is not None and today._welcome.isVisible())
    return window


def today(room: Room) -> QWidget:
    room.fill()
    window = main_window(room)
    room.qtbot.waitUntil(window.page("today").form.inbox.isVisible)
    return window


def with_plans(room: Room) -> QWidget:
    room.fill()
    room.journal.apply(Action.PLAN, *map(add, plan_windows.PLANS))
    window = main_window(room)
    room.qtbot.waitUntil(lambda: window.page("today").plans.card is not None)
    return window


def days_ago(days: int) -> date:
    """So many days before this one, on the computer's calendar."""
    return ago(days, clock.now().day)


def today_with(room: Room, card: Card, *records: Record) -> QWidget:
    """Today with this card in the place for suggestions, and something to rate below it."""
    room.clock.set(clock.now().isoformat())  # the page asks the computer what day it is
    unrated = contact(days_ago(400), source="sms-calls", source_key="1")
    any_hour = Setting(id=QUIET_HOURS.id, value="0-0")
    room.journal.apply(Action.IMPORT, *(add(one) for one in (*records, unrated, any_hour)))
    window = main_window(room)
    page = window.page("today")
    room.qtbot.waitUntil(lambda: page.advice.place is not None and page.advice.place.card(card).isVisible())
    return window


def offered(room: Room) -> QWidget:
    window = today_with(room, Card.SUGGESTION, *dipped(until=days_ago(1)))
    window.page("today").advice.place.card(Card.SUGGESTION).form.why_button.click()  # type: ignore[attr-defined]
    return window


def asked_first(room: Room, *, opened: bool = False) -> QWidget:
    window = today_with(room, Card.ASK_FIRST, *rated([5] * 30, today=days_ago(40)))
    if opened:
        window.page("today").advice.place.card(Card.ASK_FIRST).yes_button.click()  # type: ignore[attr-defined]
    return window


def followed_up(room: Room) -> QWidget:
    tried = Try(id="t", suggestion=IDEA, signal="", begun=when(days_ago(20)))
    return today_with(room, Card.FOLLOW_UP, contact(days_ago(2)), tried)


def far_away(room: Room) -> QWidget:
    """A card and the question what got in the way, side by side."""
    room.clock.set(clock.now().isoformat())
    now = clock.now()
    low = contact(now.day, time="00:00", closeness=1, logged=now)
    window = today_with(room, Card.SUGGESTION, *dipped(until=days_ago(1)), low)
    causes = window.page("today").advice.causes  # type: ignore[attr-defined]
    room.qtbot.waitUntil(lambda: causes.panel is not None and causes.panel.isVisible())
    causes.panel.form.causes.chips["old hurt"].click()
    return window


def trying(room: Room) -> QWidget:
    return today_with(room, Card.TRYING, Try(id="t", suggestion=IDEA, signal="", begun=when(days_ago(1))))


def paused(room: Room, reason: PauseReason) -> QWidget:
    room.clock.set(clock.now().isoformat())
    moments = [contact(days_ago(days), win="Snow", closeness=5) for days in (90, 900)]
    pause = Pause(id="p", reason=reason, start=days_ago(3))
    room.journal.apply(Action.IMPORT, *map(add, moments), add(pause))
    window = main_window(room)
    page = window.page("today")
    end = tr("En&d it") if reason is PauseReason.TRAVEL else tr("En&d the pause")
    room.qtbot.waitUntil(lambda: end in [one.text() for one in visible(page) if isinstance(one, QPushButton)])
    return window


def month_ready(room: Room) -> QWidget:
    """Today in the first days of a month; the page asks the computer what day it is, so it is told of another one."""
    window = today(room)
    page = window.page("today")  # type: ignore[attr-defined]
    reading = replace(page.journal.reading, today=room.clock().day.replace(month=12, day=3))
    page.month_ready.show(reading, page.form.review_place, page.form.rate_button)
    room.qtbot.waitUntil(lambda: page.month_ready.card is not None and page.month_ready.card.isVisible())
    return window


def rating(room: Room) -> QWidget:
    window = today(room)
    window.page("today").form.rate_button.click()  # type: ignore[attr-defined]
    return window


def log(room: Room) -> QWidget:
    room.fill()
    window = main_window(room)
    window.show_page("log")
    page = window.page("log")
    room.qtbot.waitUntil(lambda: page.model.rowCount() > 0)
    page.form.filter_button.setChecked(True)
    page.filters.media[next(iter(page.filters.media))].setChecked(True)
    return window


def empty_log(room: Room) -> QWidget:
    window = main_window(room)
    window.show_page("log")
    room.qtbot.waitUntil(window.page("log").form.empty_page.isVisible)
    return window


def quick_add(room: Room) -> QWidget:
    room.fill()
    window = QuickAdd(room.look, room.background, clock=room.clock)
    room.show(window)
    window.set_journal(room.journal)
    room.qtbot.waitUntil(lambda: window._offered)
    window.form.unfold_more(True)
    window.notices.strip.show_text("Something is in the way.", again=True)
    window.notices.notice.show_text("Your draft is back.", "Start afresh", lambda: None)
    window._keeper.let_go()
    return window


def edit(room: Room) -> QWidget:
    dialog = EditDialog(room.look, room.clock, None)
    dialog.form.fill(contact("2026-11-20", closeness=5, minutes=25))
    room.show(dialog)
    return dialog


def bring_in(room: Room, *, preview: bool = False, content: str = CALLS) -> QWidget:
    file = room.folder / "calls.xml"
    file.write_text(content, encoding="utf-8")
    dialog = ImportDialog(None, room.look, room.background, room.journal, file)
    room.show(dialog)
    room.qtbot.waitUntil(lambda: dialog.shown is not dialog.reading)
    if dialog.questions is not None:
        dialog.form.next_button.click()  # says what is still open
    if preview:
        whom(dialog).model.tick([0])
        dialog.form.next_button.click()
        room.qtbot.waitUntil(dialog.preview.isVisible)
    return dialog


def diary(room: Room) -> QWidget:
    """Its moods are wanted, too."""
    dialog = bring_in(room, content=DIARY)
    moods = question(dialog, MoodsQuestion)  # type: ignore[arg-type]
    moods.form.moods_box.click()
    return dialog


def calendar(room: Room) -> QWidget:
    dialog = bring_in(room, preview=True, content=calendars.family())
    dialog.form.next_button.click()  # type: ignore[attr-defined]
    return dialog


def settings(room: Room, section: str = "her") -> QWidget:
    preferences = Preferences(room.folder / "config")
    dialog = SettingsDialog(None, room.look, preferences, room.journal, room.background)
    dialog.turn_to(section)
    room.show(dialog)
    return dialog


def settings_of_suggestions(room: Room) -> QWidget:
    return settings(room, "suggestions")


def pause(room: Room) -> QWidget:
    today = room.clock().day
    dialog = PauseDialog(None, room.look, today, room.journal.new_id)
    dialog.fill(Pause(id="1", reason=PauseReason.TRAVEL, start=today, end=today))
    room.show(dialog)
    return dialog


def rhythm(room: Room) -> QWidget:
    dialog = RhythmDialog(None, room.look, WISH, 8.0)
    room.show(dialog)
    return dialog


def settings_of_rhythm(room: Room) -> QWidget:
    room.journal.apply(Action.SETTING, add(Setting(id=RHYTHM.id, value=write_rhythm(WISH))))
    return settings(room, "rhythm")


def settings_of_pauses(room: Room) -> QWidget:
    start = room.clock().day
    pauses = [Pause(id=reason, reason=reason, start=start, note="For now") for reason in PauseReason]
    room.journal.apply(Action.PAUSE, *map(add, pauses))
    dialog = settings(room, "pauses")
    section = dialog.turn_to("pauses")  # type: ignore[attr-defined]
    section.cards[0].delete_button.click()
    return dialog


def settings_of_look(room: Room) -> QWidget:
    return settings(room, "look")


def settings_of_privacy(room: Room, *, encrypted: bool = True) -> QWidget:
    """With all that can be said and offered there."""
    if encrypted:
        turn_on(room.journal, "tulips", None)
    dialog = settings(room, "privacy")
    section = dialog.turn_to("privacy")  # type: ignore[attr-defined]
    section.form.kept_button.click()
    section.form.remember.setVisible(True)
    room.qtbot.waitUntil(lambda: section.form.plain_backups.isVisible() is encrypted)
    return dialog


def settings_of_backups(room: Room) -> QWidget:
    """With a second folder that is away."""
    folder = Setting(id=BACKUP_FOLDER.id, value=str(room.folder / "stick"))
    room.journal.apply(Action.SETTING, add(folder))
    back_up(room.journal, Occasion.DAY)
    dialog = settings(room, "backups")
    section = dialog.turn_to("backups")  # type: ignore[attr-defined]
    room.qtbot.waitUntil(section.form.state_label.isVisible)
    section.form.told_label.show()
    return dialog


def passphrase(room: Room, flow: Flow, steps: int = 0) -> QWidget:
    """The dialog of the passphrase, after so many of its steps."""
    if flow is not Flow.SET:
        turn_on(room.journal, "tulips", None)
    dialog = EncryptionDialog(None, room.look, room.background, room.journal, flow)
    room.show(dialog)
    for line in dialog.findChildren(SecretField):
        line.setText("tulips")
    for step in range(1, steps + 1):
        dialog.form.next_button.click()
        room.qtbot.waitUntil(partial(_has_come_to, dialog, step))
    dialog.step.say("Something is in the way.")
    dialog.resize(dialog.sizeHint())
    return dialog


def _has_come_to(dialog: EncryptionDialog, step: int) -> bool:
    return dialog._at == step


def passphrase_is_set(room: Room) -> QWidget:
    dialog = passphrase(room, Flow.SET, 1)
    dialog.form.skip_button.click()  # type: ignore[attr-defined]
    room.qtbot.waitUntil(
        lambda: (
            dialog.is_done  # type: ignore[attr-defined]
            and dialog.shown.form.plain_backups.isVisible()  # type: ignore[attr-defined]
        )
    )
    return dialog


def about(room: Room) -> QWidget:
    dialog = AboutDialog(None, room.look, room.folder)
    room.show(dialog)
    return dialog


def keys(room: Room) -> QWidget:
    dialog = KeysDialog(main_window(room))
    room.show(dialog)
    return dialog


def deleted(room: Room) -> QWidget:
    room.fill()
    dialog = RecentlyDeleted(room.look, room.journal.recently_deleted())
    room.show(dialog)
    return dialog


def ideas(room: Room, key: Key, section: Section = Section.ALL) -> QWidget:
    """The book of ideas, open at this place; with a try, a told one, a need and a retired idea."""
    tried = a_try(OTHER, outcome=Outcome.HARD)
    kept: list[Record] = [a_try(), tried, a_need(), retired("side-by-side")]
    room.journal.apply(Action.IMPORT, *map(add, kept))
    window = main_window(room)
    window.show_page("ideas")
    page = window.page("ideas")
    room.qtbot.waitUntil(lambda: page.journal.reading is not None)
    page.form.sections.pick(section)
    page._open(key)
    return window


def narrow_ideas(room: Room) -> QWidget:
    window = ideas(room, Key(Kind.IDEA, IDEA))
    window.resize(640, 600)
    room.qtbot.waitUntil(window.page("ideas").form.back_button.isVisible)  # type: ignore[attr-defined]
    return window


def needs(room: Room, need: str) -> QWidget:
    dialog = NeedsDialog(room.look, room.background, room.journal, None, quiet=False)
    dialog.fill(a_need(need))
    room.show(dialog)
    return dialog


def trends(room: Room) -> QWidget:
    room.journal.apply(
        Action.IMPORT, *map(add, rated([4, 5, 6, 5, 3, 6, 5, 4, 6, 7], today=room.clock().day))
    )
    window = main_window(room)
    window.show_page("trends")
    page = window.page("trends")
    page.range.choose(Range.OWN)
    room.qtbot.waitUntil(lambda: page.cards[-1].value is not None, timeout=15_000)
    return window


def empty_trends(room: Room) -> QWidget:
    window = main_window(room)
    window.show_page("trends")
    room.qtbot.waitUntil(window.page("trends").form.empty_page.isVisible)
    return window


def quiet_trends(room: Room) -> QWidget:
    pause = Pause(id="p", reason=PauseReason.GRIEF, start=room.clock().day)
    room.journal.apply(Action.IMPORT, add(contact("2026-11-20")), add(pause))
    window = main_window(room)
    window.show_page("trends")
    room.qtbot.waitUntil(window.page("trends").form.quiet_page.isVisible)
    return window


def table(room: Room) -> QWidget:
    sources = Sources(today=room.clock().day, points=())
    kind = BY_KEY["months"]
    value = kind.compute(sources, one_year(sources.today), ChartOptions())
    dialog = TableDialog(kind, value, None)
    room.show(dialog)
    return dialog


def empty_letters(room: Room) -> QWidget:
    window = main_window(room)
    window.show_page("letters")
    room.qtbot.waitUntil(window.page("letters").form.empty_page.isVisible)
    return window


def review(room: Room, *, year: bool = False, width: int = 1000) -> QWidget:
    """A month with all that can be in it, or its year."""
    room.fill()
    window = main_window(room)
    window.resize(width, 900)
    window.show_page("review")
    page = window.page("review")
    room.qtbot.waitUntil(lambda: page.journal.reading is not None)
    page.month.show_sheet(sheets.told(*sheets.ALL))
    page.own_words.form.again_button.show()
    if year:
        page.head.year_wanted.emit(2026)
        room.qtbot.waitUntil(lambda: page.form.month_box.currentText() == "2026")
    return window


def empty_review(room: Room) -> QWidget:
    window = main_window(room)
    window.show_page("review")
    room.qtbot.waitUntil(window.page("review").form.empty_page.isVisible)
    return window


def counsellor(room: Room) -> QWidget:
    dialog = CounsellorDialog(None, Options())
    room.show(dialog)
    return dialog


def letters(room: Room) -> QWidget:
    moment = room.clock()
    room.journal.keep(add(Letter(id="1", begun=moment, changed=moment, text=BLAMING)))
    window = main_window(room)
    window.show_page("letters")
    room.qtbot.waitUntil(window.page("letters").list.isVisible)
    return window


def letter(room: Room) -> QWidget:
    window = letters(room)
    page = window.page("letters")  # type: ignore[attr-defined]
    page.open("1")
    page.editor.next_phrase()
    page.editor.show_idea("A walk")
    page.editor.form.again_button.show()
    room.qtbot.waitUntil(page.editor.form.next_button.isVisible)
    return window


def versions(room: Room) -> QWidget:
    kept = room.clock()
    dialog = LetterVersionsDialog([LetterVersion(id="1", letter="1", kept=kept, text="Dear Mom")], kept.day)
    room.show(dialog)
    return dialog


WINDOWS: dict[str, Callable[[Room], QWidget]] = {
    "welcome": welcome,
    "today": today,
    "today: a suggestion": offered,
    "today: asked first": asked_first,
    "today: a contact to log": lambda room: asked_first(room, opened=True),
    "today: how it went": followed_up,
    "today: far away": far_away,
    "today: trying": trying,
    "today: away": lambda room: paused(room, PauseReason.TRAVEL),
    "today: keepsake": lambda room: paused(room, PauseReason.GRIEF),
    "today: a month is ready": month_ready,
    "rating": rating,
    "log": log,
    "empty log": empty_log,
    "ideas: an idea": lambda room: ideas(room, Key(Kind.IDEA, IDEA)),
    "ideas: a chapter": lambda room: ideas(room, Key(Kind.CHAPTER, "support")),
    "ideas: a try": lambda room: ideas(room, Key(Kind.TRY, a_try(OTHER).id), Section.TRIED),
    "ideas: retired": lambda room: ideas(room, Key(Kind.IDEA, "side-by-side"), Section.RETIRED),
    "ideas: a need": lambda room: ideas(room, Key(Kind.NEED, a_need().id), Section.NEEDS),
    "ideas: narrow": narrow_ideas,
    "needs": lambda room: needs(room, "listening"),
    "needs: own words": lambda room: needs(room, "To hear that I did fine"),
    "needs: safety": lambda room: needs(room, "safety"),
    "trends": trends,
    "no trends": empty_trends,
    "trends: in grief": quiet_trends,
    "a chart's table": table,
    "review": review,
    "review: narrow": lambda room: review(room, width=640),
    "review: a year": lambda room: review(room, year=True),
    "no review": empty_review,
    "review: for a counsellor": counsellor,
    "letters": letters,
    "no letters": empty_letters,
    "letter": letter,
    "letter's versions": versions,
    "quick add": quick_add,
    "edit": edit,
    "import: who": bring_in,
    "import: preview": lambda room: bring_in(room, preview=True),
    "import: all that a chat leaves open": lambda room: bring_in(room, content=CHAT),
    "import: a diary's moods": diary,
    "import: what happened": calendar,
    "import: problem": lambda room: bring_in(room, content="<calls><call"),
    "imports": import_windows.imported,
    "no imports": import_windows.nothing_imported,
    "taking an import out": import_windows.taking_out,
    "plans": plan_windows.plans,
    "no plans": plan_windows.no_plans,
    "a new plan": plan_windows.new_plan,
    "a plan": plan_windows.a_plan,
    "a plan is moved": plan_windows.moving,
    "today: plans": with_plans,
    "twins": import_windows.twins,
    "no twins": import_windows.no_twins,
    "today: twins": import_windows.twins_on_today,
    "settings": settings,
    "settings of suggestions": settings_of_suggestions,
    "pause": pause,
    "rhythm": rhythm,
    "settings of rhythm": settings_of_rhythm,
    "settings of pauses": settings_of_pauses,
    "settings of look": settings_of_look,
    "settings of privacy": settings_of_privacy,
    "settings of privacy: no passphrase": lambda room: settings_of_privacy(room, encrypted=False),
    "passphrase": lambda room: passphrase(room, Flow.SET),
    "passphrase: recovery key": lambda room: passphrase(room, Flow.SET, 1),
    "passphrase: typed back": lambda room: passphrase(room, Flow.SET, 2),
    "passphrase: of now": lambda room: passphrase(room, Flow.TAKE_AWAY),
    "passphrase: another": lambda room: passphrase(room, Flow.CHANGE, 1),
    "passphrase: is set": passphrase_is_set,
    "settings of backups": settings_of_backups,
    "backups": safety_windows.backups,
    "no backups": safety_windows.no_backups,
    "going back": safety_windows.going_back,
    "going back: its passphrase": safety_windows.going_back_with_passphrase,
    "forgetting": safety_windows.forgetting,
    "delete everything": safety_windows.deleting,
    "not all deleted": safety_windows.deleted,
    "rescue": safety_windows.rescue,
    "rescue: the passphrase": safety_windows.rescue_with_passphrase,
    "about": about,
    "keys": keys,
    "recently deleted": deleted,
    **desktop_windows.WINDOWS,
}


def visible(window: QWidget) -> list[QWidget]:
    """The widgets of this window, or part of one, that can be seen, at least after scrolling."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible() and widget.window() is window.window()
    ]


def is_part(widget: QWidget) -> bool:
    """Whether it is the inside of another control, which has the name and the size."""
    parent = widget.parentWidget()
    inside = isinstance(parent, QComboBox | QAbstractSpinBox | QLineEdit)
    scroller = isinstance(widget, QScrollBar | QScrollArea | QMenuBar)
    return inside or scroller or widget.objectName().startswith("qt_")


def focusable(window: QWidget) -> list[QWidget]:
    """Where the keyboard or a click can put the focus."""
    return [
        widget
        for widget in visible(window)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isEnabled() and not is_part(widget)
    ]


def told(widget: QWidget) -> str:
    """Which one it is, for the list of what is wrong."""
    return f"{type(widget).__name__} {widget.objectName()!r}"


def name_of(widget: QWidget) -> str:
    """What a screen reader says."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


@pytest.mark.parametrize("make", WINDOWS.values(), ids=WINDOWS.keys())
def test_a_screen_reader_and_the_keys_find_their_way(room: Room, make: Callable[[Room], QWidget]) -> None:
    window = make(room)
    assert_all_that_takes_the_focus_has_a_name_and_is_large_enough(window)
    assert_each_access_key_means_one_thing(window)
    assert_no_label_shows_a_mark_for_a_key_it_does_not_have(window)
    assert problems_heard(window) == []


def assert_all_that_takes_the_focus_has_a_name_and_is_large_enough(window: QWidget) -> None:
    found = focusable(window)
    assert found
    assert [told(widget) for widget in found if not name_of(widget).strip()] == []
    small = [
        f"{told(widget)} {widget.width()}×{widget.height()}"
        for widget in found
        if min(widget.width(), widget.height())
        < (LEAST_BUTTON if isinstance(widget, QAbstractButton) else LEAST)
    ]
    assert small == []


def assert_each_access_key_means_one_thing(window: QWidget) -> None:
    texts: list[str] = []
    for widget in visible(window):
        if isinstance(widget, QMenuBar):
            texts += [action.text() for action in widget.actions()]
        elif isinstance(widget, QAbstractButton) or (isinstance(widget, QLabel) and widget.buddy()):
            texts.append(widget.text())
    assert shared_keys(texts) == {}


def shared_keys(texts: Iterable[str]) -> dict[str, list[str]]:
    """The access keys that are given more than once, with the texts that have them."""
    used: dict[str, list[str]] = {}
    for text in texts:
        for key in access_keys(text):
            used.setdefault(key, []).append(text)
    return {key: having for key, having in used.items() if len(having) > 1}


def assert_no_label_shows_a_mark_for_a_key_it_does_not_have(window: QWidget) -> None:
    labels = [widget for widget in visible(window) if isinstance(widget, QLabel)]
    plain = [label for label in labels if label.textFormat() != Qt.TextFormat.RichText]  # no marks in it
    assert [label.text() for label in plain if access_keys(label.text()) and not label.buddy()] == []


def access_keys(text: str) -> list[str]:
    """The letter after an ampersand that is no written one."""
    return [key.casefold() for key in re.findall(r"&([^&\s])", text.replace("&&", ""))]


def test_menus_give_each_access_key_once(room: Room) -> None:
    room.fill()
    window = main_window(room)
    for page in ("today", "log", "review", "letters"):
        window.show_page(page)
        for menu in (
            window.form.file_menu,
            window.form.edit_menu,
            window.form.view_menu,
            window.form.help_menu,
        ):
            assert shared_keys(action.text() for action in menu.actions()) == {}, menu.title()
