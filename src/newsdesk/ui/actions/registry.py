"""The QActions of the window, made from the specs once and kept in step with the situation."""

from collections.abc import Mapping
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from newsdesk.ui.actions.edit import EDIT_ACTIONS
from newsdesk.ui.actions.format import FORMAT_ACTIONS
from newsdesk.ui.actions.help import HELP_ACTIONS
from newsdesk.ui.actions.insert import INSERT_ACTIONS
from newsdesk.ui.actions.library import LIBRARY_ACTIONS
from newsdesk.ui.actions.release import RELEASE_ACTIONS
from newsdesk.ui.actions.spec import ActionSpec, Commands, Menu, Situation
from newsdesk.ui.actions.view import VIEW_ACTIONS
from newsdesk.ui.i18n import QT_TRANSLATE_NOOP, translate
from newsdesk.ui.theme.icons import Icons

ACTIONS: tuple[ActionSpec, ...] = (
    *RELEASE_ACTIONS,
    *EDIT_ACTIONS,
    *INSERT_ACTIONS,
    *FORMAT_ACTIONS,
    *LIBRARY_ACTIONS,
    *VIEW_ACTIONS,
    *HELP_ACTIONS,
)
ALWAYS = frozenset({"app.quit", "view.theme", "help.shortcuts", "help.guide"})
_MENUS: Mapping[Menu, str] = {
    Menu.RELEASE: QT_TRANSLATE_NOOP("Actions", "&Release"),
    Menu.EDIT: QT_TRANSLATE_NOOP("Actions", "&Edit"),
    Menu.INSERT: QT_TRANSLATE_NOOP("Actions", "&Insert"),
    Menu.FORMAT: QT_TRANSLATE_NOOP("Actions", "F&ormat"),
    Menu.LIBRARY: QT_TRANSLATE_NOOP("Actions", "&Library"),
    Menu.VIEW: QT_TRANSLATE_NOOP("Actions", "&View"),
    Menu.HELP: QT_TRANSLATE_NOOP("Actions", "&Help"),
}


class Said(NamedTuple):
    """An action in the words of the window."""

    id: str
    text: str  # without mnemonic and dots
    menu: str
    keys: str  # as the system writes them, "" for none


class ActionRegistry(QObject):
    """Every action by its id; none is enabled before the first `update`."""

    def __init__(self, commands: Commands, icons: Icons, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._situation: Situation | None = None
        self._actions = {spec.id: self._made(spec, commands) for spec in ACTIONS}

    def work_in(self, window: QWidget) -> None:
        """Let the shortcuts work wherever in `window` the focus is."""
        window.addActions(list(self._actions.values()))

    def action(self, id_: str) -> QAction:
        return self._actions[id_]

    def said(self) -> list[Said]:
        """Return every action, in the order of the menus."""
        order = list(_MENUS)
        return [
            Said(
                id=spec.id,
                text=self._actions[spec.id].iconText(),
                menu=_plain(translate("Actions", _MENUS[spec.menu])),
                keys=native_keys(self._actions[spec.id].shortcut()),
            )
            for spec in sorted(ACTIONS, key=lambda spec: order.index(spec.menu))
        ]

    def update(self, situation: Situation | None) -> None:
        """Allow and check what the situation asks for; None: there is nothing to work on."""
        if situation is not None and situation == self._situation:
            return  # as mostly, while one walks through the list
        self._situation = situation
        for spec in ACTIONS:
            action = self._actions[spec.id]
            if situation is None:
                action.setEnabled(spec.id in ALWAYS)
                continue
            action.setEnabled(spec.enabled(situation))
            if spec.text_now is not None:
                self._name(action, spec.text_now(situation) or translate("Actions", spec.text))
            if spec.checked is not None:
                action.setChecked(spec.checked(situation))

    def fill(self, menu: QMenu, which: Menu) -> None:
        """Add the actions of one menu."""
        for spec in ACTIONS:
            if spec.menu is which:
                if spec.begins_group:
                    menu.addSeparator()
                menu.addAction(self._actions[spec.id])

    def menus(self, parent: QWidget) -> list[QMenu]:
        """Return the menus that have anything in them, in their order."""
        made: list[QMenu] = []
        for which, title in _MENUS.items():
            menu = QMenu(translate("Actions", title), parent)
            self.fill(menu, which)
            if menu.isEmpty():
                menu.deleteLater()
            else:
                made.append(menu)
        return made

    def _made(self, spec: ActionSpec, commands: Commands) -> QAction:
        action = QAction(translate("Actions", spec.text), self)
        action.setObjectName(spec.id)
        if spec.shortcut:
            portable = QKeySequence.SequenceFormat.PortableText
            keys = filter(None, (spec.shortcut, spec.also))
            action.setShortcuts([QKeySequence(one, portable) for one in keys])
        action.setCheckable(spec.checked is not None)
        action.setEnabled(False)
        self._name(action, action.text())
        action.triggered.connect(partial(self._run, spec, commands))
        if spec.icon:
            self._icons.bind(action, partial(self._show_icon, action, spec))
        return action

    def _name(self, action: QAction, text: str) -> None:
        """Give an action a text; without its mnemonic, and the keys: what a button of it shows."""
        plain = QAction(text).iconText().removesuffix("…")
        keys = native_keys(action.shortcut())
        action.setText(text)
        action.setIconText(plain)
        action.setToolTip(f"{plain} ({keys})" if keys else plain)

    def _show_icon(self, action: QAction, spec: ActionSpec) -> None:
        by_night = spec.icon_by_night if self._icons.is_dark else ""
        colour = "link" if spec.checked is not None else ""
        action.setIcon(self._icons.icon(by_night or spec.icon, checked=colour))

    def _run(self, spec: ActionSpec, commands: Commands, _is_checked: bool = False) -> None:
        spec.run(commands)
        if spec.checked is not None and self._situation is not None:
            # Qt has checked it by itself, also where nothing came of it
            self._actions[spec.id].setChecked(spec.checked(self._situation))


def native_keys(keys: QKeySequence) -> str:
    """Return a shortcut as the system writes it."""
    return keys.toString(QKeySequence.SequenceFormat.NativeText)


def _plain(text: str) -> str:
    return text.replace("&", "")
