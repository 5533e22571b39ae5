"""Commands on the window itself: what is shown, where the focus is, the settings."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QWidget

from newsdesk.services.preferences import PreviewMode, ThemeChoice, View
from newsdesk.ui.main_window import MainWindow
from newsdesk.ui.preferences_keeper import PreferencesKeeper
from newsdesk.ui.theme.theme_controller import ThemeController
from newsdesk.ui.widgets.tab_order import in_reading_order

if TYPE_CHECKING:
    from newsdesk.ui.dialogs.settings_dialog import SettingsDialog

_IN_EDITOR = frozenset({"headline", "subheadline", "body"})


class LayoutCommands(QObject):
    """Changes the window and remembers it in the preferences."""

    def __init__(
        self,
        window: MainWindow,
        keeper: PreferencesKeeper,
        themes: ThemeController,
        make_settings: "Callable[[], SettingsDialog]",
    ) -> None:
        super().__init__(window)
        self._window = window
        self._keeper = keeper
        self._themes = themes
        self._make_settings = make_settings

    def find_release(self) -> None:
        if not self._window.sides.library:
            self.toggle_library()
        self._window.library.focus_search()

    def choose_view(self, view: View) -> None:
        self._keeper.change(view=view)

    def choose_mode(self, mode: PreviewMode) -> None:
        """Show the release in another way, beside the text if it was not seen at all."""
        if self._keeper.preferences.view is View.WRITE:
            self._keeper.change(view=View.SPLIT)
        self._keeper.change(preview_mode=mode)

    def toggle_library(self) -> None:
        is_shown = self._window.sides.library
        self._keeper.change(is_library_shown=not is_shown)
        if not is_shown:
            self._window.show_side("library")

    def toggle_sidebar(self) -> None:
        """Show the sidebar, and the library that it narrows, or hide it."""
        is_shown = self._window.sides.sidebar
        if is_shown:
            self._keeper.change(is_sidebar_shown=False)
        else:
            self._keeper.change(is_sidebar_shown=True, is_library_shown=True)
            self._window.show_side("sidebar")

    def toggle_inspector(self) -> None:
        is_shown = self._window.sides.inspector
        self._keeper.change(is_inspector_shown=not is_shown)
        if not is_shown:
            self._window.show_side("inspector")

    def toggle_scrolling(self) -> None:
        """Scroll text and preview together, or each by itself."""
        self._keeper.change(is_scrolled_together=not self._keeper.preferences.is_scrolled_together)

    def toggle_theme(self) -> None:
        is_dark = self._themes.theme.is_dark
        self._keeper.change(theme=ThemeChoice.LIGHT if is_dark else ThemeChoice.DARK)

    def toggle_typography(self) -> None:
        """Set quotation marks and dashes while one types, or leave them as typed."""
        self._keeper.change(is_typographic=not self._keeper.preferences.is_typographic)

    def focus_next_pane(self) -> None:
        """Go round: sidebar, list, editor, inspector, top bar."""
        window = self._window
        panes: list[QWidget] = [window.library, window.editor, window.inspector, window.top_bar]
        if window.sidebar is not None:
            panes.insert(0, window.sidebar)
        shown = [pane for pane in panes if pane.isVisible()]
        focus = QApplication.focusWidget()
        at = next((n for n, pane in enumerate(shown) if _holds(pane, focus)), -1)
        following = shown[(at + 1) % len(shown)]
        if following is window.library:
            window.library.focus_list()
        elif following is window.editor:
            window.editor.focus_field("body")
        elif (first := _first_field(following)) is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot(str)
    def focus_field(self, name: str) -> None:
        """Put the cursor where a field of the release is edited, which is shown if need be."""
        name = name.removesuffix("_md")
        if name in _IN_EDITOR:
            self.show_editor()
            self._window.editor.focus_field(name)
        else:
            if not self._window.sides.inspector:
                self.toggle_inspector()
            self._window.inspector.focus_field(name)

    @Slot(int, int, str, int)
    def focus_place(self, first_line: int, last_line: int, around: str, offset: int) -> None:
        """Put the cursor where the page was pointed at; see `PreviewPane.body_clicked`."""
        self.show_editor()
        self._window.editor.text.go_to(first_line, last_line, around, offset)

    def show_editor(self) -> None:
        """Have the text seen, beside the preview if that was alone."""
        if self._keeper.preferences.view is View.PREVIEW:
            self._keeper.change(view=View.SPLIT)

    def open_settings(self) -> None:
        self._make_settings().open()

    def quit(self) -> None:
        self._window.close()


def _holds(pane: QWidget, focus: QWidget | None) -> bool:
    return focus is not None and (pane is focus or pane.isAncestorOf(focus))


def _first_field(pane: QWidget) -> QWidget | None:
    """Return what one reads first in a pane of what takes the keyboard."""
    fields = (one for one in in_reading_order(pane) if one.isVisible() and one.isEnabled())
    return next(fields, None)
