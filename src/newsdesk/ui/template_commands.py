"""Beginning releases from templates, and templates from releases."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from newsdesk.domain.changes import Changes
from newsdesk.domain.ids import ReleaseId
from newsdesk.domain.release import Release
from newsdesk.domain.template import Template
from newsdesk.ui.command_context import CommandContext
from newsdesk.ui.editor.blanks import Blanks
from newsdesk.ui.languages import language_name
from newsdesk.ui.messages import field_words
from newsdesk.ui.widgets.notice_bar import UNDO_MS, Offer, Tone

if TYPE_CHECKING:
    from newsdesk.services.desk import Desk
    from newsdesk.ui.widgets.picker import Picker


class TemplateCommands(QObject):
    """Commands on templates, and on the blanks of what was begun from one."""

    def __init__(
        self,
        context: CommandContext,
        blanks: Blanks,
        focus_field: Callable[[str], None],
        open_settings_on: Callable[[str], None],
    ) -> None:
        super().__init__(context.window)
        self._context = context
        self._blanks = blanks
        self._focus_field = focus_field
        self._open_settings_on = open_settings_on

    # From a template --------------------------------------------------------------------------

    def begin(self) -> None:
        """Let the user choose a template, and begin a release from it."""
        self._context.store.read(lambda desk: desk.templates.all(), self._choose)

    def manage(self) -> None:
        self._open_settings_on("templates")

    def _choose(self, templates: Sequence[Template]) -> None:
        if not templates:
            self._context.notices.show(
                self.tr("There is no template yet. Save a release as one, or write it."),
                Tone.INFO,
                [Offer(self.tr("New template…"), self.manage)],
                ms=UNDO_MS,
            )
            return
        picker = self._picker(templates)
        picker.taken.connect(self._begin_from)
        picker.open_over(self._context.window)

    def _picker(self, templates: Sequence[Template]) -> "Picker":
        from newsdesk.ui.dialogs.insert_picker import InsertPicker  # noqa: PLC0415 - when needed
        from newsdesk.ui.widgets.picker import PickLine, PickSection  # noqa: PLC0415 - when needed

        lines = [
            PickLine(one.name, one, note=language_name(one.language), words=one.body_md)
            for one in templates
        ]
        return InsertPicker(
            self.tr("Begin from a template"),
            [PickSection("", lines)],
            _shown,
            self._context.newsroom().languages[0],
            self._context.window,
        )

    def _begin_from(self, template: Template) -> None:
        left_out: list[str] = []

        def work(desk: "Desk") -> tuple[Release, Changes]:
            begun, changes = desk.templates.begin(str(template.id))
            left_out.extend(begun.left_out)
            return begun.release, changes

        def show() -> None:
            library = self._context.window.library
            library.show_all()
            library.set_current(self._context.session.release_id)
            self._focus_field("headline")
            self._blanks.go_to_first()
            if left_out:
                names = ", ".join(map(field_words, left_out))
                said = self.tr("No longer to be had, and left out: {0}.").format(names)
                self._context.notices.show(said, Tone.WARNING)

        self._context.opener.begin(work, show)

    # To a template ----------------------------------------------------------------------------

    def save_as(self) -> None:
        """Make the open release a template, once it is stored as it is seen."""
        release = self._context.session.release
        if release is not None:
            self._context.autosave.flush(partial(self._outline, release.id))

    def _outline(self, key: ReleaseId, is_saved: bool) -> None:
        if not is_saved:
            if (error := self._context.autosave.error) is not None:
                self._context.notices.show_error(error)
            return

        def read(desk: "Desk") -> Template:
            return desk.templates.outline(str(key), "")

        self._context.store.read(read, self._open, self._context.notices.show_error)

    def _open(self, template: Template) -> None:
        from newsdesk.ui.dialogs.template_dialog import TemplateDialog  # noqa: PLC0415 - when needed

        context = self._context
        languages = context.newsroom().languages
        dialog = TemplateDialog(template, languages, context.store, context.window)
        dialog.saved.connect(self._tell)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _tell(self, template: Template) -> None:
        said = self.tr("“{0}” is a template now.").format(template.name)
        self._context.notices.show(said, Tone.DONE, ms=UNDO_MS)

    # Blanks -----------------------------------------------------------------------------------

    def next_blank(self) -> None:
        """Go to what is to be filled in next."""
        if not self._blanks.go_on():
            self._context.notices.show(self.tr("No blank is left in the text."), ms=UNDO_MS)


def _shown(value: object) -> str:
    assert isinstance(value, Template)
    return value.body_md or value.defaults.get("headline", "")
