"""The settings: a list of sections at the side, the chosen one beside it; each choice counts at once."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from typing import NamedTuple

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QDialog, QDialogButtonBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from reconnect_desktop.journal import Journal
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.forms.settings_dialog import Ui_SettingsDialog
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.kit.names_aside import lie_above, stand_aside
from reconnect_desktop.views.kit.tab_order import focusable_before
from reconnect_desktop.views.preferences import Preferences
from reconnect_desktop.views.settings.kept import Kept

_LETTERS = 56  # letters m of the width it opens with
_ASIDE = 44  # from which on the list stands beside the section, and not above it


class Ending(IntEnum):
    """What is to be done after it was closed."""

    NOTHING = 0
    DELETION = 2  # of everything
    AGAIN = 3  # the program is to start anew


class Section(NamedTuple):
    """One section: its key, its name, and what makes it when it is first shown."""

    key: str
    name: str
    make: Callable[[], QWidget]


class SettingsDialog(QDialog):
    """Use `SettingsDialog.show_for`."""

    def __init__(
        self,
        parent: QWidget | None,
        look: Look,
        preferences: Preferences,
        journal: Journal,
        background: Background,
    ) -> None:
        super().__init__(parent)
        self._look, self._preferences, self._kept = look, preferences, Kept(journal)
        self._background = background
        self.is_sample = False
        self.form = Ui_SettingsDialog()
        self.form.setupUi(self)
        self._sections = self._make_sections()
        self._made: dict[str, tuple[QWidget, QScrollArea]] = {}
        self.form.sections.addItems([section.name for section in self._sections])
        self.form.sections.currentRowChanged.connect(self._show_row)
        for button in self.form.buttons.buttons():
            button.setProperty(
                "autoDefault", False
            )  # Enter in a field takes what it holds, and closes nothing
        self.form.sections.setCurrentRow(0)

    @classmethod
    def show_for(
        cls,
        parent: QWidget | None,
        look: Look,
        preferences: Preferences,
        journal: Journal,
        background: Background,
        *,
        section: str = "",
        sample: bool = False,
    ) -> Ending:
        """Show it until it is closed, at this section if one is named; what is still to be done then.

        sample: the journal is made up and not kept, so there is nothing to delete.
        """
        dialog = cls(parent, look, preferences, journal, background)
        dialog.is_sample = sample
        if section:
            dialog.turn_to(section)
        dialog.resize(dialog.sizeHint())
        ending = Ending(dialog.exec())
        dialog.deleteLater()
        return ending

    def turn_to(self, key: str) -> QWidget:
        """Show a section; returns its widget."""
        keys = [section.key for section in self._sections]
        self.form.sections.setCurrentRow(keys.index(key))
        return self._made[key][0]

    def _make_sections(self) -> tuple[Section, ...]:
        return (
            Section("her", self.tr("You and her"), self._make_her),
            Section("rhythm", self.tr("Rhythm"), self._make_rhythm),
            Section("suggestions", self.tr("Suggestions"), self._make_nudges),
            Section("notifications", self.tr("Notifications"), self._make_notifications),
            Section("pauses", self.tr("Pauses"), self._make_pauses),
            Section("privacy", self.tr("Privacy"), self._make_privacy),
            Section("backups", self.tr("Backups"), self._make_backups),
            Section("look", self.tr("Look"), self._make_look),
            Section("desktop", self.tr("Desktop"), self._make_desktop),
        )

    def _make_her(self) -> QWidget:
        from reconnect_desktop.views.settings.her_section import HerSection

        return HerSection(self._look, self._kept)

    def _make_rhythm(self) -> QWidget:
        from reconnect_desktop.views.settings.rhythm_section import RhythmSection

        return RhythmSection(self._look, self._kept)

    def _make_nudges(self) -> QWidget:
        from reconnect_desktop.views.settings.nudges_section import NudgesSection

        return NudgesSection(self._kept)

    def _make_notifications(self) -> QWidget:
        from reconnect_desktop.views.settings.notifications_section import NotificationsSection

        return NotificationsSection(self._kept, self._preferences, self._background)

    def _make_pauses(self) -> QWidget:
        from reconnect_desktop.views.settings.pauses_section import PausesSection

        return PausesSection(self._look, self._kept)

    def _make_privacy(self) -> QWidget:
        from reconnect_desktop.views.settings.privacy_section import PrivacySection

        section = PrivacySection(self._look, self._kept, self._background)
        section.deleting.setHidden(self.is_sample)
        section.deleting.wanted.connect(lambda: self.done(Ending.DELETION))
        return section

    def _make_backups(self) -> QWidget:
        from reconnect_desktop.views.settings.backups_section import BackupsSection

        return BackupsSection(self._look, self._kept, self._background)

    def _make_look(self) -> QWidget:
        from reconnect_desktop.views.settings.look_section import LookSection

        section = LookSection(self._look, self._preferences)
        section.language.again_wanted.connect(lambda: self.done(Ending.AGAIN))
        return section

    def _make_desktop(self) -> QWidget:
        from reconnect_desktop.views.settings.desktop_section import DesktopSection

        return DesktopSection(self._preferences, self._kept.journal.folder, self._background)

    def _show_row(self, row: int) -> None:
        section = self._sections[row]
        if section.key not in self._made:
            made = section.make()
            area = _scrolled(made)
            self._made[section.key] = made, area
            self.form.pages.addWidget(area)
        self.form.pages.setCurrentWidget(self._made[section.key][1])

    def focusNextPrevChild(self, forward: bool) -> bool:
        """From the list into the section and then to what closes, whatever was made since."""
        button, last = self.form.buttons.button(QDialogButtonBox.StandardButton.Close), focusable_before(self)
        if last is not button:
            QWidget.setTabOrder(last, button)
        return super().focusNextPrevChild(forward)

    # Size

    def sizeHint(self) -> QSize:
        """Comfortable at any size of text, as far as the screen goes."""
        width = self.fontMetrics().horizontalAdvance("m") * _LETTERS
        return QSize(width, round(width * 0.72)).boundedTo(self.screen().availableSize() * 0.9)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another arrangement."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Larger text needs more room."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "form"):
            self._arrange()

    def _arrange(self) -> None:
        form = self.form
        aside = self.width() >= self.fontMetrics().horizontalAdvance("m") * _ASIDE
        direction = QBoxLayout.Direction.LeftToRight if aside else QBoxLayout.Direction.TopToBottom
        form.row.setDirection(direction)
        margins = form.column.contentsMargins()
        if aside:
            stand_aside(form.sections)
        else:
            lie_above(form.sections, self.width() - margins.left() - margins.right())


def _scrolled(section: QWidget) -> QScrollArea:
    area, ground = QScrollArea(), QWidget()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    ground.setProperty("kind", "page")
    column = QVBoxLayout(ground)
    column.setContentsMargins(8, 8, 16, 8)
    column.addWidget(section)
    area.setWidget(ground)
    return area
