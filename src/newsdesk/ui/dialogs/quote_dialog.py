"""Quoting somebody: who, what, and how it will stand in the text."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QTextEdit, QWidget

from newsdesk.domain.fold import fold
from newsdesk.domain.language import Direction, direction
from newsdesk.rendering.attributed_quote import Attribution, attributed_quote, speech_verbs
from newsdesk.services.speakers import Speaker
from newsdesk.ui.dialogs.fitted_dialog import FittedDialog
from newsdesk.ui.languages import language_name
from newsdesk.ui.widgets.buttons import primary_button, secondary_button
from newsdesk.ui.widgets.columns import add_columns
from newsdesk.ui.widgets.completing_field import Choice, CompletingField
from newsdesk.ui.widgets.field_note import FieldNote
from newsdesk.ui.widgets.labelled import add_labelled, caption, label_for

_WIDTH = 560
_WORDS_PX, _FEWEST_LINES = 80, 3  # of what was said
_EDGES_PX = 18
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class WrittenQuote:
    """What the dialog made."""

    text: str  # Markdown, one or more paragraphs
    newcomer: Speaker | None  # somebody who is to join the address book


class QuoteDialog(FittedDialog):
    """Builds the paragraph while it is filled in; show it with `open()`.

    Signals:
        quote_written(WrittenQuote): the user wants this in the text.
    """

    quote_written = Signal(object)

    def __init__(
        self,
        speakers: Sequence[Speaker],
        language: str,
        *,
        words: str = "",
        speaker: Speaker | None = None,
        can_add: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """Begin with what was selected in the text, and with whom one chose, if anybody.

        Args:
            language: of the release.
            can_add: whether somebody new may join the address book.
        """
        super().__init__(width=_WIDTH, parent=parent)
        self.setObjectName("quote_dialog")
        self.setWindowTitle(self.tr("Insert a quote"))
        self._language = language
        self._can_add = can_add
        self._is_name_left = False
        self._known = {fold(one.name) for one in speakers}
        self._name = CompletingField(marks_first=True, offer=self._as_typed)
        self._name.setPlaceholderText(self.tr("Name, as it is printed"))
        self._name.set_choices(
            [Choice(s.name, s, s.title, f"{s.title} {s.words}") for s in speakers]
        )
        self._name_note = FieldNote(self._name)
        self._title = QLineEdit()
        self._title.setPlaceholderText(self.tr("Role and office, as they are printed"))
        self._words = QTextEdit()  # the plain one aligns every paragraph to the left
        self._words_note = FieldNote(self._words)
        self._verb = QComboBox()
        self._joins = QCheckBox(self.tr("&Add to the address book"))
        self._paragraph = QLabel()
        self._cancel = secondary_button(self.tr("Cancel"))
        self._insert = primary_button(self.tr("&Insert quote"))
        self._insert.setDefault(True)
        self._set_up_fields(words)
        self._arrange(is_book_empty=not speakers)
        self._connect()
        if speaker is not None:
            self._take(speaker)
        else:
            self._name.setFocus()
        self._show()

    @property
    def paragraph(self) -> str:
        """The quote as it stands now; empty as long as something is missing."""
        who = Attribution(
            name=self._name.text().strip(),
            title=self._title.text().strip(),
            verb=self._verb.currentText().strip(),
        )
        words = self._words.toPlainText()
        if not who.name or not words.strip():
            return ""
        try:
            return attributed_quote(words, who, self._language)
        except ValueError:  # nothing but marks
            return ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Let Ctrl+Enter insert while one writes the words, and a chosen name be left for good."""
        if watched is self._name and isinstance(event, QFocusEvent) and event.gotFocus():
            # where no window manager is, the closed list of names gives its field the keyboard
            is_back = event.reason() is Qt.FocusReason.ActiveWindowFocusReason
            self._is_name_left = self._is_name_left and is_back
            if self._is_name_left:
                QTimer.singleShot(0, self, self._go_on)
        if (
            watched is self._words
            and isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() in _ENTER
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self._on_insert()
            return True
        return super().eventFilter(watched, event)

    # How it is made -------------------------------------------------------------------------

    def _set_up_fields(self, words: str) -> None:
        self._words.setObjectName("quote_words")
        self._words.setAcceptRichText(False)
        self._words.setTabChangesFocus(True)
        self._words.setPlainText(words)
        self._words.ensurePolished()
        lines = _FEWEST_LINES * self._words.fontMetrics().lineSpacing()
        self._words.setFixedHeight(max(_WORDS_PX, lines) + _EDGES_PX)
        self._words.setPlaceholderText(
            self.tr("What was said; the quotation marks come by themselves")
        )
        self._words.installEventFilter(self)
        self._name.installEventFilter(self)
        self._verb.addItems(speech_verbs(self._language))
        self._verb.setEditable(True)
        self._verb.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        is_rtl = direction(self._language) is Direction.RIGHT_TO_LEFT
        sides = Qt.LayoutDirection
        self._paragraph.setLayoutDirection(sides.RightToLeft if is_rtl else sides.LeftToRight)
        self._paragraph.setObjectName("quote_paragraph")
        self._paragraph.setAccessibleName(self.tr("The quote as it is printed"))
        self._paragraph.setTextFormat(Qt.TextFormat.PlainText)
        self._paragraph.setWordWrap(True)
        self._joins.hide()

    def _arrange(self, *, is_book_empty: bool) -> None:
        add_labelled(self.column, self.tr("&Who"), self._name)
        if is_book_empty:
            self.column.addWidget(
                caption(self.tr("The address book is empty. Type a name; it can be added there."))
            )
        self.column.addWidget(self._name_note)
        self.column.addWidget(self._joins)
        beside = add_columns(self.column, 2, 1) if self._verb.count() else None
        title, verb = beside if beside else (self.column, None)
        add_labelled(title, self.tr("&Title"), self._title)
        if verb is not None:
            add_labelled(verb, self.tr("&Verb"), self._verb)
        self.column.addWidget(label_for(self.tr("&Quote"), self._words))
        self.column.addWidget(self._words)
        self.column.addWidget(self._words_note)
        self.column.addSpacing(8)
        in_language = self.tr("In the text, in {language}")
        self.column.addWidget(caption(in_language.format(language=language_name(self._language))))
        self.column.addWidget(self._paragraph)
        self.column.addStretch(1)
        self.foot.addStretch(1)
        self.foot.addWidget(self._cancel)
        self.foot.addWidget(self._insert)

    def _connect(self) -> None:
        self._name.choice_made.connect(self._on_choice)
        self._name.text_entered.connect(self._go_on)
        self._name.left_by_escape.connect(self.reject)
        self._name.textChanged.connect(self._show)
        self._title.textChanged.connect(self._show)
        self._words.textChanged.connect(self._show)
        self._verb.currentTextChanged.connect(self._show)
        self._cancel.clicked.connect(self.reject)
        self._insert.clicked.connect(self._on_insert)

    # What is done ---------------------------------------------------------------------------

    def _as_typed(self, text: str) -> Choice:
        return Choice(
            self.tr("“{name}”, as typed").format(name=text), text, self.tr("In no address book yet")
        )

    @Slot(object)
    def _on_choice(self, value: object) -> None:
        self._take(value if isinstance(value, Speaker) else Speaker(name=str(value)))

    def _take(self, speaker: Speaker) -> None:
        self._name.setText(speaker.name)
        if speaker.title:
            self._title.setText(speaker.title)
            self._title.setCursorPosition(0)
        self._is_name_left = True
        self._go_on()

    @Slot()
    def _go_on(self) -> None:
        """Go to what is missing next."""
        if not self._title.text().strip():
            self._title.setFocus()
        elif not self._words.toPlainText().strip():
            self._words.setFocus()
        else:
            self._insert.setFocus()

    @Slot()
    def _show(self) -> None:
        name = self._name.text().strip()
        self._joins.setVisible(self._can_add and bool(name) and fold(name) not in self._known)
        if name:
            self._name_note.say("")
        if self._words.toPlainText().strip():
            self._words_note.say("")
        self._paragraph.setText(self.paragraph or self.tr("Say who is quoted and what was said."))
        self._paragraph.setEnabled(bool(self.paragraph))
        self.fit()

    @Slot()
    def _on_insert(self) -> None:
        name = self._name.text().strip()
        if not name:
            self._name_note.say(self.tr("Say who is quoted."))
            self._name.setFocus()
        elif not self.paragraph:
            self._words_note.say(self.tr("There is nothing to quote yet."))
            self._words.setFocus()
        else:
            joins = self._joins.isVisible() and self._joins.isChecked()
            newcomer = Speaker(name=name, title=self._title.text().strip()) if joins else None
            written = WrittenQuote(self.paragraph, newcomer)
            self.accept()
            self.quote_written.emit(written)
