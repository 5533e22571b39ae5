"""Two desks went on from one release: which version is kept?"""

from datetime import datetime
from functools import partial

from PySide6.QtCore import QDateTime, QLocale, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from newsdesk.domain.parting import Choice
from newsdesk.domain.revision import Revision
from newsdesk.rendering.release_comparison import ReleaseComparison
from newsdesk.services.taking_over import Prospect
from newsdesk.ui.dialogs.column_page import wrapped
from newsdesk.ui.dialogs.fitted_dialog import FittedDialog
from newsdesk.ui.dialogs.headed_comparison import HeadedComparison
from newsdesk.ui.theme.theme_controller import ThemeController
from newsdesk.ui.widgets.buttons import primary_button, secondary_button
from newsdesk.ui.widgets.labelled import caption

_WIDTH = 820
_TEXTS_HEIGHT = 264


class PartedDialog(FittedDialog):
    """Shows mine beside theirs; show it with `open()`.

    Signals:
        choice_made(Choice): what becomes of the two.
        put_off(): it was closed without a choice; nothing of theirs is stored.
    """

    choice_made = Signal(object)
    put_off = Signal()

    def __init__(
        self,
        prospect: Prospect,
        comparison: ReleaseComparison,
        further: int,
        themes: ThemeController,
        parent: QWidget | None = None,
    ) -> None:
        """Ask about one release.

        Args:
            comparison: of mine with theirs.
            further: how many more are asked about after this one.
        """
        super().__init__(width=_WIDTH, parent=parent)
        self.setObjectName("parted_dialog")
        self.setWindowTitle(self.tr("Two versions"))
        self._prospect = prospect
        self.column.addWidget(wrapped(self.tr("Both desks changed this release"), "title"))
        self.column.addWidget(wrapped(self._told(further)))
        self.column.addSpacing(8)
        texts = HeadedComparison(comparison, self._headings(), themes)
        texts.setMinimumHeight(_TEXTS_HEIGHT)
        self.column.addWidget(texts, 1)
        self.column.addSpacing(4)
        self.column.addWidget(caption(self._consequences()))
        self._fill_foot()

    def reject(self) -> None:
        """Close without a choice: the file can be brought in again."""
        super().reject()
        self.put_off.emit()

    def _told(self, further: int) -> str:
        theirs = self._prospect.theirs
        headline = theirs.headline or self.tr("Without a headline")
        said = [
            self.tr(
                "“{0}” was changed here and at the other desk. Choose which version is kept."
            ).format(f"\u2068{headline}\u2069")
        ]
        if further:
            said.append(self.tr("After this, %Ln more release(s) are asked about.", "", further))
        return " ".join(said)

    def _headings(self) -> tuple[str, str]:
        mine = self.tr("Here: {0}")
        theirs = self.tr("Handed over: {0}")
        return (
            mine.format(_by(self._prospect.mine_by)),
            theirs.format(_by(self._prospect.theirs_by)),
        )

    def _consequences(self) -> str:
        possible = self._prospect.choices
        if Choice.MINE in possible and Choice.THEIRS in possible:
            kept = self.tr("The one that is not kept stays in the history.")
        elif Choice.MINE in possible:
            kept = self.tr(
                "Here it is issued, so it takes no other text; theirs stays in the history."
            )
        else:
            kept = self.tr(
                "There it is issued, so it takes no other text; mine stays in the history."
            )
        if Choice.MINE in possible:
            both = self.tr("Keeping both makes a draft of its own of what was handed over.")
        else:
            both = self.tr("Keeping both makes a draft of its own of what is here.")
        return f"{kept} {both}"

    def _fill_foot(self) -> None:
        later = secondary_button(self.tr("&Decide later"))
        later.setAutoDefault(False)
        later.clicked.connect(self.reject)
        self.foot.addWidget(later)
        self.foot.addStretch(1)
        names = {
            Choice.MINE: self.tr("Keep &mine"),
            Choice.THEIRS: self.tr("Keep &theirs"),
            Choice.BOTH: self.tr("Keep &both"),
        }
        for choice in (one for one in names if one in self._prospect.choices):
            is_safest = choice is Choice.BOTH
            button = (primary_button if is_safest else secondary_button)(names[choice])
            self._add(button, choice)
            if is_safest:
                button.setDefault(True)
                button.setFocus()

    def _add(self, button: QPushButton, choice: Choice) -> None:
        button.clicked.connect(partial(self._on_chosen, choice))
        self.foot.addWidget(button)

    def _on_chosen(self, choice: Choice, _is_checked: bool = False) -> None:
        self.accept()
        self.choice_made.emit(choice)


def _by(revision: Revision | None) -> str:
    """Return who made a version and when, as this machine's clock showed it."""
    return f"{revision.author}, {_clock(revision.created)}" if revision else ""


def _clock(at: datetime) -> str:
    here = QDateTime.fromSecsSinceEpoch(int(at.timestamp()))
    return QLocale().toString(here, "d MMM yyyy HH:mm")
