"""One standing paragraph of a release."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from newsdesk.domain.boilerplate import Boilerplate, BoilerplateKind, ReleaseBoilerplate
from newsdesk.rendering.opening import opening
from newsdesk.ui.boilerplate_words import boilerplate_kind_name, menu_text
from newsdesk.ui.inspector.foldable_row import FoldableRow, RowHead
from newsdesk.ui.languages import language_name
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.elided_button import ElidedButton
from newsdesk.ui.widgets.field_note import FieldNote
from newsdesk.ui.widgets.growing_text import GrowingText
from newsdesk.ui.widgets.labelled import add_labelled, caption, name_after

_LONGEST_NAME = 40  # characters of a text that tell it from others


class BoilerplateRow(FoldableRow):
    """Kind and first words; opened, the text as this release prints it.

    Signals:
        text_edited(str): the user changed the text on this release.
        text_chosen(Boilerplate): the user wants this text of the newsroom in its place.
        keeping_requested(): please keep the text for later releases.
        language_confirmed(): the text is right as it is, though it began in another language.
    """

    text_edited = Signal(str)
    text_chosen = Signal(object)
    keeping_requested = Signal()
    language_confirmed = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(RowHead(icons), parent)
        self._boilerplate = ReleaseBoilerplate(kind=BoilerplateKind.ABOUT, text_md="")
        self._offered: tuple[Boilerplate, ...] = ()
        self._is_editable = False
        self._is_kept = True
        self._whose = ""
        self._form: _Form | None = None
        self._hint = _LanguageHint()
        self._hint.replace.clicked.connect(self._on_replace_clicked)
        self._hint.keep.clicked.connect(self.language_confirmed)
        self.add_note(self._hint)
        head = self.head
        self._up = self.add_action(self.tr("Move up"), lambda: head.move_requested.emit(-1))
        self._down = self.add_action(self.tr("Move down"), lambda: head.move_requested.emit(1))
        self._remove = self.add_action(self.tr("Remove"), head.removal_requested.emit)

    @property
    def boilerplate(self) -> ReleaseBoilerplate:
        return self._boilerplate

    def set_boilerplate(
        self,
        boilerplate: ReleaseBoilerplate,
        *,
        origin: Boilerplate | None,
        offered: Sequence[Boilerplate],
        language: str,
        is_editable: bool,
    ) -> None:
        """Show a text of a release.

        Args:
            origin: what it was copied from, if the newsroom still has that.
            offered: texts of its kind, in the language of the release, valid today.
            language: of the release.
        """
        self._boilerplate = boilerplate
        self._offered, self._is_editable = tuple(offered), is_editable
        texts = {text.text_md.strip() for text in (*offered, *([origin] if origin else []))}
        text = boilerplate.text_md.strip()
        self._is_kept = not text or text in texts
        words = opening(boilerplate.text_md) or self.tr("No text yet")
        self.head.set_texts(boilerplate_kind_name(boilerplate.kind), words)
        self.head.set_movable(is_editable)
        for action in (self._up, self._down, self._remove):
            action.setEnabled(is_editable)
        is_foreign = origin is not None and origin.language != language and is_editable
        self._hint.setVisible(is_foreign)
        self._whose = f"{boilerplate_kind_name(boilerplate.kind)}, {words[:_LONGEST_NAME]}"
        if origin is not None and is_foreign:
            self._hint.say(origin.language, language, has_other=bool(self._offered))
            for button in (self._hint.replace, self._hint.keep):
                name_after(button, self._whose)
        self._show_form()

    def focus_text(self) -> None:
        """Open the row and go to its text."""
        self.set_open(is_open=True)
        if self._form is not None:
            self._form.text.setFocus()

    def say_kept(self) -> None:
        """Say that the text was kept for later releases."""
        if self._form is not None:
            self._form.words.say(self.tr("Kept: new releases print this text."), "ok")

    def make_details(self) -> QWidget:
        form = _Form()
        form.text.text_edited.connect(self._on_text_edited)
        form.choices.aboutToShow.connect(partial(self._fill, form.choices))
        form.keep.clicked.connect(self.keeping_requested)
        form.remove.clicked.connect(self.head.removal_requested)
        self._form = form
        self._show_form()
        return form

    def _show_form(self) -> None:
        form = self._form
        if form is None:
            return
        form.text.set_text(self._boilerplate.text_md)
        form.text.setReadOnly(not self._is_editable)
        form.take.setVisible(bool(self._offered))
        form.take.setEnabled(self._is_editable)
        form.keep.setVisible(not self._is_kept)
        form.keep.setEnabled(self._is_editable)
        form.remove.setEnabled(self._is_editable)
        for button in (form.take, form.keep, form.remove):
            name_after(button, self._whose)
        if not self._is_kept:
            form.words.say("")

    def _fill(self, menu: QMenu) -> None:
        menu.clear()
        for text in self._offered:
            action = menu.addAction(menu_text(text.text_md))
            action.setCheckable(True)
            action.setChecked(text.text_md.strip() == self._boilerplate.text_md.strip())
            action.triggered.connect(partial(self._choose, text))

    def _choose(self, text: Boilerplate, _is_checked: bool = False) -> None:
        self.text_chosen.emit(text)

    @Slot(str)
    def _on_text_edited(self, text: str) -> None:
        self.text_edited.emit(text)

    @Slot()
    def _on_replace_clicked(self) -> None:
        if self._offered:
            self.text_chosen.emit(self._offered[0])


class _LanguageHint(QWidget):
    """Says that a text is in another language than its release, and what can be done."""

    def __init__(self) -> None:
        super().__init__()
        self._words = caption()
        self._words.setProperty("role", "warning")
        self.replace = ElidedButton("")
        self.keep = ElidedButton(self.tr("Keep this one"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 0, 6, 4)
        layout.setSpacing(0)
        for part in (self._words, self.replace, self.keep):
            layout.addWidget(part)
            if part is not self._words:
                layout.setAlignment(part, Qt.AlignmentFlag.AlignLeading)

    def say(self, language: str, wanted: str, *, has_other: bool) -> None:
        words = self.tr("This text is in another language: {language}.")
        self._words.setText(words.format(language=language_name(language)))
        self.replace.setVisible(has_other)
        text = self.tr("Use the one in {language}").format(language=language_name(wanted))
        self.replace.setText(text)


class _Form(QWidget):
    """What an opened row shows."""

    def __init__(self) -> None:
        super().__init__()
        self.text = GrowingText(least=3, most=14)
        self.words = FieldNote(self.text)
        self.choices = QMenu(self)
        self.take = ElidedButton(self.tr("Take from the newsroom…"))
        self.take.setMenu(self.choices)
        self.keep = ElidedButton(self.tr("Keep for later releases"))
        self.remove = ElidedButton(self.tr("Remove from this release"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 8, 10)
        layout.setSpacing(4)
        add_labelled(layout, self.tr("Text on this release"), self.text)
        layout.addWidget(self.words)
        for link in (self.take, self.keep, self.remove):
            layout.addWidget(link, 0, Qt.AlignmentFlag.AlignLeading)
