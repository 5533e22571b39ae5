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
        run=lambda commands: commands.undo(),
    ),
    ActionSpec(
        id="edit.redo",
        text=QT_TRANSLATE_NOOP("Actions", "&Redo"),
        menu=Menu.EDIT,
        icon="redo",
        shortcut="Ctrl+Shift+Z",
        enabled=lambda situation: situation.can_redo,
        run=lambda commands: commands.redo(),
    ),
    ActionSpec(
        id="edit.find_release",
        text=QT_TRANSLATE_NOOP("Actions", "&Find a release"),
        menu=Menu.EDIT,
        icon="search",
        shortcut="Ctrl+Shift+F",
        run=lambda commands: commands.find_release(),
        begins_group=True,
    ),
)
