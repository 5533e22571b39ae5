"""Actions on the window itself."""

from newsdesk.services.preferences import PreviewMode, View
from newsdesk.ui.actions.spec import ActionSpec, Menu
from newsdesk.ui.i18n import QT_TRANSLATE_NOOP


def _view(view: View, text: str, shortcut: str) -> ActionSpec:
    return ActionSpec(
        id=f"view.{view}",
        text=text,
        menu=Menu.VIEW,
        shortcut=shortcut,
        checked=lambda situation: situation.view is view,
        run=lambda commands: commands.layout.choose_view(view),
    )


def _mode(mode: PreviewMode, text: str, *, group: bool = False) -> ActionSpec:
    return ActionSpec(
        id=f"view.mode_{mode}",
        text=text,
        menu=Menu.VIEW,
        checked=lambda situation: situation.preview_mode is mode,
        run=lambda commands: commands.layout.choose_mode(mode),
        begins_group=group,
    )


VIEW_ACTIONS = (
    _view(View.WRITE, QT_TRANSLATE_NOOP("Actions", "&Write"), "Ctrl+1"),
    _view(View.SPLIT, QT_TRANSLATE_NOOP("Actions", "&Split"), "Ctrl+2"),
    _view(View.PREVIEW, QT_TRANSLATE_NOOP("Actions", "&Preview"), "Ctrl+3"),
    _mode(PreviewMode.DESKTOP, QT_TRANSLATE_NOOP("Actions", "Preview as a we&b page"), group=True),
    _mode(PreviewMode.PHONE, QT_TRANSLATE_NOOP("Actions", "Preview on a ph&one")),
    _mode(PreviewMode.PRINT, QT_TRANSLATE_NOOP("Actions", "Preview as p&rinted pages")),
    _mode(PreviewMode.TEXT, QT_TRANSLATE_NOOP("Actions", "Preview as plain te&xt")),
    ActionSpec(
        id="view.library",
        text=QT_TRANSLATE_NOOP("Actions", "&Library"),
        menu=Menu.VIEW,
        icon="library",
        shortcut="Ctrl+Shift+L",
        checked=lambda situation: situation.is_library_shown,
        run=lambda commands: commands.layout.toggle_library(),
        begins_group=True,
    ),
    ActionSpec(
        id="view.sidebar",
        text=QT_TRANSLATE_NOOP("Actions", "Sidebar of s&tates, countries and tags"),
        menu=Menu.VIEW,
        icon="sidebar",
        shortcut="F9",
        checked=lambda situation: situation.is_sidebar_shown,
        run=lambda commands: commands.layout.toggle_sidebar(),
    ),
    ActionSpec(
        id="view.inspector",
        text=QT_TRANSLATE_NOOP("Actions", "&Inspector"),
        menu=Menu.VIEW,
        icon="inspector",
        shortcut="Ctrl+Shift+I",
        checked=lambda situation: situation.is_inspector_shown,
        run=lambda commands: commands.layout.toggle_inspector(),
    ),
    ActionSpec(
        id="view.scroll_together",
        text=QT_TRANSLATE_NOOP("Actions", "Scroll text and preview to&gether"),
        menu=Menu.VIEW,
        shortcut="Ctrl+Alt+S",
        checked=lambda situation: situation.is_scrolled_together,
        run=lambda commands: commands.layout.toggle_scrolling(),
        begins_group=True,
    ),
    ActionSpec(
        id="view.outline",
        text=QT_TRANSLATE_NOOP("Actions", "&Headings and quotes…"),
        menu=Menu.VIEW,
        icon="outline",
        shortcut="Ctrl+Shift+O",
        enabled=lambda situation: situation.release is not None,
        run=lambda commands: commands.writing.open_outline(),
        begins_group=True,
    ),
    ActionSpec(
        id="view.focus_mode",
        text=QT_TRANSLATE_NOOP("Actions", "&Focus on the paragraph"),
        menu=Menu.VIEW,
        icon="focus",
        shortcut="Shift+F11",
        checked=lambda situation: situation.is_focus_mode,
        run=lambda commands: commands.focus.toggle_focus_mode(),
    ),
    ActionSpec(
        id="view.full_screen",
        text=QT_TRANSLATE_NOOP("Actions", "F&ull screen"),
        menu=Menu.VIEW,
        icon="full_screen",
        shortcut="F11",
        checked=lambda situation: situation.is_full_screen,
        run=lambda commands: commands.focus.toggle_full_screen(),
    ),
    ActionSpec(
        id="view.zoom_in",
        text=QT_TRANSLATE_NOOP("Actions", "L&arger text"),
        menu=Menu.VIEW,
        icon="zoom_in",
        shortcut="Ctrl++",
        also="Ctrl+=",
        run=lambda commands: commands.focus.zoom(1),
        begins_group=True,
    ),
    ActionSpec(
        id="view.zoom_out",
        text=QT_TRANSLATE_NOOP("Actions", "S&maller text"),
        menu=Menu.VIEW,
        icon="zoom_out",
        shortcut="Ctrl+-",
        run=lambda commands: commands.focus.zoom(-1),
    ),
    ActionSpec(
        id="view.zoom_reset",
        text=QT_TRANSLATE_NOOP("Actions", "T&ext in its own size"),
        menu=Menu.VIEW,
        shortcut="Ctrl+0",
        enabled=lambda situation: situation.is_zoomed,
        run=lambda commands: commands.focus.reset_zoom(),
    ),
    ActionSpec(
        id="view.theme",
        text=QT_TRANSLATE_NOOP("Actions", "Switch to light or &dark"),
        menu=Menu.VIEW,
        icon="dark",
        icon_by_night="light",
        shortcut="Ctrl+Shift+T",
        run=lambda commands: commands.layout.toggle_theme(),
        begins_group=True,
    ),
    ActionSpec(
        id="view.next_pane",
        text=QT_TRANSLATE_NOOP("Actions", "&Next pane"),
        menu=Menu.VIEW,
        shortcut="F6",
        run=lambda commands: commands.layout.focus_next_pane(),
    ),
)
