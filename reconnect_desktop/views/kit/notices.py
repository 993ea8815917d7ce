"""The two things that may be said above a form: a problem, and a quiet notice; each made when first needed."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from reconnect_desktop.views.kit.look import Look

if TYPE_CHECKING:  # What is not seen at first is loaded when it is.
    from reconnect_desktop.views.kit.strip import Strip
    from reconnect_desktop.views.kit.toast import Toast


class Notices:
    """Fills `place` as needed; `changed` is called when one of them goes by its own button, `again` to try again."""

    def __init__(
        self, look: Look, place: QVBoxLayout, changed: Callable[[], None], again: Callable[[], None]
    ) -> None:
        self._look, self._place, self._changed, self._again = look, place, changed, again

    @cached_property
    def strip(self) -> Strip:
        """Where a problem is told."""
        from reconnect_desktop.views.kit.strip import Strip

        strip = Strip(self._look)
        strip.close_button.clicked.connect(self._changed)
        strip.retried.connect(self._again)
        self._add(strip)
        return strip

    @cached_property
    def notice(self) -> Toast:
        """Where a draft is told of."""
        from reconnect_desktop.views.kit.toast import Toast

        notice = Toast(self._look)
        notice.dismissed.connect(self._changed)
        self._add(notice)
        return notice

    def hide(self, *names: str) -> None:
        """Hide "strip", "notice" or both, if they were ever shown."""
        for name in names:
            if name in self.__dict__:
                getattr(self, name).hide()

    @property
    def height(self) -> int:
        """What they take at the moment."""
        return 0 if self._place.isEmpty() else self._place.sizeHint().height()

    def _add(self, widget: QWidget) -> None:
        self._place.setContentsMargins(24, 16, 24, 0)
        self._place.addWidget(widget)
