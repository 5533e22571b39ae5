"""Finding what to insert by typing, with a look at what it will say."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QBoxLayout, QLabel, QListWidgetItem, QWidget

from newsdesk.domain.language import Direction, direction
from newsdesk.ui.widgets.finding import found
from newsdesk.ui.widgets.picker import Picker, PickSection

_MOST = 60  # lines of one section
_LINES = 3  # of the preview
_LONGEST = 600  # characters of it
_EDGES_PX, _AROUND_PX = 20, 24
_VALUE = Qt.ItemDataRole.UserRole


class InsertPicker(Picker):
    """Lists what there is, by kinds; what is marked is shown below, as the text will have it."""

    def __init__(
        self,
        name: str,
        sections: Sequence[PickSection],
        shown: Callable[[object], str],
        language: str,
        parent: QWidget,
    ) -> None:
        """`shown` returns the text of a line's value; `language` is that of the release."""
        super().__init__(name, self.tr("Type what to look for"), parent)
        self._sections = sections
        self._shown = shown
        self._preview = QLabel()
        self._preview.setObjectName("picker_preview")
        self._preview.setAccessibleName(self.tr("What is inserted"))
        self._preview.setTextFormat(Qt.TextFormat.PlainText)
        self._preview.setWordWrap(True)
        self._preview.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        if direction(language) is Direction.RIGHT_TO_LEFT:
            self._preview.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        else:
            self._preview.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        column = self.layout()
        assert isinstance(column, QBoxLayout)
        column.addWidget(self._preview)
        self._list.currentItemChanged.connect(self._on_marked)
        self.query_edited.connect(self._show)
        self.ensurePolished()
        self._preview.setFixedHeight(_LINES * self.fontMetrics().lineSpacing() + _EDGES_PX)
        self._show()

    def open_over(self, window: QWidget) -> None:
        """Be higher than other lists by what is shown below, where the window has the room."""
        super().open_over(window)
        lowest = window.mapToGlobal(window.rect().bottomLeft()).y() - _AROUND_PX
        height = self.height() + self._preview.height()
        self.resize(self.width(), max(self.height(), min(height, lowest - self.y())))

    @Slot()
    def _show(self) -> None:
        sections = [
            replace(section, lines=found(section.lines, self.query)[:_MOST])
            for section in self._sections
        ]
        self.show_sections(sections, self.tr("Nothing matches “{text}”.").format(text=self.query))
        self._preview.setVisible(bool(self._preview.text()))

    @Slot(QListWidgetItem)
    def _on_marked(self, item: QListWidgetItem | None) -> None:
        text = self._shown(item.data(_VALUE)) if item is not None else ""
        self._preview.setText(text[:_LONGEST])
        self._preview.setVisible(bool(text))
