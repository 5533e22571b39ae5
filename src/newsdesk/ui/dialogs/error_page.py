"""What stands in the window when the newsroom cannot be opened."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from newsdesk.domain.errors import StorageError
from newsdesk.ui.dialogs.column_page import ColumnPage, IconTile, wrapped
from newsdesk.ui.messages import words
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.buttons import link_button, primary_button, secondary_button
from newsdesk.ui.widgets.flow_layout import FlowLayout

_WIDEST = 600


class ErrorPage(ColumnPage):
    """Says what happened to the newsroom, what is safe, and offers every way on there is.

    Signals:
        retry_requested(): open it again.
        folder_requested(): choose another folder for the newsroom.
        read_requested(): go on without writing.
        quit_requested(): close the window.
    """

    retry_requested = Signal()
    folder_requested = Signal()
    read_requested = Signal()
    quit_requested = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(widest=_WIDEST, parent=parent)
        self._icon = IconTile(icons)
        self._title = wrapped(role="title")
        self._text = wrapped()
        self._place = QLabel(self.tr("Folder of the newsroom"))
        self._place.setProperty("role", "label")
        self._path = wrapped(role="result")
        self._path.setAccessibleName(self._place.text())
        self._path.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._path.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._place.setBuddy(self._path)
        self._retry = primary_button(self.tr("&Try again"))
        self._read = secondary_button(self.tr("&Read only"))
        self._folder = secondary_button(self.tr("Use another &folder…"))
        self._quit = link_button(self.tr("&Quit"))
        self._arrange()
        self.setFocusProxy(self._retry)

    def show_error(self, error: StorageError, *, is_readable: bool) -> None:
        """Say what is wrong; `is_readable`: what is stored can be looked at all the same."""
        message = words(error)
        self._icon.set_icon(message.tone.value, message.tone.value)
        self._title.setText(message.title)
        self._text.setText(message.text)
        self.setAccessibleName(message.title)
        self.setAccessibleDescription(message.text)
        self._path.setText(error.path)
        self._place.setVisible(bool(error.path))
        self._path.setVisible(bool(error.path))
        self._read.setVisible(is_readable)

    def _arrange(self) -> None:
        buttons = FlowLayout(spacing=8)
        for button, signal in (
            (self._retry, self.retry_requested),
            (self._read, self.read_requested),
            (self._folder, self.folder_requested),
            (self._quit, self.quit_requested),
        ):
            button.setAutoDefault(True)  # Enter presses the one that has the focus
            button.clicked.connect(signal)
            buttons.addWidget(button)
        self.column.addWidget(self._icon)
        self.column.addSpacing(8)
        self.column.addWidget(self._title)
        self.column.addWidget(self._text)
        self.column.addSpacing(8)
        self.column.addWidget(self._place)
        self.column.addWidget(self._path)
        self.column.addSpacing(16)
        self.column.addLayout(buttons)
