"""What an action is: data, from which menus, buttons, shortcuts and their list are made."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from newsdesk.domain.release import Release
from newsdesk.services.preferences import View
from newsdesk.ui.editor.formats import TextFormat


class Menu(StrEnum):
    """The menus in their order."""

    RELEASE = "release"
    EDIT = "edit"
    FORMAT = "format"
    VIEW = "view"


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What decides whether an action is possible."""

    release: Release | None = None  # the open one
    selected: int = 0  # releases chosen in the list
    total: int = 0  # releases in the list
    is_writable: bool = False
    is_trash: bool = False  # the list shows the trash
    is_editable: bool = False
    can_undo: bool = False
    can_redo: bool = False
    has_approval_steps: bool = False
    view: View = View.SPLIT
    is_library_shown: bool = True
    is_inspector_shown: bool = True


class Commands(Protocol):
    """What actions may do."""

    def new_release(self) -> None: ...
    def choose_files(self) -> None: ...
    def paste_as_release(self) -> None: ...
    def save(self) -> None: ...
    def duplicate(self) -> None: ...
    def publish(self) -> None: ...
    def recall(self) -> None: ...
    def trash(self) -> None: ...
    def untrash(self) -> None: ...
    def toggle_star(self) -> None: ...
    def export_open(self) -> None: ...
    def export_selected(self) -> None: ...
    def export_all(self) -> None: ...
    def undo(self) -> None: ...
    def redo(self) -> None: ...
    def format_text(self, text_format: TextFormat) -> None: ...
    def find_in_text(self) -> None: ...
    def replace_in_text(self) -> None: ...
    def find_release(self) -> None: ...
    def choose_view(self, view: View) -> None: ...
    def toggle_library(self) -> None: ...
    def toggle_inspector(self) -> None: ...
    def toggle_theme(self) -> None: ...
    def focus_next_pane(self) -> None: ...
    def open_settings(self) -> None: ...
    def quit(self) -> None: ...


def _always(_situation: Situation) -> bool:
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionSpec:
    """One thing the user can do. To add one: a line in `actions/<menu>.py`."""

    id: str
    text: str  # marked for translation in the context "Actions", with its mnemonic
    menu: Menu
    run: Callable[[Commands], None]
    icon: str = ""  # a name of `theme/icons.py`
    icon_by_night: str = ""  # another one for a dark theme
    shortcut: str = ""  # in Qt's portable form
    enabled: Callable[[Situation], bool] = _always
    checked: Callable[[Situation], bool] | None = None  # None: it is not a switch
    begins_group: bool = False  # a line is drawn above it
