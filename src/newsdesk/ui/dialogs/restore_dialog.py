"""Going back to a backup: which one, what is in it, and what becomes of what there is now."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from newsdesk.domain.backup import Backup, NewsroomContents
from newsdesk.domain.errors import NewsdeskError
from newsdesk.ui.backup_words import counts, size, when, why
from newsdesk.ui.dialogs.column_page import wrapped
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.library.list_date import list_date
from newsdesk.ui.lifetime import Lifetime
from newsdesk.ui.messages import words
from newsdesk.ui.widgets.buttons import link_button, primary_button, secondary_button
from newsdesk.ui.widgets.elided_label import ElidedLabel
from newsdesk.ui.widgets.labelled import caption

if TYPE_CHECKING:
    from newsdesk.services.desk import Desk

_SIZE = QSize(760, 520)
_USUAL_LINE_PX = 16
_AROUND_PX = 40  # of the screen
_PATH = Qt.ItemDataRole.UserRole


class RestoreDialog(QDialog):
    """Backups beside what is in the chosen one; show it with `open()`.

    Signals:
        restore_requested(str): the user wants the newsroom as it is in the file at this path.
    """

    restore_requested = Signal(str)

    def __init__(
        self,
        backups: Sequence[Backup],
        store: Store,
        now: datetime,
        parent: QWidget | None = None,
    ) -> None:
        """`backups` are shown in their order."""
        super().__init__(parent)
        self.setObjectName("restore_dialog")
        self.setWindowTitle(self.tr("Go back to a backup"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._store = store
        self._now = now
        self._lifetime = Lifetime(self)
        self._known: dict[str, NewsroomContents | NewsdeskError] = {}
        self._list = QListWidget()
        self._list.setObjectName("backup_list")
        self._list.setAccessibleName(self.tr("Backups"))
        self._preview = _Preview(now)
        self._file = link_button(self.tr("Choose a &file…"))
        self._cancel = secondary_button(self.tr("Cancel"))
        self._restore = primary_button(self.tr("&Go back to this one"))
        self._arrange()
        for backup in backups:
            self._add(backup.path, self._title(backup), self._about(backup))
        self._list.currentItemChanged.connect(self._on_chosen)
        self._file.clicked.connect(self._on_file)
        self._cancel.clicked.connect(self.reject)
        self._restore.clicked.connect(self._on_restore)
        self._list.setCurrentRow(0)
        self._list.setFocus()
        self._show()

    def path(self) -> str:
        """Return which one is chosen; "" if none is."""
        item = self._list.currentItem()
        return str(item.data(_PATH)) if item else ""

    def add_file(self, path: str) -> None:
        """Offer a backup from elsewhere, and choose it."""
        for row in range(self._list.count()):
            if self._list.item(row).data(_PATH) == path:
                self._list.setCurrentRow(row)
                return
        file = PurePath(path)
        self._add(path, file.name, str(file.parent), is_first=True)
        self._list.setCurrentRow(0)

    def _arrange(self) -> None:
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._restore.setDefault(True)
        head = QVBoxLayout()
        head.setContentsMargins(20, 20, 20, 14)
        head.setSpacing(6)
        head.addWidget(wrapped(self.tr("Which state do you want back?"), "title"))
        head.addWidget(
            wrapped(
                self.tr(
                    "The newsroom as it is now is backed up first and stays in its folder under "
                    "another name. Nothing is deleted, and you can come back to it here."
                )
            )
        )
        middle = QHBoxLayout()
        middle.setContentsMargins(20, 0, 20, 14)
        middle.setSpacing(12)
        middle.addWidget(self._list, 2)
        middle.addWidget(self._preview, 3)
        foot = QWidget()
        foot.setObjectName("dialog_foot")
        buttons = QHBoxLayout(foot)
        buttons.setContentsMargins(20, 12, 20, 12)
        buttons.setSpacing(8)
        buttons.addWidget(self._file)
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._restore)
        for button in (self._file, self._cancel):
            button.setAutoDefault(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addLayout(middle, 1)
        layout.addWidget(foot)

    def setVisible(self, visible: bool) -> None:  # noqa: N802 - Qt's name and argument
        """Be as large as the texts ask for, and no larger than the screen, before it is placed."""
        if visible and not self.isVisible():
            self.ensurePolished()
            scale = max(self.fontMetrics().height() / _USUAL_LINE_PX, 1.0)
            room = self.screen().availableSize() - QSize(_AROUND_PX, 2 * _AROUND_PX)
            self.resize((_SIZE * scale).boundedTo(room))
        super().setVisible(visible)

    def _title(self, backup: Backup) -> str:
        made = when(backup.made, self._now)
        return made if backup.is_verified else self.tr("{0} – damaged").format(made)

    def _about(self, backup: Backup) -> str:
        return f"{why(backup)} · {size(backup)}"

    def _add(self, path: str, title: str, about: str, *, is_first: bool = False) -> None:
        item = QListWidgetItem(f"{title}\n{about}")
        item.setData(_PATH, path)
        item.setToolTip(path)
        self._list.insertItem(0 if is_first else self._list.count(), item)

    @Slot()
    def _on_chosen(self) -> None:
        path = self.path()
        if path and path not in self._known:
            known, guard = partial(self._on_read, path), self._lifetime.guard
            self._store.back_up(_reading(path), guard(known), guard(known))
        self._show()

    def _on_read(self, path: str, found: NewsroomContents | NewsdeskError) -> None:
        self._known[path] = found
        self._show()

    def _show(self) -> None:
        found = self._known.get(self.path())
        self._restore.setEnabled(isinstance(found, NewsroomContents))
        if not self._list.count():
            self._preview.tell(
                self.tr("There is no backup yet"),
                self.tr("Choose a file if you have one elsewhere."),
            )
        elif found is None:
            self._preview.tell("", "")
        elif isinstance(found, NewsroomContents):
            self._preview.show_contents(found)
        else:
            message = words(found)
            self._preview.tell(message.title, message.text)

    @Slot()
    def _on_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose a backup"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Backups of newsdesk (*.sqlite)"), self.tr("All files (*)")])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.add_file)
        dialog.open()

    @Slot()
    def _on_restore(self) -> None:
        path = self.path()
        self.accept()
        self.restore_requested.emit(path)


class _Preview(QFrame):
    """What is in a backup."""

    def __init__(self, now: datetime) -> None:
        super().__init__()
        self.setObjectName("card")
        self._now = now
        self._title = QLabel()
        self._title.setProperty("role", "heading")
        self._title.setWordWrap(True)
        self._text = caption()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addLayout(self._rows)
        column.addStretch(1)

    def tell(self, title: str, text: str) -> None:
        self._clear()
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))

    def show_contents(self, contents: NewsroomContents) -> None:
        newest = self.tr("What was worked on last:") if contents.newest else ""
        self.tell(counts(contents), newest)
        for release in contents.newest:
            headline = ElidedLabel(release.headline or self.tr("Without a headline"))
            headline.setToolTip(release.headline)
            at = QLabel(list_date(release.updated, self._now))
            at.setProperty("role", "caption")
            row = QHBoxLayout()
            row.setSpacing(12)
            row.addWidget(headline, 1)
            row.addWidget(at)
            line = QWidget()
            line.setLayout(row)
            row.setContentsMargins(0, 0, 0, 0)
            self._rows.addWidget(line)

    def _clear(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()


def _reading(path: str) -> "Callable[[Desk], NewsroomContents]":
    return lambda desk: desk.backups.contents(path)
