"""Whether there are backups, and the way back to one."""

from pathlib import PurePath

from PySide6.QtCore import QDir, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QWidget

from newsdesk.ui.backup_keeping import BackupKeeper
from newsdesk.ui.backup_words import is_old, when
from newsdesk.ui.dialogs.icon_line import IconLine
from newsdesk.ui.dialogs.settings.settings_page import SettingsPage
from newsdesk.ui.messages import words
from newsdesk.ui.scrubbing import Scrubbing
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.buttons import secondary_button
from newsdesk.ui.widgets.labelled import caption
from newsdesk.ui.widgets.notice_bar import Tone


class BackupsPage(SettingsPage):
    """Says when the last good one was made, makes one, and offers the way back.

    Signals:
        restore_requested(): please let the user choose one to go back to.
    """

    restore_requested = Signal()

    def __init__(
        self,
        keeper: BackupKeeper,
        icons: Icons,
        *,
        is_writable: bool,
        scrubbing: Scrubbing | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            self.tr("Backups"),
            self.tr(
                "newsdesk copies the whole newsroom at each start, every half hour in which "
                "something changed, and before anything large; and it reads each copy to be sure."
            ),
            parent=parent,
        )
        self._keeper = keeper
        self._scrubbing = scrubbing
        self._now = keeper.now
        self._state = IconLine("", Tone.INFO, icons)
        self._more = caption()
        self._checked = caption()
        self._make = secondary_button(self.tr("&Back up now"))
        self._restore = secondary_button(self.tr("&Go back to one…"))
        self._open = secondary_button(self.tr("&Open folder"))
        self._place = QLabel()
        self._place_state = IconLine("", Tone.INFO, icons)
        self._choose = secondary_button(self.tr("&Choose a folder…"))
        self._forget = secondary_button(self.tr("Copy &nowhere"))
        icons.bind(self._make, lambda: self._make.setIcon(icons.icon("backup", px=16)))
        icons.bind(self._open, lambda: self._open.setIcon(icons.icon("folder", px=16)))
        self._is_writable = is_writable
        self._arrange()
        self._make.clicked.connect(keeper.make)
        self._restore.clicked.connect(self.restore_requested)
        self._open.clicked.connect(self._on_open)
        self._choose.clicked.connect(self._on_choose)
        self._forget.clicked.connect(self._on_forget)
        keeper.told.connect(self._show)
        if scrubbing is not None:
            scrubbing.told.connect(self._show)
        self._show()
        keeper.look()

    def _arrange(self) -> None:
        self._place.setTextFormat(Qt.TextFormat.PlainText)
        self._place.setWordWrap(True)
        self._place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        heading = QLabel(self.tr("A second place"))
        heading.setProperty("role", "heading")
        for widget in (self._state, self._more, self._checked):
            self.column.addWidget(widget)
        self.column.addSpacing(4)
        self.column.addLayout(_row(self._make, self._restore, self._open))
        self.column.addSpacing(18)
        self.column.addWidget(heading)
        self.column.addWidget(
            caption(
                self.tr(
                    "A stick, a disk or a folder of the office that every backup is copied to, "
                    "with the pictures. If this machine is lost, that is what remains."
                )
            )
        )
        self.column.addWidget(self._place)
        self.column.addWidget(self._place_state)
        self.column.addSpacing(4)
        self.column.addLayout(_row(self._choose, self._forget))
        self.setFocusProxy(self._make)
        self.finish()

    @Slot()
    def _show(self) -> None:
        keeper = self._keeper
        self._make.setEnabled(self._is_writable and not keeper.is_working)
        self._restore.setEnabled(self._is_writable)
        text, tone = self._told()
        self._state.set_line(text, tone)
        self._more.setText(self._told_more())
        self._more.setVisible(bool(self._more.text()))
        fine_at = self._scrubbing.fine_at if self._scrubbing else None
        if fine_at is not None:
            text = self.tr("All that is stored was read and found as it was stored: {0}")
            self._checked.setText(text.format(when(fine_at, self._now())))
        self._checked.setVisible(fine_at is not None)
        self._open.setVisible(bool(keeper.backups))
        self._place.setText(QDir.toNativeSeparators(keeper.place))
        self._place.setVisible(bool(keeper.place))
        self._forget.setVisible(bool(keeper.place))
        text, tone = self._told_of_place()
        self._place_state.set_line(text, tone)
        self._place_state.setVisible(bool(text))

    def _told(self) -> tuple[str, Tone]:
        keeper, last = self._keeper, self._keeper.last_good
        if keeper.problem is not None:
            text = self.tr("The last backup could not be made: {0}.")
            return text.format(words(keeper.problem).title), Tone.ERROR
        if keeper.is_working and (last is None or not keeper.is_known):
            return self.tr("Looking…"), Tone.INFO
        if last is None:
            return self.tr("There is no backup yet."), Tone.WARNING
        text = self.tr("Last good backup: {0}").format(when(last.made, self._now()))
        return text, Tone.WARNING if is_old(last, self._now()) else Tone.DONE

    def _told_more(self) -> str:
        keeper, last = self._keeper, self._keeper.last_good
        if keeper.is_working and keeper.is_known:
            return self.tr("Making one now…")
        if keeper.problem is not None and last is not None:
            text = self.tr("The last good one is of {0}. It is kept until there is a better one.")
            return text.format(when(last.made, self._now()))
        if not keeper.backups:
            return ""
        return self.tr(
            "%Ln backup(s), of the last hours, days, weeks and months.", "", len(keeper.backups)
        )

    def _told_of_place(self) -> tuple[str, Tone]:
        keeper = self._keeper
        if not keeper.place:
            return "", Tone.INFO
        if not keeper.is_place_there:
            text = self.tr("It is not there now. The next backup is copied there once it is back.")
            return text, Tone.WARNING
        if keeper.second_problem is not None:
            text = self.tr("The last backup could not be copied there: {0}.")
            return text.format(words(keeper.second_problem).title), Tone.ERROR
        return "", Tone.INFO

    @Slot()
    def _on_open(self) -> None:
        folder = PurePath(self._keeper.backups[0].path).parent
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    @Slot()
    def _on_choose(self) -> None:
        dialog = QFileDialog(self.window(), self.tr("Where backups are copied too"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._keeper.choose_place)
        dialog.open()

    @Slot()
    def _on_forget(self) -> None:
        self._choose.setFocus()
        self._keeper.choose_place("")


def _row(*buttons: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for button in buttons:
        button.setAutoDefault(False)
        row.addWidget(button)
    row.addStretch(1)
    return row
