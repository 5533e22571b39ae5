"""Actions on releases as a whole."""

from newsdesk.domain.workflow import Action, allowed
from newsdesk.ui.actions.spec import ActionSpec, Menu, Situation
from newsdesk.ui.i18n import QT_TRANSLATE_NOOP


def _writable(situation: Situation) -> bool:
    return situation.is_writable


def _has_release(situation: Situation) -> bool:
    return situation.release is not None


def _may(action: Action) -> "_Allowed":
    return _Allowed(action)


class _Allowed:
    """Whether the workflow has a step from where the open release stands."""

    def __init__(self, action: Action) -> None:
        self._action = action

    def __call__(self, situation: Situation) -> bool:
        release = situation.release
        return (
            situation.is_writable
            and not situation.is_trash
            and release is not None
            and self._action in allowed(release.state, approval_steps=situation.has_approval_steps)
        )


def _can_trash(situation: Situation) -> bool:
    return situation.is_writable and not situation.is_trash and situation.selected > 0


def _can_untrash(situation: Situation) -> bool:
    return situation.is_writable and situation.is_trash and situation.selected > 0


def _can_empty(situation: Situation) -> bool:
    return situation.is_writable and situation.is_trash and situation.total > 0


def _several(situation: Situation) -> bool:
    return situation.is_writable and situation.selected > 0 and not situation.is_trash


def _may_be_handed_over(situation: Situation) -> bool:
    return _has_release(situation) and situation.is_writable and not situation.is_trash


def _any(situation: Situation) -> bool:
    return situation.is_writable and situation.total > 0 and not situation.is_trash


