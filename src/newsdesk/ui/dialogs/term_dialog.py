"""One term: its names, its colour, whether it is offered."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QToolButton,
    QWidget,
)

from newsdesk.domain.vocabulary import OF_STANDARDS, TermColour, TermEntry
from newsdesk.ui.dialogs.column_page import wrapped
from newsdesk.ui.dialogs.fitted_dialog import FittedDialog
from newsdesk.ui.i18n import QT_TRANSLATE_NOOP, translate
from newsdesk.ui.languages import LANGUAGES, language_name
from newsdesk.ui.theme.theme_controller import ThemeController
from newsdesk.ui.widgets.buttons import link_button, primary_button, secondary_button
from newsdesk.ui.widgets.field_note import FieldNote
from newsdesk.ui.widgets.labelled import caption, label_for

_WIDTH = 480
_SWATCH, _DOT = 32, 16
_COLOURS = {
    TermColour.RED: QT_TRANSLATE_NOOP("Colours", "Red"),
    TermColour.ORANGE: QT_TRANSLATE_NOOP("Colours", "Orange"),
    TermColour.YELLOW: QT_TRANSLATE_NOOP("Colours", "Yellow"),
    TermColour.GREEN: QT_TRANSLATE_NOOP("Colours", "Green"),
    TermColour.TEAL: QT_TRANSLATE_NOOP("Colours", "Teal"),
    TermColour.BLUE: QT_TRANSLATE_NOOP("Colours", "Blue"),
    TermColour.VIOLET: QT_TRANSLATE_NOOP("Colours", "Violet"),
    TermColour.PINK: QT_TRANSLATE_NOOP("Colours", "Pink"),
}


@dataclass(frozen=True, slots=True)
class TermChange:
    """What the user wants a term to be."""

    names: dict[str, str]  # language -> name; empty: no longer any
    colour: TermColour | None
    is_active: bool


class TermDialog(FittedDialog):
    """A form for one term; show it with `open()`.

    Signals:
        change_requested(TermChange): please store this.
    """

    change_requested = Signal(object)

    def __init__(
        self,
        entry: TermEntry,
        languages: Sequence[str],
        themes: ThemeController,
        parent: QWidget | None = None,
    ) -> None:
        """`languages` are those of the house, which are offered first."""
        super().__init__(width=_WIDTH, parent=parent)
        self.setObjectName("term_dialog")
        self.setWindowTitle(self.tr("Term"))
        self._entry = entry
        self._languages = tuple(dict.fromkeys((*languages, *LANGUAGES)))
        self._names: list[tuple[QComboBox | str, QLineEdit]] = []
        self._grid = QGridLayout()
        self._note = FieldNote()
        self._more = link_button(self.tr("Add a name in another language"))
        self._colours = QButtonGroup(self)
        self._offered = QCheckBox(self.tr("&Offer it for releases"))
        self._save, self._cancel = (
            primary_button(self.tr("&Save")),
            secondary_button(self.tr("Cancel")),
        )
        self._arrange(themes)
        self._more.clicked.connect(self._on_more)
        self._save.clicked.connect(self._on_save)
        self._cancel.clicked.connect(self.reject)
        self._names[0][1].setFocus()
        self._names[0][1].selectAll()

    def _arrange(self, themes: ThemeController) -> None:
        entry = self._entry
        self.column.addWidget(wrapped(next(iter(entry.term.names.values())), "title"))
        said = self.tr("Filed under it: %Ln release(s).", "", entry.uses)
        if entry.term.scheme in OF_STANDARDS:
            said += " " + self.tr("Its names come with its vocabulary ({0}).").format(
                entry.term.qcode
            )
        self.column.addWidget(caption(said))
        self.column.addSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(6)
        self.column.addLayout(self._grid)
        for language, name in entry.term.names.items():
            self._add_name(language, name)
        self.column.addWidget(self._note)
        self.column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeading)
        self.column.addSpacing(8)
        swatches = self._swatches(themes)
        self.column.addWidget(label_for(self.tr("Colour in lists"), swatches))
        self.column.addWidget(swatches)
        self.column.addSpacing(8)
        self._offered.setChecked(entry.term.active)
        self.column.addWidget(self._offered)
        self.column.addWidget(
            caption(self.tr("One that is not offered any more stays where it is used."))
        )
        self.column.addStretch(1)
        self._save.setDefault(True)
        self.foot.addWidget(self._cancel)
        self.foot.addStretch(1)
        self.foot.addWidget(self._save)

    def _add_name(self, language: str, name: str) -> QLineEdit:
        row = len(self._names)
        field = QLineEdit(name)
        field.setReadOnly(self._entry.term.scheme in OF_STANDARDS)
        label = label_for(self._language_name(language), field)
        self._grid.addWidget(label, row, 0)
        self._grid.addWidget(field, row, 1)
        self._names.append((language, field))
        return field

    def _language_name(self, language: str) -> str:
        return language_name(language) if language != "und" else self.tr("Any language")

    def _swatches(self, themes: ThemeController) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for number, colour in enumerate((None, *TermColour)):
            button = QToolButton()
            button.setCheckable(True)
            button.setFixedSize(_SWATCH, _SWATCH)
            button.setIconSize(QSize(_DOT, _DOT))
            name = (
                self.tr("No colour") if colour is None else translate("Colours", _COLOURS[colour])
            )
            button.setToolTip(name)
            button.setAccessibleName(name)
            button.setIcon(_dot(themes, colour))
            button.setChecked(colour is self._entry.colour)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._colours.addButton(button, number)
            layout.addWidget(button)
        layout.addStretch(1)
        return row

    @Slot()
    def _on_more(self) -> None:
        """Offer a field for a name in a language that has none yet."""
        row, field, choice = len(self._names), QLineEdit(), QComboBox()
        taken = {tag for tag, _ in self._entered()}
        for tag in self._languages:
            if tag not in taken:
                choice.addItem(language_name(tag), tag)
        choice.setAccessibleName(self.tr("Language of the name"))
        field.setAccessibleName(self.tr("Name"))
        self._grid.addWidget(choice, row, 0)
        self._grid.addWidget(field, row, 1)
        self._names.append((choice, field))
        self.fit()
        field.setFocus()

    def _entered(self) -> list[tuple[str, str]]:
        return [
            (one if isinstance(one, str) else one.currentData(), field.text().strip())
            for one, field in self._names
        ]

    @Slot()
    def _on_save(self) -> None:
        names = dict(self._entered())
        if not any(names.values()):
            self._note.say(
                self.tr("A term needs a name. To take it away, close this and remove it.")
            )
            self.fit()
            return
        number = self._colours.checkedId()
        colour = None if number <= 0 else list(TermColour)[number - 1]
        self.accept()
        self.change_requested.emit(TermChange(names, colour, self._offered.isChecked()))


def _dot(themes: ThemeController, colour: TermColour | None) -> QIcon:
    picture = QPixmap(QSize(2 * _DOT, 2 * _DOT))
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if colour is None:
        painter.setPen(themes.theme.colour("line2"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(themes.theme.colour(f"term_{colour}"))
    painter.drawEllipse(QRectF(2, 2, _DOT - 4, _DOT - 4))
    painter.end()
    return QIcon(picture)
