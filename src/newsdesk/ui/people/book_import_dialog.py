"""A file of contacts before anything of it is taken."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from newsdesk.domain.address_book import BookChange
from newsdesk.domain.errors import NewsdeskError
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.lifetime import Lifetime
from newsdesk.ui.messages import words
from newsdesk.ui.people.preview_model import Column, PreviewModel
from newsdesk.ui.widgets.buttons import link_button, primary_button, secondary_button
from newsdesk.ui.widgets.field_note import FieldNote
from newsdesk.ui.widgets.labelled import caption

if TYPE_CHECKING:
    from newsdesk.domain.changes import Changes
    from newsdesk.services.desk import Desk
    from newsdesk.services.people_exchange import Preview

_SIZE = (720, 560)
_MARGIN = 20
_NAME_PX, _LINE_PX = 230, 64


class BookImportDialog(QDialog):
    """Show it with `open()`.

    Signals:
        taken(BookChange, int): the ticked cards are in the book; how many.
    """

    taken = Signal(object, int)

    def __init__(self, preview: "Preview", store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("book_import_dialog")
        self.setWindowTitle(self.tr("Bring in contacts"))
        self._preview = preview
        self._store = store
        self._lifetime = Lifetime(self)
        self._is_taking = False
        self._model = PreviewModel(preview, self)
        self._table = _Table(self._model)
        self._refusal = FieldNote()
        self._take = primary_button("")
        self._take.setDefault(True)
        self._cancel = secondary_button(self.tr("Cancel"))
        self._all = link_button(self.tr("Choose &all"))
        self._none = link_button(self.tr("Choose &none"))
        self._arrange()
        self._show_number()
        self._model.chosen_edited.connect(self._show_number)
        self._all.clicked.connect(lambda: self._model.choose_all(is_chosen=True))
        self._none.clicked.connect(lambda: self._model.choose_all(is_chosen=False))
        self._take.clicked.connect(self._on_take_clicked)
        self._cancel.clicked.connect(self.reject)
        room = self.screen().availableSize()
        self.resize(min(_SIZE[0], room.width() - 40), min(_SIZE[1], room.height() - 80))

    def reject(self) -> None:
        """Close and take nothing; not while it is being taken."""
        if not self._is_taking:
            super().reject()

    def _arrange(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, 12)
        column.setSpacing(6)
        title = QLabel(self._preview.source)
        title.setProperty("role", "heading")
        title.setTextFormat(Qt.TextFormat.PlainText)
        column.addWidget(title)
        for text in self._told():
            line = caption(text)
            line.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(line)
        column.addSpacing(4)
        column.addWidget(self._table, 1)
        choices = QHBoxLayout()
        choices.addWidget(self._all)
        choices.addWidget(self._none)
        choices.addStretch(1)
        column.addLayout(choices)
        column.addWidget(self._refusal)
        foot = QWidget()
        foot.setObjectName("dialog_foot")
        foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        buttons = QHBoxLayout(foot)
        buttons.setContentsMargins(_MARGIN, 12, _MARGIN, 12)
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._take)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(column, 1)
        layout.addWidget(foot)

    def _told(self) -> list[str]:
        """Return what is said of the file as a whole."""
        preview = self._preview
        counts: dict[str, int] = {}
        for one in preview.proposals:
            counts[one.verdict] = counts.get(one.verdict, 0) + 1
        numbers = (
            (self.tr("New: {n}"), counts.get("new", 0)),
            (self.tr("Added to entries: {n}"), counts.get("update", 0)),
            (self.tr("There already: {n}"), counts.get("same", 0)),
            (self.tr("Doubtful: {n}"), counts.get("doubtful", 0)),
            (self.tr("Refused: {n}"), len(preview.refused)),
        )
        shown = self.locale().toString
        told = [" · ".join(text.format(n=shown(number)) for text, number in numbers if number)]
        if preview.encoding:
            said = self.tr("The file does not say how its letters are encoded; read as {name}.")
            told.append(said.format(name=preview.encoding))
        left = [heading for heading, field in preview.columns if not field and heading.strip()]
        if left:
            told.append(self.tr("Columns left out: {names}").format(names=", ".join(left)[:300]))
        return [one for one in told if one]

    @Slot()
    def _show_number(self) -> None:
        number = len(self._model.chosen())
        self._take.setText(self.tr("&Bring in {n}").format(n=self.locale().toString(number)))
        self._take.setEnabled(number > 0 and not self._is_taking)

    @Slot()
    def _on_take_clicked(self) -> None:
        chosen = self._model.chosen()

        def work(desk: "Desk") -> "tuple[BookChange, Changes]":
            return desk.people_exchange.take(chosen)

        self._set_taking(is_taking=True)
        self._store.change(
            work, self._lifetime.guard(self._on_taken), self._lifetime.guard(self._on_refused)
        )

    def _set_taking(self, *, is_taking: bool) -> None:
        self._is_taking = is_taking
        self._cancel.setEnabled(not is_taking)
        self._table.setEnabled(not is_taking)
        self._show_number()

    def _on_taken(self, change: BookChange) -> None:
        number = len(self._model.chosen())
        self._set_taking(is_taking=False)
        self.taken.emit(change, number)
        self.accept()

    def _on_refused(self, error: NewsdeskError) -> None:
        self._set_taking(is_taking=False)
        message = words(error)
        self._refusal.say(f"{message.title}. {message.text}")


class _Table(QTableView):
    """Space ticks the row that is chosen."""

    def __init__(self, model: PreviewModel) -> None:
        super().__init__()
        self.setObjectName("book_preview")
        self.setAccessibleName(self.tr("What happens to each entry"))
        self.setModel(model)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(Column.WHAT, QHeaderView.ResizeMode.Stretch)
        self.setColumnWidth(Column.NAME, _NAME_PX)
        self.setColumnWidth(Column.LINE, _LINE_PX)
        if model.rowCount():
            self.selectRow(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        index = self.currentIndex().siblingAtColumn(Column.NAME)
        if event.key() == Qt.Key.Key_Space and index.isValid():
            is_ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
            state = Qt.CheckState.Unchecked if is_ticked else Qt.CheckState.Checked
            self.model().setData(index, state, Qt.ItemDataRole.CheckStateRole)
        else:
            super().keyPressEvent(event)
