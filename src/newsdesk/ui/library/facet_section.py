"""A part of the sidebar: a title that folds, the most usual lines, and a way to all of them."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from newsdesk.domain.facets import Chosen
from newsdesk.ui.library.facet_delegate import INDENT
from newsdesk.ui.library.facet_model import FEW, FacetLine
from newsdesk.ui.library.facet_view import FacetView
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.theme.theme_controller import ThemeController
from newsdesk.ui.widgets.buttons import link_button
from newsdesk.ui.widgets.section import Section

_LESS_PADDING = 3  # a link has less than a line: so its words stand below the names


class FacetSection(Section):
    """Hidden while it has no line. All of many lines are scrolled and found by typing."""

    def __init__(
        self, title: str, themes: ThemeController, icons: Icons, parent: QWidget | None = None
    ) -> None:
        super().__init__(title, icons, parent=parent)
        self.view = FacetView(themes, icons)
        self.view.setAccessibleName(title)
        self._filter = _FilterField()
        self._filter.setPlaceholderText(self.tr("Filter"))
        self._filter.setAccessibleName(self.tr("Filter: {0}").format(title))
        self._filter.setClearButtonEnabled(True)
        self._all = link_button("")
        self._is_all = False
        self.body.setContentsMargins(0, 0, 0, 6)
        self.body.setSpacing(2)
        self.body.addWidget(self._filter)
        self.body.addWidget(self.view)
        foot = QHBoxLayout()
        foot.addSpacing(INDENT + _LESS_PADDING)
        foot.addWidget(self._all)
        foot.addStretch(1)
        self.body.addLayout(foot)
        self._filter.textEdited.connect(self._on_filter_edited)
        self._filter.list_requested.connect(self.view.setFocus)
        self._filter.escape_requested.connect(self._show_few)
        self._all.clicked.connect(self._on_all_clicked)
        self._show_ways()
        self.hide()

    def show_lines(self, lines: Sequence[FacetLine]) -> None:
        self.view.show_lines(lines)
        if len(lines) > FEW:
            self._show_ways()
        else:
            self.show_all(is_all=False)
        self.setVisible(bool(lines))

    def set_chosen(self, chosen: Chosen) -> None:
        self.view.lines.set_chosen(chosen)
        self.view.fit()

    def show_all(self, *, is_all: bool) -> None:
        """Show every line with a field to filter them by, or the most usual ones again."""
        self._is_all = is_all
        self._filter.clear()
        self.view.lines.look_for("")
        self.view.lines.show_all(is_all=is_all)
        self.view.fit()
        self._show_ways()

    def _show_ways(self) -> None:
        total = self.view.lines.total()
        self._filter.setVisible(self._is_all)
        self._all.setVisible(total > FEW)
        number = QLocale().toString(total)
        self._all.setText(
            self.tr("Show fewer") if self._is_all else self.tr("Show all {0}").format(number)
        )

    @Slot()
    def _on_all_clicked(self) -> None:
        self.show_all(is_all=not self._is_all)
        if self._is_all:
            self._filter.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _show_few(self) -> None:
        self.show_all(is_all=False)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _on_filter_edited(self, text: str) -> None:
        self.view.lines.look_for(text)
        self.view.fit()


class _FilterField(QLineEdit):
    """Down and Enter go into the lines; Esc clears it, then asks for the few lines again."""

    list_requested = Signal()
    escape_requested = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.list_requested.emit()
            case Qt.Key.Key_Escape if self.text():
                self.clear()
                self.textEdited.emit("")
            case Qt.Key.Key_Escape:
                self.escape_requested.emit()
            case _:
                super().keyPressEvent(event)
