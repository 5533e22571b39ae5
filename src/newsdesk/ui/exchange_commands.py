"""Bringing texts in and writing pages out."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from newsdesk.domain.backup import BackupReason
from newsdesk.domain.errors import NewsdeskError
from newsdesk.domain.export_record import ExportFormat
from newsdesk.domain.ids import ReleaseId
from newsdesk.domain.query import ReleaseQuery, ReleaseSummary
from newsdesk.domain.release import Release
from newsdesk.ui.command_context import CommandContext
from newsdesk.ui.dialogs.differences import changed_fields
from newsdesk.ui.history_commands import compare_with_theirs
from newsdesk.ui.jobs.bring_in import BringIn
from newsdesk.ui.jobs.import_account import BroughtIn, ImportAccount
from newsdesk.ui.messages import reason
from newsdesk.ui.taking_over import SUFFIX, TakingOver, is_handed_over
from newsdesk.ui.widgets.notice_bar import UNDO_MS, Offer, Tone

if TYPE_CHECKING:
    from newsdesk.services.desk import Desk

_SHOWN_REFUSALS = 3


class ExchangeCommands(QObject):
    """Commands that let texts in or pages out, and what is asked meanwhile."""

    def __init__(self, context: CommandContext) -> None:
        super().__init__(context.window)
        self._context = context
        self._window = context.window
        self._notices = context.notices
        self._taking_over = TakingOver(context)

    # In -------------------------------------------------------------------------------------

    @Slot()
    def choose_files(self) -> None:
        def choose(suffixes: Sequence[str]) -> None:
            dialog = QFileDialog(self._window, self.tr("Import"))
            dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
            patterns = " ".join(f"*{suffix}" for suffix in suffixes)
            dialog.setNameFilters(
                [self.tr("Texts ({0})").format(patterns), self.tr("All files (*)")]
            )
            dialog.filesSelected.connect(self.bring_in)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

        self._context.store.read(lambda _desk: _suffixes(), choose)

    @Slot(list)
    def bring_in(self, paths: Sequence[str]) -> None:
        """Bring files in; each that is not certain is shown first.

        What another newsdesk handed over comes before the texts.
        """
        if not self._is_writable():
            return
        texts = [PurePath(path) for path in paths if not is_handed_over(path)]
        if len(texts) == len(paths):
            self._bring_in_texts(texts)
            return
        handed_over = [path for path in paths if is_handed_over(path)]
        self._taking_over.take(handed_over, partial(self._bring_in_texts, texts))

    def _bring_in_texts(self, paths: Sequence[PurePath]) -> None:
        if paths:
            # begun at once, of this moment: long before the first text is read, let alone stored
            self._context.back_up_before(BackupReason.IMPORT, lambda: None)
            self._run().start_files(paths)

    @Slot()
    def paste(self) -> None:
        text = QGuiApplication.clipboard().text()
        if not self._is_writable():
            return
        if text.strip():
            self._run().start_text(text)
        else:
            self._notices.show(
                self.tr("There is no text on the clipboard. Copy one, then paste it here."),
                ms=UNDO_MS,
            )

    def _is_writable(self) -> bool:
        """Tell whether anything can be brought in; if not, say why."""
        refusal = self._context.store.refusal
        if refusal is not None:
            self._notices.show_error(refusal)
        return refusal is None

    def _run(self) -> BringIn:
        from newsdesk.ui.dialogs.import_dialog import ImportDialog  # noqa: PLC0415 - when needed

        context = self._context
        run = BringIn(context.store, context.now, self)
        run.progressed.connect(partial(self._show_progress, run))
        run.choice_needed.connect(partial(self._ask_about_many, run))
        run.finished.connect(partial(self._on_brought_in, run))
        ImportDialog(context.store, context.icons, context.themes, self._window).follow(run)
        return run

    def _ask_about_many(self, run: BringIn, count: int, is_more: bool) -> None:
        from newsdesk.ui.dialogs.many_dialog import ManyDialog  # noqa: PLC0415 - when needed

        dialog = ManyDialog(count, is_more=is_more, parent=self._window)
        dialog.ask_chosen.connect(run.ask_about)
        dialog.cancelled.connect(run.cancel)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _show_progress(self, run: BringIn, done: int, total: int, name: str) -> None:
        if total > 1 and done < total:
            said = self.tr("Bringing in: {0} of {1} done.").format(
                self._window.locale().toString(done), self._window.locale().toString(total)
            )
            following = self.tr("Next: {0}").format(f"\u2068{name}\u2069")
            self._notices.show(
                f"{said} {following}" if name else said,
                Tone.INFO,
                [Offer(self.tr("Cancel"), run.cancel)],
            )

    def _on_brought_in(self, run: BringIn, outcome: BroughtIn) -> None:
        run.deleteLater()
        if outcome.stored:
            self._window.library.show_all()
            self._context.opener.open(outcome.stored[0].id)
        offers = (
            [Offer(self.tr("Show the list"), partial(self._show_outcome, outcome))]
            if outcome.has_more_to_tell
            else []
        )
        if outcome.refused:
            self._say_refused(outcome, offers)
        elif outcome.stored:
            text = (
                self.tr("“{0}” is brought in.").format(_title(outcome.stored[0]))
                if len(outcome.stored) == 1
                else self.tr("%Ln release(s) are brought in.", "", len(outcome.stored))
            )
            self._notices.show(text, Tone.DONE, offers, ms=UNDO_MS)
        else:
            self._notices.bar.dismiss()

    def _say_refused(self, outcome: BroughtIn, offers: Sequence[Offer]) -> None:
        told = [reason(error) for _name, error in outcome.refused[:_SHOWN_REFUSALS]]
        further = len(outcome.refused) - len(told)
        if further:
            told.append(self.tr("Nor could %Ln more file(s) be brought in.", "", further))
        if outcome.stored:
            told.append(self.tr("Brought in: %Ln release(s).", "", len(outcome.stored)))
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

        self._context.store.read(
            lambda _desk: account.write(Path(path)), written, self._notices.show_error
        )

    # Out ------------------------------------------------------------------------------------

    @Slot()
    def export_open(self) -> None:
        release = self._context.session.release
        if release is not None:
            self._export([release.id])

    @Slot()
    def export_pdf(self) -> None:
        """Export the open release, with PDF chosen."""
        release = self._context.session.release
        if release is not None:
            self._export([release.id], ExportFormat.PDF)

    def export_selected(self) -> None:
        self._export(self._window.library.selected_ids())

    def export_all(self) -> None:
        self._context.store.read(lambda desk: desk.releases.ids(ReleaseQuery()), self._export)

    def _export(self, ids: Sequence[ReleaseId], format_: ExportFormat | None = None) -> None:
        """Ask where to; what is written is what is stored, so that is done first."""

        def read(desk: "Desk") -> list[ReleaseSummary]:
            return desk.releases.rows(ids)

        def flushed(is_saved: bool) -> None:
            if is_saved:
                self._context.store.read(read, partial(self._ask_where, format_))
            elif (error := self._context.autosave.error) is not None:
                self._notices.show_error(error)

        self._context.autosave.flush(flushed)

    def _ask_where(self, format_: ExportFormat | None, rows: Sequence[ReleaseSummary]) -> None:
        from newsdesk.ui.dialogs.export_dialog import ExportDialog  # noqa: PLC0415 - when needed

        if not rows:
            return
        context = self._context
        folder = context.keeper.preferences.export_folder
        dialog = ExportDialog(
            rows,
            folder,
            context.store,
            context.icons,
            format_=format_,
            now=context.now,
            parent=self._window,
        )
        dialog.folder_edited.connect(context.keeper.setter("export_folder"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    # Two versions ---------------------------------------------------------------------------

    def ask_whose(self, mine: Release, theirs: Release) -> None:
        """Somebody else saved the release that is open here: let the user decide."""
        session, autosave = self._context.session, self._context.autosave
        now, base = session.release, session.base
        if now is not None and now.id == mine.id:
            mine = now  # with what was typed since it was found stale
        if not changed_fields(mine, theirs):  # the same text, saved twice
            session.replace_stored(theirs)
            autosave.forget(mine.id)
        elif base and base.id == theirs.id and not changed_fields(base, theirs):
            autosave.keep_mine(replace(mine, version=theirs.version))  # mine goes on from theirs
        else:
            self._ask_whose(mine, theirs)

    def _ask_whose(self, mine: Release, theirs: Release) -> None:
        from newsdesk.ui.dialogs.stale_dialog import StaleDialog  # noqa: PLC0415 - rarely

        dialog = StaleDialog(mine, theirs, self._window)
        dialog.comparison_requested.connect(
            partial(compare_with_theirs, self._context, mine, theirs, dialog)
        )
        dialog.choice_made.connect(partial(self._on_choice, mine, theirs))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _on_choice(self, mine: Release, theirs: Release, choice: str) -> None:
        context = self._context
        if choice == "mine":
            context.autosave.keep_mine(replace(mine, version=theirs.version))
            return
        context.session.replace_stored(theirs)
        context.autosave.forget(mine.id)
        if choice == "both":
            context.store.change(
                lambda desk: desk.releases.keep_as_copy(mine),
                lambda copy: self._notices.show(
                    self.tr("Your version is kept as “{0}”.").format(_title(copy)), Tone.DONE
                ),
                partial(self._ask_again, mine, theirs),
            )

    def _ask_again(self, mine: Release, theirs: Release, error: NewsdeskError) -> None:
        """The copy could not be stored: the text is here still, until it is."""
        self._notices.show_error(error)
        self._ask_whose(mine, theirs)


def _title(release: Release) -> str:
    return release.headline or release.slug


def _suffixes() -> tuple[str, ...]:
    from newsdesk.services.import_sources import importable_suffixes  # noqa: PLC0415 - slow to import

    return (*importable_suffixes(), SUFFIX)
