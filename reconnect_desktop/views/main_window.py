"""The main window: side bar, pages, menus, and what was done with its way back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from reconnect_desktop.views.forms.main_window import Ui_MainWindow
from reconnect_desktop.views.lifetime import quit_program
from reconnect_desktop.views.preferences import PAGE, Preferences
from reconnect_desktop.views.side_bar import SideBar

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from reconnect_desktop.domain.action import Applied
    from reconnect_desktop.journal import Journal
    from reconnect_desktop.views.background import Background
    from reconnect_desktop.views.kit.look import Look
    from reconnect_desktop.views.kit.strip import Strip
    from reconnect_desktop.views.kit.toast import Toast
    from reconnect_desktop.views.menus import Menus
    from reconnect_desktop.views.page import Page
    from reconnect_desktop.views.said import Said


class MainWindow(QMainWindow):
    """One journal in one window. Its frame is painted at once; `complete` makes what is in it.

    quick_add_wanted, import_wanted, demo_wanted: asked for by menu, key or page; settings_wanted: the same, with the key of
    a section, or "". What is asked for by the menus alone is taken up in dialogs/wanted.py.
    retried: the journal could not be opened, and the user would like to try again. closed: the window is closing.
    """

    quick_add_wanted = Signal()
    import_wanted = Signal()
    settings_wanted = Signal(str)
    demo_wanted = Signal()
    retried = Signal()
    closed = Signal()

    def __init__(self, look: Look, background: Background, preferences: Preferences) -> None:
        super().__init__()
        self._look, self._background, self._preferences = look, background, preferences
        self._journal: Journal | None = None
        self._pages: dict[str, Any] = {}
        self._menus: Menus | None = None
        self._said: Said | None = None
        self.problem: Exception | None = None  # told since it was last asked for
        self.toast: Toast | None = None
        self.strip: Strip | None = None
        self.form = Ui_MainWindow()
        self.form.setupUi(self)
        self.form.pages.setFocus()  # keys go to the page, and nothing is marked before the first of them
        self.side_bar = SideBar(self.form, look, self)
        self._key = self._restore()
        self.side_bar.check(self._key)

    # What the composition root says

    def complete(self) -> None:
        """Make the page that was shown last time, the menus' actions, and the places for what is said."""
        from reconnect_desktop.views.kit.heard import be_heard
        from reconnect_desktop.views.look_menu import LookMenu
        from reconnect_desktop.views.said import Said

        be_heard()
        self._said = Said(self.form, self._look, self, self.retried.emit)
        self.toast, self.strip = self._said.toast, self._said.strip
        self.side_bar.chosen.connect(self.show_page)
        self.side_bar.follow(self)
        LookMenu(self.form.view_menu, self._look, self._preferences, self.show_page, self)
        self._connect_menus()
        self.show_page(self._key)

    def set_journal(self, journal: Journal | None) -> None:
        """Show this journal on every page."""
        self._journal = journal
        for page in self._pages.values():
            page.set_journal(journal)
        if self.strip is not None and journal is not None:
            self.strip.hide()
        if (page := self.form.pages.currentWidget()) is not None:
            page.show()
        if self._menus is not None:
            self._menus.set_journal(journal)
            if journal is not None and not self._pages:
                self.show_page(self._key)

    def show_applied(self, applied: Applied) -> None:
        """Redraw what changed, and say what was done where the screen does not."""
        if self._menus is not None:
            self._menus.steps.update()  # before the pages read, and this would have to wait for that
        for page in self._pages.values():
            page.refresh(applied)
        if self._menus is None or self.toast is None:
            return
        if applied.action is None:
            return
        if words := self._menus.steps.words_after(applied):
            self.toast.show_text(words, self.tr("Undo"), self._menus.steps.undo)
        else:
            self.toast.dismiss()

    def say(self, text: str, action: str | None = None, on_action: Callable[[], None] | None = None) -> None:
        """Say what was done, where there is nothing to take back; what could not be done before is past.

        action: what can be done about it, and what does it.
        """
        if self.toast is not None:
            self.toast.show_text(text, action, on_action)
        if self.strip is not None and self._journal is not None:
            self.strip.hide()

    def show_problem(self, error: Exception) -> None:
        """Say in one sentence what could not be done. What is no UserError is ours, and goes on to the hook."""
        from reconnect_desktop.domain.errors import UserError
        from reconnect_desktop.output.errors_in_words import explain

        if not isinstance(error, UserError):
            raise error
        self.problem = error
        if self._said is not None:
            self._said.tell_problem(explain(error), again=self._journal is None)
        if self._journal is None and (page := self.form.pages.currentWidget()) is not None:
            page.hide()  # empty cards would look as if the journal were

    def show_sample_notice(self) -> None:
        """Say, for as long as the window is open, that what it shows is made up and not kept."""
        from reconnect_desktop.views.kit.sample_notice import SampleNotice

        self.put_notice(SampleNotice(self))

    def put_notice(self, notice: QWidget) -> None:
        """Show this above every page, until it hides itself."""
        if self._said is not None:
            self._said.put(notice)

    def show_page(self, key: str) -> None:
        """Bring a page to the front, making it the first time."""
        if key not in self._pages:
            self._pages[key] = self._make_page(key)
        page = self._pages[key]
        if self._menus is not None:
            self._menus.show_page_actions(list(getattr(page, "menu_actions", ())))
        self.form.pages.setCurrentWidget(page)
        if not self.form.side_bar.isAncestorOf(self.focusWidget() or self):
            page.setFocus()  # from the keys; who walks the side bar stays there
        self.side_bar.check(key)
        self._key = key
        self._preferences.put(PAGE, key)
        self.setWindowTitle(self.tr("{page} – Reconnect").format(page=self.side_bar.word(key)))

    def prepare_page(self, key: str) -> None:
        """Make a page before it is asked for, if there is a journal it can show."""
        if self._journal is not None and key not in self._pages:
            self._pages[key] = self._make_page(key)

    def keep_now(self) -> Exception | None:
        """Keep what is being written on the pages; the error, if that could not be done, or another problem told since."""
        errors = [page.keep_now() for page in self._pages.values() if hasattr(page, "keep_now")]
        errors.append(self.problem)
        self.problem = None
        return next((error for error in errors if error is not None), None)

    def empty(self) -> None:
        """Let go of the journal and of everything that showed it; `set_journal` makes the page anew."""
        for page in self._pages.values():
            self.form.pages.removeWidget(page)
            page.deleteLater()
        self._pages.clear()
        if self._menus is not None and self._said is not None:
            self._menus.show_page_actions([])
            self._said.forget()
        self.set_journal(None)

    def page(self, key: str) -> Any:
        """The page, if it was shown already."""
        return self._pages.get(key)

    def cover(self, widget: QWidget | None) -> None:
        """Show this instead of everything else (pages, side bar, menus), or None: everything again.

        Only after the first paint. A cover is deleted when it is lifted or another takes its place; the title says nothing
        meanwhile, and of the menus' keys only those work that hide, lock, quit and open the guide.
        """
        from reconnect_desktop.views.kit.covering import cover

        cover(self, widget)
        if self._menus is not None:
            self._menus.set_off(widget is not None)

    # Inside

    def _make_page(self, key: str) -> Page:
        from reconnect_desktop.views.page import PAGES

        kind = next(kind for kind in PAGES if kind.key == key)
        page: Page = kind.make(self._look, self._background)
        cast("QWidget", page).setAccessibleName(self.side_bar.word(key))
        page.failed.connect(self.show_problem)
        for wanted in ("quick_add_wanted", "import_wanted", "demo_wanted", "settings_wanted"):
            if hasattr(page, wanted):
                getattr(page, wanted).connect(getattr(self, wanted))
        if hasattr(page, "said"):
            page.said.connect(self.say)
        if hasattr(page, "set_preferences"):
            page.set_preferences(self._preferences)
        if hasattr(page, "page_wanted"):
            page.page_wanted.connect(self._show_wanted)
        self.form.pages.addWidget(cast("QWidget", page))
        if self._journal is not None:
            page.set_journal(self._journal)
        return page

    def _show_wanted(self, key: str, matter: object) -> None:
        """Go to another page, and there to what the first page spoke of, if it was anything."""
        self.show_page(key)
        if matter is not None:
            self._pages[key].turn_to(matter)

    def _connect_menus(self) -> None:
        from reconnect_desktop.views.menus import Menus

        form = self.form
        self._menus = Menus(form, self, self._background)
        self._menus.steps.begun.connect(lambda: self.say(self.tr("One moment, this is a lot at once.")))
        self._menus.failed.connect(self.show_problem)
        form.add_button.setIcon(self._look.icon("plus", "on_accent"))
        form.add_button.setToolTip(self._menus.keys_of(form.log_action))
        form.add_button.clicked.connect(self.quick_add_wanted)
        form.log_action.triggered.connect(self.quick_add_wanted)
        form.import_action.triggered.connect(self.import_wanted)
        form.settings_action.triggered.connect(lambda: self.settings_wanted.emit(""))
        form.find_action.triggered.connect(self._find)
        form.quit_action.triggered.connect(quit_program)

    def _find(self) -> None:
        shown = self.form.pages.currentWidget()
        key = "ideas" if shown is not None and shown is self._pages.get("ideas") else "log"
        self.show_page(key)
        self._pages[key].find()

    def _restore(self) -> str:
        """Take the size and place of last time; returns the key of the page to begin with."""
        geometry = self._preferences.geometry("main")
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)
        kept = self._preferences.get(PAGE)
        return kept if self.side_bar.has(kept) else PAGE.default

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, as it does in dialogs; fields leave undo and redo to us."""
        from PySide6.QtCore import Qt
        from PySide6.QtGui import QKeySequence
        from PySide6.QtWidgets import QAbstractButton

        focus, keys = self.focusWidget(), QKeySequence.StandardKey
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focus, QAbstractButton):
            focus.click()
        elif event.matches(keys.Undo):
            self.form.undo_action.trigger()
        elif event.matches(keys.Redo):
            self.form.redo_action.trigger()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember size and place; a page that has something unsaved may ask to stay."""
        pages = [page for page in self._pages.values() if hasattr(page, "may_close")]
        if not all(page.may_close() for page in pages):
            event.ignore()
            return
        self._preferences.put_geometry("main", self.saveGeometry())
        self.closed.emit()
        event.accept()
