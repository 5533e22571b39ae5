"""Actions on the selected text."""

from newsdesk.services.preferences import View
from newsdesk.ui.actions.spec import ActionSpec, Menu, Situation
from newsdesk.ui.editor.formats import TextFormat
from newsdesk.ui.i18n import QT_TRANSLATE_NOOP


def _can_format(situation: Situation) -> bool:
    return situation.is_editable and situation.view is not View.PREVIEW


def _spec(text_format: TextFormat, text: str, shortcut: str, *, group: bool = False) -> ActionSpec:
    return ActionSpec(
        id=f"format.{text_format}",
        text=text,
        menu=Menu.FORMAT,
        icon=text_format.value,
        shortcut=shortcut,
        enabled=_can_format,
        run=lambda commands: commands.writing.format_text(text_format),
        begins_group=group,
    )


FORMAT_ACTIONS = (
    _spec(TextFormat.HEADING, QT_TRANSLATE_NOOP("Actions", "&Heading"), "Ctrl+Alt+2"),
    _spec(TextFormat.BOLD, QT_TRANSLATE_NOOP("Actions", "&Bold"), "Ctrl+B"),
    _spec(TextFormat.ITALIC, QT_TRANSLATE_NOOP("Actions", "&Italic"), "Ctrl+I"),
    _spec(TextFormat.LINK, QT_TRANSLATE_NOOP("Actions", "&Link"), "Ctrl+Shift+K", group=True),
    _spec(TextFormat.QUOTE, QT_TRANSLATE_NOOP("Actions", "&Quote"), "Ctrl+Shift+Q"),
    _spec(TextFormat.LIST, QT_TRANSLATE_NOOP("Actions", "Li&st"), "Ctrl+Shift+8"),
    _spec(TextFormat.NUMBERED_LIST, QT_TRANSLATE_NOOP("Actions", "&Numbered list"), "Ctrl+Shift+7"),
    _spec(TextFormat.TABLE, QT_TRANSLATE_NOOP("Actions", "&Table"), "Ctrl+Alt+T"),
    ActionSpec(
        id="format.typographic",
        text=QT_TRANSLATE_NOOP("Actions", "T&ypographic marks while typing"),
        menu=Menu.FORMAT,
        checked=lambda situation: situation.is_typographic,
        run=lambda commands: commands.layout.toggle_typography(),
        begins_group=True,
    ),
)
