"""What is so from now on, and what became of the backups of before."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from reconnect_desktop.views.encryption.flow_words import backups_words, opens_words, words_of
from reconnect_desktop.views.encryption.flows import Flow
from reconnect_desktop.views.forms.done_step import Ui_DoneStep

_NEW_KEYS = (Flow.SET, Flow.DATA_KEY)


class DoneStep(QWidget):
    """The end of the dialog. The offer to delete plain backups is in `form.plain_backups`."""

    def __init__(self, flow: Flow, parent: QWidget | None = None, *, recovery: bool) -> None:
        super().__init__(parent)
        self.form = Ui_DoneStep()
        self.form.setupUi(self)
        self.form.title.setText(words_of(flow).done)
        self.form.opens.setText(opens_words(recovery=recovery))
        self.form.opens.setVisible(flow in _NEW_KEYS)
        self.form.about.setText(backups_words(flow))
        self.form.about.setVisible(bool(self.form.about.text()))
