"""Writing releases to a folder: what, how, where to, and how it went."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QComboBox, QLabel, QProgressBar, QPushButton, QWidget

from newsdesk.domain.export_record import ExportFormat, ExportRecord
from newsdesk.domain.release import Standing
from newsdesk.ui.dialogs.export_outcome import ExportOutcomeView
from newsdesk.ui.dialogs.export_words import ExportWords, Row, format_name
from newsdesk.ui.dialogs.fitted_dialog import FittedDialog
from newsdesk.ui.dialogs.folder_field import FolderField
from newsdesk.ui.dialogs.icon_line import IconLine
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.jobs.write_out import WriteOut, WrittenOut
from newsdesk.ui.lifetime import Lifetime
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.buttons import primary_button, secondary_button
from newsdesk.ui.widgets.elided_label import ElidedLabel
from newsdesk.ui.widgets.field_note import FieldNote
from newsdesk.ui.widgets.labelled import label_for
from newsdesk.ui.widgets.notice_bar import Tone

if TYPE_CHECKING:
    from newsdesk.services.export import FormatSummary

_WIDTH = 560
_TONES = {Standing.WITHDRAWN: Tone.WARNING}


class ExportDialog(FittedDialog):
    """Asks where to, writes, and says how it went; show it with `open()`.

    Signals:
        folder_edited(str): the user exports to this folder, which is not the one it began with.
        folder_opened(str): the system was asked to show this folder.
        page_opened(str): the system was asked to open this file.
    """

    folder_edited = Signal(str)
    folder_opened = Signal(str)
    page_opened = Signal(str)

    def __init__(
        self,
        releases: Sequence[Row],
        folder: str,
        store: Store,
        icons: Icons,
        *,
        format_: ExportFormat | None = None,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        """`folder` is where the user exported to last, "" the first time.

        Args:
            format_: the one to begin with; None: the first.
        """
        super().__init__(width=_WIDTH, parent=parent)
        self.setObjectName("export_dialog")
        self.setWindowTitle(self.tr("Export"))
        self._releases = tuple(releases)
        self._store = store
        self._words = ExportWords(self)
        self._lifetime = Lifetime(self)
        self._last_folder = folder
        self._asked_format = format_
        self._run: WriteOut | None = None
        self._written: tuple[ExportRecord, ...] = ()
        self._title = ElidedLabel(self._words.what(self._releases))
        self._title.setProperty("role", "title")
        self._say = [
            IconLine(text, _TONES.get(standing, Tone.INFO), icons)
            for standing, text in self._words.copies_say(self._releases, now())
        ]
        self._format = QComboBox()
        self._only_format = QLabel("…")
        self._folder = FolderField(folder)
        self._folder_note = FieldNote(self._folder.line)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._steps = QLabel()
        self._steps.setProperty("role", "caption")
        self._outcome = ExportOutcomeView(self._words, icons)
        self._cancel = secondary_button(self.tr("Cancel"))
        self._show = secondary_button(self.tr("&Show in folder"))
        self._open_page = secondary_button(self.tr("&Open file"))
        self._export = primary_button(self.tr("&Export"))
        self._arrange()
        self._show_state()
        self._folder.folder_edited.connect(self._on_folder_edited)
        self._export.clicked.connect(self._on_export)
        self._cancel.clicked.connect(self.reject)
        self._show.clicked.connect(self._on_show)
        self._open_page.clicked.connect(self._on_open_page)
        store.read(lambda _desk: _formats(), self._lifetime.guard(self._on_formats))
        self._folder.setFocus()

    def reject(self) -> None:
        """Close; while pages are written, stop that instead."""
        if self._run is None:
            super().reject()
        else:
            self._cancel.setEnabled(False)
            self._run.cancel()

    @property
    def is_running(self) -> bool:
        return self._run is not None

    # Building -------------------------------------------------------------------------------

    def _arrange(self) -> None:
        column = self.column
        column.addWidget(self._title)
        for line in self._say:
            column.addWidget(line)
        column.addSpacing(10)
        self._format_label = label_for(self.tr("&Format"), self._format)
        column.addWidget(self._format_label)
        column.addWidget(self._only_format)
        column.addWidget(self._format)
        self._format.hide()
        column.addSpacing(6)
        column.addWidget(label_for(self.tr("Fo&lder"), self._folder.line))
        column.addWidget(self._folder)
        column.addWidget(self._folder_note)
        column.addSpacing(6)
        column.addWidget(self._bar)
        column.addWidget(self._steps)
        column.addWidget(self._outcome)
        self.foot.addWidget(self._cancel)
        self.foot.addStretch(1)
        for button in (self._open_page, self._show, self._export):
            self.foot.addWidget(button)

    # What is shown --------------------------------------------------------------------------

    def _show_state(self, outcome: WrittenOut | None = None) -> None:
        """Show the choice, the run, or how it went."""
        written = outcome.written if outcome else ()
        is_done = outcome is not None and not outcome.refused and bool(written)
        for field in (self._folder, self._format):
            field.setEnabled(not self.is_running)
        self._bar.setVisible(self.is_running)
        self._steps.setVisible(self.is_running)
        self._outcome.setVisible(outcome is not None)
        self._show.setVisible(bool(written))
        self._open_page.setVisible(len(written) == 1)
        self._export.setVisible(not is_done)
        self._cancel.setText(self.tr("Close") if outcome else self.tr("Cancel"))
        self._cancel.setEnabled(True)
        self._check_folder()
        default: QPushButton = self._show if is_done else self._export
        default.setDefault(True)

    def _check_folder(self) -> None:
        folder = self._folder.folder()
        is_whole = QDir.isAbsolutePath(folder)
        if folder and not is_whole:
            self._folder_note.say(
                self.tr("Give the whole path, such as {0}.").format(QDir.homePath())
            )
        else:
            self._folder_note.say("")
        is_ready = is_whole and bool(self._formats_there())
        self._export.setEnabled(is_ready and not self.is_running)
        self.fit()

    def _formats_there(self) -> list[ExportFormat]:
        return [self._format.itemData(place) for place in range(self._format.count())]

    def _on_formats(self, formats: "list[FormatSummary]") -> None:
        for one in formats:
            self._format.addItem(format_name(one.id), one.id)
        self._format.setCurrentIndex(max(0, self._format.findData(self._asked_format)))
        has_choice = len(formats) > 1
        self._format.setVisible(has_choice)
        self._only_format.setVisible(not has_choice)
        self._only_format.setText(self._format.itemText(0))
        self._check_folder()

    # Doing ----------------------------------------------------------------------------------

    @Slot()
    def _on_export(self) -> None:
        folder = self._folder.folder()
        if folder != self._last_folder:
            self._last_folder = folder
            self.folder_edited.emit(folder)
        self._run = WriteOut(
            [release.id for release in self._releases],
            self._formats_there()[self._format.currentIndex()],
            Path(folder),
            self._store,
            self,
        )
        self._run.progressed.connect(self._on_progressed)
        self._run.finished.connect(self._on_finished)
        self._run.cancelled.connect(self._on_cancelled)
        self._on_progressed(0, len(self._releases))
        self._show_state()
        self._cancel.setFocus()
        self._run.start()

    @Slot(int, int)
    def _on_progressed(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        number = self.locale().toString
        self._steps.setText(self.tr("{0} of {1}").format(number(done), number(total)))

    @Slot(object)
    def _on_finished(self, outcome: WrittenOut) -> None:
        self._end(outcome, is_stopped=False)

    @Slot(object)
    def _on_cancelled(self, outcome: WrittenOut) -> None:
        self._end(outcome, is_stopped=True)

    def _end(self, outcome: WrittenOut, *, is_stopped: bool) -> None:
        if self._run is not None:
            self._run.deleteLater()
            self._run = None
        self._written = outcome.written
        titles = {release.id: release.headline or release.slug for release in self._releases}
        self._outcome.show_outcome(outcome, titles, is_stopped=is_stopped)
        self._show_state(outcome)
        (self._folder if self._export.isEnabled() else self._cancel).setFocus()

    @Slot(str)
    def _on_folder_edited(self, _folder: str) -> None:
        self._check_folder()

    @Slot()
    def _on_show(self) -> None:
        folder = str(PurePath(self._written[0].path).parent)
        QDesktopServices.openUrl(QUrl.fromLocalFile(folder))
        self.folder_opened.emit(folder)

    @Slot()
    def _on_open_page(self) -> None:
        page = self._written[0].path
        QDesktopServices.openUrl(QUrl.fromLocalFile(page))
        self.page_opened.emit(page)


def _formats() -> "list[FormatSummary]":
    from newsdesk.services.export import formats  # noqa: PLC0415 - heavy; in a thread

    return formats()
