"""Actions on the selected text."""

from newsdesk.services.preferences import View
from newsdesk.ui.actions.spec import ActionSpec, Menu, Situation
from newsdesk.ui.editor.formats import TableChange, TextFormat
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


def _can_change_table(situation: Situation) -> bool:
    return _can_format(situation) and situation.is_in_table


def _table(
    change: TableChange, text: str, shortcut: str = "", *, icon: str = "", group: bool = False
) -> ActionSpec:
    return ActionSpec(
        id=f"format.{change}",
        text=text,
        menu=Menu.FORMAT,
        icon=icon,
        shortcut=shortcut,
        enabled=_can_change_table,
        run=lambda commands: commands.writing.change_table(change),
        begins_group=group,
    )


FORMAT_ACTIONS = (
    _spec(TextFormat.HEADING, QT_TRANSLATE_NOOP("Actions", "&Heading"), "Ctrl+Alt+2"),
    _spec(TextFormat.SUBHEADING, QT_TRANSLATE_NOOP("Actions", "S&ubheading"), "Ctrl+Alt+3"),
    _spec(TextFormat.BOLD, QT_TRANSLATE_NOOP("Actions", "&Bold"), "Ctrl+B"),
    _spec(TextFormat.ITALIC, QT_TRANSLATE_NOOP("Actions", "&Italic"), "Ctrl+I"),
    _spec(TextFormat.LINK, QT_TRANSLATE_NOOP("Actions", "&Link"), "Ctrl+Shift+K", group=True),
    _spec(TextFormat.QUOTE, QT_TRANSLATE_NOOP("Actions", "&Quote"), "Ctrl+Shift+Q"),
    _spec(TextFormat.LIST, QT_TRANSLATE_NOOP("Actions", "Li&st"), "Ctrl+Shift+8"),
    _spec(TextFormat.NUMBERED_LIST, QT_TRANSLATE_NOOP("Actions", "&Numbered list"), "Ctrl+Shift+7"),
    _spec(TextFormat.FOOTNOTE, QT_TRANSLATE_NOOP("Actions", "&Footnote"), "Ctrl+Alt+F"),
    _spec(TextFormat.RULE, QT_TRANSLATE_NOOP("Actions", "Horizontal &rule"), "Ctrl+Alt+R"),
    _spec(TextFormat.TABLE, QT_TRANSLATE_NOOP("Actions", "&Table"), "Ctrl+Alt+T", group=True),
    _table(
        TableChange.ROW_BELOW,
        QT_TRANSLATE_NOOP("Actions", "Insert ro&w below"),
        "Ctrl+Return",
        icon="row_below",
    ),
    _table(
        TableChange.COLUMN_RIGHT,
        QT_TRANSLATE_NOOP("Actions", "Insert &column to the right"),
        "Ctrl+Shift+Return",
        icon="column_right",
    ),
    _table(TableChange.DELETE_ROW, QT_TRANSLATE_NOOP("Actions", "&Delete row")),
    _table(TableChange.DELETE_COLUMN, QT_TRANSLATE_NOOP("Actions", "D&elete column")),
    _table(TableChange.ALIGN, QT_TRANSLATE_NOOP("Actions", "&Align table"), "Ctrl+Alt+P"),
    ActionSpec(
        id="format.typographic",
        text=QT_TRANSLATE_NOOP("Actions", "T&ypographic marks while typing"),
        menu=Menu.FORMAT,
        checked=lambda situation: situation.is_typographic,
        run=lambda commands: commands.layout.toggle_typography(),
        begins_group=True,
    ),
)
