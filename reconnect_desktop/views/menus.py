"""The main window's menus: their keys, what can be done at the moment, and what the page that is shown adds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow

from reconnect_desktop.views.background import Background
from reconnect_desktop.views.forms.main_window import Ui_MainWindow
from reconnect_desktop.views.undo_steps import UndoSteps

if TYPE_CHECKING:
    from reconnect_desktop.journal import Journal

HIDE_KEY, LOCK_KEY = "F9", "Ctrl+L"  # in every window
_STANDARD = QKeySequence.StandardKey


class Menus(QObject):
    """Made after the first paint. failed: the UserError that was in the way of undoing or redoing.

    steps: undo and redo.
    """

    failed = Signal(object)

    def __init__(self, form: Ui_MainWindow, window: QMainWindow, background: Background) -> None:
        super().__init__(window)
        self._form, self._window = form, window
        self._separator = QAction(self)
        self._separator.setSeparator(True)
        self._page_actions: list[QAction] = []
        self.steps = UndoSteps(form.undo_action, form.redo_action, background, self)
        self.steps.failed.connect(self.failed)
        self._set_keys()
        self.set_journal(None)

    def set_journal(self, journal: Journal | None) -> None:
        """What needs a journal can be done on this one."""
        self.steps.set_journal(journal)
        form = self._form
        brings = (form.plans_action, form.import_action, form.imports_action, form.export_action)
        for action in (*brings, form.backups_action, form.settings_action, form.kept_action):
            action.setEnabled(journal is not None)

    def show_page_actions(self, actions: list[QAction]) -> None:
        """Put what can be done on a page into the Edit menu, in the place of the last page's."""
        for action in self._page_actions:
            self._form.edit_menu.removeAction(action)
        self._page_actions = [self._separator, *actions] if actions else []
        self._form.edit_menu.addActions(self._page_actions)

    def set_off(self, off: bool) -> None:
        """Nothing can be done by menu or by its keys, save to hide, to lock, to quit and to read the guide; or everything again."""
        for menu in self._form.menu_bar.actions():  # where the desktop shows them, hiding ours is not enough
            menu.setEnabled(not off)
        form = self._form
        for action in (form.hide_action, form.lock_action, form.quit_action, form.guide_action):
            self._window.addAction(action) if off else self._window.removeAction(action)

    @staticmethod
    def keys_of(action: QAction) -> str:
        """Its key as it stands in the menu."""
        return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)

    def _set_keys(self) -> None:
        form = self._form
        form.log_action.setShortcut(_STANDARD.New)
        form.timer_action.setShortcut(QKeySequence("Ctrl+T"))
        form.plans_action.setShortcut(QKeySequence("Ctrl+D"))
        form.undo_action.setShortcut(_STANDARD.Undo)
        form.redo_action.setShortcuts([QKeySequence(_STANDARD.Redo), QKeySequence("Ctrl+Y")])
        form.find_action.setShortcut(_STANDARD.Find)
        form.hide_action.setShortcut(QKeySequence(HIDE_KEY))
        form.lock_action.setShortcut(QKeySequence(LOCK_KEY))
        form.quit_action.setShortcut(QKeySequence("Ctrl+Q"))
        form.settings_action.setShortcut(QKeySequence("Ctrl+,"))
        form.import_action.setShortcut(QKeySequence("Ctrl+I"))
        form.export_action.setShortcut(QKeySequence("Ctrl+E"))
        form.guide_action.setShortcut(_STANDARD.HelpContents)
        form.keys_action.setShortcut(QKeySequence("Ctrl+?"))
