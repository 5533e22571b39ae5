"""A standing paragraph while it is written."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QTextEdit, QVBoxLayout, QWidget

from newsdesk.domain.boilerplate import Boilerplate, BoilerplateKind
from newsdesk.ui.boilerplate_words import boilerplate_kind_name
from newsdesk.ui.inspector.date_field import DateField
from newsdesk.ui.inspector.language_field import LanguageField
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.buttons import link_button, secondary_button
from newsdesk.ui.widgets.columns import add_columns
from newsdesk.ui.widgets.field_note import FieldNote
from newsdesk.ui.widgets.labelled import add_labelled, label_for


@dataclass(frozen=True, slots=True)
class TypedBoilerplate:
    """What stands in the form."""

    kind: BoilerplateKind
    language: str
    valid_from: date
    text_md: str


class BoilerplateForm(QWidget):
    """A new text, or the next version of one.

    Signals:
        save_requested(TypedBoilerplate): please store it.
        cancelled(TypedBoilerplate): the user does not want it, this being what was typed; None if
            nothing was.
    """

    save_requested = Signal(object)
    cancelled = Signal(object)

    def __init__(
        self, icons: Icons, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._today = today
        self._shown: TypedBoilerplate | None = None
        self._kind = QComboBox()
        for kind in BoilerplateKind:
            self._kind.addItem(boilerplate_kind_name(kind), kind)
        self._language = LanguageField()
        self._from = DateField(icons, today, is_optional=False)
        self._text = QTextEdit()  # the plain one aligns every paragraph to the left
        self._text.setObjectName("standing_text")
        self._text.setAcceptRichText(False)
        self._text.setTabChangesFocus(True)
        self._note = FieldNote(self._text)
        self._save = secondary_button(self.tr("&Save paragraph"))
        self._cancel = link_button(self.tr("Cancel"))
        self._arrange()
        self.setFocusProxy(self._text)
        self._text.textChanged.connect(lambda: self._note.say(""))
        self._save.clicked.connect(self._on_save)
        self._cancel.clicked.connect(self._on_cancel)

    def set_house_languages(self, languages: Sequence[str]) -> None:
        self._language.set_house_languages(languages)

    @property
    def is_edited(self) -> bool:
        return self._typed() != self._shown

    def write_new(self, language: str) -> None:
        """Begin with an empty text in this language."""
        self._show(TypedBoilerplate(BoilerplateKind.ABOUT, language, self._today(), ""))
        self._set_identity_enabled(is_enabled=True)

    def write_next(self, text: Boilerplate) -> None:
        """Begin with what the next version follows; kind and language are its own."""
        day = max(text.valid_from, self._today())
        self._show(TypedBoilerplate(text.kind, text.language, day, text.text_md))
        self._set_identity_enabled(is_enabled=False)

    def take_up(self, typed: TypedBoilerplate) -> None:
        """Go on with what was typed before it was cancelled."""
        self._fill(typed)

    def say(self, words: str) -> None:
        """Say what is wrong with it."""
        self._note.say(words)
        self._text.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self._on_cancel()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (
            event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self._on_save()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        columns = add_columns(layout, 1, 1, 1)
        for column, text, field in zip(
            columns,
            (self.tr("&Kind"), self.tr("&Language"), self.tr("Valid &from")),
            (self._kind, self._language, self._from),
            strict=True,
        ):
            add_labelled(column, text, field)
            column.addStretch(1)
        self._from.line.setAccessibleName(self.tr("Valid from"))
        layout.addWidget(label_for(self.tr("&Text, in Markdown"), self._text))
        layout.addWidget(self._text, 1)
        layout.addWidget(self._note)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self._save, self._cancel):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout.addSpacing(2)
        layout.addLayout(buttons)

    def _show(self, typed: TypedBoilerplate) -> None:
        self._fill(typed)
        self._shown = typed

    def _fill(self, typed: TypedBoilerplate) -> None:
        self._kind.setCurrentIndex(self._kind.findData(typed.kind))
        self._language.set_language(typed.language)
        self._from.set_day(typed.valid_from)
        self._text.setPlainText(typed.text_md)
        self._note.say("")

    def _typed(self) -> TypedBoilerplate:
        return TypedBoilerplate(
            BoilerplateKind(self._kind.currentData()),
            self._language.language(),
            self._from.day() or self._today(),
            self._text.toPlainText(),
        )

    def _set_identity_enabled(self, *, is_enabled: bool) -> None:
        self._kind.setEnabled(is_enabled)
        self._language.setEnabled(is_enabled)

    @Slot()
    def _on_save(self) -> None:
        if self._text.toPlainText().strip():
            self.save_requested.emit(self._typed())
        else:
            self.say(self.tr("There is nothing to print yet."))

    @Slot()
    def _on_cancel(self) -> None:
        self.cancelled.emit(self._typed() if self.is_edited else None)
