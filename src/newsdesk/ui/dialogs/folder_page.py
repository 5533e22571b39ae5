"""What stands in the window when the newsroom lies where no newsroom is safe."""

from PySide6.QtCore import QDir, Signal, Slot
from PySide6.QtWidgets import QLabel, QProgressBar, QWidget

from newsdesk.domain.errors import NewsdeskError, StorageError, StorageProblem
from newsdesk.ui.backup_words import size_of
from newsdesk.ui.dialogs.column_page import ColumnPage, IconTile, as_path, wrapped
from newsdesk.ui.dialogs.rescue_card import RescueCard
from newsdesk.ui.messages import words
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.buttons import link_button

_WIDEST = 660
_PARTS = 1000  # of the bar


class FolderPage(ColumnPage):
    """Offers to move it, then to use it where it is; nothing is deleted by either.

    Signals:
        move_requested(): bring it to a folder of this machine.
        allow_requested(): use it where it is.
        retry_requested(): look again.
        folder_requested(): choose another folder for the newsroom.
        quit_requested(): close the window.
    """

    move_requested = Signal()
    allow_requested = Signal()
    retry_requested = Signal()
    folder_requested = Signal()
    quit_requested = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(widest=_WIDEST, parent=parent)
        self._icon = IconTile(icons)
        self._icon.set_icon("warning", "warning")
        self._title = wrapped(role="title")
        self._text = wrapped()
        self._path = QLabel()
        self._problem = wrapped(role="error")
        self._problem.hide()
        self._doing = wrapped(role="caption")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._move = RescueCard("", self.tr("&Move it for me"), is_primary=True)
        self._allow = RescueCard("", self.tr("&Use it here all the same"))
        self._buttons = [
            link_button(self.tr("&Try again")),
            link_button(self.tr("Use another &folder…")),
            link_button(self.tr("&Quit")),
        ]
        self._arrange()
        self._end_work()
        self._move.chosen.connect(self.move_requested)
        self._allow.chosen.connect(self.allow_requested)
        self.setFocusProxy(self._move.button)

    def show_error(self, error: StorageError) -> None:
        """Say what is wrong with the folder."""
        message = words(error)
        self._title.setText(message.title)
        self._text.setText(message.text)
        self.setAccessibleName(message.title)
        self.setAccessibleDescription(message.text)
        self._path.setText(_isolated(error.path))
        self._show_allow(error)
        self.show_destination("")

    @Slot(str)
    def show_destination(self, folder: str) -> None:
        """Say where it would be moved to; "": nobody knows yet."""
        where = (
            self.tr("Everything is copied to {0} and compared").format(_isolated(folder))
            if folder
            else self.tr("Everything is copied to a folder of this machine alone and compared")
        )
        text = self.tr(
            "{0}: releases, pictures and backups. The folder here is left as it is, and newsdesk "
            "does not use it any more."
        )
        self._move.show_way(self.tr("Move it to this machine"), text.format(where))

    @Slot(object, object)
    def show_progress(self, done: int, total: int) -> None:
        """Say how many bytes of how many are moved."""
        self._bar.setRange(0, _PARTS if total else 0)
        self._bar.setValue(_PARTS * done // total if total else 0)
        self._doing.setText(
            self.tr("Moving: {0} of {1}…").format(size_of(done), size_of(total))
            if done < total
            else self.tr("Comparing what was moved…")
        )

    def show_work(self, doing: str) -> None:
        """Say what is under way; nothing else can be chosen meanwhile."""
        self._doing.setText(doing)
        self._bar.setAccessibleName(doing)
        self._bar.setRange(0, 0)
        self._problem.hide()
        for part in (self._doing, self._bar):
            part.show()
        for part in (self._move, self._allow, *self._buttons[:2]):
            part.setEnabled(False)

    @Slot(object)
    def show_failure(self, error: NewsdeskError) -> None:
        """Say why that did not work; the other ways are still there."""
        message = words(error)
        self._problem.setText(f"{message.title}. {message.text}")
        self._problem.show()
        self._end_work()
        self._move.button.setFocus()

    def _end_work(self) -> None:
        for part in (self._doing, self._bar):
            part.hide()
        for part in (self._move, self._allow, *self._buttons[:2]):
            part.setEnabled(True)

    def _show_allow(self, error: StorageError) -> None:
        is_cloud = error.problem is StorageProblem.CLOUD_FOLDER
        danger = (
            self.tr("newsdesk cannot keep {0} from copying half of what it writes.").format(
                _isolated(error.detail)
            )
            if is_cloud
            else self.tr("newsdesk cannot see whether another machine writes here too.")
        )
        text = self.tr(
            "Saving takes longer, and no other program can read the newsroom while it is open. {0} "
            "This is remembered for this folder."
        )
        self._allow.show_way(self.tr("Use it here all the same"), text.format(danger))

    def _arrange(self) -> None:
        as_path(self._path, self.tr("Folder of the newsroom"))
        signals = (self.retry_requested, self.folder_requested, self.quit_requested)
        for button, signal in zip(self._buttons, signals, strict=True):
            button.clicked.connect(signal)
        self.fill(
            (self._icon, self._title, self._text, self._path, self._problem),
            (self._doing, self._bar, self._move, self._allow),
            buttons=self._buttons,
        )


def _isolated(path: str) -> str:
    """Return a path as the system writes it, which reads from left to right in any sentence."""
    return f"\u2068{QDir.toNativeSeparators(path)}\u2069"
