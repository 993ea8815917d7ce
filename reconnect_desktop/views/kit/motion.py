"""What moves on the screen: little, shortly, and nothing where the user or the system wants it still."""

from __future__ import annotations

from PySide6.QtCore import QPropertyAnimation, Qt
from PySide6.QtWidgets import QApplication, QGraphicsOpacityEffect, QWidget

_SHORTLY = 140  # milliseconds

_still = False  # as the user chose; what the system says is asked each time


def keep_still(wanted: bool) -> None:
    """Move nothing from now on, not even the cursor in a field; or as the system has it again."""
    global _still  # noqa: PLW0603 - a choice for the whole process, as Qt's own effects are
    _still = wanted
    hints = QApplication.styleHints()
    hints.setCursorFlashTime(0 if wanted else -1)  # -1: the platform's own
    for effect in _OWN:
        if wanted:
            QApplication.setEffectEnabled(effect, False)


def may_move() -> bool:
    """Whether anything may move: neither the user nor the system is against it."""
    return not _still and QApplication.isEffectEnabled(Qt.UIEffect.UI_General)


def fade_in(widget: QWidget) -> None:
    """Let a widget that was just shown come up softly, where something may move."""
    if not may_move():
        return
    effect = QGraphicsOpacityEffect(widget)
    widget.setGraphicsEffect(effect)
    fading = QPropertyAnimation(effect, b"opacity", effect)
    fading.setDuration(_SHORTLY)
    fading.setStartValue(0.0)
    fading.setEndValue(1.0)
    fading.finished.connect(lambda: widget.setGraphicsEffect(None))  # type: ignore[arg-type]
    fading.start()


_OWN = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
    Qt.UIEffect.UI_AnimateToolBox,
)
