"""One of the user's own texts, while it is written."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QTextEdit, QWidget

from newsdesk.domain.changes import Changes
from newsdesk.domain.errors import NewsdeskError, StaleError
from newsdesk.domain.ids import SnippetId
from newsdesk.domain.snippet import Snippet
from newsdesk.ui.dialogs.fitted_dialog import FittedDialog
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.languages import LANGUAGES, language_name
from newsdesk.ui.lifetime import Lifetime
from newsdesk.ui.messages import words
from newsdesk.ui.widgets.buttons import link_button, primary_button, secondary_button
from newsdesk.ui.widgets.columns import add_columns
from newsdesk.ui.widgets.field_note import FieldNote
from newsdesk.ui.widgets.labelled import add_labelled, caption, label_for

if TYPE_CHECKING:
    from newsdesk.services.desk import Desk

_WIDTH = 560
_TEXT_PX, _FEWEST_LINES = 128, 4  # of the text
_EDGES_PX = 18
_UNSAVED = SnippetId(UUID(int=0))
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
PLACES = ("cursor", "selection", "headline", "dateline", "today", "date")
"""What is filled in when a snippet is inserted; see `insert_pieces.py`."""


def new_snippet(text_md: str = "", language: str | None = None) -> Snippet:
    """Return a snippet that is not stored yet."""
    return Snippet(id=_UNSAVED, name="", language=language, text_md=text_md)


class SnippetDialog(FittedDialog):
    """A form for one snippet; show it with `open()`.

    Signals:
        saved(Snippet): it is stored as it is now.
    """

    saved = Signal(object)

    def __init__(
        self,
        snippet: Snippet,
        languages: Sequence[str],
        store: Store,
        parent: QWidget | None = None,
    ) -> None:
        """`languages` are those of the house, which are offered first."""
        super().__init__(width=_WIDTH, parent=parent)
        self._snippet = snippet
        self._store = store
        self._lifetime = Lifetime(self)
        self._is_saving = False
        is_new = snippet.version == 0
        self.setObjectName("snippet_dialog")
        self.setWindowTitle(self.tr("New snippet") if is_new else self.tr("Snippet"))
        self._name = QLineEdit(snippet.name)
        self._name.setPlaceholderText(self.tr("Invitation to a briefing"))
        self._name_note = FieldNote(self._name)
        self._language = QComboBox()
        self._text = QTextEdit()  # the plain one aligns every paragraph to the left
        self._text_note = FieldNote(self._text)
        self._refusal = FieldNote()
        self._overwrite = link_button(self.tr("Save mine over it"))
        self._overwrite.hide()
        self._cancel = secondary_button(self.tr("Cancel"))
        self._save = primary_button(self.tr("&Save snippet"))
        self._save.setDefault(True)
        self._set_up_fields(languages)
        self._arrange()
        self._name.textEdited.connect(lambda: self._say(self._name_note, ""))
        self._text.textChanged.connect(lambda: self._say(self._text_note, ""))
        self._cancel.clicked.connect(self.reject)
        self._save.clicked.connect(self._on_save)
        self._overwrite.clicked.connect(self._on_overwrite)

    def reject(self) -> None:
        """Close without saving; not while a save is under way."""
        if not self._is_saving:
            super().reject()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Let Ctrl+Enter save while one writes the text."""
        if (
            watched is self._text
            and isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() in _ENTER
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self._on_save()
            return True
        return super().eventFilter(watched, event)

    def _set_up_fields(self, languages: Sequence[str]) -> None:
        self._language.addItem(self.tr("Any language"), None)
        own = self._snippet.language
        first = dict.fromkeys((*languages, *([own] if own else ())))
        for tag in (*first, *(tag for tag in LANGUAGES if tag not in first)):
            self._language.addItem(language_name(tag), tag)
        self._language.setCurrentIndex(self._language.findData(own) if own else 0)
        self._language.setMaxVisibleItems(14)
        self._text.setObjectName("snippet_text")
        self._text.setAcceptRichText(False)
        self._text.setTabChangesFocus(True)
        self._text.setPlainText(self._snippet.text_md)
        self._text.ensurePolished()
        lines = _FEWEST_LINES * self._text.fontMetrics().lineSpacing()
        self._text.setFixedHeight(max(_TEXT_PX, lines) + _EDGES_PX)
        self._text.installEventFilter(self)

    def _arrange(self) -> None:
        name, language = add_columns(self.column, 3, 2)
        add_labelled(name, self.tr("&Name"), self._name)
        name.addWidget(self._name_note)
        name.addStretch(1)
        add_labelled(language, self.tr("&Language"), self._language)
        language.addStretch(1)
        self.column.addWidget(label_for(self.tr("&Text, in Markdown"), self._text))
        self.column.addWidget(self._text)
        self.column.addWidget(self._text_note)
        places = ", ".join(f"{{{{{place}}}}}" for place in PLACES[1:])
        hint = self.tr("{{cursor}} is where one goes on writing. Filled in are {places}.")
        self.column.addWidget(caption(hint.replace("{places}", places)))
        self.column.addWidget(self._refusal)
        self.column.addWidget(self._overwrite, 0, Qt.AlignmentFlag.AlignLeading)
        self.column.addStretch(1)
        self.foot.addStretch(1)
        self.foot.addWidget(self._cancel)
        self.foot.addWidget(self._save)

    def _say(self, note: FieldNote, text: str) -> None:
        note.say(text)
        self.fit()

    def _entered(self) -> Snippet:
        return replace(
            self._snippet,
            name=self._name.text().strip(),
            language=self._language.currentData(),
            text_md=self._text.toPlainText(),
        )

    def _is_complete(self) -> bool:
        """Say what is missing, go there, and return whether nothing is."""
        if not self._name.text().strip():
            self._say(self._name_note, self.tr("Give it a name to find it by."))
            self._name.setFocus()
            return False
        if not self._text.toPlainText().strip():
            self._say(self._text_note, self.tr("There is nothing to insert yet."))
            self._text.setFocus()
            return False
        return True

    def _write(self, snippet: Snippet, *, over: bool) -> None:
        def work(desk: "Desk") -> "tuple[Snippet, Changes]":
            if snippet.version == 0:
                return desk.snippets.add(snippet.name, snippet.text_md, snippet.language)
            if not over:
                return desk.snippets.save(snippet)
            stored = next((one for one in desk.snippets.all() if one.id == snippet.id), None)
            if stored is None:
                return desk.snippets.add(snippet.name, snippet.text_md, snippet.language)
            return desk.snippets.save(replace(snippet, version=stored.version))

        self._set_saving(is_saving=True)
        guard = self._lifetime.guard
        self._store.change(work, guard(self._on_saved), guard(self._on_refused))

    def _set_saving(self, *, is_saving: bool) -> None:
        self._is_saving = is_saving
        self._save.setEnabled(not is_saving)
        self._overwrite.setEnabled(not is_saving)

    def _on_saved(self, snippet: Snippet) -> None:
        self._set_saving(is_saving=False)
        self.saved.emit(snippet)
        self.accept()

    def _on_refused(self, error: NewsdeskError) -> None:
        self._set_saving(is_saving=False)
        is_stale = isinstance(error, StaleError)
        self._overwrite.setVisible(is_stale)
        if is_stale:
            told = self.tr(
                "Somebody changed or removed this snippet after you opened it. What you typed is "
                "still here, and nothing was overwritten."
            )
            self._refusal.say(told, "warning")
        else:
            message = words(error)
            self._refusal.say(f"{message.title}. {message.text}")
        self.fit()

    @Slot()
    def _on_save(self) -> None:
        if not self._is_saving and self._is_complete():
            self._write(self._entered(), over=False)

    @Slot()
    def _on_overwrite(self) -> None:
        if not self._is_saving and self._is_complete():
            self._write(self._entered(), over=True)
