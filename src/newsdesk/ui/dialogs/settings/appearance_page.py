"""How the window looks on this machine."""

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QLabel, QSlider, QWidget

from newsdesk.services.preferences import Preferences, ThemeChoice
from newsdesk.ui.dialogs.settings.settings_page import SettingsPage
from newsdesk.ui.dialogs.settings.theme_card import ThemeCard
from newsdesk.ui.theme.fonts import MONO_FAMILIES, mono_font
from newsdesk.ui.theme.theme_controller import ThemeController
from newsdesk.ui.widgets.columns import add_columns
from newsdesk.ui.widgets.labelled import add_labelled, label_for

_SIZES = (11, 12, 13, 14, 15, 16, 18, 20, 22, 24, 28, 32)
_SMALLEST, _LARGEST, _STEP = 80, 200, 5  # percent


class AppearancePage(SettingsPage):
    """Theme, size of texts, typeface of the editor: each choice is seen at once.

    Signals:
        preferences_edited(Preferences): the user chose something.
    """

    preferences_edited = Signal(object)

    def __init__(
        self, preferences: Preferences, themes: ThemeController, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Appearance"), parent=parent)
        self._preferences = preferences
        self._themes = themes
        self._cards = QButtonGroup(self)
        self._choices = tuple(ThemeChoice)
        self._scale = QSlider(Qt.Orientation.Horizontal)
        self._scale.setObjectName("text_scale")
        self._scale.setRange(_SMALLEST // _STEP, _LARGEST // _STEP)
        self._scale.setPageStep(20 // _STEP)
        self._scale.setTracking(False)  # the whole window is drawn anew: once it is let go
        self._percent = QLabel()
        self._font = QComboBox()
        self._font.setObjectName("editor_font")
        self._size = QComboBox()
        self._size.setObjectName("editor_font_px")
        self._sample = QLabel(
            self.tr(
                "## What changes for residents\n\n"
                "- Night-time noise falls by *about half*\n"
                "- Ferries leave **every 20 minutes**"
            )
        )
        self._sample.setObjectName("editor_sample")
        self._sample.setTextFormat(Qt.TextFormat.PlainText)
        self._arrange()
        self._fill()
        self.set_preferences(preferences)
        self._cards.idClicked.connect(self._on_theme)
        self._scale.sliderMoved.connect(self._show_percent)
        self._scale.valueChanged.connect(self._on_scale)
        self._font.activated.connect(self._on_font)
        self._size.activated.connect(self._on_font)
        self.finish()

    def set_preferences(self, preferences: Preferences) -> None:
        self._preferences = preferences
        self._cards.button(self._choices.index(preferences.theme)).setChecked(True)
        steps = round(preferences.text_scale * 100 / _STEP)
        with QSignalBlocker(self._scale):
            self._scale.setValue(steps)
        self._show_percent(steps)
        _choose(self._font, preferences.editor_font, preferences.editor_font)
        _choose(self._size, preferences.editor_font_px, self._px(preferences.editor_font_px))
        self._show_sample()

    def _arrange(self) -> None:
        names = {
            ThemeChoice.SYSTEM: self.tr("As the system"),
            ThemeChoice.LIGHT: self.tr("Light"),
            ThemeChoice.DARK: self.tr("Dark"),
        }
        light, dark = self._themes.named("light"), self._themes.named("dark")
        pictures = {
            ThemeChoice.SYSTEM: (light, dark),
            ThemeChoice.LIGHT: (light,),
            ThemeChoice.DARK: (dark,),
        }
        cards = QHBoxLayout()
        cards.setSpacing(16)
        for number, choice in enumerate(self._choices):
            card = ThemeCard(names[choice], pictures[choice], self._themes)
            card.setAccessibleName(self.tr("Theme: {name}").format(name=names[choice]))
            self._cards.addButton(card, number)
            cards.addWidget(card)
        cards.addStretch(1)
        theme = QLabel(self.tr("Theme"))
        theme.setProperty("role", "label")
        self.column.addWidget(theme)
        self.column.addLayout(cards)
        self.column.addSpacing(16)
        self.column.addWidget(label_for(self.tr("Size of &texts"), self._scale))
        sizes = QHBoxLayout()
        sizes.setSpacing(12)
        sizes.addWidget(self._scale, 1)
        sizes.addWidget(self._percent)
        self.column.addLayout(sizes)
        self.column.addSpacing(16)
        font, size = add_columns(self.column, 2, 1)
        add_labelled(font, self.tr("Typeface of the &editor"), self._font)
        add_labelled(size, self.tr("&Size"), self._size)
        self.column.addWidget(self._sample)

    def _fill(self) -> None:
        self._font.addItem(self.tr("newsdesk’s own"), "")
        self._font.setItemData(0, mono_font(13), Qt.ItemDataRole.FontRole)
        for family in QFontDatabase.families():
            if QFontDatabase.isFixedPitch(family) and family != MONO_FAMILIES[0]:
                self._font.addItem(family, family)
                self._font.setItemData(
                    self._font.count() - 1, QFont(family), Qt.ItemDataRole.FontRole
                )
        for px in _SIZES:
            self._size.addItem(self._px(px), px)

    def _px(self, px: int) -> str:
        return self.tr("{size} px").format(size=px)

    def _edit(self, preferences: Preferences) -> None:
        if preferences != self._preferences:
            self._preferences = preferences
            self.preferences_edited.emit(preferences)

    def _show_sample(self) -> None:
        font = mono_font(self._preferences.editor_font_px, self._preferences.editor_font)
        families = ", ".join(f"'{family}'" for family in font.families())
        self._sample.setStyleSheet(  # the window's sheet sets a size, which is stronger than a font
            f"font-family: {families}; font-size: {self._preferences.editor_font_px}px;"
        )

    @Slot(int)
    def _show_percent(self, steps: int) -> None:
        self._percent.setText(self.tr("{percent} %").format(percent=steps * _STEP))

    @Slot(int)
    def _on_theme(self, number: int) -> None:
        self._draw(replace(self._preferences, theme=self._choices[number]))

    @Slot(int)
    def _on_scale(self, steps: int) -> None:
        self._show_percent(steps)
        self._draw(replace(self._preferences, text_scale=steps * _STEP / 100))

    def _draw(self, preferences: Preferences) -> None:
        if preferences != self._preferences:
            self._themes.choose(preferences.theme, text_scale=preferences.text_scale)
        self._edit(preferences)

    @Slot()
    def _on_font(self) -> None:
        family, px = self._font.currentData(), self._size.currentData()
        self._edit(replace(self._preferences, editor_font=family, editor_font_px=px))
        self._show_sample()


def _choose(field: QComboBox, value: object, text: str) -> None:
    """Choose a value in a field that offers it; it may be one that nobody thought of."""
    if field.findData(value) < 0:
        field.addItem(text, value)
    field.setCurrentIndex(field.findData(value))
