"""Any two versions of a release, held against each other."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from newsdesk.domain.errors import NewsdeskError
from newsdesk.domain.revision import Revision
from newsdesk.ui.dialogs.comparison_view import ComparisonView
from newsdesk.ui.history.history_lines import (
    mine_words,
    now_words,
    theirs_words,
    version_words,
)
from newsdesk.ui.lifetime import Lifetime
from newsdesk.ui.messages import words
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.theme.theme_controller import ThemeController
from newsdesk.ui.widgets.buttons import icon_button, primary_button, secondary_button

if TYPE_CHECKING:
    from newsdesk.rendering.release_comparison import ReleaseComparison

_SIZE = (1040, 720)
_SMALLEST = (640, 420)
_EDGE = 48  # px of the screen that stay free around it
_MARGIN = 20


@dataclass(frozen=True, slots=True)
class Version:
    """One state of a release that can be chosen."""

    number: int | None  # of a revision; None: as it is now
    text: str


@dataclass(frozen=True, slots=True)
class Comparing:
    """What is to be compared, and who waits for it."""

    before: int | None
    after: int | None
    then: "Callable[[ReleaseComparison], None]"
    otherwise: Callable[[NewsdeskError], None]


def history_versions(revisions: Sequence[Revision], now: datetime) -> list[Version]:
    """Return the present text and all that was kept, newest first."""
    kept = [
        Version(one.number, f"{one.number} · {version_words(one, now)}")
        for one in sorted(revisions, key=lambda one: -one.number)
    ]
    return [Version(None, now_words()), *kept]


def two_versions(theirs: int) -> list[Version]:
    """Return those of two people who saved one release; `theirs` is the revision stored."""
    return [Version(None, mine_words()), Version(theirs, theirs_words())]


class ComparisonDialog(QDialog):
    """Show it with `open()` after `compare`.

    Signals:
        restore_requested(int): the user wants this version back.
    """

    restore_requested = Signal(int)

    def __init__(
        self,
        versions: Sequence[Version],
        ask: Callable[[Comparing], None],
        icons: Icons,
        themes: ThemeController,
        parent: QWidget | None = None,
    ) -> None:
        """`ask` compares two versions and calls back."""
        super().__init__(parent)
        self.setObjectName("comparison_dialog")
        self.setWindowTitle(self.tr("Compare versions"))
        self._ask = ask
        self._lifetime = Lifetime(self)
        self._asked = 0
        self._is_restorable = False
        self._before = self._choice(self.tr("Before"), versions)
        self._after = self._choice(self.tr("After"), versions)
        self._view = ComparisonView(themes)
        self._told = QLabel()
        self._told.setProperty("role", "caption")
        self._previous = icon_button(icons, "up", self.tr("Previous change (Shift+F3)"))
        self._next = icon_button(icons, "down", self.tr("Next change (F3)"))
        self._restore = secondary_button(self.tr("&Restore the version before"))
        self._close = primary_button(self.tr("&Close"))
        self._close.setDefault(True)
        self._arrange()
        self._previous.clicked.connect(self._on_previous)
        self._next.clicked.connect(self._on_next)
        for keys, run in (
            ("F3", self._on_next),
            ("Shift+F3", self._on_previous),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(run)
        self._restore.clicked.connect(self._on_restore)
        self._close.clicked.connect(self.accept)

    def set_restorable(self, *, is_restorable: bool) -> None:
        """Offer to bring the earlier version back."""
        self._is_restorable = is_restorable
        self._show_possible()

    def compare(self, before: int | None, after: int | None) -> None:
        for choice, number in ((self._before, before), (self._after, after)):
            with QSignalBlocker(choice):
                choice.setCurrentIndex(choice.findData(number))
        self._look()

    def _choice(self, name: str, versions: Sequence[Version]) -> QComboBox:
        choice = QComboBox()
        choice.setAccessibleName(name)
        choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choice.setMinimumContentsLength(12)
        for version in versions:
            choice.addItem(version.text, version.number)
        choice.currentIndexChanged.connect(self._look)
        return choice

    def _arrange(self) -> None:
        heads = QHBoxLayout()
        heads.setSpacing(12)
        for name, choice in ((self.tr("Before"), self._before), (self.tr("After"), self._after)):
            label = QLabel(name)
            label.setProperty("role", "label")
            column = QVBoxLayout()
            column.setSpacing(4)
            column.addWidget(label)
            column.addWidget(choice)
            heads.addLayout(column, 1)
        foot = QWidget()
        foot.setObjectName("dialog_foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(_MARGIN, 12, _MARGIN, 12)
        row.setSpacing(8)
        row.addWidget(self._previous)
        row.addWidget(self._next)
        row.addWidget(self._told, 1)
        row.addWidget(self._restore)
        row.addWidget(self._close)
        inner = QVBoxLayout()
        inner.setContentsMargins(_MARGIN, 16, _MARGIN, 12)
        inner.setSpacing(12)
        inner.addLayout(heads)
        inner.addWidget(self._view, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(inner, 1)
        layout.addWidget(foot)
        room = self.screen().availableSize()
        self.setMinimumSize(*_SMALLEST)
        self.resize(min(_SIZE[0], room.width() - _EDGE), min(_SIZE[1], room.height() - _EDGE))

    # Comparing ------------------------------------------------------------------------------

    def _numbers(self) -> tuple[int | None, int | None]:
        return (
            cast("int | None", self._before.currentData()),
            cast("int | None", self._after.currentData()),
        )

    @Slot()
    def _look(self) -> None:
        self._asked += 1
        asked, (before, after) = self._asked, self._numbers()

        def show(found: "ReleaseComparison") -> None:
            if asked == self._asked:
                self._show(found)

        def fail(error: NewsdeskError) -> None:
            if asked == self._asked:
                self._view.clear()
                message = words(error)
                self._told.setText(f"{message.title}. {message.text}")

        self._told.setText(self.tr("Comparing…"))
        guard = self._lifetime.guard
        self._ask(Comparing(before, after, guard(show), guard(fail)))
        self._show_possible()

    def _show(self, found: "ReleaseComparison") -> None:
        self._view.show_comparison(found)
        if self._view.change_count:
            self._view.go_to(0)
        self._tell()
        self._show_possible()

    def _tell(self) -> None:
        count, at = self._view.change_count, self._view.current_change
        if not count:
            self._told.setText(self.tr("Nothing differs."))
            return
        said = self.tr("Change {0} of {1}").format(at + 1, count)
        if self._view.is_cut:
            said = self.tr("{0}; further ones are not shown").format(said)
        self._told.setText(said)

    def _show_possible(self) -> None:
        count, at = self._view.change_count, self._view.current_change
        self._previous.setEnabled(at > 0)
        self._next.setEnabled(at < count - 1)
        before, after = self._numbers()
        self._restore.setVisible(self._is_restorable)
        self._restore.setEnabled(before is not None and before != after)

    @Slot()
    def _on_next(self) -> None:
        self._go(self._view.current_change + 1)

    @Slot()
    def _on_previous(self) -> None:
        self._go(self._view.current_change - 1)

    def _go(self, change: int) -> None:
        if 0 <= change < self._view.change_count:
            self._view.go_to(change)
            self._tell()
            self._show_possible()

    @Slot()
    def _on_restore(self) -> None:
        number, _ = self._numbers()
        if number is not None:
            self.accept()
            self.restore_requested.emit(number)
