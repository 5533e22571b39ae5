"""The pane in which a release is written: its buttons, headline, subheadline and text."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from newsdesk.services.preferences import Preferences
from newsdesk.services.text_places import TextPlaces
from newsdesk.ui.editor.first_line_offer import FirstLineOffer
from newsdesk.ui.editor.focus_mode import FocusMode
from newsdesk.ui.editor.formats import TableChange, TextFormat
from newsdesk.ui.editor.headline_fields import HeadlineFields
from newsdesk.ui.editor.intake_bar import IntakeBar
from newsdesk.ui.editor.intake_notices import IntakeNotices
from newsdesk.ui.editor.markdown_editor import MarkdownEditor
from newsdesk.ui.editor.no_release_page import NoReleasePage
from newsdesk.ui.editor.release_texts import ReleaseTexts
from newsdesk.ui.editor.smart_typing import SmartTyping
from newsdesk.ui.editor.table_menu import TableMenu
from newsdesk.ui.editor.toolbar import Toolbar
from newsdesk.ui.editor.zoom import zoomed
from newsdesk.ui.session import BODY, ReleaseSession
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.theme.theme_controller import ThemeController
from newsdesk.ui.widgets.chip import Chip
from newsdesk.ui.widgets.notice_bar import NoticeBar

if TYPE_CHECKING:
    from newsdesk.ui.editor.find_bar import FindBar

_HEADER_PX = 44


class EditorPane(QWidget):
    """Shows the open release of a session, and says that none is open.

    Attributes:
        notice: what concerns this release.
        fields: headline and subheadline.
        text: the body.
        texts: the bodies of the releases that were open lately.
        typing: sets typographic marks in all three.
        is_in_table: whether the caret is in a table; told a moment later.
        find_bar: finds words in it; None until it was wanted once.

    Signals:
        cursor_moved(int, int): the caret is at this line and column of the text, from 1.
        undo_state_changed(): `can_undo` or `can_redo` may be another.
        table_entered_or_left(): `is_in_table` is another.
        new_requested(), import_requested(): there is no release, and the user wants one.
    """

    cursor_moved = Signal(int, int)
    undo_state_changed = Signal()
    table_entered_or_left = Signal()
    new_requested = Signal()
    import_requested = Signal()

    def __init__(
        self,
        session: ReleaseSession,
        themes: ThemeController,
        icons: Icons,
        places: TextPlaces | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`places` are where one was writing in the texts; None: nobody remembers them."""
        super().__init__(parent)
        self.setObjectName("editor_pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._is_writing = False
        self._was_body_last = True
        self.is_in_table = False
        self._toolbar = Toolbar(icons)
        self._status = Chip(themes)
        self._status.hide()
        self.notice = NoticeBar(icons)
        self.fields = HeadlineFields(session)
        self.text = MarkdownEditor(themes)
        self.fields.begin_at(self.text.margin_px)
        self._focus_mode = FocusMode(self.text, themes)
        self.texts = ReleaseTexts(self.text, places or TextPlaces())
        self.typing = SmartTyping(self._language, self)
        self._themes, self._icons = themes, icons
        self.find_bar: FindBar | None = None  # since `find`
        self._pages = QStackedWidget()
        self._no_release = NoReleasePage(icons)
        self._lay_out()
        self._connect()
        for field in (self.fields.headline, self.fields.subheadline):
            self.typing.watch(field)
        self.typing.watch(self.text, is_markdown=True)
        FirstLineOffer(session, self.fields.headline, self.text, self.notice)
        IntakeNotices(self.text, self.notice)
        session.set_body_source(self.text.text)
        self._on_opened()

    def _lay_out(self) -> None:
        header = QWidget()
        header.setObjectName("pane_header")
        header.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        header.setFixedHeight(_HEADER_PX)
        row = QHBoxLayout(header)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(8)
        row.addWidget(self._toolbar, 1)
        row.addWidget(self._status)
        writing = QWidget()
        self._column = column = QVBoxLayout(writing)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.fields)
        column.addWidget(IntakeBar(self.text.intake))
        column.addWidget(self.text, 1)
        self._pages.addWidget(self._no_release)
        self._pages.addWidget(writing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(header)
        layout.addWidget(self.notice)
        layout.addWidget(self._pages, 1)

    def _connect(self) -> None:
        session, text, fields = self._session, self.text, self.fields
        session.opened.connect(self._on_opened)
        session.changed.connect(self._on_changed)
        session.edited.connect(self._on_edited)
        session.undo.indexChanged.connect(self.undo_state_changed)
        text.text_edited.connect(self._on_text_edited)
        text.cursor_moved.connect(self.cursor_moved)
        text.cursor_moved.connect(self._look_for_table)
        text.left_upwards.connect(fields.enter_from_below)
        for changed in (text.undoAvailable, text.redoAvailable, text.focus_changed):
            changed.connect(self.undo_state_changed)
        fields.left_downwards.connect(self._enter_from_above)
        self._no_release.new_requested.connect(self.new_requested)
        self._no_release.import_requested.connect(self.import_requested)

    # What is shown --------------------------------------------------------------------------

    def set_toolbar(
        self,
        actions: Sequence[QAction | None],
        rarer: Sequence[QAction | None] = (),
        giving_way: Collection[QAction] = (),
    ) -> None:
        """Put buttons of these actions into the header: see `Toolbar.set_actions`."""
        self._toolbar.set_actions(actions, rarer, giving_way)

    def set_table_actions(self, actions: Sequence[QAction]) -> None:
        """Offer these over a table in the text."""
        TableMenu(self.text, actions).opening.connect(self._look_for_table)

    def set_status(self, text: str, kind: str) -> None:
        """Show the status of the release on a chip of the theme; "" is none."""
        self._status.set_state(text, kind)
        self._status.setVisible(bool(text))

    def show_as(self, preferences: Preferences) -> None:
        """Show the text as it was chosen: typeface, size, whether one paragraph stands out."""
        px = zoomed(preferences.editor_font_px, preferences.editor_zoom)
        self.text.set_font(preferences.editor_font, px)
        self.fields.begin_at(self.text.margin_px)
        self._focus_mode.is_on = preferences.is_focus_mode

    def open_find_bar(self, *, replaces: bool) -> None:
        """Open the bar that finds words in the text; `replaces`: and puts others there."""
        if self.find_bar is None:
            from newsdesk.ui.editor.find_bar import FindBar  # noqa: PLC0415 - not at the start

            self.find_bar = FindBar(self.text, self._themes, self._icons)
            self._column.insertWidget(self._column.indexOf(self.text), self.find_bar)
        self.find_bar.open_bar(replaces=replaces)

    def open_outline(self) -> None:
        """Open the list of headings and quotes over the text, to go to one."""
        from newsdesk.ui.editor.outline_picker import OutlinePicker  # noqa: PLC0415 - not at start

        OutlinePicker(self.text, self._language(), self).open_over(self)

    def add_bar(self, bar: QWidget) -> None:
        """Have room for a bar between the fields and the text."""
        self._column.insertWidget(self._column.indexOf(self.text), bar)

    def focus_field(self, name: str) -> None:
        """Give the keyboard to "headline", "subheadline" or "body"."""
        fields = {
            "headline": self.fields.headline,
            "subheadline": self.fields.subheadline,
            "body": self.text,
        }
        fields[name].setFocus()

    @Slot()
    def _on_opened(self) -> None:
        release = self._session.release
        self.notice.dismiss()
        self._was_body_last = True
        self._allow()
        self.texts.show(release)
        self._pages.setCurrentIndex(1 if release else 0)
        self.undo_state_changed.emit()

    @Slot(object)
    def _on_changed(self, names: frozenset[str]) -> None:
        if BODY in names and not self._is_writing and (release := self._session.release):
            self.text.reload(release.body_md)
        if "state" in names:
            self._allow()

    def _allow(self) -> None:
        self.text.set_editable(self._session.is_editable)

    # Writing --------------------------------------------------------------------------------

    def format_text(self, text_format: TextFormat) -> None:
        """Format what is selected in the text, which has the keyboard then."""
        self.text.format_text(text_format)
        self.text.setFocus()

    def change_table(self, change: TableChange) -> None:
        """Change the table the caret is in; the text has the keyboard then."""
        self.text.change_table(change)
        self.text.setFocus()

    @Slot()
    def _look_for_table(self) -> None:
        if (is_in_table := self.text.is_in_table) != self.is_in_table:
            self.is_in_table = is_in_table
            self.table_entered_or_left.emit()

    @property
    def can_undo(self) -> bool:
        return self.text.can_undo or self._session.undo_stack.canUndo()

    @property
    def can_redo(self) -> bool:
        return self.text.can_redo or self._session.undo_stack.canRedo()

    def undo(self) -> None:
        """Undo in the text while one writes there, else what was done last in a field."""
        stack = self._session.undo_stack
        if (self._is_about_text and self.text.can_undo) or not stack.canUndo():
            self.text.undo()
        else:
            stack.undo()

    def redo(self) -> None:
        stack = self._session.undo_stack
        if (self._is_about_text and self.text.can_redo) or not stack.canRedo():
            self.text.redo()
        else:
            stack.redo()

    @property
    def _is_about_text(self) -> bool:
        return self.text.hasFocus() or self._was_body_last

    def _language(self) -> str:
        head = self._session.head
        return head.language if head else ""

    @Slot()
    def _on_text_edited(self) -> None:
        self._is_writing = True
        self._session.edit_body()
        self._is_writing = False

    @Slot(object)
    def _on_edited(self, names: frozenset[str]) -> None:
        self._was_body_last = BODY in names

    @Slot()
    def _enter_from_above(self) -> None:
        self.text.setFocus()
