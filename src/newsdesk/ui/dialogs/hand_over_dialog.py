"""Handing releases over to another newsdesk: what, where to, under which password."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton, QWidget

from newsdesk.domain.errors import NewsdeskError
from newsdesk.domain.query import ReleaseSummary
from newsdesk.domain.release import Standing
from newsdesk.ui.dialogs.column_page import wrapped
from newsdesk.ui.dialogs.export_words import ExportWords, standing_of
from newsdesk.ui.dialogs.fitted_dialog import FittedDialog
from newsdesk.ui.dialogs.folder_field import FolderField
from newsdesk.ui.dialogs.icon_line import IconLine
from newsdesk.ui.dialogs.new_password_form import NewPasswordForm
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.lifetime import Lifetime
from newsdesk.ui.messages import words
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.buttons import primary_button, secondary_button
from newsdesk.ui.widgets.elided_label import ElidedLabel
from newsdesk.ui.widgets.field_note import FieldNote
from newsdesk.ui.widgets.labelled import label_for
from newsdesk.ui.widgets.notice_bar import Tone

if TYPE_CHECKING:
    from newsdesk.domain.changes import Changes
    from newsdesk.services.desk import Desk
    from newsdesk.services.handing_over import HandedOver, ReadyToGo

_WIDTH = 560


class HandOverDialog(FittedDialog):
    """Asks, writes one file, and says how it went; show it with `open()`.

    Signals:
        folder_edited(str): the user hands over into this folder, not the one it began with.
        folder_opened(str): the system was asked to show this folder.
    """

    folder_edited = Signal(str)
    folder_opened = Signal(str)

    def __init__(
        self,
        releases: Sequence[ReleaseSummary],
        folder: str,
        store: Store,
        icons: Icons,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        """`folder` is where files were written last, "" the first time."""
        super().__init__(width=_WIDTH, parent=parent)
        self.setObjectName("hand_over_dialog")
        self.setWindowTitle(self.tr("Hand over"))
        self._releases = tuple(releases)
        self._store = store
        self._words = ExportWords(self)
        self._lifetime = Lifetime(self)
        self._last_folder = folder
        self._is_running = self._is_done = False
        self._path = ""
        self._title = ElidedLabel(self._words.what(self._releases))
        self._title.setProperty("role", "title")
        self._embargo = IconLine(self._embargo_words(now()), Tone.WARNING, icons)
        self._embargo.setVisible(bool(self._embargo_words(now())))
        self._folder = FolderField(folder)
        self._folder_note = FieldNote(self._folder.line)
        self._password = NewPasswordForm()
        self._outcome = IconLine("", Tone.DONE, icons)
        self._cancel = secondary_button(self.tr("Cancel"))
        self._show = secondary_button(self.tr("&Show in folder"))
        self._hand_over = primary_button(self.tr("&Hand over"))
        self._arrange()
        self._folder.folder_edited.connect(self._check)
        self._password.edited.connect(self._check)
        self._hand_over.clicked.connect(self._on_hand_over)
        self._cancel.clicked.connect(self.reject)
        self._show.clicked.connect(self._on_show)
        self._show_state()
        self._folder.setFocus()

    def reject(self) -> None:
        """Close, but not while the file is written: it is there whole or not at all."""
        if not self._is_running:
            super().reject()

    def _embargo_words(self, now: datetime) -> str:
        count = sum(standing_of(one, now) is Standing.EMBARGOED for one in self._releases)
        if not count:
            return ""
        if len(self._releases) == 1:
            return self.tr("It is under embargo: whoever opens the file can read it before.")
        return self.tr(
            "Under embargo: %Ln of them. Whoever opens the file can read them before.", "", count
        )

    def _arrange(self) -> None:
        self.column.addWidget(self._title)
        self.column.addWidget(
            wrapped(
                self.tr(
                    "One file for somebody who works with newsdesk too: the text, all versions "
                    "that were kept, and the pictures. What comes back is compared with what is "
                    "here, and nothing is overwritten."
                )
            )
        )
        self.column.addWidget(self._embargo)
        self.column.addSpacing(10)
        self.column.addWidget(label_for(self.tr("Fo&lder"), self._folder.line))
        self.column.addWidget(self._folder)
        self.column.addWidget(self._folder_note)
        self.column.addSpacing(8)
        self.column.addWidget(self._password)
        self.column.addSpacing(6)
        self.column.addWidget(self._outcome)
        self.column.addStretch(1)
        self.foot.addWidget(self._cancel)
        self.foot.addStretch(1)
        self.foot.addWidget(self._show)
        self.foot.addWidget(self._hand_over)

    # What is shown --------------------------------------------------------------------------

    def _show_state(self) -> None:
        for field in (self._folder, self._password):
            field.setEnabled(not self._is_running and not self._is_done)
        self._show.setVisible(bool(self._path))
        self._hand_over.setVisible(not self._is_done)
        self._cancel.setText(self.tr("Close") if self._is_done else self.tr("Cancel"))
        self._cancel.setEnabled(not self._is_running)
        self._check()
        default: QPushButton = self._show if self._is_done else self._hand_over
        default.setDefault(True)

    @Slot()
    def _check(self) -> None:
        folder = self._folder.folder()
        is_whole = QDir.isAbsolutePath(folder)
        example = self.tr("Give the whole path, such as {0}.").format(QDir.homePath())
        self._folder_note.say(example if folder and not is_whole else "")
        is_ready = is_whole and self._password.is_complete and not self._is_running
        self._hand_over.setEnabled(is_ready)
        self._outcome.setVisible(bool(self._outcome.text()))
        self.fit()

    # Doing ----------------------------------------------------------------------------------

    @Slot()
    def _on_hand_over(self) -> None:
        folder, password = self._folder.folder(), self._password.password()
        keys = tuple(str(one.id) for one in self._releases)
        if folder != self._last_folder:
            self._last_folder = folder
            self.folder_edited.emit(folder)

        def prepare(desk: "Desk") -> "tuple[ReadyToGo, Changes]":
            return desk.handing_over.prepare(keys)

        self._is_running = True
        self._outcome.set_line(self.tr("Writing the file…"), Tone.INFO)
        self._show_state()
        then = partial(self._write, Path(folder), password)
        guard = self._lifetime.guard
        self._store.change(prepare, guard(then), guard(self._on_not_written))

    def _write(self, folder: Path, password: str, ready: "ReadyToGo") -> None:
        """Write the file beside whoever saves meanwhile."""

        def write(desk: "Desk") -> "HandedOver":
            from newsdesk.services.handing_over import (  # noqa: PLC0415 - heavy; in a thread
                HandOverRequest,
            )

            request = HandOverRequest(keys=(), place=folder, password=password)
            return desk.handing_over.write(ready, request)

        def record(outcome: "HandedOver") -> None:
            self._store.change(
                lambda desk: desk.handing_over.record(outcome),
                guard(self._on_written),
                guard(self._on_not_written),
            )

        guard = self._lifetime.guard
        self._store.look(write, record, guard(self._on_not_written))

    def _on_written(self, outcome: "HandedOver") -> None:
        self._path = outcome.path or ""
        self._is_done = bool(self._path)
        name = PurePath(self._path).name
        if outcome.refused and not self._is_done:
            self._on_not_written(outcome.refused[0][1])
            return
        said = [self.tr("“{0}” is written.").format(f"\u2068{name}\u2069")]
        if outcome.refused:
            said.append(self.tr("Not in it, because damaged: %Ln.", "", len(outcome.refused)))
        tone = Tone.WARNING if outcome.refused else Tone.DONE
        self._end(" ".join(said), tone)
        self._show.setFocus()

    def _on_not_written(self, error: NewsdeskError) -> None:
        message = words(error)
        self._end(f"{message.title}. {message.text}", Tone.ERROR)
        self._folder.setFocus()

    def _end(self, text: str, tone: Tone) -> None:
        self._is_running = False
        self._outcome.set_line(text, tone)
        self._show_state()

    @Slot()
    def _on_show(self) -> None:
        folder = str(PurePath(self._path).parent)
        QDesktopServices.openUrl(QUrl.fromLocalFile(folder))
        self.folder_opened.emit(folder)
