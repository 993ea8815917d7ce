"""What this is, which version, and where the journal lies."""

from __future__ import annotations

import platform
from pathlib import Path

from PySide6 import __version__ as qt_version
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPixmap
from PySide6.QtWidgets import QDialog, QWidget

from reconnect_desktop import __version__
from reconnect_desktop.views.dialogs.dialog_size import size_for
from reconnect_desktop.views.forms.about_dialog import Ui_AboutDialog
from reconnect_desktop.views.kit.circles import paint_circles
from reconnect_desktop.views.kit.look import Look

_LETTERS = 34  # letters m of its width


class AboutDialog(QDialog):
    """Version, licences, and the journal's folder to copy."""

    def __init__(self, parent: QWidget | None, look: Look, folder: Path | None) -> None:
        super().__init__(parent)
        self.form = Ui_AboutDialog()
        self.form.setupUi(self)
        self.form.icon_label.setPixmap(_sign(look, self.devicePixelRatioF()))
        self.form.version_label.setText(self.tr("Version {version}").format(version=__version__))
        self.form.place_edit.setText(str(folder) if folder else "")
        self.form.place_head.setVisible(folder is not None)
        self.form.place_edit.setVisible(folder is not None)
        self.form.copy_button.clicked.connect(self._copy)
        self.form.close_button.setFocus()

    @classmethod
    def show_for(cls, parent: QWidget | None, look: Look, folder: Path | None) -> None:
        """Show it until it is closed."""
        dialog = cls(parent, look, folder)
        dialog.resize(dialog.sizeHint())
        dialog.exec()
        dialog.deleteLater()

    def sizeHint(self) -> QSize:
        """As high as the words, as far as the screen goes."""
        return size_for(self, self.form.form, self.form.bar, _LETTERS)

    def _copy(self) -> None:
        """Copy what helps with a question: versions only, no folder."""
        details = (
            f"Reconnect {__version__}\nPython {platform.python_version()}\nQt for Python {qt_version}\n"
            f"{platform.system()} {platform.release()}\n"
        )
        QGuiApplication.clipboard().setText(details)


def _sign(look: Look, ratio: float) -> QPixmap:
    pixmap = QPixmap(round(96 * ratio), round(64 * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_circles(painter, QRectF(0, 0, 96, 64), 5, look)
    painter.end()
    return pixmap
