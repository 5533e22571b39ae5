"""What the office issued, in figures, in a window of its own."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QUrl, Signal, Slot
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from newsdesk.domain.changes import Changes, Subject
from newsdesk.domain.errors import NewsdeskError
from newsdesk.domain.statistics import Period
from newsdesk.ui.changes import ChangeHub
from newsdesk.ui.figures.period_bar import PeriodBar
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.lifetime import Lifetime
from newsdesk.ui.messages import words
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.theme.theme_controller import ThemeController
from newsdesk.ui.widgets.buttons import secondary_button
from newsdesk.ui.widgets.notice_bar import UNDO_MS, NoticeBar, Tone

if TYPE_CHECKING:
    from newsdesk.services.desk import Desk
    from newsdesk.ui.figures.figures_view import FiguresView

_SIZE = QSize(900, 720)


class FiguresDialog(QDialog):
    """Not modal. What it shows is what is printed and exported.

    Signals:
        print_requested(bytes): put this PDF on paper.
    """

    print_requested = Signal(bytes)

    def __init__(
        self,
        store: Store,
        hub: ChangeHub,
        themes: ThemeController,
        icons: Icons,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        from newsdesk.ui.figures.figures_view import FiguresView  # noqa: PLC0415 - the engine

        super().__init__(parent)
        self.setObjectName("figures")
        self.setWindowTitle(self.tr("Statistics"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._store = store
        self._themes = themes
        self._lifetime = Lifetime(self)
        self._asked = 0
        self._is_behind = False  # releases changed since they were counted
        self._notice = NoticeBar(icons)
        self._period = PeriodBar(icons, today)
        self._view: FiguresView = FiguresView()
        self._html = secondary_button(self.tr("Export as &HTML…"))
        self._csv = secondary_button(self.tr("Export as &CSV…"))
        self._print = secondary_button(self.tr("&Print…"))
        self._arrange()
        self._period.period_edited.connect(self.refresh)
        self._html.clicked.connect(lambda: self._choose_target("html"))
        self._csv.clicked.connect(lambda: self._choose_target("csv"))
        self._print.clicked.connect(lambda: self._view.make_pdf(self._on_pdf))
        themes.theme_changed.connect(self.refresh)
        hub.changed.connect(self._on_changed)
        room = self.screen().availableSize() - QSize(40, 80)
        self.resize(_SIZE.boundedTo(room))
        self.refresh()

    @property
    def view(self) -> "FiguresView":
        return self._view

    @Slot()
    def refresh(self) -> None:
        """Count anew and show it; of several questions the last one is answered."""
        self._asked += 1
        self._is_behind = False
        number = self._asked
        theme = "dark" if self._themes.theme.is_dark else "light"

        def show(page: str) -> None:
            if number == self._asked:
                self._view.show_page(page)

        work = partial(_page, self._period.period(), self._period.is_only_published(), theme)
        self._store.look(work, self._lifetime.guard(show), self._lifetime.guard(self._tell))

    def write_out(self, path: Path, form: str) -> None:
        """Write what is shown; `form` is html or csv."""

        def done(_: object) -> None:
            told = self.tr("Written: {path}").format(path=str(path))
            self._notice.show_notice(told, Tone.DONE, ms=UNDO_MS)

        work = partial(
            _written, path, form, self._period.period(), self._period.is_only_published()
        )
        self._store.look(work, self._lifetime.guard(done), self._lifetime.guard(self._tell))

    def _arrange(self) -> None:
        foot = QWidget()
        foot.setObjectName("dialog_foot")
        foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        buttons = QHBoxLayout(foot)
        buttons.setContentsMargins(16, 10, 16, 10)
        buttons.setSpacing(8)
        for button in (self._html, self._csv):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self._print)
        for button in (self._html, self._csv, self._print):
            button.setAutoDefault(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._notice)
        layout.addWidget(self._period)
        layout.addWidget(self._view, 1)
        layout.addWidget(foot)

    def _choose_target(self, form: str) -> None:
        dialog = QFileDialog(self, self.tr("Export the statistics"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(form)
        dialog.selectUrl(QUrl.fromLocalFile(str(Path.home() / f"statistics.{form}")))
        dialog.finished.connect(dialog.deleteLater)

        def write(name: str) -> None:
            self.write_out(Path(name), form)

        dialog.fileSelected.connect(write)
        dialog.open()

    def _on_pdf(self, pdf: bytes) -> None:
        if pdf:
            self.print_requested.emit(pdf)
        else:
            self._notice.show_notice(
                self.tr("The pages could not be made. Export as HTML and print that."), Tone.ERROR
            )

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        """Count anew when somebody looks: while they write beside it, that can wait."""
        if Subject.RELEASES in changes.subjects:
            self._is_behind = True
            self._catch_up()

    def _catch_up(self) -> None:
        if self._is_behind and self.isActiveWindow():
            self.refresh()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange:
            self._catch_up()

    def _tell(self, error: NewsdeskError) -> None:
        message = words(error)
        self._notice.show_notice(f"{message.title}. {message.text}", message.tone)


def _page(period: Period, is_only_published: bool, theme: str, desk: "Desk") -> str:
    figures = desk.statistics.figures(period.first, period.last, only_published=is_only_published)
    return desk.statistics.page(figures, theme)


def _written(path: Path, form: str, period: Period, is_only_published: bool, desk: "Desk") -> None:
    from newsdesk.services.files import write_atomically  # noqa: PLC0415 - in the thread

    figures = desk.statistics.figures(period.first, period.last, only_published=is_only_published)
    text = desk.statistics.page(figures) if form == "html" else desk.statistics.table(figures)
    write_atomically(path, text.encode("utf-8-sig" if form == "csv" else "utf-8"))
