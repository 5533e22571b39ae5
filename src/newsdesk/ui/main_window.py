"""The window: where everything stands. What it does is in `wiring.py` and `*_commands.py`."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QMimeData, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QLabel,
    QLayout,
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from newsdesk.ui.editor.picture_intake import are_pictures
from newsdesk.ui.pane_room import CENTRE_LEAST, SIDE_LEAST, SIDEBAR_LEAST, Sides, sides_shown
from newsdesk.ui.widgets.tab_order import go_on_reading

if TYPE_CHECKING:
    from newsdesk.services.preferences import Preferences
    from newsdesk.ui.editor.editor_pane import EditorPane
    from newsdesk.ui.inspector.inspector import Inspector
    from newsdesk.ui.library.library_panel import LibraryPanel
    from newsdesk.ui.preview.preview_pane import PreviewPane
    from newsdesk.ui.status_bar import StatusBar
    from newsdesk.ui.top_bar import TopBar
    from newsdesk.ui.widgets.notice_bar import NoticeBar

_SIZE = (1440, 900)
_SMALLEST = (760, 480)
_HANDLE_PX = 1
_SHARE = 1_000  # the editor's and the preview's widths together, as stretch


class MainWindow(QMainWindow):
    """Top bar, notices, four panes side by side or five, status bar.

    Signals:
        painted_first(): the window is on the screen; now may come what is slow.
        files_dropped(list): paths of files to be brought in.
        pictures_dropped(list): paths of pictures, beside the text: it takes its own.
        close_requested(): the user wants to go; whoever listens calls `close_for_good`.
        desk_shown(): the panes have come or gone.
        sides_changed(): sidebar, library or inspector have come or gone.
        panes_edited(): the user moved a splitter or resized the window.
        full_screen_changed(): the window fills the screen now, or no longer.
    """

    painted_first = Signal()
    files_dropped = Signal(list)
    pictures_dropped = Signal(list)
    close_requested = Signal()
    desk_shown = Signal()
    sides_changed = Signal()
    panes_edited = Signal()
    full_screen_changed = Signal()

    def __init__(self) -> None:
        """An empty window: `furnish` puts in most, the other two follow by themselves."""
        super().__init__()
        self.setWindowTitle("newsdesk")
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_SIZE)
        self.top_bar: TopBar  # since `furnish`, as the next four
        self.notices: NoticeBar
        self.library: LibraryPanel
        self.editor: EditorPane
        self.status: StatusBar
        self.sidebar: QWidget | None = None  # until `place_sidebar`: most do without it
        self.preview: PreviewPane  # since `place_preview`
        self.inspector: Inspector  # since `place_inspector`
        self._may_close = False
        self._was_painted = False
        self._is_furnished = False
        self._wanted = Sides(library=True, inspector=True)
        self._last_asked = "library"
        self._centre_panes = 2

    def furnish(
        self,
        *,
        top_bar: "TopBar",
        notices: "NoticeBar",
        library: "LibraryPanel",
        editor: "EditorPane",
        status_bar: "StatusBar",
    ) -> None:
        """Lay out the panes, in place of whatever the window showed before."""
        self.top_bar = top_bar
        self.notices = notices
        self.library = library
        self.editor = editor
        self.status = status_bar
        self._preview_place = _place("preview_pane")
        self._inspector_place = _place("inspector")
        self._inspector_place.setMinimumWidth(SIDE_LEAST)
        self._sidebar_place = _place("sidebar")  # empty until it is wanted
        self._sidebar_place.setMinimumWidth(SIDEBAR_LEAST)
        self._sidebar_place.hide()
        for pane in (editor, self._preview_place):
            pane.setMinimumWidth(CENTRE_LEAST)
        self._centre = _splitter(editor, self._preview_place)
        self._centre.setStretchFactor(0, 1)
        self._centre.setStretchFactor(1, 1)
        self._panes = _splitter(self._sidebar_place, library, self._centre, self._inspector_place)
        self._panes.setStretchFactor(2, 1)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._panes)
        self._drop_hint = QLabel(self.tr("Drop to bring in"), self)
        self._drop_hint.setObjectName("drop_hint")
        self._drop_hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._drop_hint.setAttribute(Qt.WidgetAttribute.WA_NativeWindow)  # above the preview's
        self._drop_hint.hide()
        self._lay_out()
        self._panes.splitterMoved.connect(self.panes_edited)
        self._centre.splitterMoved.connect(self.panes_edited)
        self.setAcceptDrops(True)
        self._is_furnished = True

    def _lay_out(self) -> None:
        root = QWidget()
        root.setObjectName("root")
        layout = QVBoxLayout(root)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part in (self.top_bar, self.notices):
            layout.addWidget(part)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self.status)
        self.setCentralWidget(root)

    def place_preview(self, preview: "PreviewPane") -> None:
        self.preview = preview
        _layout_of(self._preview_place).addWidget(preview)

    def place_inspector(self, inspector: "Inspector") -> None:
        self.inspector = inspector
        _layout_of(self._inspector_place).addWidget(inspector)

    def place_sidebar(self, sidebar: QWidget) -> None:
        self.sidebar = sidebar
        _layout_of(self._sidebar_place).addWidget(sidebar)

    def coloured_panes(self) -> list[tuple[QWidget, str]]:
        """Return the panes and the colours of their ground."""
        return [
            (self.top_bar, "surface"),
            (self._sidebar_place, "side"),
            (self.library, "side"),
            (self.editor, "surface"),
            (self._preview_place, "canvas"),
            (self._inspector_place, "side"),
            (self.status, "surface"),
        ]

    # How it is laid out ---------------------------------------------------------------------

    def restore(self, preferences: "Preferences") -> None:
        """Lay the window out as it was left."""
        if not self.isVisible():
            self.restore_place(preferences.window_geometry)
        self.show_panes(preferences)
        self._give_widths(preferences)
        left = round(_SHARE * preferences.editor_share)
        self._centre.setSizes([left, _SHARE - left])

    def _give_widths(self, preferences: "Preferences") -> None:
        before = [preferences.sidebar_px, preferences.library_px]
        shown = before if self.sides.sidebar else before[1:]
        middle = max(1, self.width() - sum(shown) - preferences.inspector_px)
        self._panes.setSizes([*before, middle, preferences.inspector_px])

    def restore_place(self, geometry: str) -> None:
        """Stand where the window stood, at its size; `geometry` is Qt's, in base64, or empty."""
        if geometry:
            self.restoreGeometry(QByteArray.fromBase64(geometry.encode()))

    def show_panes(self, preferences: "Preferences") -> None:
        """Show the panes that are wanted."""
        wanted = Sides(
            preferences.is_library_shown,
            preferences.is_inspector_shown,
            preferences.is_sidebar_shown,
        )
        if wanted.library and not self._wanted.library:
            self._last_asked = "library"
        elif wanted.inspector and not self._wanted.inspector:
            self._last_asked = "inspector"
        self._wanted = wanted
        self._centre_panes = 2 if preferences.view == "split" else 1
        self.editor.setVisible(preferences.view != "preview")
        self._preview_place.setVisible(preferences.view != "write")
        self.top_bar.set_view(preferences.view)
        self._make_room()

    def show_side(self, name: str) -> None:
        """Show sidebar, library or inspector, also where there is no room for all of them."""
        self._last_asked = name
        self._make_room()

    @property
    def sides(self) -> Sides:
        """The panes at the sides that are seen."""
        return Sides(
            not self.library.isHidden(),
            not self._inspector_place.isHidden(),
            not self._sidebar_place.isHidden(),
        )

    def _make_room(self) -> None:
        shown = sides_shown(
            self._wanted,
            self.width(),
            centre_panes=self._centre_panes,
            last_asked=self._last_asked,
        )
        if shown != self.sides:
            self.library.setVisible(shown.library)
            self._inspector_place.setVisible(shown.inspector)
            self._sidebar_place.setVisible(shown.sidebar)
            self.sides_changed.emit()

    def layout_fields(self) -> dict[str, object]:
        """Return how the window is laid out, as fields of `Preferences`."""
        fields: dict[str, object] = {}
        if not self.isFullScreen():  # the next start is in the place that it came from
            fields["window_geometry"] = bytes(self.saveGeometry().toBase64().data()).decode()
        if not self.is_desk_shown:
            return fields
        sidebar, library, _, inspector = self._panes.sizes()
        if sidebar and not self._sidebar_place.isHidden():
            fields["sidebar_px"] = sidebar
        if library and not self.library.isHidden():
            fields["library_px"] = library
        if inspector and not self._inspector_place.isHidden():
            fields["inspector_px"] = inspector
        left, right = self._centre.sizes()
        if left and right:
            fields["editor_share"] = round(left / (left + right), 3)
        return fields

    def show_page(self, page: QWidget | None) -> None:
        """Show a page instead of the panes; None: the panes again."""
        if page is None:
            page = self._panes
        elif self._pages.indexOf(page) < 0:
            self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        for part in (self.top_bar, self.status):
            part.setVisible(self.is_desk_shown)
        self.desk_shown.emit()

    @property
    def is_desk_shown(self) -> bool:
        """Whether the panes are there to work with, not a page in their place."""
        return self._pages.currentWidget() is self._panes

    def remove_page(self, page: QWidget) -> None:
        self.show_page(None)
        self._pages.removeWidget(page)
        page.deleteLater()

    def set_full_screen(self, is_full_screen: bool) -> None:
        """Fill the screen, or stand again where it stood."""
        full = Qt.WindowState.WindowFullScreen
        states = self.windowState()
        self.setWindowState(states | full if is_full_screen else states & ~full)

    def close_for_good(self) -> None:
        """Close without asking anybody again."""
        self._may_close = True
        self.close()

    # Qt's events ----------------------------------------------------------------------------

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, N802 - Qt's names
        return go_on_reading(self, is_forward=next) or super().focusNextPrevChild(next)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        if not self._was_painted:
            self._was_painted = True
            # behind the paint event that showing has queued
            QTimer.singleShot(0, self, self._on_shown)

    def _on_shown(self) -> None:
        QTimer.singleShot(0, self, self.painted_first.emit)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() is QEvent.Type.WindowStateChange:
            self.full_screen_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        if not self._is_furnished:
            return
        self.top_bar.set_width(self.width())
        self._make_room()
        self._drop_hint.setGeometry(self.rect().adjusted(24, 24, -24, -24))
        self.panes_edited.emit()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        if not self._may_close:
            self.close_requested.emit()
        if self._may_close:  # perhaps only now: where nothing waits to be stored
            super().closeEvent(event)
        else:
            event.ignore()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        paths = _paths(event.mimeData())
        if self.is_desk_shown and paths and not self._is_own(event):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            if not are_pictures(paths):  # for them the text below must be reached
                self._drop_hint.show()
                self._drop_hint.raise_()

    def _is_own(self, event: QDragEnterEvent) -> bool:
        """Tell whether it comes out of the list: nothing is brought in that is here."""
        source = event.source()
        return isinstance(source, QWidget) and (
            source is self.library or self.library.isAncestorOf(source)
        )

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:  # noqa: N802 - Qt's name
        self._drop_hint.hide()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        self._drop_hint.hide()
        if paths := _paths(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            (self.pictures_dropped if are_pictures(paths) else self.files_dropped).emit(paths)


def _place(name: str) -> QWidget:
    """Return where a pane will stand, already in its colours."""
    place = QWidget()
    place.setObjectName(name)
    place.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    layout = QVBoxLayout(place)
    layout.setContentsMargins(0, 0, 0, 0)
    return place


def _layout_of(place: QWidget) -> QLayout:
    layout = place.layout()
    assert layout is not None
    return layout


def _splitter(*widgets: QWidget) -> QSplitter:
    splitter = QSplitter()
    splitter.setHandleWidth(_HANDLE_PX)
    splitter.setChildrenCollapsible(False)
    for widget in widgets:
        splitter.addWidget(widget)
    return splitter


def _paths(data: QMimeData) -> list[str]:
    urls: list[QUrl] = data.urls()
    return [url.toLocalFile() for url in urls if url.isLocalFile()]
