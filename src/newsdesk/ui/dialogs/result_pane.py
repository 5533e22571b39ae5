"""What a text will be, under its headline, which can be typed over."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from newsdesk.domain.errors import NewsdeskError
from newsdesk.domain.ids import ReleaseId
from newsdesk.domain.provenance import Finding
from newsdesk.ui.dialogs.result_view import Result, ResultView, result_of, result_of_release
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.lifetime import Lifetime
from newsdesk.ui.messages import words
from newsdesk.ui.theme.theme_controller import ThemeController
from newsdesk.ui.widgets.labelled import label_for, pane_heading

if TYPE_CHECKING:
    from newsdesk.services.desk import Desk
    from newsdesk.services.import_ import Draft

_MARGIN = 16
_INDENT = 20  # px: where the text of the result begins


class ResultPane(QWidget):
    """Has the result of a draft made, one at a time however fast somebody types, and shows it.

    Signals:
        headline_edited(str): the user types it.
        pointed(Finding | None): the mouse is on what a finding as read was made into.
    """

    headline_edited = Signal(str)
    pointed = Signal(object)

    def __init__(
        self, store: Store, themes: ThemeController, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("result_pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._store = store
        self._lifetime = Lifetime(self)
        self._draft: Draft | None = None
        self._stored: ReleaseId | None = None  # shown in place of the draft
        self._asked, self._shown = 0, 0  # results asked for, and which of them is shown
        self._title = pane_heading("")
        self._headline = QLineEdit()
        self._headline.setObjectName("import_headline")
        self._view = ResultView(themes)
        self._arrange()
        self._headline.textEdited.connect(self.headline_edited)
        self._view.pointed.connect(self.pointed)

    def focusable(self) -> list[QWidget]:
        """Return what the Tab key stops at, in its order."""
        return [self._headline, self._view]

    def show_headline(self, headline: str) -> None:
        """Put a headline into the field, unless it stands there."""
        if self._headline.text() != headline:
            self._headline.setText(headline)
            self._headline.setCursorPosition(0)  # a long one from its beginning

    def show_draft(self, draft: "Draft", *, stored: ReleaseId | None = None) -> None:
        """Show what a draft will be, or the release that is stored in its place."""
        self._draft, self._stored = draft, stored
        self._headline.setDisabled(stored is not None)
        title = self.tr("As it will be") if stored is None else self.tr("As it is stored")
        self._title.setText(title)
        self._asked += 1
        if self._asked == self._shown + 1:
            self._fetch()

    def show_error(self, error: NewsdeskError) -> None:
        """Say why there is no result."""
        message = words(error)
        self._view.show_words(f"{message.title}\n\n{message.text}")

    def show_findings(self, now: Mapping[Finding, Finding]) -> None:
        """Know these findings: as read -> as they stand in the draft."""
        self._view.show_findings(now)

    def point_at(self, finding: Finding | None) -> None:
        """Outline what a finding as read was made into."""
        self._view.point_at(finding)

    def _arrange(self) -> None:
        fields = QVBoxLayout()
        fields.setContentsMargins(_INDENT, 8, _MARGIN, 4)
        fields.setSpacing(4)
        fields.addWidget(label_for(self.tr("&Headline"), self._headline))
        fields.addWidget(self._headline)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._title)
        column.addLayout(fields)
        column.addWidget(self._view, 1)

    def _fetch(self) -> None:
        draft, stored = self._draft, self._stored
        if draft is None:
            return
        number = self._asked
        guard = self._lifetime.guard

        def read(desk: "Desk") -> Result:
            if stored is not None:
                return result_of_release(desk, desk.releases.get(str(stored)))
            return result_of(desk, draft)

        self._store.read(
            read, guard(partial(self._on_result, number)), guard(partial(self._on_error, number))
        )

    def _on_result(self, number: int, result: Result) -> None:
        self._view.show_result(result)
        self._end(number)

    def _on_error(self, number: int, error: NewsdeskError) -> None:
        self.show_error(error)
        self._end(number)

    def _end(self, number: int) -> None:
        self._shown = number
        if self._asked > number:
            self._fetch()