RELEASE_ACTIONS = (
    ActionSpec(
        id="release.new",
        text=QT_TRANSLATE_NOOP("Actions", "&New release"),
        menu=Menu.RELEASE,
        icon="new",
        shortcut="Ctrl+N",
        enabled=_writable,
        run=lambda commands: commands.releases.new(),
    ),
    ActionSpec(
        id="release.from_template",
        text=QT_TRANSLATE_NOOP("Actions", "&Begin from a template…"),
        menu=Menu.RELEASE,
        icon="template",
        shortcut="Ctrl+Alt+N",
        enabled=_writable,
        run=lambda commands: commands.templates.begin(),
    ),
    ActionSpec(
        id="release.import",
        text=QT_TRANSLATE_NOOP("Actions", "&Import…"),
        menu=Menu.RELEASE,
        icon="import",
        shortcut="Ctrl+O",
        enabled=_writable,
        run=lambda commands: commands.exchange.choose_files(),
    ),
    ActionSpec(
        id="release.paste",
        text=QT_TRANSLATE_NOOP("Actions", "Paste as a ne&w release"),
        menu=Menu.RELEASE,
        icon="paste",
        shortcut="Ctrl+Shift+N",
        enabled=_writable,
        run=lambda commands: commands.exchange.paste(),
    ),
    ActionSpec(
        id="release.duplicate",
        text=QT_TRANSLATE_NOOP("Actions", "&Duplicate"),
        menu=Menu.RELEASE,
        icon="duplicate",
        shortcut="Ctrl+D",
        enabled=_may(Action.DUPLICATE),
        run=lambda commands: commands.releases.duplicate(),
    ),
    ActionSpec(
        id="release.save",
        text=QT_TRANSLATE_NOOP("Actions", "&Save"),
        menu=Menu.RELEASE,
        icon="saved",
        shortcut="Ctrl+S",
        enabled=lambda situation: situation.is_editable,
        run=lambda commands: commands.releases.save(),
        begins_group=True,
    ),
    ActionSpec(
        id="release.save_template",
        text=QT_TRANSLATE_NOOP("Actions", "&Keep as a template…"),
        menu=Menu.RELEASE,
        enabled=lambda situation: _has_release(situation) and _writable(situation),
        run=lambda commands: commands.templates.save_as(),
    ),
    ActionSpec(
        id="release.publish",
        text=QT_TRANSLATE_NOOP("Actions", "P&ublish…"),
        menu=Menu.RELEASE,
        icon="publish",
        shortcut="Ctrl+Shift+P",
        enabled=_may(Action.PUBLISH),
        run=lambda commands: commands.releases.publish(),
        begins_group=True,
    ),
    ActionSpec(
        id="release.recall",
        text=QT_TRANSLATE_NOOP("Actions", "&Recall…"),
        menu=Menu.RELEASE,
        icon="recall",
        enabled=_may(Action.RECALL),
        run=lambda commands: commands.releases.recall(),
    ),
    ActionSpec(
        id="release.export",
        text=QT_TRANSLATE_NOOP("Actions", "&Export…"),
        menu=Menu.RELEASE,
        icon="export",
        shortcut="Ctrl+E",
        enabled=lambda situation: _has_release(situation) and situation.is_writable,
        run=lambda commands: commands.exchange.export_open(),
        begins_group=True,
    ),
    ActionSpec(
        id="release.export_selected",
        text=QT_TRANSLATE_NOOP("Actions", "Export se&lected…"),
        menu=Menu.RELEASE,
        icon="export",
        enabled=_several,
        run=lambda commands: commands.exchange.export_selected(),
    ),
    ActionSpec(
        id="release.export_all",
        text=QT_TRANSLATE_NOOP("Actions", "Export &all…"),
        menu=Menu.RELEASE,
        enabled=_any,
        run=lambda commands: commands.exchange.export_all(),
    ),
    ActionSpec(
        id="release.export_pdf",
        text=QT_TRANSLATE_NOOP("Actions", "Export as PD&F…"),
        menu=Menu.RELEASE,
        enabled=lambda situation: _has_release(situation) and situation.is_writable,
        run=lambda commands: commands.exchange.export_pdf(),
    ),
    ActionSpec(
        id="release.hand_over",
        text=QT_TRANSLATE_NOOP("Actions", "Hand o&ver…"),
        menu=Menu.RELEASE,
        enabled=lambda situation: _several(situation) or _may_be_handed_over(situation),
        run=lambda commands: commands.handing_over.hand_over(),
    ),
    ActionSpec(
        id="release.print",
        text=QT_TRANSLATE_NOOP("Actions", "&Print…"),
        menu=Menu.RELEASE,
        icon="print",
        shortcut="Ctrl+P",
        enabled=_has_release,
        run=lambda commands: commands.printing.print_open(),
    ),
    ActionSpec(
        id="release.history",
        text=QT_TRANSLATE_NOOP("Actions", "&History"),
        menu=Menu.RELEASE,
        icon="history",
        shortcut="Ctrl+Shift+H",
        enabled=_has_release,
        run=lambda commands: commands.history.show(),
        begins_group=True,
    ),
    ActionSpec(
        id="release.compare",
        text=QT_TRANSLATE_NOOP("Actions", "&Compare versions…"),
        menu=Menu.RELEASE,
        enabled=_has_release,
        run=lambda commands: commands.history.compare_last(),
    ),
    ActionSpec(
        id="release.star",
        text=QT_TRANSLATE_NOOP("Actions", "S&tar"),
        menu=Menu.RELEASE,
        icon="star",
        shortcut="Ctrl+Shift+D",
        enabled=lambda situation: _has_release(situation) and _writable(situation),
        checked=lambda situation: situation.release is not None and situation.release.starred,
        run=lambda commands: commands.releases.toggle_star(),
        begins_group=True,
    ),
    ActionSpec(
        id="release.trash",
        text=QT_TRANSLATE_NOOP("Actions", "&Move to the trash"),
        menu=Menu.RELEASE,
        icon="trash",
        shortcut="Ctrl+Shift+Backspace",
        enabled=_can_trash,
        run=lambda commands: commands.releases.trash(),
    ),
    ActionSpec(
        id="release.untrash",
        text=QT_TRANSLATE_NOOP("Actions", "Take out &of the trash"),
        menu=Menu.RELEASE,
        icon="untrash",
        enabled=_can_untrash,
        run=lambda commands: commands.releases.untrash(),
    ),
    ActionSpec(
        id="release.empty_trash",
        text=QT_TRANSLATE_NOOP("Actions", "Empt&y the trash…"),
        menu=Menu.RELEASE,
        icon="erase",
        enabled=_can_empty,
        run=lambda commands: commands.releases.empty_trash(),
    ),
    ActionSpec(
        id="app.settings",
        text=QT_TRANSLATE_NOOP("Actions", "Settin&gs…"),
        menu=Menu.RELEASE,
        icon="settings",
        shortcut="Ctrl+,",
        run=lambda commands: commands.layout.open_settings(),
        begins_group=True,
    ),
    ActionSpec(
        id="app.quit",
        text=QT_TRANSLATE_NOOP("Actions", "&Quit"),
        menu=Menu.RELEASE,
        shortcut="Ctrl+Q",
        run=lambda commands: commands.layout.quit(),
    ),
)
