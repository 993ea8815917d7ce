"""A secret on the clipboard: marked as one for those who keep what was copied, and taken off again."""

from __future__ import annotations

from hashlib import sha256
from typing import cast

from PySide6.QtCore import QByteArray, QCoreApplication, QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

KEPT_FOR = 30  # seconds
# What clipboard histories look at before they keep something: of KDE and kin, of macOS, of Windows.
_MARKS = {
    "x-kde-passwordManagerHint": b"secret",
    "application/x-nspasteboard-concealed-type": b"1",
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"1",
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': bytes(4),
    'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': bytes(4),
}


class CopiedSecret(QObject):
    """Takes the text off the clipboard after `KEPT_FOR` seconds and when the program ends, if it is still there.

    It keeps a digest, not the text.
    """

    def __init__(self, text: str, program: QCoreApplication) -> None:
        super().__init__(program)
        self._digest = sha256(text.encode()).digest()
        copied = QMimeData()
        copied.setText(text)
        for kind, mark in _MARKS.items():
            copied.setData(kind, QByteArray(mark))
        QGuiApplication.clipboard().setMimeData(copied)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(KEPT_FOR * 1000)
        self.timer.timeout.connect(self.clear)
        self.timer.start()
        program.aboutToQuit.connect(self.clear)

    def clear(self) -> None:
        """Take it off now; what was copied since stays."""
        clipboard = QGuiApplication.clipboard()
        if sha256(clipboard.text().encode("utf-8", "replace")).digest() == self._digest:
            clipboard.clear()
        self.timer.stop()
        self.deleteLater()


def copy_secret(text: str) -> None:
    """Put it on the clipboard, in the place of a secret that was copied before."""
    clear_secrets()
    CopiedSecret(text, _program())


def clear_secrets() -> None:
    """Take off the clipboard now what `copy_secret` put there."""
    for copied in _program().findChildren(CopiedSecret):
        copied.clear()


def clear_selection() -> None:
    """Take back what was marked in one of our windows, where the desktop lets that be pasted elsewhere."""
    clipboard = QGuiApplication.clipboard()
    if clipboard.ownsSelection():
        clipboard.clear(QClipboard.Mode.Selection)


def _program() -> QCoreApplication:
    return cast("QCoreApplication", QCoreApplication.instance())
