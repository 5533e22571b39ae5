"""A run of texts that come in, as the user sees it: questions, how far it is, how it ended."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path, PurePath

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from newsdesk.ui.command_context import CommandContext
from newsdesk.ui.jobs.bring_in import BringIn
from newsdesk.ui.jobs.import_account import BroughtIn, CameIn, ImportAccount
from newsdesk.ui.messages import reason
from newsdesk.ui.widgets.notice_bar import UNDO_MS, Offer, Tone
from newsdesk.ui.widgets.progress_line import ProgressLine

_SHOWN_REFUSALS = 3


class BringingIn(QObject):
    """One run. It says how far it is beside other notices, and at its end how it went.

    What came in is shown where nothing else was begun meanwhile: nobody is torn away from what
    they write or look at.
    """

    def __init__(self, context: CommandContext, parent: QObject) -> None:
        from newsdesk.ui.dialogs.import_dialog import ImportDialog  # noqa: PLC0415 - when needed

        super().__init__(parent)
        self._context = context
        self._window = context.window
        self._notices = context.notices
        self._line: ProgressLine | None = None
        self._is_user_elsewhere = False
        self._begun_at = self._place()
        self._run = run = BringIn(context.store, context.now, self)
        run.progressed.connect(self._on_progressed)
        run.choice_needed.connect(self._ask_about_many)
        run.finished.connect(self._on_finished)
        context.window.library.selection_edited.connect(self._on_elsewhere)
        context.window.library.search_changed.connect(self._on_elsewhere)
        ImportDialog(context.store, context.icons, context.themes, context.window).follow(run)

    def start_files(self, paths: Sequence[PurePath]) -> None:
        self._run.start_files(paths)

    def start_text(self, text: str) -> None:
        self._run.start_text(text)

    @property
    def is_over(self) -> bool:
        return self._run.is_over

    @property
    def how_far(self) -> tuple[int, int]:
        """Files done, and files in all."""
        return self._run.files_done, self._run.total

    # Meanwhile ------------------------------------------------------------------------------

    @Slot(int, bool)
    def _ask_about_many(self, count: int, is_more: bool) -> None:
        from newsdesk.ui.dialogs.many_dialog import ManyDialog  # noqa: PLC0415 - when needed

        dialog = ManyDialog(count, is_more=is_more, parent=self._window)
        dialog.ask_chosen.connect(self._run.ask_about)
        dialog.cancelled.connect(self._run.cancel)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    @Slot(int, int, str)
    def _on_progressed(self, done: int, total: int, name: str) -> None:
        if total <= 1 or done >= total:
            return
        if self._line is None:
            self._line = self._notices.begin_progress(self.tr("Bringing in"))
            self._line.cancel_requested.connect(self._run.cancel)
        following = self.tr("Next: {0}").format(f"\u2068{name}\u2069") if name else ""
        self._line.show_progress(done, total, following)

    @Slot()
    def _on_elsewhere(self) -> None:
        self._is_user_elsewhere = True

    def _place(self) -> tuple[int, int]:
        """Return which release is open, and how far it was written."""
        session = self._context.session
        return session.generation, session.edits

    # How it ended ---------------------------------------------------------------------------

    @Slot(object)
    def _on_finished(self, outcome: BroughtIn) -> None:
        if self._line is not None:
            self._line.end()
        self._window.library.selection_edited.disconnect(self._on_elsewhere)
        self._window.library.search_changed.disconnect(self._on_elsewhere)
        offers: list[Offer] = []
        first = outcome.first
        if first and (self._is_user_elsewhere or self._place() != self._begun_at):
            offers.append(Offer(self.tr("Show"), partial(self._show_stored, first)))
        elif first:
            self._show_stored(first)
        if outcome.has_more_to_tell:
            offers.append(Offer(self.tr("Show the list"), partial(self._show_outcome, outcome)))
        if outcome.refused:
            self._say_refused(outcome, offers)
        elif first:
            text = (
                self.tr("“{0}” is brought in.").format(first.title)
                if outcome.stored == 1
                else self.tr("%Ln release(s) are brought in.", "", outcome.stored)
            )
            self._notices.show(text, Tone.DONE, offers, ms=UNDO_MS)
        self._run.deleteLater()

    def _show_stored(self, first: CameIn) -> None:
        self._window.library.show_all()
        self._context.opener.open(first.id)

    def _say_refused(self, outcome: BroughtIn, offers: Sequence[Offer]) -> None:
        told = [reason(error) for _name, error in outcome.refused[:_SHOWN_REFUSALS]]
        further = len(outcome.refused) - len(told)
        if further:
            told.append(self.tr("Nor could %Ln more file(s) be brought in.", "", further))
        if outcome.stored:
            told.append(self.tr("Brought in: %Ln release(s).", "", outcome.stored))
        else:
            told.append(self.tr("Nothing was changed."))
        self._notices.show(" ".join(told), Tone.WARNING, offers)

    def _show_outcome(self, outcome: BroughtIn) -> None:
        from newsdesk.ui.dialogs.import_outcome import (  # noqa: PLC0415 - when needed
            ImportOutcomeDialog,
        )

        dialog = ImportOutcomeDialog(outcome, self._context.icons, self._window)
        if (account := outcome.account) is not None:
            dialog.report_requested.connect(partial(self._ask_for_report, dialog, account))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _ask_for_report(self, parent: QWidget, account: ImportAccount) -> None:
        dialog = QFileDialog(parent, self.tr("Save report"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("json")
        dialog.setNameFilters([self.tr("Reports (*.json)")])
        dialog.selectFile(self.tr("import report"))
        dialog.fileSelected.connect(partial(self._write_report, account))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _write_report(self, account: ImportAccount, path: str) -> None:
        def written(_nothing: None) -> None:
            self._notices.show(
                self.tr("The report is saved as “{0}”.").format(PurePath(path).name),
                Tone.DONE,
                ms=UNDO_MS,
            )

        self._context.store.look(
            lambda _desk: account.write(Path(path)), written, self._notices.show_error
        )
