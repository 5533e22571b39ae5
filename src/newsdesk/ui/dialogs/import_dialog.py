"""What was found in a text that is being brought in, to be confirmed by a person."""

from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from newsdesk.domain.errors import NewsdeskError
from newsdesk.domain.provenance import Finding
from newsdesk.ui.dialogs.found_list import FoundList
from newsdesk.ui.dialogs.result_view import Result, ResultView, result_of
from newsdesk.ui.jobs.bring_in import BringIn
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.lifetime import Lifetime
from newsdesk.ui.messages import words
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.theme.theme_controller import ThemeController
from newsdesk.ui.widgets.buttons import primary_button, secondary_button
from newsdesk.ui.widgets.elided_label import ElidedLabel
from newsdesk.ui.widgets.labelled import caption, label_for

if TYPE_CHECKING:
    from newsdesk.services.import_ import Draft

_SIZE, _SMALLEST = (1080, 720), (900, 600)
_MARGIN = 16


class ImportDialog(QDialog):
    """Shows one text after the other: its pieces on one side, what it will be on the other.

    Signals:
        accepted_draft(Draft): bring it in, as it is shown.
        all_accepted(Draft): that, and from now on ask only where something is doubtful.
        skipped(): leave this one out.
        cancelled(): leave this one and all that follow out.
    """

    accepted_draft = Signal(object)
    all_accepted = Signal(object)
    skipped = Signal()
    cancelled = Signal()

    def __init__(
        self, store: Store, icons: Icons, themes: ThemeController, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("import_dialog")
        self.setWindowTitle(self.tr("Bring in"))
        self._store = store
        self._lifetime = Lifetime(self)
        self._original: Draft | None = None  # as it was read
        self._draft: Draft | None = None  # as it stands now
        self._headlines: dict[str, str] = {}  # as found -> as typed over it
        self._asked, self._shown = 0, 0  # results asked for, and which of them is shown
        self._title = ElidedLabel()
        self._title.setProperty("role", "title")
        self._headline = QLineEdit()
        self._headline.setObjectName("import_headline")
        self._found = FoundList(icons, themes)
        self._result = ResultView(themes)
        self._place = QLabel()
        self._place.setProperty("role", "caption")
        self._cancel = secondary_button(self.tr("Cancel"))
        self._skip = secondary_button(self.tr("S&kip this one"))
        self._all = secondary_button(self.tr("Bring in &all that are sure"))
        self._all.setToolTip(
            self.tr("Brings this one in, and asks from now on only where something is doubtful")
        )
        self._bring_in = primary_button(self.tr("&Bring in"))
        self._arrange()
        self._bring_in.setDefault(True)  # the dialog learns of it only once it has the button
        self._size()
        self._headline.textEdited.connect(self._on_headline_edited)
        self._found.rows_added.connect(self._order_tabs)
        self._found.refused_edited.connect(self._on_refused_edited)
        self._bring_in.clicked.connect(self._on_bring_in)
        self._all.clicked.connect(self._on_all)
        self._skip.clicked.connect(self._on_skip)
        self._cancel.clicked.connect(self.reject)

    def follow(self, bring_in: BringIn) -> None:
        """Ask what this run asks, answer it, and be deleted when it is over."""
        bring_in.confirmation_needed.connect(self.ask)
        bring_in.finished.connect(self._on_over)
        self.accepted_draft.connect(bring_in.accept)
        self.all_accepted.connect(bring_in.accept_all)
        self.skipped.connect(bring_in.skip)
        self.cancelled.connect(bring_in.cancel)

    @Slot(object, int, int)
    def ask(self, draft: "Draft", number: int, total: int) -> None:
        """Show a text, the `number`th of `total`; open if need be."""
        from newsdesk.services.import_ import ImportService  # noqa: PLC0415 - heavy; loaded by now

        self._original = self._draft = draft
        self._headlines = {}
        name = draft.file_name or self.tr("the pasted text")
        self._title.setText(self.tr("What was found in {0}").format(f"\u2068{name}\u2069"))
        self._show_headline(draft)
        self._found.show_findings(draft.findings, ImportService.can_be_restored)
        self._order_tabs()
        self._place.setText(
            self.tr("{0} of {1}").format(
                self.locale().toString(number), self.locale().toString(total)
            )
        )
        for several in (self._place, self._skip, self._all):
            several.setVisible(total > 1)
        self._set_answered(is_answered=False)
        self._ask_result()
        if not self.isVisible():
            self.open()
        self._found.focus_first()

    def draft(self) -> "Draft | None":
        """Return the text as it stands now."""
        return self._draft

    def reject(self) -> None:
        """Leave everything out that is not brought in yet."""
        super().reject()
        self.cancelled.emit()

    def _arrange(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, 12)
        head.setSpacing(4)
        head.addWidget(self._title)
        head.addWidget(
            caption(
                self.tr(
                    "Look at what newsdesk made of it. What you put back stands in the text again, "
                    "where it stood; nothing is stored before you bring it in."
                )
            )
        )
        panes = QSplitter()
        panes.setObjectName("import_panes")
        panes.setHandleWidth(1)
        panes.setChildrenCollapsible(False)
        panes.addWidget(self._left())
        panes.addWidget(self._right())
        panes.setStretchFactor(0, 9)
        panes.setStretchFactor(1, 11)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(panes, 1)
        layout.addWidget(self._foot())

    def _left(self) -> QWidget:
        pane = QWidget()
        pane.setObjectName("found_pane")
        pane.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        label = label_for(self.tr("&Headline"), self._headline)
        column = QVBoxLayout(pane)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(4)
        for widget in (label, self._headline):
            row = QHBoxLayout()
            row.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
            row.addWidget(widget)
            column.addLayout(row)
        column.addSpacing(8)
        column.addWidget(self._found, 1)
        return pane

    def _right(self) -> QWidget:
        pane = QWidget()
        pane.setObjectName("result_pane")
        pane.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        title = QLabel(self.tr("As it will be"))
        title.setProperty("role", "heading")
        title.setContentsMargins(20, 12, _MARGIN, 0)
        column = QVBoxLayout(pane)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(title)
        column.addWidget(self._result, 1)
        return pane

    def _foot(self) -> QWidget:
        foot = QWidget()
        foot.setObjectName("dialog_foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(_MARGIN, 12, _MARGIN, 12)
        row.setSpacing(8)
        row.addWidget(self._cancel)
        row.addWidget(self._skip)
        row.addSpacing(8)
        row.addWidget(self._place)
        row.addStretch(1)
        row.addWidget(self._all)
        row.addWidget(self._bring_in)
        return foot

    def _size(self) -> None:
        room = self.screen().availableSize()
        self.setMinimumSize(
            min(_SMALLEST[0], room.width() - 24), min(_SMALLEST[1], room.height() - 48)
        )
        self.resize(min(_SIZE[0], room.width() - 24), min(_SIZE[1], room.height() - 48))

    @Slot()
    def _order_tabs(self) -> None:
        """Let the Tab key reach the pieces where they stand: Qt puts what is new last."""
        answers = (self._cancel, self._skip, self._all, self._bring_in)
        order = (self._headline, *self._found.focusable(), self._result, *answers)
        for one, following in pairwise(order):
            QWidget.setTabOrder(one, following)

    def _set_answered(self, *, is_answered: bool) -> None:
        """An answer was given; the next text, or the end, is on its way."""
        for button in (self._bring_in, self._all, self._skip):
            button.setDisabled(is_answered)

    def _change(self, refused: frozenset[Finding], typed: str | None = None) -> None:
        """Work the draft out anew: as it was read, without what is refused, as typed.

        What was typed in place of a headline comes and goes with that headline.
        """
        from newsdesk.services.import_ import ImportService  # noqa: PLC0415 - heavy; loaded by now

        if self._original is None:
            return
        draft = ImportService.restored(self._original, refused)
        if typed is not None:
            self._headlines[draft.headline] = typed
        headline = self._headlines.get(draft.headline, draft.headline)
        self._draft = replace(draft, headline=headline)
        self._ask_result()

    def _show_headline(self, draft: "Draft") -> None:
        if self._headline.text() != draft.headline:
            self._headline.setText(draft.headline)
            self._headline.setCursorPosition(0)  # a long one from its beginning

    # The result -----------------------------------------------------------------------------

    def _ask_result(self) -> None:
        """Ask for the result of the draft, one at a time however fast somebody types."""
        self._asked += 1
        if self._asked == self._shown + 1:
            self._fetch_result()

    def _fetch_result(self) -> None:
        draft = self._draft
        if draft is None:
            return
        number = self._asked
        guard = self._lifetime.guard
        self._store.read(
            lambda desk: result_of(desk, draft),
            guard(partial(self._on_result, number)),
            guard(partial(self._on_no_result, number)),
        )

    def _on_result(self, number: int, result: Result) -> None:
        self._result.show_result(result)
        self._end_result(number)

    def _on_no_result(self, number: int, error: NewsdeskError) -> None:
        message = words(error)
        self._result.show_words(f"{message.title}\n\n{message.text}")
        self._end_result(number)

    def _end_result(self, number: int) -> None:
        self._shown = number
        if self._asked > number:
            self._fetch_result()

    # Answers --------------------------------------------------------------------------------

    @Slot(str)
    def _on_headline_edited(self, text: str) -> None:
        self._change(self._found.refused, text)

    @Slot(object)
    def _on_refused_edited(self, refused: frozenset[Finding]) -> None:
        self._change(refused)
        if self._draft is not None:
            self._found.show_as(self._draft.findings, refused)
            self._show_headline(self._draft)

    @Slot()
    def _on_over(self) -> None:
        if self.isVisible():
            self.accept()
        self.deleteLater()

    @Slot()
    def _on_bring_in(self) -> None:
        self._set_answered(is_answered=True)
        self.accepted_draft.emit(self._draft)

    @Slot()
    def _on_all(self) -> None:
        self._set_answered(is_answered=True)
        self.all_accepted.emit(self._draft)

    @Slot()
    def _on_skip(self) -> None:
        self._set_answered(is_answered=True)
        self.skipped.emit()
