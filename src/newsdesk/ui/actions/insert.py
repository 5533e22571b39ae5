"""Actions that put something into the text."""

from newsdesk.services.preferences import View
from newsdesk.ui.actions.spec import ActionSpec, Menu, Situation
from newsdesk.ui.i18n import QT_TRANSLATE_NOOP


def _can_insert(situation: Situation) -> bool:
    return situation.is_editable and situation.view is not View.PREVIEW


def _has_embargo(situation: Situation) -> bool:
    release = situation.release
    return _can_insert(situation) and release is not None and release.embargo is not None


INSERT_ACTIONS = (
    ActionSpec(
        id="insert.anything",
        text=QT_TRANSLATE_NOOP("Actions", "&Find what to insert…"),
        menu=Menu.INSERT,
        icon="insert",
        shortcut="Ctrl+J",
        enabled=_can_insert,
        run=lambda commands: commands.insert.anything(),
    ),
    ActionSpec(
        id="insert.quote",
        text=QT_TRANSLATE_NOOP("Actions", "&Quote with a speaker…"),
        menu=Menu.INSERT,
        icon="said",
        shortcut="Ctrl+Shift+J",
        enabled=_can_insert,
        run=lambda commands: commands.insert.quote(),
        begins_group=True,
    ),
    ActionSpec(
        id="insert.image",
        text=QT_TRANSLATE_NOOP("Actions", "&Image…"),
        menu=Menu.INSERT,
        icon="image",
        shortcut="Ctrl+Shift+G",
        enabled=_can_insert,
        run=lambda commands: commands.pictures.insert(),
    ),
    ActionSpec(
        id="insert.contact",
        text=QT_TRANSLATE_NOOP("Actions", "&Contact…"),
        menu=Menu.INSERT,
        icon="address_book",
        enabled=_can_insert,
        run=lambda commands: commands.insert.contact(),
    ),
    ActionSpec(
        id="insert.boilerplate",
        text=QT_TRANSLATE_NOOP("Actions", "Standing &paragraph…"),
        menu=Menu.INSERT,
        icon="standing_text",
        enabled=_can_insert,
        run=lambda commands: commands.insert.boilerplate(),
    ),
    ActionSpec(
        id="insert.today",
        text=QT_TRANSLATE_NOOP("Actions", "&Today’s date"),
        menu=Menu.INSERT,
        icon="calendar",
        shortcut="Ctrl+;",
        enabled=_can_insert,
        run=lambda commands: commands.insert.today(),
        begins_group=True,
    ),
    ActionSpec(
        id="insert.long_date",
        text=QT_TRANSLATE_NOOP("Actions", "&Long date"),
        menu=Menu.INSERT,
        enabled=_can_insert,
        run=lambda commands: commands.insert.long_date(),
    ),
    ActionSpec(
        id="insert.embargo",
        text=QT_TRANSLATE_NOOP("Actions", "&Embargo line"),
        menu=Menu.INSERT,
        icon="clock",
        enabled=_has_embargo,
        run=lambda commands: commands.insert.embargo_line(),
    ),
    ActionSpec(
        id="insert.snippet",
        text=QT_TRANSLATE_NOOP("Actions", "&Snippet…"),
        menu=Menu.INSERT,
        icon="snippet",
        shortcut="Ctrl+Shift+S",
        enabled=_can_insert,
        run=lambda commands: commands.insert.snippet(),
        begins_group=True,
    ),
    ActionSpec(
        id="insert.save_snippet",
        text=QT_TRANSLATE_NOOP("Actions", "Save selection &as a snippet…"),
        menu=Menu.INSERT,
        enabled=lambda situation: situation.release is not None and situation.is_writable,
        run=lambda commands: commands.insert.save_snippet(),
    ),
)
