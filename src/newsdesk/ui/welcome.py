"""What comes before the work: the first start, the samples, a newsroom that does not open."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from newsdesk.domain.backup import BackupReason
from newsdesk.domain.changes import Changes
from newsdesk.domain.errors import NewsdeskError, StorageError
from newsdesk.domain.newsroom import Newsroom
from newsdesk.domain.release import Release
from newsdesk.ui.command_context import CommandContext
from newsdesk.ui.messages import is_damage, is_passing, is_shared_folder, words
from newsdesk.ui.surroundings import Surroundings
from newsdesk.ui.timers import single_shot
from newsdesk.ui.widgets.notice_bar import UNDO_MS, Offer, Tone

if TYPE_CHECKING:
    from newsdesk.domain.rescue import Rescued
    from newsdesk.services.desk import Desk
    from newsdesk.services.samples import RemovedSamples
    from newsdesk.ui.moving import Moving
    from newsdesk.ui.rescuing import Rescuing

_RETRY_MS = 5_000  # while another newsdesk writes


class Welcome(QObject):
    """Pages instead of the panes, and notices about the newsroom as a whole."""

    def __init__(
        self,
        context: CommandContext,
        surroundings: Surroundings,
        end_journal: Callable[[], None],
    ) -> None:
        """`end_journal` writes down what is typed and not stored, and lets go of the journal."""
        super().__init__(context.window)
        self._context = context
        self._surroundings = surroundings
        self._end_journal = end_journal
        self._window = context.window
        self._page: QWidget | None = None
        self._is_error_shown = False  # on the page
        self._told = ""  # why it cannot be written in
        self._answers: dict[str, Any] = {}  # of the first start, until they are stored
        self._rescuing: Rescuing | None = None
        self._moving: Moving | None = None
        self._brought_back = ""  # what is to be said once it is open
        self._is_answered = False  # the first start, in this run
        self._is_furnished = False  # the samples are there, or need not be
        self._retry = single_shot(self, context.store.start, _RETRY_MS)
        context.store.refused.connect(self._on_refused)
        context.store.unreadable.connect(self._on_unreadable)
        context.store.opened.connect(self._on_opened)
        context.window.close_requested.connect(self._break_off)

    # The first start ------------------------------------------------------------------------

    def begin(self) -> None:
        """Ask who writes here, if nobody was asked on this machine yet."""
        if not self._context.keeper.preferences.is_set_up:
            self._ask()

    def _ask(self) -> None:
        from newsdesk.ui.dialogs.first_start_page import FirstStartPage  # noqa: PLC0415 - once

        page = FirstStartPage(self._context.store, self._context.icons)
        page.finished.connect(self._on_finished)
        page.skipped.connect(self._on_set_up)
        self._show(page)

    @Slot(object)
    def _on_finished(self, typed: Newsroom) -> None:
        """Note what was typed; what was left alone stays as the samples have it."""
        blank = Newsroom()
        self._answers = {
            name: getattr(typed, name)
            for name in Newsroom.__dataclass_fields__
            if getattr(typed, name) != getattr(blank, name)
        }
        self._on_set_up()

    @Slot()
    def _on_set_up(self) -> None:
        self._is_answered = True
        self._context.keeper.change(is_set_up=True)
        self._hide()
        self._window.library.focus_list()
        self._settle_in()

    def _install_samples(self) -> None:
        self._context.store.change(
            lambda desk: desk.samples.install_at_first_start(), self._on_installed
        )

    def _on_installed(self, installed: list[Release]) -> None:
        if installed:
            self._context.opener.open_stored(installed[-1])
        self._is_furnished = True
        self._settle_in()
        if installed and not self._is_answered and self._context.keeper.preferences.is_set_up:
            self._offer_removal()  # on a machine that was set up, but with another newsroom

    def _settle_in(self) -> None:
        """Store the answers, once the samples are there: they go only into an untouched house."""
        if not (self._is_answered and self._is_furnished):
            return
        answers, self._answers = self._answers, {}

        def save(desk: "Desk") -> tuple[Newsroom, Changes]:
            return desk.newsroom.save(replace(desk.newsroom.get(), **answers))

        if answers:
            self._context.store.change(save)
        self._offer_removal()

    # The samples ----------------------------------------------------------------------------

    def _offer_removal(self) -> None:
        def offer(are_there: bool) -> None:
            if are_there:
                self._context.notices.show(
                    self.tr("These releases are a small sample newsroom, to look around in."),
                    Tone.INFO,
                    [Offer(self.tr("Remove the samples"), self.remove_samples)],
                )

        self._context.store.read(lambda desk: desk.samples.are_there(), offer)

    @Slot()
    def remove_samples(self) -> None:
        self._context.autosave.flush(lambda _: self._remove())

    def _remove(self) -> None:
        def remove() -> None:
            self._context.store.change(lambda desk: desk.samples.remove(), self._on_removed)

        self._context.back_up_before(BackupReason.REMOVAL, remove)

    def _on_removed(self, removed: "RemovedSamples") -> None:
        context = self._context
        if context.session.release_id in set(removed.releases):
            context.opener.close()

        def undo() -> None:
            context.store.change(lambda desk: desk.samples.undo_remove(removed))

        context.notices.show(
            self.tr("The sample newsroom is gone. Its releases are in the trash."),
            Tone.DONE,
            [Offer(self.tr("Undo"), undo)],
            ms=UNDO_MS,
        )

    # A newsroom that does not open ----------------------------------------------------------

    @Slot(object)
    def _on_refused(self, error: NewsdeskError) -> None:
        """It cannot be written in: read on, say so once, and try again where waiting helps."""
        self._context.session.set_writable(False)
        if is_shared_folder(error):
            return  # it cannot be read either, and a page says more
        message = words(error)
        text = f"{message.title}. {message.text}"
        if text != self._told:
            self._told = text
            offers = [Offer(self.tr("Try again"), self._try_again)]
            if is_damage(error):
                offers.insert(0, Offer(self.tr("Bring it back…"), partial(self._rescue, error)))
            self._context.notices.show(text, message.tone, offers)
        if is_passing(error):
            self._retry.start()

    def _try_again(self) -> None:
        self._told = ""
        self._context.store.start()

    @Slot(object)
    def _on_unreadable(self, error: NewsdeskError) -> None:
        from newsdesk.ui.dialogs.error_page import ErrorPage  # noqa: PLC0415 - hopefully never

        if not isinstance(error, StorageError):
            self._context.notices.show_error(error)
            return
        if is_damage(error):
            self._rescue(error)
            return
        if is_shared_folder(error):
            self._offer_move(error)
            return
        if not is_passing(error):
            self._retry.stop()
        self._context.notices.bar.dismiss()
        page = ErrorPage(self._context.icons)
        page.show_error(error, is_readable=False)
        page.retry_requested.connect(self._context.store.start)
        page.folder_requested.connect(self._choose_folder)
        page.quit_requested.connect(self._window.close)
        self._show(page)
        self._is_error_shown = True

    def _offer_move(self, error: StorageError) -> None:
        """Show the ways on from a folder where no newsroom is safe."""
        from newsdesk.ui.moving import Moving  # noqa: PLC0415 - hopefully never

        context = self._context
        self._retry.stop()
        context.notices.bar.dismiss()
        self._end_moving()
        self._moving = moving = Moving(
            self._surroundings, context.keeper, self._end_journal, context.icons, self
        )
        page = moving.page
        page.retry_requested.connect(context.store.start)
        page.folder_requested.connect(self._choose_folder)
        page.quit_requested.connect(self._window.close)
        moving.moved.connect(self._on_moved)
        moving.allowed.connect(context.store.start)
        self._show(page)
        self._is_error_shown = True
        moving.begin(error)

    @Slot(str)
    def _on_moved(self, told: str) -> None:
        self._end_moving()
        self._brought_back = told
        self._context.store.open_anew()

    def _end_moving(self) -> None:
        if self._moving is not None:
            self._moving.stop()
            self._moving.deleteLater()
            self._moving = None

    def _rescue(self, error: NewsdeskError) -> None:
        """Show the ways back to a newsroom that is damaged."""
        from newsdesk.ui.rescuing import Rescuing  # noqa: PLC0415 - hopefully never

        if not isinstance(error, StorageError):
            return
        self._retry.stop()
        self._context.notices.bar.dismiss()
        self._end_rescue()
        context = self._context
        self._rescuing = rescuing = Rescuing(
            context.open_rescue, context.keeper.preferences.backup_folder, context.icons, self
        )
        page = rescuing.page
        page.read_requested.connect(self._hide)
        page.retry_requested.connect(self._context.store.start)
        page.folder_requested.connect(self._choose_folder)
        page.quit_requested.connect(self._window.close)
        rescuing.brought_back.connect(self._on_brought_back)
        self._show(page)
        self._is_error_shown = True
        rescuing.begin(error)

    @Slot(object)
    def _on_brought_back(self, rescued: "Rescued") -> None:
        """Open what was made, and say what came back."""
        told = self._rescuing.told(rescued) if self._rescuing else ""
        self._end_rescue()
        self._brought_back = told
        self._context.store.open_anew()

    @Slot()
    def _break_off(self) -> None:
        for work in (self._rescuing, self._moving):
            if work is not None:
                work.stop()

    def _end_rescue(self) -> None:
        if self._rescuing is not None:
            self._rescuing.stop()
            self._rescuing.deleteLater()
            self._rescuing = None

    @Slot()
    def _on_opened(self) -> None:
        bar = self._context.notices.bar
        if self._is_error_shown and not (self._rescuing and self._context.store.refusal):
            self._hide()
            self.begin()
        if self._context.store.is_writable:
            told, self._brought_back = self._brought_back, ""
            if told:
                self._context.notices.show(told, Tone.DONE)
            self._retry.stop()
            if bar.text() == self._told:
                bar.dismiss()
            self._told = ""
            self._look_around()

    def _look_around(self) -> None:
        """Put the samples into a house that nobody has set up; ask nothing of one that is."""

        def decide(newsroom: Newsroom) -> None:
            if newsroom.version == 0:
                self._install_samples()
                return
            self._is_furnished = True
            self._settle_in()
            if not self._context.keeper.preferences.is_set_up:
                self._context.keeper.change(is_set_up=True)
                self._hide()

        self._context.store.read(lambda desk: desk.newsroom.get(), decide)

    @Slot()
    def _choose_folder(self) -> None:
        dialog = QFileDialog(self._window, self.tr("Where the newsroom lies"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self._on_folder_chosen)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    @Slot(str)
    def _on_folder_chosen(self, folder: str) -> None:
        self._context.keeper.change(data_dir=folder)
        self._context.keeper.write()
        self._context.notices.show(
            self.tr("At the next start newsdesk opens the newsroom in {0}.").format(folder)
        )

    # Pages ----------------------------------------------------------------------------------

    def _show(self, page: QWidget) -> None:
        self._hide()
        self._page = page
        self._window.show_page(page)
        page.setFocus()

    def _hide(self) -> None:
        if self._page is not None:
            self._window.remove_page(self._page)
            self._page = None
            self._is_error_shown = False
