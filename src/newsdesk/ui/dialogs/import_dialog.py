"""What was found in a text that is being brought in, to be confirmed by a person."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QSplitter, QVBoxLayout, QWidget

from newsdesk.domain.duplicate import Duplicate, Resolution
from newsdesk.domain.errors import NewsdeskError
from newsdesk.domain.provenance import Extent, Finding, Mark
from newsdesk.ui.dialogs.duplicate_bar import DuplicateBar
from newsdesk.ui.dialogs.finding_words import kind_name
from newsdesk.ui.dialogs.found_list import FoundList
from newsdesk.ui.dialogs.import_answers import ImportAnswers
from newsdesk.ui.dialogs.mark_history import MarkHistory, Said
from newsdesk.ui.dialogs.result_pane import ResultPane
from newsdesk.ui.dialogs.site_row import SiteRow
from newsdesk.ui.dialogs.source_pane import SourcePane
from newsdesk.ui.jobs.bring_in import BringIn
from newsdesk.ui.jobs.import_question import Question
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.lifetime import Lifetime
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.theme.theme_controller import ThemeController
from newsdesk.ui.widgets.elided_label import ElidedLabel
from newsdesk.ui.widgets.labelled import caption, pane_heading

if TYPE_CHECKING:
    from newsdesk.services.desk import Desk
    from newsdesk.services.import_ import Draft

_SIZE, _SMALLEST = (1320, 820), (900, 600)
_MARGIN = 16
_NARROWEST = 220  # px of a pane


class ImportDialog(QDialog):
    """Shows one text after the other: its pieces on one side, what it will be on the other.

    Signals:
        accepted_draft(Draft): bring it in, as it is shown; of one that is here already a copy.
        updated_draft(Draft, ReleaseId): store it over this release, which it is.
        duplicates_settled(Resolution): do this with all further ones that are here already.
        all_accepted(Draft): that, and from now on ask only where something is doubtful.
        skipped(): leave this one out.
        cancelled(): leave this one and all that follow out.
    """

    accepted_draft = Signal(object)
    updated_draft = Signal(object, object)
    duplicates_settled = Signal(object)
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
        self._read: Draft | None = None  # that with the marks on it
        self._headlines: dict[str, str] = {}  # as found -> as typed over it
        self._history = MarkHistory(self)
        self._marks_asked = 0
        self._marks_shown: tuple[Mark, ...] = ()
        self._extents: Sequence[Extent] = ()
        self._title = ElidedLabel()
        self._title.setProperty("role", "title")
        self._source = SourcePane(self._history.stack, icons, themes)
        self._found = FoundList(icons, themes)
        self._result = ResultPane(store, themes)
        self._stored_shown = False  # the release that is here already, not the new one
        self._duplicate: Duplicate | None = None
        self._known = DuplicateBar(icons)
        self._site = SiteRow()
        self._answers = ImportAnswers()
        self._arrange()
        self._size()
        self._result.headline_edited.connect(self._on_headline_edited)
        self._found.rows_added.connect(self._order_tabs)
        self._found.refused_edited.connect(self._on_refused_edited)
        self._source.marks_edited.connect(self._on_marks_edited)
        self._source.refusal_edited.connect(self._on_refusal_edited)
        self._history.changed.connect(self._on_said)
        for one in (self._source, self._found, self._result):
            one.pointed.connect(self._on_pointed)
        self._known.look_edited.connect(self._on_look_edited)
        self._answers.bring_in_chosen.connect(self._on_bring_in)
        self._answers.update_chosen.connect(self._on_update)
        self._answers.all_chosen.connect(self._on_all)
        self._answers.skip_chosen.connect(self._on_skip)
        self._answers.cancel_chosen.connect(self.reject)

    def follow(self, bring_in: BringIn) -> None:
        """Ask what this run asks, answer it, and be deleted when it is over."""
        bring_in.confirmation_needed.connect(self.ask)
        bring_in.finished.connect(self._on_over)
        self.duplicates_settled.connect(bring_in.settle_duplicates)
        self.accepted_draft.connect(bring_in.accept)
        self.updated_draft.connect(bring_in.update)
        self.all_accepted.connect(bring_in.accept_all)
        self.skipped.connect(bring_in.skip)
        self.cancelled.connect(bring_in.cancel)

    @Slot(object)
    def ask(self, question: Question) -> None:
        """Show a text; open if need be."""
        draft = question.draft
        self._original = self._draft = draft
        self._history.begin()
        self._marks_asked += 1
        self._marks_shown = ()
        self._headlines = {}
        name = draft.file_name or self.tr("the pasted text")
        self._title.setText(self.tr("What was found in {0}").format(f"\u2068{name}\u2069"))
        self._result.show_headline(draft.headline)
        self._duplicate = next(iter(question.duplicates), None)
        is_alone = question.total == 1 and question.is_all
        self._known.show_duplicate(self._duplicate, is_alone=is_alone)
        self._answers.show_answers(
            question.number,
            question.total,
            is_all=question.is_all,
            duplicate=self._duplicate,
        )
        self._site.show_draft(draft)
        self._source.show_source(question.lines)
        self._show_read(draft, question.extents, is_same_text=False)
        self._answers.set_waiting(False)
        self._show_result()
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
                    "Say what a part of it is where newsdesk was wrong. "
                    "Nothing is stored before you bring it in."
                )
            )
        )
        panes = QSplitter()
        panes.setObjectName("import_panes")
        panes.setHandleWidth(1)
        panes.setChildrenCollapsible(False)
        for pane, share in ((self._source, 10), (self._found_pane(), 7), (self._result, 10)):
            panes.addWidget(pane)
            panes.setStretchFactor(panes.count() - 1, share)
            pane.setMinimumWidth(_NARROWEST)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._known)
        layout.addWidget(panes, 1)
        layout.addWidget(self._site)
        layout.addWidget(self._answers)

    def _found_pane(self) -> QWidget:
        pane = QWidget()
        pane.setObjectName("found_pane")
        pane.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(pane)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(pane_heading(self.tr("What was found")))
        column.addWidget(self._found, 1)
        return pane

    def _size(self) -> None:
        room = self.screen().availableSize()
        self.setMinimumSize(
            min(_SMALLEST[0], room.width() - 24), min(_SMALLEST[1], room.height() - 48)
        )
        self.resize(min(_SIZE[0], room.width() - 24), min(_SIZE[1], room.height() - 48))

    @Slot()
    def _order_tabs(self) -> None:
        """Let the Tab key reach the pieces where they stand: Qt puts what is new last."""
        order = (
            *self._known.focusable(),
            *self._source.focusable(),
            *self._found.focusable(),
            *self._result.focusable(),
            *self._site.focusable(),
            *self._answers.focusable(),
        )
        for one, following in pairwise(order):
            QWidget.setTabOrder(one, following)

    # What is said of the source --------------------------------------------------------------

    def _show_read(self, draft: "Draft", extents: Sequence[Extent], *, is_same_text: bool) -> None:
        """Show what was found in the source: as it was read, or read anew with marks."""
        from newsdesk.services.import_ import ImportService  # noqa: PLC0415 - heavy; loaded by now

        self._read = draft
        self._extents = extents
        self._found.show_findings(
            draft.findings, ImportService.can_be_restored, is_same_text=is_same_text
        )
        self._order_tabs()
        self._show_now(draft)

    def _show_now(self, draft: "Draft") -> None:
        """Show the same findings as they stand in the draft."""
        if self._read is not None:
            now = dict(zip(self._read.findings, draft.findings, strict=True))
            self._found.show_as(draft.findings, self._history.said.refused)
            self._source.show_marks(self._extents, now)
            self._result.show_findings(now)

    def _change(self, typed: str | None = None) -> None:
        """Work the draft out anew: as it is read, without what is refused, as typed.

        What was typed in place of a headline comes and goes with that headline.
        """
        from newsdesk.services.import_ import ImportService  # noqa: PLC0415 - heavy; loaded by now

        if self._read is None:
            return
        draft = ImportService.restored(self._read, self._history.said.refused)
        if typed is not None:
            self._headlines[draft.headline] = typed
        headline = self._headlines.get(draft.headline, draft.headline)
        self._draft = replace(draft, headline=headline)
        self._show_result()

    @Slot(object)
    def _on_said(self, said: Said) -> None:
        """Let the draft follow what is said now."""
        self._marks_asked += 1
        if said.marks == self._marks_shown:
            self._follow_refusals()
            return
        number, original = self._marks_asked, self._original
        if original is not None:
            guard = self._lifetime.guard
            self._answers.set_waiting(True)
            self._store.read(
                lambda desk: _marked(desk, original, said.marks),
                guard(partial(self._on_marked, number, said.marks)),
                guard(self._on_not_marked),
            )

    def _on_marked(
        self, number: int, marks: tuple[Mark, ...], read: "tuple[Draft, Sequence[Extent]]"
    ) -> None:
        if number == self._marks_asked:
            self._marks_shown = marks
            self._answers.set_waiting(False)
            self._show_read(*read, is_same_text=True)
            self._follow_refusals()

    def _on_not_marked(self, error: NewsdeskError) -> None:
        self._answers.set_waiting(False)
        self._result.show_error(error)

    def _follow_refusals(self) -> None:
        self._change()
        if self._draft is not None:
            self._show_now(self._draft)
            self._result.show_headline(self._draft.headline)

    # The result -----------------------------------------------------------------------------

    def _show_result(self) -> None:
        """Show what the draft will be, or the release that is here already."""
        if self._draft is not None:
            duplicate = self._duplicate if self._stored_shown else None
            stored = duplicate.release_id if duplicate is not None else None
            self._result.show_draft(self._draft, stored=stored)

    @Slot(bool)
    def _on_look_edited(self, is_stored: bool) -> None:
        """Show the release that is here already, or the new one again."""
        self._stored_shown = is_stored
        self._show_result()

    # Answers --------------------------------------------------------------------------------

    @Slot(str)
    def _on_headline_edited(self, text: str) -> None:
        self._change(text)

    @Slot(object)
    def _on_refused_edited(self, refused: frozenset[Finding]) -> None:
        self._history.say(replace(self._history.said, refused=refused), self.tr("Put back"))

    @Slot(object)
    def _on_refusal_edited(self, finding: Finding) -> None:
        self._on_refused_edited(self._history.said.refused | {finding})

    @Slot(object)
    def _on_marks_edited(self, marks: tuple[Mark, ...]) -> None:
        said = self._history.said
        text = self.tr("Mark as {0}").format(kind_name(marks[-1].kind))
        self._history.say(replace(said, marks=said.marks + marks), text)

    @Slot(object)
    def _on_pointed(self, finding: Finding | None) -> None:
        """Show on the other sides what is pointed at on one."""
        for one in (self._source.view, self._found, self._result):
            if one is not self.sender() and one.parentWidget() is not self.sender():
                one.point_at(finding)

    @Slot()
    def _on_over(self) -> None:
        if self.isVisible():
            self.accept()
        self.deleteLater()

    @Slot()
    def _on_bring_in(self) -> None:
        draft = self._draft
        self._answer(Resolution.COPY, lambda: self.accepted_draft.emit(draft))

    @Slot()
    def _on_update(self) -> None:
        if self._duplicate is not None:
            draft, stored = self._draft, self._duplicate.release_id
            self._answer(Resolution.UPDATE, lambda: self.updated_draft.emit(draft, stored))

    @Slot()
    def _on_all(self) -> None:
        draft = self._draft
        self._answer(Resolution.COPY, lambda: self.all_accepted.emit(draft))

    @Slot()
    def _on_skip(self) -> None:
        self._answer(Resolution.SKIP, self.skipped.emit)

    def _answer(self, resolution: Resolution, answer: Callable[[], None]) -> None:
        """Say first what holds for further ones: those may come as soon as this one is answered."""
        self._answers.set_waiting(True)
        if self._duplicate is not None and self._known.is_for_all:
            self.duplicates_settled.emit(resolution)
        draft = self._draft
        if self._site.is_settled and draft is not None and draft.address:
            self._remember_site(draft.address, answer)
        else:
            answer()

    def _remember_site(self, address: str, then: Callable[[], None]) -> None:
        guard = self._lifetime.guard

        def not_remembered(error: NewsdeskError) -> None:
            self._store.failed.emit(error)
            then()

        self._store.change(
            lambda desk: desk.sites.remember(address),
            guard(lambda _site: then()),
            guard(not_remembered),
        )


def _marked(
    desk: "Desk", original: "Draft", marks: Sequence[Mark]
) -> "tuple[Draft, Sequence[Extent]]":
    """Return a draft read anew, and where its findings stand. For the store's thread."""
    draft = desk.imports.marked(original, marks)
    return draft, desk.imports.source_of(draft)[1]
