"""The name of a release's page and files."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from newsdesk.domain.ids import ReleaseId
from newsdesk.domain.slug import LONGEST, is_slug, slugify
from newsdesk.ui.inspector.form_section import show_line
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.lifetime import Lifetime
from newsdesk.ui.timers import single_shot
from newsdesk.ui.widgets.buttons import link_button
from newsdesk.ui.widgets.field_note import FieldNote

if TYPE_CHECKING:
    from newsdesk.services.desk import Desk

_PAUSE_MS = 250


class SlugField(QWidget):
    """A line that takes a name which is possible and which no other release has.

    Signals:
        slug_edited(str): the user gave it such a name. `set_slug` does not emit it.
    """

    slug_edited = Signal(str)

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._lifetime = Lifetime(self)
        self._slug = ""
        self._release_id: ReleaseId | None = None
        self._asked = 0  # only the answer to the last question counts
        self.line = QLineEdit()
        self.line.setObjectName("release_slug")
        self.line.setMaxLength(LONGEST)
        self.setFocusProxy(self.line)
        self._note = FieldNote(self.line)
        self._suggestion = link_button("")
        self._suggestion.setObjectName("slug_suggestion")
        self._suggestion.hide()
        self._pause = single_shot(self, self._check, _PAUSE_MS)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.line)
        layout.addWidget(self._note)
        layout.addWidget(self._suggestion)
        self.line.textEdited.connect(self._on_text_edited)
        self.line.editingFinished.connect(self._on_finished)
        self._suggestion.clicked.connect(self._on_suggestion)

    def set_slug(self, slug: str, release_id: ReleaseId) -> None:
        """Show the name that this release has; what is being typed is left alone."""
        if slug != self._slug or release_id != self._release_id:
            self._slug, self._release_id = slug, release_id
            if slug != self.line.text():
                self.drop_typing()

    def drop_typing(self) -> None:
        """Show the name that holds instead of what was typed."""
        self._pause.stop()
        self._asked += 1
        self._say("", "")
        show_line(self.line, self._slug)

    def _say(self, text: str, suggestion: str) -> None:
        self._note.say(text)
        self._suggestion.setVisible(bool(suggestion))
        self._suggestion.setText(self.tr("Use “{name}”").format(name=suggestion))
        self._suggestion.setProperty("slug", suggestion)

    @Slot(str)
    def _on_text_edited(self, _text: str) -> None:
        self._asked += 1
        self._say("", "")
        self._pause.start()

    @Slot()
    def _on_finished(self) -> None:
        if self._pause.isActive():
            self._pause.stop()
            self._check()

    @Slot()
    def _check(self) -> None:
        slug, release_id = self.line.text().strip(), self._release_id
        if slug == self._slug or release_id is None:
            return
        if not slug:
            self._say(self.tr("A page needs a name. The one it had is kept."), self._slug)
        elif not is_slug(slug):
            said = self.tr("Only a to z, digits and single words joined by hyphens. Not changed.")
            self._say(said, slugify(slug))
        else:
            self._asked += 1
            number = self._asked

            def work(desk: "Desk") -> str:
                return desk.releases.free_slug(slug, release_id)

            then = partial(self._on_answer, number, slug)
            self._store.read(work, self._lifetime.guard(then))

    def _on_answer(self, number: int, slug: str, free: str) -> None:
        if number != self._asked:
            return
        if free == slug:
            self._slug = slug
            self.slug_edited.emit(slug)
        else:
            said = self.tr("Another release is called so. Not changed.")
            self._say(said, free)

    @Slot()
    def _on_suggestion(self) -> None:
        self.line.setText(str(self._suggestion.property("slug")))
        self._say("", "")
        self.line.setFocus()
        self._check()
