"""From a newsroom that lies where none is safe to one that is open."""

from collections.abc import Callable

from PySide6.QtCore import QDir, QObject, Signal, Slot

from newsdesk.domain.errors import StorageError
from newsdesk.services.moving import Moved
from newsdesk.ui.dialogs.folder_page import FolderPage
from newsdesk.ui.jobs.move_run import MoveRun
from newsdesk.ui.preferences_keeper import PreferencesKeeper
from newsdesk.ui.surroundings import Surroundings
from newsdesk.ui.theme.icons import Icons


class Moving(QObject):
    """The page with the two ways on, and what is done when one of them is taken.

    Signals:
        moved(str): the newsroom can be opened where it is now; what to say of that.
        allowed(): it can be opened where it is.
    """

    moved = Signal(str)
    allowed = Signal()

    def __init__(
        self,
        surroundings: Surroundings,
        keeper: PreferencesKeeper,
        end_journal: Callable[[], None],
        icons: Icons,
        parent: QObject,
    ) -> None:
        """`end_journal` writes down what is typed and not stored, so that it can be moved too."""
        super().__init__(parent)
        self._surroundings = surroundings
        self._keeper = keeper
        self._end_journal = end_journal
        self.page = FolderPage(icons)
        self._run = MoveRun(surroundings.open_moving, self)
        self._run.looked.connect(self.page.show_destination)
        self._run.progressed.connect(self.page.show_progress)
        self._run.failed.connect(self.page.show_failure)
        self._run.moved.connect(self._on_moved)
        self._run.allowed.connect(self.allowed)
        self.page.move_requested.connect(self._on_move)
        self.page.allow_requested.connect(self._run.allow)

    def begin(self, error: StorageError) -> None:
        """Say what is wrong, and find out where the newsroom could be moved to."""
        self.page.show_error(error)
        self._run.look()

    def stop(self) -> None:
        """Break off what is under way, which changes nothing."""
        self._run.stop()

    @Slot()
    def _on_move(self) -> None:
        self.page.show_work(self.tr("Moving the newsroom…"))
        self._end_journal()
        self._run.move()

    @Slot(object)
    def _on_moved(self, moved: Moved) -> None:
        """Work there from now on, at the next start too."""
        self._surroundings.go_to(moved.target)
        said = self.tr(
            "The newsroom lies in {0} now. What was in {1} is still there, as it was; nobody uses "
            "it any more."
        ).format(_isolated(moved.target), _isolated(moved.source))
        if self._surroundings.is_folder_given:
            how = self.tr("Start newsdesk with --data-dir {0} from now on.")
            said = f"{said} {how.format(_isolated(moved.target))}"
        else:
            self._keeper.change(data_dir="" if moved.is_usual else moved.target)
            self._keeper.write()
        self.moved.emit(said)


def _isolated(path: str) -> str:
    return f"\u2068{QDir.toNativeSeparators(path)}\u2069"
