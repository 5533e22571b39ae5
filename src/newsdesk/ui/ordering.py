"""What keeps releases in order: its commands, and what they share."""

from collections.abc import Callable
from functools import partial

from newsdesk.ui.actions.spec import Commands
from newsdesk.ui.bulk_commands import BulkCommands
from newsdesk.ui.changes import ChangeHub
from newsdesk.ui.command_context import CommandContext
from newsdesk.ui.drag_out import DragOut
from newsdesk.ui.editor.blank_marks import LAYER, BlankMarks, FieldBlankMarks
from newsdesk.ui.editor.blanks import Blanks
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
    above = (editor.fields.headline, editor.fields.subheadline)
    release_texts = context.window.inspector.release_texts()
    commands.bulk = bulk = BulkCommands(context)
    DragOut(context)
    erasing = Erasing(context.store, context.window)
    commands.releases = ReleaseCommands(context, export_open, focus_field, bulk, erasing.settle)
    commands.vocabularies = VocabularyCommands(context, bulk, hub)
    BlankMarks(editor.text, context.themes)
    for field in above:
        show = partial(field.set_marks, LAYER)
        FieldBlankMarks(field.document(), show, context.themes, field)
    abstract = release_texts.abstract
    FieldBlankMarks(abstract.document(), abstract.setExtraSelections, context.themes, abstract)
    blanks = Blanks(
        [
            ("headline", editor.fields.headline),
            ("subheadline", editor.fields.subheadline),
            ("abstract", abstract),
            ("slugline", release_texts.slugline),
            ("byline", release_texts.byline),
            ("body", editor.text),
        ],
        focus_field,
        context.window,
    )
    commands.templates = TemplateCommands(context, blanks, focus_field, open_settings_on)
