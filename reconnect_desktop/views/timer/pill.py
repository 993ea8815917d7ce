"""The small window that says for how long a contact has lasted, above all others."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QCloseEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from reconnect_desktop.domain.call_timer import TIMED
from reconnect_desktop.domain.measures import Medium
from reconnect_desktop.output.sentences import length_words, medium_word
from reconnect_desktop.views.forms.timer_pill import Ui_TimerPill
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.lifetime import is_leaving
from reconnect_desktop.views.locking.putting_away import SAYS_NOTHING

_ICONS = {Medium.CALL: "phone", Medium.VIDEO: "video", Medium.VISIT: "users"}
_AWAY = 24  # pixels from the edges of the screen, at first


class TimerPill(QWidget):
    """It takes no focus from the call, and can be dragged out of the way.

    stopped: the contact is over. dropped: it was not to be timed. medium_chosen: which it is.
    """

    heard_as = "Window"
    stopped = Signal()
    dropped = Signal()
    medium_chosen = Signal(Medium)

    def __init__(self, look: Look) -> None:
        flags = Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
        super().__init__(None, flags)
        self._look = look
        self._held: QPoint | None = None  # where the mouse took it
        self._placed: QPoint | None = None  # where the program has put it
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)  # it keeps no program alive
        self.setProperty(SAYS_NOTHING, True)  # but minutes
        self.form = Ui_TimerPill()
        self.form.setupUi(self)
        self.form.stop_button.clicked.connect(self.stopped)
        self._actions = self._fill_menu()

    def show_minutes(self, minutes: int, medium: Medium) -> None:
        """Say how long it has been, and what it is."""
        words = length_words(minutes)
        self.form.minutes.setText(words)
        self.setAccessibleName(self.tr("Call timer, {length}").format(length=words))
        button = self.form.medium_button
        button.setIcon(self._look.icon(_ICONS[medium], "accent"))
        button.setAccessibleName(self.tr("Being timed: {medium}").format(medium=medium_word(medium)))
        button.setToolTip(self.tr("What is being timed"))
        self._actions[medium].setChecked(True)
        self.adjustSize()

    def place(self, corner: QPoint | None) -> None:
        """Put it where it was moved to, if that is on a screen; else at the lower right: above, windows have their buttons."""
        screen = None if corner is None else self.screen().virtualSiblingAt(corner + self.rect().center())
        if corner is None or screen is None:
            self._go_to_corner()
        else:
            self.move(corner)

    @property
    def was_moved(self) -> bool:
        """Whether somebody has moved it; where windows cannot know their place (Wayland), nobody has."""
        return self.pos() != self._placed

    def _go_to_corner(self) -> None:
        room = self.screen().availableGeometry()
        away = QPoint(self.width() + _AWAY, self.height() + _AWAY)
        self._placed = room.bottomRight() - away
        self.move(self._placed)

    def _fill_menu(self) -> dict[Medium, QAction]:
        menu, group = QMenu(self), QActionGroup(self)
        actions: dict[Medium, QAction] = {}
        for medium in TIMED:
            action = menu.addAction(self._look.icon(_ICONS[medium]), medium_word(medium))
            action.setCheckable(True)
            action.triggered.connect(lambda _=False, medium=medium: self.medium_chosen.emit(medium))
            group.addAction(action)
            actions[medium] = action
        menu.addSeparator()
        menu.addAction(self._look.icon("x"), self.tr("Don't time this one"), self.dropped.emit)
        self.form.medium_button.setMenu(menu)
        return actions

    # As a window

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter stops, as in every window it does what stands out."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.stopped.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take it; where windows cannot place themselves (Wayland), the system moves it."""
        if event.button() is Qt.MouseButton.LeftButton:
            handle = self.windowHandle()
            if handle is None or not handle.startSystemMove():
                self._held = event.globalPosition().toPoint() - self.pos()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag it."""
        if self._held is not None:
            self.move(event.globalPosition().toPoint() - self._held)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Leave it there."""
        self._held = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With an hour there is more to say: it grows to the left, out of nobody's screen."""
        super().resizeEvent(event)
        if self._placed is not None and not self.was_moved:
            self._go_to_corner()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closed by the window manager: that ends the contact, and loses nothing. The program's end does not end it."""
        if is_leaving():
            return
        event.ignore()
        self.stopped.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Another size of text, another size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.adjustSize()
