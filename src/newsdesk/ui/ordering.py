"""What keeps releases in order: its commands, and what they share."""

from collections.abc import Callable

from newsdesk.ui.actions.spec import Commands
from newsdesk.ui.bulk_commands import BulkCommands
from newsdesk.ui.changes import ChangeHub
from newsdesk.ui.command_context import CommandContext
from newsdesk.ui.drag_out import DragOut
from newsdesk.ui.editor.blanks import BlankMarks, Blanks
from newsdesk.ui.erasing import Erasing
from newsdesk.ui.release_commands import ReleaseCommands
from newsdesk.ui.template_commands import TemplateCommands
from newsdesk.ui.vocabulary_commands import VocabularyCommands


def put_in_order(
    commands: Commands,
    context: CommandContext,
    hub: ChangeHub,
    *,
    export_open: Callable[[], None],
    focus_field: Callable[[str], None],
    open_settings_on: Callable[[str], None],
) -> None:
    """Make the commands on releases, many of them, terms and templates."""
    editor = context.window.editor
    fields = (editor.fields.headline, editor.fields.subheadline)
    commands.bulk = bulk = BulkCommands(context)
    DragOut(context)
    erasing = Erasing(context.store, context.window)
    commands.releases = ReleaseCommands(context, export_open, focus_field, bulk, erasing.settle)
    commands.vocabularies = VocabularyCommands(context, bulk, hub)
    BlankMarks(editor.text, context.themes)
    commands.templates = TemplateCommands(
        context, Blanks(fields, editor.text), focus_field, open_settings_on
    )
