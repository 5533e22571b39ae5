"""Actions on what is being written."""

from newsdesk.ui.actions.spec import ActionSpec, Menu
from newsdesk.ui.i18n import QT_TRANSLATE_NOOP

EDIT_ACTIONS = (
    ActionSpec(
        id="edit.undo",
        text=QT_TRANSLATE_NOOP("Actions", "&Undo"),
        menu=Menu.EDIT,
        icon="undo",
        shortcut="Ctrl+Z",
        enabled=lambda situation: situation.can_undo,
        run=lambda commands: commands.writing.undo(),
    ),
    ActionSpec(
        id="edit.redo",
        text=QT_TRANSLATE_NOOP("Actions", "&Redo"),
        menu=Menu.EDIT,
        icon="redo",
        shortcut="Ctrl+Shift+Z",
        enabled=lambda situation: situation.can_redo,
        run=lambda commands: commands.writing.redo(),
    ),
    ActionSpec(
        id="edit.find",
        text=QT_TRANSLATE_NOOP("Actions", "&Find in the text"),
        menu=Menu.EDIT,
        icon="search",
        shortcut="Ctrl+F",
        enabled=lambda situation: situation.release is not None,
        run=lambda commands: commands.writing.find(),
        begins_group=True,
    ),
    ActionSpec(
        id="edit.replace",
        text=QT_TRANSLATE_NOOP("Actions", "Find and re&place"),
        menu=Menu.EDIT,
        icon="edit",
        shortcut="Ctrl+H",
        enabled=lambda situation: situation.is_editable,
        run=lambda commands: commands.writing.replace(),
    ),
    ActionSpec(
        id="edit.find_release",
        text=QT_TRANSLATE_NOOP("Actions", "Find a re&lease"),
        menu=Menu.EDIT,
        icon="library",
        shortcut="Ctrl+Shift+F",
        run=lambda commands: commands.layout.find_release(),
        begins_group=True,
    ),
)
