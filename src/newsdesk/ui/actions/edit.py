"""Actions on what is being written."""

from newsdesk.ui.actions.spec import ActionSpec, Menu
from newsdesk.ui.i18n import QT_TRANSLATE_NOOP, translate

_UNDO_OF = QT_TRANSLATE_NOOP("Actions", "&Undo: {0}")


def _undo_of(what: str) -> str:
    return translate("Actions", _UNDO_OF).format(what.replace("&", "&&")) if what else ""


EDIT_ACTIONS = (
    ActionSpec(
        id="edit.undo",
        text=QT_TRANSLATE_NOOP("Actions", "&Undo"),
        menu=Menu.EDIT,
        icon="undo",
        shortcut="Ctrl+Z",
        enabled=lambda situation: situation.can_undo or bool(situation.undone_in_list),
        text_now=lambda situation: _undo_of(situation.undone_in_list),
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
        id="edit.cut",
        text=QT_TRANSLATE_NOOP("Actions", "Cu&t"),
        menu=Menu.EDIT,
        shortcut="Ctrl+X",
        run=lambda commands: commands.edit.cut(),
        begins_group=True,
    ),
    ActionSpec(
        id="edit.copy",
        text=QT_TRANSLATE_NOOP("Actions", "&Copy"),
        menu=Menu.EDIT,
        icon="duplicate",
        shortcut="Ctrl+C",
        run=lambda commands: commands.edit.copy(),
    ),
    ActionSpec(
        id="edit.copy_rich",
        text=QT_TRANSLATE_NOOP("Actions", "Copy as for&matted text"),
        menu=Menu.EDIT,
        shortcut="Ctrl+Shift+C",
        enabled=lambda situation: situation.release is not None,
        run=lambda commands: commands.copying.copy_rich(),
    ),
    ActionSpec(
        id="edit.paste",
        text=QT_TRANSLATE_NOOP("Actions", "Pa&ste"),
        menu=Menu.EDIT,
        icon="paste",
        shortcut="Ctrl+V",
        run=lambda commands: commands.edit.paste(),
    ),
    ActionSpec(
        id="edit.paste_plain",
        text=QT_TRANSLATE_NOOP("Actions", "Paste as plain te&xt"),
        menu=Menu.EDIT,
        shortcut="Ctrl+Shift+V",
        run=lambda commands: commands.edit.paste_plain(),
    ),
    ActionSpec(
        id="edit.select_all",
        text=QT_TRANSLATE_NOOP("Actions", "Select &all"),
        menu=Menu.EDIT,
        shortcut="Ctrl+A",
        run=lambda commands: commands.edit.select_all(),
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
        id="edit.join_lines",
        text=QT_TRANSLATE_NOOP("Actions", "&Join broken lines"),
        menu=Menu.EDIT,
        shortcut="Ctrl+Alt+J",
        enabled=lambda situation: situation.is_editable,
        run=lambda commands: commands.edit.join_lines(),
        begins_group=True,
    ),
    ActionSpec(
        id="edit.next_unknown_word",
        text=QT_TRANSLATE_NOOP("Actions", "&Next unknown word"),
        menu=Menu.EDIT,
        icon="spelling",
        shortcut="F7",
        enabled=lambda situation: situation.is_editable,
        run=lambda commands: commands.spelling.go_to_next(),
        begins_group=True,
    ),
    ActionSpec(
        id="edit.next_blank",
        text=QT_TRANSLATE_NOOP("Actions", "Next &blank"),
        menu=Menu.EDIT,
        shortcut="F8",
        enabled=lambda situation: situation.is_editable,
        run=lambda commands: commands.templates.next_blank(),
    ),
    ActionSpec(
        id="edit.check_spelling",
        text=QT_TRANSLATE_NOOP("Actions", "Check the spellin&g"),
        menu=Menu.EDIT,
        shortcut="Shift+F7",
        checked=lambda situation: situation.is_spelling_checked,
        run=lambda commands: commands.spelling.toggle(),
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
