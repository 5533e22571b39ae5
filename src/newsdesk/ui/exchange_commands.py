"""Bringing texts in and writing pages out."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from newsdesk.domain.backup import BackupReason
from newsdesk.domain.errors import NewsdeskError
from newsdesk.domain.export_record import ExportFormat
from newsdesk.domain.ids import ReleaseId
from newsdesk.domain.query import ReleaseQuery, ReleaseSummary
from newsdesk.domain.release import Release
from newsdesk.ui.bringing_in import BringingIn
from newsdesk.ui.command_context import CommandContext
from newsdesk.ui.dialogs.differences import changed_fields
from newsdesk.ui.history_commands import compare_with_theirs
from newsdesk.ui.taking_over import SUFFIX, TakingOver, is_handed_over
from newsdesk.ui.widgets.notice_bar import UNDO_MS, Offer, Tone

if TYPE_CHECKING:
    from newsdesk.services.desk import Desk


class ExchangeCommands(QObject):
    """Commands that let texts in or pages out, and what is asked meanwhile."""

    def __init__(self, context: CommandContext) -> None:
        super().__init__(context.window)
        self._context = context
        self._window = context.window
        self._notices = context.notices
        self._taking_over = TakingOver(context)
        self._runs: list[BringingIn] = []

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

    def before_closing(self, go_on: Callable[[], None]) -> None:
        """Call `go_on`; while texts come in, once the user has said so."""
        under_way = [run for run in self._runs if not run.is_over]
        if not under_way:
            go_on()
            return
        done = sum(run.how_far[0] for run in under_way)
        total = sum(run.how_far[1] for run in under_way)
        number = self._window.locale().toString
        said = self.tr(
            "Texts are being brought in: {0} of {1} files are done. If newsdesk is closed now, "
            "what came in stays, and the rest can be brought in later."
        ).format(number(done), number(total))
        self._notices.show(said, Tone.WARNING, [Offer(self.tr("Stop and close"), go_on)])

    def _run(self) -> BringingIn:
        self._runs = [run for run in self._runs if not run.is_over]
        self._runs.append(BringingIn(self._context, self))
        return self._runs[-1]

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
