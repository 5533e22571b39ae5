"""One way to reach a contact, as a row of the form."""

import re
from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLineEdit, QWidget

from newsdesk.domain.contact import ContactPoint, PointKind
from newsdesk.domain.fold import fold
from newsdesk.ui.contact_words import kind_name, typed_text
from newsdesk.ui.i18n import QT_TRANSLATE_NOOP, translate
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.buttons import icon_button
from newsdesk.ui.widgets.field_note import FieldNote
from newsdesk.ui.widgets.labelled import name_after

_SHORTEST, _LONGEST = 8, 15  # digits that can be dialled, E.164
_NOT_OF_A_NUMBER = re.compile(r"[^\d\s()+./–-]")  # here the extension begins
_ADDRESS = re.compile(r"[^@]+@[^@]+")
KIND_PX, NOTE_PX = 116, 132


def problem_of(kind: PointKind, text: str) -> str:
    """Return why this cannot be kept; empty if it can."""
    if kind is PointKind.EMAIL and text.strip() and not _ADDRESS.fullmatch(text.strip()):
        return _tr(QT_TRANSLATE_NOOP("Contacts", "An e-mail address has an @ in it."))
    return ""


def warning_of(kind: PointKind, text: str) -> str:
    """Return what may be wrong with it; it can be kept all the same."""
    text = text.strip()
    if kind is PointKind.WEB and text and "://" not in text:
        return _tr(
            QT_TRANSLATE_NOOP("Contacts", "Without https:// before it this is printed, not linked.")
        )
    if not kind.is_number or not text:
        return ""
    number = _NOT_OF_A_NUMBER.split(fold(text), maxsplit=1)[0]  # in Western digits
    digits = sum(map(str.isdigit, number))
    if not _SHORTEST <= digits <= _LONGEST:
        told = QT_TRANSLATE_NOOP("Contacts", "Digits: {n}. A number that works has 8 to 15.")
        return _tr(told).format(n=digits)
    if not number.lstrip("( ").startswith(("+", "00")):
        return _tr(
            QT_TRANSLATE_NOOP(
                "Contacts", "Without + and the code of its country it works at home only."
            )
        )
    return ""


def _tr(text: str) -> str:
    return translate("Contacts", text)


class ContactPointRow(QWidget):
    """Kind, number or address, a note, and whether it is public.

    Signals:
        edited(): the user changed something.
        removal_requested(): please take this row away.
    """

    edited = Signal()
    removal_requested = Signal()

    def __init__(
        self, point: ContactPoint | None, icons: Icons, parent: QWidget | None = None
    ) -> None:
        """Show `point`, or an empty row that guesses its kind from what is typed."""
        super().__init__(parent)
        self.setObjectName("contact_point")
        self._point = point
        self._guesses_kind = point is None
        self._kind = QComboBox()
        self._kind.setFixedWidth(KIND_PX)
        self._kind.setAccessibleName(self.tr("Kind"))
        for kind in PointKind:
            self._kind.addItem(kind_name(kind), kind)
        self._value = QLineEdit()
        self._value.setAccessibleName(self.tr("Number or address"))
        self._value.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._note = QLineEdit()
        self._note.setFixedWidth(NOTE_PX)
        self._note.setAccessibleName(self.tr("Note"))
        self._note.setPlaceholderText(self.tr("office hours"))
        self._public = QCheckBox(self.tr("Public"))
        self._public.setChecked(True)
        self._remove = icon_button(icons, "trash", self.tr("Remove this number or address"))
        self._words = FieldNote(self._value)
        self._lay_out()
        if point is not None:
            self._kind.setCurrentIndex(list(PointKind).index(point.kind))
            self._value.setText(typed_text(point))
            self._note.setText(point.usage or "")
            self._public.setChecked(point.public)
        self._kind.activated.connect(self._on_kind_chosen)
        self._kind.currentIndexChanged.connect(self._on_edited)
        self._value.textEdited.connect(self._on_typed)
        self._note.textEdited.connect(self._on_edited)
        self._public.toggled.connect(self._on_edited)
        self._remove.clicked.connect(self.removal_requested)
        self._name_buttons()
        self.check()

    def point(self) -> ContactPoint | None:
        """Return what stands here; a number that was typed anew has no `display`. None: nothing."""
        text = self._value.text().strip()
        if not text:
            return None
        usage, public = self._note.text().strip() or None, self._public.isChecked()
        old = self._point
        if old is not None and old.kind is self._chosen() and typed_text(old) == text:
            display = old.display or (old.value if old.kind.is_number else None)
            return replace(old, display=display, usage=usage, public=public)
        return ContactPoint(kind=self._chosen(), value=text, usage=usage, public=public)

    def _name_buttons(self) -> None:
        """Let screen readers say whose they are."""
        value = self._value.text().strip() or self.tr("empty")
        name_after(self._public, value)
        self._remove.setAccessibleName(self.tr("Remove: {value}").format(value=value))

    def check(self) -> bool:
        """Say what is wrong, or may be, and return whether it can be kept."""
        problem = problem_of(self._chosen(), self._value.text())
        if problem:
            self._words.say(problem)
        else:
            self._words.say(warning_of(self._chosen(), self._value.text()), "warning")
        return not problem

    def fields(self) -> tuple[QWidget, ...]:
        """Return what Tab goes through, in order."""
        return self._kind, self._value, self._note, self._public, self._remove

    def focus_value(self) -> None:
        self._value.setFocus()

    def _chosen(self) -> PointKind:
        return list(PointKind)[self._kind.currentIndex()]

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        for column, field in enumerate(self.fields()):
            grid.addWidget(field, 0, column)
        grid.addWidget(self._words, 1, 1, 1, 4)
        grid.setColumnStretch(1, 1)

    def _guess(self, text: str) -> None:
        kind = PointKind.EMAIL if "@" in text else None
        if text.strip().casefold().startswith(("http", "www.")):
            kind = PointKind.WEB
        if kind is not None:
            self._kind.setCurrentIndex(list(PointKind).index(kind))

    @Slot(int)
    def _on_kind_chosen(self, _index: int) -> None:
        self._guesses_kind = False

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        if self._guesses_kind:
            self._guess(text)
        self._on_edited()

    @Slot()
    def _on_edited(self) -> None:
        self._name_buttons()
        # what is not finished yet is not wrong yet: only a warning that is past goes at once
        if not problem_of(self._chosen(), self._value.text()):
            self._words.say(warning_of(self._chosen(), self._value.text()), "warning")
        self.edited.emit()
