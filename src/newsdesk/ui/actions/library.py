"""Actions on the library: on what is selected in it, and on the list itself."""

from newsdesk.ui.actions.spec import ActionSpec, Menu, Situation
from newsdesk.ui.i18n import QT_TRANSLATE_NOOP


def _chosen(situation: Situation) -> bool:
    is_any = situation.selected > 0 or situation.release is not None
    return situation.is_writable and not situation.is_trash and is_any


LIBRARY_ACTIONS = (
    ActionSpec(
        id="library.file",
        text=QT_TRANSLATE_NOOP("Actions", "&File under a term…"),
        menu=Menu.LIBRARY,
        icon="tag",
        shortcut="Ctrl+T",
        enabled=_chosen,
        run=lambda commands: commands.bulk.file(),
    ),
    ActionSpec(
        id="library.vocabularies",
        text=QT_TRANSLATE_NOOP("Actions", "&Vocabularies…"),
        menu=Menu.LIBRARY,
        icon="vocabulary",
        run=lambda commands: commands.vocabularies.open(),
    ),
    ActionSpec(
        id="library.language",
        text=QT_TRANSLATE_NOOP("Actions", "Set the &language…"),
        menu=Menu.LIBRARY,
        icon="language",
        enabled=_chosen,
        run=lambda commands: commands.bulk.set_language(),
    ),
    ActionSpec(
        id="library.step",
        text=QT_TRANSLATE_NOOP("Actions", "Take a &step…"),
        menu=Menu.LIBRARY,
        icon="step",
        enabled=_chosen,
        run=lambda commands: commands.bulk.take_step(),
    ),
    ActionSpec(
        id="library.people",
        text=QT_TRANSLATE_NOOP("Actions", "&Address book…"),
        menu=Menu.LIBRARY,
        icon="address_book",
        shortcut="Ctrl+Shift+A",
        run=lambda commands: commands.people.open(),
        begins_group=True,
    ),
    ActionSpec(
        id="library.figures",
        text=QT_TRANSLATE_NOOP("Actions", "Statist&ics…"),
        menu=Menu.LIBRARY,
        icon="figures",
        run=lambda commands: commands.figures.open(),
    ),
)
