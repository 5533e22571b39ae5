"""What stands in the window when the newsroom's database is damaged: the ways back."""

from datetime import datetime

from PySide6.QtCore import QDate, QLocale, QTime, Signal, Slot
from PySide6.QtWidgets import QLabel, QProgressBar, QWidget

from newsdesk.domain.backup import NewsroomContents
from newsdesk.domain.errors import NewsdeskError, StorageError
from newsdesk.domain.rescue import SoundBackup, Survey
from newsdesk.ui.dialogs.column_page import ColumnPage, IconTile, as_path, wrapped
from newsdesk.ui.dialogs.rescue_card import RescueCard
from newsdesk.ui.messages import words
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.buttons import link_button

_WIDEST = 660
_LISTED = 4  # headlines of a kind


class RescuePage(ColumnPage):
    """Offers the newest sound backup, then what can be read, then to look; none of it destroys.

    Signals:
        restore_requested(str): bring it back from this backup.
        salvage_requested(): bring back what can be read.
        read_requested(): look at it without writing.
        retry_requested(): open it again as it is.
        folder_requested(): choose another folder for the newsroom.
        quit_requested(): close the window.
    """

    restore_requested = Signal(str)
    salvage_requested = Signal()
    read_requested = Signal()
    retry_requested = Signal()
    folder_requested = Signal()
    quit_requested = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(widest=_WIDEST, parent=parent)
        self._backup: SoundBackup | None = None
        self._icon = IconTile(icons)
        self._icon.set_icon("error", "error")
        self._title = wrapped(role="title")
        self._text = wrapped()
        self._problem = wrapped(role="error")
        self._problem.hide()
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._doing = wrapped(role="caption")
        self._restore = RescueCard("", self.tr("&Bring it back"), is_primary=True)
        self._salvage = RescueCard("", self.tr("&Save what can be read"))
        self._read = RescueCard("", self.tr("&Look at it"))
        self._path = QLabel()
        self._buttons = [
            link_button(self.tr("&Try again")),
            link_button(self.tr("Use another &folder…")),
            link_button(self.tr("&Quit")),
        ]
        self._arrange()
        self._restore.chosen.connect(self._on_restore)
        self._salvage.chosen.connect(self.salvage_requested)
        self._read.chosen.connect(self.read_requested)

    def show_error(self, error: StorageError) -> None:
        """Say what is wrong; the ways back are being looked for."""
        title = self.tr("The newsroom is damaged")
        self._title.setText(title)
        self._text.setText(
            self.tr(
                "Nothing was changed. Whatever you choose here, nothing is deleted: the damaged "
                "files are kept beside the new ones."
            )
        )
        self.setAccessibleName(title)
        self.setAccessibleDescription(self._text.text())
        self._path.setText(error.path)
        for card in self._cards():
            card.hide()
        self.show_work(self.tr("Reading the backups, the newest first…"))

    @Slot(object, bool)
    def show_survey(self, survey: Survey, is_readable: bool) -> None:
        """Offer the ways back that there are, the best one first."""
        self._backup = survey.backup
        self._show_backup(survey)
        drafts = self._draft_lines(survey) if survey.backup is None else []
        self._salvage.show_way(
            self.tr("Save what can be read"),
            self.tr(
                "Reads the damaged file row by row, and makes a new newsroom of what is whole. "
                "Texts that are only in the history come back from there."
            ),
            drafts,
        )
        self._read.show_way(
            self.tr("Look at it without changing anything"),
            self.tr("What can still be read is shown. Nothing can be written."),
        )
        self._restore.setVisible(survey.backup is not None)
        self._salvage.show()
        self._read.setVisible(is_readable)
        self._end_work()
        first = self._restore if survey.backup is not None else self._salvage
        first.button.setFocus()

    @Slot(object)
    def show_failure(self, error: NewsdeskError) -> None:
        """Say why that did not work; the other ways are still there."""
        message = words(error)
        self._problem.setText(f"{message.title}. {message.text}")
        self._problem.show()
        self._salvage.show()
        self._end_work()

    def show_work(self, doing: str) -> None:
        """Say what is under way; nothing else can be chosen meanwhile."""
        self._doing.setText(doing)
        self._doing.show()
        self._bar.setAccessibleName(doing)
        self._bar.show()
        self._problem.hide()
        for part in (*self._cards(), *self._buttons[:2]):
            part.setEnabled(False)

    def _end_work(self) -> None:
        self._bar.hide()
        self._doing.hide()
        for part in (*self._cards(), *self._buttons[:2]):
            part.setEnabled(True)

    def _cards(self) -> tuple[RescueCard, ...]:
        return self._restore, self._salvage, self._read

    def _show_backup(self, survey: Survey) -> None:
        found = survey.backup
        if found is None:
            return
        lines = [self._amounts(found.contents)]
        newest = found.contents.newest[:_LISTED]
        lines += [f"{self._quoted(one.headline)} · {_moment(one.updated)}" for one in newest]
        lines += self._draft_lines(survey)
        text = self.tr("Just read as a whole, and sound. This is what returns:")
        if survey.unsound:
            damaged = self.tr(
                "Passed over, because damaged too: %Ln newer backup(s).", "", len(survey.unsound)
            )
            text = f"{damaged} {text}"
        title = self.tr("Bring it back from the backup of {0}").format(_moment(found.backup.made))
        self._restore.show_way(title, text, lines)

    def _amounts(self, contents: NewsroomContents) -> str:
        return " · ".join(
            [
                self.tr("%Ln release(s)", "", contents.releases),
                self.tr("%Ln contact(s)", "", contents.contacts),
                self.tr("%Ln picture(s)", "", contents.pictures),
            ]
        )

    def _draft_lines(self, survey: Survey) -> list[str]:
        """Say which newer texts the draft journal has."""
        if not survey.drafts:
            return []
        named = ", ".join(self._quoted(draft.headline) for draft in survey.drafts[:_LISTED])
        if len(survey.drafts) > _LISTED:
            named += ", …"
        count = self.tr("%Ln newer text(s) from the draft journal:", "", len(survey.drafts))
        return [f"{count} {named}"]

    def _quoted(self, headline: str) -> str:
        return f"\u2068{headline or self.tr('Untitled')}\u2069"

    def _arrange(self) -> None:
        as_path(self._path, self.tr("The damaged file"))
        signals = (self.retry_requested, self.folder_requested, self.quit_requested)
        for button, signal in zip(self._buttons, signals, strict=True):
            button.clicked.connect(signal)
        self.fill(
            (self._icon, self._title, self._text, self._path, self._problem),
            (self._doing, self._bar, *self._cards()),
            buttons=self._buttons,
        )

    @Slot()
    def _on_restore(self) -> None:
        if self._backup is not None:
            self.restore_requested.emit(self._backup.backup.path)


def _moment(at: datetime) -> str:
    local = at.astimezone()
    day, time = QDate(local.year, local.month, local.day), QTime(local.hour, local.minute)
    locale = QLocale()
    return f"{locale.toString(day, 'd MMM yyyy')}, {locale.toString(time, 'HH:mm')}"
