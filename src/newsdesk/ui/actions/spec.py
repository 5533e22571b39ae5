"""What an action is: data, from which menus, buttons, shortcuts and their list are made."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from newsdesk.domain.release import Release
from newsdesk.services.preferences import PreviewMode, View

if TYPE_CHECKING:
    from newsdesk.ui.bulk_commands import BulkCommands
    from newsdesk.ui.copy_commands import CopyCommands
    from newsdesk.ui.edit_commands import EditCommands
    from newsdesk.ui.exchange_commands import ExchangeCommands
    from newsdesk.ui.figures_commands import FiguresCommands
    from newsdesk.ui.focus_commands import FocusCommands
    from newsdesk.ui.handing_over_commands import HandingOverCommands
    from newsdesk.ui.help_commands import HelpCommands
    from newsdesk.ui.history_commands import HistoryCommands
    from newsdesk.ui.insert_commands import InsertCommands
    from newsdesk.ui.layout_commands import LayoutCommands
    from newsdesk.ui.people_commands import PeopleCommands
    from newsdesk.ui.picture_commands import PictureCommands
    from newsdesk.ui.print_commands import PrintCommands
    from newsdesk.ui.release_commands import ReleaseCommands
    from newsdesk.ui.spelling_commands import SpellingCommands
    from newsdesk.ui.template_commands import TemplateCommands
    from newsdesk.ui.vocabulary_commands import VocabularyCommands
    from newsdesk.ui.writing_commands import WritingCommands


class Menu(StrEnum):
    """The menus in their order."""

    RELEASE = "release"
    EDIT = "edit"
    INSERT = "insert"
    FORMAT = "format"
    LIBRARY = "library"
    VIEW = "view"
    HELP = "help"


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
    undone_in_list: str = ""  # what undo would take back there; "" while the keyboard is elsewhere
    is_in_table: bool = False  # the caret is
    has_approval_steps: bool = False
    view: View = View.SPLIT
    preview_mode: PreviewMode = PreviewMode.DESKTOP
    is_typographic: bool = True
    is_spelling_checked: bool = True
    is_focus_mode: bool = False
    is_full_screen: bool = False
    is_zoomed: bool = False
    is_sidebar_shown: bool = False
    is_library_shown: bool = True
    is_inspector_shown: bool = True
    is_scrolled_together: bool = True


class Commands:
    """What actions may do, by who does it.

    Actions are there from the first picture on, these come after it; until then no action is
    enabled.
    """

    releases: "ReleaseCommands"
    exchange: "ExchangeCommands"
    bulk: "BulkCommands"
    vocabularies: "VocabularyCommands"
    templates: "TemplateCommands"
    people: "PeopleCommands"
    figures: "FiguresCommands"
    handing_over: "HandingOverCommands"
    copying: "CopyCommands"
    writing: "WritingCommands"
    pictures: "PictureCommands"
    edit: "EditCommands"
    insert: "InsertCommands"
    layout: "LayoutCommands"
    focus: "FocusCommands"
    spelling: "SpellingCommands"
    printing: "PrintCommands"
    history: "HistoryCommands"
    help: "HelpCommands"


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
    also: str = ""  # other keys that do the same on some keyboards, likewise
    enabled: Callable[[Situation], bool] = _always
    checked: Callable[[Situation], bool] | None = None  # None: it is not a switch
    text_now: Callable[[Situation], str] | None = None  # translated, in place of `text`; "": that
    begins_group: bool = False  # a line is drawn above it
