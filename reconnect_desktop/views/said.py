"""What is said in the main window beside its pages: what could not be done above them, what was done below."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMargins
from PySide6.QtWidgets import QWidget

from reconnect_desktop.views.forms.main_window import Ui_MainWindow
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.kit.place import Place
from reconnect_desktop.views.kit.strip import Strip
from reconnect_desktop.views.kit.toast import Toast


class Said:
    """Made after the first paint. strip: above the page; toast: below it."""

    def __init__(self, form: Ui_MainWindow, look: Look, window: QWidget, again: Callable[[], None]) -> None:
        self.toast, self.strip = Toast(look, window), Strip(look, window)
        self._above, below = Place(QMargins(24, 16, 24, 0)), Place(QMargins(24, 8, 24, 16))
        form.strip_place.addWidget(self._above)
        form.toast_place.addWidget(below)
        self._above.put(self.strip)
        below.put(self.toast)
        self.strip.retried.connect(again)

    def put(self, notice: QWidget) -> None:
        """Show this above the page, too."""
        self._above.put(notice)

    def tell_problem(self, sentence: str, *, again: bool) -> None:
        """Say what could not be done; again: it can be tried again."""
        self.strip.show_text(sentence, again=again)
        if not self.toast.offers():
            self.toast.dismiss()  # "Saved." of before would contradict it

    def forget(self) -> None:
        """Nothing that was said is there any more."""
        for one in (self.toast, self.strip):
            one.show_text("")
        self.toast.dismiss()
        self.strip.hide()
