"""What a choice means, told below its words."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QRadioButton, QStyle, QStyleOptionButton

_AFTER = 8  # pixels to the next choice


def put_below(button: QRadioButton, label: QLabel) -> None:
    """Let the label begin where the words of the button above it do, as large as these are now."""
    button.ensurePolished()
    option = QStyleOptionButton()
    button.initStyleOption(option)
    words = button.style().subElementRect(QStyle.SubElement.SE_RadioButtonContents, option, button)
    label.setContentsMargins(words.left(), 0, 0, _AFTER)
