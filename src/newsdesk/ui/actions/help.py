"""Actions that find what newsdesk can do."""

from newsdesk.ui.actions.spec import ActionSpec, Menu
from newsdesk.ui.i18n import QT_TRANSLATE_NOOP

HELP_ACTIONS = (
    ActionSpec(
        id="help.palette",
        text=QT_TRANSLATE_NOOP("Actions", "&Command palette…"),
        menu=Menu.HELP,
        icon="search",
        shortcut="Ctrl+K",
        run=lambda commands: commands.help.open_palette(),
    ),
    ActionSpec(
        id="help.shortcuts",
        text=QT_TRANSLATE_NOOP("Actions", "&Keyboard shortcuts"),
        menu=Menu.HELP,
        icon="keyboard",
        shortcut="F1",
        run=lambda commands: commands.help.open_shortcuts(),
    ),
    ActionSpec(
        id="help.guide",
        text=QT_TRANSLATE_NOOP("Actions", "&User guide"),
        menu=Menu.HELP,
        icon="guide",
        shortcut="Shift+F1",
        run=lambda commands: commands.help.open_guide(),
    ),
    ActionSpec(
        id="help.news",
        text=QT_TRANSLATE_NOOP("Actions", "What's &new"),
        menu=Menu.HELP,
        icon="news",
        run=lambda commands: commands.help.open_news(),
    ),
    ActionSpec(
        id="help.about",
        text=QT_TRANSLATE_NOOP("Actions", "&About newsdesk"),
        menu=Menu.HELP,
        icon="about",
        run=lambda commands: commands.help.open_about(),
    ),
)
