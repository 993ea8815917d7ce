"""What Today shows before the first entry: what to call her, three ways to begin, and the passphrase."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from reconnect_desktop.domain.errors import Invalid
from reconnect_desktop.domain.settings import HER_NAME, NAME_MOST
from reconnect_desktop.journal import Journal
from reconnect_desktop.language import tr
from reconnect_desktop.output.sentences import explain
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.forms.welcome import Ui_Welcome
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.today.offer import Offer

# As she is called in some of the places this is read; anything else can be typed.
NAMES = (
    "Mom",
    "Mum",
    "Mam",
    "Mama",
    "Mutti",
    "Mamá",
    "Maman",
    "Mamma",
    "Amma",
    "Ammi",
    "Ima",
    "Eomma",
    "Mother",
)
_DRAWN = 4.0  # the closeness of the picture: neither apart nor one


class Welcome(QWidget):
    """The way in.

    named: what she is called, as it was chosen. log_wanted, import_wanted, demo_wanted: one of the offers.
    """

    named = Signal(str)
    log_wanted = Signal()
    import_wanted = Signal()
    demo_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._name = tr(HER_NAME.default)
        self._background: Background | None = None
        self._journal: Journal | None = None
        self.form = Ui_Welcome()
        self.form.setupUi(self)
        self.form.picture.set_look(look)
        self.form.problem.hide()
        self.log_offer = self._offer(look, "plus", self.log_wanted)
        self.import_offer = self._offer(look, "import", self.import_wanted)
        self.demo_offer = self._offer(look, "search", self.demo_wanted)
        QWidget.setTabOrder(self.demo_offer, self.form.protect_button)
        self.form.protect_button.clicked.connect(self._set_passphrase)
        name = self.form.name
        name.addItems(list(dict.fromkeys((self._name, *NAMES))))
        name.setCompleter(None)  # type: ignore[arg-type]  # it takes None, and would else finish Ma… by itself
        line = name.lineEdit()
        assert line is not None
        line.setMaxLength(NAME_MOST)
        line.editingFinished.connect(self.keep_name)
        name.editTextChanged.connect(self._draw)
        name.activated.connect(self.keep_name)
        name.installEventFilter(self)
        self._say()
        self.show_name(self._name)

    def show_name(self, her_name: str) -> None:
        """What she is called now; what is being typed stays."""
        self._name = her_name
        if not self.form.name.hasFocus():
            self.form.name.setEditText(her_name)
        self._draw()

    def offer_passphrase(self, background: Background, journal: Journal | None) -> None:
        """Offer one for this journal, unless it has one."""
        self._background, self._journal = background, journal
        self.form.protect_button.setVisible(journal is not None and journal.key is None)

    def keep_name(self) -> bool:
        """Tell the name if it is another one; False, with a word about it, if it can't be one."""
        try:
            name = HER_NAME.read(self.form.name.currentText())
        except Invalid as error:
            self.form.problem.setText(explain(error))
            self.form.problem.show()
            return False
        self.form.problem.hide()
        if name != self._name:
            self._name = name
            self.named.emit(name)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The wheel scrolls the page: a name is not changed by passing over it."""
        if isinstance(watched, QComboBox) and event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _set_passphrase(self) -> None:
        from reconnect_desktop.views.encryption.encryption_dialog import EncryptionDialog
        from reconnect_desktop.views.encryption.flows import Flow

        background, journal = self._background, self._journal
        if background is not None and journal is not None:
            if EncryptionDialog.ask(self, self._look, background, journal, Flow.SET):
                self.log_offer.setFocus()
            self.offer_passphrase(background, journal)

    def _offer(self, look: Look, icon: str, wanted: object) -> Offer:
        offer = Offer(look, icon, self)
        self.form.offers.addWidget(offer)

        def take() -> None:
            if self.keep_name():
                wanted.emit()  # type: ignore[attr-defined]  # a bound signal
            else:
                self.form.name.setFocus()

        offer.clicked.connect(take)
        return offer

    def _say(self) -> None:
        self.log_offer.set_words(
            self.tr("&Log the last contact"), self.tr("When was it, and how close did it feel?")
        )
        self.import_offer.set_words(
            self.tr("&Bring history in"), self.tr("Calls from your phone's backup, or a file from before.")
        )
        self.demo_offer.set_words(
            self.tr("Look around with &sample data"),
            self.tr("Ten made-up years, in a journal of their own that is thrown away."),
        )

    def _draw(self) -> None:
        typed = " ".join(self.form.name.currentText().split()) or self._name
        self.form.picture.show_closeness(_DRAWN, None, (self.tr("You"), typed))
