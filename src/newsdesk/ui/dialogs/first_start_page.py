"""The first thing anybody sees: one question, which can wait."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from newsdesk.domain.newsroom import Newsroom
from newsdesk.ui.dialogs.column_page import ColumnPage, wrapped
from newsdesk.ui.dialogs.house_form import HouseForm, house_of_this_machine
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.buttons import link_button, primary_button
from newsdesk.ui.widgets.labelled import caption

_WIDEST = 608


class FirstStartPage(ColumnPage):
    """Asks who writes here, in place of the panes.

    Signals:
        finished(Newsroom): the answer, as a newsroom that was never saved.
        skipped(): not now.
    """

    finished = Signal(object)
    skipped = Signal()

    def __init__(self, store: Store, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(widest=_WIDEST, parent=parent)
        self._title = wrapped(self.tr("Who writes here?"), "title")
        self.setAccessibleName(self._title.text())
        self._form = HouseForm(store, icons)
        self._form.set_newsroom(house_of_this_machine())
        self._begin = primary_button(self.tr("&Begin"))
        self._skip = link_button(self.tr("S&kip for now"))
        self._arrange()
        self.setFocusProxy(self._form)
        for button in (self._begin, self._skip):
            button.setAutoDefault(True)  # Enter presses the one that has the focus
        self._begin.clicked.connect(self._on_begin)
        self._skip.clicked.connect(self.skipped)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.skipped)

    def set_newsroom(self, newsroom: Newsroom) -> None:
        """Show what is known already."""
        self._form.set_newsroom(newsroom)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_begin()
        else:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        self.column.addWidget(self._title)
        self.column.addWidget(
            caption(
                self.tr("Your answers go into datelines and exported pages. All of it can wait.")
            )
        )
        self.column.addSpacing(12)
        self.column.addWidget(self._form)
        self.column.addSpacing(12)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._begin)
        buttons.addWidget(self._skip)
        buttons.addStretch(1)
        self.column.addLayout(buttons)
        self.column.addSpacing(4)
        self.column.addWidget(
            caption(
                self.tr(
                    "A small sample newsroom is there to look around in. "
                    "One click takes it away again."
                )
            )
        )

    @Slot()
    def _on_begin(self) -> None:
        if self._form.check():
            self.finished.emit(self._form.values())
