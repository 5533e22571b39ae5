"""Everything that was found in a text, in its order; what was left out is folded below."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from newsdesk.domain.provenance import Finding, FindingKind
from newsdesk.ui.dialogs.finding_row import FindingRow
from newsdesk.ui.dialogs.finding_words import kind_words
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.theme.theme_controller import ThemeController
from newsdesk.ui.widgets.section import Section

_MARGIN = 16
_LEFT_OUT = frozenset({FindingKind.FURNITURE, FindingKind.END_MARK})
_SEEN = frozenset({FindingKind.QUOTE, FindingKind.MENDED_LINES})  # in the text, and noted


class FoundList(QScrollArea):
    """Rows of pieces. Up and Down go from row to row, Space puts one back or takes it again.

    Signals:
        refused_edited(frozenset): the user chose other findings to stand in the text.
        rows_added(): a part that was folded shows its pieces.
        pointed(Finding | None): the mouse or the focus is on a row; the finding as read.
    """

    refused_edited = Signal(object)
    rows_added = Signal()
    pointed = Signal(object)

    def __init__(
        self, icons: Icons, themes: ThemeController, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icons = icons
        self._themes = themes
        self._rows: list[FindingRow] = []
        self._findings: tuple[Finding, ...] = ()
        self._now: dict[Finding, Finding] = {}  # as it was read -> as it stands in the draft
        self._refused: frozenset[Finding] = frozenset()
        self._column: QVBoxLayout | None = None
        self._opened: set[str] = set()  # parts that the user unfolded
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().rangeChanged.connect(self._keep_width)

    @property
    def refused(self) -> frozenset[Finding]:
        return self._refused

    def rows(self) -> Sequence[FindingRow]:
        return tuple(self._rows)

    def show_findings(
        self,
        findings: Sequence[Finding],
        can_be_restored: Callable[[Finding], bool],
        *,
        is_same_text: bool = False,
    ) -> None:
        """Show the pieces of a text, none of them put back.

        Args:
            is_same_text: others of the text that is shown: what is unfolded stays so.
        """
        if not is_same_text:
            self._opened.clear()
        self._findings = tuple(findings)
        self._now = dict(zip(findings, findings, strict=True))
        self._rows = []
        self._refused = frozenset()
        groups: dict[str, list[Finding]] = {"found": [], "seen": [], "left_out": []}
        for finding in findings:
            if (group := _group(finding)) is not None:
                groups[group].append(finding)
        content = QWidget()
        content.setObjectName("found")
        column = QVBoxLayout(content)
        self._column = column
        self._keep_width()
        column.setSpacing(8)
        for finding in sorted(groups["found"], key=lambda one: one.kind is FindingKind.LANGUAGE):
            column.addWidget(self._row(finding, can_be_restored))
        for name, title in (
            ("left_out", self.tr("Left out")),
            ("seen", self.tr("Noted in the text")),
        ):
            if groups[name]:
                column.addWidget(self._fold(name, title, groups[name], can_be_restored))
        column.addStretch(1)
        self.setWidget(content)

    def show_as(self, findings: Sequence[Finding], refused: frozenset[Finding]) -> None:
        """Show the same pieces in the same order as they stand in the draft now."""
        self._refused = refused
        self._now = dict(zip(self._findings, findings, strict=True))
        for row in self._rows:
            row.show_as(self._now[row.finding])

    def point_at(self, finding: Finding | None) -> None:
        """Outline the row of a finding as read and bring it into view."""
        for row in self._rows:
            row.set_pointed(is_pointed=row.finding == finding)
            if row.finding == finding and row.isVisibleTo(self):
                self.ensureWidgetVisible(row, 0, _MARGIN)

    def focusable(self) -> list[QWidget]:
        """Return all that the Tab key stops at, in the order in which it stands."""
        content = self.widget()
        inside = content.findChildren(QWidget) if content is not None else []
        return [widget for widget in inside if widget.focusPolicy() & Qt.FocusPolicy.TabFocus]

    def focus_first(self) -> None:
        if self._rows:
            self._rows[0].anchor.setFocus()

    def _row(self, finding: Finding, can_be_restored: Callable[[Finding], bool]) -> FindingRow:
        row = FindingRow(
            finding,
            self._icons,
            self._themes,
            can_be_restored=can_be_restored(finding),
            name=self._name_of(finding),
        )
        row.refusal_edited.connect(partial(self._edit, finding))
        row.step_requested.connect(partial(self._go, row))
        row.pointed.connect(partial(self._point, finding))
        row.left.connect(partial(self._point, None))
        row.show_as(self._now[finding])
        self._rows.append(row)
        return row

    def _name_of(self, finding: Finding) -> str:
        """Return its kind, with a number where there are several."""
        kind = kind_words(finding)
        alike = [one for one in self._findings if kind_words(one) == kind]
        return f"{kind} {alike.index(finding) + 1}" if len(alike) > 1 else kind

    def _fold(
        self,
        name: str,
        title: str,
        findings: Sequence[Finding],
        can_be_restored: Callable[[Finding], bool],
    ) -> Section:
        """Return a part that is folded; its rows, which may be many, are made when it is opened."""
        counted = self.tr("{0} ({1})").format(title, self.locale().toString(len(findings)))
        fold = Section(counted, self._icons)
        fold.body.setContentsMargins(0, 4, 0, 0)
        fold.body.setSpacing(8)

        def unfold(is_open: bool) -> None:
            (self._opened.add if is_open else self._opened.discard)(name)
            if is_open and fold.body.isEmpty():
                for finding in findings:
                    row = self._row(finding, can_be_restored)
                    fold.body.addWidget(row)
                    row.show()
                self.rows_added.emit()

        fold.fold_edited.connect(unfold)
        fold.set_open(name in self._opened)
        if name in self._opened:
            unfold(True)  # noqa: FBT003 - as the signal says it
        return fold

    @Slot()
    def _keep_width(self) -> None:
        """Let the rows end where they end without a scroll bar."""
        if self._column is not None:
            bar = self.verticalScrollBar()
            taken = bar.sizeHint().width() if bar.maximum() > 0 else 0
            sides = (_MARGIN, max(_MARGIN - taken, 0))
            left, right = reversed(sides) if self.isRightToLeft() else sides
            self._column.setContentsMargins(left, 4, right, _MARGIN)

    def _point(self, finding: Finding | None) -> None:
        for row in self._rows:
            row.set_pointed(is_pointed=row.finding == finding)
        self.pointed.emit(finding)

    def _edit(self, finding: Finding, is_refused: bool) -> None:
        one = frozenset({finding})
        self._refused = self._refused | one if is_refused else self._refused - one
        self.refused_edited.emit(self._refused)

    def _go(self, row: FindingRow, step: int) -> None:
        shown = [one for one in self._rows if one.isVisibleTo(self)]
        place = shown.index(row) + step
        if 0 <= place < len(shown):
            shown[place].anchor.setFocus()
            self.ensureWidgetVisible(shown[place], 0, _MARGIN)


def _group(finding: Finding) -> str | None:
    """Return which part of the list a piece is in; the text itself is in none."""
    if finding.kind is FindingKind.BODY:
        return None
    if finding.kind in _LEFT_OUT:
        return "left_out"
    return "seen" if finding.kind in _SEEN else "found"
