"""From a newsroom that is damaged to one that is open again."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from newsdesk.domain.errors import StorageError
from newsdesk.domain.rescue import Rescued
from newsdesk.ui.dialogs.rescue_page import RescuePage
from newsdesk.ui.jobs.rescue_run import RescueRun
from newsdesk.ui.theme.icons import Icons

if TYPE_CHECKING:
    from newsdesk.services.rescue import RescueService

_LISTED = 5  # headlines of a kind


class Rescuing(QObject):
    """The page with the ways back, and what is done when one of them is taken.

    Signals:
        brought_back(Rescued): the newsroom can be opened again.
    """

    brought_back = Signal(object)

    def __init__(
        self,
        open_rescue: "Callable[[], RescueService]",
        place: str,
        icons: Icons,
        parent: QObject,
    ) -> None:
        """`place` is the second one of backups, "" if none was chosen."""
        super().__init__(parent)
        self._place = place
        self.page = RescuePage(icons)
        self._run = RescueRun(open_rescue, self)
        self._run.surveyed.connect(self.page.show_survey)
        self._run.failed.connect(self.page.show_failure)
        self._run.rescued.connect(self.brought_back)
        self.page.restore_requested.connect(self._on_restore)
        self.page.salvage_requested.connect(self._on_salvage)

    def begin(self, error: StorageError) -> None:
        """Say what is wrong, and look for ways back."""
        self.page.show_error(error)
        self._run.survey(self._place)

    def stop(self) -> None:
        """Break off what is under way, which changes nothing."""
        self._run.stop()

    @Slot(str)
    def _on_restore(self, path: str) -> None:
        self.page.show_work(self.tr("Bringing the newsroom back from its backup…"))
        self._run.restore(path)

    @Slot()
    def _on_salvage(self) -> None:
        self.page.show_work(self.tr("Reading what can be read; this may take some minutes…"))
        self._run.salvage()

    def told(self, rescued: Rescued) -> str:
        """Return in words what came back."""
        said = [self.tr("The newsroom is back, with %Ln release(s).", "", rescued.releases)]
        for titles, text in (
            (rescued.drafts, self.tr("From the draft journal: {0}.")),
            (rescued.from_history, self.tr("Back from their history, so look at them: {0}.")),
            (rescued.doubtful, self.tr("Perhaps damaged, so compare with their history: {0}.")),
        ):
            if titles:
                said.append(text.format(self._listed(titles)))
        if rescued.lost_rows:
            said.append(self.tr("%Ln row(s) could not be read.", "", rescued.lost_rows))
        if rescued.aside:
            said.append(self.tr("The damaged file is kept as {0}.").format(_name(rescued.aside)))
        return " ".join(said)

    def _listed(self, titles: tuple[str, ...]) -> str:
        named = ", ".join(title or self.tr("Untitled") for title in titles[:_LISTED])
        return f"{named}, …" if len(titles) > _LISTED else named


def _name(path: str) -> str:
    return path.replace("\\", "/").rpartition("/")[2]
