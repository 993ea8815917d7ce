"""The look of the program: theme, palette, style sheet, icons; follows the system where asked to."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from reconnect_desktop.output.theme import THEMES, Theme, load_theme
from reconnect_desktop.views.kit.icons import TintedIcon
from reconnect_desktop.views.kit.themes import style_sheet

CHOICES = ("system", *THEMES)
# For QApplication. Its setStyle would do, but answers with a QStyle, and making that class takes 5 ms.
STYLE_ARGUMENTS = ("-style", "Fusion")


class Look(QObject):
    """What everything that paints asks for its colours. The QApplication was made with `STYLE_ARGUMENTS`.

    changed: the theme or the size of text is another one; repaint what is painted by hand.
    """

    changed = Signal()

    def __init__(self, app: QApplication, choice: str = "system") -> None:
        super().__init__(app)
        self._app = app
        self._choice = choice
        self._colours: dict[str, QColor] = {}
        # Asked before our own palette is set. It follows the system where that names a colour scheme, too, and
        # asking for the scheme itself would touch the Qt namespace (see views/early.py).
        self._dark_system = app.palette().window().color().lightness() < 128
        self._contrast_system = False  # until `follow_contrast`
        self._points = app.font().pointSizeF()
        self.theme = self._wanted_theme()
        self._apply()
        app.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def choice(self) -> str:
        """What was chosen: one of `CHOICES`."""
        return self._choice

    def choose(self, choice: str) -> None:
        """Take one of the themes, or follow the "system" from now on."""
        self._choice = choice
        self._take(self._wanted_theme())

    def scale_text(self, factor: float) -> None:
        """Make all text `factor` times the system's size."""
        font = self._app.font()
        font.setPointSizeF(self._points * factor)
        self._app.setFont(font)
        self._apply()
        self.changed.emit()

    def colour(self, role: str) -> QColor:
        """The colour of a role: a key of the theme's colours. KeyError for any other."""
        if role not in self._colours:
            self._colours[role] = QColor.fromString(self.theme.colours[role])
        return self._colours[role]

    def icon(self, name: str, role: str = "text", on_role: str | None = None) -> QIcon:
        """`resources/icons/<name>.svg` in the colour of `role` (`on_role` while checked), now and after a change."""

        def colour(state: QIcon.State) -> QColor:
            return self.colour(on_role if on_role and state == QIcon.State.On else role)

        return QIcon(TintedIcon(name, colour))

    def follow_contrast(self) -> None:
        """Ask the system, too, whether it wants high contrast, now and after each change; once the first paint is done."""
        hints = getattr(self._app.styleHints(), "accessibility", None)  # since Qt 6.10
        if hints is None:
            return
        hints().contrastPreferenceChanged.connect(self._take_contrast)
        self._take_contrast(hints().contrastPreference())

    def _take_contrast(self, wanted: object) -> None:
        from PySide6.QtCore import Qt

        self._contrast_system = wanted == Qt.ContrastPreference.HighContrast
        self._take(self._wanted_theme())

    def _wanted_theme(self) -> Theme:
        if self._choice != "system":
            return load_theme(self._choice)
        ground = "dark" if self._dark_system else "light"
        return load_theme(f"{ground}_contrast" if self._contrast_system else ground)

    def _follow_system(self) -> None:
        from PySide6.QtCore import Qt

        scheme = self._app.styleHints().colorScheme()
        if scheme != Qt.ColorScheme.Unknown:
            self._dark_system = scheme == Qt.ColorScheme.Dark
        if self._choice == "system":
            self._take(self._wanted_theme())

    def _take(self, theme: Theme) -> None:
        if theme == self.theme:
            return
        self.theme = theme
        self._colours.clear()
        self._apply()
        self.changed.emit()

    def _apply(self) -> None:
        self._app.setPalette(self._palette())
        sheet = style_sheet(self.theme, self._app.font().pointSizeF())
        if sheet != self._app.styleSheet():
            self._app.setStyleSheet(sheet)

    def _palette(self) -> QPalette:
        palette = QPalette()
        for role, name in _PALETTE.items():
            palette.setColor(role, self.colour(name))
        for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("faint"))
        return palette


_Role = QPalette.ColorRole
_PALETTE: dict[QPalette.ColorRole, str] = {
    _Role.Window: "bg",
    _Role.WindowText: "text",
    _Role.Base: "surface",
    _Role.AlternateBase: "bg",
    _Role.Text: "text",
    _Role.PlaceholderText: "muted",
    _Role.Button: "surface",
    _Role.ButtonText: "text",
    _Role.BrightText: "on_accent",
    _Role.Highlight: "accent",
    _Role.HighlightedText: "on_accent",
    _Role.Accent: "accent",
    _Role.ToolTipBase: "surface",
    _Role.ToolTipText: "text",
    _Role.Link: "accent",
    _Role.LinkVisited: "accent",
    _Role.Light: "surface",
    _Role.Midlight: "line",
    _Role.Mid: "line",
    _Role.Dark: "control",
    _Role.Shadow: "control",
}
